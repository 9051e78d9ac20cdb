// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/care_search.h"

#include "core/elders/elder_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/visits/visit_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("incidents and visits are found by number, and by whose they are with a word of kind or day",
          "[care][search]")
{
    TestStore store;
    Elder elder;
    elder.id = {1001};
    elder.name = u"王秀英"_s;
    REQUIRE(ElderDesk(*store).add(elder));
    Incident fall;
    fall.elder = {1001};
    fall.at = Clock::momentOf({2021, 9, 2}, {10, 0});
    fall.kind = IncidentKind::Fall;
    const auto happened = IncidentDesk(*store).add(fall);
    REQUIRE(happened);
    const auto plan = VisitPlan::builtIn();
    Visit visit;
    visit.elder = {1001};
    visit.on = {2021, 9, 1};
    VisitDesk visits(*store, *plan);
    const auto visited = visits.add(visit);
    REQUIRE(visited);
    const auto named = [](const QString& word) {
        return word == u"wxy" ? std::vector<Id<Elder>> {{1001}} : std::vector<Id<Elder>>();
    };
    CareSearch search(*store);
    const auto found = [&](const QString& text) {
        QStringList words;
        const auto all = search.find(text, named);
        REQUIRE(all);
        for (const CareFound& one : *all)
            words << one.family + u' ' + one.on.toString(Qt::ISODate);
        return words;
    };
    const QString incidentLine = u"incident 2021-09-02"_s;
    const QString visitLine = u"visit 2021-09-01"_s;
    CHECK(found(happened->id.text()) == QStringList {incidentLine});
    CHECK(found(visited->id.text()) == QStringList {visitLine});
    CHECK(found(u"wxy incident"_s) == QStringList {incidentLine});
    CHECK(found(u"wxy visit"_s) == QStringList {visitLine});
    CHECK(found(u"wxy 9-2"_s) == QStringList {incidentLine});
    CHECK(found(u"wxy 2021-09-01"_s) == QStringList {visitLine});
    CHECK(found(u"lgl visit"_s).isEmpty());
    CHECK(found(u"wxy"_s).isEmpty());
    REQUIRE(visits.voidVisit(visited->id, u"登错"_s));
    CHECK(found(visited->id.text()).isEmpty());
}
