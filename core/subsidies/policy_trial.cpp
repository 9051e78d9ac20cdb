// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/policy_trial.h"

namespace songhe {

namespace {

/// Higher than any version that a file may have: on the days tried it is the newest.
constexpr int trialVersion = 1'000'001;

struct TrialVerdict {
    Fen fen;
    QString code;
};

} // namespace

Result<PolicyTrial> tryPolicy(Ledger& ledger, const PolicyShelf& shelf, const Policy& policy, const Period& period,
                              Progress& progress)
{
    PolicyTrial trial;
    SettleOptions options;
    options.asIfUnsigned = true;
    std::map<std::pair<qint64, QDate>, TrialVerdict> before;
    if (!shelf.versions(policy.id).empty()) {
        const SettledUnitSink keep = [&](const SettledUnit& unit) -> Result<void> {
            before[{unit.evidenceId(), unit.on}] = {unit.amount, unit.judged.verdict.reason.code};
            return {};
        };
        ASSIGN_OR_RETURN(Settlement now, settle(ledger, shelf, policy.id, period, options, keep, progress));
        trial.now = std::move(now.claim);
    }
    Policy inForce = policy;
    inForce.version = trialVersion;
    inForce.validFrom = period.first();
    inForce.validTo = period.last();
    PolicyShelf tried = shelf;
    RETURN_IF_ERROR(tried.add(std::move(inForce)));
    const SettledUnitSink compare = [&](const SettledUnit& unit) -> Result<void> {
        const TrialVerdict then = before[{unit.evidenceId(), unit.on}];
        const QString code = unit.judged.verdict.reason.code;
        if (then.fen == unit.amount && then.code == code)
            return {};
        ++trial.changedCount;
        if (trial.changed.size() < PolicyTrial::mostLines)
            trial.changed.push_back({unit.evidenceId(), unit.elder, unit.on, then.fen, then.code, unit.amount, code});
        return {};
    };
    ASSIGN_OR_RETURN(Settlement settled, settle(ledger, tried, policy.id, period, options, compare, progress));
    trial.tried = std::move(settled.claim);
    return trial;
}

} // namespace songhe
