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
    bool late = false; ///< of an earlier, signed period
};

/// What a line of a signed claim comes to more or less.
struct ClaimPaperAdjustment {
    QDate on;
    QString name;
    QString corrects; ///< which line of which claim, and what it says
    Fen difference;
    QString reason;
};

/// A step of the claim, or its days opened again.
struct ClaimPaperStep {
    QString what;
    QDateTime at;
    QString who;
    QString note;
};

/// Of the year's cap of a meal point.
struct ClaimPaperCap {
    QString site;
    Fen before;
    Fen after;
};

/// Of a claim that came back: a line that settling now gives otherwise.
struct ClaimPaperChange {
    QDate on;
    QString name;
    QString how;
    Fen sent;
    Fen now;
    QString reason;
};

struct ClaimPaperSum {
    QString label;
    int count = 0;
    Fen fen;
};

/// The claim of a period as a person reads and signs it: total in capitals, sums per point and per reason, what it
/// corrects, what was chosen where the policy's text leaves a point open, the steps it took, every line with its
/// reason. A claim under a draft or an invented policy says so on every sheet.
struct ClaimSheetData {
    QString centre;
    QString centreCode;
    QString period; ///< 2021-09, 2021Q3, 2021
    QString policyTitle;
    QString policyNumber; ///< document number and clause
    QString policyId;
    QString digest; ///< of the claim, hex; its first digits stand on every sheet, the QR code holds it
    bool draftPolicy = false;
    bool inventedPolicy = false;
    QString preparedBy;
    QDate preparedOn;
    bool ofMeals = true;
    bool provisional = false; ///< an evaluation that the text wants is not on file yet
    std::vector<ClaimPaperLine> lines;
    std::vector<ClaimPaperAdjustment> adjustments; ///< contained in the amount
    /// Of one that came back: nothing where it is none, an empty list where settling now gives the same.
    std::optional<std::vector<ClaimPaperChange>> changes;
    std::vector<ClaimPaperCap> caps;
    std::vector<std::pair<QString, QString>> choices; ///< the open point, and what was chosen
    std::vector<ClaimPaperStep> steps;

    /// Paid lines and adjustments.
    [[nodiscard]] Fen total() const;
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
    double paintTable(Sheets& sheets, double y, int totalSheets, const QString& title,
                      const std::vector<PrintColumn>& columns, const std::vector<QStringList>& rows) const;
    double paintSums(Sheets& sheets, double y, int totalSheets) const;
    double paintCorrections(Sheets& sheets, double y, int totalSheets) const;
    double paintChanges(Sheets& sheets, double y, int totalSheets) const;
    double paintGround(Sheets& sheets, double y, int totalSheets) const;
    void paintLines(Sheets& sheets, double y, int totalSheets) const;

    ClaimSheetData m_data;
    QString m_head;
    std::vector<PrintColumn> m_sumColumns, m_lineColumns, m_adjustmentColumns, m_stepColumns, m_choiceColumns,
        m_capColumns, m_changeColumns;
};

} // namespace songhe::printing
