// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/fact.h"
#include "core/subsidies/claimed_records.h"
#include "ui/pages/settled_month.h"

namespace songhe::ui {

/// Why one line is paid or not: whom it is about, the record behind it, what held on that day, who recorded each of
/// them and when, and the clause that decides.
struct LineFacts {
    struct Told {
        Fact fact;
        QString value; ///< in words
        bool decided = false;
        QString recordedBy;
    };
    SettledLine line;
    std::optional<Elder> elder;
    ClaimedRecord record;
    QString recordedBy;
    std::vector<Told> facts; ///< those that decided first
    QString policyTitle;
    QString clause; ///< document, number, clause
    int policyVersion = 0;
};

/// Looks a line up in the records as they are now.
Result<LineFacts> lineFacts(Session& session, const Divisions& divisions, const QString& policy,
                            const SettledLine& line);

} // namespace songhe::ui
