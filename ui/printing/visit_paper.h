// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "core/visits/visit_desk.h"
#include "ui/printing/sheets.h"
#include "ui/printing/table_painter.h"

namespace songhe::printing {

/// One line of the visitor's list.
struct VisitPaperLine {
    QString elderName;
    QString about; ///< 女 82岁
    QString address;
    QString phone;
    QString kind;
    QString due;
};

struct VisitSheetData {
    QString centre;
    QDate on;
    std::vector<VisitPaperLine> lines;
    bool demonstration = false;
};

/// The list of visits due, as the visitor takes it along and fills it in: who, where, why, and room to write.
class VisitPaper final : public Paper {
public:
    /// What `due` says, with names and addresses.
    static Result<VisitSheetData> gather(Session& session, const VisitPlan& plan, const std::vector<DueVisit>& due,
                                         QDate on);
    static Result<std::unique_ptr<VisitPaper>> make(VisitSheetData data);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit VisitPaper(VisitSheetData data)
        : m_data(std::move(data))
    { }
    int paintAll(Sheets& sheets, int totalSheets) const;
    void paintFrame(Sheets& sheets, int totalSheets) const;

    VisitSheetData m_data;
    std::vector<PrintColumn> m_columns;
};

} // namespace songhe::printing
