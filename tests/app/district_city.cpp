// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district_city.h"

#include "tests/support/catch.h"
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace songhe::tests {

using namespace Qt::StringLiterals;

District::District(const QString& place, const QString& identity)
{
    key = identity.isEmpty() ? cli.outside(u"district.key"_s) : identity;
    if (identity.isEmpty())
        REQUIRE(runProgram(QStandardPaths::findExecutable(u"age-keygen"_s), {u"-o"_s, key}, cli.outside(u"."_s)).code
                == 0);
    store = place.isEmpty() ? cli.outside(u"district.db"_s) : place;
    const QJsonObject made = cli.done({u"district"_s, u"init"_s, u"--store"_s, store, u"--identity"_s, key, u"--name"_s,
                                       u"石拐区民政局"_s})
                                 .toObject();
    recipient = made["age_recipient"_L1].toString();
    publicKey = made["minisign_public_key"_L1].toString();
    REQUIRE(recipient.startsWith(u"age1"));
    REQUIRE(publicKey.startsWith(u"RW"));
}

void District::trust(const QString& code, const QString& centreKey)
{
    cli.done({u"district"_s, u"trust"_s, u"--store"_s, store, u"--centre"_s, code, u"--public-key"_s, centreKey});
}

QStringList District::mergeArguments(const QString& folder) const
{
    return {u"district"_s, u"merge"_s, folder, u"--store"_s, store, u"--identity"_s, key, u"--receipts"_s, receipts()};
}

QJsonObject District::merge(const QString& folder)
{
    return cli.done(mergeArguments(folder)).toObject();
}

QJsonObject District::report()
{
    return cli.done({u"district"_s, u"report"_s, u"--store"_s, store}).toObject();
}

QString District::digest()
{
    const QString digest = report()["digest"_L1].toString();
    CHECK(digest.size() == 64);
    return digest;
}

QJsonArray District::findings(const QString& code, const QString& language)
{
    const QJsonArray all = cli.done({u"--lang"_s, language, u"district"_s, u"report"_s, u"--store"_s, store})
                               .toObject()["findings"_L1]
                               .toArray();
    QJsonArray found;
    for (const QJsonValue& each : all)
        if (code.isEmpty() || each["code"_L1] == code)
            found << each;
    return found;
}

DeliveringCentre::DeliveringCentre(const QString& centreCode, const District& district)
    : code(centreCode)
{
    publicKey
        = cli.done({u"init"_s, u"--name"_s, u"松鹤中心"_s + code, u"--code"_s, code, u"--division"_s, u"150205"_s})
              .toObject()["minisign_public_key"_L1]
              .toString();
    cli.done({u"district"_s, u"set"_s, u"--recipient"_s, district.recipient, u"--public-key"_s, district.publicKey});
    records(R"({"record":"site","id":1,"code":"P1","name":"青山食堂"})");
}

void DeliveringCentre::records(const QByteArray& lines)
{
    cli.done({u"import"_s, u"records"_s, cli.write(u"records.jsonl"_s, lines)});
}

void DeliveringCentre::elder(qint64 id, const QByteArray& number)
{
    records(R"({"record":"elder","id":)" + QByteArray::number(id) + R"(,"name":"李桂兰","resident_number":")" + number
            + "\"}\n" + R"({"record":"fact","elder":)" + QByteArray::number(id)
            + R"(,"kind":"registered_division","value":"150205","from":"2010-01-01"})" + "\n");
}

void DeliveringCentre::meal(qint64 id, qint64 elder, const QByteArray& day)
{
    records(R"({"record":"meal","id":)" + QByteArray::number(id) + R"(,"elder":)" + QByteArray::number(elder)
            + R"(,"on":")" + day + R"(","site":1})" + "\n");
}

QString DeliveringCentre::sign(const QString& policy, const QString& period)
{
    const QString claim = cli.done({u"settle"_s, u"--policy"_s, policy, u"--period"_s, period, u"--write"_s})
                              .toObject()["claim"_L1]
                              .toString();
    REQUIRE_FALSE(claim.isEmpty());
    cli.done({u"claim"_s, u"sign"_s, claim});
    return claim;
}

QString DeliveringCentre::deliver(const QString& folder)
{
    REQUIRE(QDir().mkpath(folder));
    return cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder})
        .toObject()["file"_L1]
        .toString();
}

QByteArray elderLines(qint64 id, const QByteArray& number)
{
    const QByteArray elder = QByteArray::number(id);
    QByteArray lines
        = R"({"record":"elder","id":)" + elder + R"(,"name":"李桂兰","resident_number":")" + number + "\"}\n";
    const std::pair<const char*, const char*> facts[]
        = {{"registered_division", "150205"}, {"economic_category", "subsistence"}, {"care_class", "disabled"}};
    for (const auto& [kind, value] : facts)
        lines += R"({"record":"fact","elder":)" + elder + R"(,"kind":")" + kind + R"(","value":")" + value
            + R"(","from":"2010-01-01"})" + "\n";
    return lines;
}

QByteArray numberOf(int serial)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    const QByteArray number = "15020419500305" + QByteArray::number(serial).rightJustified(3, '0');
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i)
        sum += (number[i] - '0') * weights[i];
    return number + "10X98765432"[sum % 11];
}

void copyBooks(const CommandLine& from, const CommandLine& to)
{
    REQUIRE(QDir(to.dataFolder()).removeRecursively());
    REQUIRE(QDir().mkpath(to.dataFolder()));
    for (const QFileInfo& file : QDir(from.dataFolder()).entryInfoList(QDir::Files | QDir::Hidden))
        REQUIRE(QFile::copy(file.filePath(), to.dataFolder() + u'/' + file.fileName()));
}

QStringList codes(const QJsonValue& list)
{
    QStringList found;
    for (const QJsonValue& each : list.toArray())
        found << each["code"_L1].toString();
    found.sort();
    return found;
}

QJsonObject packageOf(const QJsonObject& merged, const QString& centre)
{
    for (const QJsonValue& each : merged["packages"_L1].toArray())
        if (each["centre"_L1] == centre)
            return each.toObject();
    return {};
}

QStringList recordsOf(const QJsonValue& finding)
{
    QStringList records;
    for (const QJsonValue& each : finding["records"_L1].toArray())
        records << each["centre"_L1].toString() + u' ' + each["table"_L1].toString() + u' ' + each["id"_L1].toString();
    return records;
}

void checkFindings(District& district, const std::vector<ExpectedFinding>& expected, const QStringList& leftOut)
{
    const QJsonArray chinese = district.findings();
    const QJsonArray english = district.findings({}, u"en"_s);
    REQUIRE(chinese.size() == english.size());
    QStringList found;
    for (qsizetype i = 0; i < chinese.size(); ++i) {
        const QJsonValue each = chinese[i];
        const QString code = each["code"_L1].toString();
        if (leftOut.contains(code))
            continue;
        QStringList centres;
        for (const QJsonValue& centre : each["centres"_L1].toArray())
            centres << centre.toString();
        found << u"%1 [%2] [%3] %4 / %5"_s.arg(code, centres.join(u' '), recordsOf(each).join(u", "_s),
                                               each["text"_L1].toString(), english[i]["text"_L1].toString());
    }
    QStringList wanted;
    for (const ExpectedFinding& each : expected)
        wanted << u"%1 [%2] [%3] %4 / %5"_s.arg(each.code, each.centres.join(u' '), each.records.join(u", "_s),
                                                each.chinese, each.english);
    found.sort();
    wanted.sort();
    CHECK(found == wanted);
}

City::City(const QString& store)
    : district(store)
{
    district.trust(u"SG01"_s, east.publicKey);
    district.trust(u"SG02"_s, west.publicKey);
    for (DeliveringCentre* centre : {&east, &west}) {
        centre->elder(1001, sharedNumber);
        centre->meal(51, 1001, "2021-09-02");
    }
    east.meal(52, 1001, "2021-09-03");
    west.meal(53, 1001, "2021-09-04");
}

EmptyCity::EmptyCity()
{
    trustAt(district);
}

void EmptyCity::trustAt(District& other)
{
    other.trust(u"SG01"_s, east.publicKey);
    other.trust(u"SG02"_s, west.publicKey);
}

void sameOnServer(EmptyCity& city, QStringList sticks)
{
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    District other(server.address(), city.district.key);
    city.trustAt(other);
    sticks.prepend(city.stick);
    for (const QString& stick : std::as_const(sticks))
        other.merge(stick);
    CHECK(other.report() == city.district.report());
    CHECK(other.digest() == city.district.digest());
}

} // namespace songhe::tests
