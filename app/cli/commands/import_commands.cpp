// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/centre/site_desk.h"
#include "core/importing/meal_grid_desk.h"
#include "core/importing/records_desk.h"
#include "core/importing/roster_desk.h"

#include <QtCore/QFileInfo>

namespace songhe::cli {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Import)
};

/// The rows that want a person's eye, in words.
QString rosterWords(const RosterReport& report)
{
    QString text = ImportText::tr("%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.")
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
            + ImportText::tr("Row %1, %2: %3").arg(item.row.number).arg(outcomeKey(item.outcome), reasons.join(u' '));
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
    const QString problems = context.value(QStringLiteral("problems"));
    if (!problems.isEmpty()) {
        // Saved before anything is imported: a place that cannot be written must not leave half the work done.
        if (QFileInfo(problems).canonicalFilePath() == QFileInfo(context.word(0)).canonicalFilePath())
            return usage(
                ImportText::tr("--problems names the roster itself. Please choose another name for the refused rows."));
        ASSIGN_OR_RETURN(const RosterReport preview, desk.check(workbook, plan, options, progress));
        RETURN_IF_ERROR(writeRosterProblems(problems, workbook, plan, preview));
    }
    ASSIGN_OR_RETURN(const RosterReport report,
                     check ? desk.check(workbook, plan, options, progress)
                           : desk.carryOut(workbook, plan, options, progress));
    QString text = rosterWords(report);
    text += u'\n'
        + (check ? ImportText::tr("Nothing was written; leave out --check to import.")
                 : ImportText::tr("Added %1 people, updated %2 files.").arg(report.added).arg(report.updated));
    return Answer {report.toJson(), text};
}

QString gridWords(const MealGridReport& report)
{
    QString text
        = ImportText::tr("%1: %2 people, %3 meals written, %4 recorded before; %5 rows of unknown people, %6 double "
                         "marks, %7 marks after a death.")
              .arg(report.month.toString(QStringLiteral("yyyy-MM")))
              .arg(report.people)
              .arg(report.meals.size())
              .arg(report.already)
              .arg(report.unknown)
              .arg(report.doubles)
              .arg(report.afterDeath);
    for (const MealGridReport::Item& item : report.items)
        for (const GridReason& reason : item.reasons)
            text += u'\n'
                + (item.row > 0 ? ImportText::tr("Row %1: %2").arg(QString::number(item.row), reason.text())
                                : reason.text());
    return text;
}

CommandResult importMeals(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Site site, SiteDesk(*ledger).resolve(context.value(QStringLiteral("site"))));
    Progress progress;
    ASSIGN_OR_RETURN(const Workbook workbook, readWorkbook(context.word(0), progress));
    ASSIGN_OR_RETURN(const MealGridReport report, MealGridDesk(*ledger).carryOut(workbook, site.id, progress));
    return Answer {report.toJson(), gridWords(report)};
}

/// Bad lines are a 'no': nothing was written, and each is named.
CommandResult importRecords(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    Progress progress;
    ASSIGN_OR_RETURN(const Divisions* divisions, context.divisions());
    ASSIGN_OR_RETURN(const RecordsReport report, RecordsDesk(*ledger, divisions).carryOut(context.word(0), progress));
    const QString text = report.ok() ? ImportText::tr("%1 records written.").arg(report.records())
                                     : report.text() + u'\n' + ImportText::tr("Nothing was written.");
    return Answer {report.toJson(), text, !report.ok()};
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
    table.push_back({"import meals", "FILE", {{"site", "CODE"}}, &importMeals, 1, 1});
    table.push_back({"import records", "FILE.jsonl", {}, &importRecords, 1, 1});
}

} // namespace songhe::cli
