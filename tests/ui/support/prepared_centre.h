// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/elders/elder_desk.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>

namespace songhe {
class AttendanceDesk;
class VisitDesk;
} // namespace songhe

namespace songhe::ui {

constexpr int eldersOfDay = 120;
constexpr int regularsOfDay = 45;
constexpr int deliveriesOfDay = 10; ///< to whom lunch was brought the day before, from the third meal point
const QDate dayAtCentre {2021, 9, 2};

/// Three characters of plain readings: initials tell everybody apart.
[[nodiscard]] QString nameOfElder(int number);
[[nodiscard]] QString initialsOfElder(int number);

/// A centre of three sites, 15 staff and 120 elders, as its books stand before the day begins: made through the core.
class PreparedCentre {
public:
    PreparedCentre();
    /// As `day summary` answers, with the window closed.
    QJsonObject summary();

    QTemporaryDir place;
    FixedClock clock {dayAtCentre};

private:
    static void fill(Ledger& ledger);
    static Id<Elder> addElder(Ledger& ledger, VisitDesk& visits, AttendanceDesk& attendance, int number);
};

} // namespace songhe::ui
