// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray dayRecords
    = R"({"record":"staff","id":11,"name":"赵海山","certificates":[{"kind":"care_worker","until":"2023-01-01"}]}
{"record":"staff","id":12,"name":"钱立"}
{"record":"agreement","elder":1001,"from":"2021-01-01","to":"2021-12-31","items":["cleaning"]}
{"record":"service","id":1,"elder":1001,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T01:00:00Z","minutes":90,"staff":11,"site":1,"where":"home","price_fen":4500,"subsidy_fen":0,"satisfaction":4}
{"record":"booking","id":5,"elder":1001,"item":"bath","at":"2021-09-03T01:00:00Z","minutes":60,"staff":11}
)";

QStringList booking(const QString& elder, const QString& item, const QString& at, const QString& staff)
{
    return {u"booking"_s, u"add"_s, u"--elder"_s,   elder,   u"--item"_s,  item,
            u"--at"_s,    at,       u"--minutes"_s, u"60"_s, u"--staff"_s, staff};
}

QStringList flagCodes(CommandLine& cli)
{
    QStringList codes;
    for (const QJsonValue& flag :
         cli.done({u"service"_s, u"flags"_s, u"--from"_s, u"2021-09-01"_s, u"--to"_s, u"2021-09-30"_s}).toArray())
        codes << flag[u"code"].toString() + u' ' + flag[u"service"].toString();
    codes.sort();
    return codes;
}

} // namespace

TEST_CASE("a taken time and an uncertified person are exit 1, with the other booking's number", "[app][services]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    books.records(dayRecords);
    const Outcome taken = books.cli.run(booking(u"1002"_s, u"bath"_s, u"2021-09-03T01:30:00Z"_s, u"11"_s));
    CHECK(taken.code == 1);
    CHECK(taken.object()[u"booking"].toString() == u"5"_s);
    CHECK(QString::fromUtf8(taken.err).contains(u'5'));
    const Outcome unfit = books.cli.run(booking(u"1002"_s, u"bath"_s, u"2021-09-03T03:30:00Z"_s, u"12"_s));
    CHECK(unfit.code == 1);
    CHECK(unfit.object()[u"code"].toString() == u"unfit_staff"_s);
    CHECK(books.cli.run(booking(u"1002"_s, u"dance"_s, u"2021-09-03T03:30:00Z"_s, u"11"_s)).code == 1);
    CHECK(books.cli.run(booking(u"1002"_s, u"bath"_s, u"soon"_s, u"11"_s)).code == 2);
    const auto made = books.cli.done(booking(u"1002"_s, u"bath"_s, u"2021-09-03T03:30:00Z"_s, u"11"_s)).toObject();
    CHECK(made[u"state"].toString() == u"booked"_s);
    const auto service = books.cli.done({u"booking"_s, u"done"_s, made[u"id"].toString()}).toObject();
    CHECK(service[u"price_fen"].toInt() == 6000);
    books.cli.done({u"booking"_s, u"cancel"_s, u"5"_s, u"--reason"_s, u"老人改期"_s});
    const auto listed = books.cli
                            .done({u"booking"_s, u"list"_s, u"--from"_s, u"2021-09-01"_s, u"--to"_s, u"2021-09-30"_s,
                                   u"--staff"_s, u"11"_s})
                            .toArray();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0][u"state"].toString() == u"cancelled"_s);
    CHECK(books.cli.done({u"staff"_s, u"list"_s, u"--item"_s, u"bath"_s, u"--on"_s, u"2021-09-03"_s}).toArray().size()
          == 1);
    CHECK(books.cli.done({u"check"_s}).toObject()[u"ok"].toBool());
}

TEST_CASE("an item that no catalogue has is refused by name, at the desk and in a file", "[app][services]")
{
    AuditBooks books;
    books.elder(1001);
    const Outcome desk = books.cli.run(
        {u"service"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--item"_s, u"dance"_s, u"--on"_s, u"2021-09-01"_s});
    CHECK(desk.code == 1);
    CHECK(QString::fromUtf8(desk.err).contains(u"culture"_s));
    const QString file = books.cli.write(
        u"wrong.jsonl"_s,
        R"({"record":"service","elder":1001,"item":"dance","on":"2021-09-01","price_fen":0,"subsidy_fen":0})");
    const Outcome import = books.cli.run({u"import"_s, u"records"_s, file});
    CHECK(import.code == 1);
    CHECK(import.object()[u"problems"][0][u"text"].toString().contains(u"dance"_s));
}

TEST_CASE("a month whose claim is signed takes no more services at the desk; imported ones are flagged",
          "[app][services]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(dayRecords);
    books.meal(51, 1001, "2021-09-06");
    const QString claim = books.sign(u"2021-09"_s);
    const QStringList add {u"service"_s, u"add"_s,      u"--elder"_s, u"1001"_s,
                           u"--item"_s,  u"cleaning"_s, u"--on"_s,    u"2021-09-20"_s};
    const Outcome closed = books.cli.run(add);
    CHECK(closed.code == 1);
    CHECK(QString::fromUtf8(closed.err).contains(u"2021-09"_s));
    books.records(
        R"({"record":"service","id":2,"elder":1001,"item":"cleaning","on":"2021-09-20","price_fen":4500,"subsidy_fen":0}
{"record":"service","id":3,"elder":1001,"item":"bath","on":"2021-09-01","at":"2021-09-01T02:00:00Z","minutes":60,"staff":12,"price_fen":0,"subsidy_fen":0}
)");
    const QStringList flags = flagCodes(books.cli);
    CHECK(flags.contains(u"closed_month 2"_s));
    CHECK_FALSE(flags.contains(u"closed_month 1"_s)); // it was there when the claim was signed
    CHECK(flags.contains(u"elder_overlap 3"_s));
    CHECK(flags.contains(u"outside_agreement 3"_s));
    CHECK(flags.contains(u"unfit_staff 3"_s));
    books.cli.done({u"claim"_s, u"open"_s, claim, u"--reason"_s, u"补记服务"_s});
    CHECK(books.cli.done(add).toObject()[u"price_fen"].toInt() == 4500);
}

TEST_CASE("a class of many is one step, its slips are one file, and a second print says so", "[app][services]")
{
    AuditBooks books;
    QStringList ids;
    for (int id = 1001; id <= 1040; ++id) {
        books.records(R"({"record":"elder","id":)" + QByteArray::number(id) + R"(,"name":"王秀英"})");
        ids << QString::number(id);
    }
    const auto sung = books.cli
                          .done({u"service"_s, u"add"_s, u"--item"_s, u"culture"_s, u"--at"_s,
                                 u"2021-09-04T01:00:00Z"_s, u"--elders"_s, ids.join(u',')})
                          .toObject();
    CHECK(sung[u"count"].toInt() == 40);
    const QString first = sung[u"group"].toString();
    CHECK(books.cli.done({u"service"_s, u"list"_s, u"--on"_s, u"2021-09-04"_s}).toArray().size() == 40);
    const auto again = books.cli
                           .done({u"service"_s, u"add"_s, u"--item"_s, u"culture"_s, u"--at"_s,
                                  u"2021-09-11T01:00:00Z"_s, u"--all-of"_s, first})
                           .toObject();
    CHECK(again[u"count"].toInt() == 40);
    const auto printed = books.cli
                             .done({u"print"_s, u"slips"_s, u"--on"_s, u"2021-09-04"_s, u"--paper"_s, u"roll80"_s,
                                    u"--to"_s, books.cli.outside(u"slips.pdf"_s)})
                             .toObject();
    CHECK(printed[u"pages"].toInt() == 40);
    const auto reprint
        = books.cli.done({u"print"_s, u"slip"_s, first, u"--to"_s, books.cli.outside(u"slip.pdf"_s)}).toObject();
    CHECK(reprint[u"slips"][0][u"copy"].toInt() == 2);
    CHECK(books.cli.run({u"service"_s, u"signed"_s, first, u"--how"_s, u"proxy"_s}).code == 1);
    const auto done = books.cli
                          .done({u"service"_s, u"signed"_s, first, u"--how"_s, u"proxy"_s, u"--by"_s, u"周小兰"_s,
                                 u"--relation"_s, u"女儿"_s})
                          .toObject();
    CHECK(done[u"signed_how"].toString() == u"proxy"_s);
    CHECK(books.cli.done({u"check"_s}).toObject()[u"ok"].toBool());
}

TEST_CASE("a price from a day on, a plan and the staff are kept by command", "[app][services]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(dayRecords);
    books.cli.done({u"price"_s, u"add"_s, u"--item"_s, u"bath"_s, u"--from"_s, u"2021-09-01"_s, u"--price"_s, u"6800"_s,
                    u"--document"_s, u"2021-3"_s});
    const auto service = books.cli
                             .done({u"service"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--item"_s, u"bath"_s, u"--on"_s,
                                    u"2021-09-02"_s, u"--payer"_s, u"self"_s})
                             .toObject();
    CHECK(service[u"price_fen"].toInt() == 6800);
    CHECK(service[u"subsidy_fen"].toInt() == 0);
    CHECK(service[u"warnings"][0][u"code"].toString() == u"outside_agreement"_s);
    books.cli.done({u"plan"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--item"_s, u"cleaning"_s, u"--times"_s, u"1"_s,
                    u"--per"_s, u"week"_s, u"--from"_s, u"2021-09-01"_s});
    CHECK(books.cli.run({u"plan"_s, u"propose"_s, u"--elder"_s, u"1001"_s}).code == 1); // nobody assessed her
    const auto progress = books.cli
                              .done({u"plan"_s, u"progress"_s, u"--elder"_s, u"1001"_s, u"--from"_s, u"2021-09-01"_s,
                                     u"--to"_s, u"2021-09-14"_s})
                              .toArray();
    REQUIRE(progress.size() == 2);
    CHECK(progress[1][u"planned"].toInt() == 2);
    CHECK(progress[1][u"done"].toInt() == 1);
    books.cli.done({u"staff"_s, u"edit"_s, u"12"_s, u"--trained-on"_s, u"2021-08-01"_s, u"--weekly-hours"_s, u"40"_s});
    const auto staff = books.cli.done({u"staff"_s, u"list"_s}).toArray();
    CHECK(staff[1][u"weekly_hours"].toInt() == 40);
    CHECK(staff[1][u"name"].toString() == u"钱立"_s);
    const auto hours
        = books.cli.done({u"staff"_s, u"hours"_s, u"--from"_s, u"2021-09-01"_s, u"--to"_s, u"2021-09-30"_s}).toArray();
    CHECK(hours[0][u"minutes"].toInt() == 90);
}

TEST_CASE("an order is changed and a group's sheet printed from the command line", "[app][services]")
{
    CommandLine cli;
    cli.init();
    cli.done({u"import"_s, u"records"_s, cli.write(u"people.jsonl"_s, R"({"record":"elder","id":1001,"name":"王秀英"}
{"record":"elder","id":1002,"name":"李桂兰"}
{"record":"incident","id":7,"elder":1002,"at":"2021-08-31T02:00:00Z","kind":"fall","injury":"none"}
)")});
    const QString booked = cli.done({u"booking"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--item"_s, u"cleaning"_s,
                                     u"--at"_s, u"2021-09-03T01:00:00Z"_s, u"--caller"_s, u"王芳"_s,
                                     u"--caller-phone"_s, u"13800000000"_s, u"--caller-relation"_s, u"女儿"_s})
                               .toObject()[u"id"_s]
                               .toString();
    const QJsonObject changed
        = cli.done({u"booking"_s, u"edit"_s, booked, u"--at"_s, u"2021-09-03T03:00:00Z"_s}).toObject();
    CHECK(changed[u"at"_s].toString().startsWith(u"2021-09-03T03:00"_s));
    CHECK(changed[u"caller_phone"_s].toString() == u"13800000000"_s);
    CHECK(cli.run({u"booking"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--item"_s, u"cleaning"_s, u"--at"_s,
                   u"2021-09-03T03:30:00Z"_s})
              .code
          == 1);
    const QString group = cli.done({u"service"_s, u"add"_s, u"--item"_s, u"culture"_s, u"--at"_s,
                                    u"2021-09-02T01:00:00Z"_s, u"--elders"_s, u"1001,1002"_s})
                              .toObject()[u"group"_s]
                              .toString();
    CHECK(cli.done({u"print"_s, u"sign-in"_s, group, u"--to"_s, cli.outside(u"sheet.pdf"_s)})
              .toObject()[u"pages"_s]
              .toInt()
          == 1);
    CHECK(cli.done({u"care"_s, u"find"_s, u"7"_s}).toArray()[0].toObject()[u"elder"_s].toString() == u"1002"_s);
}
