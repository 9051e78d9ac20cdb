// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/demo/demo.h"
#include "core/exchange/centre_keys.h"

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

} // namespace

void addDemoCommands(std::vector<Command>& table)
{
    table.push_back({"demo", "", {{"elders", "N"}, {"years", "Y"}, {"seed", "S"}}, &demo});
}

} // namespace songhe::cli
