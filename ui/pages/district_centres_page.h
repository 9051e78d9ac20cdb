// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class ActionButton;
class TableView;
class TaskBase;

/// Whose packages are taken (F4): each centre with the code of its signature key, and what it delivered.
class DistrictCentresPage : public Page {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictCentresPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] bool busy() const { return m_task != nullptr; }

private:
    struct Line {
        TrustedCentre centre;
        QString code; ///< of its key
        std::vector<MergedPackage> packages;
    };
    using Lines = std::vector<Line>;

    void read(Result<Lines> lines);
    void addCentre();
    void trust(const QString& code, const QString& key);
    void showPackages();
    void say(const QString& text, Tone tone);

    Surroundings m_surroundings;
    const DistrictOffice& m_office;
    TaskBase* m_task = nullptr;
    bool m_again = false;
    QString m_wanted; ///< code of the centre to stand on after reading
    QLabel* m_message = nullptr;
    RecordTableModel<Line>* m_centres = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_chosen = nullptr;
    QLabel* m_key = nullptr;
    RecordTableModel<MergedPackage>* m_packages = nullptr;
    TableView* m_packageTable = nullptr;
};

} // namespace songhe::ui
