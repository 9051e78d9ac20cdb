// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/score.h"
#include "core/elders/elder.h"

namespace songhe {

/// Why an elder is assessed (MZ/T 039-2013, A.1.3; GB/T 42195-2022, A.1).
enum class AssessmentReason {
    First,     ///< before services begin
    Routine,   ///< the interval is over
    Immediate, ///< her condition changed
    Disputed,  ///< somebody doubts the result
};
template <> std::span<const ChoiceName> choiceNames<AssessmentReason>();

enum class AssessmentState {
    Draft,      ///< being filled, saved item by item
    Confirmed,  ///< frozen; only voided or superseded from here on
    Superseded, ///< replaced by a later sheet for the same matter; counts no longer
};
template <> std::span<const ChoiceName> choiceNames<AssessmentState>();

/// One ability assessment of one elder. What it found is filled in when it is confirmed, and frozen with it.
struct Assessment {
    static constexpr const char* family = "assessment";

    Id<Assessment> id;
    Id<Elder> elder;
    QString standard; ///< id of the scale
    QDate assessedOn;
    AssessmentReason reason = AssessmentReason::First;
    AssessmentState state = AssessmentState::Draft;

    QJsonObject answers; ///< item code → score
    QStringList diagnosed;
    bool coma = false;
    QJsonObject events; ///< kind → times in the last 30 days

    std::optional<QString> level; ///< key of the final level: 'moderate'
    std::optional<int> preliminary, final, total;
    QStringList grades;
    QStringList clauses;
    bool ambiguous = false;
    std::optional<QString> reading;
    QJsonObject choices;
    std::optional<QDate> dueOn; ///< the last day the level holds; a new assessment is due by then
    std::optional<QString> scaleDigest;
    std::optional<QString> digest; ///< of the clear fields; the audit log covers the sealed ones
    std::optional<QDateTime> confirmedAt;
    std::optional<Id<Assessment>> supersedes;
    std::optional<QString> origin; ///< desk, records

    std::optional<QString> place; ///< sealed, like all that follows
    std::optional<QString> assessor1, assessor2;
    std::optional<QString> provider;        ///< who gave the information
    std::optional<QString> ambiguityReason; ///< why both assessors stand by an ambiguous sheet
    std::optional<QString> remark;
    QJsonObject tables; ///< annex A: field key → text, option key, list of keys, or rows
    Recorded recorded;

    [[nodiscard]] bool isDraft() const { return state == AssessmentState::Draft; }
    [[nodiscard]] bool isExpiredOn(QDate day) const { return dueOn && day > *dueOn; }
};
template <> const Schema<Assessment>& schemaOf<Assessment>();

/// A sheet keyed for the second time, blind.
struct AssessmentKeying {
    static constexpr const char* family = "assessment_keying";

    Id<AssessmentKeying> id;
    Id<Elder> elder;
    Id<Assessment> assessment;
    QJsonObject answers;
    QStringList diagnosed;
    bool coma = false;
    QJsonObject events;
    Recorded recorded;
};
template <> const Schema<AssessmentKeying>& schemaOf<AssessmentKeying>();

/// The clock the elder drew (MZ/T 039-2013, B.2.1): a JPEG or PNG, sealed.
struct AssessmentDrawing {
    static constexpr const char* family = "assessment_drawing";

    Id<AssessmentDrawing> id;
    Id<Elder> elder;
    Id<Assessment> assessment;
    QByteArray image;
    Recorded recorded;
};
template <> const Schema<AssessmentDrawing>& schemaOf<AssessmentDrawing>();

/// The part of an assessment or a keying that is scored. `Invalid` names the item.
[[nodiscard]] Result<AnswerSheet> sheetOf(const Scale& scale, const Assessment& assessment);
[[nodiscard]] Result<AnswerSheet> sheetOf(const Scale& scale, const AssessmentKeying& keying);
/// Writes what stands on the sheet into the record.
void putSheet(Assessment& assessment, const AnswerSheet& sheet);
void putSheet(AssessmentKeying& keying, const AnswerSheet& sheet);

/// One line where two sheets differ, or where they stand side by side.
struct SheetDifference {
    QString code;        ///< item code; 'diagnosed', 'events.fall' for the rest
    QString title;       ///< in the user's language
    QString left, right; ///< the answers in words; empty where there is none
};
/// Item by item, then diagnoses and events. `all`: equal lines too, for two assessments side by side.
[[nodiscard]] std::vector<SheetDifference> compareSheets(const AnswerSheet& left, const AnswerSheet& right,
                                                         bool all = false);

} // namespace songhe
