// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_desk.h"

#include "core/centre/closed_days_repository.h"
#include "core/centre/settings.h"
#include "core/centre/site_repository.h"
#include "core/security/user_repository.h"

#include <algorithm>

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

Result<CheckIn> MealDesk::write(const Meal& meal)
{
    RETURN_IF_ERROR(ClosedDaysRepository(m_ledger).mustBeOpen(QString::fromLatin1(Meal::family), meal.servedOn));
    ASSIGN_OR_RETURN(Elder elder, servedElder(meal));
    ASSIGN_OR_RETURN(QStringList warnings, warningsFor(meal, elder));
    auto added = m_meals.add(meal);
    if (!added)
        return added.error().kind == Error::Kind::Conflict ? alreadyServed(meal) : fail(std::move(added).error());
    ASSIGN_OR_RETURN(Outlook outlook, m_outlook.of(*added));
    return CheckIn {*std::move(added), std::move(elder), std::move(outlook), std::move(warnings)};
}

Result<bool> MealDesk::isLate(const Meal& meal)
{
    if (meal.servedOn >= m_ledger.today())
        return false;
    ASSIGN_OR_RETURN(const QString days, Settings(m_ledger).value(QStringLiteral("meal.late_days")));
    return meal.servedOn.daysTo(m_ledger.today()) > days.toInt();
}

Result<bool> MealDesk::hasOthers()
{
    ASSIGN_OR_RETURN(const std::vector<User> all, UserRepository(m_ledger).list());
    return std::any_of(all.begin(), all.end(),
                       [this](const User& user) { return user.id != m_ledger.user && !user.recorded.isVoided(); });
}

Result<bool> MealDesk::wantsSecond(const Meal& meal)
{
    ASSIGN_OR_RETURN(const bool late, isLate(meal));
    return late ? hasOthers() : Result<bool>(false);
}

Result<QString> MealDesk::confirmLate(Meal& meal, const std::optional<LateEntry>& late)
{
    ASSIGN_OR_RETURN(const bool isLateNow, isLate(meal));
    if (!isLateNow)
        return QString();
    UserRepository users(m_ledger);
    if (late) {
        if (late->reason.trimmed().isEmpty())
            return fail(Error::Kind::Invalid, tr("Please write down why this meal is entered late."));
        ASSIGN_OR_RETURN(const std::optional<User> second, users.find(late->second));
        if (!second || late->second == m_ledger.user)
            return fail(Error::Kind::Refused, tr("A late entry is confirmed by another person than who enters it."));
        meal.lateReason = late->reason.trimmed();
        meal.secondPerson = second->name;
        return QString();
    }
    ASSIGN_OR_RETURN(const bool others, hasOthers());
    if (others)
        return fail(Error::Kind::Refused,
                    tr("%1 is %n day(s) back: a late entry wants a reason and a second person, who confirms it by her "
                       "own password.",
                       nullptr, int(meal.servedOn.daysTo(m_ledger.today())))
                        .arg(meal.servedOn.toString(Qt::ISODate)));
    return tr("Entered late, and nobody else is there to confirm it. The check before signing shows it.");
}

Result<CheckIn> MealDesk::checkIn(Meal meal, const std::optional<LateEntry>& late)
{
    if (!meal.at.isValid())
        meal.at = meal.servedOn == m_ledger.today() ? m_ledger.clock.now() : usualMoment(meal.servedOn, meal.sitting);
    if (!meal.origin)
        meal.origin = QStringLiteral("desk");
    auto done = m_ledger.transact([&]() -> Result<CheckIn> {
        RETURN_IF_ERROR(ClosedDaysRepository(m_ledger).mustBeOpen(QString::fromLatin1(Meal::family), meal.servedOn));
        ASSIGN_OR_RETURN(const QString alone, confirmLate(meal, late));
        ASSIGN_OR_RETURN(CheckIn made, write(meal));
        if (!alone.isEmpty())
            made.warnings << alone;
        return made;
    });
    if (done)
        m_outlook.recorded(done->meal, done->outlook.verdict);
    return done;
}

Result<std::vector<CheckIn>> MealDesk::checkInAll(const Batch& batch)
{
    Meal meal;
    meal.site = batch.site;
    meal.servedOn = batch.servedOn;
    meal.sitting = batch.sitting;
    meal.way = batch.way;
    meal.price = batch.price;
    meal.origin = QStringLiteral("batch"); // with `at` it tells which meals Ctrl+Z takes back together
    meal.at = meal.servedOn == m_ledger.today() ? m_ledger.clock.now() : usualMoment(meal.servedOn, meal.sitting);
    auto done = m_ledger.transact([&]() -> Result<std::vector<CheckIn>> {
        std::vector<CheckIn> all;
        for (const Id<Elder> elder : batch.elders) {
            meal.elder = elder;
            meal.id = {};
            auto one = write(meal);
            if (!one) {
                one.error().message = tr("Nothing of the list was recorded. Elder %1: %2")
                                          .arg(QString::number(elder.value), one.error().message);
                return fail(std::move(one).error());
            }
            m_outlook.recorded(one->meal, one->outlook.verdict); // the next one is judged after it
            all.push_back(*std::move(one));
        }
        return all;
    });
    if (!done)
        m_outlook.forget(); // it counted meals that are not there
    return done;
}

Result<std::vector<Delivery>> MealDesk::deliveredBefore(QDate day, Id<Site> site, Sitting sitting)
{
    constexpr int daysBack = 14;
    return m_meals.deliveredTo(site, sitting, day.addDays(-daysBack), day.addDays(-1));
}

Result<Meal> MealDesk::makeVoid(const Meal& meal, const QString& reason, std::optional<Verdict>& worth)
{
    if (!meal.recorded.isVoided()) {
        ASSIGN_OR_RETURN(const Outlook outlook, m_outlook.of(meal));
        worth = outlook.verdict;
    }
    return m_meals.voidMeal(meal.id, reason);
}

Result<Meal> MealDesk::voidMeal(Id<Meal> id, const QString& reason)
{
    std::optional<Verdict> worth;
    auto done = m_ledger.transact([&]() -> Result<Meal> {
        ASSIGN_OR_RETURN(const std::optional<Meal> meal, m_meals.find(id));
        return meal ? makeVoid(*meal, reason, worth) : m_meals.voidMeal(id, reason);
    });
    if (done)
        m_outlook.takenBack(*done, worth);
    return done;
}

Result<std::vector<Meal>> MealDesk::undoLast()
{
    std::vector<std::optional<Verdict>> worth;
    auto done = m_ledger.transact([&]() -> Result<std::vector<Meal>> {
        ASSIGN_OR_RETURN(std::vector<Meal> newest, m_meals.newestOf(m_ledger.user, m_ledger.today()));
        for (Meal& meal : newest) {
            ASSIGN_OR_RETURN(meal, makeVoid(meal, tr("taken back at the desk"), worth.emplace_back()));
        }
        return newest;
    });
    if (!done)
        return done;
    for (std::size_t i = 0; i < done->size(); ++i)
        m_outlook.takenBack((*done)[i], worth[i]);
    return done;
}

} // namespace songhe
