// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPalette>

class QApplication;

namespace songhe::ui {

/// What a pill, a message or a strip says beside its word. Never colour alone: the word always stands there too.
enum class Tone { Plain, Good, Soon, Bad };

/// The colours of the program. Nothing else names one.
struct Tokens {
    QColor paper, side, surface, head; ///< window, navigation, cards and tables, table headings
    QColor line, softLine;             ///< borders, table rows
    QColor ink, mutedInk;              ///< text; contrast 4.5 at least
    QColor pine, palePine, onPine;     ///< the one main action, selection, success
    QColor red, paleRed;               ///< overdue or refused
    QColor amber, paleAmber;           ///< soon or doubtful
    QColor pale, onPale;               ///< a pill without a judgement

    static Tokens light();
    static Tokens highContrast();
};

/// Sizes of type before the user's text scale.
enum class Type { Small = 12, Body = 14, Name = 17, Title = 20, Figure = 28, Answer = 34 };

/// Tokens × text scale: from these come palette, stylesheet, and what the painted widgets ask for. A theme does not
/// change; another text scale is another theme, and the window is built anew.
class Theme {
public:
    explicit Theme(Tokens tokens = Tokens::light(), int textPercent = 100);

    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    [[nodiscard]] int textPercent() const { return m_percent; }
    /// A size of the drawings (at 100 %) in pixels of the screen.
    [[nodiscard]] int px(int size) const { return (size * m_percent + 50) / 100; }
    /// From here on the navigation is folded and pages scroll.
    [[nodiscard]] bool folded() const { return m_percent >= 150; }

    [[nodiscard]] QFont font(Type type = Type::Body, bool strong = false) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] QColor toneInk(Tone tone) const;
    [[nodiscard]] QColor tonePaper(Tone tone) const;

    /// Fusion, font, palette and stylesheet for the whole program.
    void apply(QApplication& app) const;

    static constexpr int textPercents[] = {100, 125, 150, 175};

private:
    Tokens m_tokens;
    int m_percent;
};

/// WCAG 2 contrast of two colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& left, const QColor& right);

} // namespace songhe::ui
