// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_repository.h"
#include "core/assessments/scale_shelf.h"

namespace songhe {

/// What stands on the paper when an assessment is confirmed.
struct Confirmation {
    QString assessor1, assessor2;             ///< as many as the standard wants, and not twice the same
    QString ambiguityReason;                  ///< why both stand by a sheet to which the standard gives two answers
    std::optional<Id<Assessment>> supersedes; ///< the confirmed one that this one replaces
};

/// What a day's list of due re-assessments shows.
struct DueAssessment {
    AssessmentRepository::Due due;
    bool expired = false; ///< the level does not hold any more
};

/// Everything a person can do to ability assessments. Each call is one transaction.
class AssessmentDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::AssessmentDesk)

public:
    static constexpr int mostDrawingBytes = 2'000'000;

    /// `scales` must outlive the desk.
    AssessmentDesk(Ledger& ledger, const ScaleShelf& scales)
        : m_ledger(ledger)
        , m_scales(scales)
        , m_assessments(ledger)
    { }

    [[nodiscard]] const ScaleShelf& scales() const { return m_scales; }
    Result<const Scale*> scaleOf(const Assessment& assessment) const { return m_scales.scale(assessment.standard); }

    /// A new draft. Day and elder are checked: not in the future, not after death, not under a void file.
    Result<Assessment> start(Assessment draft);
    /// Saves a draft as it stands, after each item: what the screen showed has survived a power cut. The state and what
    /// a confirmation finds are not taken over; a confirmed sheet is `Refused`.
    Result<Assessment> save(Assessment draft);
    /// Freezes a full sheet: levels, clauses, the choices used and the digest are written with it.
    Result<Assessment> confirm(Id<Assessment> id, const Confirmation& by);
    /// A whole sheet at once, as another program or a command brings it. A `confirmed` one is taken as confirmed there:
    /// who assessed is kept where it is told. The same id with the same sheet again changes nothing.
    Result<Assessment> add(Assessment sheet, bool confirmed);
    Result<Assessment> voidAssessment(Id<Assessment> id, const QString& reason);

    Result<Assessment> show(Id<Assessment> id); ///< `NotFound` where there is none; voided ones are shown
    Result<std::vector<Assessment>> listOf(Id<Elder> elder) { return m_assessments.listOf(elder); }
    Result<std::vector<Assessment>> drafts() { return m_assessments.drafts(); }
    Result<std::vector<Assessment>> confirmed(int most) { return m_assessments.confirmed(most); }
    /// Whose level ends within `days` from `day` on, or has ended, soonest first.
    Result<std::vector<DueAssessment>> dueOn(QDate day, int days);

    /// What the sheet comes to so far, by the choices in force now; of a confirmed one by those it was confirmed with.
    Result<SheetScore> score(const Assessment& assessment);

    /// Must a second person key this sheet before it can be confirmed? The manager's share of all sheets, chosen by a
    /// digest of the record's number, so that nobody can pick them.
    Result<bool> wantsSecondKeying(const Assessment& assessment);
    Result<std::optional<AssessmentKeying>> keyingOf(Id<Assessment> id) { return m_assessments.keyingOf(id); }
    /// Saves the second keying as far as it is filled. The person who filled the sheet is refused.
    Result<AssessmentKeying> saveKeying(AssessmentKeying keying);
    /// Where the sheet and its second keying differ; `Refused` until the second keying is full.
    Result<std::vector<SheetDifference>> differences(Id<Assessment> id);

    /// At most 2 MB of JPEG or PNG.
    Result<void> setDrawing(Id<Assessment> id, const QByteArray& image);
    Result<QByteArray> drawingOf(Id<Assessment> id); ///< empty where there is none

    Result<ScaleChoices> choices() { return m_assessments.choices(); }
    /// Closes a point that a standard leaves open, for what is confirmed from now on.
    Result<void> choose(const QString& key, const QString& choice);

    /// The last day a level found on `on` holds: the same day of the month so many months on, as the Civil Code counts
    /// months (article 202), the last of a month where it has no such day.
    [[nodiscard]] static QDate lastDay(QDate on, int months) { return on.addMonths(months); }

private:
    Result<Elder> assessedElder(const Assessment& sheet);
    Result<Assessment> standing(Id<Assessment> id);
    Result<void> checkSheet(const Assessment& sheet);
    Result<void> takeDiagnoses(Assessment& sheet) const;
    Result<void> checkConfirmation(const Assessment& sheet, const Scale& scale, const Confirmation& by);
    Result<void> checkSecondKeying(const Assessment& sheet);
    Result<void> freeze(Assessment& sheet);
    Result<void> supersede(const Assessment& sheet);
    [[nodiscard]] static QString digestOf(const Assessment& sheet);

    Ledger& m_ledger;
    const ScaleShelf& m_scales;
    AssessmentRepository m_assessments;
};

} // namespace songhe
