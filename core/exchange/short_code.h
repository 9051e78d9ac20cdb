// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace songhe {

/// `3F7A-91C2`: the beginning of a package's SHA-256, short enough to be read out on the telephone. It tells packages
/// apart that were mixed up; that nothing was changed, only the whole digest and the signature prove.
[[nodiscard]] inline QString packageShortCode(const QString& sha256)
{
    return sha256.size() < 8 ? QString() : (sha256.first(4) + u'-' + sha256.sliced(4, 4)).toUpper();
}

} // namespace songhe
