// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QJsonObject expected()
{
    return QJsonDocument::fromJson(contentOf(dataFile(u"roster/expected.json"_s))).object();
}

/// Where the program judged otherwise than a careful reader: `row 8: accept, not reject`.
QString otherJudgements(const QJsonArray& items)
{
    QHash<int, QString> outcomes;
    for (const QJsonValue& item : items)
        outcomes.insert(item["row"_L1].toInt(), item["outcome"_L1].toString());
    QStringList others;
    for (const QJsonValue& wanted : expected().value("roster"_L1).toArray()) {
        const int row = wanted["row"_L1].toInt();
        if (const QString outcome = outcomes.value(row); outcome != wanted["outcome"_L1].toString())
            others.append(u"row %1: %2, not %3"_s.arg(row).arg(outcome, wanted["outcome"_L1].toString()));
    }
    return others.join(u'\n');
}

} // namespace

TEST_CASE("every format of the roster is judged as a careful reader would", "[app][importing]")
{
    CommandLine cli;
    cli.init();
    const QJsonObject counts = expected().value("outcomes"_L1).toObject();
    for (const auto* name : {"roster.xlsx", "roster-shared-strings.xlsx", "roster.xls", "roster.ods", "roster-utf8.csv",
                             "roster-gb18030.csv"}) {
        INFO(name);
        const QString file = dataFile(u"roster/"_s + QLatin1String(name));
        const QJsonObject report = cli.done({u"import"_s, u"roster"_s, file, u"--check"_s}).toObject();
        CHECK(report.value("rows"_L1).toInt() == 246);
        for (const QString& outcome : counts.keys())
            CHECK(report.value(outcome).toInt() == counts.value(outcome).toInt());
        CHECK(otherJudgements(report.value("items"_L1).toArray()) == u""_s);
    }
    CHECK(cli.done({u"elder"_s, u"list"_s}).toArray().isEmpty());
}

TEST_CASE("importing the same file again adds nobody", "[app][importing]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    const qsizetype first = cli.done({u"elder"_s, u"list"_s}).toArray().size();
    CHECK(first == 186 + 36);
    cli.importRoster();
    CHECK(cli.done({u"elder"_s, u"list"_s}).toArray().size() == first);
}

TEST_CASE("the month's grid is paid as the policy says", "[app][subsidies]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    const QJsonObject grid = expected().value("meal_grid"_L1).toObject();
    const QJsonObject report = cli.done({u"import"_s, u"meals"_s, dataFile(u"roster/meals-2021-09.xlsx"_s)}).toObject();
    CHECK(report.value("unknown"_L1).toInt() == grid.value("unknown_people"_L1).toInt());
    CHECK(report.value("doubles"_L1).toInt() == grid.value("double_marks"_L1).toInt());

    const QStringList settle {u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, u"2021-09"_s};
    const Outcome once = cli.run(settle);
    const Outcome again = cli.run(settle);
    REQUIRE(once.code == 0);
    CHECK(once.out == again.out);
    const int paid = once.object().value("paid_count"_L1).toInt();
    CHECK(paid == grid.value("payable_under_baotou_2020_meals"_L1).toInt());
    CHECK(once.object().value("paid_fen"_L1).toInt() == paid * 300);
    for (const QJsonValue& line : once.object().value("lines"_L1).toArray())
        CHECK_FALSE(line["text"_L1].toString().isEmpty());
}
