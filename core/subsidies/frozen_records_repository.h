// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"

#include <QtCore/QStringList>

namespace songhe {

/// A family of records that is written down with a claim when it is signed, and how its clear columns become JSON and
/// rows again.
struct FrozenFamily {
    QString name;
    QString where;       ///< SQL: which rows a claim (?2) freezes
    QString json;        ///< SQL expression over its columns; ids as text
    QStringList names;   ///< of the columns
    QString values;      ///< SQL list in the order of `names`, out of `content`
    bool inPart = false; ///< what is frozen stands in for those rows alone, not for the whole family
};

/// All families that may be frozen.
[[nodiscard]] const std::vector<FrozenFamily>& frozenFamilies();
/// Those by which a policy decides; none where it pays for meals or elders, whose facts are frozen as such.
/// `mayAskAttendance`: of any of its versions, for a claim may span several and a choice may change.
[[nodiscard]] QStringList frozenFamiliesOf(const Policy& policy, bool mayAskAttendance);

} // namespace songhe
