// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

Page::Page(const Surroundings& around, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_title(makeLabel(title, TextRole::Title, this))
    , m_where(new ElidedLabel(TextRole::Muted, this))
    , m_actions(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(title);
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16));
    column->setSpacing(t.px(14));
    auto* head = new QHBoxLayout;
    head->setSpacing(t.px(12));
    head->addWidget(m_title);
    head->addWidget(m_where, 1);
    m_actions->setSpacing(t.px(8));
    head->addLayout(m_actions);
    column->addLayout(head);
    m_body->setSpacing(t.px(14));
    column->addLayout(m_body, 1);
}

void Page::setTitle(const QString& title)
{
    m_title->setText(title);
}

void Page::setWhere(const QString& where)
{
    m_where->setText(where);
}

void Page::addAction(QWidget* button)
{
    m_actions->addWidget(button);
}

bool Page::mayDiscard(int count)
{
    if (count == 0)
        return true;
    return asker().confirm({tr("Discard what was typed and not saved (%n field(s))?", nullptr, count),
                            {},
                            tr("Discard"),
                            tr("Go on writing")});
}

} // namespace songhe::ui
