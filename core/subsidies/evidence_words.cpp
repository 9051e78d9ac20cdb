// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence.h"
#include "core/beds/bed_stay.h"
#include "core/elders/fact_repository.h"
#include "core/facilities/budget.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/premises.h"
#include "core/facilities/project.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

template <typename E> QString wordsOf(const QString& key)
{
    const auto known = choiceFromKey<E>(key);
    return known ? choiceText(*known) : key;
}

QString attendedWords(const QString& value)
{
    static constexpr char gathered[] = "Attendance";
    return QCoreApplication::translate(
        gathered,
        value == u"yes" ? QT_TRANSLATE_NOOP("Attendance", "came to day care")
                        : QT_TRANSLATE_NOOP("Attendance", "not recorded as having come to day care"));
}

} // namespace

QString evidenceWords(const QString& kind, const QString& value)
{
    struct Kind {
        QStringView name;
        QString (*words)(const QString&);
    };
    static constexpr Kind kinds[] = {
        {u"absence", &wordsOf<AbsenceReason>},
        {attendedKind, &attendedWords},
        {u"stay_kind", &wordsOf<StayKind>},
        {u"facility_kind", &wordsOf<FacilityKind>},
        {u"locality", &wordsOf<Locality>},
        {u"district", &wordsOf<DistrictClass>},
        {u"operator_kind", &wordsOf<OperatorKind>},
        {u"estate", &wordsOf<Estate>},
        {u"project_kind", &wordsOf<ProjectKind>},
        {u"evaluation_scheme", &wordsOf<EvaluationScheme>},
        {u"evaluation_grade", &wordsOf<EvaluationGrade>},
        {u"evaluator", &wordsOf<Evaluator>},
        {u"budget_purpose", &wordsOf<BudgetPurpose>},
    };
    for (const Kind& one : kinds)
        if (kind == one.name)
            return one.words(value);
    return factWords(kind, value);
}

} // namespace songhe
