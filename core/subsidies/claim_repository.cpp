// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_repository.h"

#include "core/storage/migrations.h"

#include <sqlite3.h>

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::optional<Claim>> ClaimRepository::findDraft(const QString& policy, const QString& period)
{
    ASSIGN_OR_RETURN(std::vector<Claim> found,
                     m_claims.list(u"WHERE policy = ? AND period = ? AND state = 'draft' AND voided_at IS NULL"_s,
                                   {policy, period}));
    return found.empty() ? std::optional<Claim>() : std::optional(std::move(found.front()));
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
    {
        ASSIGN_OR_RETURN(Rows last, m_ledger.store.run(u"SELECT MAX(id) FROM claim_line"_s));
        // One new id, and the next ones from there on: lines of two claims written in one millisecond must not meet.
        m_nextId = qMax(m_ledger.ids.nextValue(), last.next() ? last.integer(0) + 1 : 0);
        RETURN_IF_ERROR(last.failed());
    }
    static constexpr const char* insert = R"(
        INSERT INTO claim_line (id, claim_id, meal_id, elder_id, site_id, served_on, outcome, amount_fen, code,
                                verdict_values, fact_ids, revision, recorded_at, recorded_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?))";
    if (const int code = sqlite3_prepare_v2(m_ledger.store.handle(), insert, -1, &m_statement, nullptr))
        return storeFailure(m_ledger.store.handle(), code, u"claim lines"_s);
    sqlite3_bind_int64(m_statement, 2, m_claim.value);
    bindText(12, m_recordedAt);
    sqlite3_bind_int64(m_statement, 13, m_ledger.user.value);
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

Result<void> ClaimRepository::LineWriter::write(const SettledMeal& meal)
{
    if (!m_statement)
        RETURN_IF_ERROR(prepare());
    if (meal.on != m_day) {
        m_day = meal.on;
        m_dayText = meal.on.toString(Qt::ISODate).toUtf8();
    }
    const Verdict& verdict = meal.judged.verdict;
    const JudgedMeal::Texts& texts = meal.judged.texts();
    sqlite3_bind_int64(m_statement, 1, m_nextId++);
    sqlite3_bind_int64(m_statement, 3, meal.meal.value);
    sqlite3_bind_int64(m_statement, 4, meal.elder.value);
    sqlite3_bind_int64(m_statement, 5, meal.site.value);
    bindText(6, m_dayText);
    bindText(7, texts.outcome);
    sqlite3_bind_int64(m_statement, 8, verdict.fen.value);
    bindText(9, texts.code);
    bindText(10, texts.values);
    bindText(11, texts.facts);
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE)
        return storeFailure(m_ledger.store.handle(), code, u"claim lines"_s);
    return {};
}

} // namespace songhe
