// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_header.h"
#include "core/exchange/minisign.h"
#include "core/exchange/package_repository.h"

#include <QtCore/QJsonArray>
#include <QtCore/QMap>

namespace songhe {

/// What the district answers about one package: whose it was, which bytes, and how the merge went as a whole.
struct ReceiptHead {
    QString package;       ///< songhe-C1-2026Q3-0004
    QString packageSha256; ///< of the sealed file, hex
    QString centreCode;
    QString centreUuid;
    QString lineage;
    QString quarter;
    int sequence = 0;
    QString status;      ///< merged, superseded
    QDateTime writtenAt; ///< when this receipt was issued
    QString district;    ///< its name
    QString districtKey; ///< its minisign key
    QJsonArray problems; ///< [{"code", "text"}]
};

/// How the records of a table or of a package came out.
struct ReceiptCounts {
    qint64 accepted = 0;
    qint64 superseded = 0;
    qint64 conflict = 0;
    qint64 refused = 0;

    [[nodiscard]] qint64 rows() const { return accepted + superseded + conflict + refused; }
    /// False: there is no such outcome.
    bool count(QByteArrayView outcome);
    ReceiptCounts& operator+=(const ReceiptCounts& other);
    friend bool operator==(const ReceiptCounts&, const ReceiptCounts&) = default;
};

/// What the district decided about a claim of this centre.
struct ReceiptDecision {
    qint64 claim = 0;
    int revision = 0;
    bool accepted = false; ///< false: returned
    QString reason;
    QDateTime decidedAt; ///< by the district's clock: tells its decisions about one claim apart, and their order
    /// Which signing was decided about, as this centre sent it: the claim's digest (64 hexadecimal digits) and the
    /// moment of the signature. Empty and invalid in receipts of earlier programs.
    QString claimDigest = {};
    QDateTime signedAt = {};
};

/// One row of outcome.csv.
struct ReceiptOutcome {
    QString table;
    qint64 record = 0;
    int revision = 0;
    QString outcome; ///< accepted, superseded, conflict, refused
    QString code;    ///< empty when accepted
    QString text;    ///< no personal data
};

/// A receipt, to be written or as it was read.
struct ReceiptContent {
    ReceiptHead head;
    QMap<QString, ReceiptCounts> tables;
    /// Streams the rows of outcome.csv without its heading, CSV with CRLF. Of a receipt that was read: from its file,
    /// anew at each call; `Damaged` where the file is not any more what was verified.
    std::function<Result<void>(const CsvSink&)> outcomes;
    std::vector<ReceiptDecision> decisions; ///< all that were ever made about this centre's claims

    [[nodiscard]] ReceiptCounts counts() const;
};

/// `songhe-C1-2026Q3-0004.receipt.zip.age`
[[nodiscard]] QString receiptFileName(const QString& package);

inline constexpr const char* receiptOutcomeHeading = "table,record_id,revision,outcome,code,text";
inline constexpr const char* receiptDecisionHeading
    = "claim_id,revision,decision,reason,decided_at,claim_digest,signed_at";

/// A row as outcome.csv has it, appended to `out`.
void appendOutcome(std::string& out, const ReceiptOutcome& outcome);
/// Nothing where the cells are no outcome.
[[nodiscard]] std::optional<ReceiptOutcome> outcomeFrom(const std::vector<QByteArrayView>& cells);

/// The Frictionless descriptor of outcome.csv and decision.csv.
[[nodiscard]] QByteArray receiptDescriptor(const ReceiptContent& content);
/// data/receipt.json
[[nodiscard]] QByteArray receiptJson(const ReceiptContent& content);

} // namespace songhe
