// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace songhe::ui {

Tokens Tokens::light()
{
    return {.paper = QColor(0xFAF7F2),
            .side = QColor(0xF1ECE3),
            .surface = QColor(0xFFFFFF),
            .head = QColor(0xFBF9F5),
            .line = QColor(0xE3DCCF),
            .softLine = QColor(0xEFEAE0),
            .ink = QColor(0x1F2A26),
            .mutedInk = QColor(0x6F6A5E),
            .pine = QColor(0x1F6B4F),
            .palePine = QColor(0xE6F1EB),
            .onPine = QColor(0xFFFFFF),
            .red = QColor(0x9A2A1B),
            .paleRed = QColor(0xF8DED9),
            .amber = QColor(0x7A4F08),
            .paleAmber = QColor(0xFBEBCB),
            .pale = QColor(0xEDE8DD),
            .onPale = QColor(0x59544A)};
}

Tokens Tokens::highContrast()
{
    return {.paper = QColor(0xFFFFFF),
            .side = QColor(0xFFFFFF),
            .surface = QColor(0xFFFFFF),
            .head = QColor(0xF0F0F0),
            .line = QColor(0, 0, 0),
            .softLine = QColor(0x595959),
            .ink = QColor(0, 0, 0),
            .mutedInk = QColor(0x262626),
            .pine = QColor(0x00402A),
            .palePine = QColor(0xD2F2E1),
            .onPine = QColor(0xFFFFFF),
            .red = QColor(0x7A0000),
            .paleRed = QColor(0xFFE3DF),
            .amber = QColor(0x4D3000),
            .paleAmber = QColor(0xFFEFC2),
            .pale = QColor(0xE6E6E6),
            .onPale = QColor(0x1A1A1A)};
}

Theme::Theme(Tokens tokens, int textPercent)
    : m_tokens(std::move(tokens))
    , m_percent(std::clamp(textPercent, 100, 175))
{ }

QFont Theme::font(Type type, bool strong) const
{
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Microsoft YaHei"_s, u"Noto Sans"_s});
    font.setPixelSize(px(int(type)));
    font.setWeight(strong ? QFont::Bold : QFont::Normal);
    return font;
}

QPalette Theme::palette() const
{
    const Tokens& t = m_tokens;
    QPalette palette;
    palette.setColor(QPalette::Window, t.paper);
    palette.setColor(QPalette::WindowText, t.ink);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.head);
    palette.setColor(QPalette::Text, t.ink);
    palette.setColor(QPalette::PlaceholderText, t.mutedInk);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.ink);
    palette.setColor(QPalette::Highlight, t.palePine);
    palette.setColor(QPalette::HighlightedText, t.ink);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.ink);
    palette.setColor(QPalette::Link, t.pine);
    palette.setColor(QPalette::Mid, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.mutedInk);
    return palette;
}

/// The sheet is a text with `@token` colours and `#12` sizes; both are filled in here.
QString Theme::styleSheet() const
{
    QFile file(u":/theme/songhe.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const Tokens& t = m_tokens;
    const std::pair<const char*, QColor> colours[] = {
        {"paper", t.paper},       {"side", t.side},         {"surface", t.surface},
        {"head", t.head},         {"line", t.line},         {"softLine", t.softLine},
        {"ink", t.ink},           {"mutedInk", t.mutedInk}, {"pine", t.pine},
        {"palePine", t.palePine}, {"onPine", t.onPine},     {"red", t.red},
        {"paleRed", t.paleRed},   {"amber", t.amber},       {"paleAmber", t.paleAmber},
        {"pale", t.pale},         {"onPale", t.onPale},
    };
    for (const auto& [name, colour] : colours)
        sheet.replace(QRegularExpression(u"@%1\\b"_s.arg(QLatin1String(name))), colour.name());
    static const QRegularExpression size(u"\\$(\\d+)"_s);
    for (auto match = size.match(sheet); match.hasMatch(); match = size.match(sheet, match.capturedStart()))
        sheet.replace(match.capturedStart(), match.capturedLength(), u"%1px"_s.arg(px(match.captured(1).toInt())));
    return sheet;
}

QColor Theme::toneInk(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return m_tokens.pine;
    case Tone::Soon:
        return m_tokens.amber;
    case Tone::Bad:
        return m_tokens.red;
    case Tone::Plain:
        break;
    }
    return m_tokens.onPale;
}

QColor Theme::tonePaper(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return m_tokens.palePine;
    case Tone::Soon:
        return m_tokens.paleAmber;
    case Tone::Bad:
        return m_tokens.paleRed;
    case Tone::Plain:
        break;
    }
    return m_tokens.pale;
}

void Theme::apply(QApplication& app) const
{
    if (QStyle* fusion = QStyleFactory::create(u"Fusion"_s))
        QApplication::setStyle(fusion);
    QApplication::setFont(font());
    QApplication::setPalette(palette());
    app.setStyleSheet(styleSheet());
}

double contrast(const QColor& left, const QColor& right)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor& c) {
        return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
    };
    const double a = luminance(left);
    const double b = luminance(right);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace songhe::ui
