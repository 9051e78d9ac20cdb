// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/elders/elder_index.h"

#include <QtCore/QCoreApplication>

namespace songhe::ui {

class LineChart;

/// One line of the list of assessments: something to do, or what was confirmed lately.
struct AssessmentRow {
    enum class Kind { SecondKeying, Draft, Due, Confirmed };

    Kind kind = Kind::Draft;
    Id<Assessment> id;
    Id<Elder> elder;
    QString name;
    QString standardId;
    QString standard; ///< its number
    QDate on;
    QString level;
    std::optional<QDate> dueOn;
    bool expired = false;
    QString what; ///< to do, in words
};

/// Assessments in words.
class AssessmentWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::AssessmentWords)

public:
    /// What there is to do first, then what was confirmed lately. `user`: who is at work.
    static Result<std::vector<AssessmentRow>> rows(AssessmentDesk& desk, const ElderIndex& index, Id<User> user,
                                                   QDate today, int warnDays);
    /// 'moderate disability · 58 points'; empty for a draft.
    [[nodiscard]] static QString level(const ScaleShelf& scales, const Assessment& sheet);
    /// Levels of the confirmed sheets of one standard over time, best above. False: there are none.
    static bool drawLevels(LineChart& chart, const Scale& scale, const std::vector<Assessment>& newestFirst);
    /// The total where the standard has one, else the level.
    static bool drawTotals(LineChart& chart, const Scale& scale, const std::vector<Assessment>& newestFirst);

private:
    static Result<void> addDrafts(std::vector<AssessmentRow>& rows, AssessmentDesk& desk, const ElderIndex& index,
                                  Id<User> user);
    static Result<QString> keyingState(AssessmentDesk& desk, const Assessment& draft, Id<User> user);
};

} // namespace songhe::ui
