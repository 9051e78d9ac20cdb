// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/incidents/incident_desk.h"

#include "core/assessments/scale_shelf.h"
#include "core/elders/elder_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Incident incidentAt(QDate on, IncidentKind kind, int hour = 9)
{
    Incident incident;
    incident.elder = {1001};
    incident.kind = kind;
    incident.at = Clock::momentOf(on, QTime(hour, 0));
    return incident;
}

void addHurtElder(Ledger& ledger)
{
    Elder elder;
    elder.id = {1001};
    elder.name = u"王秀英"_s;
    REQUIRE(ElderDesk(ledger).add(elder));
}

} // namespace

TEST_CASE("an incident is of the day of its moment in China, has come already, and its call has an order",
          "[incidents]")
{
    TestStore store;
    addHurtElder(*store);
    IncidentDesk desk(*store);
    Incident fall = incidentAt({2021, 8, 31}, IncidentKind::Fall);
    fall.at = momentFromText(u"2021-08-31T17:00:00Z"_s); // 1 o'clock of the next day
    const auto added = desk.add(fall);
    REQUIRE(added);
    CHECK(added->on == QDate(2021, 9, 1));
    CHECK(desk.add(incidentAt({2021, 9, 3}, IncidentKind::Fall, 13)).error().kind == Error::Kind::Invalid);
    CHECK(desk.add(Incident {}).error().kind == Error::Kind::Invalid);
    Incident called = incidentAt({2021, 9, 2}, IncidentKind::Choking);
    called.calledAt = called.at;
    called.answeredAt = called.at.addSecs(40);
    called.arrivedAt = called.at.addSecs(20);
    CHECK(desk.add(called).error().kind == Error::Kind::Invalid);
    called.arrivedAt = called.at.addSecs(600);
    REQUIRE(desk.add(called));
    Incident scald = incidentAt({2021, 9, 2}, IncidentKind::Scald);
    scald.harm = HarmBy::Herself;
    CHECK(desk.add(scald).error().kind == Error::Kind::Invalid);
    REQUIRE(desk.voidIncident(added->id, u"重复"_s));
    CHECK(desk.listIn({{2021, 9, 1}, {}})->size() == 1);
}

TEST_CASE("the last 30 days propose the events of both scales, and no more than that", "[incidents][assessments]")
{
    TestStore store;
    addHurtElder(*store);
    IncidentDesk desk(*store);
    const auto add = [&](QDate on, IncidentKind kind, std::optional<HarmBy> harm = {}) {
        Incident incident = incidentAt(on, kind);
        incident.harm = harm;
        const auto added = desk.add(incident);
        REQUIRE(added);
        return added->id;
    };
    add({2021, 8, 4}, IncidentKind::Fall);    // 31 days before 3 September: not counted
    add({2021, 8, 5}, IncidentKind::BedFall); // the first of the 30
    add({2021, 9, 3}, IncidentKind::Fall);
    add({2021, 9, 1}, IncidentKind::Wandering);
    add({2021, 9, 1}, IncidentKind::Harm, HarmBy::Herself);
    add({2021, 9, 1}, IncidentKind::Harm, HarmBy::Another);
    add({2021, 9, 1}, IncidentKind::Scald);
    REQUIRE(desk.voidIncident(add({2021, 9, 2}, IncidentKind::Choking), u"误记"_s));
    const auto scales = ScaleShelf::builtIn();
    REQUIRE(scales);
    for (const Scale* scale : scales->scales()) {
        CAPTURE(scale->id.toStdString());
        const auto events = desk.proposedEvents(*scale, {1001}, {2021, 9, 3});
        REQUIRE(events);
        CHECK(events->value(u"fall"_s) == 2);
        CHECK(events->value(u"wandering"_s) == 1);
        CHECK(events->value(u"suicide"_s) == 1);
        CHECK(events->value(u"other"_s) == 2);
        CHECK(events->value(u"choking"_s) == 0);
        for (auto event = events->begin(); event != events->end(); ++event)
            CHECK(scale->knowsEvent(event.key()));
    }
}
