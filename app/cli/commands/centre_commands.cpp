// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/devices/device.h"
#include "core/elders/elder_repository.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/receipt_item.h"
#include "core/exchange/sealing.h"
#include "core/facilities/acceptance.h"
#include "core/facilities/budget.h"
#include "core/facilities/cost_item.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/premises.h"
#include "core/health/measurement.h"
#include "core/incidents/incident.h"
#include "core/meals/meal.h"
#include "core/rules/policy_file.h"
#include "core/security/audit_check.h"
#include "core/security/restore.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/services/catalogue_price.h"
#include "core/services/slip_print.h"
#include "core/subsidies/settlement_desk.h"
#include "core/visits/visit.h"

#include <iostream>
#include <string>
#include <unistd.h>

namespace songhe::cli {

namespace {

QString centreTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

CommandResult init(Context& context)
{
    CentreSetup setup;
    ASSIGN_OR_RETURN(setup.name, context.need(QStringLiteral("name")));
    ASSIGN_OR_RETURN(setup.code, context.need(QStringLiteral("code")));
    ASSIGN_OR_RETURN(setup.division, context.need(QStringLiteral("division")));
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    if (!divisions->find(setup.division))
        return usage(centreTr("--division: '%1' is not known. Write the six digits of GB/T 2260, such as 150205.")
                         .arg(setup.division.left(40)));
    ASSIGN_OR_RETURN(setup.userName, context.need(QStringLiteral("user")));
    ASSIGN_OR_RETURN(setup.password, context.password());
    ASSIGN_OR_RETURN(setup.keys, makeCentreKeys());
    const QString recipient = setup.keys.ageRecipient;
    const QString publicKey = setup.keys.minisignPublicKey;
    ASSIGN_OR_RETURN(DataFolder * folder, context.folder());
    ASSIGN_OR_RETURN(const QString recoveryKey, Session::create(*folder, setup, context.clock));
    return Answer {
        QJsonObject {{QStringLiteral("recovery_key"), recoveryKey},
                     {QStringLiteral("age_recipient"), recipient},
                     {QStringLiteral("minisign_public_key"), publicKey}},
        centreTr("The centre is set up.\n\nRecovery key (write it down or print it now, it is shown only this "
                 "once):\n  %1\n\nKeys for the district:\n  %2\n  %3")
            .arg(recoveryKey, recipient, publicKey)};
}

CommandResult siteAdd(Context& context)
{
    Site site;
    ASSIGN_OR_RETURN(site.code, context.need(QStringLiteral("code")));
    ASSIGN_OR_RETURN(site.name, context.need(QStringLiteral("name")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Site added, SiteDesk(*ledger).add(site));
    return Answer {recordJson(added), centreTr("Added site %1, %2.").arg(added.code, added.name)};
}

CommandResult siteList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const std::vector<Site> sites, SiteDesk(*ledger).list());
    QJsonArray json;
    QString text;
    for (const Site& site : sites) {
        json << recordJson(site);
        text += QStringLiteral("%1  %2  [%3]\n").arg(site.code, site.name, site.id.text());
    }
    return Answer {json, text};
}

/// The new password comes from a file of its own, the terminal or standard input; `--password-file` is the one of who
/// is at work.
Result<SecureBytes> newPassword(Context& context)
{
    if (context.has(QStringLiteral("new-password-file")))
        return readPasswordFile(context.value(QStringLiteral("new-password-file")));
    return Context::typedSecret(centreTr("New password:"));
}

CommandResult userAdd(Context& context)
{
    ASSIGN_OR_RETURN(const QString name, context.need(QStringLiteral("name")));
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(SecureBytes password, newPassword(context));
    // Nobody there to type one: a first password is made and shown once.
    const QString made = password.isEmpty() ? newRecoveryKey().left(14) : QString();
    if (!made.isEmpty())
        password = SecureBytes(QByteArrayView(made.toLatin1()));
    const QString role
        = context.has(QStringLiteral("role")) ? context.value(QStringLiteral("role")) : QStringLiteral("clerk");
    ASSIGN_OR_RETURN(const User user, session->addUser(name, role, password));
    QJsonObject json = recordJson(user);
    QString text = centreTr("Added user %1.").arg(user.name);
    if (!made.isEmpty()) {
        json.insert(QStringLiteral("password"), made);
        text += u'\n' + centreTr("First password, shown only this once: %1").arg(made);
    }
    return Answer {json, text};
}

CommandResult userList(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const std::vector<User> users, session->users());
    QJsonArray json;
    QString text;
    for (const User& user : users) {
        json << recordJson(user);
        text += QStringLiteral("%1  %2  [%3]\n").arg(user.name, user.role, user.id.text());
    }
    return Answer {json, text};
}

CommandResult userPasswd(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const SecureBytes password, newPassword(context));
    RETURN_IF_ERROR(session->changePassword(session->user().id, password));
    return Answer {QJsonObject {{QStringLiteral("user"), session->user().name}}, centreTr("The password is changed.")};
}

CommandResult settingSet(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    RETURN_IF_ERROR(Settings(*ledger).set(context.word(0), context.word(1)));
    return Answer {QJsonObject {{context.word(0), context.word(1)}}, centreTr("Saved.")};
}

CommandResult settingList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    QJsonObject json;
    QString text;
    for (const SettingLine& line : settingLines()) {
        const QString key = QString::fromLatin1(line.key);
        ASSIGN_OR_RETURN(const QString value, Settings(*ledger).value(key));
        json.insert(key, value);
        text += QStringLiteral("%1 = %2  (%3)\n").arg(key, value, QCoreApplication::translate("Setting", line.label));
    }
    return Answer {json, text};
}

CommandResult backup(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    RETURN_IF_ERROR(session->store().backupTo(context.word(0)));
    return Answer {QJsonObject {{QStringLiteral("file"), context.word(0)}},
                   centreTr("Backup written and read back: %1").arg(context.word(0))};
}

CommandResult restore(Context& context)
{
    ASSIGN_OR_RETURN(DataFolder * folder, context.folder());
    Progress progress;
    ASSIGN_OR_RETURN(const RestorePlan plan, Restore::plan(*folder, context.word(0), progress));
    const QString words = plan.presentReadable
        ? centreTr("Backup of '%1': up to change %2, %3. Changes of the present data that would be lost: %4.")
              .arg(plan.centreName)
              .arg(plan.backupHead.number)
              .arg(momentText(plan.backupNewest))
              .arg(plan.entriesLost())
        : centreTr("Backup of '%1': up to change %2, %3. The present data cannot be read: all that was entered after "
                   "this backup would be lost. They would be moved aside as they are.")
              .arg(plan.centreName)
              .arg(plan.backupHead.number)
              .arg(momentText(plan.backupNewest));
    QJsonObject json {
        {QStringLiteral("centre"), plan.centreName},
        {QStringLiteral("backup_head"), plan.backupHead.number},
        {QStringLiteral("present_head"), plan.presentHead.number},
        {QStringLiteral("present_readable"), plan.presentReadable},
        {QStringLiteral("lost"), plan.presentReadable ? QJsonValue(plan.entriesLost()) : QJsonValue(QJsonValue::Null)}};
    if (!context.has(QStringLiteral("yes"))) {
        if (!isatty(STDIN_FILENO))
            return usage(words + u'\n' + centreTr("Nothing was restored. Give --yes to go on."));
        std::cerr << words.toStdString() << std::endl
                  << centreTr("Type 'restore' to go on:").toStdString() << ' ' << std::flush;
        std::string typed;
        std::getline(std::cin, typed);
        if (typed != "restore")
            return fail(Error::Kind::Cancelled, centreTr("Nothing was restored."));
    }
    ASSIGN_OR_RETURN(const SecureBytes password, context.password());
    RETURN_IF_ERROR(
        Restore::run(*folder, context.word(0), context.value(QStringLiteral("user")), password, context.clock));
    json.insert(QStringLiteral("restored"), true);
    return Answer {
        json,
        words + u'\n' + centreTr("Restored. The data it replaced are kept in the data folder as before-restore-….db.")};
}

QJsonArray problemsJson(const QStringList& problems)
{
    QJsonArray json;
    for (const QString& problem : problems)
        json << QJsonObject {{QStringLiteral("text"), problem}};
    return json;
}

CommandResult auditVerify(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    Progress progress;
    ASSIGN_OR_RETURN(AuditReport report, session->audit().verify(progress));
    RecordsCheck tail(session->store());
    RETURN_IF_ERROR(tail.packages());
    report.problems << tail.problems();
    const bool good = report.problems.isEmpty();
    return Answer {
        QJsonObject {{QStringLiteral("ok"), good},
                     {QStringLiteral("entries"), report.entries},
                     {QStringLiteral("head"), QString::fromLatin1(report.head.digest.toHex())},
                     {QStringLiteral("problems"), problemsJson(report.problems)}},
        good ? centreTr("The audit log holds: %1 entries.").arg(report.entries) : report.problems.join(u'\n'), !good};
}

/// Opens every envelope of a family; one that does not open is a problem, not the end of the check.
template <typename R> void countEnvelopes(Ledger& ledger, qint64& opened, QStringList& problems)
{
    const auto walked = RecordTable<R>(ledger).walk(QString(), {}, [&](const R&) -> Result<void> {
        ++opened;
        return {};
    });
    if (!walked)
        problems << QStringLiteral("%1: %2").arg(QLatin1String(R::family), walked.error().message);
}

/// The same for each family of a list.
template <typename... R> Result<void> checkRecords(RecordsCheck& check, Progress& progress)
{
    Result<void> done;
    static_cast<void>(((done = check.records<R>(progress)).ok() && ...));
    return done;
}

/// Every table whose changes the log keeps against what the log says.
Result<QStringList> recordsAgainstLog(Store& store, Progress& progress)
{
    RecordsCheck check(store);
    RETURN_IF_ERROR(check.users());
    RETURN_IF_ERROR(check.records<Site>(progress));
    RETURN_IF_ERROR(check.records<Elder>(progress));
    RETURN_IF_ERROR(check.records<ElderPhoto>(progress));
    RETURN_IF_ERROR(check.records<Fact>(progress));
    RETURN_IF_ERROR(check.records<Assessment>(progress));
    RETURN_IF_ERROR(check.records<AssessmentKeying>(progress));
    RETURN_IF_ERROR(check.records<AssessmentDrawing>(progress));
    RETURN_IF_ERROR(check.records<Meal>(progress));
    RETURN_IF_ERROR(
        (checkRecords<Facility, Premises, Project, CostItem, Acceptance, Evaluation, Budget, Absence, BedStay,
                      HomeCareBed, Staff, Service, CataloguePrice, Agreement, PlanItem, Booking, SlipPrint>(check,
                                                                                                            progress)));
    RETURN_IF_ERROR(
        (checkRecords<Attendance, Incident, Visit, VisitTier, Measurement, Device, DeviceLoan>(check, progress)));
    RETURN_IF_ERROR(check.records<PolicyFile>(progress));
    RETURN_IF_ERROR((checkRecords<Claim, ClaimStep, ClaimOpening>(check, progress)));
    RETURN_IF_ERROR((checkRecords<Package, PackageReceipt, ReceiptItem>(check, progress)));
    RETURN_IF_ERROR(check.packages());
    return check.problems();
}

CommandResult check(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(QStringList problems, session->store().integrityProblems());
    Progress progress;
    ASSIGN_OR_RETURN(const AuditReport report, session->audit().verify(progress));
    problems << report.problems;
    ASSIGN_OR_RETURN(const QStringList differing, recordsAgainstLog(session->store(), progress));
    problems << differing;
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(const QStringList altered, SettlementDesk(session->ledger(), *shelf, Wording()).alteredLines());
    problems << altered;
    if (const auto key = session->ageIdentity(); !key)
        problems << key.error().message;
    if (const auto key = session->minisignSecret(); !key)
        problems << key.error().message;
    qint64 sealed = 0;
    countEnvelopes<ReceiptItem>(session->ledger(), sealed, problems);
    countEnvelopes<Site>(session->ledger(), sealed, problems);
    countEnvelopes<Elder>(session->ledger(), sealed, problems);
    countEnvelopes<ElderPhoto>(session->ledger(), sealed, problems);
    countEnvelopes<Fact>(session->ledger(), sealed, problems);
    countEnvelopes<Assessment>(session->ledger(), sealed, problems);
    countEnvelopes<AssessmentKeying>(session->ledger(), sealed, problems);
    countEnvelopes<AssessmentDrawing>(session->ledger(), sealed, problems);
    countEnvelopes<Meal>(session->ledger(), sealed, problems);
    countEnvelopes<Absence>(session->ledger(), sealed, problems);
    countEnvelopes<BedStay>(session->ledger(), sealed, problems);
    countEnvelopes<HomeCareBed>(session->ledger(), sealed, problems);
    countEnvelopes<Staff>(session->ledger(), sealed, problems);
    countEnvelopes<Service>(session->ledger(), sealed, problems);
    countEnvelopes<Agreement>(session->ledger(), sealed, problems);
    countEnvelopes<PlanItem>(session->ledger(), sealed, problems);
    countEnvelopes<Booking>(session->ledger(), sealed, problems);
    countEnvelopes<Attendance>(session->ledger(), sealed, problems);
    countEnvelopes<Incident>(session->ledger(), sealed, problems);
    countEnvelopes<Visit>(session->ledger(), sealed, problems);
    countEnvelopes<VisitTier>(session->ledger(), sealed, problems);
    countEnvelopes<Measurement>(session->ledger(), sealed, problems);
    countEnvelopes<Device>(session->ledger(), sealed, problems);
    countEnvelopes<DeviceLoan>(session->ledger(), sealed, problems);
    countEnvelopes<CostItem>(session->ledger(), sealed, problems);
    countEnvelopes<ClaimStep>(session->ledger(), sealed, problems);
    countEnvelopes<ClaimOpening>(session->ledger(), sealed, problems);
    const bool good = problems.isEmpty();
    return Answer {QJsonObject {{QStringLiteral("ok"), good},
                                {QStringLiteral("entries"), report.entries},
                                {QStringLiteral("envelopes"), sealed},
                                {QStringLiteral("problems"), problemsJson(problems)}},
                   good
                       ? centreTr("All is well: file, references, keys and audit log (%1 entries).").arg(report.entries)
                       : problems.join(u'\n'),
                   !good};
}

} // namespace

void addCentreCommands(std::vector<Command>& table)
{
    table.push_back({"init", "", {{"name", "N"}, {"code", "C"}, {"division", "CODE"}}, &init});
    table.push_back({"site add", "", {{"code", "P1"}, {"name", "N"}}, &siteAdd});
    table.push_back({"site list", "", {}, &siteList});
    table.push_back({"user add", "", {{"name", "N"}, {"role", "R"}, {"new-password-file", "F"}}, &userAdd});
    table.push_back({"user list", "", {}, &userList});
    table.push_back({"user passwd", "", {{"new-password-file", "F"}}, &userPasswd});
    table.push_back({"setting set", "KEY VALUE", {}, &settingSet, 2, 2});
    table.push_back({"setting list", "", {}, &settingList});
    table.push_back({"backup", "TO", {}, &backup, 1, 1});
    table.push_back({"restore", "FROM", {{"yes"}}, &restore, 1, 1});
    table.push_back({"audit verify", "", {}, &auditVerify});
    table.push_back({"check", "", {}, &check});
}

} // namespace songhe::cli
