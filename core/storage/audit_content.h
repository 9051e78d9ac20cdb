// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/record_table.h"

namespace songhe::detail {

/// What the audit keeps of a stored row (in the order of `shape.columns`): JSON, keys sorted, ids and bytes as text.
QByteArray auditContent(const RowShape& shape, const std::vector<Value>& row);

/// The other way: the values of a revision in field order, sealed ones opened. Damaged content is an error.
Result<void> readAuditContent(Ledger& ledger, const RowShape& shape, const QByteArray& content,
                              std::vector<Value>& values, Recorded& recorded);

} // namespace songhe::detail
