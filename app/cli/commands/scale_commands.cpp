// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/scale_commands.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

/// Room for some 400,000 sheets; a larger file is no list of sheets.
constexpr qint64 mostSheetBytes = 256LL * 1024 * 1024;

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

} // namespace

Result<QJsonDocument> readSheetFile(const QString& path)
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

Result<std::unique_ptr<OpenScales>> openScales(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    auto open = std::make_unique<OpenScales>();
    ASSIGN_OR_RETURN(open->scales, ScaleShelf::builtIn());
    open->desk.emplace(*ledger, open->scales);
    return open;
}

namespace {

CommandResult assessScore(Context& context)
{
    ASSIGN_OR_RETURN(const ScaleShelf scales, ScaleShelf::builtIn());
    ASSIGN_OR_RETURN(const ScaleChoices choices, choicesFromOptions(context, scales));
    ASSIGN_OR_RETURN(const QJsonDocument document, readSheetFile(context.word(0)));
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

/// The standards at hand, what they leave open and what was chosen.
CommandResult assessStandards(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openScales(context));
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
    ASSIGN_OR_RETURN(const auto open, openScales(context));
    RETURN_IF_ERROR(open->desk->choose(context.word(0), context.word(1)));
    return Answer {QJsonObject {{context.word(0), context.word(1)}},
                   AssessText::tr("Chosen: %1 = %2. It holds for what is confirmed from now on.")
                       .arg(context.word(0), context.word(1))};
}

} // namespace

void addScaleCommands(std::vector<Command>& table)
{
    table.push_back({"assess score", "FILE.json", {{"set", "KEY=VALUE"}}, &assessScore, 1, 1});
    table.push_back({"assess standards", "", {}, &assessStandards});
    table.push_back({"assess choose", "SETTING CHOICE", {}, &assessChoose, 2, 2});
}

} // namespace songhe::cli
