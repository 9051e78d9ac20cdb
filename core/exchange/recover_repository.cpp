// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recover_repository.h"

#include "core/exchange/csv_text.h"
#include "core/exchange/exchange_text.h"

#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace recover_rows {

constexpr qint64 mostListed = 1000;

Failure unreadable(const PackageTable& table)
{
    return fail(
        Error::Kind::Damaged,
        ExchangeText::tr("A row of %1 in the package cannot be read. Nothing was taken over.").arg(table.name()));
}

/// A cell as the books keep it; nothing is nothing.
std::optional<Value> valueOf(const FieldInfo& field, QByteArrayView cell)
{
    if (cell.isEmpty())
        return Value();
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer: {
        qint64 number = 0;
        const auto [end, error] = std::from_chars(cell.begin(), cell.end(), number);
        return error == std::errc() && end == cell.end() ? std::optional(Value(number)) : std::nullopt;
    }
    case FieldKind::Flag:
        return Value(cell == "true");
    case FieldKind::Bytes:
        return Value(QByteArray::fromBase64(cell.toByteArray()));
    default:
        return Value(QString::fromUtf8(cell));
    }
}

/// What a record says, without who recorded it and when: two cells lists are the same record content.
bool sameContent(const PackageTable& table, const std::vector<QByteArrayView>& left,
                 const std::vector<QByteArrayView>& right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const QString key = table.columns[i].key();
        if (key == u"revision" || key == u"recorded_at" || key == u"recorded_by")
            continue;
        const bool same = key == u"voided_at" ? left[i].isEmpty() == right[i].isEmpty() : left[i] == right[i];
        if (!same)
            return false;
    }
    return true;
}

} // namespace recover_rows

struct RecoverRepository::Row {
    std::vector<Value> values;
    Recorded recorded;
    qint64 id = 0;
};

Result<void> RecoverRepository::begin()
{
    ASSIGN_OR_RETURN(const qint64 done, m_ledger.store.execute(u"PRAGMA defer_foreign_keys = ON"_s));
    Q_UNUSED(done);
    return {};
}

Result<RecoverRepository::Row> RecoverRepository::parse(const PackageTable& table,
                                                        const std::vector<QByteArrayView>& cells) const
{
    const std::size_t fields = table.shape.fields.size();
    if (cells.size() != fields + 5)
        return recover_rows::unreadable(table);
    Row row;
    for (std::size_t i = 0; i < fields; ++i) {
        std::optional<Value> value = recover_rows::valueOf(table.shape.fields[i], cells[i]);
        if (!value)
            return recover_rows::unreadable(table);
        row.values.push_back(*std::move(value));
    }
    row.recorded.revision = cells[fields].toByteArray().toInt();
    row.recorded.at = momentFromText(QString::fromUtf8(cells[fields + 1]));
    row.recorded.by = {cells[fields + 2].toByteArray().toLongLong()};
    if (!cells[fields + 3].isEmpty())
        row.recorded.voidedAt = momentFromText(QString::fromUtf8(cells[fields + 3]));
    if (!cells[fields + 4].isEmpty())
        row.recorded.voidReason = QString::fromUtf8(cells[fields + 4]);
    if (row.values.empty() || !row.values.front().isInteger() || row.recorded.revision < 1
        || !row.recorded.at.isValid())
        return recover_rows::unreadable(table);
    row.id = row.values.front().integer();
    return row;
}

void RecoverRepository::conflict(const PackageTable& table, const Row& row, const QString& text)
{
    if (++m_report.conflicts <= recover_rows::mostListed)
        m_report.conflictList.push_back({table.name(), row.id, text});
}

Result<bool> RecoverRepository::lacksParent(const PackageTable& table, const Row& row)
{
    if (m_left.isEmpty())
        return false;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const FieldInfo& field = table.shape.fields[i];
        if (field.kind == FieldKind::Reference && *field.options.refersTo && row.values[i].isInteger()
            && m_left.contains(QLatin1String(field.options.refersTo) + u'/' + QString::number(row.values[i].integer())))
            return true;
    }
    return false;
}

Result<void> RecoverRepository::take(const PackageTable& table, const std::vector<QByteArrayView>& cells)
{
    ASSIGN_OR_RETURN(const Row row, parse(table, cells));
    ASSIGN_OR_RETURN(const std::optional<QByteArray> text, m_packages.rowText(table, row.id));
    std::optional<int> before;
    if (text) {
        CsvScanner scanner;
        int revision = 0;
        QString recordedAt;
        bool same = false;
        const bool read = scanner.feed(*text, [&](const std::vector<QByteArrayView>& known) {
            const std::size_t fields = table.shape.fields.size();
            same = recover_rows::sameContent(table, known, cells);
            revision = known[fields].toByteArray().toInt();
            recordedAt = QString::fromUtf8(known[fields + 1]);
            return true;
        });
        if (!read)
            return recover_rows::unreadable(table);
        const bool younger = !m_boundary.isEmpty() && recordedAt >= m_boundary;
        if (same || revision > row.recorded.revision) {
            ++m_report.unchanged;
            return {};
        }
        if (revision == row.recorded.revision || younger) {
            conflict(table, row,
                     younger ? ExchangeText::tr("Changed here since the restore; the package says something else.")
                             : ExchangeText::tr("The same revision here says something else than the package."));
            return {};
        }
        before = revision;
    }
    ASSIGN_OR_RETURN(const bool orphan, lacksParent(table, row));
    if (orphan) {
        m_left.insert(table.name() + u'/' + QString::number(row.id));
        conflict(table, row, ExchangeText::tr("It belongs to a record that could not be taken over."));
        return {};
    }
    ASSIGN_OR_RETURN(const bool written, write(table, row, before));
    if (!written) {
        if (!before)
            m_left.insert(table.name() + u'/' + QString::number(row.id));
        conflict(table, row,
                 ExchangeText::tr("Something else was entered in its place since the restore: the books hold it under "
                                  "another number."));
        return {};
    }
    ++(before ? m_report.updated : m_report.added);
    return keepNumber(table, row);
}

Result<bool> RecoverRepository::write(const PackageTable& table, const Row& row, std::optional<int> before)
{
    const auto written = detail::putRow(m_ledger, table.shape, row.values, row.recorded, before);
    if (written)
        return true;
    if (written.error().kind == Error::Kind::Conflict)
        return false;
    return fail(written.error());
}

Result<void> RecoverRepository::keepNumber(const PackageTable& table, const Row& row)
{
    if (table.name() != u"elder")
        return {};
    RETURN_IF_ERROR(m_ledger.store.execute(u"DELETE FROM elder_number WHERE elder_id = ?"_s, {Value(row.id)}));
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (table.shape.fields[i].key() == u"resident_number" && !row.values[i].isNull() && !row.recorded.voidedAt)
            // A file of the same person that was made since the restore keeps the number; both are shown as doubles.
            RETURN_IF_ERROR(
                m_ledger.store.execute(u"INSERT OR IGNORE INTO elder_number (digest, elder_id) VALUES (?, ?)"_s,
                                       {Value(m_ledger.sealer.numberDigest(row.values[i].text())), Value(row.id)}));
    return {};
}

Result<void> RecoverRepository::note(const QString& package, const QString& sha256)
{
    const QByteArray content = QJsonDocument(QJsonObject {{u"recovered_package"_s, package},
                                                          {u"sha256"_s, sha256},
                                                          {u"new"_s, m_report.added},
                                                          {u"updated"_s, m_report.updated},
                                                          {u"conflict"_s, m_report.conflicts}})
                                   .toJson(QJsonDocument::Compact);
    return m_ledger.audit.append(
        {u"centre"_s, 1, 1, ChangeKind::Changed, m_ledger.clock.now(), m_ledger.user, content});
}

} // namespace songhe
