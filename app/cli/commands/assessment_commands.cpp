// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/scale_commands.h"

#include "core/incidents/incident_desk.h"
#include "ui/printing/assessment_paper.h"

#include <QtCore/QJsonDocument>

#include <map>

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

QString assessmentLine(const Assessment& assessment, const Scale* scale)
{
    const ScaleLevel* level = scale && assessment.level ? scale->levelByKey(*assessment.level) : nullptr;
    return AssessText::tr("Assessment %1: %2 of %3, %4, %5")
        .arg(assessment.id.text(), scale ? scale->code : assessment.standard,
             assessment.assessedOn.toString(Qt::ISODate), choiceText(assessment.state),
             level ? level->title.text() : AssessText::tr("no level yet"));
}

Result<Answer> answerOf(AssessmentDesk& desk, const Assessment& assessment)
{
    ASSIGN_OR_RETURN(const Scale* scale, desk.scaleOf(assessment));
    ASSIGN_OR_RETURN(const SheetScore score, desk.score(assessment));
    QJsonObject json = recordJson(assessment);
    json.insert(u"score"_s, scoreJson(*scale, score));
    QString text = assessmentLine(assessment, scale) + u'\n' + scoreWords(*scale, score);
    if (assessment.dueOn)
        text += u'\n' + AssessText::tr("The level holds until %1.").arg(assessment.dueOn->toString(Qt::ISODate));
    if (assessment.isDraft()) {
        ASSIGN_OR_RETURN(const AnswerSheet sheet, sheetOf(*scale, assessment));
        json.insert(u"missing"_s, QJsonArray::fromStringList(sheet.missing()));
        if (!sheet.isComplete())
            text += u'\n' + AssessText::tr("Not answered yet: %1").arg(sheet.missing().join(u", "_s));
    }
    return Answer {json, text};
}

/// The sheet's file, or an empty draft.
Result<Assessment> assessmentFromOptions(Context& context, const ScaleShelf& scales)
{
    Assessment made;
    ASSIGN_OR_RETURN(const QString elder, context.need(u"elder"_s));
    ASSIGN_OR_RETURN(made.elder.value, context.needId(elder, u"--elder"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    made.assessedOn = ledger->today();
    if (context.has(u"on"_s)) {
        ASSIGN_OR_RETURN(made.assessedOn, context.day(context.value(u"on"_s), u"--on"_s));
    }
    QJsonObject json;
    if (context.has(u"file"_s)) {
        ASSIGN_OR_RETURN(const QJsonDocument document, readSheetFile(context.value(u"file"_s)));
        json = document.object();
    }
    made.standard = context.has(u"standard"_s) ? context.value(u"standard"_s) : json.value(u"standard"_s).toString();
    ASSIGN_OR_RETURN(const Scale* scale, scales.scale(made.standard));
    ASSIGN_OR_RETURN(AnswerSheet sheet, AnswerSheet::fromJson(*scale, json));
    if (context.has(u"events"_s)) {
        if (context.value(u"events"_s) != u"recorded")
            return usage(AssessText::tr("--events: write recorded, to take what is recorded of the last 30 days."));
        ASSIGN_OR_RETURN(const auto proposed,
                         IncidentDesk(*ledger).proposedEvents(*scale, made.elder, made.assessedOn));
        for (auto event = proposed.begin(); event != proposed.end(); ++event)
            if (sheet.events(event.key()) == 0)
                sheet.setEvents(event.key(), event.value());
    }
    putSheet(made, sheet);
    made.tables = json.value(u"tables"_s).toObject();
    if (context.has(u"reason"_s)) {
        const auto reason = choiceFromKey<AssessmentReason>(context.value(u"reason"_s));
        if (!reason)
            return usage(AssessText::tr("--reason: use first, routine, immediate or disputed."));
        made.reason = *reason;
    }
    if (context.has(u"place"_s))
        made.place = context.value(u"place"_s);
    if (context.has(u"provider"_s))
        made.provider = context.value(u"provider"_s);
    return made;
}

CommandResult assessAdd(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(Assessment made, assessmentFromOptions(context, open->scales));
    ASSIGN_OR_RETURN(const Assessment added, open->desk->start(std::move(made)));
    return answerOf(*open->desk, added);
}

Result<Id<Assessment>> assessmentId(const Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    return Id<Assessment> {id};
}

CommandResult assessConfirm(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    const QStringList assessors = context.values(u"assessor"_s);
    Confirmation by {assessors.value(0), assessors.value(1), context.value(u"reason"_s), {}};
    if (context.has(u"supersedes"_s)) {
        ASSIGN_OR_RETURN(const qint64 older, context.needId(context.value(u"supersedes"_s), u"--supersedes"_s));
        by.supersedes = Id<Assessment> {older};
    }
    ASSIGN_OR_RETURN(const Assessment confirmed, open->desk->confirm(id, by));
    return answerOf(*open->desk, confirmed);
}

CommandResult assessShow(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(const Assessment found, open->desk->show(id));
    return answerOf(*open->desk, found);
}

CommandResult assessList(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    std::vector<Assessment> found;
    if (context.has(u"elder"_s)) {
        ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.value(u"elder"_s), u"--elder"_s));
        ASSIGN_OR_RETURN(found, open->desk->listOf(Id<Elder> {elder}));
    } else {
        ASSIGN_OR_RETURN(found, open->desk->drafts());
    }
    QJsonArray json;
    QString text;
    for (const Assessment& one : found) {
        json << recordJson(one);
        text += assessmentLine(one, open->scales.find(one.standard)) + u'\n';
    }
    if (found.empty())
        text = AssessText::tr("There is no assessment here yet. 'assess add' begins one.");
    return Answer {json, text};
}

CommandResult assessDue(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    QDate day = ledger->today();
    if (context.has(u"on"_s)) {
        ASSIGN_OR_RETURN(day, context.day(context.value(u"on"_s), u"--on"_s));
    }
    bool whole = true;
    const int days = context.has(u"days"_s) ? context.value(u"days"_s).toInt(&whole) : 30;
    if (!whole || days < 0 || days > 3650)
        return usage(AssessText::tr("--days: a whole number of days from 0 to 3650 is wanted."));
    ASSIGN_OR_RETURN(const std::vector<DueAssessment> due, open->desk->dueOn(day, days));
    QJsonArray json;
    QString text;
    for (const DueAssessment& one : due) {
        json << QJsonObject {{u"elder"_s, one.due.elder.text()},
                             {u"assessment"_s, one.due.assessment.text()},
                             {u"standard"_s, one.due.standard},
                             {u"level"_s, one.due.level},
                             {u"assessed_on"_s, one.due.assessedOn.toString(Qt::ISODate)},
                             {u"due_on"_s, one.due.dueOn.toString(Qt::ISODate)},
                             {u"expired"_s, one.expired}};
        text += (one.expired ? AssessText::tr("Elder %1: the level ended on %2.")
                             : AssessText::tr("Elder %1: the level holds until %2."))
                    .arg(one.due.elder.text(), one.due.dueOn.toString(Qt::ISODate))
            + u'\n';
    }
    if (due.empty())
        text = AssessText::tr("No assessment comes due.");
    return Answer {json, text};
}

/// What the recorded incidents propose for the table of events; a person confirms it on the sheet.
CommandResult assessEvents(Context& context)
{
    ASSIGN_OR_RETURN(const QString elder, context.need(u"elder"_s));
    ASSIGN_OR_RETURN(const qint64 id, context.needId(elder, u"--elder"_s));
    ASSIGN_OR_RETURN(const QString standard, context.need(u"standard"_s));
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(const Scale* scale, open->scales.scale(standard));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    QDate day = ledger->today();
    if (context.has(u"on"_s)) {
        ASSIGN_OR_RETURN(day, context.day(context.value(u"on"_s), u"--on"_s));
    }
    ASSIGN_OR_RETURN(const auto proposed, IncidentDesk(*ledger).proposedEvents(*scale, Id<Elder> {id}, day));
    QJsonObject json;
    QString text;
    for (const NamedWords& kind : scale->events) {
        json.insert(kind.key, proposed.value(kind.key));
        text += u"%1: %2\n"_s.arg(kind.title.text()).arg(proposed.value(kind.key));
    }
    return Answer {json, text};
}

CommandResult assessVoid(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(const Assessment voided, open->desk->voidAssessment(id, reason));
    return Answer {recordJson(voided), AssessText::tr("Assessment %1 is void now.").arg(id.text())};
}

/// Keys the sheet a second time, and tells where the two differ.
CommandResult assessKey(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    ASSIGN_OR_RETURN(const Assessment assessment, open->desk->show(id));
    ASSIGN_OR_RETURN(const Scale* scale, open->desk->scaleOf(assessment));
    ASSIGN_OR_RETURN(const QJsonDocument document, readSheetFile(context.word(1)));
    ASSIGN_OR_RETURN(const AnswerSheet sheet, AnswerSheet::fromJson(*scale, document.object()));
    AssessmentKeying keying;
    keying.assessment = id;
    putSheet(keying, sheet);
    RETURN_IF_ERROR(open->desk->saveKeying(std::move(keying)));
    ASSIGN_OR_RETURN(const std::vector<SheetDifference> differing, open->desk->differences(id));
    QJsonArray json;
    QString text = differing.empty() ? AssessText::tr("Both keyings are the same.") : QString();
    for (const SheetDifference& one : differing) {
        json << QJsonObject {{u"item"_s, one.code}, {u"first"_s, one.left}, {u"second"_s, one.right}};
        text += AssessText::tr("%1 %2: first '%3', second '%4'").arg(one.code, one.title, one.left, one.right) + u'\n';
    }
    return Answer {QJsonObject {{u"differences"_s, json}}, text};
}

/// The report of one assessment, or the empty sheet of a standard.
CommandResult printAssessment(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    printing::AssessmentSheetData data;
    QString name = u"assessment-%1.pdf"_s.arg(context.word(0));
    if (context.has(u"blank"_s)) {
        ASSIGN_OR_RETURN(const Scale* scale, open->scales.scale(context.value(u"blank"_s)));
        ASSIGN_OR_RETURN(data, printing::AssessmentPaper::emptySheet(*session, *scale));
        name = u"assessment-%1.pdf"_s.arg(scale->id);
    } else {
        if (context.wordCount() == 0)
            return usage(AssessText::tr("Please give the number of the assessment, or --blank with a standard."));
        ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
        ASSIGN_OR_RETURN(data, printing::AssessmentPaper::gather(*session, *open->desk, id));
    }
    ASSIGN_OR_RETURN(const auto paper, printing::AssessmentPaper::make(std::move(data)));
    const QString file = context.has(u"to"_s) ? context.value(u"to"_s) : name;
    ASSIGN_OR_RETURN(const printing::Printed done, printing::writePdf(*paper, file));
    return Answer {QJsonObject {{u"file"_s, done.file}, {u"pages"_s, done.pages}, {u"note"_s, done.note}},
                   AssessText::tr("Printed: %1 (%2 pages)").arg(done.file).arg(done.pages)
                       + (done.note.isEmpty() ? QString() : u'\n' + done.note)};
}

} // namespace

void addAssessmentCommands(std::vector<Command>& table)
{
    addScaleCommands(table);
    table.push_back({"assess add",
                     "",
                     {{"elder", "ID"},
                      {"standard", "S"},
                      {"on", "DATE"},
                      {"file", "FILE.json"},
                      {"reason", "first|routine|immediate|disputed"},
                      {"place", "P"},
                      {"provider", "WHO"},
                      {"events", "recorded"}},
                     &assessAdd});
    table.push_back(
        {"assess confirm", "ID", {{"assessor", "NAME"}, {"reason", "R"}, {"supersedes", "ID"}}, &assessConfirm, 1, 1});
    table.push_back({"assess show", "ID", {}, &assessShow, 1, 1});
    table.push_back({"assess list", "", {{"elder", "ID"}}, &assessList});
    table.push_back({"assess due", "", {{"on", "DATE"}, {"days", "N"}}, &assessDue});
    table.push_back({"assess events", "", {{"elder", "ID"}, {"standard", "S"}, {"on", "DATE"}}, &assessEvents});
    table.push_back({"assess void", "ID", {{"reason", "R"}}, &assessVoid, 1, 1});
    table.push_back({"assess key", "ID FILE.json", {}, &assessKey, 2, 2});
    table.push_back(
        {"print assessment", "[ID]", {{"to", "FILE.pdf"}, {"blank", "STANDARD"}}, &printAssessment, 0, 1, true});
}

} // namespace songhe::cli
