// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"

namespace songhe::desktop {

/// Where the district office lay when it was last opened from this computer. No password is in the file.
[[nodiscard]] DistrictPlaces readLastDistrict(const QString& file);
void writeLastDistrict(const QString& file, const DistrictPlaces& places);

} // namespace songhe::desktop
