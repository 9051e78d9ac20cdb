// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/books.h"

using namespace Qt::StringLiterals;

namespace songhe::desktop {

Result<std::unique_ptr<Tables>> Tables::load()
{
    ASSIGN_OR_RETURN(Divisions divisions, Divisions::load());
    ASSIGN_OR_RETURN(Readings readings, Readings::load());
    return std::make_unique<Tables>(Tables {std::move(divisions), std::move(readings)});
}

Books::Books(std::unique_ptr<Session> opened, const Tables& known, PolicyShelf policies, const QString& policy,
             Plans plans)
    : session(std::move(opened))
    , tables(known)
    , shelf(std::move(policies))
    , wording(elderWording(known.divisions))
    , settings(session->ledger())
    , sites(session->ledger())
    , elders(session->ledger())
    , outlook(session->ledger(), shelf, policy, wording)
    , meals(session->ledger(), outlook)
    , settlements(session->ledger(), shelf, wording)
    , facilities(session->ledger())
    , projects(session->ledger())
    , evaluations(session->ledger())
    , beds(session->ledger())
    , absences(session->ledger())
    , attendance(session->ledger())
    , staff(session->ledger())
    , catalogue(session->ledger())
    , services(session->ledger())
    , bookings(session->ledger())
    , agreements(session->ledger())
    , incidents(session->ledger())
    , visitPlan(std::move(plans.visits))
    , visits(session->ledger(), visitPlan)
    , healthPlan(std::move(plans.health))
    , measurements(session->ledger(), healthPlan)
    , devicePlan(std::move(plans.devices))
    , devices(session->ledger(), devicePlan)
    , timeline(session->ledger(), {visitPlan, healthPlan, devicePlan})
    , scales(std::move(plans.standards))
    , assessments(session->ledger(), scales)
    , index(known.readings)
    , changes(session->ledger())
{
    changes.follow<Elder>();
    changes.follow<ElderPhoto>();
    changes.follow<Fact>();
    changes.follow<Meal>(RecordHistory::Which::Voided);
    changes.follow<Incident>();
    changes.follow<VisitTier>();
}

Books::~Books()
{
    index.clear();
}

Result<std::unique_ptr<Books>> Books::open(std::unique_ptr<Session> session, const Tables& tables)
{
    ASSIGN_OR_RETURN(PolicyShelf shelf, PolicyDesk(session->ledger()).shelf());
    ASSIGN_OR_RETURN(const QString policy, Settings(session->ledger()).value(u"meal.policy"_s));
    Plans plans;
    ASSIGN_OR_RETURN(plans.standards, ScaleShelf::builtIn());
    ASSIGN_OR_RETURN(plans.visits, VisitPlan::builtIn());
    ASSIGN_OR_RETURN(plans.health, HealthPlan::builtIn());
    ASSIGN_OR_RETURN(plans.devices, DevicePlan::builtIn());
    std::unique_ptr<Books> books(new Books(std::move(session), tables, std::move(shelf), policy, std::move(plans)));
    RETURN_IF_ERROR(books->reloadIndex());
    return books;
}

Result<void> Books::reloadIndex()
{
    ASSIGN_OR_RETURN(const std::vector<Elder> list, elders.list());
    std::vector<ElderIndex::Entry> entries;
    entries.reserve(list.size());
    for (const Elder& elder : list)
        entries.push_back(ElderIndex::entryOf(elder));
    index.build(entries);
    outlook.forget();
    return {};
}

Result<void> Books::reloadPolicies()
{
    ASSIGN_OR_RETURN(shelf, PolicyDesk(session->ledger()).shelf());
    ASSIGN_OR_RETURN(const QString policy, settings.value(u"meal.policy"_s));
    outlook.follow(policy);
    return {};
}

std::vector<Books::Place> Books::places(const QString& text)
{
    std::vector<Place> found;
    const auto take = [&](const auto& records) {
        if (!records)
            return;
        for (const auto& each : *records)
            if (each.code.contains(text, Qt::CaseInsensitive) || each.name.contains(text, Qt::CaseInsensitive))
                found.push_back({u"%1  %2"_s.arg(each.code, each.name), choiceText(each.kind), each.id.value});
    };
    take(facilities.list());
    take(projects.list());
    return found;
}

std::vector<Books::Place> Books::lendable(const QString& text)
{
    std::vector<Place> found;
    const auto all = devices.devices();
    if (!all)
        return found;
    for (const Device& each : *all)
        if (each.code.contains(text, Qt::CaseInsensitive)) {
            const DeviceKind* kind = devicePlan.kind(each.kind);
            found.push_back({each.code, kind ? kind->title.text() : each.kind, each.id.value});
        }
    return found;
}

QString Books::userName(Id<User> user)
{
    if (!m_users.contains(user.value))
        if (const auto users = session->users())
            for (const User& known : *users)
                m_users.insert(known.id.value, known.name);
    return m_users.value(user.value);
}

} // namespace songhe::desktop
