// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/day_count.h"

#include "tests/support/catch.h"
#include "tests/support/stock_tool.h"

#include <QtCore/QDate>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace songhe::tests {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

void stockTool(const QString& program, const QStringList& arguments)
{
    const ToolAnswer answer = runTool(program, arguments);
    INFO(program.toStdString() << ": " << answer.err.toStdString());
    REQUIRE(answer.exitCode == 0);
}

/// RFC 4180: cells by commas, lines by CR LF, quotes doubled.
std::vector<QStringList> csvRows(const QString& text)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
            cell += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            row << std::exchange(cell, {});
        else if (!quoted && c == u'\n') {
            row << std::exchange(cell, {});
            rows.push_back(std::exchange(row, {}));
        } else if (quoted || c != u'\r')
            cell += c;
    }
    return rows;
}

/// When the first visit of somebody who lives alone is due: weekly from 80 on, else monthly.
QDate firstDue(const QDate& born, const QDate& alone, const QDate& day)
{
    QDate due = alone.addMonths(1);
    if (const QDate eighty = born.addYears(80); eighty <= day)
        due = std::min(due, std::max(alone, eighty).addDays(7));
    return due;
}

struct Waiting {
    qint64 due = 0, overdue = 0;

    void count(const QString& next, const QString& day)
    {
        due += next == day ? 1 : 0;
        overdue += !next.isEmpty() && next < day ? 1 : 0;
    }
};

Waiting waitingFor(const QString& bag, const QString& day)
{
    // The newest visit of each elder and kind says when the next is due.
    QHash<QString, PackageRow> newest;
    QSet<QString> known; // visited, or decided about
    for (const PackageRow& row : packageTable(bag, u"visit"_s)) {
        if (!row[u"voided_at"_s].isEmpty() || row[u"visited_on"_s] > day)
            continue;
        PackageRow& last = newest[row[u"elder_id"_s] + row[u"kind"_s]];
        if (last.isEmpty() || row[u"visited_on"_s] >= last[u"visited_on"_s])
            last = row;
        if (row[u"kind"_s] == u"care")
            known.insert(row[u"elder_id"_s]);
    }
    Waiting waiting;
    for (const PackageRow& row : std::as_const(newest))
        waiting.count(row[u"next_due"_s], day);
    for (const PackageRow& row : packageTable(bag, u"visit_tier"_s))
        known.insert(row[u"elder_id"_s]);
    QHash<QString, QDate> born;
    for (const PackageRow& row : packageTable(bag, u"elder"_s))
        born.insert(row[u"id"_s], QDate::fromString(row[u"born"_s], Qt::ISODate));
    for (const PackageRow& row : packageTable(bag, u"fact"_s))
        if (row[u"kind"_s] == u"living" && row[u"value"_s] == u"alone" && row[u"voided_at"_s].isEmpty()
            && row[u"from_on"_s] <= day && !known.contains(row[u"elder_id"_s]))
            waiting.count(firstDue(born[row[u"elder_id"_s]], QDate::fromString(row[u"from_on"_s], Qt::ISODate),
                                   QDate::fromString(day, Qt::ISODate))
                              .toString(Qt::ISODate),
                          day);
    return waiting;
}

} // namespace

DistrictKey newDistrictKey(const QString& folder)
{
    const QString file = folder + u"/district.key"_s;
    stockTool(u"age-keygen"_s, {u"-o"_s, file});
    const QString recipient = QRegularExpression(u"age1[0-9a-z]+"_s).match(textOf(file)).captured();
    REQUIRE(recipient.size() == 62);
    return {file, recipient};
}

QString openedBag(const QString& packageFile, const DistrictKey& key, const QString& folder)
{
    const QString zip = folder + u"/package.zip"_s;
    const QString opened = folder + u"/opened"_s;
    stockTool(u"age"_s, {u"-d"_s, u"-i"_s, key.file, u"-o"_s, zip, packageFile});
    stockTool(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, opened});
    const QStringList folders = QDir(opened).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    REQUIRE(folders.size() == 1);
    return opened + u'/' + folders.first();
}

std::vector<PackageRow> packageTable(const QString& bag, const QString& name)
{
    const std::vector<QStringList> lines = csvRows(textOf(bag + u"/data/%1.csv"_s.arg(name)));
    REQUIRE_FALSE(lines.empty());
    std::vector<PackageRow> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        PackageRow row;
        for (qsizetype k = 0; k < lines[0].size(); ++k)
            row.insert(lines[0][k], lines[i].value(k));
        rows.push_back(row);
    }
    return rows;
}

QJsonObject dayCounted(const QString& bag, const QString& day)
{
    const auto standing = [&](const QString& name, const QString& column) {
        std::vector<PackageRow> rows = packageTable(bag, name);
        std::erase_if(rows,
                      [&](const PackageRow& row) { return !row[u"voided_at"_s].isEmpty() || row[column] != day; });
        return rows;
    };
    QSet<QString> people;
    const auto meals = standing(u"meal"_s, u"served_on"_s);
    const auto services = standing(u"service"_s, u"served_on"_s);
    const auto came = standing(u"attendance"_s, u"attended_on"_s);
    for (const auto* rows : {&meals, &services, &came})
        for (const PackageRow& row : *rows)
            people.insert(row[u"elder_id"_s]);
    QHash<QString, QSet<QString>> persons;
    QHash<QString, std::array<qint64, 3>> sums;
    qint64 price = 0, subsidy = 0;
    for (const PackageRow& row : services) {
        persons[row[u"item"_s]].insert(row[u"elder_id"_s]);
        auto& sum = sums[row[u"item"_s]];
        sum[0] += 1;
        sum[1] += row[u"minutes"_s].toLongLong();
        sum[2] += row[u"price_fen"_s].toLongLong();
        price += row[u"price_fen"_s].toLongLong();
        subsidy += row[u"subsidy_fen"_s].toLongLong();
    }
    QJsonObject byItem;
    for (auto sum = sums.begin(); sum != sums.end(); ++sum)
        byItem.insert(sum.key(),
                      QJsonObject {{u"persons"_s, persons[sum.key()].size()},
                                   {u"times"_s, (*sum)[0]},
                                   {u"minutes"_s, (*sum)[1]},
                                   {u"fen"_s, (*sum)[2]}});
    QSet<QString> absent;
    for (const PackageRow& row : packageTable(bag, u"absence"_s))
        if (row[u"voided_at"_s].isEmpty() && row[u"from_on"_s] <= day
            && (row[u"to_on"_s].isEmpty() || row[u"to_on"_s] >= day))
            absent.insert(row[u"elder_id"_s]);
    const Waiting waiting = waitingFor(bag, day);
    QJsonObject incidents;
    for (const PackageRow& row : standing(u"incident"_s, u"happened_on"_s))
        incidents[row[u"kind"_s]] = incidents[row[u"kind"_s]].toInt() + 1;
    return {{u"people"_s, people.size()},
            {u"meals"_s, qint64(meals.size())},
            {u"services"_s, byItem},
            {u"attendance"_s, QJsonObject {{u"in"_s, qint64(came.size())}, {u"absent"_s, absent.size()}}},
            {u"visits"_s,
             QJsonObject {{u"done"_s, qint64(standing(u"visit"_s, u"visited_on"_s).size())},
                          {u"due"_s, waiting.due},
                          {u"overdue"_s, waiting.overdue}}},
            {u"incidents"_s, incidents},
            {u"fen"_s, QJsonObject {{u"price"_s, price}, {u"subsidy"_s, subsidy}, {u"self_paid"_s, price - subsidy}}}};
}

} // namespace songhe::tests
