// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/district_page_base.h"

namespace songhe::ui {

class TableView;

/// Whose packages are taken (F4): each centre with the code of its signature key, and what it delivered.
class DistrictCentresPage : public DistrictPageBase {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictCentresPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;

private:
    struct Line {
        TrustedCentre centre;
        QString code; ///< of its key
        std::vector<MergedPackage> packages;
    };
    using Lines = std::vector<Line>;

    void makeList(Card& card);
    void makePackages(Card& card);
    void showRead(Lines lines);
    void addCentre();
    void trust(const QString& code, const QString& key);
    void showPackages();

    QString m_wanted; ///< code of the centre to stand on after reading
    RecordTableModel<Line>* m_centres = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_chosen = nullptr;
    QLabel* m_key = nullptr;
    RecordTableModel<MergedPackage>* m_packages = nullptr;
    TableView* m_packageTable = nullptr;
};

} // namespace songhe::ui
