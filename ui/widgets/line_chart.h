// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

#include <vector>

namespace songhe::ui {

/// A few values over the years: dots at their days, joined by a line. What each row of the chart means stands at its
/// left; the words of a dot are shown under the mouse and told to a screen reader.
class LineChart : public QWidget {
    Q_OBJECT

public:
    struct Point {
        QDate on;
        double value = 0;
        QString words;
    };

    explicit LineChart(const Theme& theme, QWidget* parent = nullptr);
    /// `rows`: what stands at a value, lowest first. Points are in the order of their days.
    void setLine(const QString& title, std::vector<Point> points, double least, double most,
                 std::vector<std::pair<double, QString>> rows = {});
    [[nodiscard]] const std::vector<Point>& points() const { return m_points; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QPointF place(const Point& point) const;

    const Theme& m_theme;
    std::vector<Point> m_points;
    std::vector<std::pair<double, QString>> m_rows;
    double m_least = 0, m_most = 1;
};

} // namespace songhe::ui
