// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/meals/meal_desk.h"

namespace songhe::cli {

namespace {

QString mealTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

/// A choice by its key, or a usage error that lists the keys.
template <typename E> Result<E> choice(const Context& context, const QString& option, E fallback)
{
    if (!context.has(option))
        return fallback;
    const auto known = choiceFromKey<E>(context.value(option));
    if (known)
        return *known;
    QStringList keys;
    for (const ChoiceName& name : choiceNames<E>())
        keys << QString::fromLatin1(name.key);
    return usage(mealTr("--%1: '%2' is not known. Use one of: %3.")
                     .arg(option, context.value(option), keys.join(QStringLiteral(", "))));
}

Result<Meal> mealFromOptions(Context& context, Ledger& ledger)
{
    Meal meal;
    ASSIGN_OR_RETURN(const QString elder, context.need(QStringLiteral("elder")));
    ASSIGN_OR_RETURN(meal.elder.value, context.needId(elder, QStringLiteral("--elder")));
    meal.servedOn = ledger.today();
    if (context.has(QStringLiteral("on"))) {
        ASSIGN_OR_RETURN(meal.servedOn, context.day(context.value(QStringLiteral("on")), QStringLiteral("--on")));
    }
    if (context.has(QStringLiteral("at"))) {
        meal.at = momentFromText(context.value(QStringLiteral("at")));
        if (!meal.at.isValid())
            return usage(mealTr("--at: write the moment as 2021-09-03T03:40:00Z."));
    }
    ASSIGN_OR_RETURN(meal.sitting, choice(context, QStringLiteral("sitting"), Sitting::Lunch));
    ASSIGN_OR_RETURN(meal.way, choice(context, QStringLiteral("way"), MealWay::EatIn));
    if (context.has(QStringLiteral("fetched-by"))) {
        meal.way = MealWay::Fetched;
        meal.fetchedBy = context.value(QStringLiteral("fetched-by"));
    }
    if (context.has(QStringLiteral("note")))
        meal.note = context.value(QStringLiteral("note"));
    ASSIGN_OR_RETURN(const Site site, SiteDesk(ledger).resolve(context.value(QStringLiteral("site"))));
    meal.site = site.id;
    ASSIGN_OR_RETURN(const QString price, Settings(ledger).value(QStringLiteral("meal.price_fen")));
    meal.price = Fen {price.toLongLong()};
    return meal;
}

QJsonObject outlookJson(const Outlook& outlook)
{
    return {{QStringLiteral("payable"), outlook.verdict.payable()},
            {QStringLiteral("outcome"), choiceKey(outlook.verdict.outcome)},
            {QStringLiteral("fen"), outlook.verdict.fen.value},
            {QStringLiteral("code"), outlook.verdict.reason.code},
            {QStringLiteral("text"), outlook.text}};
}

/// Who confirms a late entry proves it by her own password.
Result<std::optional<LateEntry>> lateEntry(Context& context)
{
    if (!context.has(QStringLiteral("second")))
        return std::optional<LateEntry>();
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(const QString file, context.need(QStringLiteral("second-password-file")));
    ASSIGN_OR_RETURN(const SecureBytes secret, readPasswordFile(file));
    ASSIGN_OR_RETURN(DataFolder * folder, context.folder());
    ASSIGN_OR_RETURN(const auto second,
                     Session::signIn(*folder, context.value(QStringLiteral("second")), secret, context.clock));
    return std::optional(LateEntry {reason, second->user().id});
}

CommandResult mealAdd(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Meal meal, mealFromOptions(context, *ledger));
    ASSIGN_OR_RETURN(MealOutlook * outlook, context.outlook());
    ASSIGN_OR_RETURN(const std::optional<LateEntry> late, lateEntry(context));
    ASSIGN_OR_RETURN(const CheckIn done, MealDesk(*ledger, *outlook).checkIn(meal, late));
    QJsonObject json = recordJson(done.meal);
    json.insert(QStringLiteral("outlook"), outlookJson(done.outlook));
    json.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(done.warnings));
    QString text = mealTr("Recorded: %1, %2 %3, number %4.")
                       .arg(done.elder.name, done.meal.servedOn.toString(Qt::ISODate), choiceText(done.meal.sitting),
                            done.meal.id.text())
        + u'\n' + done.outlook.text;
    for (const QString& warning : done.warnings)
        text += u'\n' + warning;
    return Answer {json, text};
}

CommandResult mealVoid(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(MealOutlook * outlook, context.outlook());
    ASSIGN_OR_RETURN(const Meal voided, MealDesk(*ledger, *outlook).voidMeal(Id<Meal> {id}, reason));
    return Answer {recordJson(voided),
                   mealTr("Meal %1 of %2 is void now.").arg(voided.id.text(), voided.servedOn.toString(Qt::ISODate))};
}

CommandResult mealList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    QDate day = ledger->today();
    if (context.has(QStringLiteral("on"))) {
        ASSIGN_OR_RETURN(day, context.day(context.value(QStringLiteral("on")), QStringLiteral("--on")));
    }
    ASSIGN_OR_RETURN(MealOutlook * outlook, context.outlook());
    ASSIGN_OR_RETURN(const std::vector<Meal> meals, MealDesk(*ledger, *outlook).listOn(day));
    QJsonArray json;
    QString text = mealTr("%1: %2 meals.").arg(day.toString(Qt::ISODate)).arg(meals.size()) + u'\n';
    for (const Meal& meal : meals) {
        json << recordJson(meal);
        text += QStringLiteral("%1  %2  %3  [%4]\n")
                    .arg(Clock::timeOf(meal.at).toString(QStringLiteral("HH:mm")), meal.elder.text(),
                         choiceText(meal.sitting), meal.id.text());
    }
    return Answer {json, text};
}

} // namespace

void addMealCommands(std::vector<Command>& table)
{
    table.push_back({"meal add",
                     "",
                     {{"elder", "ID"},
                      {"on", "DATE"},
                      {"sitting", "breakfast|lunch|dinner"},
                      {"site", "S"},
                      {"way", "eat_in|delivered|fetched"},
                      {"fetched-by", "WHO"},
                      {"at", "MOMENT"},
                      {"note", "N"},
                      {"reason", "R"},
                      {"second", "USER"},
                      {"second-password-file", "F"}},
                     &mealAdd});
    table.push_back({"meal void", "ID", {{"reason", "R"}}, &mealVoid, 1, 1});
    table.push_back({"meal list", "", {{"on", "DATE"}}, &mealList});
}

} // namespace songhe::cli
