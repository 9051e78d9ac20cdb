// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/fact.h"
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
/// the medicines she takes and the doctor she is signed up with.
class HealthView : public QWidget {
    Q_OBJECT

public:
    using Medicines = std::function<QString(Id<Elder>)>;
    HealthView(const Theme& theme, MeasurementDesk& desk, Medicines medicines, QWidget* parent = nullptr);

    /// `facts`: of the elder; of them the contracts with a family doctor are shown.
    void show(Id<Elder> elder, const std::vector<Fact>& facts, QDate today);

private:
    void draw();
    void showDoctor(const std::vector<Fact>& facts, QDate today);

    MeasurementDesk& m_desk;
    Medicines m_medicinesOf;
    Id<Elder> m_elder;
    ChoiceBox* m_kind;
    QLabel* m_newest;
    QLabel* m_medicines;
    QLabel* m_doctor;
    std::vector<LineChart*> m_charts; ///< one a figure
};

} // namespace songhe::ui
