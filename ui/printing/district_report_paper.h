// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheets.h"
#include "ui/printing/table_painter.h"

#include <QtCore/QDate>
#include <QtCore/QJsonObject>

namespace songhe::printing {

/// What the district has of one centre.
struct DistrictReportLine {
    QString code, name;
    QString quarter; ///< the newest
    qint64 packages = 0;
    qint64 elders = 0, meals = 0, services = 0, claims = 0;
    qint64 records = 0; ///< of all tables
};

struct DistrictReportData {
    QString office;
    QDate on;
    int findings = 0;
    std::vector<DistrictReportLine> lines;

    /// From what `DistrictDesk::report` says.
    static DistrictReportData of(const QString& office, QDate on, const QJsonObject& report, int findings);
};

/// The district's overview of its centres (数据汇总表), with sums and boxes for the signatures; A4 on its side.
class DistrictReportPaper final : public Paper {
public:
    static Result<std::unique_ptr<DistrictReportPaper>> make(DistrictReportData data);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit DistrictReportPaper(DistrictReportData data)
        : m_data(std::move(data))
    { }
    int paintAll(Sheets& sheets, int totalSheets) const;
    void paintFrame(Sheets& sheets, int totalSheets) const;

    DistrictReportData m_data;
    std::vector<PrintColumn> m_columns;
};

} // namespace songhe::printing
