// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/task_bar.h"

#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

TaskBar::TaskBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_what(makeLabel({}, TextRole::StrongName, this))
    , m_percent(makeLabel({}, TextRole::Muted, this))
    , m_bar(new ThinBar(theme, this))
    , m_stop(new ActionButton(theme, tr("Stop"), {}, ActionButton::Kind::Plain, this))
{
    m_stop->setObjectName(QStringLiteral("stop"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(12));
    column->addWidget(m_what);
    column->addWidget(m_bar);
    column->addWidget(m_percent);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(m_stop);
    row->addWidget(makeLabel(tr("Stopping leaves nothing half-done."), TextRole::Muted, this));
    row->addStretch();
    column->addLayout(row);
    hide();
}

QString TaskBar::timeLeft(qint64 elapsed, int percent)
{
    // The first moments foretell nothing, and a few seconds nobody has to know.
    constexpr qint64 shortest = 3000;
    if (percent < 2 || percent >= 100 || elapsed < shortest)
        return {};
    const qint64 seconds = elapsed * (100 - percent) / percent / 1000;
    return seconds < 60 ? tr(", less than a minute left")
                        : tr(", about %n minute(s) left", nullptr, int(seconds / 60 + 1));
}

void TaskBar::follow(const QString& what, TaskBase* task)
{
    m_what->setText(what);
    m_bar->setPercent(0);
    m_percent->clear();
    m_stop->setEnabled(true);
    show();
    QElapsedTimer since;
    since.start();
    connect(task, &TaskBase::progressed, this, [this, since](int percent) {
        m_bar->setPercent(percent);
        m_percent->setText(tr("%1 % done").arg(percent) + timeLeft(since.elapsed(), percent));
    });
    connect(m_stop, &QPushButton::clicked, task, [this, task] {
        m_stop->setEnabled(false);
        task->stop();
    });
    connect(task, &TaskBase::finished, this, &QWidget::hide);
}

TaskCard::TaskCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_bar(new TaskBar(theme, this))
{
    body()->addWidget(m_bar);
    hide();
}

void TaskCard::follow(const QString& what, TaskBase* task)
{
    m_bar->follow(what, task);
    show();
    connect(task, &TaskBase::finished, this, &QWidget::hide);
}

} // namespace songhe::ui
