// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/assessments/assessment_desk.h"
#include "core/incidents/incident_desk.h"
#include "ui/printing/assessment_paper.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <map>

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

struct AssessText {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Assess)
};

/// Room for some 400,000 sheets; a larger file is no list of sheets.
constexpr qint64 mostSheetBytes = 256LL * 1024 * 1024;

Result<QJsonDocument> readJson(const QString& path)
{
    QFile file(path);
    const bool open = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return fail(Error::Kind::NotFound,
                    AssessText::tr("The file '%1' cannot be opened. Check its name and place.").arg(path));
    const QByteArray bytes = file.read(mostSheetBytes + 1);
    if (bytes.size() > mostSheetBytes)
        return fail(
            Error::Kind::Invalid,
            AssessText::tr("The file '%1' is larger than %2 MB. Divide it.").arg(path).arg(mostSheetBytes >> 20));
    QJsonParseError fault;
    QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return fail(Error::Kind::Invalid,
                    AssessText::tr("'%1' is no JSON: %2 (byte %3).").arg(path, fault.errorString()).arg(fault.offset));
    return document;
}

/// KEY=VALUE of the scales' settings.
Result<ScaleChoices> choicesFromOptions(const Context& context, const ScaleShelf& scales)
{
    ScaleChoices choices;
    for (const QString& given : context.values(u"set"_s)) {
        const QString key = given.section(u'=', 0, 0), choice = given.section(u'=', 1);
        QStringList possible;
        bool known = false;
        for (const Scale* scale : scales.scales())
            for (const ScaleSetting& setting : scale->settings) {
                possible << setting.key + u'=' + setting.choices.join(u'|');
                known = known || (setting.key == key && setting.choices.contains(choice));
            }
        if (!known)
            return usage(
                AssessText::tr("--set: '%1' is not known. Use: %2.").arg(given.left(60), possible.join(u", "_s)));
        choices.insert(key, choice);
    }
    return choices;
}

/// One sheet as other programs write it; its keys are a contract.
Result<AnswerSheet> sheetFrom(const ScaleShelf& scales, const QJsonValue& value)
{
    if (!value.isObject())
        return fail(Error::Kind::Invalid, AssessText::tr("an object in braces is wanted here."));
    const QJsonObject json = value.toObject();
    static const QStringList known {u"standard"_s, u"answers"_s, u"diagnosed"_s, u"coma"_s, u"events"_s, u"id"_s};
    for (auto it = json.begin(); it != json.end(); ++it)
        if (!known.contains(it.key()))
            return fail(
                Error::Kind::Invalid,
                AssessText::tr("the key '%1' is not known. Use: %2.").arg(it.key().left(40), known.join(u", "_s)));
    ASSIGN_OR_RETURN(const Scale* scale, scales.scale(json.value(u"standard"_s).toString()));
    ASSIGN_OR_RETURN(AnswerSheet sheet, AnswerSheet::fromJson(*scale, json));
    if (const QStringList missing = sheet.missing(); !missing.isEmpty())
        return fail(Error::Kind::Invalid, AssessText::tr("%1: the answer is missing.").arg(missing.join(u", "_s)));
    return sheet;
}

QString levelText(const Scale& scale, std::optional<int> level)
{
    return level ? scale.level(*level).title.text() : AssessText::tr("not told yet");
}

/// What a person reads of a score.
QString scoreWords(const Scale& scale, const SheetScore& score)
{
    QStringList groups;
    for (std::size_t i = 0; i < scale.groups.size(); ++i) {
        const ScaleGroup& group = scale.groups[i];
        QString text = group.title.text();
        if (score.sums[i])
            text += AssessText::tr(" %1 of %2").arg(*score.sums[i]).arg(group.max);
        if (score.grades[i])
            text += u" ("_s + group.grades[std::size_t(*score.grades[i])].title.text() + u')';
        groups << text;
    }
    QString text = scale.code + u": "_s + groups.join(u"; "_s) + u'\n';
    if (score.total)
        text += AssessText::tr("Total %1 of %2").arg(*score.total).arg(scale.maxTotal()) + u'\n';
    text += AssessText::tr("Preliminary: %1. Final: %2.")
                .arg(levelText(scale, score.preliminary), levelText(scale, score.final));
    for (const QString& id : score.clauses)
        text += u'\n' + id + u": "_s + scale.clauseById(id)->title.text();
    if (score.ambiguous)
        text += u'\n'
            + AssessText::tr(
                  "The standard's text gives two levels for these grades; read by %1 = %2. Both assessors must "
                  "confirm it with a reason.")
                  .arg(scale.openSetting, score.reading);
    return text;
}

CommandResult assessScore(Context& context)
{
    ASSIGN_OR_RETURN(const ScaleShelf scales, ScaleShelf::builtIn());
    ASSIGN_OR_RETURN(const ScaleChoices choices, choicesFromOptions(context, scales));
    ASSIGN_OR_RETURN(const QJsonDocument document, readJson(context.word(0)));
    const QJsonArray sheets = document.isArray() ? document.array() : QJsonArray {document.object()};
    const bool wantsWords = !context.has(u"json"_s);
    QJsonArray answers;
    QString text;
    for (qsizetype index = 0; index < sheets.size(); ++index) {
        const auto sheet = sheetFrom(scales, sheets[index]);
        if (!sheet)
            return fail(sheet.error().kind,
                        AssessText::tr("Sheet with index %1 (number %2 of %3): %4")
                            .arg(index)
                            .arg(index + 1)
                            .arg(sheets.size())
                            .arg(sheet.error().message));
        const SheetScore score = scoreSheet(*sheet, choices);
        if (wantsWords)
            text += scoreWords(sheet->scale(), score) + u'\n';
        else
            answers << scoreJson(sheet->scale(), score);
    }
    return Answer {document.isArray() ? QJsonValue(answers) : answers.at(0), text};
}

/// The desk with its scales, for one command.
struct OpenDesk {
    ScaleShelf scales;
    std::optional<AssessmentDesk> desk;
};

Result<std::unique_ptr<OpenDesk>> openDesk(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    auto open = std::make_unique<OpenDesk>();
    ASSIGN_OR_RETURN(open->scales, ScaleShelf::builtIn());
    open->desk.emplace(*ledger, open->scales);
    return open;
}

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
        ASSIGN_OR_RETURN(const QJsonDocument document, readJson(context.value(u"file"_s)));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
    ASSIGN_OR_RETURN(const Assessment found, open->desk->show(id));
    return answerOf(*open->desk, found);
}

CommandResult assessList(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
    ASSIGN_OR_RETURN(const Assessment voided, open->desk->voidAssessment(id, reason));
    return Answer {recordJson(voided), AssessText::tr("Assessment %1 is void now.").arg(id.text())};
}

/// Keys the sheet a second time, and tells where the two differ.
CommandResult assessKey(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Assessment> id, assessmentId(context));
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
    ASSIGN_OR_RETURN(const Assessment assessment, open->desk->show(id));
    ASSIGN_OR_RETURN(const Scale* scale, open->desk->scaleOf(assessment));
    ASSIGN_OR_RETURN(const QJsonDocument document, readJson(context.word(1)));
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

/// The standards at hand, what they leave open and what was chosen.
CommandResult assessStandards(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
    ASSIGN_OR_RETURN(const ScaleChoices chosen, open->desk->choices());
    QJsonArray json;
    QString text;
    for (const Scale* scale : open->scales.scales()) {
        QJsonObject settings;
        text += scale->id + u"  "_s + scale->code + u"  "_s + scale->title.text() + u'\n';
        for (const ScaleSetting& setting : scale->settings) {
            const QString choice = choiceOf(*scale, chosen, setting.key);
            settings.insert(setting.key, choice);
            text += u"    %1 = %2  (%3; %4)\n"_s.arg(setting.key, choice, setting.title.text(),
                                                     setting.choices.join(u" | "_s));
        }
        QJsonArray openPoints;
        for (const ScaleOpenPoint& point : scale->openPoints) {
            openPoints << QJsonObject {{u"id"_s, point.id},
                                       {u"case"_s, point.question.text()},
                                       {u"taken"_s, point.taken.text()},
                                       {u"confidence"_s, point.confidence}};
            text += u"    %1 [%2]: %3 → %4\n"_s.arg(point.id, point.confidence, point.question.text(),
                                                    point.taken.text());
        }
        json << QJsonObject {{u"standard"_s, scale->id},   {u"open_points"_s, openPoints},
                             {u"code"_s, scale->code},     {u"title"_s, scale->title.text()},
                             {u"digest"_s, scale->digest}, {u"settings"_s, settings}};
    }
    return Answer {json, text};
}

CommandResult assessChoose(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
    RETURN_IF_ERROR(open->desk->choose(context.word(0), context.word(1)));
    return Answer {QJsonObject {{context.word(0), context.word(1)}},
                   AssessText::tr("Chosen: %1 = %2. It holds for what is confirmed from now on.")
                       .arg(context.word(0), context.word(1))};
}

/// The report of one assessment, or the empty sheet of a standard.
CommandResult printAssessment(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const auto open, openDesk(context));
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
    table.push_back({"assess score", "FILE.json", {{"set", "KEY=VALUE"}}, &assessScore, 1, 1});
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
    table.push_back({"assess standards", "", {}, &assessStandards});
    table.push_back({"assess choose", "SETTING CHOICE", {}, &assessChoose, 2, 2});
}

} // namespace songhe::cli
