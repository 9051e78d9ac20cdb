// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_shelf.h"

namespace songhe {

/// Which version of one policy judges which day: the shelf's, but for the days of signed claims, which stay with the
/// versions and choices that judged them.
class PolicyCalendar {
public:
    PolicyCalendar() = default;
    /// `shelf` must outlive the calendar.
    PolicyCalendar(const PolicyShelf& shelf, QString policyId);

    /// From the first to the last day the versions of `signedBy` judge. Spans must not overlap.
    void pin(QDate first, QDate last, std::vector<std::shared_ptr<const Policy>> signedBy);

    [[nodiscard]] const QString& policyId() const { return m_policyId; }
    /// Null where no version covers the day.
    [[nodiscard]] const Policy* onDay(QDate day) const;
    /// The one of the day, else the nearest; null only if the policy is unknown.
    [[nodiscard]] const Policy* onDayOrNearest(QDate day) const;
    /// Every version that may judge.
    [[nodiscard]] std::vector<const Policy*> versions() const;
    /// From which day on units must be judged so that the limits are right on `day`.
    [[nodiscard]] QDate startFor(QDate day) const;

private:
    struct Pin {
        QDate first;
        QDate last;
        std::vector<std::shared_ptr<const Policy>> versions;
    };

    const PolicyShelf* m_shelf = nullptr;
    QString m_policyId;
    std::vector<Pin> m_pins;
};

} // namespace songhe
