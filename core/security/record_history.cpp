// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/record_history.h"

#include "core/storage/audit_content.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace record_history {

ChangeKind kindOf(const QString& key)
{
    return key == "added"_L1 ? ChangeKind::Added : key == "voided"_L1 ? ChangeKind::Voided : ChangeKind::Changed;
}

} // namespace record_history

/// The numbers of a family's entries; names come from the field tables of this program, never from data.
QString RecordHistory::entriesOf(const Family& family)
{
    const QString table = QString::fromLatin1(family.shape.info.family);
    const QString person = QString::fromLatin1(family.shape.info.personKey);
    const bool voided = family.which == Which::Voided;
    return u"SELECT a.number FROM %1 r JOIN audit a ON a.record_id = r.id AND a.family = '%1' "
           "WHERE r.%2 = ?1 %3 AND a.number < ?2"_s.arg(
               table, person, voided ? u"AND r.voided_at IS NOT NULL AND a.kind = 'voided'"_s : QString());
}

Result<std::vector<RecordChange>> RecordHistory::of(qint64 person, std::optional<qint64> before, int most)
{
    std::vector<RecordChange> found;
    if (m_families.empty())
        return found;
    QStringList parts;
    for (const Family& family : m_families)
        parts << entriesOf(family);
    struct Stored {
        int revision;
        QByteArray content;
    };
    std::vector<Stored> stored;
    {
        ASSIGN_OR_RETURN(Rows rows,
                         m_ledger.store.run(u"SELECT number, at, by, family, record_id, revision, kind, content "
                                            "FROM audit WHERE number IN (%1) ORDER BY number DESC LIMIT ?3"_s.arg(
                                                parts.join(" UNION ALL "_L1)),
                                            {person, before.value_or(std::numeric_limits<qint64>::max()), most}));
        while (rows.next()) {
            RecordChange change;
            change.number = rows.integer(0);
            change.at = rows.moment(1);
            change.by = Id<User> {rows.integer(2)};
            change.family = rows.text(3);
            change.id = rows.integer(4);
            change.kind = record_history::kindOf(rows.text(6));
            stored.push_back({int(rows.integer(5)), rows.blob(7)});
            found.push_back(std::move(change));
        }
        RETURN_IF_ERROR(rows.failed());
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        RETURN_IF_ERROR(complete(found[i], stored[i].revision, stored[i].content));
    return found;
}

Result<void> RecordHistory::complete(RecordChange& change, int revision, const QByteArray& content)
{
    const detail::RowShape* shape = nullptr;
    for (const Family& family : m_families)
        if (change.family == QLatin1String(family.shape.info.family))
            shape = &family.shape;
    if (!shape)
        return {};
    change.fields = shape->fields;
    change.context = shape->info.context;
    Recorded recorded;
    RETURN_IF_ERROR(detail::readAuditContent(m_ledger, *shape, content, change.after, recorded));
    change.voidReason = recorded.voidReason;
    if (change.kind == ChangeKind::Added)
        return {};
    QByteArray earlier;
    {
        ASSIGN_OR_RETURN(Rows rows,
                         m_ledger.store.run(u"SELECT content FROM audit WHERE record_id = ? AND family = ? "
                                            "AND revision = ? ORDER BY number DESC LIMIT 1"_s,
                                            {change.id, change.family, revision - 1}));
        if (rows.next())
            earlier = rows.blob(0);
        RETURN_IF_ERROR(rows.failed());
    }
    if (earlier.isEmpty())
        return {};
    Recorded then;
    return detail::readAuditContent(m_ledger, *shape, earlier, change.before, then);
}

} // namespace songhe
