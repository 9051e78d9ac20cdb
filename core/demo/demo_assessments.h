// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/demo/demo_random.h"

#include <map>

namespace songhe {

/// Invents the ability assessments of a demonstration centre: who needs help is assessed when she comes and about once
/// a year, most people in time, some late, so that a few levels are expired. Draws from random numbers of its own: the
/// other records of a seed stay what they are.
class DemoAssessments {
public:
    /// `ledger` is the books at the moment of the story.
    DemoAssessments(Ledger& ledger, quint64 seed)
        : m_ledger(ledger)
        , m_random(seed ^ 0xA55E55)
    { }

    void takeUp(Id<Elder> elder, bool frail, QDate joined, std::optional<QDate> lastDay);
    /// Writes the assessments of that day; how many.
    Result<int> assess(QDate day);

private:
    struct Person {
        Id<Elder> elder;
        int points = 0; ///< GB/T total of the last assessment
        std::optional<QDate> lastDay;
    };
    Result<void> write(const Person& person, QDate day);
    [[nodiscard]] AnswerSheet fill(const Scale& scale, int points);

    Ledger& m_ledger;
    DemoRandom m_random;
    std::optional<ScaleShelf> m_scales;
    std::multimap<QDate, Person> m_due;
    qint64 m_lastId = 0;
};

} // namespace songhe
