// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QObject>

namespace songhe::ui {

/// Notices that nobody has touched key or mouse for a while. Install it as the application's event filter.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit IdleWatch(const Clock& clock, QObject* parent = nullptr);

    /// 0: never.
    void setMinutes(int minutes);
    /// Counts from now on.
    void touch();
    /// Looks whether the time is over; a timer does it every few seconds.
    void look();
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Once for each time that nobody was here.
    void idle();

private:
    const Clock& m_clock;
    int m_minutes = 0;
    QDateTime m_touched;
    bool m_told = false;
};

} // namespace songhe::ui
