// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace songhe {

/// The translation context of the district's messages.
struct DistrictText {
    Q_DECLARE_TR_FUNCTIONS(songhe::DistrictText)
};

} // namespace songhe
