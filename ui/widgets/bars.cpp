// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bars.h"

#include "ui/widgets/edits.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

StepBar::StepBar(const Theme& theme, QStringList steps, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_steps(std::move(steps))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrent(0);
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

QSize StepBar::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font());
    int widest = 0;
    for (const QString& step : m_steps)
        widest = std::max(widest, metrics.horizontalAdvance(step));
    return {int(m_steps.size()) * (widest + m_theme.px(40)), metrics.height() + m_theme.px(16)};
}

void StepBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    const int count = std::max(1, int(m_steps.size()));
    const int thick = m_theme.px(3);
    for (int i = 0; i < count; ++i) {
        const int left = width() * i / count;
        const int right = width() * (i + 1) / count;
        const bool reached = i <= m_current;
        painter.fillRect(QRect(left, height() - thick, right - left, thick), reached ? t.pine : t.line);
        painter.setFont(m_theme.font(Type::Body, i == m_current));
        painter.setPen(reached ? t.pine : t.mutedInk);
        painter.drawText(QRect(left, 0, right - left, height() - thick - m_theme.px(6)),
                         Qt::AlignLeft | Qt::AlignVCenter, u"%1   %2"_s.arg(i + 1).arg(m_steps[i]));
    }
}

ThinBar::ThinBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPercent(0);
}

void ThinBar::setPercent(int percent)
{
    m_percent = std::clamp(percent, 0, 100);
    setAccessibleName(tr("%1 % done").arg(m_percent));
    update();
}

QSize ThinBar::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(10)};
}

void ThinBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double round = height() / 2.0;
    painter.setBrush(m_theme.tokens().pale);
    painter.drawRoundedRect(rect(), round, round);
    if (m_percent == 0)
        return;
    painter.setBrush(m_theme.tokens().pine);
    painter.drawRoundedRect(QRectF(0, 0, std::max<double>(height(), width() * m_percent / 100.0), height()), round,
                            round);
}

DayBars::DayBars(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DayBars::setDays(QDate first, std::vector<int> counts, QDate today)
{
    m_first = first;
    m_counts = std::move(counts);
    m_today = today;
    const int most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    setAccessibleName(tr("Meals a day from %1 to %2, at most %3 on one day")
                          .arg(dayText(m_first, today), dayText(today, today))
                          .arg(most));
    update();
}

QSize DayBars::sizeHint() const
{
    return {m_theme.px(420), m_theme.px(240)};
}

QSize DayBars::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(140)};
}

QRect DayBars::plot() const
{
    const int text = QFontMetrics(m_theme.font(Type::Small)).height();
    return rect().adjusted(0, text + m_theme.px(4), 0, -(text + m_theme.px(8)));
}

int DayBars::indexAt(int x) const
{
    if (m_counts.empty() || plot().width() <= 0 || x < plot().left() || x > plot().right())
        return -1;
    return std::min(int(m_counts.size()) - 1, (x - plot().left()) * int(m_counts.size()) / plot().width());
}

void DayBars::paintEvent(QPaintEvent*)
{
    if (m_counts.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    const QRect area = plot();
    const int most = std::max(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const double step = double(area.width()) / double(m_counts.size());
    painter.setFont(m_theme.font(Type::Small));
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const QDate day = m_first.addDays(qint64(i));
        const double tall = double(area.height()) * m_counts[i] / most;
        const QRectF bar(area.left() + step * double(i) + step * 0.16, area.bottom() - tall, step * 0.68, tall);
        QColor colour = t.pine;
        if (day == m_today) // today is not over yet
            colour.setAlphaF(0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(bar, 2, 2);
        if (m_counts[i] == most || (day == m_today && m_counts[i] > 0)) {
            painter.setPen(t.mutedInk);
            painter.drawText(QRectF(bar.center().x() - 40, bar.top() - 100 - 2, 80, 100),
                             Qt::AlignHCenter | Qt::AlignBottom, QString::number(m_counts[i]));
        }
    }
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(t.mutedInk);
    const QRect below(area.left(), area.bottom() + m_theme.px(4), area.width(), height() - area.bottom());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, dayText(m_first, m_today));
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, tr("Today"));
}

void DayBars::mousePressEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->pos().x()); index >= 0)
        Q_EMIT dayChosen(m_first.addDays(index));
}

bool DayBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const int index = indexAt(help->pos().x()); index >= 0)
            QToolTip::showText(help->globalPos(),
                               tr("%1: %2 meals").arg(dayText(m_first.addDays(index), m_today)).arg(m_counts[index]));
        return true;
    }
    return QWidget::event(event);
}

} // namespace songhe::ui
