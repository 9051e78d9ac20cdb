// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/visit_desk.h"

#include "core/attendance/absence_desk.h"
#include "core/elders/elder_desk.h"
#include "core/incidents/incident_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct VisitFixture {
    VisitFixture() { REQUIRE(plan); }

    Id<Elder> elder(qint64 id, QDate born, const QString& living = {}, std::optional<QDate> died = {})
    {
        Elder made;
        made.id = {id};
        made.name = u"李桂芳"_s;
        made.born = born;
        made.died = died;
        std::vector<Fact> facts;
        if (!living.isEmpty()) {
            Fact fact;
            fact.kind = FactKind::Living;
            fact.value = living;
            fact.from = fact.learnedOn = QDate(2020, 1, 1);
            facts.push_back(fact);
        }
        REQUIRE(ElderDesk(*store).add(made, facts));
        return {id};
    }

    Result<Visit> visit(Id<Elder> who, QDate on, std::optional<QDate> next = {}, VisitKind kind = VisitKind::Care,
                        bool met = true)
    {
        Visit made;
        made.elder = who;
        made.on = on;
        made.nextDue = next;
        made.kind = kind;
        made.met = met;
        return desk.add(made);
    }

    QStringList due(QDate on)
    {
        const auto found = desk.dueOn(on);
        REQUIRE(found);
        QStringList lines;
        for (const DueVisit& each : *found)
            lines << u"%1 %2 %3 %4"_s.arg(each.elder.text(), each.tier, choiceKey(each.kind),
                                          each.due.toString(Qt::ISODate));
        return lines;
    }

    TestStore store;
    Result<VisitPlan> plan = VisitPlan::builtIn();
    VisitDesk desk {*store, *plan};
};

QByteArray visitsFile()
{
    QFile file(u":/catalogues/visits.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE(
    "the next visit follows from the tier: weekly at 80 and alone, monthly for key groups, quarterly for the rest",
    "[visits]")
{
    VisitFixture fix;
    const auto old = fix.elder(1, {1941, 9, 2}, u"alone"_s);
    const auto alone = fix.elder(2, {1950, 1, 1}, u"alone"_s);
    const auto other = fix.elder(3, {1950, 1, 1});
    CHECK(fix.visit(old, {2021, 9, 2})->nextDue == QDate(2021, 9, 9));
    CHECK(fix.visit(old, {2021, 9, 1})->nextDue == QDate(2021, 10, 1)); // not 80 yet
    CHECK(fix.visit(alone, {2021, 9, 2})->nextDue == QDate(2021, 10, 2));
    CHECK(fix.visit(other, {2021, 9, 2})->nextDue == QDate(2021, 12, 2));
    CHECK(fix.visit(other, {2021, 9, 2}, {}, VisitKind::Survival)->nextDue == QDate(2022, 9, 2));
    CHECK(fix.visit(other, {2021, 9, 3}, {}, VisitKind::Care, false)->nextDue == QDate(2021, 9, 6)); // not met
    CHECK(fix.visit(other, {2021, 9, 3}, QDate(2021, 9, 3)).error().kind == Error::Kind::Invalid);
    CHECK(fix.visit(other, {2021, 9, 4}).error().kind == Error::Kind::Invalid);
}

TEST_CASE("the due list names the newest visit's day, as it was known on the day asked for", "[visits]")
{
    VisitFixture fix;
    const auto who = fix.elder(1001, {1940, 1, 1}, u"alone"_s);
    REQUIRE(fix.visit(who, {2021, 8, 20}, QDate(2021, 8, 27)));
    REQUIRE(fix.visit(who, {2021, 9, 1}, QDate(2021, 9, 3)));
    REQUIRE(fix.visit(who, {2021, 8, 30}, QDate(2021, 9, 2), VisitKind::Survival));
    CHECK(fix.due({2021, 8, 26}).isEmpty());
    CHECK(fix.due({2021, 8, 31}) == QStringList {u"1001 weekly care 2021-08-27"_s});
    CHECK(fix.due({2021, 9, 3})
          == QStringList {u"1001 weekly survival 2021-09-02"_s, u"1001 weekly care 2021-09-03"_s});
    REQUIRE(fix.desk.voidVisit(fix.desk.listOf(who)->front().id, u"录错"_s));
    CHECK(fix.due({2021, 9, 3}).contains(u"1001 weekly care 2021-08-27"_s));
}

TEST_CASE("what a person decides goes before what the facts propose, from its day on", "[visits]")
{
    VisitFixture fix;
    const auto who = fix.elder(1, {1950, 1, 1});
    const auto gone = fix.elder(2, {1930, 1, 1}, u"alone"_s, QDate(2021, 8, 1));
    auto proposals = fix.desk.proposals({2021, 8, 31});
    REQUIRE(proposals);
    REQUIRE(proposals->size() == 1); // the dead are visited no more
    CHECK(proposals->front().tier == u"quarterly"_s);
    VisitTier tier;
    tier.elder = who;
    tier.tier = u"weekly"_s;
    tier.from = {2021, 8, 25};
    const auto decided = fix.desk.add(tier);
    REQUIRE(decided);
    CHECK(decided->dueOn == QDate(2021, 9, 1));
    CHECK(decided->proposed == u"quarterly"_s);
    CHECK(fix.desk.proposals({2021, 8, 31})->empty());
    CHECK(fix.due({2021, 9, 1}) == QStringList {u"1 weekly care 2021-09-01"_s});
    CHECK(fix.due({2021, 8, 24}).isEmpty());
    CHECK(fix.visit(who, {2021, 8, 31})->nextDue == QDate(2021, 9, 7));
    CHECK(fix.due({2021, 9, 1}).isEmpty());
    tier.tier = u"daily"_s;
    CHECK(fix.desk.add(tier).error().message.contains(u"weekly"_s));
    CHECK(fix.due({2021, 9, 3}).filter(gone.text() + u' ').isEmpty());
}

TEST_CASE("a major change asks for a visit within a day, until somebody met her", "[visits]")
{
    VisitFixture fix;
    const auto who = fix.elder(1, {1950, 1, 1});
    const auto ill = fix.elder(2, {1950, 1, 1});
    Incident lost;
    lost.elder = who;
    lost.kind = IncidentKind::Wandering;
    lost.at = Clock::momentOf({2021, 8, 30}, QTime(9, 0));
    REQUIRE(IncidentDesk(*fix.store).add(lost));
    Incident fall = lost;
    fall.kind = IncidentKind::Fall; // and not hurt: no major change
    fall.elder = ill;
    REQUIRE(IncidentDesk(*fix.store).add(fall));
    Absence hospital;
    hospital.elder = ill;
    hospital.from = {2021, 8, 20};
    hospital.to = QDate(2021, 8, 31);
    hospital.reason = AbsenceReason::Hospital;
    REQUIRE(AbsenceDesk(*fix.store).add(hospital));
    CHECK(fix.due({2021, 9, 2}) == QStringList {u"1 weekly care 2021-08-31"_s, u"2 quarterly care 2021-09-02"_s});
    REQUIRE(fix.visit(who, {2021, 9, 1}, QDate(2021, 10, 1), VisitKind::Care, false));
    CHECK(fix.due({2021, 9, 2}).contains(u"1 weekly care 2021-08-31"_s)); // nobody met her
    REQUIRE(fix.visit(who, {2021, 9, 2}));
    CHECK(fix.due({2021, 9, 2}) == QStringList {u"2 quarterly care 2021-09-02"_s});
}

TEST_CASE("an elder at risk whom nobody ever visited is due by the day her facts ask for", "[visits]")
{
    VisitFixture fix;
    fix.elder(1001, {1930, 1, 1}, u"alone"_s); // since 2020-01-01: weekly
    fix.elder(1002, {1950, 1, 1}, u"alone"_s); // monthly
    fix.elder(1003, {1950, 1, 1}, u"with_children"_s);
    fix.elder(1004, {1950, 1, 1});
    fix.elder(1005, {1930, 1, 1}, u"alone"_s, QDate(2020, 1, 5)); // died
    fix.elder(1006, {1941, 9, 3}, u"alone"_s);                    // turns 80 on the day asked for
    CHECK(fix.due({2020, 1, 7}).isEmpty());
    CHECK(fix.due({2020, 1, 8}) == QStringList {u"1001 weekly care 2020-01-08"_s});
    CHECK(fix.due({2021, 9, 3})
          == QStringList {u"1001 weekly care 2020-01-08"_s, u"1002 monthly care 2020-02-01"_s,
                          u"1006 weekly care 2020-02-01"_s});
    REQUIRE(fix.visit({1001}, {2021, 9, 2}));
    VisitTier tier; // a person's decision goes before her facts
    tier.elder = {1002};
    tier.tier = u"quarterly"_s;
    tier.from = {2021, 9, 1};
    REQUIRE(fix.desk.add(tier));
    CHECK(fix.due({2021, 9, 3}) == QStringList {u"1006 weekly care 2020-02-01"_s});
    CHECK(fix.desk.dueOn({2021, 9, 3})->front().undecided);
}

TEST_CASE("all proposals are taken in one step", "[visits]")
{
    VisitFixture fix;
    for (int id = 1; id <= 5; ++id)
        fix.elder(id, {1950, 1, id}, id % 2 == 0 ? u"alone"_s : QString());
    const auto proposals = fix.desk.proposals({2021, 9, 3});
    REQUIRE(proposals);
    const auto made = fix.desk.takeProposals(*proposals, {2021, 9, 3});
    REQUIRE(made);
    CHECK(made->size() == 5);
    CHECK((*made)[1].tier == u"monthly"_s);
    CHECK(fix.desk.proposals({2021, 9, 3})->empty());
}

TEST_CASE("a catalogue of visits that cannot be right is refused, naming file and place", "[visits][rules]")
{
    struct Bad {
        const char* from;
        const char* to;
        const char* place;
    };
    static constexpr Bad bad[] = {
        {"songhe-visits/1", "songhe-visits/2", "format"},
        {"\"days\": 7", "\"days\": 0", "tiers[1].days"},
        {"\"days\": 7", "\"weeks\": 1", "tiers[1]"},
        {"\"days\": 7", "\"days\": 7, \"months\": 1", "tiers[1]"},
        {"\"alone\"]", "\"lonely\"]", "tiers[1].when[1].values"},
        {"\"fact\": \"living\"", "\"fact\": \"house\"", "tiers[1].when[1].fact"},
        {"\"ageAtLeast\": 80", "\"ageAtLeast\": \"80\"", "tiers[1].when[1].ageAtLeast"},
        {"\"wandering\", \"harm\"]", "\"flying\"]", "incidents"},
        {"\"key\": \"monthly\"", "\"key\": \"weekly\"", "tiers[2].key"},
        {"\"when\": []", "\"when\": [{\"title\": {\"zh\": \"a\", \"en\": \"a\"}, \"ageAtLeast\": 90}]", "tiers"},
        {"\"tier\": \"weekly\" }", "\"tier\": \"monthly\" }", "examples[1].tier"},
        {"\"absencesEnded\"", "\"absences\"", "majorChange"},
        {"\"survival\": {", "\"survival\": { \"more\": 1,", "survival.more"},
        {"{", "{,", "line 1"},
    };
    REQUIRE(VisitPlan::read(visitsFile(), u"visits.json"_s));
    for (const Bad& each : bad) {
        CAPTURE(each.from, each.to);
        QByteArray bytes = visitsFile();
        const qsizetype at = bytes.indexOf(each.from);
        REQUIRE(at >= 0);
        bytes.replace(at, qsizetype(qstrlen(each.from)), each.to);
        const auto read = VisitPlan::read(bytes, u"ours.json"_s);
        REQUIRE_FALSE(read);
        CAPTURE(read.error().message.toStdString());
        CHECK(read.error().message.startsWith(u"ours.json"_s));
        CHECK(read.error().message.contains(QLatin1String(each.place)));
    }
}
