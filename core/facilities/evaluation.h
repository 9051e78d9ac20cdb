// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility.h"

namespace songhe {

enum class EvaluationScheme { Yearly, Quality, AGrade, Star };
template <> std::span<const ChoiceName> choiceNames<EvaluationScheme>();

/// Which grades a scheme has, `gradesOf` tells.
enum class EvaluationGrade { Excellent, Good, Passed, Failed, A, AA, AAA, Star1, Star2, Star3, Star4, Star5 };
template <> std::span<const ChoiceName> choiceNames<EvaluationGrade>();

enum class Evaluator { ThirdParty, Authority, Own };
template <> std::span<const ChoiceName> choiceNames<Evaluator>();

/// What an evaluation said of a facility or of a meal point in a year.
struct Evaluation {
    static constexpr const char* family = "evaluation";

    Id<Evaluation> id;
    std::optional<Id<Facility>> facility;
    std::optional<Id<Site>> site;
    int year = 0;
    std::optional<QDate> on;
    EvaluationScheme scheme = EvaluationScheme::Yearly;
    EvaluationGrade grade = EvaluationGrade::Passed;
    Evaluator evaluator = Evaluator::ThirdParty;
    std::optional<QString> agency;
    std::optional<QDate> to;     ///< without one: to the end of its year
    std::optional<Fen> granted;  ///< where the policy leaves a range
    std::optional<QString> note; ///< sealed
    Recorded recorded;

    /// From its day, or the first of its year, to `to`, or the last of its year.
    [[nodiscard]] bool holdsOn(QDate day) const
    {
        return on.value_or(QDate(year, 1, 1)) <= day && day <= to.value_or(QDate(year, 12, 31));
    }
};

template <> const Schema<Evaluation>& schemaOf<Evaluation>();

[[nodiscard]] std::span<const EvaluationGrade> gradesOf(EvaluationScheme scheme);

} // namespace songhe
