// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"

namespace songhe::desktop {

/// Copies the books into the folder's `backups` and keeps the newest ones.
Result<void> backUpOnClosing(Session& session, const DataFolder& folder, const Clock& clock);
/// When the newest backup was made; invalid where there is none.
[[nodiscard]] QDateTime newestBackup(const DataFolder& folder);

} // namespace songhe::desktop
