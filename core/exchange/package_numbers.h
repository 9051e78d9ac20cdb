// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/exchange/age_header.h"
#include "core/exchange/package.h"

namespace songhe {

/// What the packages that lie on a stick mean for the number of the next one.
struct StickNumbers {
    int highest = 0;     ///< of packages that are this centre's, or may be, and are not in its books; 0: there is none
    QStringList notices; ///< about files that the books do not know, one sentence or two each
};

/// Looks at files named as packages of this centre which the books do not know (`known`): at their names, and where the
/// number lies above `from` at the head of the file, which says for whom it is; their content is neither opened nor
/// checked. A file that cannot be read counts by its name: a number that is left out does no harm, one that is given
/// twice does; a number that no centre comes to is not believed. `keys`: what opens this centre's own. Fails only when
/// `progress` was stopped.
Result<StickNumbers> numbersOnStick(const QStringList& files, const QString& centreCode,
                                    const std::vector<Package>& known, int from, const AgeKeys& keys,
                                    Progress& progress);

} // namespace songhe
