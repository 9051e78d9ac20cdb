// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/subsidies/meal_books.h"

#include <QtCore/QTranslator>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// Speaks another language wherever it is asked.
class LoudTranslator : public QTranslator {
public:
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int) const override
    {
        return qstrcmp(source, "en") == 0 ? u"zh"_s : QString::fromUtf8(source).toUpper();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

TEST_CASE("a claim's bytes do not depend on the language, its words do", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3});
    const Claim english = books.write(u"2021-09"_s);
    const ClaimLine line = books.desk().linesOf(english.id)->front();
    LoudTranslator other;
    QCoreApplication::installTranslator(&other);
    const Claim again = books.write(u"2021-09"_s);
    const QString words = books.desk().reasonText(again, line);
    QCoreApplication::removeTranslator(&other);
    CHECK(again.digest == english.digest);
    CHECK(again.recorded.revision == 1);
    CHECK(words == u"SUBSISTENCE，户籍在150200"_s);
    CHECK(books.desk().reasonText(again, line) == u"subsistence, registered in 150200"_s);
}

TEST_CASE("the same input gives the same draft, changed input its next revision", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    const Id<Fact> beside = books.fact(1001, FactKind::Living, u"empty_nest"_s, {2020, 1, 1});
    books.meal(51, 1001, {2021, 9, 3});
    books.meal(52, 1001, {2021, 9, 4});
    const Claim first = books.write(u"2021-09"_s);
    CHECK(first.paidCount == 2);
    CHECK(first.paid == Fen {600});
    CHECK(first.draftPolicy);
    CHECK(first.policyDigest == books.shelf.version(mealPolicyId, 1)->digest);
    const Claim again = books.write(u"2021-09"_s);
    CHECK(again.id == first.id);
    CHECK(again.digest == first.digest);
    CHECK(again.recorded.revision == 1);
    CHECK(books.desk().linesOf(first.id)->size() == 2);

    books.endFact(beside, {2021, 1, 1}); // did not decide
    CHECK(books.write(u"2021-09"_s).digest == first.digest);

    books.meal(53, 1001, {2021, 9, 5});
    const Claim changed = books.write(u"2021-09"_s);
    CHECK(changed.id == first.id);
    CHECK(changed.digest != first.digest);
    CHECK(changed.recorded.revision == 2);
    const auto lines = books.desk().linesOf(first.id);
    REQUIRE(lines->size() == 3);
    CHECK(lines->back().meal == Id<Meal> {53});
    CHECK(lines->back().facts.size() == 2);
    CHECK(books.desk().reasonText(changed, lines->back()) == u"subsistence, registered in 150200"_s);
    CHECK(books.desk().list()->size() == 1);
}

TEST_CASE("a meal is claimed once: a period that overlaps another draft is not written", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3});
    const Claim month = books.write(u"2021-09"_s);
    Progress progress;
    const auto quarter = books.desk().write(mealPolicyId, *Period::fromText(u"2021Q3"_s), progress);
    REQUIRE_FALSE(quarter);
    CHECK(quarter.error().kind == Error::Kind::Refused);
    CHECK(quarter.error().message.contains(month.id.text()));
    CHECK(books.desk().list()->size() == 1);
    CHECK(books.desk().settle(mealPolicyId, *Period::fromText(u"2021Q3"_s), {}, progress)); // looking is free
    books.write(u"2021-10"_s);
    CHECK(books.write(u"2021-09"_s).id == month.id);
}

TEST_CASE("a line keeps what the settlement said, read back as a record", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1961, 10, 5});
    books.meal(51, 1001, {2021, 9, 3});
    const Claim claim = books.write(u"2021-09"_s);
    CHECK(claim.refusedCount == 1);
    CHECK(claim.heldCount == 0);
    const auto lines = books.desk().linesOf(claim.id);
    REQUIRE(lines->size() == 1);
    const ClaimLine& line = lines->front();
    CHECK(line.claim == claim.id);
    CHECK(line.elder == Id<Elder> {1001});
    CHECK(line.servedOn == QDate(2021, 9, 3));
    CHECK(line.outcome == Verdict::Outcome::Refused);
    CHECK(line.code == u"TOO_YOUNG"_s);
    CHECK(line.recorded.revision == 1);
    CHECK(line.recorded.by == Id<User> {TestStore::clerk});
    CHECK(books.desk().reasonText(claim, line) == u"59 years old, reaches 60 on 2021-10-05"_s);
    Progress progress;
    CHECK(books.desk().settle(mealPolicyId, *Period::fromText(u"2021-09"_s), {}, progress)->id == claim.id);
}

TEST_CASE("a claim's lines are written without an audit entry each", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    for (int day = 1; day <= 20; ++day)
        books.meal(50 + day, 1001, {2021, 9, day});
    const auto entries = [&] {
        auto rows = books.store->store.run(u"SELECT COUNT(*) FROM audit"_s);
        return rows->next() ? rows->integer(0) : -1;
    };
    const qint64 before = entries();
    const Claim claim = books.write(u"2021-09"_s);
    CHECK(entries() == before + 1);
    CHECK(books.desk().linesOf(claim.id)->size() == 20);
}

TEST_CASE("a settlement that was stopped leaves no claim", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3});
    Progress progress;
    progress.stop();
    const auto stopped = books.desk().write(mealPolicyId, *Period::fromText(u"2021-09"_s), progress);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == Error::Kind::Cancelled);
    CHECK(books.desk().list()->empty());
}

TEST_CASE("an empty month is a claim of nothing", "[subsidies]")
{
    MealBooks books;
    const Claim claim = books.write(u"2021-09"_s);
    CHECK(claim.paidCount == 0);
    CHECK(claim.paid == Fen {0});
    CHECK(claim.period == u"2021-09"_s);
}

TEST_CASE("a period is a month, a quarter or a year, and nothing else", "[subsidies]")
{
    CHECK(Period::fromText(u"2021-09"_s)->last() == QDate(2021, 9, 30));
    CHECK(Period::fromText(u"2021Q3"_s)->first() == QDate(2021, 7, 1));
    CHECK(Period::fromText(u"2021Q3"_s)->last() == QDate(2021, 9, 30));
    CHECK(Period::fromText(u"2020"_s)->last() == QDate(2020, 12, 31));
    CHECK(Period::quarterOf({2021, 12, 31}).text() == u"2021Q4"_s);
    CHECK(Period::monthOf({2024, 2, 29}).last() == QDate(2024, 2, 29));
    for (const QString& bad : {u"2021-13"_s, u"2021Q5"_s, u"21-09"_s, u""_s, u"2021-9"_s, u"2021-09-01"_s})
        CHECK_FALSE(Period::fromText(bad));
}

TEST_CASE("what a claim keeps of its day gets numbers of its own, even if the clock went back", "[subsidies][claims]")
{
    MealBooks books;
    for (qint64 elder = 1001; elder <= 1012; ++elder) {
        books.elder(elder);
        books.meal(elder * 10, elder, {2021, 7, 1});
        books.meal(elder * 10 + 1, elder, {2021, 8, 2});
    }
    Progress progress;
    const auto july = books.desk().write(mealPolicyId, *Period::fromText(u"2021-07"_s), progress);
    const auto august = books.desk().write(mealPolicyId, *Period::fromText(u"2021-08"_s), progress);
    REQUIRE(july);
    REQUIRE(august);
    ClaimRepository claims(*books.store);
    const QStringList kinds {u"registered_division"_s, u"economic_category"_s};
    const auto first = claims.freezeFacts(july->id, kinds);
    REQUIRE(first);
    CHECK(*first >= 24);
    books.store.clock().set(books.store.clock().now().addDays(-30));
    const auto second = claims.freezeFacts(august->id, kinds);
    REQUIRE(second);
    CHECK(*second == *first);
}
