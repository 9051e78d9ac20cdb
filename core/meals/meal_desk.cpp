// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_desk.h"

#include "core/centre/closed_days_repository.h"
#include "core/centre/site_repository.h"
#include "core/security/user_repository.h"

namespace songhe {

namespace {

QTime usualTime(Sitting sitting)
{
    switch (sitting) {
    case Sitting::Breakfast:
        return {7, 30};
    case Sitting::Lunch:
        return {11, 30};
    case Sitting::Dinner:
        return {17, 30};
    }
    return {11, 30};
}

} // namespace

QDateTime MealDesk::usualMoment(QDate day, Sitting sitting)
{
    return Clock::momentOf(day, usualTime(sitting));
}

Result<Elder> MealDesk::servedElder(const Meal& meal)
{
    if (!meal.servedOn.isValid() || meal.servedOn > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    tr("The day %1 has not come yet. Meals are recorded on their day or later.")
                        .arg(meal.servedOn.toString(Qt::ISODate)));
    ASSIGN_OR_RETURN(std::optional<Elder> elder, m_elders.find(meal.elder));
    if (!elder)
        return fail(
            Error::Kind::NotFound,
            tr("There is no elder with number %1. Please search by name or number tail.").arg(meal.elder.value));
    if (elder->recorded.isVoided())
        return fail(Error::Kind::Refused,
                    tr("This file was made void (%1). Please serve her under the file that counts.")
                        .arg(elder->recorded.voidReason.value_or(QString())));
    return *std::move(elder);
}

Result<QStringList> MealDesk::warningsFor(const Meal& meal, const Elder& elder)
{
    QStringList warnings;
    if (elder.died && meal.servedOn > *elder.died)
        warnings << tr("Recorded as deceased on %1. Please check who this is.").arg(elder.died->toString(Qt::ISODate));
    ASSIGN_OR_RETURN(const std::vector<Meal> others, m_meals.listOf(meal.elder, meal.servedOn));
    if (others.empty())
        return warnings;
    const Meal& earlier = others.front();
    ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(earlier.site));
    warnings << tr("Already served today: %1 at %2 (%3). A second meal of the day is not subsidised.")
                    .arg(choiceText(earlier.sitting), site ? site->name : QString(),
                         Clock::timeOf(earlier.at).toString(QStringLiteral("HH:mm")));
    return warnings;
}

Failure MealDesk::alreadyServed(const Meal& meal)
{
    QString when, who;
    if (const auto others = m_meals.listOf(meal.elder, meal.servedOn)) {
        for (const Meal& other : *others) {
            if (other.sitting != meal.sitting || other.site != meal.site)
                continue;
            when = Clock::timeOf(other.at).toString(QStringLiteral("HH:mm"));
            if (const auto user = UserRepository(m_ledger).find(other.recorded.by); user && *user)
                who = (*user)->name;
        }
    }
    return fail(Error::Kind::Conflict,
                tr("Already recorded here at this sitting (%1). If that was a mistake, take it back with Ctrl+Z.")
                    .arg(who.isEmpty() ? when : when + u' ' + who));
}

Result<CheckIn> MealDesk::checkIn(Meal meal)
{
    if (!meal.at.isValid())
        meal.at = meal.servedOn == m_ledger.today() ? m_ledger.clock.now() : usualMoment(meal.servedOn, meal.sitting);
    if (!meal.origin)
        meal.origin = QStringLiteral("desk");
    auto done = m_ledger.transact([&]() -> Result<CheckIn> {
        RETURN_IF_ERROR(ClosedDaysRepository(m_ledger).mustBeOpen(QString::fromLatin1(Meal::family), meal.servedOn));
        ASSIGN_OR_RETURN(Elder elder, servedElder(meal));
        ASSIGN_OR_RETURN(QStringList warnings, warningsFor(meal, elder));
        auto added = m_meals.add(meal);
        if (!added)
            return added.error().kind == Error::Kind::Conflict ? alreadyServed(meal) : fail(std::move(added).error());
        ASSIGN_OR_RETURN(Outlook outlook, m_outlook.of(*added));
        return CheckIn {*std::move(added), std::move(elder), std::move(outlook), std::move(warnings)};
    });
    if (done)
        m_outlook.recorded(done->meal, done->outlook.verdict);
    return done;
}

Result<Meal> MealDesk::voidMeal(Id<Meal> id, const QString& reason)
{
    auto done = m_ledger.transact([&] { return m_meals.voidMeal(id, reason); });
    if (done)
        m_outlook.takenBack(*done);
    return done;
}

Result<std::optional<Meal>> MealDesk::undoLast()
{
    ASSIGN_OR_RETURN(const std::optional<Meal> newest, m_meals.newestOf(m_ledger.user, m_ledger.today()));
    if (!newest)
        return std::optional<Meal>();
    ASSIGN_OR_RETURN(Meal voided, voidMeal(newest->id, tr("taken back at the desk")));
    return std::optional<Meal>(std::move(voided));
}

} // namespace songhe
