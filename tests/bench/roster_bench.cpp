// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/divisions/divisions.h"
#include "core/importing/roster_desk.h"
#include "tests/bench/centre.h"

#include <QtCore/QFile>

namespace songhe::bench {

namespace {

constexpr int rosterRows = 10'000;

QChar checkCharacter(const QString& seventeen)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += weights[i] * seventeen.at(i).digitValue();
    return QStringLiteral("10X98765432").at(sum % 11);
}

/// A roster of invented people as centres keep it.
void writeRoster(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp(file.errorString());
    file.write("2026年老年人花名册\r\n序号,姓名,性别,身份证号,户籍地,现住址,联系电话,人员类别,居住情况,能力等级\r\n");
    for (int i = 0; i < rosterRows; ++i) {
        const QDate born = QDate(1930, 1, 1).addDays(i % 9000);
        const QString seventeen = QStringLiteral("150205%1%2")
                                      .arg(born.toString(QStringLiteral("yyyyMMdd")))
                                      .arg(i / 9000 * 2 + 101, 3, 10, QLatin1Char('0'));
        file.write(QStringLiteral("%1,王%2%3,男,%4,内蒙古包头市石拐区,石拐区%5号,138%6,%7,独居,%8\r\n")
                       .arg(i + 1)
                       .arg(QChar(char16_t(0x6000 + i % 500)), QChar(char16_t(0x5000 + i % 700)),
                            seventeen + checkCharacter(seventeen))
                       .arg(i % 300)
                       .arg(i, 8, 10, QLatin1Char('0'))
                       .arg(i % 3 == 0 ? QStringLiteral("低保") : QStringLiteral("无"),
                            i % 5 == 0 ? QStringLiteral("半失能") : QStringLiteral("自理"))
                       .toUtf8());
    }
}

} // namespace

void benchRoster(Report& report)
{
    BenchCentre centre;
    const Divisions divisions = must(Divisions::load());
    const QString path = centre.path(QStringLiteral("roster.csv"));
    writeRoster(path);

    Progress progress;
    int added = 0;
    const Took took = timed([&] {
        RosterDesk desk(centre.ledger(), divisions, QStringLiteral("150205"));
        const Workbook workbook = must(readWorkbook(path, progress));
        const ColumnPlan plan = must(desk.propose(workbook));
        must(desk.check(workbook, plan, {}, progress));
        added = must(desk.carryOut(workbook, plan, {}, progress)).added;
    });
    if (added != rosterRows)
        giveUp(QStringLiteral("only %1 rows went in").arg(added));
    report.time(QStringLiteral("read, check and import %1 roster rows, the processor's time").arg(rosterRows), took.cpu,
                3000);
    report.note(QStringLiteral("by the clock %1 ms").arg(QString::number(took.wall, 'f', 0)));
}

} // namespace songhe::bench
