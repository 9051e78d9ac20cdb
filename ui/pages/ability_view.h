// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace songhe::ui {

class LineChart;

/// In an elder's file: the level that holds today with standard, score and day, and how the score went over the years.
class AbilityView : public QWidget {
    Q_OBJECT

public:
    AbilityView(const Theme& theme, AssessmentDesk& desk, QWidget* parent = nullptr);

    void show(Id<Elder> elder, QDate today);

private:
    AssessmentDesk& m_desk;
    QLabel* m_level;
    QLabel* m_from;
    QLabel* m_ends;
    QLabel* m_title;
    LineChart* m_chart;
};

} // namespace songhe::ui
