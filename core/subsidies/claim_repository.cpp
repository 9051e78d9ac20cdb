// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_repository.h"

#include "core/storage/migrations.h"
#include "core/subsidies/frozen_records_repository.h"

#include <sqlite3.h>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// Where numbers for many rows begin that are given one after the other: above all there are, even if the clock went
/// back.
Result<qint64> firstFree(Ledger& ledger, const QString& table)
{
    ASSIGN_OR_RETURN(Rows last, ledger.store.run(u"SELECT MAX(id) FROM "_s + table));
    const qint64 first = qMax(ledger.ids.nextValue(), last.next() ? last.integer(0) + 1 : 0);
    RETURN_IF_ERROR(last.failed());
    return first;
}

} // namespace

Result<std::optional<Claim>> ClaimRepository::findOpen(const QString& policy, const QString& period)
{
    ASSIGN_OR_RETURN(std::vector<Claim> found,
                     m_claims.list(u"WHERE policy = ? AND period = ? AND state IN ('draft', 'checked') "
                                   "AND voided_at IS NULL"_s,
                                   {policy, period}));
    return found.empty() ? std::optional<Claim>() : std::optional(std::move(found.front()));
}

Result<std::optional<Claim>> ClaimRepository::findBinding(const QString& policy, const QString& period)
{
    ASSIGN_OR_RETURN(std::vector<Claim> found,
                     m_claims.list(u"WHERE policy = ? AND period = ? AND state NOT IN ('draft', 'checked', 'returned') "
                                   "AND voided_at IS NULL"_s,
                                   {policy, period}));
    return found.empty() ? std::optional<Claim>() : std::optional(std::move(found.front()));
}

Result<std::unordered_map<qint64, ClaimedBy>>
ClaimRepository::claimedElsewhere(const QString& family, const QStringList& policies, QDate first, QDate last)
{
    std::unordered_map<qint64, ClaimedBy> claimed;
    ASSIGN_OR_RETURN(const std::vector<Claim> others,
                     m_claims.list(u"WHERE voided_at IS NULL AND state <> 'returned' AND from_on <= ? AND to_on >= ? "
                                   "ORDER BY id"_s,
                                   {last, first}));
    for (const Claim& claim : others) {
        if (policies.contains(claim.policy))
            continue;
        ASSIGN_OR_RETURN(Rows rows,
                         m_ledger.store.run(u"SELECT coalesce(meal_id, record_id) FROM claim_line WHERE claim_id = ? "
                                            "AND about = ? AND amount_fen > 0 AND voided_at IS NULL"_s,
                                            {claim.id, family}));
        while (rows.next())
            claimed.try_emplace(rows.integer(0), ClaimedBy {claim.policy, claim.id.text()});
        RETURN_IF_ERROR(rows.failed());
    }
    return claimed;
}

Result<std::vector<ClaimStep>> ClaimRepository::stepsOf(Id<Claim> claim)
{
    return m_steps.list(u"WHERE claim_id = ? AND voided_at IS NULL ORDER BY id"_s, {claim});
}

Result<std::vector<ClaimOpening>> ClaimRepository::openingsOf(Id<Claim> claim)
{
    return m_openings.list(u"WHERE claim_id = ? AND voided_at IS NULL ORDER BY id"_s, {claim});
}

/// Written in bulk like lines: the claim's digest and its audit entry stand for them.
Result<qint64> ClaimRepository::freezeFacts(Id<Claim> claim, const QStringList& kinds)
{
    static const QString people
        = u"(SELECT elder_id FROM claim_line WHERE claim_id = ?1 AND voided_at IS NULL UNION SELECT m.elder_id FROM "
          "claim_line l JOIN meal m ON m.id = l.meal_id WHERE l.claim_id = ?1 AND l.voided_at IS NULL)"_s;
    static const QString insert
        = u"INSERT INTO claim_fact (id, claim_id, elder_id, fact_id, kind, value, from_on, to_on, revision, "
          "recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"_s;
    const Value at(m_ledger.clock.now());
    const Value by(m_ledger.user.value);
    ASSIGN_OR_RETURN(qint64 next, firstFree(m_ledger, u"claim_fact"_s));
    qint64 written = 0;
    const auto copy = [&](const QString& select, std::initializer_list<Value> values) -> Result<void> {
        ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(select, values));
        while (rows.next()) {
            RETURN_IF_ERROR(
                m_ledger.store.execute(insert,
                                       {Value(next++), Value(claim.value), rows.value(0), rows.value(1), rows.value(2),
                                        rows.value(3), rows.value(4), rows.value(5), at, by}));
            ++written;
        }
        return rows.failed();
    };
    RETURN_IF_ERROR(copy(u"SELECT elder_id, id, kind, value, from_on, to_on FROM known_fact WHERE "
                         "elder_id IN %1 AND instr(?2, ' ' || kind || ' ') > 0 ORDER BY elder_id, id"_s.arg(people),
                         {claim, Value(u' ' + kinds.join(u' ') + u' ')}));
    RETURN_IF_ERROR(copy(u"SELECT elder_id, id, 'absence', reason, from_on, to_on FROM absence WHERE voided_at IS NULL "
                         "AND elder_id IN %1 ORDER BY elder_id, id"_s.arg(people),
                         {claim}));
    for (const QString& kind : {u"born"_s, u"died"_s, u"died_at"_s})
        RETURN_IF_ERROR(copy(u"SELECT id, NULL, '%1', %1, NULL, NULL FROM elder WHERE %1 IS NOT NULL AND id IN %2 "
                             "ORDER BY id"_s.arg(kind, people),
                             {claim}));
    RETURN_IF_ERROR(copy(u"SELECT id, NULL, 'born_differs', '1', NULL, NULL FROM elder WHERE born_differs = 1 AND "
                         "id IN %1 ORDER BY id"_s.arg(people),
                         {claim}));
    RETURN_IF_ERROR(copy(u"SELECT id, NULL, 'file_void', '1', NULL, NULL FROM elder WHERE voided_at IS NOT NULL AND "
                         "id IN %1 ORDER BY id"_s.arg(people),
                         {claim}));
    return written;
}

Result<qint64> ClaimRepository::freezeRecords(Id<Claim> claim, const QStringList& families)
{
    qint64 written = 0;
    ASSIGN_OR_RETURN(const qint64 first, firstFree(m_ledger, u"claim_record"_s));
    for (const FrozenFamily& family : frozenFamilies()) {
        if (!families.contains(family.name))
            continue;
        const QString copy
            = u"INSERT INTO claim_record (id, claim_id, about, record_id, content, revision, recorded_at, recorded_by) "
              "SELECT ?1 + row_number() OVER (ORDER BY id) - 1, ?2, '%1', id, %2, 1, ?3, ?4 FROM %1 "
              "WHERE voided_at IS NULL AND %3"_s.arg(family.name, family.json, family.where);
        ASSIGN_OR_RETURN(const qint64 rows,
                         m_ledger.store.execute(copy,
                                                {Value(first + written), Value(claim.value),
                                                 Value(m_ledger.clock.now()), Value(m_ledger.user.value)}));
        written += rows;
    }
    return written;
}

Result<std::vector<Claim>> ClaimRepository::list()
{
    return m_claims.list(u"WHERE voided_at IS NULL ORDER BY from_on DESC, id DESC"_s);
}

Result<std::vector<ClaimLine>> ClaimRepository::linesOf(Id<Claim> claim)
{
    std::vector<ClaimLine> lines;
    RETURN_IF_ERROR(walkLines(claim, [&](ClaimLine line) -> Result<void> {
        lines.push_back(std::move(line));
        return {};
    }));
    return lines;
}

Result<std::vector<ClaimShare>> ClaimRepository::sharesOf(Id<Elder> elder)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT c.id, c.period, c.policy, c.recorded_at, c.recorded_by, SUM(l.outcome = 'pays'),
               SUM(l.outcome = 'refused'), SUM(l.outcome = 'held'), SUM(l.amount_fen)
        FROM claim_line l JOIN claim c ON c.id = l.claim_id
        WHERE l.elder_id = ? AND l.voided_at IS NULL AND c.voided_at IS NULL
        GROUP BY c.id ORDER BY c.recorded_at DESC, c.id DESC)"_s,
                                        {elder}));
    std::vector<ClaimShare> shares;
    while (rows.next())
        shares.push_back({Id<Claim> {rows.integer(0)}, rows.text(1), rows.text(2), rows.moment(3),
                          Id<User> {rows.integer(4)}, rows.integer(5), rows.integer(6), rows.integer(7),
                          Fen {rows.integer(8)}});
    RETURN_IF_ERROR(rows.failed());
    return shares;
}

Result<qint64> ClaimRepository::voidLines(Id<Claim> claim)
{
    return m_ledger.store.execute(u"UPDATE claim_line SET voided_at = ?, revision = revision + 1 "
                                  "WHERE claim_id = ? AND voided_at IS NULL"_s,
                                  {m_ledger.clock.now(), claim});
}

ClaimRepository::LineWriter::LineWriter(Ledger& ledger, Id<Claim> claim)
    : m_ledger(ledger)
    , m_claim(claim)
    , m_recordedAt(momentText(ledger.clock.now()).toUtf8())
{ }

ClaimRepository::LineWriter::~LineWriter()
{
    sqlite3_finalize(m_statement);
}

Result<void> ClaimRepository::LineWriter::prepare()
{
    ASSIGN_OR_RETURN(m_nextId, firstFree(m_ledger, u"claim_line"_s));
    static constexpr const char* insert = R"(
        INSERT INTO claim_line (id, claim_id, kind, about, meal_id, record_id, elder_id, site_id, served_on, outcome,
                                amount_fen, code, verdict_values, fact_ids, corrects_id, revision, recorded_at,
                                recorded_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?))";
    if (const int code = sqlite3_prepare_v2(m_ledger.store.handle(), insert, -1, &m_statement, nullptr))
        return storeFailure(m_ledger.store.handle(), code, u"claim lines"_s);
    sqlite3_bind_int64(m_statement, 2, m_claim.value);
    bindText(16, m_recordedAt);
    sqlite3_bind_int64(m_statement, 17, m_ledger.user.value);
    return {};
}

/// Nothing is copied: the text must live until the next step.
void ClaimRepository::LineWriter::bindText(int index, const QByteArray& text)
{
    if (text.isEmpty())
        sqlite3_bind_null(m_statement, index);
    else
        sqlite3_bind_text(m_statement, index, text.constData(), int(text.size()), SQLITE_STATIC);
}

void ClaimRepository::LineWriter::bindId(int index, qint64 id)
{
    if (id == 0)
        sqlite3_bind_null(m_statement, index);
    else
        sqlite3_bind_int64(m_statement, index, id);
}

Result<void> ClaimRepository::LineWriter::write(const SettledUnit& unit)
{
    if (!m_statement)
        RETURN_IF_ERROR(prepare());
    if (unit.on != m_day) {
        m_day = unit.on;
        m_dayText = unit.on.toString(Qt::ISODate).toUtf8();
    }
    if (unit.evidence != m_evidence || m_evidenceText.isEmpty()) {
        m_evidence = unit.evidence;
        m_evidenceText = unit.evidence.toUtf8();
    }
    static const QByteArray kinds[] = {"regular", "late", "adjustment"};
    const JudgedUnit::Texts& texts = unit.judged.texts();
    sqlite3_bind_int64(m_statement, 1, m_nextId++);
    bindText(3, kinds[int(unit.kind)]);
    bindText(4, m_evidenceText);
    bindId(5, unit.meal.value);
    bindId(6, unit.record.value);
    bindId(7, unit.elder.value);
    bindId(8, unit.site.value);
    bindText(9, m_dayText);
    bindText(10, texts.outcome);
    sqlite3_bind_int64(m_statement, 11, unit.amount.value);
    bindText(12, texts.code);
    bindText(13, texts.values);
    bindText(14, texts.facts);
    bindId(15, unit.corrects.value);
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE)
        return storeFailure(m_ledger.store.handle(), code, u"claim lines"_s);
    return {};
}

} // namespace songhe
