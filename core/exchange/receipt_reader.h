// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt.h"

namespace songhe {

/// Opens a receipt with `keys` and believes it only when all holds: the seal, the bag, the signature by `district`, the
/// rows against their schema and the counts against the rows. Nothing is unpacked to disk; the outcomes stay in the
/// file and stream from there. Errors: `NotFound`, `WrongPassword` (sealed to somebody else), `Refused` (signed by
/// somebody else), `Damaged`.
Result<ReceiptContent> readReceipt(const QString& path, AgeKeys keys, const MinisignPublicKey& district,
                                   Progress& progress);

/// The rows of a receipt's outcomes, one by one.
Result<void> eachOutcome(const ReceiptContent& content, const std::function<Result<void>(const ReceiptOutcome&)>& each);

} // namespace songhe
