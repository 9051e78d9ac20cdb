// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/widgets/labels.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::PortableText);
    text.replace(u"Return"_s, u"↵"_s).replace(u"Enter"_s, u"↵"_s);
    return text.replace(u'+', u' ');
}

QSize keyHintSize(const Theme& theme, const QString& keys)
{
    const QFontMetrics metrics(theme.font(Type::Small));
    const int width = metrics.horizontalAdvance(keys) + theme.px(12);
    const int height = metrics.height() + theme.px(2);
    return {std::max(width, height), height};
}

void paintKeyHint(QPainter& painter, const Theme& theme, const QRect& box, const QString& keys, const QColor& ink,
                  const QColor& paper, const QColor& line)
{
    QRect cap(QPoint(), keyHintSize(theme, keys));
    cap.moveCenter(box.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4));
    painter.setFont(theme.font(Type::Small));
    painter.setPen(ink);
    painter.drawText(cap, Qt::AlignCenter, keys);
}

ActionButton::ActionButton(const Theme& theme, const QString& text, const QKeySequence& keys, Kind kind,
                           QWidget* parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_sequence(keys)
    // Where the navigation folds there is no room for key caps; the tooltip has the key.
    , m_keys(theme.folded() ? QString() : keyText(keys))
{
    setProperty("main", kind == Kind::Main);
    setProperty("tab", kind == Kind::Tab);
    setCheckable(kind == Kind::Tab);
    setAutoDefault(false);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    if (!keys.isEmpty()) {
        m_shortcut = grabShortcut(keys);
        setShortcutAutoRepeat(m_shortcut, false);
        setAccessibleDescription(keyText(keys));
        if (m_keys.isEmpty())
            setToolTip(keyText(keys));
    }
}

void ActionButton::setMain(bool main)
{
    setStyled(this, "main", main);
}

bool ActionButton::event(QEvent* event)
{
    if (event->type() != QEvent::Shortcut)
        return QPushButton::event(event);
    const auto* pressed = static_cast<QShortcutEvent*>(event);
    if (m_shortcut == 0 || pressed->shortcutId() != m_shortcut)
        return QPushButton::event(event);
    if (!pressed->isAmbiguous())
        animateClick();
    return true;
}

QSize ActionButton::sizeHint() const
{
    const QSize text = fontMetrics().size(Qt::TextShowMnemonic, this->text());
    int width = text.width() + m_theme.px(30);
    if (!m_keys.isEmpty())
        width += keyHintSize(m_theme, m_keys).width() + m_theme.px(8);
    return {width, std::max(text.height(), keyHintSize(m_theme, u"M"_s).height()) + m_theme.px(12)};
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);

    const Tokens& t = m_theme.tokens();
    const bool main = property("main").toBool() && isEnabled();
    const QColor ink = main ? t.onPine : isEnabled() ? t.ink : t.mutedInk;
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const QSize cap = m_keys.isEmpty() ? QSize() : keyHintSize(m_theme, m_keys);
    const int gap = m_keys.isEmpty() ? 0 : m_theme.px(8);
    const int left = (width() - textWidth - gap - cap.width()) / 2;
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QRect(left, 0, textWidth + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!m_keys.isEmpty())
        paintKeyHint(painter, m_theme, QRect(left + textWidth + gap, 0, cap.width(), height()), m_keys,
                     main ? t.onPine : t.mutedInk, main ? t.pine : t.surface, main ? t.palePine : t.line);
}

NavButton::NavButton(const Theme& theme, const QString& title, const QString& shortTitle, const QString& keys,
                     QWidget* parent)
    : QPushButton(title, parent)
    , m_theme(theme)
    , m_shown(theme.folded() ? shortTitle : title)
    , m_keys(theme.folded() ? QString() : keys)
{
    setProperty("nav", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setCheckable(true);
    setAutoExclusive(true);
    setAutoDefault(false);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(title);
    setAccessibleDescription(keys);
    setToolTip(keys.isEmpty() ? title : u"%1  %2"_s.arg(title, keys));
    setCursor(Qt::PointingHandCursor);
}

QSize NavButton::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(m_shown) + m_theme.px(20);
    if (!m_keys.isEmpty())
        width += QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(m_keys) + m_theme.px(16);
    return {width, fontMetrics().height() + m_theme.px(16)};
}

QSize NavButton::minimumSizeHint() const
{
    const QSize wanted = sizeHint();
    return {wanted.width(), fontMetrics().height() + m_theme.px(2)};
}

void NavButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    const Tokens& t = m_theme.tokens();
    const QRect inner = rect().adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
    painter.setFont(font());
    painter.setPen(isChecked() ? t.onPine : t.ink);
    painter.drawText(inner, (m_theme.folded() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, m_shown);
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(isChecked() ? t.palePine : t.mutedInk);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_keys);
}

QSize pillSize(const Theme& theme, const QString& text)
{
    const QFontMetrics metrics(theme.font(Type::Small));
    return {metrics.horizontalAdvance(text) + theme.px(16), metrics.height() + theme.px(3)};
}

void paintPill(QPainter& painter, const Theme& theme, const QRect& box, const QString& text, Tone tone)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tonePaper(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.toneInk(tone));
    const QFontMetrics metrics(painter.font());
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, box.width() - theme.px(8)));
}

Pill::Pill(const Theme& theme, const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(text)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Pill::set(const QString& text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(m_theme, m_text);
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPill(painter, m_theme, rect(), m_text, m_tone);
}

} // namespace songhe::ui
