// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/record_section.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

RecordSectionBase::RecordSectionBase(const Surroundings& around, const QString& title, QWidget* parent)
    : QStackedWidget(parent)
    , m_around(around)
    , m_table(nullptr)
    , m_title(title)
{
    auto* list = new Card(around.theme, this);
    list->setFlush();
    m_table = new TableView(around.theme, title, list);
    list->body()->addWidget(m_table, 1);
    addWidget(list);
}

void RecordSectionBase::layOut(FormBase* form)
{
    if (count() > 1) {
        QWidget* old = widget(1);
        removeWidget(old);
        old->deleteLater();
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto* card = new Card(m_around.theme, scroll);
    m_message = makeWrapped({}, TextRole::Body, card);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->hide();
    card->body()->addWidget(m_message);
    card->body()->addWidget(form);
    card->body()->addStretch();
    scroll->setWidget(card);
    addWidget(scroll);
    m_shownForm = form;
}

void RecordSectionBase::showForm(bool adding)
{
    m_adding = adding;
    setCurrentIndex(1);
    m_shownForm->focusFirst();
    Q_EMIT viewChanged();
}

void RecordSectionBase::showList()
{
    setCurrentIndex(0);
    m_table->setFocus();
    Q_EMIT viewChanged();
}

void RecordSectionBase::sayWhereEmpty(const QString& what)
{
    m_table->setEmptyText(what, tr("Ctrl+N makes the first one."));
}

std::optional<QString> RecordSectionBase::askReason()
{
    return m_around.asker.text(tr("Make void"), tr("Why is this record of '%1' void?").arg(m_title), {}, true);
}

void RecordSectionBase::tell(const QString& message, Tone tone)
{
    setBanner(m_message, message, tone);
}

} // namespace songhe::ui
