// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_watch.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>

namespace songhe::ui {

IdleWatch::IdleWatch(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    touch();
    auto* timer = new QTimer(this);
    timer->setInterval(5000);
    connect(timer, &QTimer::timeout, this, &IdleWatch::look);
    timer->start();
}

void IdleWatch::setMinutes(int minutes)
{
    m_minutes = minutes;
    touch();
}

void IdleWatch::touch()
{
    m_touched = m_clock.now();
    m_told = false;
}

void IdleWatch::look()
{
    if (m_minutes <= 0 || m_told || m_touched.secsTo(m_clock.now()) < m_minutes * 60)
        return;
    m_told = true;
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace songhe::ui
