// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal_desk.h"
#include "core/security/session.h"
#include "core/subsidies/claimed_records.h"
#include "core/subsidies/settlement_desk.h"
#include "ui/printing/claim_paper.h"
#include "ui/printing/slip.h"

namespace songhe::printing {

/// Makes papers out of records: what desktop and command line both print.
class RecordPapers {
    Q_DECLARE_TR_FUNCTIONS(songhe::printing::RecordPapers)

public:
    /// All must outlive it.
    RecordPapers(Session& session, MealOutlook& outlook, const SettlementDesk& settlement)
        : m_session(session)
        , m_outlook(outlook)
        , m_settlement(settlement)
        , m_claimed(session.ledger())
    { }

    /// The slip of one meal, or of all meals of that elder on that day.
    Result<Slip> slipOf(Id<Meal> meal, bool wholeDay = false);
    /// A slip for each elder who was served on that day, in the order of serving.
    Result<std::vector<Slip>> slipsOn(QDate day);

    Result<ClaimSheetData> claimOf(Id<Claim> claim);

private:
    Result<SlipLine> lineOf(const Meal& meal);
    Result<Slip> slipFor(const std::vector<Meal>& meals);
    Result<void> addSteps(Id<Claim> claim, ClaimSheetData& sheet);
    Result<void> addLine(const Claim& claim, const ClaimLine& line, ClaimSheetData& sheet);
    Result<void> addChanges(SettlementDesk& desk, const Claim& claim, ClaimSheetData& sheet);
    Result<QString> correctedText(const ClaimLine& line);
    Result<QString> siteName(Id<Site> site);
    Result<QString> userName(Id<User> user);
    Result<QString> elderName(Id<Elder> elder);

    Session& m_session;
    MealOutlook& m_outlook;
    const SettlementDesk& m_settlement;
    ClaimedRecords m_claimed;
    std::map<qint64, QString> m_siteNames, m_userNames, m_elderNames;
};

} // namespace songhe::printing
