// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo.h"

#include "core/centre/site_repository.h"
#include "core/demo/demo_calendar.h"
#include "core/demo/demo_city.h"
#include "core/demo/demo_people.h"
#include "core/demo/demo_repository.h"
#include "core/elders/elder_desk.h"
#include "core/elders/person_name.h"
#include "core/elders/resident_number.h"
#include "core/meals/meal_repository.h"
#include "core/rules/policy_desk.h"
#include "core/services/service_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

DemoReport filled(TestStore& store, const DemoPlan& plan)
{
    Progress progress;
    const auto report = makeDemo(*store, plan, progress);
    REQUIRE(report);
    return *report;
}

/// Everything but seals and digests, which are never twice the same.
QStringList storyOf(TestStore& store)
{
    QStringList story;
    const auto gather = [&](const QString& sql) {
        auto rows = store->store.run(sql);
        REQUIRE(rows);
        while (rows->next()) {
            QStringList cells;
            for (int column = 0; column < rows->columnCount(); ++column)
                cells << rows->text(column);
            story << cells.join(u'|');
        }
        REQUIRE(rows->failed());
    };
    gather(u"SELECT id, sex, born, died, division, revision, recorded_at FROM elder ORDER BY id"_s);
    gather(u"SELECT id, elder_id, kind, value, from_on, to_on FROM fact ORDER BY id"_s);
    gather(u"SELECT id, elder_id, site_id, served_on, sitting, at, way, recorded_at FROM meal ORDER BY id"_s);
    gather(u"SELECT id, elder_id, assessed_on, answers, level, due_on FROM assessment ORDER BY id"_s);
    gather(u"SELECT number, at, family, record_id, kind FROM audit WHERE family <> 'policy' ORDER BY number"_s);
    ElderRepository elders(*store);
    const std::vector<Elder> people = elders.list().value();
    for (const Elder& elder : people)
        story << elder.name + u'|' + elder.residentNumber.value_or(u"-"_s) + u'|' + elder.address.value_or(u"-"_s);
    return story;
}

} // namespace

TEST_CASE("the same seed on the same day gives the same centre, another seed another one", "[demo]")
{
    TestStore one, two, other;
    const DemoReport report = filled(one, {.elders = 30, .years = 1, .seed = 5});
    filled(two, {.elders = 30, .years = 1, .seed = 5});
    filled(other, {.elders = 30, .years = 1, .seed = 6});
    CHECK(report.elders == 30);
    CHECK(report.facts > 60);
    CHECK(report.meals > 1000);
    CHECK(report.assessments > 3);
    CHECK(storyOf(one) == storyOf(two));
    CHECK(storyOf(one) != storyOf(other));
}

TEST_CASE("an invented centre passes every check of a real one", "[demo]")
{
    TestStore store;
    const DemoReport report = filled(store, {.elders = 60, .years = 2, .seed = 3});
    Progress progress;
    const auto audit = store.audit().verify(progress);
    REQUIRE(audit);
    CHECK(audit->problems.isEmpty());
    CHECK(audit->entries >= report.sites + report.elders + report.facts + report.meals);
    CHECK(store->store.integrityProblems().value().isEmpty());

    // The meal policy reaches to today by an invented extension, which says so.
    const PolicyShelf shelf = PolicyDesk(*store).shelf().value();
    const Policy* policy = shelf.onDay(u"baotou-2020-meals"_s, QDate(2026, 11, 22));
    REQUIRE(policy);
    CHECK(policy->version > 1);

    // There is something on every page, of the last weeks and for the days to come.
    for (const QString& table : {u"agreement"_s, u"service"_s, u"booking"_s, u"attendance"_s, u"visit"_s,
                                 u"visit_tier"_s, u"incident"_s, u"measurement"_s, u"device"_s, u"device_loan"_s}) {
        INFO(table.toStdString());
        auto rows = store->store.run(u"SELECT count(*) FROM "_s + table);
        REQUIRE(rows);
        REQUIRE(rows->next());
        CHECK(rows->integer(0) > 0);
    }
    // Nobody is in two places, away or dead; papers may lack, as they do.
    for (const ServiceDoubt& doubt : ServiceDesk(*store).doubtsIn(store->today().addDays(-40), store->today()).value())
        CHECK((doubt.code == u"outside_agreement" || doubt.code == u"unfit_staff"));

    ElderDesk desk(*store);
    const Divisions divisions = Divisions::load().value();
    const QDate today = store->today();
    const std::vector<Elder> people = desk.list().value();
    for (const Elder& elder : people) {
        INFO(elder.name.toStdString());
        CHECK(normalisedName(elder.name).value() == elder.name);
        if (elder.residentNumber) {
            const auto number = parseResidentNumber(*elder.residentNumber, today);
            REQUIRE(number);
            CHECK(number->born == elder.born);
            CHECK(number->sex == elder.sex);
            CHECK_FALSE(divisionWarning(*number, divisions));
        } else {
            CHECK(elder.noNumberReason);
        }
        CHECK(divisions.match(elder.address.value_or(QString())).code == elder.division);
        const std::vector<Fact> facts = desk.factsOf(elder.id).value();
        for (const Fact& fact : facts) {
            const auto known = factValues(fact.kind);
            const auto isValue = [&](const ChoiceName& name) { return fact.value == QLatin1String(name.key); };
            CHECK((known.empty() || std::any_of(known.begin(), known.end(), isValue)));
            CHECK((!fact.to || *fact.to >= fact.from));
            CHECK(fact.learnedOn <= Clock::dayOf(fact.recorded.at));
            CHECK(Clock::dayOf(fact.recorded.at) < today);
            CHECK((!fact.to || *fact.to <= Clock::dayOf(fact.recorded.at)));
        }
    }
}

TEST_CASE("nobody eats before she came, after her death, twice at a sitting, or today", "[demo]")
{
    TestStore store;
    filled(store, {.elders = 80, .years = 1, .seed = 9});
    const auto count = [&](const QString& sql) {
        auto rows = store->store.run(sql);
        REQUIRE(rows);
        REQUIRE(rows->next());
        return rows->integer(0);
    };
    CHECK(count(u"SELECT count(*) FROM elder WHERE died IS NOT NULL"_s) > 0);
    CHECK(count(u"SELECT count(*) FROM meal JOIN elder ON elder.id = elder_id WHERE served_on > died"_s) == 0);
    CHECK(count(u"SELECT count(*) FROM meal WHERE meal.id < elder_id"_s) == 0);
    CHECK(count(u"SELECT count(*) FROM meal WHERE served_on >= '2021-09-03' OR served_on < '2020-09-03'"_s) == 0);
    CHECK(
        count(u"SELECT count(*) FROM (SELECT 1 FROM meal GROUP BY elder_id, served_on, sitting HAVING count(*) > 1)"_s)
        == 0);
    CHECK(count(u"SELECT count(*) FROM meal WHERE served_on BETWEEN '2021-02-11' AND '2021-02-18'"_s) == 0);
    CHECK(count(u"SELECT max(served_on) = '2021-09-02' FROM meal"_s) == 1);
}

TEST_CASE("a meal written the fast way is byte for byte what the repository writes", "[demo]")
{
    Meal meal;
    meal.id = {7001};
    meal.servedOn = QDate(2021, 9, 2);
    meal.at = Clock::momentOf(meal.servedOn, QTime(11, 40, 5, 123));
    meal.way = MealWay::Delivered;
    meal.price = Fen {1000};
    meal.origin = u"desk"_s;
    const auto entryOf = [&](bool fast) {
        TestStore store;
        SiteRepository sites(*store);
        Site site;
        site.id = {1};
        site.code = u"P1"_s;
        site.name = u"友谊食堂"_s;
        REQUIRE(sites.add(site));
        ElderRepository elders(*store);
        Elder elder;
        elder.id = {1001};
        elder.name = u"王秀英"_s;
        REQUIRE(elders.add(elder));
        Meal own = meal;
        own.site = site.id;
        own.elder = elder.id;
        if (fast) {
            DemoRepository writer(*store);
            REQUIRE(writer.prepare());
            REQUIRE(writer.add(own, store->clock.now()));
        } else {
            REQUIRE(MealRepository(*store).add(own));
        }
        Progress progress;
        CHECK(store.audit().verify(progress)->problems.isEmpty());
        const auto history = store.audit().historyOf(u"meal"_s, 7001).value();
        REQUIRE(history.size() == 1);
        const auto back = MealRepository(*store).find({7001}).value();
        REQUIRE(back);
        CHECK(back->at == own.at);
        CHECK(back->way == own.way);
        CHECK(back->recorded.by == Id<User> {TestStore::clerk});
        CHECK(history[0].change.by == Id<User> {TestStore::clerk});
        CHECK(history[0].change.at == store->clock.now());
        return history[0].change.content;
    };
    CHECK(entryOf(true) == entryOf(false));
}

TEST_CASE("a centre with records refuses, and a stopped demonstration leaves nothing", "[demo]")
{
    TestStore store;
    Progress stopped([&](int percent) {
        if (percent >= 40)
            stopped.stop();
    });
    const auto cut = makeDemo(*store, {.elders = 10, .years = 1, .seed = 1}, stopped);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().kind == Error::Kind::Cancelled);
    CHECK(DemoRepository(*store).isFresh().value());
    CHECK(store.audit().head()->number == 0);

    filled(store, {.elders = 3, .years = 1, .seed = 1});
    Progress progress;
    CHECK(makeDemo(*store, {.elders = 3, .years = 1, .seed = 1}, progress).error().kind == Error::Kind::Refused);
    CHECK(makeDemo(*store, {.elders = 0, .years = 1, .seed = 1}, progress).error().kind == Error::Kind::Invalid);
    CHECK(makeDemo(*store, {.elders = 3, .years = 31, .seed = 1}, progress).error().kind == Error::Kind::Invalid);
}

TEST_CASE("the dining room is shut at the Spring Festival and thin at week-ends", "[demo]")
{
    CHECK(demoAttendance({2021, 2, 12}) == 0);
    CHECK(demoAttendance({2026, 2, 17}) == 0);
    CHECK(demoAttendance({2021, 9, 3}) == 100);
    CHECK(demoAttendance({2021, 9, 4}) == 30);
    CHECK(demoAttendance({2021, 10, 1}) == 12);
}

TEST_CASE("a centre that was real is marked as a demonstration, and its history says so", "[demo]")
{
    TestStore store;
    REQUIRE(store->store.execute(
        u"INSERT INTO centre (id, uuid, lineage, code, name, division, age_recipient, minisign_public_key, "
        "age_identity, minisign_secret_key, recovery_salt, recovery_ops, recovery_memory, recovery_wrap, created_at) "
        "VALUES (1, 'u', 'l', 'c', 'n', '150204', '', '', x'', x'', x'', 1, 1, x'', '2021-09-03T00:00:00.000Z')"_s));
    filled(store, {.elders = 3, .years = 1, .seed = 1});
    auto rows = store->store.run(u"SELECT demonstration FROM centre"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 1);
    const auto history = store.audit().historyOf(u"centre"_s, 1).value();
    REQUIRE(history.size() == 1);
    CHECK(history.front().change.kind == ChangeKind::Changed);
}

TEST_CASE("a city's plan that cannot be lived is refused in plain words", "[demo]")
{
    const auto refusal = [](const CityPlan& plan) {
        const auto checked = checkCityPlan(plan);
        return checked ? QString() : checked.error().message;
    };
    CHECK(refusal({}) == QString());
    CHECK(refusal({.year = 2000}) == QString());
    CHECK(refusal({.year = 2100}) == QString());
    for (const int year : {-1, 0, 1999, 2101, 2'000'000'000})
        CHECK(refusal({.year = year}).contains(u"2000"_s));
    CHECK(refusal({.seed = 0x7FFFFFFF}) == QString());
    CHECK(refusal({.seed = 0x80000000}).contains(u"2147483647"_s));
    CHECK(refusal({.seed = quint64(-1)}).contains(u"2147483647"_s)); // -1 as it was typed
}
