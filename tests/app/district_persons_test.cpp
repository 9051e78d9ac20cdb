// SPDX-License-Identifier: GPL-3.0-or-later
// What one person comes to at two centres: beds, deaths, claims. Beside each fault stands a neighbour who did nothing
// wrong and looks much like it.
#include "tests/app/district_city.h"
#include "tests/support/catch.h"

#include "songhe_source_dir.h"

#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray facility
    = R"({"record":"facility","id":71,"code":"F1","name":"青山中心","kind":"urban_centre","locality":"urban","from":"2020-06-01"})"
      "\n";

QByteArray bed(const char* family, int id, int elder, const char* days)
{
    return QByteArray(R"({"record":")") + family + R"(","id":)" + QByteArray::number(id) + R"(,"elder":)"
        + QByteArray::number(elder) + R"(,"facility":71,)" + days + "}\n";
}

QByteArray device(int id, const char* kind)
{
    return R"({"record":"device","id":)" + QByteArray::number(id) + R"(,"kind":")" + kind + R"(","code":"D-)"
        + QByteArray::number(id) + "\"}\n";
}

QByteArray loan(int id, int device, int elder, const char* days)
{
    return R"({"record":"device_loan","id":)" + QByteArray::number(id) + R"(,"device":)" + QByteArray::number(device)
        + R"(,"elder":)" + QByteArray::number(elder) + R"(,"deposit_fen":0,"rent_fen":0,)" + days + "}\n";
}

QByteArray lunch(int id, int elder, const char* day)
{
    return R"({"record":"meal","id":)" + QByteArray::number(id) + R"(,"elder":)" + QByteArray::number(elder)
        + R"(,"on":")" + day + "\",\"site\":1}\n";
}

/// The same persons are on file at both.
QByteArray people(int count)
{
    QByteArray lines;
    for (int i = 1; i <= count; ++i)
        lines += elderLines(1000 + i, numberOf(2 * i));
    return lines;
}

/// `SG01 claim_line 228…`, of the one line about a record.
QString lineOf(const District& district, const QString& centre, int record)
{
    const QString sql = u"SELECT l.id FROM claim_line l JOIN centre c ON c.number = l.centre "
                        "WHERE c.code = '%1' AND coalesce(l.meal_id, l.record_id) = %2"_s.arg(centre)
                            .arg(record);
    const Outcome found = runProgram(u"sqlite3"_s, {district.store, sql}, district.cli.outside(u"."_s));
    const QList<QByteArray> ids = found.out.trimmed().split('\n');
    REQUIRE(ids.size() == 1);
    REQUIRE(ids.first().toLongLong() > 0);
    return centre + u" claim_line "_s + QString::fromLatin1(ids.first());
}

/// The rule for beds as it stands, put in force anew as another version.
QByteArray newerBedRule(const char* from)
{
    QJsonObject rule
        = QJsonDocument::fromJson(contentOf(QStringLiteral(SONGHE_SOURCE_DIR "/resources/policies/yc-bed.json")))
              .object();
    rule.insert(u"version"_s, 2);
    rule.insert(u"validFrom"_s, QLatin1String(from));
    return QJsonDocument(rule).toJson();
}

} // namespace

TEST_CASE("a bed at two centres at once and a claim after a death are found, with what both sides have on file",
          "[app][district][findings]")
{
    EmptyCity city;
    // 1001 moved too late; 1002 moved on the day after. 1003 died as the other centre knows; 1004 died on the day of
    // her last meal; 1005 died, and what was claimed for after that was taken back before it was sent.
    city.east.records(people(5) + facility + bed("bed_stay", 81, 1001, R"("from":"2021-09-01","to":"2021-09-10")")
                      + bed("bed_stay", 83, 1002, R"("from":"2021-08-01","to":"2021-08-31")")
                      + lunch(51, 1003, "2021-09-05") + lunch(52, 1003, "2021-09-06") + lunch(53, 1003, "2021-09-07")
                      + lunch(54, 1004, "2021-09-08") + lunch(55, 1005, "2021-09-09"));
    city.west.records(people(5) + facility + bed("home_care_bed", 82, 1001, R"("from":"2021-09-10")")
                      + bed("bed_stay", 84, 1002, R"("from":"2021-09-01")"));
    city.west.cli.done({u"elder"_s, u"edit"_s, u"1003"_s, u"--died"_s, u"2021-09-05"_s});
    city.west.cli.done({u"elder"_s, u"edit"_s, u"1004"_s, u"--died"_s, u"2021-09-08"_s});
    city.west.cli.done({u"elder"_s, u"edit"_s, u"1005"_s, u"--died"_s, u"2021-09-01"_s});
    city.east.cli.done({u"meal"_s, u"void"_s, u"55"_s, u"--reason"_s, u"未就餐"_s});
    city.east.sign(u"baotou-2020-meals"_s);
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    city.district.merge(city.stick);
    checkFindings(city.district,
                  {{u"overlapping_bed"_s,
                    {u"SG01"_s, u"SG02"_s},
                    {u"SG01 bed_stay 81"_s, u"SG02 home_care_bed 82"_s},
                    u"SG01, SG02：同一人自 2021-09-10 起在不止一个中心占用床位。"_s,
                    u"SG01, SG02: the same person had a bed at more than one centre, from 2021-09-10 on."_s},
                   {u"claim_after_death"_s,
                    {u"SG01"_s, u"SG02"_s},
                    {lineOf(city.district, u"SG01"_s, 52), lineOf(city.district, u"SG01"_s, 53), u"SG02 elder 1003"_s},
                    u"SG01, SG02：此人于 2021-09-05 去世，之后仍申领 6.00 元。"_s,
                    u"SG01, SG02: 6.00 yuan were claimed for days after the death of this person on 2021-09-05."_s}});
    sameOnServer(city);
}

TEST_CASE("a bed and a device that two centres claimed for one person at the same time are found; who moved is not",
          "[app][district][findings]")
{
    EmptyCity city;
    // 1001 has a bed at both and a wheelchair at both; 1002 moved in the middle of the month and gave the wheelchair
    // back before; 1003 has a wheelchair here and a walker there; 1004's stay at the west is not claimed.
    city.east.records(people(4) + facility + bed("bed_stay", 81, 1001, R"("from":"2021-09-01","to":"2021-09-20")")
                      + bed("bed_stay", 82, 1002, R"("from":"2021-09-01","to":"2021-09-14")") + device(61, "wheelchair")
                      + device(62, "wheelchair") + device(63, "wheelchair")
                      + loan(91, 61, 1001, R"("from":"2021-09-03")")
                      + loan(92, 62, 1002, R"("from":"2021-09-03","to":"2021-09-14")")
                      + loan(93, 63, 1003, R"("from":"2021-09-03")"));
    city.west.records(people(4) + facility + bed("bed_stay", 85, 1001, R"("from":"2021-09-11")")
                      + bed("bed_stay", 86, 1002, R"("from":"2021-09-15")") + device(65, "wheelchair")
                      + device(66, "wheelchair") + device(67, "walker") + loan(95, 65, 1001, R"("from":"2021-09-10")")
                      + loan(96, 66, 1002, R"("from":"2021-09-14")") + loan(97, 67, 1003, R"("from":"2021-09-10")"));
    city.east.sign(u"yc-bed"_s);
    city.west.sign(u"yc-bed"_s);
    city.east.sign(u"nm-aid"_s);
    city.west.sign(u"nm-aid"_s);
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    city.district.merge(city.stick);
    const std::vector<ExpectedFinding> expected {
        {u"overlapping_bed"_s,
         {u"SG01"_s, u"SG02"_s},
         {u"SG01 bed_stay 81"_s, u"SG02 bed_stay 85"_s},
         u"SG01, SG02：同一人自 2021-09-11 起在不止一个中心占用床位。"_s,
         u"SG01, SG02: the same person had a bed at more than one centre, from 2021-09-11 on."_s},
        {u"claimed_twice"_s,
         {u"SG01"_s, u"SG02"_s},
         {u"SG01 bed_stay 81"_s, lineOf(city.district, u"SG01"_s, 81), u"SG02 bed_stay 85"_s,
          lineOf(city.district, u"SG02"_s, 85)},
         u"SG01, SG02：按 yc-bed 重复申领，2021-09-11。"_s,
         u"SG01, SG02: claimed twice under yc-bed, 2021-09-11."_s},
        {u"claimed_twice"_s,
         {u"SG01"_s, u"SG02"_s},
         {lineOf(city.district, u"SG01"_s, 91), u"SG01 device_loan 91"_s, lineOf(city.district, u"SG02"_s, 95),
          u"SG02 device_loan 95"_s},
         u"SG01, SG02：按 nm-aid 重复申领，2021-09-10。"_s,
         u"SG01, SG02: claimed twice under nm-aid, 2021-09-10."_s}};
    checkFindings(city.district, expected);
    sameOnServer(city);
}

TEST_CASE("a claim by a version that another had replaced is found, until it went back", "[app][district][findings]")
{
    EmptyCity city;
    for (DeliveringCentre* centre : {&city.east, &city.west})
        centre->records(elderLines(1001, numberOf(centre == &city.east ? 2 : 4)) + facility
                        + bed("bed_stay", 81, 1001, R"("from":"2021-07-01")"));
    city.west.cli.done({u"policy"_s, u"import"_s, city.west.cli.write(u"yc-bed-2.json"_s, newerBedRule("2021-09-01"))});
    city.east.sign(u"yc-bed"_s, u"2021-08"_s); // the day before it was replaced
    const QString claim = city.east.sign(u"yc-bed"_s);
    city.west.sign(u"yc-bed"_s, u"2021-08"_s);
    city.west.sign(u"yc-bed"_s);
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    city.district.merge(city.stick);
    checkFindings(
        city.district,
        {{u"rule_out_of_force"_s,
          {u"SG01"_s},
          {u"SG01 claim "_s + claim},
          u"SG01：2021-09 的申领按 yc-bed 结算，而该政策当时并未施行：其第 2 版自 2021-09-01 起优先（送来单位：SG02）。"_s,
          u"SG01: a claim of 2021-09 was settled by yc-bed, which was not in force then: version 2 of it went "
          "before, from 2021-09-01 on (sent by: SG02)."_s}});
    city.district.cli.done({u"district"_s, u"claim"_s, u"return"_s, claim, u"--store"_s, city.district.store,
                            u"--reason"_s, u"应按新版本结算"_s});
    city.district.merge(city.stick);
    city.east.cli.done(
        {u"receipt"_s, u"import"_s, city.district.receipts() + u"/songhe-SG01-2021Q3-0001.receipt.zip.age"_s});
    city.east.deliver(city.stick);
    city.district.merge(city.stick);
    checkFindings(city.district, {});
}
