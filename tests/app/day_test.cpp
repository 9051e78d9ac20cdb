// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"
#include "tests/support/day_count.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A day of a centre with three sites: 120 elders, 15 staff, as other programs bring it.
class ScriptedDay {
public:
    static constexpr int elders = 120;

    ScriptedDay()
    {
        for (int site = 1; site <= 3; ++site)
            line({{u"record"_s, u"site"_s},
                  {u"id"_s, site},
                  {u"code"_s, u"S%1"_s.arg(site)},
                  {u"name"_s, u"站点%1"_s.arg(site)}});
        for (int staff = 1; staff <= 15; ++staff)
            line({{u"record"_s, u"staff"_s}, {u"id"_s, 10 + staff}, {u"name"_s, u"员工%1"_s.arg(staff)}});
        for (int elder = 1; elder <= elders; ++elder)
            addElder(elder);
        for (int device = 1; device <= 5; ++device) {
            line({{u"record"_s, u"device"_s},
                  {u"id"_s, device},
                  {u"kind"_s, u"wheelchair"_s},
                  {u"code"_s, u"W-%1"_s.arg(device)}});
            line({{u"record"_s, u"device_loan"_s},
                  {u"device"_s, device},
                  {u"elder"_s, 1000 + device},
                  {u"from"_s, u"2021-09-01"_s},
                  {u"deposit_fen"_s, 0},
                  {u"rent_fen"_s, 0}});
        }
    }

    [[nodiscard]] const QByteArray& lines() const { return m_lines; }

private:
    void line(const QJsonObject& json) { m_lines += QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'; }

    void addElder(int number)
    {
        const int id = 1000 + number;
        const int site = 1 + number % 3;
        const int staff = 11 + number % 15;
        const QString day = u"2021-09-02"_s;
        line({{u"record"_s, u"elder"_s},
              {u"id"_s, id},
              {u"name"_s, QString(u"王"_s + QChar(0x5E00 + number))},
              {u"born"_s, u"19%1-01-01"_s.arg(30 + number % 25)}});
        if (number % 2 == 0)
            line({{u"record"_s, u"meal"_s},
                  {u"elder"_s, id},
                  {u"on"_s, day},
                  {u"sitting"_s, u"lunch"_s},
                  {u"site"_s, site},
                  {u"price_fen"_s, 1200}});
        if (number % 3 == 0)
            line({{u"record"_s, u"attendance"_s},
                  {u"elder"_s, id},
                  {u"on"_s, day},
                  {u"in"_s, u"08:%1"_s.arg(10 + number % 40)},
                  {u"site"_s, site}});
        if (number % 4 == 0)
            line({{u"record"_s, u"service"_s},
                  {u"elder"_s, id},
                  {u"item"_s, number % 8 == 0 ? u"cleaning"_s : u"bath"_s},
                  {u"on"_s, day},
                  {u"minutes"_s, 30 + number % 7},
                  {u"staff"_s, staff},
                  {u"site"_s, site},
                  {u"price_fen"_s, 3000 + number},
                  {u"subsidy_fen"_s, number}});
        if (number % 10 == 1)
            line({{u"record"_s, u"absence"_s},
                  {u"elder"_s, id},
                  {u"from"_s, u"2021-08-30"_s},
                  {u"to"_s, number % 20 == 1 ? QJsonValue(u"2021-09-05"_s) : QJsonValue()},
                  {u"reason"_s, u"away"_s}});
        if (number % 5 == 0)
            line({{u"record"_s, u"visit"_s},
                  {u"elder"_s, id},
                  {u"on"_s, number % 15 == 0 ? day : u"2021-08-25"_s},
                  {u"kind"_s, u"care"_s},
                  {u"means"_s, u"door"_s},
                  {u"visitor"_s, staff},
                  {u"met"_s, true},
                  {u"next_due"_s,
                   number % 15 == 0       ? u"2021-09-09"_s
                       : number % 10 == 0 ? day
                                          : u"2021-09-01"_s}});
        if (number % 25 == 2) // at risk, and nobody has visited her yet
            line({{u"record"_s, u"fact"_s},
                  {u"elder"_s, id},
                  {u"kind"_s, u"living"_s},
                  {u"value"_s, u"alone"_s},
                  {u"from"_s, number % 2 == 0 ? u"2021-06-01"_s : u"2021-08-02"_s}});
        if (number % 40 == 0)
            line({{u"record"_s, u"incident"_s},
                  {u"elder"_s, id},
                  {u"at"_s, u"2021-09-02T02:00:00Z"_s},
                  {u"kind"_s, u"fall"_s},
                  {u"injury"_s, u"none"_s}});
        if (number % 6 == 0)
            line({{u"record"_s, u"measurement"_s},
                  {u"elder"_s, id},
                  {u"at"_s, u"2021-09-02T01:00:00Z"_s},
                  {u"kind"_s, u"blood_pressure"_s},
                  {u"value"_s, u"135/82"_s}});
    }

    QByteArray m_lines;
};

/// Opens the quarter's package with the stock tools; the bag's folder.
QString openedPackage(CommandLine& cli)
{
    const DistrictKey key = newDistrictKey(cli.outside(u"."_s));
    REQUIRE(QDir().mkpath(cli.outside(u"stick"_s)));
    const QString file = cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s,
                                   cli.outside(u"stick"_s), u"--recipient"_s, key.recipient})
                             .toObject()[u"file"_s]
                             .toString();
    return openedBag(file, key, cli.outside(u"."_s));
}

} // namespace

TEST_CASE("every figure of a scripted day with 120 elders is found again in the package's tables", "[app][care]")
{
    CommandLine cli;
    cli.init();
    const QString file = cli.write(u"day.jsonl"_s, ScriptedDay().lines());
    CHECK(cli.done({u"import"_s, u"records"_s, file}).toObject()[u"ok"_s].toBool());
    // What a clerk adds by hand, and takes back.
    const QString day = u"2021-09-02"_s;
    cli.done({u"attendance"_s, u"in"_s, u"1001"_s, u"--on"_s, u"2021-08-29"_s, u"--at"_s, u"08:10"_s});
    const Outcome twice = cli.run({u"attendance"_s, u"in"_s, u"1003"_s, u"--on"_s, day});
    CHECK(twice.code == 1);
    CHECK(cli.run({u"attendance"_s, u"in"_s, u"1001"_s, u"--on"_s, day}).code == 1); // away
    cli.done({u"attendance"_s, u"out"_s, u"1003"_s, u"--on"_s, day, u"--at"_s, u"16:30"_s});
    const QString wrong = cli.done({u"incident"_s, u"add"_s, u"--elder"_s, u"1002"_s, u"--at"_s,
                                    u"2021-09-02T03:00:00Z"_s, u"--kind"_s, u"choking"_s})
                              .toObject()[u"id"_s]
                              .toString();
    cli.done({u"incident"_s, u"void"_s, wrong, u"--reason"_s, u"误记"_s});
    cli.done({u"visit"_s, u"add"_s, u"--elder"_s, u"1007"_s, u"--on"_s, day, u"--kind"_s, u"survival"_s, u"--means"_s,
              u"phone"_s, u"--visitor"_s, u"11"_s, u"--met"_s, u"yes"_s});

    const QJsonObject summary = cli.done({u"day"_s, u"summary"_s, u"--on"_s, day}).toObject();
    CHECK(summary[u"people"_s].toInt() > 60);
    CHECK(summary[u"visits"_s].toObject()[u"overdue"_s].toInt() > 0);
    CHECK(summary[u"services"_s].toObject().size() == 2);
    const QJsonArray due = cli.done({u"visit"_s, u"due"_s, u"--on"_s, day}).toArray();
    CHECK(due.size()
          == summary[u"visits"_s].toObject()[u"due"_s].toInt() + summary[u"visits"_s].toObject()[u"overdue"_s].toInt());
    CHECK(due.first().toObject().keys() == QStringList {u"due"_s, u"elder"_s, u"kind"_s, u"tier"_s});

    const QString bag = openedPackage(cli);
    const QJsonObject counted = dayCounted(bag, day);
    CHECK(QJsonDocument(summary).toJson().toStdString() == QJsonDocument(counted).toJson().toStdString());
    CHECK(packageTable(bag, u"measurement"_s).size() == 20);
    CHECK(packageTable(bag, u"device_loan"_s).size() == 5);
    CHECK(cli.done({u"check"_s}).toObject()[u"ok"_s].toBool());
}

TEST_CASE("the commands of a day speak the words of the contract", "[app][care]")
{
    CommandLine cli;
    cli.init();
    cli.done({u"elder"_s, u"add"_s, u"--name"_s, u"王秀英"_s, u"--no-number"_s, u"补办中"_s, u"--card"_s, u"77001"_s,
              u"--born"_s, u"1940-01-01"_s});
    const QJsonObject came = cli.done({u"attendance"_s, u"in"_s, u"wxy"_s}).toObject();
    CHECK(came[u"came_in"_s].toString().size() == 5);
    const QString elder = came[u"elder_id"_s].toString();
    const Outcome again = cli.run({u"attendance"_s, u"in"_s, u"77001"_s});
    CHECK(again.code == 1);
    CHECK(QString::fromUtf8(again.err).contains(came[u"id"_s].toString()));
    CHECK(cli.done({u"attendance"_s, u"all"_s}).toArray().isEmpty());
    CHECK(cli.done({u"attendance"_s, u"list"_s}).toArray().size() == 1);
    const QJsonObject measured = cli.done({u"measurement"_s, u"add"_s, u"--elder"_s, elder, u"--kind"_s,
                                           u"blood_pressure"_s, u"--value"_s, u"185/82"_s})
                                     .toObject();
    CHECK_FALSE(measured[u"warning"_s].toString().isEmpty());
    cli.done({u"device"_s, u"add"_s, u"--kind"_s, u"wheelchair"_s, u"--code"_s, u"W-05"_s});
    CHECK(cli.done({u"device"_s, u"lend"_s, u"W-05"_s, u"--elder"_s, elder}).toObject()[u"rent_class"_s].toString()
          == u"low"_s);
    CHECK(cli.run({u"device"_s, u"lend"_s, u"W-05"_s, u"--elder"_s, elder}).code == 1);
    CHECK(cli.done({u"device"_s, u"list"_s}).toArray()[0].toObject()[u"lent_to"_s].toString() == elder);
    CHECK(cli.done({u"device"_s, u"overdue"_s}).toArray().isEmpty());
    cli.done({u"device"_s, u"return"_s, u"W-05"_s});
    cli.done({u"visit"_s, u"tier"_s, u"--elder"_s, elder, u"--tier"_s, u"weekly"_s, u"--from"_s, u"2021-09-01"_s});
    CHECK(cli.done({u"visit"_s, u"due"_s, u"--on"_s, u"2021-09-08"_s}).toArray()[0].toObject()[u"tier"_s].toString()
          == u"weekly"_s);
    const QJsonObject printed
        = cli.done({u"print"_s, u"visits"_s, u"--on"_s, u"2021-09-08"_s, u"--to"_s, cli.outside(u"visits.pdf"_s)})
              .toObject();
    CHECK(printed[u"pages"_s].toInt() == 1);
    cli.done(
        {u"incident"_s, u"add"_s, u"--elder"_s, elder, u"--at"_s, u"2021-09-01T01:00:00Z"_s, u"--kind"_s, u"fall"_s});
    CHECK(cli.done({u"assess"_s, u"events"_s, u"--elder"_s, elder, u"--standard"_s, u"mzt039-2013"_s, u"--on"_s,
                    u"2021-09-20"_s})
              .toObject()[u"fall"_s]
              .toInt()
          == 1);
    CHECK(cli.done({u"assess"_s, u"add"_s, u"--elder"_s, elder, u"--standard"_s, u"mzt039-2013"_s, u"--on"_s,
                    u"2021-09-20"_s, u"--events"_s, u"recorded"_s})
              .toObject()[u"events"_s]
              .toObject()[u"fall"_s]
              .toInt()
          == 1);
    CHECK(cli.done({u"elder"_s, u"timeline"_s, elder}).toArray().size() == 6);
    CHECK(cli.done({u"elder"_s, u"timeline"_s, elder, u"--kind"_s, u"incident"_s}).toArray().size() == 1);
    CHECK(cli.run({u"elder"_s, u"timeline"_s, elder, u"--kind"_s, u"dream"_s}).code == 2);
}
