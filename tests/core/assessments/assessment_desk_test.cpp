// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment_desk.h"

#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/divisions/divisions.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_wording.h"
#include "core/elders/fact_repository.h"
#include "core/meals/meal_desk.h"
#include "core/rules/policy_desk.h"
#include "tests/core/assessments/answer_sheets.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// One elder registered in 包头市, without any category: only her ability can entitle her. Today is 2021-09-03.
struct AssessmentCentre {
    TestStore store;
    ScaleShelf scales = *ScaleShelf::builtIn();
    AssessmentDesk desk {*store, scales};
    Id<Elder> elder = addElder();

    Id<Elder> addElder()
    {
        Elder made;
        made.name = u"李桂珍"_s;
        made.sex = Sex::Female;
        made.born = QDate(1944, 2, 17);
        Fact registered;
        registered.kind = FactKind::RegisteredDivision;
        registered.value = u"150204"_s;
        registered.from = QDate(2020, 1, 1);
        return ElderDesk(*store).add(made, {registered})->id;
    }
    Assessment draft(const QString& standard = u"gbt42195-2022"_s, QDate on = {2021, 6, 1}) const
    {
        Assessment made;
        made.elder = elder;
        made.standard = standard;
        made.assessedOn = on;
        return made;
    }
    /// Full, with these sums by group (GB/T).
    Assessment full(std::array<int, 4> sums, QDate on = {2021, 6, 1}) const
    {
        Assessment made = draft(u"gbt42195-2022"_s, on);
        made.answers = bestAnswers(gbt42195());
        for (int group = 0; group < 4; ++group)
            answerSum(made.answers, gbt42195(), group, sums[std::size_t(group)]);
        return made;
    }
    static Confirmation twoAssessors() { return {u"王芳"_s, u"刘杰"_s, {}, {}}; }

    Verdict lunchVerdict(QDate on)
    {
        const PolicyShelf shelf = *PolicyDesk(*store).shelf();
        const Facts facts = *FactRepository(*store).asOf(elder, on);
        return evaluate(*shelf.onDay(u"baotou-2020-meals"_s, on), facts);
    }
};

constexpr std::array<int, 4> intact {32, 15, 28, 15};
constexpr std::array<int, 4> moderate {20, 8, 20, 10}; // 58

} // namespace

TEST_CASE("a sheet is saved item by item, and frozen when it is confirmed", "[assessments]")
{
    AssessmentCentre centre;
    auto sheet = centre.desk.start(centre.draft());
    REQUIRE(sheet);
    const Scale& scale = gbt42195();
    for (int item = 0; item < int(scale.items.size()); ++item) {
        auto filled = sheetOf(scale, *sheet);
        filled->choose(item, 0);
        putSheet(*sheet, *filled);
        sheet = centre.desk.save(*sheet);
        REQUIRE(sheet);
        CHECK(sheet->answers.size() == item + 1);
        CHECK(centre.desk.show(sheet->id)->answers == sheet->answers);
        CHECK_FALSE(sheet->level);
    }
    const auto confirmed = centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors());
    REQUIRE(confirmed);
    CHECK(confirmed->state == AssessmentState::Confirmed);
    CHECK(confirmed->level == u"intact"_s);
    CHECK(confirmed->total == 90);
    CHECK(confirmed->dueOn == QDate(2022, 6, 1));
    CHECK(confirmed->assessor2 == u"刘杰"_s);
    CHECK(confirmed->digest->size() == 64);
    CHECK(confirmed->scaleDigest == scale.digest);

    Assessment changed = *confirmed;
    changed.answers.insert(u"B.1.1"_s, 0);
    const auto refused = centre.desk.save(changed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK_FALSE(centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors()));
    CHECK(centre.desk.voidAssessment(sheet->id, u"重复录入"_s));
    CHECK(centre.desk.listOf(centre.elder)->empty());
}

TEST_CASE("a sheet with gaps, one assessor or the same one twice is not confirmed", "[assessments]")
{
    AssessmentCentre centre;
    Assessment gap = centre.full(intact);
    gap.answers.remove(u"B.2.3"_s);
    auto sheet = centre.desk.start(gap);
    REQUIRE(sheet);
    const auto missing = centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.startsWith(u"B.2.3:"_s));

    sheet->answers.insert(u"B.2.3"_s, 4);
    REQUIRE(centre.desk.save(*sheet));
    CHECK_FALSE(centre.desk.confirm(sheet->id, {u"王芳"_s, {}, {}, {}}));
    CHECK_FALSE(centre.desk.confirm(sheet->id, {u"王芳"_s, u" 王芳 "_s, {}, {}}));
    CHECK(centre.desk.show(sheet->id)->isDraft());
    CHECK(centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors()));
}

TEST_CASE("an ambiguous sheet wants both assessors' reason, and keeps how it was read", "[assessments]")
{
    AssessmentCentre centre;
    Assessment made = centre.draft(u"mzt039-2013"_s);
    made.answers = bestAnswers(mzt039());
    answerSum(made.answers, mzt039(), 0, 95);
    answerSum(made.answers, mzt039(), 3, 14); // grades 1 0 0 3
    const auto sheet = centre.desk.start(made);
    REQUIRE(sheet);
    CHECK(centre.desk.score(*sheet)->ambiguous);
    CHECK_FALSE(centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors()));
    REQUIRE(centre.desk.choose(u"mzt039.adl1_with_three"_s, u"higher_first"_s));
    Confirmation by = AssessmentCentre::twoAssessors();
    by.ambiguityReason = u"社会参与重度受损，家属证实"_s;
    const auto confirmed = centre.desk.confirm(sheet->id, by);
    REQUIRE(confirmed);
    CHECK(confirmed->ambiguous);
    CHECK(confirmed->reading == u"higher_first"_s);
    CHECK(confirmed->level == u"moderate"_s);
    CHECK(confirmed->grades == QStringList {u"1"_s, u"0"_s, u"0"_s, u"3"_s});
    CHECK(confirmed->ambiguityReason == by.ambiguityReason);

    // What is chosen later does not change what was confirmed.
    REQUIRE(centre.desk.choose(u"mzt039.adl1_with_three"_s, u"lower_first"_s));
    CHECK(centre.desk.score(*centre.desk.show(sheet->id))->final == 2);
    CHECK_FALSE(centre.desk.choose(u"mzt039.adl1_with_three"_s, u"middle_first"_s));
    CHECK_FALSE(centre.desk.choose(u"katz.reading"_s, u"x"_s));
}

TEST_CASE("the assessed level of the day decides the meal; an expired one holds it", "[assessments][rules]")
{
    AssessmentCentre centre;
    CHECK(centre.lunchVerdict({2021, 5, 31}).outcome == Verdict::Outcome::Refused);
    REQUIRE(centre.desk.add(centre.full(moderate), true));
    CHECK(centre.lunchVerdict({2021, 5, 31}).outcome == Verdict::Outcome::Refused);
    CHECK(centre.lunchVerdict({2021, 6, 1}).payable());
    CHECK(centre.lunchVerdict({2022, 6, 1}).payable()); // twelve months: the corresponding day is the last
    const Verdict held = centre.lunchVerdict({2022, 6, 2});
    CHECK(held.outcome == Verdict::Outcome::Held);
    CHECK(held.reason.code == reason_code::assessmentExpired);

    // A later one takes over from its day on, whatever it found.
    REQUIRE(centre.desk.add(centre.full(intact, {2021, 8, 1}), true));
    CHECK(centre.lunchVerdict({2021, 7, 31}).payable());
    CHECK(centre.lunchVerdict({2021, 8, 1}).outcome == Verdict::Outcome::Refused);
}

TEST_CASE("the newest assessment counts, though an older one under another standard would last longer", "[assessments]")
{
    AssessmentCentre centre;
    REQUIRE(centre.desk.add(centre.full(moderate, {2021, 1, 10}), true)); // until 2022-01-10
    Assessment sixMonths = centre.draft(u"mzt039-2013"_s, {2021, 2, 1});
    sixMonths.answers = bestAnswers(mzt039());
    answerSum(sixMonths.answers, mzt039(), 0, 50);
    const auto newest = centre.desk.add(sixMonths, true);
    REQUIRE(newest);
    CHECK(newest->level == u"moderate"_s);
    CHECK(newest->dueOn == QDate(2021, 8, 1));
    CHECK(centre.lunchVerdict({2021, 8, 1}).payable());
    CHECK(centre.lunchVerdict({2021, 8, 2}).outcome == Verdict::Outcome::Held);
}

TEST_CASE("a draft, a voided and a superseded sheet say nothing about the day", "[assessments]")
{
    AssessmentCentre centre;
    const auto wrong = centre.desk.add(centre.full(moderate), true);
    REQUIRE(wrong);
    const auto corrected = centre.desk.start(centre.full(intact));
    REQUIRE(corrected);
    CHECK(centre.lunchVerdict({2021, 7, 1}).payable());
    const auto twice = centre.desk.confirm(corrected->id, AssessmentCentre::twoAssessors());
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == Error::Kind::Conflict);
    Confirmation by = AssessmentCentre::twoAssessors();
    by.supersedes = wrong->id;
    REQUIRE(centre.desk.confirm(corrected->id, by));
    CHECK(centre.desk.show(wrong->id)->state == AssessmentState::Superseded);
    CHECK(centre.lunchVerdict({2021, 7, 1}).outcome == Verdict::Outcome::Refused);

    REQUIRE(centre.desk.voidAssessment(corrected->id, u"录错了人"_s));
    CHECK(FactRepository(*centre.store).asOf(centre.elder, {2021, 7, 1})->ofKind(u"ability_level"_s).empty());
}

TEST_CASE("the same sheet again changes nothing, another one under its number is refused", "[assessments]")
{
    AssessmentCentre centre;
    Assessment sheet = centre.full(moderate);
    sheet.id = Id<Assessment> {7001};
    REQUIRE(centre.desk.add(sheet, true));
    centre.store.clock().set(centre.store.clock().now().addSecs(60));
    const auto again = centre.desk.add(sheet, true);
    REQUIRE(again);
    CHECK(again->recorded.revision == 1);
    Assessment other = centre.full(intact);
    other.id = sheet.id;
    const auto refused = centre.desk.add(other, true);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Conflict);
}

TEST_CASE("nobody is assessed tomorrow, after death, or under a void file", "[assessments]")
{
    AssessmentCentre centre;
    CHECK_FALSE(centre.desk.start(centre.draft(u"gbt42195-2022"_s, {2021, 9, 4})));
    CHECK_FALSE(centre.desk.start(centre.draft(u"katz"_s)));
    Assessment nobody = centre.draft();
    nobody.elder = Id<Elder> {4};
    CHECK(centre.desk.start(nobody).error().kind == Error::Kind::NotFound);
    Elder elder = *ElderDesk(*centre.store).show(centre.elder);
    elder.died = QDate(2021, 5, 1);
    REQUIRE(ElderDesk(*centre.store).edit(elder));
    CHECK(centre.desk.start(centre.draft()).error().kind == Error::Kind::Refused);
    CHECK(centre.desk.start(centre.draft(u"gbt42195-2022"_s, {2021, 5, 1})));
}

TEST_CASE("a diagnosis ticked in annex A is one for the clauses", "[assessments]")
{
    AssessmentCentre centre;
    Assessment sheet = centre.full(intact);
    sheet.tables = {{u"diseases"_s, QJsonArray {u"1"_s, u"21"_s}}}; // hypertension, dementia
    const auto saved = centre.desk.start(sheet);
    REQUIRE(saved);
    CHECK(saved->diagnosed == QStringList {u"dementia"_s});
    CHECK(centre.desk.score(*saved)->clauses == QStringList {u"G-C2"_s});
    Assessment healthy = *saved;
    healthy.tables = {{u"diseases"_s, QJsonArray {u"1"_s}}};
    CHECK(centre.desk.save(healthy)->diagnosed.isEmpty());
}

TEST_CASE("re-assessments that come due are listed, the expired ones marked, the dead and the renewed left out",
          "[assessments]")
{
    AssessmentCentre centre;
    const Id<Elder> renewed = centre.addElder(), dead = centre.addElder(), later = centre.addElder();
    const auto assess = [&](Id<Elder> elder, QDate on) {
        Assessment sheet = centre.full(moderate, on);
        sheet.elder = elder;
        REQUIRE(centre.desk.add(sheet, true));
    };
    assess(centre.elder, {2020, 9, 1});
    assess(renewed, {2020, 9, 1});
    assess(renewed, {2021, 8, 20});
    assess(dead, {2020, 9, 1});
    assess(later, {2020, 9, 20});
    Elder gone = *ElderDesk(*centre.store).show(dead);
    gone.died = QDate(2021, 3, 1);
    REQUIRE(ElderDesk(*centre.store).edit(gone));

    const auto due = centre.desk.dueOn({2021, 9, 3}, 30);
    REQUIRE(due);
    REQUIRE(due->size() == 2);
    CHECK((*due)[0].due.elder == centre.elder);
    CHECK((*due)[0].expired);
    CHECK((*due)[1].due.elder == later);
    CHECK_FALSE((*due)[1].expired);
    CHECK(centre.desk.dueOn({2021, 9, 3}, 5)->size() == 1);
}

TEST_CASE("a sheet chosen for a second keying waits for another person, and for the two to agree", "[assessments]")
{
    AssessmentCentre centre;
    REQUIRE(Settings(*centre.store).set(u"assessment.second_keying_percent"_s, u"100"_s));
    const auto sheet = centre.desk.start(centre.full(moderate));
    REQUIRE(sheet);
    CHECK(*centre.desk.wantsSecondKeying(*sheet));
    CHECK_FALSE(centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors()));

    AssessmentKeying keying;
    keying.assessment = sheet->id;
    keying.answers = sheet->answers;
    keying.answers.insert(u"B.1.1"_s, 1);
    const auto myself = centre.desk.saveKeying(keying);
    REQUIRE_FALSE(myself);
    CHECK(myself.error().kind == Error::Kind::Refused);

    centre.store->user = Id<User> {901};
    keying.answers.remove(u"B.4.5"_s);
    REQUIRE(centre.desk.saveKeying(keying));
    CHECK_FALSE(centre.desk.differences(sheet->id)); // not full: nothing is shown yet
    keying.answers.insert(u"B.4.5"_s, sheet->answers.value(u"B.4.5"_s));
    REQUIRE(centre.desk.saveKeying(keying));
    const auto differing = centre.desk.differences(sheet->id);
    REQUIRE(differing);
    REQUIRE(differing->size() == 1);
    CHECK(differing->front().code == u"B.1.1"_s);
    const auto refused = centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains(u"B.1.1"_s));

    keying.answers.insert(u"B.1.1"_s, sheet->answers.value(u"B.1.1"_s));
    REQUIRE(centre.desk.saveKeying(keying));
    CHECK(centre.desk.confirm(sheet->id, AssessmentCentre::twoAssessors()));
}

TEST_CASE("the share of second keyings follows the setting", "[assessments]")
{
    AssessmentCentre centre;
    REQUIRE(Settings(*centre.store).set(u"assessment.second_keying_percent"_s, u"20"_s));
    int chosen = 0;
    for (qint64 id = 1; id <= 2000; ++id) {
        Assessment sheet;
        sheet.id = Id<Assessment> {id};
        chosen += *centre.desk.wantsSecondKeying(sheet) ? 1 : 0;
    }
    CHECK(chosen > 320);
    CHECK(chosen < 480);
}

TEST_CASE("a drawn clock is kept sealed with its sheet, and only a picture is taken", "[assessments]")
{
    AssessmentCentre centre;
    const auto sheet = centre.desk.start(centre.draft(u"mzt039-2013"_s));
    REQUIRE(sheet);
    CHECK_FALSE(centre.desk.setDrawing(sheet->id, "MZ"));
    CHECK_FALSE(centre.desk.setDrawing(sheet->id, QByteArray("\x89PNG\r\n\x1A\n") + QByteArray(2'000'001, 'x')));
    const QByteArray picture = QByteArray("\x89PNG\r\n\x1A\n") + "clock";
    REQUIRE(centre.desk.setDrawing(sheet->id, picture));
    REQUIRE(centre.desk.setDrawing(sheet->id, picture + "2"));
    CHECK(*centre.desk.drawingOf(sheet->id) == picture + "2");
    auto rows = centre.store->store.run(u"SELECT sealed FROM assessment_drawing"_s);
    REQUIRE(rows->next());
    CHECK_FALSE(rows->blob(0).contains("clock"));
}

TEST_CASE("two assessments stand side by side, item by item", "[assessments]")
{
    AssessmentCentre centre;
    const auto first = sheetOf(gbt42195(), centre.full(intact));
    const auto second = sheetOf(gbt42195(), centre.full(moderate));
    REQUIRE(first);
    REQUIRE(second);
    const auto all = compareSheets(*first, *second, true);
    CHECK(all.size() == 26 + 2 + 5);
    CHECK(all.front().code == u"B.1.1"_s);
    CHECK(all.front().left.startsWith(u"4 "_s));
    for (const SheetDifference& line : compareSheets(*first, *second))
        CHECK(line.left != line.right);
}
