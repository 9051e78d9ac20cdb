// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"

#include "tests/support/catch.h"

namespace songhe::tests {

using namespace Qt::StringLiterals;

AuditBooks::AuditBooks()
{
    cli.init();
    records(R"({"record":"site","id":1,"code":"P1","name":"青山食堂"}
{"record":"site","id":2,"code":"P2","name":"昆区食堂"}
)");
}

void AuditBooks::records(const QByteArray& lines)
{
    const QString file = cli.write(u"records%1.jsonl"_s.arg(++m_files), lines);
    const Outcome outcome = cli.run({u"import"_s, u"records"_s, file});
    INFO(outcome.out.toStdString() << outcome.err.toStdString());
    REQUIRE(outcome.code == 0);
}

void AuditBooks::elder(int id, const QByteArray& born, const QByteArray& category)
{
    const QByteArray number = QByteArray::number(id);
    QByteArray lines = R"({"record":"elder","id":)" + number + R"(,"name":"王秀英","born":")" + born + "\"}\n"
        + R"({"record":"fact","elder":)" + number
        + R"(,"kind":"registered_division","value":"150204","from":"2000-01-01"})" + "\n";
    if (!category.isEmpty())
        lines += R"({"record":"fact","elder":)" + number + R"(,"kind":"economic_category","value":")" + category
            + R"(","from":"2020-01-01"})" + "\n";
    records(lines);
}

void AuditBooks::meal(int id, int elder, const QByteArray& on, const QByteArray& more)
{
    records(R"({"record":"meal","id":)" + QByteArray::number(id) + R"(,"elder":)" + QByteArray::number(elder)
            + R"(,"on":")" + on + '"' + (more.contains("\"site\"") ? "" : R"(,"site":1)")
            + (more.isEmpty() ? "" : "," + more) + "}\n");
}

void AuditBooks::assessment(const QByteArray& on, int elder)
{
    QByteArray answers;
    const std::pair<const char*, int> groups[] = {{"B.1", 10}, {"B.2", 3}, {"B.3", 4}, {"B.4", 5}};
    for (const auto& [group, items] : groups)
        for (int item = 1; item <= items; ++item)
            answers += QByteArray(answers.isEmpty() ? "" : ",") + '"' + group + '.' + QByteArray::number(item) + "\":0";
    records(R"({"record":"assessment","standard":"mzt039-2013","diagnosed":[],"coma":false,"confirmed":true,)"
            R"("events":{"fall":0,"choking":0,"suicide":0,"wandering":0,"other":0},"elder":)"
            + QByteArray::number(elder) + R"(,"on":")" + on + R"(","answers":{)" + answers + "}}\n");
}

QJsonObject AuditBooks::settle(const QString& period, const QString& policy)
{
    return cli.done({u"settle"_s, u"--policy"_s, policy, u"--period"_s, period}).toObject();
}

QJsonObject AuditBooks::write(const QString& period, const QString& policy)
{
    return cli.done({u"settle"_s, u"--policy"_s, policy, u"--period"_s, period, u"--write"_s}).toObject();
}

QString AuditBooks::sign(const QString& period, const QString& policy)
{
    const QString claim = write(period, policy)[u"claim"].toString();
    REQUIRE_FALSE(claim.isEmpty());
    cli.done({u"claim"_s, u"sign"_s, claim});
    return claim;
}

QStringList AuditBooks::findings(const QString& claim)
{
    QStringList codes;
    const QJsonObject checked = cli.done({u"claim"_s, u"check"_s, claim}).toObject();
    for (const QJsonValue& item : checked[u"items"].toArray())
        codes << item[u"code"].toString() + u' ' + item[u"record"].toString();
    return codes;
}

QJsonObject AuditBooks::lineObject(const QJsonObject& settled, int record)
{
    QJsonObject found;
    for (const QJsonValue& line : settled[u"lines"].toArray())
        if (line[u"record"].toString() == QString::number(record))
            found = line.toObject();
    return found;
}

QString AuditBooks::lineOf(const QJsonObject& settled, int record)
{
    const QJsonObject line = lineObject(settled, record);
    return line.isEmpty() ? QString() : QString::number(line[u"fen"].toInteger()) + u' ' + line[u"code"].toString();
}

} // namespace songhe::tests
