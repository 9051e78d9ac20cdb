// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_calendar.h"

namespace songhe {

PolicyCalendar::PolicyCalendar(const PolicyShelf& shelf, QString policyId)
    : m_shelf(&shelf)
    , m_policyId(std::move(policyId))
{ }

void PolicyCalendar::pin(QDate first, QDate last, std::vector<std::shared_ptr<const Policy>> signedBy)
{
    m_pins.push_back({first, last, std::move(signedBy)});
}

const Policy* PolicyCalendar::onDay(QDate day) const
{
    for (const Pin& pin : m_pins) {
        if (day < pin.first || day > pin.last)
            continue;
        const Policy* found = nullptr;
        for (const auto& policy : pin.versions)
            if (policy->covers(day))
                found = policy.get();
        return found;
    }
    return m_shelf->onDay(m_policyId, day);
}

const Policy* PolicyCalendar::onDayOrNearest(QDate day) const
{
    const Policy* policy = onDay(day);
    return policy ? policy : m_shelf->nearest(m_policyId, day);
}

std::vector<const Policy*> PolicyCalendar::versions() const
{
    std::vector<const Policy*> all = m_shelf->versions(m_policyId);
    for (const Pin& pin : m_pins)
        for (const auto& policy : pin.versions)
            all.push_back(policy.get());
    return all;
}

QDate PolicyCalendar::startFor(QDate day) const
{
    QDate start = day;
    if (const Policy* policy = onDayOrNearest(day))
        for (const Limit& limit : policy->limits)
            if (limit.per != Limit::Per::Once)
                start = qMin(start, policy->periodStart(limit.per, day));
    return start;
}

} // namespace songhe
