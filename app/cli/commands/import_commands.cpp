// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/importing/roster_desk.h"

namespace songhe::cli {

namespace {

QString importTr(const char* text)
{
    return QCoreApplication::translate("ImportCommands", text);
}

/// The rows that want a person's eye, in words.
QString rosterWords(const RosterReport& report)
{
    QString text = importTr("%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.")
                       .arg(report.rows())
                       .arg(report.count(RosterOutcome::Accept))
                       .arg(report.count(RosterOutcome::Warn))
                       .arg(report.count(RosterOutcome::Duplicate))
                       .arg(report.count(RosterOutcome::Reject));
    for (const JudgedRow& item : report.items) {
        if (item.outcome == RosterOutcome::Accept)
            continue;
        QStringList reasons;
        for (const RosterReason& reason : item.row.reasons)
            reasons << reason.text();
        text += u'\n'
            + importTr("Row %1, %2: %3").arg(item.row.number).arg(outcomeKey(item.outcome), reasons.join(u' '));
    }
    return text;
}

CommandResult importRoster(Context& context)
{
    RosterOptions options;
    options.update = context.has(QStringLiteral("update"));
    if (context.has(QStringLiteral("facts-from"))) {
        ASSIGN_OR_RETURN(options.factsFrom,
                         context.day(context.value(QStringLiteral("facts-from")), QStringLiteral("--facts-from")));
    }
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    Progress progress;
    ASSIGN_OR_RETURN(const Workbook workbook, readWorkbook(context.word(0), progress));
    RosterDesk desk(session->ledger(), *divisions, session->centre().division);
    ASSIGN_OR_RETURN(const ColumnPlan plan, desk.propose(workbook));
    const bool check = context.has(QStringLiteral("check"));
    ASSIGN_OR_RETURN(const RosterReport report,
                     check ? desk.check(workbook, plan, options, progress)
                           : desk.carryOut(workbook, plan, options, progress));
    if (context.has(QStringLiteral("problems")))
        RETURN_IF_ERROR(writeRosterProblems(context.value(QStringLiteral("problems")), workbook, plan, report));
    QString text = rosterWords(report);
    text += u'\n'
        + (check ? importTr("Nothing was written; leave out --check to import.")
                 : importTr("Added %1 people, updated %2 files.").arg(report.added).arg(report.updated));
    return Answer {report.toJson(), text};
}

} // namespace

void addImportCommands(std::vector<Command>& table)
{
    table.push_back({"import roster",
                     "FILE",
                     {{"check"}, {"update"}, {"facts-from", "DATE"}, {"problems", "OUT.xlsx"}},
                     &importRoster,
                     1,
                     1});
}

} // namespace songhe::cli
