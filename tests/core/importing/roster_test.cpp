// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster.h"
#include "tests/core/importing/sheets.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace songhe {

namespace roster_test {

const Divisions& divisions()
{
    static const Divisions table = Divisions::load().value();
    return table;
}

RosterContext context()
{
    return {divisions(), QDate(2021, 9, 30), u"150204"_s};
}

/// A table of text cells: 姓名|身份证号码 … one string a row, cells parted by |.
Sheet sheetOf(const QStringList& rows)
{
    Sheet sheet;
    for (const QString& row : rows) {
        std::vector<Cell> cells;
        for (const QString& cell : row.split(u'|'))
            cells.push_back(Cell::text(cell));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

RosterReport judged(const Sheet& sheet, const std::vector<KnownElder>& known = {})
{
    Workbook workbook;
    workbook.sheets.push_back(sheet);
    const auto plan = proposeColumns(workbook);
    REQUIRE(plan);
    Progress progress;
    auto report = judgeRoster(sheet, *plan, context(), QDate(2021, 1, 1), known, progress);
    REQUIRE(report);
    return *std::move(report);
}

QStringList codes(const JudgedRow& item)
{
    QStringList keys;
    for (const RosterReason& reason : item.row.reasons)
        keys << reason.key();
    return keys;
}

QStringList facts(const JudgedRow& item)
{
    QStringList texts;
    for (const RosterFact& fact : item.row.facts)
        texts << choiceKey(fact.kind) + u'=' + fact.value;
    texts.sort();
    return texts;
}

QJsonObject expected()
{
    QFile file(sheetPath(u"roster/expected.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace roster_test

using namespace roster_test;

TEST_CASE("every format of the roster is judged as a careful reader would", "[importing][roster]")
{
    const QJsonObject wanted = expected();
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        const auto workbook = readTestTable(file);
        REQUIRE(workbook);
        const auto plan = proposeColumns(*workbook);
        REQUIRE(plan);
        const Sheet& sheet = workbook->sheets[std::size_t(plan->sheet)];
        Progress progress;
        const auto report = judgeRoster(sheet, *plan, context(), QDate(2021, 1, 1), {}, progress);
        REQUIRE(report);
        CHECK(report->rows() == wanted[u"rows"].toInt());
        for (const auto outcome :
             {RosterOutcome::Accept, RosterOutcome::Warn, RosterOutcome::Duplicate, RosterOutcome::Reject})
            CHECK(report->count(outcome) == wanted[u"outcomes"][outcomeKey(outcome)].toInt());
        for (const QJsonValue& row : wanted[u"roster"].toArray()) {
            const JudgedRow& item = report->items.at(std::size_t(row[u"row"].toInt() - 1));
            INFO("row " << row[u"row"].toInt() << " " << codes(item).join(u' ').toStdString());
            CHECK(outcomeKey(item.outcome) == row[u"outcome"].toString());
            if (item.outcome == RosterOutcome::Accept || item.outcome == RosterOutcome::Warn) {
                CHECK(item.row.elder.name == row[u"name"].toString());
                CHECK(item.row.elder.residentNumber.value_or(QString()) == row[u"id"].toString());
            }
            const QString why = row[u"why"].toString() + row[u"tells"].toString();
            const QHash<QString, QString> codeFor {
                {u"full-width digits made plain"_s, u"full-width"_s},
                {u"blanks taken out of the number"_s, u"blanks"_s},
                {u"lower-case x and trailing blank"_s, u"blanks"_s},
                {u"two phones in one cell"_s, u"several-phones"_s},
                {u"15-digit number widened to 18"_s, u"widened"_s},
                {u"residence permit of a Taiwan resident"_s, u"residence-permit"_s},
                {u"resident number kept as a number: its last digits are lost"_s, u"number-as-number"_s},
                {u"check digit is wrong"_s, u"number-check-digit"_s},
                {u"no name"_s, u"no-name"_s},
                {u"sex differs from the resident number"_s, u"sex-differs"_s},
                {u"date of birth differs from the resident number"_s, u"born-differs"_s},
                {u"impossible date of birth; the resident number's is taken"_s, u"born-impossible"_s},
                {u"younger than 60"_s, u"younger-than-60"_s},
                {u"no resident number yet"_s, u"no-number"_s},
                {u"remark says deceased"_s, u"deceased"_s},
                {u"same resident number as an earlier row"_s, u"duplicate-row"_s},
            };
            if (!why.isEmpty()) {
                REQUIRE(codeFor.contains(why));
                CHECK(codes(item).contains(codeFor.value(why)));
            }
        }
        CHECK(factsFromOfRoster(sheet, *plan) == QDate(2021, 1, 1));
    }
}

TEST_CASE("cells of a roster become a person and her facts", "[importing][roster]")
{
    const auto workbook = readTestTable(u"roster/roster.xlsx"_s);
    REQUIRE(workbook);
    const RosterReport report = judged(workbook->sheets[0]);
    CHECK(facts(report.items[4])
          == QStringList {u"declared_ability=moderate"_s, u"economic_category=destitute"_s,
                          u"family_situation=bereaved_only_child"_s, u"living=with_children"_s,
                          u"registered_division=150203"_s});
    CHECK(facts(report.items[12])
          == QStringList {u"care_class=semi_disabled"_s, u"economic_category=destitute"_s, u"living=alone"_s,
                          u"living=empty_nest"_s, u"registered_division=150221"_s});
    CHECK(report.items[20].row.elder.phones == QStringList {u"0472-8991379"_s, u"0472-5151234"_s});
    CHECK(report.items[26].row.elder.noNumberReason == u"身份证丢失补办中"_s);
    CHECK(report.items[26].row.elder.born == QDate(1939, 9, 1));
    CHECK(report.items[34].row.elder.name == u"阿力木·买买提"_s);
    CHECK(report.items[0].row.elder.contacts.first()[u"phone"].toString() == u"17159612053"_s);
    CHECK(report.items[0].row.elder.division == u"150205"_s);
    CHECK(report.items[11].row.elder.sex == Sex::Male);
    CHECK(report.items[13].row.elder.born == QDate(1952, 3, 27));
}

TEST_CASE("words of rosters mean what they say", "[importing][roster]")
{
    const auto one = [](const QString& cell, const QString& yes = {}) {
        QStringList texts;
        for (const ToldFact& fact : factsOfWords(cell, yes).facts)
            texts << choiceKey(fact.kind) + u'=' + fact.value;
        return texts.join(u' ');
    };
    CHECK(one(u"低保边缘"_s) == u"economic_category=near_subsistence"_s);
    CHECK(one(u"城市低保；失独家庭"_s) == u"economic_category=subsistence family_situation=bereaved_only_child"_s);
    CHECK(one(u"特困、失独"_s) == u"economic_category=destitute family_situation=bereaved_only_child"_s);
    CHECK(one(u"空巢/独居"_s) == u"living=empty_nest living=alone"_s);
    CHECK(one(u"半失能"_s) == u"care_class=semi_disabled"_s);
    CHECK(one(u"失能"_s) == u"care_class=disabled"_s);
    CHECK(one(u"完全失能"_s) == u"declared_ability=complete"_s);
    CHECK(one(u"肢体二级"_s) == u"disability=physical:2"_s);
    CHECK(one(u"是"_s, u"低保"_s) == u"economic_category=subsistence"_s);
    CHECK(one(u"否"_s, u"低保"_s).isEmpty());
    CHECK_FALSE(factsOfWords(u"否"_s, u"低保"_s).saysNone);
    CHECK(factsOfWords(u"无"_s).saysNone);
    CHECK(factsOfWords(u"重点优抚、低保"_s).unknown == QStringList {u"重点优抚"_s});

    CHECK(phonesOfCell(u"0472 8485123"_s).phones == QStringList {u"04728485123"_s});
    CHECK(phonesOfCell(u"13800138000 13900139000"_s).phones.size() == 2);
    CHECK(phonesOfCell(u"１３８００１３８０００，0472-5151234转8"_s).odd.isEmpty());
    CHECK(phonesOfCell(u"1380013"_s).odd.size() == 1);

    CHECK(saysDeceased(u"2021.5 已故"_s));
    CHECK_FALSE(saysDeceased(u"老伴2019年去世"_s));
    CHECK(saysDeceased(u"老伴健在，本人2021年病故"_s));
    CHECK(beginsFooter(u"（单位盖章）"_s));
    CHECK(beginsFooter(u"合  计"_s));
    CHECK_FALSE(beginsFooter(u"查振华"_s));
}

TEST_CASE("headings are known in many spellings and in two storeys", "[importing][roster]")
{
    CHECK(columnOfHeading(u"身份证号码（必填）*"_s) == RosterColumn::ResidentNumber);
    CHECK(columnOfHeading(u"公民身份号码"_s) == RosterColumn::ResidentNumber);
    CHECK(columnOfHeading(u"身 份 证 住 址"_s) == RosterColumn::RegisteredPlace);
    CHECK(columnOfHeading(u"监护人身份证号"_s) == RosterColumn::Ignored);
    CHECK(columnOfHeading(u"紧急联系人电话"_s) == RosterColumn::ContactPhone);
    CHECK(columnOfHeading(u"与老人关系"_s) == RosterColumn::ContactRelation);
    CHECK(columnOfHeading(u"是否与子女同住"_s) == RosterColumn::Living);
    CHECK(columnOfHeading(u"出生年月"_s) == RosterColumn::Born);
    CHECK(columnOfHeading(u"人员类别"_s) == RosterColumn::Category);
    CHECK(columnOfHeading(u"护理等级"_s) == RosterColumn::Ability);
    CHECK(columnOfHeading(u"年龄"_s) == RosterColumn::Ignored);

    const auto workbook = readTestTable(u"sheets/roster_merged_cells.xlsx"_s);
    REQUIRE(workbook);
    const auto plan = proposeColumns(*workbook);
    REQUIRE(plan);
    CHECK(plan->headingRow == 1);
    CHECK(plan->headingRows == 2);
    CHECK(plan->columns
          == std::vector {RosterColumn::Name, RosterColumn::ResidentNumber, RosterColumn::ContactName,
                          RosterColumn::ContactPhone, RosterColumn::Address});
    const RosterReport report = judged(workbook->sheets[0]);
    REQUIRE(report.rows() == 2);
    CHECK(report.items[1].row.elder.address == u"包头市石拐区友谊大街19号"_s);

    const Sheet contactLast = sheetOf({u"姓名|联系电话|联系人|联系电话"_s, u"王秀英|13800138000|王强|13900139000"_s});
    const RosterReport second = judged(contactLast);
    CHECK(second.items[0].row.elder.phones == QStringList {u"13800138000"_s});
    CHECK(second.items[0].row.elder.contacts.first()[u"phone"].toString() == u"13900139000"_s);

    Workbook nothing;
    nothing.sheets.push_back(sheetOf({u"甲|乙"_s, u"1|2"_s}));
    CHECK_FALSE(proposeColumns(nothing));
}

TEST_CASE("one number under two names is refused naming the other row", "[importing][roster]")
{
    const RosterReport report = judged(
        sheetOf({u"姓名|身份证号码"_s, u"|150204193411079810"_s, u"查振华|150205193706269810"_s,
                 u"李四海|150205193706269810"_s, u"查 振 华|150205193706269810"_s, u"邵长顺|150204193411079810"_s}));
    CHECK(codes(report.items[0]) == QStringList {u"no-name"_s});
    CHECK(report.items[1].outcome == RosterOutcome::Accept);
    CHECK(report.items[2].outcome == RosterOutcome::Reject);
    CHECK(codes(report.items[2]) == QStringList {u"number-of-row"_s});
    CHECK(report.items[2].row.reasons[0].values == QStringList {u"2"_s, u"查振华"_s});
    CHECK(codes(report.items[3]) == QStringList {u"name-tidied"_s, u"duplicate-row"_s});
    // A refused row owns no number.
    CHECK(report.items[4].outcome == RosterOutcome::Accept);
}

TEST_CASE("a person already here is a duplicate, with each difference named", "[importing][roster]")
{
    KnownElder here;
    here.elder.id = {17};
    here.elder.name = u"查振华"_s;
    here.elder.sex = Sex::Male;
    here.elder.born = QDate(1937, 6, 26);
    here.elder.residentNumber = u"150205193706269810"_s;
    here.elder.phones = {u"0472-5151234"_s};
    Fact fact;
    fact.kind = FactKind::EconomicCategory;
    fact.value = u"subsistence"_s;
    fact.from = QDate(2020, 1, 1);
    here.facts.push_back(fact);

    const QString headings = u"姓名|身份证号码|联系电话|困难类型|现住址"_s;
    const auto same = judged(sheetOf({headings, u"查振华|150205193706269810|0472-5151234|低保|"_s}), {here});
    CHECK(same.items[0].outcome == RosterOutcome::Duplicate);
    CHECK(codes(same.items[0]) == QStringList {u"already-here"_s});
    CHECK_FALSE(same.items[0].differs);
    CHECK(same.items[0].existing == here.elder.id);

    const auto other = judged(sheetOf({headings, u"查振华|150205193706269810|13800138000|特困|友谊大街1号"_s}), {here});
    CHECK(codes(other.items[0]) == QStringList {u"already-here"_s, u"differs"_s, u"differs"_s, u"differs"_s});
    CHECK(other.items[0].differs);

    const auto none = judged(sheetOf({headings, u"查振华|150205193706269810||无|"_s}), {here});
    CHECK(codes(none.items[0]) == QStringList {u"already-here"_s, u"differs"_s});

    const auto stolen = judged(sheetOf({headings, u"李四海|150205193706269810|||"_s}), {here});
    CHECK(stolen.items[0].outcome == RosterOutcome::Reject);
    CHECK(codes(stolen.items[0]) == QStringList {u"number-of-elder"_s});
    CHECK(stolen.items[0].row.reasons[0].values == QStringList {u"查振华"_s, u"17"_s});

    // Without a number she is known by name and date of birth.
    const auto unnumbered
        = judged(sheetOf({u"姓名|出生年月|身份证号码"_s, u"查振华|1937年6月|"_s, u"查振华|1938年6月|"_s}), {here});
    CHECK(unnumbered.items[0].outcome == RosterOutcome::Duplicate);
    CHECK(unnumbered.items[1].outcome == RosterOutcome::Warn);
}

TEST_CASE("what cannot be told is kept as written and said", "[importing][roster]")
{
    const auto report = judged(sheetOf({u"姓名|性别|出生日期|户籍地|困难类型|能力等级|联系电话|备注"_s,
                                        u"王秀英|女|1938|火星基地|重点优抚、低保、特困|半护理半|12345|老伴去世"_s}));
    const JudgedRow& item = report.items[0];
    CHECK(item.outcome == RosterOutcome::Warn);
    CHECK(codes(item)
          == QStringList {u"no-number"_s, u"born-year-only"_s, u"place-not-told"_s, u"phone-odd"_s, u"value-not-told"_s,
                          u"value-not-told"_s, u"several-economic"_s});
    CHECK(facts(item) == QStringList {u"economic_category=destitute"_s, u"registered_division=unknown"_s});
    CHECK(item.row.facts[0].doubtful);
    CHECK(item.row.facts[0].written == u"火星基地"_s);
    CHECK_FALSE(item.row.elder.born);
    CHECK(item.row.elder.remarks->startsWith(u"老伴去世；困难类型：重点优抚；能力等级：半护理半；"_s));
}

TEST_CASE("judging stops when told to", "[importing][roster]")
{
    Workbook workbook;
    workbook.sheets.push_back(sheetOf({u"姓名|身份证号码"_s, u"查振华|150205193706269810"_s}));
    Progress progress;
    progress.stop();
    const auto report = judgeRoster(workbook.sheets[0], *proposeColumns(workbook), context(), {}, {}, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == Error::Kind::Cancelled);
}

} // namespace songhe
