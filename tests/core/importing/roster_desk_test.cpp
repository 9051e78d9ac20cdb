// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_desk.h"
#include "tests/core/importing/sheets.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace songhe {

namespace roster_desk_test {

const Divisions& divisions()
{
    static const Divisions table = Divisions::load().value();
    return table;
}

Workbook rosterBook(const QString& file = u"roster/roster.xlsx"_s)
{
    auto workbook = readTestTable(file);
    REQUIRE(workbook);
    return *std::move(workbook);
}

/// A roster of one table; cells parted by |, the first row holds the headings.
Workbook bookOf(const QStringList& rows)
{
    Workbook workbook;
    workbook.sheets.emplace_back();
    for (const QString& row : rows) {
        std::vector<Cell> cells;
        for (const QString& cell : row.split(u'|'))
            cells.push_back(Cell::text(cell));
        workbook.sheets[0].rows.push_back(std::move(cells));
    }
    return workbook;
}

RosterReport imported(Ledger& ledger, const Workbook& workbook, const RosterOptions& options = {})
{
    RosterDesk desk(ledger, divisions(), u"150204"_s);
    const auto plan = desk.propose(workbook);
    REQUIRE(plan);
    Progress progress;
    auto report = desk.carryOut(workbook, *plan, options, progress);
    if (!report)
        FAIL(report.error().message.toStdString() << report.error().detail.toStdString());
    return *std::move(report);
}

QStringList factTexts(Ledger& ledger, Id<Elder> elder)
{
    const auto facts = ElderRepository(ledger).factsOf(elder);
    REQUIRE(facts);
    QStringList texts;
    for (const Fact& fact : *facts)
        texts << choiceKey(fact.kind) + u'=' + fact.value + u' ' + fact.from.toString(Qt::ISODate) + u".."_s
                + (fact.to ? fact.to->toString(Qt::ISODate) : QString());
    texts.sort();
    return texts;
}

} // namespace roster_desk_test

using namespace roster_desk_test;

TEST_CASE("a roster goes in once, whatever its format, and nobody twice", "[importing][roster]")
{
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        TestStore store;
        const Workbook workbook = rosterBook(file);
        const RosterReport first = imported(*store, workbook);
        CHECK(first.added == 222);
        CHECK(first.factsFrom == QDate(2021, 1, 1));
        ElderRepository elders(*store);
        CHECK(*elders.count() == 222);

        const RosterReport again = imported(*store, workbook, {.factsFrom = {}, .update = true});
        CHECK(again.added == 0);
        CHECK(again.updated == 0);
        CHECK(again.count(RosterOutcome::Duplicate) == 228);
        CHECK(again.count(RosterOutcome::Reject) == 18);
        for (const JudgedRow& item : again.items)
            CHECK_FALSE(item.differs);
        CHECK(*elders.count() == 222);
    }
}

TEST_CASE("a preview writes nothing", "[importing][roster]")
{
    TestStore store;
    const Workbook workbook = rosterBook();
    RosterDesk desk(*store, divisions());
    const auto plan = desk.propose(workbook);
    REQUIRE(plan);
    Progress progress;
    const auto report = desk.check(workbook, *plan, {}, progress);
    REQUIRE(report);
    CHECK(report->count(RosterOutcome::Accept) == 186);
    CHECK(report->added == 0);
    CHECK(*ElderRepository(*store).count() == 0);
    const QJsonObject json = report->toJson();
    CHECK(json[u"warn"].toInt() == 36);
    CHECK(json[u"items"][7][u"reasons"][0][u"code"].toString() == u"number-as-number"_s);
}

TEST_CASE("facts of a roster carry their day, their origin and their evidence", "[importing][roster]")
{
    TestStore store;
    imported(*store, rosterBook());
    ElderRepository elders(*store);
    const auto id = elders.findByNumber(u"150203192101209826"_s);
    REQUIRE(*id);
    const auto facts = elders.factsOf(**id);
    REQUIRE(facts->size() == 5);
    for (const Fact& fact : *facts) {
        CHECK(fact.from == QDate(2021, 1, 1));
        CHECK(fact.learnedOn == QDate(2021, 9, 3));
        CHECK(fact.origin == u"roster"_s);
        CHECK(fact.evidence == u"友谊社区日间照料中心老年人花名册（2021年） #5"_s);
    }
}

TEST_CASE("from when facts hold is asked first, then the title, then today", "[importing][roster]")
{
    const Workbook plain = bookOf({u"姓名|身份证号码|困难类型"_s, u"查振华|150205193706269810|低保"_s});
    TestStore asked;
    CHECK(imported(*asked, plain, {.factsFrom = QDate(2020, 7, 1), .update = false}).factsFrom == QDate(2020, 7, 1));
    TestStore silent;
    CHECK(imported(*silent, plain).factsFrom == QDate(2021, 9, 3));
    TestStore filled;
    const Workbook dated = bookOf(
        {u"花名册||填报日期：2020.9.30"_s, u"姓名|身份证号码|困难类型"_s, u"查振华|150205193706269810|低保"_s});
    CHECK(imported(*filled, dated).factsFrom == QDate(2020, 1, 1));
}

TEST_CASE("an update ends old facts the day before and opens the new", "[importing][roster]")
{
    TestStore store;
    const QString headings = u"姓名|身份证号码|联系电话|困难类型|居住状况|能力等级"_s;
    imported(*store,
             bookOf({u"花名册（2021年）"_s, headings, u"查振华|150205193706269810|0472-5151234|低保|独居|中度"_s}));
    const Workbook next
        = bookOf({u"花名册（2022年）"_s, headings, u"查振华|150205193706269810|13800138000|特困|独居、空巢|"_s});

    const RosterReport looked = imported(*store, next);
    CHECK(looked.updated == 0);
    REQUIRE(looked.items[0].differs);
    CHECK(looked.items[0].outcome == RosterOutcome::Duplicate);

    const RosterReport done = imported(*store, next, {.factsFrom = {}, .update = true});
    CHECK(done.updated == 1);
    ElderRepository elders(*store);
    const auto id = elders.findByNumber(u"150205193706269810"_s);
    REQUIRE(*id);
    CHECK((*elders.find(**id))->phones == QStringList {u"13800138000"_s});
    CHECK(factTexts(*store, **id)
          == QStringList {u"declared_ability=moderate 2021-01-01.."_s, u"economic_category=destitute 2022-01-01.."_s,
                          u"economic_category=subsistence 2021-01-01..2021-12-31"_s, u"living=alone 2021-01-01.."_s,
                          u"living=empty_nest 2022-01-01.."_s});
    CHECK_FALSE(imported(*store, next).items[0].differs);

    // 无 ends it; a corrected roster of the same year takes back what it told itself.
    imported(*store, bookOf({u"花名册（2022年）"_s, headings, u"查振华|150205193706269810||无||"_s}),
             {.factsFrom = {}, .update = true});
    CHECK_FALSE(factTexts(*store, **id).contains(u"economic_category=destitute 2022-01-01.."_s));

    // An older roster does not run into what is known of later days.
    imported(*store, bookOf({u"花名册（2020年）"_s, headings, u"查振华|150205193706269810||建档立卡||"_s}),
             {.factsFrom = {}, .update = true});
    CHECK(factTexts(*store, **id).contains(u"economic_category=registered_poor 2020-01-01..2020-12-31"_s));
}

TEST_CASE("an update keeps the clerk's remarks, contacts and division", "[importing][roster]")
{
    TestStore store;
    const QString headings = u"姓名|身份证号码|居住地址|联系人姓名|与老人关系|联系人电话|备注"_s;
    imported(*store, bookOf({headings, u"查振华|150205193706269810|包头市青山区幸福路9号|王强|儿子|13800138000|"_s}));
    ElderRepository elders(*store);
    const auto id = elders.findByNumber(u"150205193706269810"_s);
    REQUIRE(*id);
    Elder elder = **elders.find(**id);
    REQUIRE(elder.division == u"150204"_s);
    REQUIRE(elder.contacts.size() == 1);
    elder.remarks = u"青霉素过敏"_s;
    elder.contacts.append(QJsonObject {{u"name"_s, u"李梅"_s}, {u"phone"_s, u"13900139000"_s}});
    REQUIRE(elders.change(elder));

    const Workbook next = bookOf(
        {headings, u"查振华|150205193706269810|幸福里3号|王强|长子|13800138001|住三楼"_s, u"王秀英|||李梅|女儿||"_s});
    const RosterReport done = imported(*store, next, {.factsFrom = {}, .update = true});
    CHECK(done.updated == 1);
    elder = **elders.find(**id);
    CHECK(elder.address == u"幸福里3号"_s);
    CHECK(elder.division == u"150204"_s);
    CHECK(elder.remarks == u"青霉素过敏；住三楼"_s);
    REQUIRE(elder.contacts.size() == 3);
    CHECK(elder.contacts[1].toObject()[u"name"].toString() == u"李梅"_s);
    CHECK(elder.contacts[2].toObject()[u"phone"].toString() == u"13800138001"_s);
    CHECK_FALSE(imported(*store, next).items[0].differs);
}

TEST_CASE("the number of one who had none yet comes in with an update", "[importing][roster]")
{
    TestStore store;
    imported(*store, bookOf({u"姓名|性别|出生年月|身份证号码"_s, u"查振华|男|1937年6月|"_s}));
    const Workbook numbered
        = bookOf({u"姓名|性别|出生年月|身份证号码"_s, u"查振华|男|1937-06-26|150205193706269810"_s});
    const RosterReport report = imported(*store, numbered, {.factsFrom = {}, .update = true});
    CHECK(report.added == 0);
    CHECK(report.updated == 1);
    ElderRepository elders(*store);
    const auto id = elders.findByNumber(u"150205193706269810"_s);
    REQUIRE(*id);
    CHECK((*elders.find(**id))->born == QDate(1937, 6, 26));
    CHECK(*elders.count() == 1);
}

TEST_CASE("an import that is stopped leaves nothing", "[importing][roster]")
{
    TestStore store;
    const Workbook workbook = rosterBook();
    RosterDesk desk(*store, divisions());
    const auto plan = desk.propose(workbook);
    REQUIRE(plan);
    Progress* running = nullptr;
    int reports = 0;
    Progress progress([&](int) {
        if (++reports > 150) // judging is over, writing has begun
            running->stop();
    });
    running = &progress;
    const auto report = desk.carryOut(workbook, *plan, {}, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == Error::Kind::Cancelled);
    CHECK(reports > 100);
    CHECK(*ElderRepository(*store).count() == 0);
}

TEST_CASE("what the clerk says of columns is remembered for these headings", "[importing][roster]")
{
    TestStore store;
    const Workbook workbook = bookOf({u"姓名|身份证号码|情况"_s, u"查振华|150205193706269810|独居"_s});
    RosterDesk desk(*store, divisions());
    auto plan = desk.propose(workbook);
    REQUIRE(plan);
    CHECK(plan->columns[2] == RosterColumn::Ignored);
    plan->columns[2] = RosterColumn::Living;
    REQUIRE(desk.remember(*plan));
    CHECK(desk.propose(workbook)->columns[2] == RosterColumn::Living);
    CHECK(desk.propose(bookOf({u"姓名|身份证号码|状况"_s, u"查振华|150205193706269810|独居"_s}))->columns[2]
          == RosterColumn::Ignored);

    plan->columns[0] = RosterColumn::Ignored;
    Progress progress;
    CHECK_FALSE(desk.check(workbook, *plan, {}, progress));
}

TEST_CASE("refused rows come back as a workbook, and go in once corrected", "[importing][roster]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"退回.xlsx"_s);
    TestStore store;
    const Workbook workbook = rosterBook();
    RosterDesk desk(*store, divisions());
    const auto plan = desk.propose(workbook);
    REQUIRE(plan);
    Progress progress;
    const auto report = desk.carryOut(workbook, *plan, {}, progress);
    REQUIRE(report);
    REQUIRE(writeRosterProblems(path, workbook, *plan, *report));

    Progress reading;
    auto problems = readWorkbook(path, reading);
    REQUIRE(problems);
    Sheet& sheet = problems->sheets[0];
    const auto problemPlan = desk.propose(*problems);
    REQUIRE(problemPlan);
    CHECK(problemPlan->columns == plan->columns);
    CHECK(sheet.at(problemPlan->firstDataRow(), 1).raw == u"钟春兰"_s);
    CHECK(sheet.at(problemPlan->firstDataRow(), 3).kind == Cell::Kind::Number);
    CHECK(sheet.at(problemPlan->firstDataRow(), 14).raw.contains(u"last digits"_s));

    const RosterReport uncorrected = imported(*store, *problems);
    CHECK(uncorrected.rows() == 18);
    CHECK(uncorrected.count(RosterOutcome::Reject) == 18);
    CHECK(uncorrected.factsFrom == QDate(2021, 1, 1));

    sheet.rows[std::size_t(problemPlan->firstDataRow())][3] = Cell::text(u"150202194301199821"_s);
    const RosterReport corrected = imported(*store, *problems);
    CHECK(corrected.added == 1);

    CHECK_FALSE(writeRosterProblems(folder.filePath(u"no/such/folder.xlsx"_s), workbook, *plan, *report));
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("every change of an import stands in the audit", "[importing][roster]")
{
    TestStore store;
    imported(*store, bookOf({u"姓名|身份证号码|困难类型"_s, u"查振华|150205193706269810|低保"_s}));
    auto rows = store->store.run(u"SELECT count(*) FROM audit WHERE family IN ('elder', 'fact')"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 2);
}

} // namespace songhe
