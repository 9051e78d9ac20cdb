// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/record_table.h"

namespace songhe::detail {

/// What the audit keeps of a stored row (in the order of `shape.columns`): JSON, keys sorted, ids and bytes as text.
QByteArray auditContent(const RowShape& shape, const std::vector<Value>& row);

} // namespace songhe::detail
