// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

#include <vector>

namespace songhe::ui {

/// The steps of a wizard: done and current ones in green over a line.
class StepBar : public QWidget {
    Q_OBJECT

public:
    StepBar(const Theme& theme, QStringList steps, QWidget* parent = nullptr);
    /// 0 is the first.
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QStringList m_steps;
    int m_current = 0;
};

/// How far: a green line on a pale one. Says its percent to a screen reader.
class ThinBar : public QWidget {
    Q_OBJECT

public:
    explicit ThinBar(const Theme& theme, QWidget* parent = nullptr);
    void setPercent(int percent);
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_percent = 0;
};

/// One bar a day; the last one is today. A click on one names its day.
class DayBars : public QWidget {
    Q_OBJECT

public:
    explicit DayBars(const Theme& theme, QWidget* parent = nullptr);
    void setDays(QDate first, std::vector<int> counts, QDate today);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChosen(QDate day);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] int indexAt(int x) const;

    const Theme& m_theme;
    QDate m_first, m_today;
    std::vector<int> m_counts;
};

} // namespace songhe::ui
