// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/centre/settings.h"
#include "ui/widgets/labels.h"

class QLineEdit;

namespace songhe::ui {

class ChoiceBox;

/// On the settings page: what the centre chose where the standards leave a point open, how many sheets are keyed twice,
/// how early a re-assessment is told, and whether religion is asked.
class AssessmentSettings : public Card {
    Q_OBJECT

public:
    AssessmentSettings(const Theme& theme, AssessmentDesk& desk, Settings& settings, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void saved();
    void refused(const QString& why);

private:
    void addOpenPoints(const Theme& theme, const Scale& scale);
    QLineEdit* addNumber(const Theme& theme, const QString& label, const char* key);
    void put(const char* key, const QString& value);
    [[nodiscard]] QString valueOf(const char* key);

    AssessmentDesk& m_desk;
    Settings& m_settings;
    std::vector<std::pair<const Scale*, std::pair<QString, ChoiceBox*>>> m_points;
    QLineEdit* m_second = nullptr;
    QLineEdit* m_warn = nullptr;
    ChoiceBox* m_religion = nullptr;
};

} // namespace songhe::ui
