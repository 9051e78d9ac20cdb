// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/claim.h"

namespace songhe {

/// One step on a claim's way, written when it was taken: its state from then on, who and when, and what stood on the
/// district's letter or the bank's slip.
struct ClaimStep {
    static constexpr const char* family = "claim_step";

    Id<ClaimStep> id;
    Id<Claim> claim;
    ClaimState step = ClaimState::Draft;
    std::optional<QDate> on;     ///< the day on the letter or slip
    std::optional<Fen> paid;     ///< what arrived
    QStringList lines;           ///< ids of the lines that a part return is about
    std::optional<QString> note; ///< sealed
    Recorded recorded;
};

template <> const Schema<ClaimStep>& schemaOf<ClaimStep>();

/// What was known of somebody when a claim about her was signed.
struct ClaimFact {
    static constexpr const char* family = "claim_fact";

    Id<ClaimFact> id;
    Id<Claim> claim;
    Id<Elder> elder;
    Id<Evidence> fact; ///< none for what stands in her file
    QString kind;      ///< a kind of fact; or born, died, died_at, born_differs, file_void
    QString value;
    std::optional<QDate> from;
    std::optional<QDate> to;
    Recorded recorded;
};

template <> const Schema<ClaimFact>& schemaOf<ClaimFact>();

/// What a record that decides a claim said when it was signed.
struct ClaimRecord {
    static constexpr const char* family = "claim_record";

    Id<ClaimRecord> id;
    Id<Claim> claim;
    QString about; ///< the family: bed_stay, facility, project …
    Id<Evidence> record;
    QJsonObject content; ///< its clear columns, ids as text
    Recorded recorded;
};

template <> const Schema<ClaimRecord>& schemaOf<ClaimRecord>();

/// The days of a signed claim, opened again for one reason.
struct ClaimOpening {
    static constexpr const char* family = "claim_opening";

    Id<ClaimOpening> id;
    Id<Claim> claim;
    QDate until;    ///< the last day on which they are open
    QString reason; ///< sealed
    Recorded recorded;
};

template <> const Schema<ClaimOpening>& schemaOf<ClaimOpening>();

} // namespace songhe
