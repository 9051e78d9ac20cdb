// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "ui/printing/sheets.h"

#include <QtCore/QDate>

namespace songhe::printing {

struct PackageCount {
    QString label; ///< 助餐记录
    qint64 records = 0;
    qint64 corrections = 0;
};

struct PackageClaim {
    QString period; ///< 2021-09
    QString policy;
    qint64 count = 0;
    Fen fen;
};

/// What a person reads of a quarterly package: inside it as `data/summary.pdf`, and again, with the written file's
/// name, size and digest, as the hand-over sheet that goes with the stick.
struct PackageSheetData {
    QString centre;
    QString centreCode;
    QString quarter; ///< 2021Q3
    int sequence = 0;
    QString recipient;    ///< 青山区民政局, or a short form of the key
    QString signatureKey; ///< minisign public key
    QDate on;
    QString preparedBy;
    bool demonstration = false;
    std::vector<PackageCount> counts;
    std::vector<PackageClaim> claims;
    // Known only once the file is written.
    QString fileName;
    qint64 fileSize = 0;
    QString sha256; ///< hex
};

class PackagePaper final : public Paper {
public:
    static Result<std::unique_ptr<PackagePaper>> make(PackageSheetData data);
    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit PackagePaper(PackageSheetData data)
        : m_data(std::move(data))
    { }
    PackageSheetData m_data;
    QString m_html;
};

/// The recovery key as the centre keeps it in its safe: printed once at set-up.
struct RecoverySheetData {
    QString centre;
    QString centreCode;
    QDate on;
    QString recoveryKey;
    QString minisignPublicKey;
    QString ageRecipient;
};

class RecoveryPaper final : public Paper {
public:
    static Result<std::unique_ptr<RecoveryPaper>> make(RecoverySheetData data);
    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit RecoveryPaper(QString html)
        : m_html(std::move(html))
    { }
    QString m_html;
};

} // namespace songhe::printing
