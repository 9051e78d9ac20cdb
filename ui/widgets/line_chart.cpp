// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_chart.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

LineChart::LineChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineChart::setLine(const QString& title, std::vector<Point> points, double least, double most,
                        std::vector<std::pair<double, QString>> rows)
{
    m_points = std::move(points);
    m_rows = std::move(rows);
    m_least = least;
    m_most = std::max(most, least + 1);
    QStringList spoken {title};
    for (const Point& point : m_points)
        spoken << point.words;
    setAccessibleName(spoken.join(u"; "_s));
    updateGeometry();
    update();
}

QSize LineChart::sizeHint() const
{
    const int row = QFontMetrics(m_theme.font(Type::Small)).height();
    return {m_theme.px(280), std::max(m_theme.px(90), int(m_rows.size()) * (row + m_theme.px(4)) + 2 * row)};
}

QSize LineChart::minimumSizeHint() const
{
    return {m_theme.px(160), sizeHint().height()};
}

QRect LineChart::plot() const
{
    const QFontMetrics metrics(m_theme.font(Type::Small));
    int left = 0;
    for (const auto& [value, words] : m_rows)
        left = std::max(left, metrics.horizontalAdvance(words) + m_theme.px(10));
    return rect().adjusted(left + m_theme.px(6), m_theme.px(10), -m_theme.px(8), -metrics.height() - m_theme.px(10));
}

QPointF LineChart::place(const Point& point) const
{
    const QRect area = plot();
    const qint64 days = m_points.front().on.daysTo(m_points.back().on);
    // A single one stands in the middle.
    const double along = days > 0 ? double(m_points.front().on.daysTo(point.on)) / double(days) : 0.5;
    return {area.left() + along * area.width(),
            area.bottom() - (point.value - m_least) / (m_most - m_least) * area.height()};
}

void LineChart::paintEvent(QPaintEvent*)
{
    if (m_points.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    const QRect area = plot();
    painter.setFont(m_theme.font(Type::Small));
    for (const auto& [value, words] : m_rows) {
        const double y = area.bottom() - (value - m_least) / (m_most - m_least) * area.height();
        painter.setPen(QPen(t.softLine, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(t.mutedInk);
        painter.drawText(QRectF(0, y - 50, area.left() - m_theme.px(10), 100), Qt::AlignRight | Qt::AlignVCenter,
                         words);
    }
    painter.setPen(QPen(t.pine, m_theme.px(2)));
    for (std::size_t i = 1; i < m_points.size(); ++i)
        painter.drawLine(place(m_points[i - 1]), place(m_points[i]));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.pine);
    for (const Point& point : m_points)
        painter.drawEllipse(place(point), m_theme.px(4), m_theme.px(4));
    painter.setPen(t.mutedInk);
    const QRect below(area.left() - m_theme.px(6), area.bottom() + m_theme.px(8), area.width() + m_theme.px(14),
                      height());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, m_points.front().on.toString(u"yyyy-MM"_s));
    if (m_points.size() > 1)
        painter.drawText(below, Qt::AlignRight | Qt::AlignTop, m_points.back().on.toString(u"yyyy-MM"_s));
}

bool LineChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_points.empty())
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto nearest = std::min_element(m_points.begin(), m_points.end(), [&](const Point& a, const Point& b) {
        return qAbs(place(a).x() - help->pos().x()) < qAbs(place(b).x() - help->pos().x());
    });
    QToolTip::showText(help->globalPos(), nearest->words);
    return true;
}

} // namespace songhe::ui
