// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "ui/printing/sheets.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>

namespace songhe::printing {

enum class SlipForm { A5, Roll80 };

/// One meal on a slip. What the elder is entitled to is on it, why is not: slips lie open.
struct SlipLine {
    QDate on;
    QString sitting; ///< 午餐
    QString way;     ///< 堂食, 送餐, 代取
    QString site;
    Fen price;
    std::optional<Fen> subsidy; ///< the outlook; nothing where no policy was in force
};

/// A service slip (服务单): one meal, or all meals of a day, of one elder, signed by whoever received them.
struct Slip {
    QString centre;
    QString number; ///< the record's id, also in the QR code
    QString elderName;
    QString recordedBy;
    QDateTime recordedAt;
    QString fetchedBy;
    std::vector<SlipLine> lines;
    bool demonstration = false;
    bool reprint = false;
};

/// Paints one slip with the QR code of its number: on an A5 sheet, or on as much of a roll as it needs.
void paintSlip(Sheets& sheets, const QString& html, const QString& number, SlipForm form);

/// One slip a sheet; A5, or the length it needs on an 80 mm roll.
class SlipPaper final : public Paper {
public:
    /// Fails where the template cannot be used.
    static Result<std::unique_ptr<SlipPaper>> make(const std::vector<Slip>& slips, SlipForm form);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    struct Ready {
        QString html, number;
    };
    SlipPaper(std::vector<Ready> slips, SlipForm form)
        : m_slips(std::move(slips))
        , m_form(form)
    { }
    std::vector<Ready> m_slips;
    SlipForm m_form;
};

} // namespace songhe::printing
