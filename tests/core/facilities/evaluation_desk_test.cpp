// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/evaluation_desk.h"

#include "core/centre/site_desk.h"
#include "core/facilities/facility_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Evaluation evaluationOf(Id<Facility> facility, EvaluationScheme scheme, EvaluationGrade grade)
{
    Evaluation evaluation;
    evaluation.facility = facility;
    evaluation.year = 2021;
    evaluation.scheme = scheme;
    evaluation.grade = grade;
    return evaluation;
}

Id<Facility> addEvaluated(Ledger& ledger)
{
    Facility facility;
    facility.code = u"F1"_s;
    facility.name = u"盐湖区东城养老服务中心"_s;
    return FacilityDesk(ledger).add(facility)->id;
}

} // namespace

TEST_CASE("an evaluation is of a facility or a meal point, one a year and kind, with a grade of its kind",
          "[facilities]")
{
    TestStore store;
    const Id<Facility> facility = addEvaluated(*store);
    const auto site = SiteDesk(*store).add({{}, u"P1"_s, u"友谊食堂"_s, {}});
    REQUIRE(site);
    EvaluationDesk desk(*store);
    const auto rated = desk.add(evaluationOf(facility, EvaluationScheme::AGrade, EvaluationGrade::AAA));
    REQUIRE(rated);
    CHECK(desk.add(evaluationOf(facility, EvaluationScheme::AGrade, EvaluationGrade::AA))
              .error()
              .message.contains(rated->id.text()));
    CHECK(desk.add(evaluationOf(facility, EvaluationScheme::Quality, EvaluationGrade::AAA))
              .error()
              .message.contains(u"excellent, good, passed, failed"_s));
    Evaluation yearly = evaluationOf(facility, EvaluationScheme::Yearly, EvaluationGrade::Good);
    yearly.site = site->id;
    CHECK_FALSE(desk.add(yearly));
    yearly.facility.reset();
    CHECK(desk.add(yearly));
    yearly.site.reset();
    CHECK_FALSE(desk.add(yearly));
    yearly.site = site->id;
    yearly.year = 1921;
    CHECK_FALSE(desk.add(yearly));
    CHECK(desk.evaluations()->size() == 2);
    CHECK(EvaluationRepository(*store).evaluationsOf(site->id)->front().grade == EvaluationGrade::Good);
}

TEST_CASE("an evaluation holds from its day to the end of its year, or as long as it says", "[facilities]")
{
    Evaluation evaluation = evaluationOf({1}, EvaluationScheme::Star, EvaluationGrade::Star4);
    CHECK(evaluation.holdsOn({2021, 1, 1}));
    CHECK_FALSE(evaluation.holdsOn({2022, 1, 1}));
    evaluation.on = QDate(2021, 4, 1);
    evaluation.to = QDate(2023, 3, 31);
    CHECK_FALSE(evaluation.holdsOn({2021, 3, 31}));
    CHECK(evaluation.holdsOn({2023, 3, 31}));
}

TEST_CASE("a budget is a sum above nothing for a purpose and a year", "[facilities]")
{
    TestStore store;
    EvaluationDesk desk(*store);
    Budget budget;
    budget.year = 2021;
    budget.purpose = BudgetPurpose::Platform;
    budget.payer = BudgetPayer::City;
    budget.amount = {200000000};
    REQUIRE(desk.add(budget));
    budget.project = Id<Project> {77};
    CHECK(desk.add(budget).error().kind == Error::Kind::NotFound);
    budget.project.reset();
    budget.amount = {0};
    CHECK_FALSE(desk.add(budget));
    EvaluationRepository books(*store);
    CHECK(books.budgetsOf(2021, BudgetPurpose::Platform)->size() == 1);
    CHECK(books.budgetsOf(2022, BudgetPurpose::Platform)->empty());
}
