// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QVariant>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

const char* roleName(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return "";
    case TextRole::Small:
        return "small";
    case TextRole::Muted:
        return "muted";
    case TextRole::MutedSmall:
        return "mutedSmall";
    case TextRole::Strong:
        return "strong";
    case TextRole::Name:
        return "name";
    case TextRole::StrongName:
        return "strongName";
    case TextRole::Title:
        return "title";
    case TextRole::Figure:
        return "figure";
    case TextRole::Answer:
        return "answer";
    case TextRole::Brand:
        return "brand";
    }
    return "";
}

const char* toneName(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return "good";
    case Tone::Soon:
        return "soon";
    case Tone::Bad:
        return "bad";
    case Tone::Plain:
        break;
    }
    return "plain";
}

} // namespace

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QString::fromLatin1(roleName(role)));
    return label;
}

QLabel* makeWrapped(const QString& text, TextRole role, QWidget* parent)
{
    QLabel* label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    return label;
}

ElidedLabel::ElidedLabel(TextRole role, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("role", QString::fromLatin1(roleName(role)));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    setToolTip(shown == text() ? QString() : text());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(Qt::AlignLeft) | int(Qt::AlignVCenter), shown);
}

void setStyled(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    // Frames take their margins anew only when told that the style changed.
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &change);
    widget->updateGeometry();
    widget->update();
}

void setTone(QLabel* label, Tone tone)
{
    setStyled(label, "tone", QString::fromLatin1(toneName(tone)));
}

QLabel* makeBanner(QWidget* parent)
{
    QLabel* banner = makeWrapped({}, TextRole::Body, parent);
    banner->setObjectName(QStringLiteral("message"));
    banner->hide();
    return banner;
}

void setBanner(QLabel* label, const QString& text, Tone tone)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    setStyled(label, "banner", QString::fromLatin1(toneName(tone)));
}

QPixmap brandMark(const Theme& theme, int size)
{
    QPixmap mark(size, size);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().pine);
    painter.drawRoundedRect(mark.rect(), size * 0.22, size * 0.22);
    QFont font = theme.font(Type::Body, true);
    font.setPixelSize(size / 2);
    painter.setFont(font);
    painter.setPen(theme.tokens().onPine);
    painter.drawText(mark.rect(), Qt::AlignCenter, u"鹤"_s);
    return mark;
}

QFrame* makeRule(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

Card::Card(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_body(new QVBoxLayout)
    , m_strip(new QFrame(this))
{
    setProperty("card", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_strip->setFixedWidth(theme.px(6));
    m_strip->hide();
    row->addWidget(m_strip);
    row->addLayout(m_body, 1);
    const int padding = theme.px(16);
    m_body->setContentsMargins(padding, padding, padding, padding);
    m_body->setSpacing(theme.px(8));
}

Card::Card(const Theme& theme, const QString& title, QWidget* parent)
    : Card(theme, parent)
{
    m_body->addWidget(makeLabel(title, TextRole::Strong, this));
}

void Card::setFlush()
{
    // The card's round corners stay its own.
    const int corner = m_theme.px(3);
    m_body->setContentsMargins(0, corner, 0, corner);
    m_body->setSpacing(0);
}

void Card::setStrip(std::optional<Tone> tone)
{
    m_strip->setVisible(tone.has_value());
    if (tone)
        setStyled(m_strip, "strip", QString::fromLatin1(toneName(*tone)));
}

EmptyState::EmptyState(const Theme& theme, const QString& what, const QString& how, QWidget* parent)
    : QWidget(parent)
    , m_what(makeWrapped(what, TextRole::Name, this))
    , m_how(makeWrapped(how, TextRole::Muted, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    column->setSpacing(theme.px(8));
    column->addStretch(1);
    for (QLabel* label : {m_what, m_how}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addStretch(2);
}

void EmptyState::setText(const QString& what, const QString& how)
{
    m_what->setText(what);
    m_how->setText(how);
}

} // namespace songhe::ui
