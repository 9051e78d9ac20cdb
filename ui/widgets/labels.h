// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtGui/QPixmap>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>

#include <optional>

class QVBoxLayout;

namespace songhe::ui {

enum class TextRole { Body, Small, Muted, MutedSmall, Strong, Name, StrongName, Title, Figure, Answer, Brand };

/// A label of one of the drawings' kinds. Never rich text: what people typed is shown as typed.
QLabel* makeLabel(const QString& text, TextRole role = TextRole::Body, QWidget* parent = nullptr);
/// One that breaks its lines.
QLabel* makeWrapped(const QString& text, TextRole role = TextRole::Body, QWidget* parent = nullptr);
/// One line that gives way: it ends in … where there is no room, and its tooltip says all.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(TextRole role, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Sets the colour of a label's words; the words themselves must say it too.
void setTone(QLabel* label, Tone tone);
/// A label for a page's notices, hidden until there is one.
QLabel* makeBanner(QWidget* parent);
/// Shows a notice in a coloured band, or hides the label where the text is empty.
void setBanner(QLabel* label, const QString& text, Tone tone);
/// Sets a property the stylesheet looks at, and has it looked at again.
void setStyled(QWidget* widget, const char* property, const QVariant& value);

/// The program's mark: a crane's character on pine.
[[nodiscard]] QPixmap brandMark(const Theme& theme, int size);

/// A thin line between two parts of a card.
QFrame* makeRule(QWidget* parent = nullptr);

/// A white sheet with a border; a coloured strip stands at its left edge where it matters.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);
    /// With a heading.
    Card(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// No padding: for a card that is all table.
    void setFlush();
    void setStrip(std::optional<Tone> tone);

private:
    const Theme& m_theme;
    QVBoxLayout* m_body;
    QFrame* m_strip;
};

/// What belongs here and which key makes the first one; over an empty list.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const Theme& theme, const QString& what, const QString& how, QWidget* parent = nullptr);
    void setText(const QString& what, const QString& how);

private:
    QLabel* m_what;
    QLabel* m_how;
};

} // namespace songhe::ui
