// SPDX-License-Identifier: GPL-3.0-or-later
// The page's frame: tabs and actions, and the names that stand for ids.
#include "ui/pages/services_page.h"

#include "ui/pages/service_grid.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

ServicesPage::ServicesPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Services"), parent)
    , m_desks(desks)
    , m_references(references())
    , m_tabRow(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_day(around.clock.today())
{
    if (const auto catalogue = Catalogue::builtIn())
        m_catalogue = *catalogue;
    makeActions();
    m_tabRow->setSpacing(theme().px(4));
    body()->addLayout(m_tabRow);
    body()->addWidget(m_stack, 1);
    addTab(tr("Day"), "day");
    addTab(tr("Week"), "week");
    m_stack->addWidget(makeSchedule());
    makeSections();
    makeStaff();
    m_tabRow->addStretch();
    const auto stepping = [this](int key, int by) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    stepping(Qt::Key_PageDown, 1);
    stepping(Qt::Key_PageUp, -1);
    showTab(DayView);
}

ActionButton* ServicesPage::action(const QString& text, const QKeySequence& keys, bool main, const char* name,
                                   void (ServicesPage::*act)())
{
    auto* button
        = new ActionButton(theme(), text, keys, main ? ActionButton::Kind::Main : ActionButton::Kind::Plain, this);
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ServicesPage::makeActions()
{
    const auto top = [this](ActionButton* button) {
        addAction(button);
        return button;
    };
    const auto ctrl = [](int key) { return QKeySequence(Qt::CTRL | Qt::Key(key)); };
    m_undo = top(action(tr("Take the last one back"), ctrl(Qt::Key_Z), false, "undo", &ServicesPage::undoLast));
    m_group = top(action(tr("Group…"), ctrl(Qt::Key_G), false, "group", &ServicesPage::recordGroup));
    m_record = top(action(tr("Record what was done"), ctrl(Qt::Key_R), false, "record", &ServicesPage::recordDone));
    m_void = top(action(tr("Make void…"), {}, false, "void", &ServicesPage::dropChosen));
    m_edit = new ActionButton(theme(), tr("Edit"), ctrl(Qt::Key_E), ActionButton::Kind::Plain, this);
    m_edit->setObjectName(u"edit"_s);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (inSchedule())
            editOrder();
        else
            section()->editChosen();
    });
    top(m_edit);
    m_propose
        = top(action(tr("From the assessment"), ctrl(Qt::Key_R), false, "propose", &ServicesPage::planFromAssessment));
    m_order = top(action(tr("New order"), ctrl(Qt::Key_N), true, "order", &ServicesPage::order));
    m_new = top(action(tr("New"), ctrl(Qt::Key_N), true, "new", &ServicesPage::newRecord));
    m_saveButton = top(action(tr("Save"), ctrl(Qt::Key_Return), true, "save", &ServicesPage::saveForm));
    m_back = new ActionButton(theme(), tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    m_back->setObjectName(u"back"_s);
    connect(m_back, &QPushButton::clicked, this, [this] { goBack(); });
    top(m_back);
}

void ServicesPage::addTab(const QString& title, const char* name)
{
    auto* tab = new ActionButton(theme(), title, {}, ActionButton::Kind::Tab, this);
    tab->setObjectName(u"tab_"_s + QLatin1String(name));
    tab->setAutoExclusive(true);
    const int index = int(m_tabs.size());
    connect(tab, &QPushButton::clicked, this, [this, index] { showTab(index); });
    m_tabRow->addWidget(tab);
    m_tabs.push_back(tab);
}

References ServicesPage::references() const
{
    return {[this](const QString& family) { return allOf(family); },
            [this](const QString&, const QString& text) {
                std::vector<Found> found;
                for (const ElderHit& hit : m_desks.index.find(text))
                    found.push_back({hit.name, hit.address, {}, hit.id.value});
                return found;
            },
            [this](const QString& family, qint64 id) { return nameOf(family, id); }};
}

std::optional<std::vector<Found>> ServicesPage::allOf(const QString& family) const
{
    if (family == u"elder")
        return std::nullopt;
    if (const auto known = m_few.constFind(family); known != m_few.constEnd())
        return *known;
    std::vector<Found> all;
    if (family == u"catalogue_item" && m_catalogue) {
        for (const CatalogueItem& item : m_catalogue->items)
            if (!inSchedule() || item.isOfferedOn(m_day))
                all.push_back({item.title.text(), item.key, {}, 0});
    } else if (family == u"certificate" && m_catalogue) {
        for (const auto& [key, words] : m_catalogue->certificates)
            all.push_back({words.text(), key, {}, 0});
    } else if (family == u"staff") {
        if (const auto staff = m_desks.staff.list())
            for (const Staff& each : *staff)
                if (each.worksOn(m_day))
                    all.push_back({each.name, {}, {}, each.id.value});
    } else if (const auto sites = m_desks.sites.list(); family == u"site" && sites) {
        for (const Site& each : *sites)
            all.push_back({u"%1  %2"_s.arg(each.code, each.name), {}, {}, each.id.value});
    }
    m_few.insert(family, all);
    return all;
}

QString ServicesPage::nameOf(const QString& family, qint64 id) const
{
    if (id == 0)
        return {};
    if (family == u"elder") {
        const auto hit = m_desks.index.byId({id});
        return hit ? hit->name : QString::number(id);
    }
    const auto all = allOf(family);
    const auto found = std::find_if(all->begin(), all->end(), [&](const Found& each) { return each.record == id; });
    return found == all->end() ? QString::number(id) : found->title;
}

QString ServicesPage::itemText(const QString& key) const
{
    return m_catalogue ? m_catalogue->itemText(key) : key;
}

RecordSectionBase* ServicesPage::section() const
{
    return inSchedule() ? nullptr : m_sections[std::size_t(m_tab - WeekView - 1)];
}

void ServicesPage::showTab(int tab)
{
    if (m_tab != tab && !mayDiscard(unsaved())) {
        m_tabs[std::size_t(m_tab)]->setChecked(true);
        return;
    }
    if (m_form)
        closeForm();
    if (section() && section()->inForm())
        section()->showList();
    m_few.clear();
    m_tab = tab;
    m_tabs[std::size_t(tab)]->setChecked(true);
    if (inSchedule()) {
        m_stack->setCurrentWidget(m_schedule);
        showSchedule();
        m_grid->setFocus();
    } else {
        m_stack->setCurrentWidget(section());
        section()->reload();
        section()->showList();
    }
    showActions();
}

void ServicesPage::step(int by)
{
    const int count = int(m_tabs.size());
    showTab((m_tab + by + count) % count);
}

void ServicesPage::showActions()
{
    const bool schedule = inSchedule();
    const bool form = schedule ? m_form != nullptr : section()->inForm() || m_form != nullptr;
    const bool list = !form;
    const bool sectionRow = list && !schedule && section()->hasChosen();
    for (ActionButton* button : {m_saveButton, m_back})
        button->setVisible(form);
    for (ActionButton* button : {m_group, m_record})
        button->setVisible(list && schedule);
    m_order->setVisible(list && schedule);
    m_new->setVisible(list && !schedule);
    m_undo->setVisible(list && schedule && !m_steps.empty());
    m_void->setVisible(sectionRow);
    m_propose->setVisible(list && !schedule && section()->objectName() == u"section_plans");
    if (form && m_form)
        setWhere(tr("%1; fields with * are needed").arg(m_formTitle));
    else if (form)
        setWhere(u"%1 · %2"_s.arg(section()->title(),
                                  section()->adding() ? tr("new; fields with * are needed")
                                                      : tr("change; fields with * are needed")));
    else if (schedule)
        setWhere(longDayText(m_day));
    else
        setWhere(tr("%n record(s)", nullptr, section()->records()));
    const DayLine* line = schedule && list ? chosen() : nullptr;
    m_done->setEnabled(line && line->booking);
    m_edit->setVisible(sectionRow || (line && line->booking));
    m_signIn->setVisible(line && line->service && line->service->group);
    m_drop->setEnabled(line);
    for (ActionButton* button : {m_slip, m_sign})
        button->setEnabled(line && line->service);
}

void ServicesPage::refresh()
{
    m_few.clear();
    if (m_form)
        return;
    if (inSchedule())
        showSchedule();
    else if (!section()->inForm())
        section()->reload();
    showActions();
}

int ServicesPage::unsaved() const
{
    if (m_form)
        return m_form->changedFields();
    return inSchedule() ? 0 : section()->unsaved();
}

bool ServicesPage::goBack()
{
    const bool form = m_form || (!inSchedule() && section()->inForm());
    if (!form)
        return false;
    if (!mayDiscard(unsaved()))
        return true;
    if (m_form)
        closeForm();
    else
        section()->showList();
    return true;
}

} // namespace songhe::ui
