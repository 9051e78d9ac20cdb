// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "ui/printing/sheets.h"
#include "ui/printing/table_painter.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>

namespace songhe::printing {

struct ClaimPaperLine {
    QDate on;
    QString elderName;
    QString site;
    Fen fen;
    bool payable = false;
    QString reason;    ///< in words, why it is paid or not
    bool held = false; ///< neither paid nor lost until the reason is put right
};

struct ClaimPaperSum {
    QString label;
    int count = 0;
    Fen fen;
};

/// The monthly claim as a person reads and signs it: total in capitals, sums per point and per reason, every line with
/// its reason. A claim under a draft or an invented policy says so on every sheet.
struct ClaimSheetData {
    QString centre;
    QString centreCode;
    QString period; ///< 2021-09
    QString policyTitle;
    QString policyNumber; ///< document number and clause
    QString policyId;
    QString digest; ///< of the claim, hex; its first digits stand on every sheet, the QR code holds it
    bool draftPolicy = false;
    bool inventedPolicy = false;
    QString preparedBy;
    QDate preparedOn;
    std::vector<ClaimPaperLine> lines;
};

class ClaimPaper final : public Paper {
public:
    static Result<std::unique_ptr<ClaimPaper>> make(ClaimSheetData data);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit ClaimPaper(ClaimSheetData data)
        : m_data(std::move(data))
    { }
    int paintAll(Sheets& sheets, int totalSheets) const;
    void paintFrame(Sheets& sheets, int totalSheets) const;
    double paintSums(Sheets& sheets, double y, int totalSheets) const;

    ClaimSheetData m_data;
    QString m_head;
    std::vector<PrintColumn> m_sumColumns, m_lineColumns;
};

} // namespace songhe::printing
