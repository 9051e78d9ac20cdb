// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/record_table.h"
#include "core/subsidies/claim_step.h"
#include "core/subsidies/settlement.h"

#include <unordered_map>

struct sqlite3_stmt;

namespace songhe {

/// One elder's part of a claim.
struct ClaimShare {
    Id<Claim> claim;
    QString period;
    QString policy;
    QDateTime at;
    Id<User> by;
    qint64 paid = 0; ///< meals
    qint64 refused = 0;
    qint64 held = 0;
    Fen amount;
};

/// Claims with their lines.
class ClaimRepository {
public:
    explicit ClaimRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_claims(ledger)
        , m_lines(ledger)
        , m_steps(ledger)
        , m_openings(ledger)
    { }

    Result<Claim> add(Claim claim) { return m_claims.add(std::move(claim)); }
    Result<Claim> change(Claim claim) { return m_claims.change(std::move(claim)); }
    Result<std::optional<Claim>> find(Id<Claim> id) { return m_claims.find(id); }
    /// The one that is not signed yet.
    Result<std::optional<Claim>> findOpen(const QString& policy, const QString& period);
    /// The signed one that was not returned.
    Result<std::optional<Claim>> findBinding(const QString& policy, const QString& period);
    /// All that are not void, the newest period first.
    Result<std::vector<Claim>> list();

    /// The valid lines of a claim in the order of payment.
    template <typename Each> Result<void> walkLines(Id<Claim> claim, Each&& each)
    {
        return m_lines.walk(QStringLiteral("WHERE claim_id = ? AND voided_at IS NULL ORDER BY id"), {claim},
                            std::forward<Each>(each));
    }
    Result<std::vector<ClaimLine>> linesOf(Id<Claim> claim);
    Result<std::optional<ClaimLine>> findLine(Id<ClaimLine> id) { return m_lines.find(id); }

    /// The records of a family that claims under other policies than `policies` pay for, with policy and claim.
    Result<std::unordered_map<qint64, ClaimedBy>> claimedElsewhere(const QString& family, const QStringList& policies,
                                                                   QDate first, QDate last);

    Result<ClaimStep> addStep(ClaimStep step) { return m_steps.add(std::move(step)); }
    /// In the order in which they were taken.
    Result<std::vector<ClaimStep>> stepsOf(Id<Claim> claim);
    Result<ClaimOpening> addOpening(ClaimOpening opening) { return m_openings.add(std::move(opening)); }
    Result<std::vector<ClaimOpening>> openingsOf(Id<Claim> claim);
    /// Writes down what is known of everybody whom a line or its meal is about (two files may have been merged); how
    /// many rows. Once, at the signature.
    Result<qint64> freezeFacts(Id<Claim> claim, const QStringList& kinds);
    /// Writes down what the records of these families say; how many rows. Once, at the signature.
    Result<qint64> freezeRecords(Id<Claim> claim, const QStringList& families);

    /// What each claim that stands says of one elder, the newest claim first.
    Result<std::vector<ClaimShare>> sharesOf(Id<Elder> elder);

    /// Makes the lines of an earlier revision void; how many.
    Result<qint64> voidLines(Id<Claim> claim);

    /// Writes lines by the hundred thousand: one prepared statement, no envelope, no audit entry of their own.
    /// Within a transaction; the claim must be there already.
    class LineWriter {
    public:
        LineWriter(Ledger& ledger, Id<Claim> claim);
        ~LineWriter();
        LineWriter(const LineWriter&) = delete;
        LineWriter& operator=(const LineWriter&) = delete;
        Result<void> write(const SettledUnit& unit);

    private:
        Result<void> prepare();
        void bindText(int index, const QByteArray& text);
        void bindId(int index, qint64 id);

        Ledger& m_ledger;
        Id<Claim> m_claim;
        sqlite3_stmt* m_statement = nullptr;
        qint64 m_nextId = 0;
        QByteArray m_recordedAt;
        QDate m_day;
        QByteArray m_dayText;
        QString m_evidence;
        QByteArray m_evidenceText;
    };

private:
    Ledger& m_ledger;
    RecordTable<Claim> m_claims;
    RecordTable<ClaimLine> m_lines;
    RecordTable<ClaimStep> m_steps;
    RecordTable<ClaimOpening> m_openings;
};

} // namespace songhe
