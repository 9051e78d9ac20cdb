// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment.h"

#include <QtCore/QJsonArray>

namespace songhe {

using namespace Qt::StringLiterals;

template <> std::span<const ChoiceName> choiceNames<AssessmentReason>()
{
    static constexpr ChoiceName names[] = {
        {int(AssessmentReason::First), "first", "Assessment", QT_TRANSLATE_NOOP("Assessment", "First assessment")},
        {int(AssessmentReason::Routine), "routine", "Assessment",
         QT_TRANSLATE_NOOP("Assessment", "Routine assessment")},
        {int(AssessmentReason::Immediate), "immediate", "Assessment",
         QT_TRANSLATE_NOOP("Assessment", "Immediate assessment, her condition changed")},
        {int(AssessmentReason::Disputed), "disputed", "Assessment",
         QT_TRANSLATE_NOOP("Assessment", "Assessment anew, the result is disputed")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<AssessmentState>()
{
    static constexpr ChoiceName names[] = {
        {int(AssessmentState::Draft), "draft", "Assessment", QT_TRANSLATE_NOOP("Assessment", "draft")},
        {int(AssessmentState::Confirmed), "confirmed", "Assessment", QT_TRANSLATE_NOOP("Assessment", "confirmed")},
        {int(AssessmentState::Superseded), "superseded", "Assessment", QT_TRANSLATE_NOOP("Assessment", "superseded")},
    };
    return names;
}

template <> const Schema<Assessment>& schemaOf<Assessment>()
{
    static constexpr Field<Assessment> fields[] = {
        field<&Assessment::id>({.key = "id", .required = true}),
        field<&Assessment::elder>({.key = "elder_id",
                                   .label = QT_TRANSLATE_NOOP("Assessment", "Elder"),
                                   .required = true,
                                   .refersTo = "elder"}),
        field<&Assessment::standard>({.key = "standard",
                                      .label = QT_TRANSLATE_NOOP("Assessment", "Standard"),
                                      .required = true,
                                      .maxLength = 60}),
        field<&Assessment::assessedOn>(
            {.key = "assessed_on", .label = QT_TRANSLATE_NOOP("Assessment", "Assessed on"), .required = true}),
        field<&Assessment::reason>(
            {.key = "reason", .label = QT_TRANSLATE_NOOP("Assessment", "Reason"), .required = true}),
        field<&Assessment::state>(
            {.key = "state", .label = QT_TRANSLATE_NOOP("Assessment", "State"), .required = true}),
        field<&Assessment::answers>({.key = "answers", .label = QT_TRANSLATE_NOOP("Assessment", "Answers")}),
        field<&Assessment::diagnosed>({.key = "diagnosed", .label = QT_TRANSLATE_NOOP("Assessment", "Diagnosed")}),
        field<&Assessment::coma>({.key = "coma", .label = QT_TRANSLATE_NOOP("Assessment", "Coma"), .required = true}),
        field<&Assessment::events>(
            {.key = "events", .label = QT_TRANSLATE_NOOP("Assessment", "Events of the last 30 days")}),
        field<&Assessment::level>(
            {.key = "level", .label = QT_TRANSLATE_NOOP("Assessment", "Ability level"), .maxLength = 20}),
        field<&Assessment::preliminary>(
            {.key = "preliminary_level", .label = QT_TRANSLATE_NOOP("Assessment", "Preliminary level")}),
        field<&Assessment::final>({.key = "final_level", .label = QT_TRANSLATE_NOOP("Assessment", "Final level")}),
        field<&Assessment::total>({.key = "total", .label = QT_TRANSLATE_NOOP("Assessment", "Total")}),
        field<&Assessment::grades>({.key = "grades", .label = QT_TRANSLATE_NOOP("Assessment", "Grades")}),
        field<&Assessment::clauses>({.key = "clauses", .label = QT_TRANSLATE_NOOP("Assessment", "Change clauses")}),
        field<&Assessment::ambiguous>({.key = "ambiguous",
                                       .label = QT_TRANSLATE_NOOP("Assessment", "The standard gives two answers"),
                                       .required = true}),
        field<&Assessment::reading>(
            {.key = "reading", .label = QT_TRANSLATE_NOOP("Assessment", "How it was read"), .maxLength = 60}),
        field<&Assessment::choices>({.key = "choices", .label = QT_TRANSLATE_NOOP("Assessment", "Settings used")}),
        field<&Assessment::dueOn>({.key = "due_on", .label = QT_TRANSLATE_NOOP("Assessment", "Next one due by")}),
        field<&Assessment::scaleDigest>(
            {.key = "scale_digest", .label = QT_TRANSLATE_NOOP("Assessment", "Digest of the scale"), .maxLength = 64}),
        field<&Assessment::digest>(
            {.key = "digest", .label = QT_TRANSLATE_NOOP("Assessment", "Digest"), .maxLength = 64}),
        field<&Assessment::confirmedAt>(
            {.key = "confirmed_at", .label = QT_TRANSLATE_NOOP("Assessment", "Confirmed at")}),
        field<&Assessment::supersedes>(
            {.key = "supersedes_id", .label = QT_TRANSLATE_NOOP("Assessment", "Supersedes"), .refersTo = "assessment"}),
        field<&Assessment::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Assessment", "Where it came from"), .maxLength = 40}),
        field<&Assessment::place>(
            {.key = "place", .label = QT_TRANSLATE_NOOP("Assessment", "Place"), .maxLength = 200, .sealed = true}),
        field<&Assessment::assessor1>({.key = "assessor1",
                                       .label = QT_TRANSLATE_NOOP("Assessment", "First assessor"),
                                       .maxLength = 50,
                                       .sealed = true}),
        field<&Assessment::assessor2>({.key = "assessor2",
                                       .label = QT_TRANSLATE_NOOP("Assessment", "Second assessor"),
                                       .maxLength = 50,
                                       .sealed = true}),
        field<&Assessment::provider>({.key = "provider",
                                      .label = QT_TRANSLATE_NOOP("Assessment", "Information provider"),
                                      .maxLength = 50,
                                      .sealed = true}),
        field<&Assessment::ambiguityReason>({.key = "ambiguity_reason",
                                             .label = QT_TRANSLATE_NOOP("Assessment", "Why both assessors stand by it"),
                                             .maxLength = 500,
                                             .sealed = true}),
        field<&Assessment::remark>(
            {.key = "remark", .label = QT_TRANSLATE_NOOP("Assessment", "Remark"), .maxLength = 1000, .sealed = true}),
        field<&Assessment::tables>(
            {.key = "tables", .label = QT_TRANSLATE_NOOP("Assessment", "Tables"), .sealed = true}),
    };
    static constexpr Schema<Assessment> schema {{Assessment::family, "Assessment", "elder_id"}, fields};
    return schema;
}

template <> const Schema<AssessmentKeying>& schemaOf<AssessmentKeying>()
{
    static constexpr Field<AssessmentKeying> fields[] = {
        field<&AssessmentKeying::id>({.key = "id", .required = true}),
        field<&AssessmentKeying::elder>({.key = "elder_id",
                                         .label = QT_TRANSLATE_NOOP("Assessment", "Elder"),
                                         .required = true,
                                         .refersTo = "elder"}),
        field<&AssessmentKeying::assessment>({.key = "assessment_id",
                                              .label = QT_TRANSLATE_NOOP("Assessment", "Assessment"),
                                              .required = true,
                                              .refersTo = "assessment"}),
        field<&AssessmentKeying::answers>({.key = "answers", .label = QT_TRANSLATE_NOOP("Assessment", "Answers")}),
        field<&AssessmentKeying::diagnosed>(
            {.key = "diagnosed", .label = QT_TRANSLATE_NOOP("Assessment", "Diagnosed")}),
        field<&AssessmentKeying::coma>(
            {.key = "coma", .label = QT_TRANSLATE_NOOP("Assessment", "Coma"), .required = true}),
        field<&AssessmentKeying::events>(
            {.key = "events", .label = QT_TRANSLATE_NOOP("Assessment", "Events of the last 30 days")}),
    };
    static constexpr Schema<AssessmentKeying> schema {{AssessmentKeying::family, "Assessment", "elder_id"}, fields};
    return schema;
}

template <> const Schema<AssessmentDrawing>& schemaOf<AssessmentDrawing>()
{
    static constexpr Field<AssessmentDrawing> fields[] = {
        field<&AssessmentDrawing::id>({.key = "id", .required = true}),
        field<&AssessmentDrawing::elder>({.key = "elder_id", .required = true, .refersTo = "elder"}),
        field<&AssessmentDrawing::assessment>({.key = "assessment_id", .required = true, .refersTo = "assessment"}),
        field<&AssessmentDrawing::image>(
            {.key = "image", .label = QT_TRANSLATE_NOOP("Assessment", "Drawn clock"), .sealed = true}),
    };
    static constexpr Schema<AssessmentDrawing> schema {{AssessmentDrawing::family, "Assessment", "elder_id"}, fields};
    return schema;
}

namespace {

template <typename R> QJsonObject sheetJson(const R& record)
{
    return {{u"answers"_s, record.answers},
            {u"diagnosed"_s, QJsonArray::fromStringList(record.diagnosed)},
            {u"coma"_s, record.coma},
            {u"events"_s, record.events}};
}

template <typename R> void putSheetInto(R& record, const AnswerSheet& sheet)
{
    record.answers = sheet.answersJson();
    record.diagnosed = sheet.diagnosed();
    record.coma = sheet.coma();
    record.events = sheet.eventsJson();
}

QString answerText(const AnswerSheet& sheet, int item)
{
    const int chosen = sheet.chosen(item);
    if (chosen < 0)
        return {};
    const ScaleOption& option = sheet.scale().items[std::size_t(item)].options[std::size_t(chosen)];
    return QString::number(option.score) + u' ' + option.words.text();
}

} // namespace

Result<AnswerSheet> sheetOf(const Scale& scale, const Assessment& assessment)
{
    return AnswerSheet::fromJson(scale, sheetJson(assessment));
}

Result<AnswerSheet> sheetOf(const Scale& scale, const AssessmentKeying& keying)
{
    return AnswerSheet::fromJson(scale, sheetJson(keying));
}

void putSheet(Assessment& assessment, const AnswerSheet& sheet)
{
    putSheetInto(assessment, sheet);
}

void putSheet(AssessmentKeying& keying, const AnswerSheet& sheet)
{
    putSheetInto(keying, sheet);
}

std::vector<SheetDifference> compareSheets(const AnswerSheet& left, const AnswerSheet& right, bool all)
{
    const Scale& scale = left.scale();
    std::vector<SheetDifference> lines;
    const auto add = [&](bool same, SheetDifference line) {
        if (all || !same)
            lines.push_back(std::move(line));
    };
    for (int i = 0; i < int(scale.items.size()); ++i)
        add(left.chosen(i) == right.chosen(i),
            {scale.items[std::size_t(i)].code, scale.items[std::size_t(i)].title.text(), answerText(left, i),
             answerText(right, i)});
    for (const NamedWords& one : scale.diagnoses) {
        const bool here = left.diagnosed().contains(one.key), there = right.diagnosed().contains(one.key);
        const QString yes = AnswerSheet::tr("diagnosed");
        add(here == there,
            {u"diagnosed."_s + one.key, one.title.text(), here ? yes : QString(), there ? yes : QString()});
    }
    for (const NamedWords& one : scale.events)
        add(left.events(one.key) == right.events(one.key),
            {u"events."_s + one.key, one.title.text(), QString::number(left.events(one.key)),
             QString::number(right.events(one.key))});
    return lines;
}

} // namespace songhe
