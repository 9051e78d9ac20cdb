// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "ui/tasks/task.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/task_bar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

ImportDialog::ImportDialog(const Surroundings& around, const QString& title, const QStringList& steps, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_steps(new StepBar(around.theme, steps, this))
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_stack(new QStackedWidget(this))
    , m_work(new Card(around.theme, this))
    , m_taskBar(new TaskBar(around.theme, m_work))
    , m_back(new ActionButton(around.theme, tr("Back"), {}, ActionButton::Kind::Plain, this))
    , m_next(new ActionButton(around.theme, tr("Next"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                              ActionButton::Kind::Main, this))
{
    const Theme& t = around.theme;
    setWindowTitle(title);
    setObjectName(u"import"_s);
    resize(std::min(t.px(1100), 1300), std::min(t.px(640), 720));
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16));
    column->setSpacing(t.px(14));
    column->addWidget(m_steps);
    column->addWidget(m_message);
    m_work->body()->addWidget(m_taskBar);
    m_work->body()->addStretch();
    m_work->hide();
    column->addWidget(m_work, 1);
    column->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(t.px(8));
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (!busy())
            next();
    });
}

QWidget* ImportDialog::makeFileStep(const QString& what, const QString& below)
{
    auto* card = new Card(theme(), this);
    card->body()->addStretch(1);
    for (QLabel* label : {makeWrapped(what, TextRole::Name, card), makeWrapped(below, TextRole::Muted, card)}) {
        label->setAlignment(Qt::AlignHCenter);
        card->body()->addWidget(label);
    }
    card->body()->addStretch(2);
    return card;
}

int ImportDialog::step() const
{
    return m_stack->currentIndex();
}

bool ImportDialog::isLast() const
{
    return step() == m_stack->count() - 1;
}

void ImportDialog::addStep(QWidget* widget)
{
    m_stack->addWidget(widget);
}

void ImportDialog::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    m_back->setText(step == 0 || isLast() ? tr("Close") : tr("Back"));
    m_back->setAccessibleName(m_back->text());
    m_back->setVisible(!isLast());
    prepare(step);
    m_next->setFocus();
}

void ImportDialog::setNext(const QString& act, bool possible)
{
    m_next->setText(act);
    m_next->setAccessibleName(act);
    m_next->setEnabled(possible && !busy());
    m_next->updateGeometry();
}

void ImportDialog::follow(const QString& what, TaskBase* task)
{
    m_task = task;
    if (!task)
        return;
    say({}, Tone::Plain);
    m_taskBar->follow(what, task);
    m_stack->hide(); // first: both together would make the window grow
    m_work->show();
    m_next->setEnabled(false);
    m_back->setEnabled(false);
}

void ImportDialog::ended()
{
    m_task = nullptr;
    m_work->hide();
    m_stack->show();
    m_back->setEnabled(true);
    prepare(step());
}

void ImportDialog::sayError(const Error& error, const QString& stopped)
{
    if (error.kind == Error::Kind::Cancelled)
        say(stopped, Tone::Plain);
    else
        say(error.message, Tone::Bad);
}

void ImportDialog::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

void ImportDialog::reject()
{
    if (m_task) {
        m_task->stop();
        return;
    }
    if (step() > 0 && !isLast()) {
        say({}, Tone::Plain);
        showStep(step() - 1);
        return;
    }
    QDialog::reject();
}

} // namespace songhe::ui
