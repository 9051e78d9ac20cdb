// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/fact_repository.h"

namespace songhe {

namespace fact_rows {

/// Columns id, kind, value, from_on, to_on beginning at `first`.
KnownFact knownFact(const Rows& rows, int first)
{
    KnownFact fact {rows.integer(first), rows.text(first + 1), rows.text(first + 2), rows.day(first + 3), std::nullopt};
    if (!rows.isNull(first + 4))
        fact.to = rows.day(first + 4);
    return fact;
}

std::optional<QDate> maybeDay(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.day(column));
}

/// Columns died_at and born_differs beginning at `first`.
FactTimeline::Notes notes(const Rows& rows, int first)
{
    FactTimeline::Notes notes;
    if (!rows.isNull(first))
        notes.diedAt = rows.moment(first);
    notes.bornDiffers = rows.integer(first + 1) != 0;
    return notes;
}

} // namespace fact_rows

QStringList singleFactKinds()
{
    QStringList single;
    for (const ChoiceName& name : choiceNames<FactKind>())
        if (!severalMayHold(FactKind(name.value)))
            single << QString::fromLatin1(name.key);
    return single << assessedAbilityKind.toString();
}

QString factWords(const QString& kind, const QString& value)
{
    // 'mzt039-2013:moderate': the words of a level are the same whether somebody declared or assessed it.
    if (kind == assessedAbilityKind || kind == expiredAbilityKind)
        return factValueText(FactKind::DeclaredAbility, value.section(u':', -1));
    const auto known = choiceFromKey<FactKind>(kind);
    return known ? factValueText(*known, value) : value;
}

Result<std::vector<KnownFact>> FactRepository::known(Id<Elder> elder)
{
    std::vector<KnownFact> facts;
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT id, kind, value, from_on, to_on FROM known_fact
        WHERE elder_id = ? ORDER BY kind, from_on, id)"),
                                        {elder}));
    while (rows.next())
        facts.push_back(fact_rows::knownFact(rows, 0));
    RETURN_IF_ERROR(rows.failed());
    return facts;
}

Result<FactTimeline> FactRepository::timeline(Id<Elder> elder)
{
    static const QStringList single = singleFactKinds();
    std::optional<QDate> born, died;
    bool fileVoid = false;
    FactTimeline::Notes notes;
    {
        ASSIGN_OR_RETURN(
            Rows rows,
            m_ledger.store.run(
                QStringLiteral("SELECT born, died, voided_at, died_at, born_differs FROM elder WHERE id = ?"),
                {elder}));
        if (rows.next()) {
            born = fact_rows::maybeDay(rows, 0);
            died = fact_rows::maybeDay(rows, 1);
            fileVoid = !rows.isNull(2);
            notes = fact_rows::notes(rows, 3);
        }
        RETURN_IF_ERROR(rows.failed());
    }
    {
        ASSIGN_OR_RETURN(Rows rows,
                         m_ledger.store.run(QStringLiteral(R"(
            SELECT id, 'absence', reason, from_on, to_on FROM absence
            WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on, id)"),
                                            {elder}));
        while (rows.next())
            notes.absences.push_back(fact_rows::knownFact(rows, 0));
        RETURN_IF_ERROR(rows.failed());
    }
    ASSIGN_OR_RETURN(std::vector<KnownFact> facts, known(elder));
    return FactTimeline(born, died, std::move(facts), single, fileVoid, std::move(notes));
}

Result<Facts> FactRepository::asOf(Id<Elder> elder, QDate day)
{
    ASSIGN_OR_RETURN(const FactTimeline facts, timeline(elder));
    return facts.asOf(day);
}

Result<std::unordered_map<qint64, FactTimeline>> FactRepository::timelines(const QStringList& kinds)
{
    static const QStringList single = singleFactKinds();
    std::unordered_map<qint64, std::vector<KnownFact>> facts;
    QHash<QString, QString> shared; // a few dozen different texts stand in every row: keep each once
    const auto interned = [&](const QString& text) { return *shared.emplace(text, text); };
    {
        ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(QStringLiteral(R"(
            SELECT elder_id, id, kind, value, from_on, to_on FROM known_fact)")));
        while (rows.next()) {
            KnownFact fact = fact_rows::knownFact(rows, 1);
            if (!kinds.contains(fact.kind))
                continue;
            fact.kind = interned(fact.kind);
            fact.value = interned(fact.value);
            facts[rows.integer(0)].push_back(std::move(fact));
        }
        RETURN_IF_ERROR(rows.failed());
    }
    std::unordered_map<qint64, std::vector<KnownFact>> absences;
    {
        ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(QStringLiteral(R"(
            SELECT elder_id, id, 'absence', reason, from_on, to_on FROM absence
            WHERE voided_at IS NULL ORDER BY elder_id, from_on, id)")));
        while (rows.next())
            absences[rows.integer(0)].push_back(fact_rows::knownFact(rows, 1));
        RETURN_IF_ERROR(rows.failed());
    }
    std::unordered_map<qint64, FactTimeline> timelines;
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(QStringLiteral("SELECT id, born, died, voided_at, died_at, born_differs FROM elder")));
    while (rows.next()) {
        const auto of = facts.find(rows.integer(0));
        LifeNotes notes = fact_rows::notes(rows, 4);
        if (const auto away = absences.find(rows.integer(0)); away != absences.end())
            notes.absences = std::move(away->second);
        timelines.emplace(rows.integer(0),
                          FactTimeline(fact_rows::maybeDay(rows, 1), fact_rows::maybeDay(rows, 2),
                                       of == facts.end() ? std::vector<KnownFact>() : std::move(of->second), single,
                                       !rows.isNull(3), std::move(notes)));
    }
    RETURN_IF_ERROR(rows.failed());
    return timelines;
}

} // namespace songhe
