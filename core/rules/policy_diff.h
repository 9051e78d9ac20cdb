// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"

#include <QtCore/QJsonValue>

namespace songhe {

/// One place of a policy file that another version says otherwise; undefined where it does not stand there.
struct PolicyChange {
    QString path; ///< limits[1].most
    QJsonValue before;
    QJsonValue after;
};

/// What `later` says otherwise than `earlier`, in the order of their keys; words and examples included.
[[nodiscard]] std::vector<PolicyChange> policyDifferences(const Policy& earlier, const Policy& later);
/// A value in one line; '–' where there is none.
[[nodiscard]] QString shownJson(const QJsonValue& value);

} // namespace songhe
