// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/site_repository.h"
#include "core/elders/elder_repository.h"
#include "core/importing/records_desk.h"
#include "core/meals/meal_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QBuffer>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace songhe {

namespace records_desk_test {

const QByteArray good = R"({"record":"site","id":1,"code":"P1","name":"友谊食堂"}
{"record":"elder","id":1001,"name":"王秀英","sex":"female","born":"1950-03-05","died":null}

{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2020-01-01","to":null,"learned_on":"2020-01-01"}
{"record":"fact","elder":"1001","kind":"economic_category","value":"subsistence","from":"2020-01-01","to":"2020-12-31"}
{"record":"meal","id":5001,"elder":1001,"on":"2021-09-03","sitting":"lunch","site":1,"at":"2021-09-03T03:40:00Z"}
{"record":"meal","elder":"1001","on":"2021-09-02"}
)"_qba;

RecordsReport imported(Ledger& ledger, QByteArray lines)
{
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    Progress progress;
    auto report = RecordsDesk(ledger).carryOut(buffer, progress);
    if (!report)
        FAIL(report.error().message.toStdString());
    return *std::move(report);
}

} // namespace records_desk_test

using namespace records_desk_test;

TEST_CASE("records go in with the ids they were given", "[importing][records]")
{
    TestStore store;
    const RecordsReport report = imported(*store, good);
    INFO(report.text().toStdString());
    REQUIRE(report.ok());
    CHECK(report.records() == 6);
    CHECK(report.toJson()[u"written"][u"meal"].toInt() == 2);

    ElderRepository elders(*store);
    const auto elder = elders.find({1001});
    REQUIRE(*elder);
    CHECK((*elder)->sex == Sex::Female);
    const auto facts = elders.factsOf({1001});
    REQUIRE(facts->size() == 2);
    CHECK((*facts)[0].learnedOn == QDate(2021, 9, 3)); // today, where it is not given
    CHECK((*facts)[1].learnedOn == QDate(2020, 1, 1));
    const auto meal = MealRepository(*store).find({5001});
    REQUIRE(*meal);
    CHECK((*meal)->at == Clock::momentOf(QDate(2021, 9, 3), QTime(11, 40)));
    const auto plain = MealRepository(*store).listOn(QDate(2021, 9, 2));
    REQUIRE(plain->size() == 1);
    CHECK(plain->front().site == Id<Site> {1});
    CHECK(plain->front().sitting == Sitting::Lunch);
    CHECK(plain->front().at == MealDesk::usualMoment(QDate(2021, 9, 2), Sitting::Lunch));
}

TEST_CASE("one bad line keeps all out, and each is named", "[importing][records]")
{
    TestStore store;
    const QByteArray lines = good + R"({"record":"meal","elder":1001,"on":"2021-09-04","colour":"red"}
{"record":"cat","name":"Mimi"}
not json
{"record":"fact","elder":77,"kind":"living","value":"alone","from":"2020-01-01"}
{"record":"fact","elder":1001,"kind":"living","value":"on the moon","from":"2020-01-01"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150205","from":"2021-01-01"}
{"record":"meal","elder":1001,"on":"2021-13-01"}
{"record":"meal","elder":1001,"on":"2021-09-02"}
{"record":"elder","name":"李玉山","resident_number":"150205193706269811"}
{"record":"meal","elder":1001}
)"_qba;
    const RecordsReport report = imported(*store, lines);
    CHECK_FALSE(report.ok());
    CHECK(report.records() == 0);
    QList<int> numbers;
    for (const auto& bad : report.bad) {
        numbers << bad.line;
        CHECK_FALSE(bad.text.isEmpty());
    }
    CHECK(numbers == QList<int> {8, 9, 10, 11, 12, 13, 14, 15, 16, 17});
    CHECK(report.bad[0].text.contains(u"colour"_s));
    CHECK(report.bad[1].text.contains(u"site, elder, fact, meal"_s));
    CHECK(*ElderRepository(*store).count() == 0);
    CHECK(SiteRepository(*store).list()->empty());
    // The store is sound afterwards.
    CHECK(imported(*store, good).ok());
}

TEST_CASE("the same records again change nothing", "[importing][records]")
{
    TestStore store;
    const QByteArray lines = R"({"record":"site","id":1,"code":"P1","name":"友谊食堂"}
{"record":"elder","id":"1001","name":"王秀英"}
{"record":"fact","id":7,"elder":1001,"kind":"living","value":"alone","from":"2020-01-01"}
{"record":"meal","id":5001,"elder":1001,"on":"2021-09-03","site":1}
)"_qba;
    REQUIRE(imported(*store, lines).ok());
    REQUIRE(imported(*store, lines).ok());
    CHECK(ElderRepository(*store).factsOf({1001})->size() == 1);
    CHECK((*ElderRepository(*store).find({1001}))->recorded.revision == 1);
    const RecordsReport other = imported(*store, R"({"record":"elder","id":1001,"name":"李玉山"})"_qba);
    CHECK_FALSE(other.ok());
}

TEST_CASE("records stop when told to and leave nothing", "[importing][records]")
{
    TestStore store;
    QByteArray lines = good;
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    Progress progress;
    progress.stop();
    const auto report = RecordsDesk(*store).carryOut(buffer, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == Error::Kind::Cancelled);
    CHECK_FALSE(RecordsDesk(*store).carryOut(u"no/such/file.jsonl"_s, progress));
}

TEST_CASE("records of a file that was made void stay out", "[importing][records]")
{
    TestStore store;
    REQUIRE(imported(*store, good).ok());
    REQUIRE(ElderRepository(*store).voidElder({1001}, u"登记错误"_s));
    const auto report
        = imported(*store, R"({"record":"fact","elder":1001,"kind":"living","value":"alone","from":"2020-01-01"}
{"record":"meal","elder":1001,"on":"2021-09-01"}
)"_qba);
    REQUIRE(report.bad.size() == 2);
    CHECK(report.bad[0].text.contains(u"made void"_s));
    CHECK(report.bad[1].text.contains(u"made void"_s));
}

TEST_CASE("meals of a day to come, below no price or at another day's hour stay out", "[importing][records]")
{
    TestStore store;
    const RecordsReport report = imported(*store, good + R"({"record":"meal","elder":1001,"on":"2021-09-04"}
{"record":"meal","elder":1001,"on":"2021-08-30","price":-1}
{"record":"meal","elder":1001,"on":"2021-08-31","at":"2021-08-31T16:30:00Z"}
)"_qba);
    REQUIRE(report.bad.size() == 3);
    CHECK(report.bad[0].text.contains(u"has not come yet"_s));
    CHECK(report.bad[1].text.contains(u"below 0"_s));
    CHECK(report.bad[2].text.contains(u"2021-09-01"_s));
    CHECK(imported(*store, good + R"({"record":"meal","elder":1001,"on":"2021-09-01","at":"2021-08-31T16:30:00Z"})"_qba)
              .ok());
}

TEST_CASE("contacts and phones of records are as the forms keep them", "[importing][records]")
{
    TestStore store;
    const QByteArray begin = R"({"record":"elder","name":"王秀英",)"_qba;
    for (const QByteArray& wrong :
         {R"("contacts":["王强"]})"_qba, R"("contacts":[{"name":"王强","age":"40"}]})"_qba,
          R"("contacts":[{"name":7}]})"_qba, R"("contacts":[{"name":")"_qba + QByteArray(101, 'x') + R"("}]})"_qba,
          R"("phones":[")"_qba + QByteArray(31, '1') + R"("]})"_qba,
          R"("phones":["1","2","3","4","5","6","7","8","9","10","11"]})"_qba}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(imported(*store, begin + wrong).ok());
    }
    CHECK(
        imported(*store,
                 begin + R"("phones":["13800138000"],"contacts":[{"name":"王强","relation":"儿子","phone":"1"}]})"_qba)
            .ok());
}

} // namespace songhe
