// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>

namespace songhe {

/// How full the dining room of an invented centre is on a day, in percent of a working day: 0 at the Spring Festival,
/// little at week-ends and on public holidays, less in the cold.
[[nodiscard]] int demoAttendance(QDate day);

} // namespace songhe
