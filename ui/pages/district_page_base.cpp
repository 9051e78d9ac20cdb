// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_page_base.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/task_bar.h"

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace songhe::ui {

DistrictPageBase::DistrictPageBase(const Surroundings& around, const DistrictOffice& office, const QString& title,
                                   int least, QWidget* parent)
    : Page(around, title, parent)
    , m_surroundings(around)
    , m_office(office)
    , m_message(makeBanner(this))
    , m_work(new TaskCard(around.theme, this))
{
    if (theme().folded())
        setMinimumHeight(theme().px(least));
    body()->addWidget(m_message);
    body()->addWidget(m_work);
    setWhere(m_office.info().name);
}

void DistrictPageBase::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

void DistrictPageBase::say(const Error& error)
{
    say(error.message, error.kind == Error::Kind::Cancelled ? Tone::Plain : Tone::Bad);
}

void DistrictPageBase::follow(const QString& words, TaskBase* task)
{
    m_work->follow(words, task);
}

void DistrictPageBase::followLater(const QString& words)
{
    constexpr std::chrono::milliseconds moment {700};
    QTimer::singleShot(moment, m_reading, [this, words, task = m_reading] {
        if (task == m_reading && task->running())
            follow(words, task);
    });
}

DistrictPageBase::ListAndSide DistrictPageBase::makeListAndSide()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    auto* list = new Card(theme(), this);
    row->addWidget(list, 19);
    auto* side = new Card(theme(), this);
    QLabel* chosen = makeWrapped({}, TextRole::StrongName, side);
    chosen->setObjectName(u"chosen"_s);
    side->body()->addWidget(chosen);
    row->addWidget(side, 13);
    body()->addLayout(row, 1);
    return {list, side, chosen};
}

} // namespace songhe::ui
