// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package.h"
#include "core/subsidies/claim.h"

namespace songhe {

/// A receipt that came back from the district and was taken over. One a package; issued again with newer decisions, it
/// is the next revision.
struct PackageReceipt {
    static constexpr const char* family = "receipt";

    Id<PackageReceipt> id;
    Id<Package> packageId;
    QString package; ///< songhe-C1-2026Q3-0004
    QString status;  ///< merged, superseded
    QString district;
    QString districtKey; ///< the minisign key that signed
    QDateTime writtenAt;
    QDateTime importedAt;
    qint64 accepted = 0;
    qint64 superseded = 0;
    qint64 conflict = 0;
    qint64 refused = 0;
    qint64 decisionsSeen = 0; ///< decisions about claims that it carried
    Recorded recorded;
};

template <> const Schema<PackageReceipt>& schemaOf<PackageReceipt>();

/// One line of the work-list: a record that the district did not take over as it is, or what it decided about a claim.
struct ReceiptItem {
    static constexpr const char* family = "receipt_item";

    Id<ReceiptItem> id;
    Id<PackageReceipt> receipt;
    QString about; ///< the table: meal, elder, claim …
    Id<Evidence> record;
    int recordRevision = 0;
    QString outcome;             ///< superseded, conflict, refused; of a decision accepted, returned
    std::optional<QString> code; ///< of the district; of a decision: decision, not_applied, other_signing
    /// Of a decision: when it was made, by the district's clock. It tells the district's decisions about one claim
    /// apart, and their order; nothing of this centre is compared with it. Nothing in lines of earlier programs.
    std::optional<QDateTime> decidedAt;
    bool done = false;           ///< nothing is left to do
    std::optional<QString> text; ///< sealed: in the district's words
    std::optional<QString> note; ///< sealed: what was done about it
    Recorded recorded;
};

template <> const Schema<ReceiptItem>& schemaOf<ReceiptItem>();

} // namespace songhe
