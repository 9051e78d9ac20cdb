// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt.h"

namespace songhe {

/// Writes a receipt, sealed to `recipients` (age1…: the centre's and the district's own) and signed by the district:
/// `minisignSecret` is a minisign secret key file without password. Rows stream. `Invalid` where the rows are not as
/// many as `content.tables` says.
Result<void> writeReceipt(const ReceiptContent& content, const QStringList& recipients,
                          const SecureBytes& minisignSecret, QIODevice& target, Progress& progress);

} // namespace songhe
