// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QString addedId(CommandLine& cli, const QStringList& arguments)
{
    return cli.done(arguments).toObject()[u"id"_s].toString();
}

} // namespace

TEST_CASE("every record behind a subsidy can be added and listed by its short keys", "[app][facilities]")
{
    CommandLine cli;
    cli.init();
    const QString elder = addedId(cli, {u"elder"_s, u"add"_s, u"--name"_s, u"王秀英"_s, u"--no-number"_s, u"补办中"_s});
    const QJsonObject facility
        = cli.done({u"facility"_s, u"add"_s, u"--code"_s, u"F1"_s, u"--name"_s, u"东城养老服务中心"_s, u"--kind"_s,
                    u"urban_centre"_s, u"--division"_s, u"140802"_s, u"--operator-kind"_s, u"enterprise"_s})
              .toObject();
    CHECK(facility[u"district"_s].toString() == u"municipal_district"_s);
    cli.done({u"premises"_s, u"add"_s, u"--facility"_s, u"F1"_s, u"--area-m2"_s, u"1200.50"_s, u"--beds"_s, u"12"_s});
    CHECK(cli.done({u"premises"_s, u"list"_s}).toArray()[0][u"area_dm2"_s].toInt() == 120050);
    cli.done({u"project"_s, u"add"_s, u"--code"_s, u"X1"_s, u"--name"_s, u"改造"_s, u"--facility"_s, u"F1"_s});
    const QStringList cost {u"cost-item"_s, u"add"_s,        u"--project"_s,    u"X1"_s,
                            u"--kind"_s,    u"equipment"_s,  u"--amount-fen"_s, u"100000"_s,
                            u"--on"_s,      u"2021-05-01"_s, u"--invoice"_s,    u"A1"_s};
    const QString paid = addedId(cli, cost);
    const Outcome again = cli.run(cost);
    CHECK(again.code == 1);
    CHECK(QString::fromUtf8(again.err).contains(paid));
    cli.done({u"cost-item"_s, u"void"_s, paid, u"--reason"_s, u"录错"_s});
    cli.done(cost);
    cli.done({u"acceptance"_s, u"add"_s, u"--project"_s, u"X1"_s, u"--on"_s, u"2021-07-01"_s, u"--passed"_s, u"yes"_s,
              u"--by"_s, u"民政局"_s});
    cli.done({u"evaluation"_s, u"add"_s, u"--facility"_s, u"F1"_s, u"--year"_s, u"2021"_s, u"--scheme"_s, u"a_grade"_s,
              u"--grade"_s, u"aaa"_s, u"--by"_s, u"third_party"_s});
    cli.done({u"budget"_s, u"add"_s, u"--year"_s, u"2021"_s, u"--purpose"_s, u"platform"_s, u"--payer"_s, u"city"_s,
              u"--amount-fen"_s, u"200000000"_s});
    for (const auto& kind :
         {u"facility"_s, u"project"_s, u"cost-item"_s, u"acceptance"_s, u"evaluation"_s, u"budget"_s})
        CHECK(cli.done({kind, u"list"_s}).toArray().size() == 1);

    const QString stay = addedId(
        cli, {u"bed-stay"_s, u"add"_s, u"--elder"_s, elder, u"--bed"_s, u"302-1"_s, u"--from"_s, u"2021-06-01"_s});
    CHECK(cli.run({u"bed-stay"_s, u"add"_s, u"--elder"_s, elder, u"--from"_s, u"2021-08-01"_s}).code == 1);
    CHECK(cli.run({u"home-care-bed"_s, u"add"_s, u"--elder"_s, elder, u"--from"_s, u"2021-08-01"_s}).code == 1);
    cli.done({u"bed-stay"_s, u"end"_s, stay, u"--on"_s, u"2021-07-31"_s});
    cli.done({u"home-care-bed"_s, u"add"_s, u"--elder"_s, elder, u"--from"_s, u"2021-08-01"_s});
    cli.done({u"absence"_s, u"add"_s, u"--elder"_s, elder, u"--from"_s, u"2021-09-05"_s, u"--to"_s, u"2021-09-09"_s,
              u"--reason"_s, u"hospital"_s, u"--note"_s, u"市一院"_s});
    CHECK(cli.done({u"absence"_s, u"list"_s, u"--on"_s, u"2021-09-09"_s}).toArray().size() == 1);
    CHECK(cli.done({u"absence"_s, u"list"_s, u"--on"_s, u"2021-09-10"_s}).toArray().isEmpty());
    CHECK(cli.done({u"bed-stay"_s, u"list"_s, u"--elder"_s, elder}).toArray()[0][u"to_on"_s].toString()
          == u"2021-07-31"_s);
    cli.done({u"staff"_s, u"add"_s, u"--name"_s, u"赵海山"_s, u"--certificates"_s,
              uR"([{"kind":"care_worker","until":"2030-01-01"}])"_s});
    CHECK(cli.done({u"check"_s}).toObject()[u"ok"_s].toBool());
}

TEST_CASE("what a record cannot take is wrong usage, and names what it can", "[app][facilities]")
{
    CommandLine cli;
    cli.init();
    const Outcome kind = cli.run({u"facility"_s, u"add"_s, u"--code"_s, u"F1"_s, u"--kind"_s, u"castle"_s});
    CHECK(kind.code == 2);
    CHECK(QString::fromUtf8(kind.err).contains(u"day_care_centre"_s));
    CHECK(cli.run({u"cost-item"_s, u"add"_s, u"--amount-fen"_s, u"10.5"_s}).code == 2);
    CHECK(cli.run({u"acceptance"_s, u"add"_s, u"--passed"_s, u"perhaps"_s}).code == 2);
    CHECK(cli.run({u"premises"_s, u"add"_s, u"--facility"_s, u"F9"_s, u"--area-m2"_s, u"1"_s}).code == 1);
}
