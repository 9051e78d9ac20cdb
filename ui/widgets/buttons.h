// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QPushButton>

namespace songhe::ui {

/// How a key is written beside what it does: `Ctrl K`, `F2`, `Ctrl ↵`.
[[nodiscard]] QString keyText(const QKeySequence& keys);
/// Draws a key cap with its letters, centred in `box`.
void paintKeyHint(QPainter& painter, const Theme& theme, const QRect& box, const QString& keys, const QColor& ink,
                  const QColor& paper, const QColor& line);
[[nodiscard]] QSize keyHintSize(const Theme& theme, const QString& keys);

/// A button that names its act and shows its key. The one main action of a page is green.
/// The key works while the page is shown; a press of it is a click, and holding it down is one press. Another text
/// leaves it its key.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    enum class Kind { Plain, Main, Tab };

    ActionButton(const Theme& theme, const QString& text, const QKeySequence& keys = {}, Kind kind = Kind::Plain,
                 QWidget* parent = nullptr);
    void setMain(bool main);
    [[nodiscard]] QKeySequence keys() const { return m_sequence; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QKeySequence m_sequence;
    int m_shortcut = 0; ///< not QAbstractButton's own: that one clicks again and again while the key is held
    QString m_keys;
};

/// A line of the navigation: title left, key right; folded, the short title alone.
class NavButton : public QPushButton {
    Q_OBJECT

public:
    NavButton(const Theme& theme, const QString& title, const QString& shortTitle, const QString& keys,
              QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// Lower: where large text leaves little height, all pages stay in sight.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_shown;
    QString m_keys;
};

/// A small labelled state: 可补贴, 待核, 逾期.
class Pill : public QWidget {
    Q_OBJECT

public:
    Pill(const Theme& theme, const QString& text, Tone tone, QWidget* parent = nullptr);
    void set(const QString& text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_text;
    Tone m_tone;
};

[[nodiscard]] QSize pillSize(const Theme& theme, const QString& text);
void paintPill(QPainter& painter, const Theme& theme, const QRect& box, const QString& text, Tone tone);

} // namespace songhe::ui
