// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/facts.h"

namespace songhe {

QDate reachesAge(QDate born, int years, AgeRule rule)
{
    const int year = born.year() + years;
    QDate day(year, born.month(), born.day());
    if (!day.isValid()) // 29 February in a common year
        day = rule.leapOnFeb28 ? QDate(year, 2, 28) : QDate(year, 3, 1);
    return rule.dayAfter ? day.addDays(1) : day;
}

int ageOn(QDate born, QDate day, AgeRule rule)
{
    int years = qMax(0, day.year() - born.year());
    while (years > 0 && reachesAge(born, years, rule) > day)
        --years;
    return years;
}

std::vector<const KnownFact*> Facts::ofKind(const QString& kind) const
{
    std::vector<const KnownFact*> found;
    const auto gather = [&](QStringView wanted) {
        for (const KnownFact& fact : known)
            if (fact.kind == wanted)
                found.push_back(&fact);
    };
    if (kind != abilityLevelKind) {
        gather(kind);
        return found;
    }
    gather(assessedAbilityKind);
    if (found.empty() && !expiredAbility())
        gather(declaredAbilityKind);
    return found;
}

const KnownFact* Facts::expiredAbility() const
{
    for (const KnownFact& fact : known)
        if (fact.kind == expiredAbilityKind)
            return &fact;
    return nullptr;
}

} // namespace songhe
