// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/option_row.h"

#include "ui/widgets/buttons.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int optionWords = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

OptionRow::OptionRow(const Theme& theme, const ScaleOption& option, bool chosen, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_key(option.press)
    , m_score(tr("%1 points").arg(option.score))
    , m_chosen(chosen)
{
    setText(option.words.text());
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(chosen ? tr("Key %1: %2, chosen").arg(m_key, text()) : tr("Key %1: %2").arg(m_key, text()));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect OptionRow::wordsBox(int width) const
{
    const int left = m_theme.px(12) + keyHintSize(m_theme, u"0"_s).width() + m_theme.px(12);
    const int right = QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(u"✓ "_s + m_score) + m_theme.px(20);
    return {left, m_theme.px(9), std::max(width - left - right, m_theme.px(60)), 10000};
}

int OptionRow::heightForWidth(int width) const
{
    const QRect words = QFontMetrics(m_theme.font(Type::Body)).boundingRect(wordsBox(width), optionWords, text());
    return std::max(words.height(), keyHintSize(m_theme, u"0"_s).height()) + m_theme.px(18);
}

QSize OptionRow::sizeHint() const
{
    const int least = m_theme.px(180);
    return {least, heightForWidth(std::max(width(), least))};
}

void OptionRow::resizeEvent(QResizeEvent*)
{
    updateGeometry();
}

void OptionRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    painter.setPen(QPen(m_chosen ? t.pine : t.line, 1));
    painter.setBrush(m_chosen ? t.palePine : underMouse() && isEnabled() ? t.head : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
    const QRect words = wordsBox(width());
    paintKeyHint(painter, m_theme, QRect(m_theme.px(12), 0, keyHintSize(m_theme, m_key).width(), height()), m_key,
                 m_chosen ? t.onPine : t.ink, m_chosen ? t.pine : t.surface, m_chosen ? t.pine : t.mutedInk);
    painter.setFont(m_theme.font(Type::Body, m_chosen));
    painter.setPen(t.ink);
    const int tall = painter.fontMetrics().boundingRect(words, optionWords, text()).height();
    painter.drawText(QRect(words.left(), (height() - tall) / 2, words.width(), tall), optionWords, text());
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_chosen ? t.pine : t.mutedInk);
    painter.drawText(rect().adjusted(0, 0, -m_theme.px(12), 0), Qt::AlignRight | Qt::AlignVCenter,
                     m_chosen ? u"✓ "_s + m_score : m_score);
}

} // namespace songhe::ui
