// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/demo/demo.h"
#include "core/demo/demo_city.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/safe_file.h"
#include "core/exchange/stream_device.h"
#include "ui/printing/package_cover.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>

namespace songhe::cli {

namespace {

struct DemoCommands {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::DemoCommands)
};

Result<int> number(Context& context, const char* option, int usual)
{
    const QString name = QString::fromLatin1(option);
    if (!context.has(name))
        return usual;
    bool isNumber = false;
    const int value = context.value(name).toInt(&isNumber);
    if (!isNumber)
        return usage(DemoCommands::tr("--%1: '%2' is not a number.").arg(name, context.value(name).left(40)));
    return value;
}

/// Everything in a demonstration is invented, so its password may be known to all.
Result<SecureBytes> demonstrationPassword(Context& context)
{
    if (context.has(QStringLiteral("password-file")))
        return context.password();
    return SecureBytes(QByteArrayView(Demo::password));
}

Result<std::unique_ptr<Session>> demonstrationCentre(Context& context, DataFolder& folder)
{
    const QString user
        = context.has(QStringLiteral("user")) ? context.value(QStringLiteral("user")) : QString::fromUtf8(Demo::user);
    ASSIGN_OR_RETURN(const SecureBytes password, demonstrationPassword(context));
    if (!folder.hasCentre()) {
        CentreSetup setup;
        setup.name = QStringLiteral("友谊社区日间照料中心（演示）");
        setup.code = QStringLiteral("DEMO");
        setup.division = QStringLiteral("150204");
        setup.userName = user;
        setup.password = password.clone();
        setup.demonstration = true;
        ASSIGN_OR_RETURN(setup.keys, makeCentreKeys());
        RETURN_IF_ERROR(Session::create(folder, setup, context.clock));
    }
    return Session::signIn(folder, user, password, context.clock);
}

CommandResult demo(Context& context)
{
    DemoPlan plan;
    ASSIGN_OR_RETURN(plan.elders, number(context, "elders", plan.elders));
    ASSIGN_OR_RETURN(plan.years, number(context, "years", plan.years));
    ASSIGN_OR_RETURN(const int seed, number(context, "seed", 1));
    plan.seed = quint64(seed);
    RETURN_IF_ERROR(checkDemoPlan(plan));
    ASSIGN_OR_RETURN(DataFolder * folder, context.folder());
    ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, demonstrationCentre(context, *folder));
    Progress progress;
    ASSIGN_OR_RETURN(const DemoReport report, makeDemo(session->ledger(), plan, progress));
    QJsonObject json {{QStringLiteral("user"), session->user().name},
                      {QStringLiteral("centre"), session->centre().name},
                      {QStringLiteral("sites"), report.sites},
                      {QStringLiteral("elders"), report.elders},
                      {QStringLiteral("facts"), report.facts},
                      {QStringLiteral("meals"), report.meals},
                      {QStringLiteral("assessments"), report.assessments}};
    QString text = DemoCommands::tr("Invented %1 elders with %2 facts and %3 meals in %4. Sign in as %5.")
                       .arg(report.elders)
                       .arg(report.facts)
                       .arg(report.meals)
                       .arg(folder->path(), session->user().name);
    // A password that somebody chose is nobody else's business.
    if (!context.has(QStringLiteral("password-file"))) {
        const QString password = QString::fromLatin1(Demo::password);
        json.insert(QStringLiteral("password"), password);
        text += u' ' + DemoCommands::tr("The password is %1.").arg(password);
    }
    return Answer {json, text};
}

/// What a district that takes the sticks in order must find, for who compares.
QJsonObject roundJson(const DemoCity& city, int round, const QString& stick)
{
    QJsonArray expected;
    for (const PlantedFinding& each : city.expected(round))
        expected << each.toJson();
    return {{QStringLiteral("stick"), stick},
            {QStringLiteral("refused"), QJsonArray::fromStringList(city.altered(round))},
            {QStringLiteral("findings"), expected}};
}

Result<void> keepPlanted(const QString& path, const QJsonObject& planted)
{
    SafeFile file(path);
    RETURN_IF_ERROR(file.open());
    RETURN_IF_ERROR(writeAll(file.device(), QJsonDocument(planted).toJson()));
    return file.commit();
}

CommandResult demoCity(Context& context)
{
    CityPlan plan;
    ASSIGN_OR_RETURN(plan.centres, number(context, "centres", plan.centres));
    ASSIGN_OR_RETURN(plan.elders, number(context, "elders", plan.elders));
    ASSIGN_OR_RETURN(const int seed, number(context, "seed", 1));
    plan.seed = quint64(seed);
    ASSIGN_OR_RETURN(const QString folder, context.need(QStringLiteral("to")));
    CityDistrict district;
    ASSIGN_OR_RETURN(district.recipient, context.need(QStringLiteral("recipient")));
    ASSIGN_OR_RETURN(district.publicKey, context.need(QStringLiteral("public-key")));
    Progress progress;
    ASSIGN_OR_RETURN(
        const auto city,
        DemoCity::found(
            folder, plan, district, [](Session& session) { return printing::packageCover(session); }, progress));
    QJsonArray centres;
    for (const CityCentre& centre : city->centres())
        centres << QJsonObject {{QStringLiteral("centre"), centre.code},
                                {QStringLiteral("public_key"), centre.minisignKey}};
    QJsonArray rounds;
    for (int round = 1; round <= DemoCity::rounds; ++round) {
        const QString stick = QDir(folder).filePath(QStringLiteral("round%1").arg(round));
        RETURN_IF_ERROR(city->deliver(round, stick, progress));
        rounds << roundJson(*city, round, stick);
    }
    const QJsonObject planted {{QStringLiteral("centres"), centres}, {QStringLiteral("rounds"), rounds}};
    RETURN_IF_ERROR(keepPlanted(QDir(folder).filePath(QStringLiteral("planted.json")), planted));
    return Answer {planted,
                   DemoCommands::tr("Invented %1 centres; the sticks of four quarters are in %2, in round1 to round4. "
                                    "planted.json names the centres' keys to trust and what a district must find.")
                       .arg(plan.centres)
                       .arg(folder)};
}

} // namespace

void addDemoCommands(std::vector<Command>& table)
{
    table.push_back({"demo", "", {{"elders", "N"}, {"years", "Y"}, {"seed", "S"}}, &demo});
    table.push_back({"demo city",
                     "",
                     {{"to", "FOLDER"},
                      {"r,recipient", "RECIPIENT"},
                      {"P,public-key", "K"},
                      {"centres", "N"},
                      {"elders", "N"},
                      {"seed", "S"}},
                     &demoCity,
                     0,
                     0,
                     true}); // each package has its cover sheet
}

} // namespace songhe::cli
