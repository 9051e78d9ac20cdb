// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"

namespace songhe {

/// New keys of a centre: an age identity for its own copy of each package, a minisign key to sign them.
Result<CentreKeys> makeCentreKeys();

} // namespace songhe
