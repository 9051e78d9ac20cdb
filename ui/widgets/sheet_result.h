// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/score.h"
#include "ui/widgets/labels.h"

class QGridLayout;
class QListWidget;
class QVBoxLayout;

namespace songhe::ui {

/// What a sheet comes to so far: the final level in the largest type, the preliminary one, in words why it rose, sums
/// and grades by group, and the items that are still to be answered.
class SheetResult : public Card {
    Q_OBJECT

public:
    explicit SheetResult(const Theme& theme, QWidget* parent = nullptr);

    void setScale(const Scale& scale);
    void show(const AnswerSheet& sheet, const SheetScore& score);

    /// Why the level is not the preliminary one: a line a clause.
    [[nodiscard]] static QStringList clauseLines(const Scale& scale, const SheetScore& score);
    /// That the standard gives two answers, and which one was taken; empty where it does not.
    [[nodiscard]] static QString ambiguityText(const Scale& scale, const SheetScore& score);
    /// 'Preliminary level: moderate disability · total 58'
    [[nodiscard]] static QString preliminaryText(const Scale& scale, const SheetScore& score);

Q_SIGNALS:
    void itemWanted(int item);

private:
    void showGroups(const Scale& scale, const SheetScore& score);
    void showMissing(const AnswerSheet& sheet);

    const Theme& m_theme;
    QLabel* m_level;
    QLabel* m_preliminary;
    QLabel* m_clauses;
    QLabel* m_ambiguous;
    QGridLayout* m_groups;
    std::vector<std::pair<QLabel*, QLabel*>> m_groupLabels; ///< sum, grade
    QLabel* m_missingTitle;
    QListWidget* m_missing;
};

/// A choice for a point that a scale leaves open, in words; numbers stand as they are.
[[nodiscard]] QString scaleChoiceText(const QString& choice);

} // namespace songhe::ui
