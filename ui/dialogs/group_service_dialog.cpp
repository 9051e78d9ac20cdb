// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/group_service_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

GroupServiceDialog::GroupServiceDialog(const Surroundings& around, Desks desks, const Service& start, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_desks(std::move(desks))
    , m_form(new RecordForm<Service>(around.theme, around.clock.today(),
                                     {"item", "at", "minutes", "staff_id", "site_id", "place"}, this,
                                     &m_desks.references))
    , m_search(new QLineEdit(this))
    , m_found(makeLabel({}, TextRole::Muted, this))
    , m_people(new QListWidget(this))
    , m_counts(makeLabel({}, TextRole::Body, this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"groupService"_s);
    setWindowTitle(tr("One service for many"));
    layOut(around.theme, start);
    connect(m_search, &QLineEdit::textChanged, this, &GroupServiceDialog::look);
    connect(m_search, &QLineEdit::returnPressed, this, &GroupServiceDialog::addFirst);
    connect(m_people, &QListWidget::itemChanged, this, &GroupServiceDialog::count);
    count();
}

void GroupServiceDialog::layOut(const Theme& theme, const Service& start)
{
    resize(theme.px(820), theme.px(640));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    column->setSpacing(theme.px(12));
    m_form->setRecord(start);
    column->addWidget(m_form);
    m_search->setObjectName(u"person"_s);
    m_search->setAccessibleName(tr("Add a person"));
    m_search->setPlaceholderText(tr("Name, pinyin initials, tail of ID number; Enter adds the first one"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    auto* last = new ActionButton(theme, tr("Those of last time"), QKeySequence(Qt::CTRL | Qt::Key_T),
                                  ActionButton::Kind::Plain, this);
    last->setObjectName(u"lastTime"_s);
    row->addWidget(last);
    column->addLayout(row);
    column->addWidget(m_found);
    m_people->setObjectName(u"people"_s);
    m_people->setAccessibleName(tr("Those who take part"));
    column->addWidget(m_people, 1);
    column->addWidget(m_message);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    auto* back = new ActionButton(theme, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* sheet = new ActionButton(theme, tr("Sign-in sheet"), QKeySequence(Qt::CTRL | Qt::Key_P),
                                   ActionButton::Kind::Plain, this);
    sheet->setObjectName(u"signIn"_s);
    auto* save = new ActionButton(theme, tr("Record for all"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                  ActionButton::Kind::Main, this);
    save->setObjectName(u"record"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_counts, 1);
    buttons->addWidget(back);
    buttons->addWidget(sheet);
    buttons->addWidget(save);
    column->addLayout(buttons);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false); // Enter in the field is no press of a button
    connect(last, &QPushButton::clicked, this, &GroupServiceDialog::takeLast);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(sheet, &QPushButton::clicked, this, &GroupServiceDialog::print);
    connect(save, &QPushButton::clicked, this, &GroupServiceDialog::record);
    m_form->focusFirst();
}

void GroupServiceDialog::look()
{
    const auto hits
        = m_search->text().trimmed().isEmpty() ? std::vector<ElderHit>() : m_desks.index.find(m_search->text(), 3);
    QStringList names;
    for (const ElderHit& hit : hits)
        names << QString(hit.name + u' ' + hit.address).trimmed();
    m_found->setText(names.join(u"　"_s));
}

void GroupServiceDialog::addFirst()
{
    const auto hits = m_desks.index.find(m_search->text(), 1);
    if (hits.empty() || m_search->text().trimmed().isEmpty())
        return;
    addElder(hits.front());
    m_search->clear();
}

void GroupServiceDialog::addElder(const ElderHit& hit)
{
    for (int i = 0; i < m_people->count(); ++i)
        if (m_people->item(i)->data(Qt::UserRole).toLongLong() == hit.id.value) {
            m_people->item(i)->setCheckState(Qt::Checked);
            return;
        }
    auto* item = new QListWidgetItem(QString(hit.name + u"  "_s + hit.address).trimmed());
    item->setData(Qt::UserRole, hit.id.value);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Checked);
    m_people->addItem(item);
    count();
}

void GroupServiceDialog::takeLast()
{
    const auto typed = m_form->record();
    const auto elders = typed ? m_desks.lastGroup(typed->item) : std::vector<Id<Elder>>();
    for (const Id<Elder> elder : elders)
        if (const auto hit = m_desks.index.byId(elder); hit && !hit->died)
            addElder(*hit);
    if (elders.empty())
        setBanner(m_message, tr("No group was recorded with this service in the last 30 days."), Tone::Soon);
}

std::vector<Id<Elder>> GroupServiceDialog::chosen() const
{
    std::vector<Id<Elder>> elders;
    for (int i = 0; i < m_people->count(); ++i)
        if (m_people->item(i)->checkState() == Qt::Checked)
            elders.push_back({m_people->item(i)->data(Qt::UserRole).toLongLong()});
    return elders;
}

void GroupServiceDialog::count()
{
    m_counts->setText(tr("%n person(s)", nullptr, int(chosen().size())));
}

/// Before the class: who is expected signs on it.
void GroupServiceDialog::print()
{
    const auto typed = m_form->record();
    if (!typed)
        setBanner(m_message, typed.error().message, Tone::Soon);
    else if (chosen().empty())
        setBanner(m_message, tr("Add those who take part first."), Tone::Soon);
    else
        m_desks.print(this, *typed, chosen());
}

void GroupServiceDialog::record()
{
    const auto typed = m_form->record();
    if (!typed) {
        setBanner(m_message, typed.error().message, Tone::Soon);
        return;
    }
    if (const auto done = m_desks.record(*typed, chosen()); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    accept();
}

} // namespace songhe::ui
