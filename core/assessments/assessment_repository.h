// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Assessments, their second keyings and drawings, and what the centre chose for the scales.
class AssessmentRepository {
public:
    explicit AssessmentRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_assessments(ledger)
        , m_keyings(ledger)
        , m_drawings(ledger)
    { }

    Result<Assessment> add(const Assessment& assessment) { return m_assessments.add(assessment); }
    Result<Assessment> change(const Assessment& assessment) { return m_assessments.change(assessment); }
    Result<Assessment> voidAssessment(Id<Assessment> id, const QString& reason)
    {
        return m_assessments.voidRecord(id, reason);
    }
    Result<std::optional<Assessment>> find(Id<Assessment> id) { return m_assessments.find(id); }
    /// Not void, newest first.
    Result<std::vector<Assessment>> listOf(Id<Elder> elder);
    /// Being filled, the one last worked on first.
    Result<std::vector<Assessment>> drafts();
    /// Confirmed last, newest first.
    Result<std::vector<Assessment>> confirmed(int most);
    /// Another confirmed one of that elder, standard and day.
    Result<std::optional<Id<Assessment>>> confirmedOn(Id<Elder> elder, const QString& standard, QDate day);

    /// The newest confirmed assessment of each living elder whose level ends on or before `until`, soonest first.
    struct Due {
        Id<Elder> elder;
        Id<Assessment> assessment;
        QString standard;
        QString level;
        QDate assessedOn;
        QDate dueOn;
    };
    Result<std::vector<Due>> dueUntil(QDate until);

    Result<std::optional<AssessmentKeying>> keyingOf(Id<Assessment> assessment);
    Result<AssessmentKeying> addKeying(const AssessmentKeying& keying) { return m_keyings.add(keying); }
    Result<AssessmentKeying> changeKeying(const AssessmentKeying& keying) { return m_keyings.change(keying); }

    Result<std::optional<AssessmentDrawing>> drawingOf(Id<Assessment> assessment);
    Result<void> putDrawing(const Assessment& assessment, const QByteArray& image);

    /// Setting key → choice, of all scales.
    Result<ScaleChoices> choices();
    Result<void> putChoice(const QString& key, const QString& choice);

private:
    Ledger& m_ledger;
    RecordTable<Assessment> m_assessments;
    RecordTable<AssessmentKeying> m_keyings;
    RecordTable<AssessmentDrawing> m_drawings;
};

} // namespace songhe
