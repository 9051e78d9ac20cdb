// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/evaluation.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<EvaluationScheme>()
{
    static constexpr ChoiceName names[] = {
        {int(EvaluationScheme::Yearly), "yearly", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "yearly evaluation")},
        {int(EvaluationScheme::Quality), "quality", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "service quality")},
        {int(EvaluationScheme::AGrade), "a_grade", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "A rating")},
        {int(EvaluationScheme::Star), "star", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "star rating")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<EvaluationGrade>()
{
    static constexpr ChoiceName names[] = {
        {int(EvaluationGrade::Excellent), "excellent", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "excellent")},
        {int(EvaluationGrade::Good), "good", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "good")},
        {int(EvaluationGrade::Passed), "passed", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "passed")},
        {int(EvaluationGrade::Failed), "failed", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "failed")},
        {int(EvaluationGrade::A), "a", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "A")},
        {int(EvaluationGrade::AA), "aa", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "AA")},
        {int(EvaluationGrade::AAA), "aaa", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "AAA")},
        {int(EvaluationGrade::Star1), "star_1", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "one star")},
        {int(EvaluationGrade::Star2), "star_2", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "two stars")},
        {int(EvaluationGrade::Star3), "star_3", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "three stars")},
        {int(EvaluationGrade::Star4), "star_4", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "four stars")},
        {int(EvaluationGrade::Star5), "star_5", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "five stars")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Evaluator>()
{
    static constexpr ChoiceName names[] = {
        {int(Evaluator::ThirdParty), "third_party", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "a third party")},
        {int(Evaluator::Authority), "authority", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "the authority")},
        {int(Evaluator::Own), "own", "Evaluation", QT_TRANSLATE_NOOP("Evaluation", "the centre itself")},
    };
    return names;
}

template <> const Schema<Evaluation>& schemaOf<Evaluation>()
{
    static constexpr Field<Evaluation> fields[] = {
        field<&Evaluation::id>({.key = "id", .required = true}),
        field<&Evaluation::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("Evaluation", "Facility"), .refersTo = "facility"}),
        field<&Evaluation::site>(
            {.key = "site_id", .label = QT_TRANSLATE_NOOP("Evaluation", "Meal point"), .refersTo = "site"}),
        field<&Evaluation::year>({.key = "year", .label = QT_TRANSLATE_NOOP("Evaluation", "Year"), .required = true}),
        field<&Evaluation::on>({.key = "evaluated_on", .label = QT_TRANSLATE_NOOP("Evaluation", "Evaluated on")}),
        field<&Evaluation::scheme>(
            {.key = "scheme", .label = QT_TRANSLATE_NOOP("Evaluation", "Kind"), .required = true}),
        field<&Evaluation::grade>(
            {.key = "grade", .label = QT_TRANSLATE_NOOP("Evaluation", "Grade"), .required = true}),
        field<&Evaluation::evaluator>(
            {.key = "evaluator", .label = QT_TRANSLATE_NOOP("Evaluation", "Evaluated by"), .required = true}),
        field<&Evaluation::agency>(
            {.key = "agency", .label = QT_TRANSLATE_NOOP("Evaluation", "Name of the evaluator"), .maxLength = 100}),
        field<&Evaluation::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Evaluation", "Holds until")}),
        field<&Evaluation::granted>(
            {.key = "granted_fen", .label = QT_TRANSLATE_NOOP("Evaluation", "Award set by the authority")}),
        field<&Evaluation::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Evaluation", "Note"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<Evaluation> schema {{Evaluation::family, "Evaluation", ""}, fields};
    return schema;
}

std::span<const EvaluationGrade> gradesOf(EvaluationScheme scheme)
{
    using enum EvaluationGrade;
    static constexpr EvaluationGrade words[] = {Excellent, Good, Passed, Failed};
    static constexpr EvaluationGrade letters[] = {A, AA, AAA, Failed};
    static constexpr EvaluationGrade stars[] = {Star1, Star2, Star3, Star4, Star5, Failed};
    switch (scheme) {
    case EvaluationScheme::Yearly:
    case EvaluationScheme::Quality:
        return words;
    case EvaluationScheme::AGrade:
        return letters;
    case EvaluationScheme::Star:
        return stars;
    }
    return words;
}

} // namespace songhe
