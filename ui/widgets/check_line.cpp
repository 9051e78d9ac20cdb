// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/check_line.h"

#include "ui/widgets/labels.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// The style's own box is hardly seen on white: a dark frame, and a tick on green where it is ticked.
class TickBox : public QCheckBox {
public:
    TickBox(const Theme& theme, QWidget* parent)
        : QCheckBox(parent)
        , m_theme(theme)
    {
        setFixedSize(theme.px(20), theme.px(20));
    }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& t = m_theme.tokens();
        painter.setPen(QPen(hasFocus() || isChecked() ? t.pine : t.mutedInk, hasFocus() ? m_theme.px(2) : 1));
        painter.setBrush(isChecked() ? t.pine : isEnabled() ? t.surface : t.paper);
        const double edge = m_theme.px(2);
        painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), m_theme.px(3), m_theme.px(3));
        if (!isChecked())
            return;
        painter.setFont(m_theme.font(Type::Small, true));
        painter.setPen(t.onPine);
        painter.drawText(rect(), Qt::AlignCenter, u"✓"_s);
    }

private:
    const Theme& m_theme;
};

} // namespace

CheckLine::CheckLine(const Theme& theme, const QString& words, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_box(new TickBox(theme, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme.px(2), 0, theme.px(2));
    row->setSpacing(theme.px(8));
    m_box->setObjectName(name);
    m_box->setAccessibleName(words);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(makeWrapped(words, TextRole::Body, this), 1);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &CheckLine::toggled);
    connect(m_box, &QCheckBox::clicked, this, &CheckLine::clicked);
}

bool CheckLine::isChecked() const
{
    return m_box->isChecked();
}

void CheckLine::setChecked(bool checked)
{
    m_box->setChecked(checked);
}

void CheckLine::mouseReleaseEvent(QMouseEvent* event)
{
    if (isEnabled() && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        m_box->click();
}

} // namespace songhe::ui
