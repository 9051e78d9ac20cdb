// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/measurement_desk.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QHBoxLayout;

namespace songhe::ui {

class ChoiceBox;
class LineChart;

/// In an elder's file: what was measured of her over the years, a line for each figure, the newest with its warning,
/// and the medicines she takes.
class HealthView : public QWidget {
    Q_OBJECT

public:
    using Medicines = std::function<QString(Id<Elder>)>;
    HealthView(const Theme& theme, MeasurementDesk& desk, Medicines medicines, QWidget* parent = nullptr);

    void show(Id<Elder> elder);

private:
    void draw();

    MeasurementDesk& m_desk;
    Medicines m_medicinesOf;
    Id<Elder> m_elder;
    ChoiceBox* m_kind;
    QLabel* m_newest;
    QLabel* m_medicines;
    std::vector<LineChart*> m_charts; ///< one a figure
};

} // namespace songhe::ui
