// SPDX-License-Identifier: GPL-3.0-or-later
// The page's frame: tabs, actions, and the sections beside the schedule.
#include "ui/pages/services_page.h"

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

template <typename R> void ServicesPage::add(SectionPlan<R> plan)
{
    const Surroundings around {theme(), asker(), clock()};
    addTab(plan.title, plan.name);
    const QString name = u"section_"_s + QLatin1String(plan.name);
    auto* made = new RecordSection<R>(around, std::move(plan), m_references, m_stack);
    made->setObjectName(name);
    connect(made, &RecordSectionBase::viewChanged, this, &ServicesPage::showActions);
    connect(made, &RecordSectionBase::changed, this, [this] {
        m_few.clear();
        m_progress.clear();
        Q_EMIT changed();
    });
    m_stack->addWidget(made);
    m_sections.push_back(made);
}

/// As the field table has it; references and keys of the catalogue are shown by their words.
template <typename R> Column<R> ServicesPage::column(const char* key) const
{
    Column<R> made = schemaColumn<R>(key, today());
    for (const Field<R>& field : schemaOf<R>().fields) {
        if (QLatin1String(field.options.key) != QLatin1String(key))
            continue;
        if (field.kind == FieldKind::Reference)
            made.text = [this, &field](const R& record) {
                const Value id = field.read(record);
                return id.isNull() ? QString() : nameOf(QString::fromLatin1(field.options.refersTo), id.integer());
            };
        else if (field.kind == FieldKind::Text && *field.options.refersTo)
            made.text = [this, &field](const R& record) { return itemText(field.read(record).text()); };
        else if (field.kind == FieldKind::TextList)
            made.text = [this, &field](const R& record) {
                QStringList words;
                for (const QString& each : detail::jsonList(field.read(record).text()).value_or(QStringList()))
                    words << itemText(each);
                return words.isEmpty() ? tr("all") : words.join(u"、"_s);
            };
    }
    return made;
}

template <typename R> std::vector<Column<R>> ServicesPage::columns(std::initializer_list<const char*> keys) const
{
    std::vector<Column<R>> made;
    for (const char* key : keys)
        made.push_back(column<R>(key));
    return made;
}

void ServicesPage::makeSections()
{
    const auto recent = [this] { return DaySpan {today().addYears(-1), std::nullopt}; };
    add<Agreement>(
        {tr("Agreements"),
         "agreements",
         columns<Agreement>({"elder_id", "items", "from_on", "to_on", "consent", "risk_notice", "signed_on"}),
         {"elder_id", "items", "from_on", "to_on", "consent", "risk_notice", "signed_on", "signed_by", "relation",
          "terms"},
         tr("No service agreement is recorded yet"),
         [this, recent] { return m_desks.agreements.listIn(recent()); },
         [this](const Agreement& record) { return m_desks.agreements.add(record); },
         [this](const Agreement& record) { return m_desks.agreements.edit(record); },
         [this](Id<Agreement> id, const QString& reason) { return m_desks.agreements.voidAgreement(id, reason); }});
    auto planColumns = columns<PlanItem>({"elder_id", "item", "times", "per", "from_on", "to_on"});
    planColumns.push_back({tr("This month"), [this](const PlanItem& line) { return progressText(line); }});
    add<PlanItem>({tr("Plans"),
                   "plans",
                   std::move(planColumns),
                   {"elder_id", "item", "times", "per", "from_on", "to_on", "note"},
                   tr("No plan is recorded yet; Ctrl+R proposes one from an assessment"),
                   [this] {
                       m_progress.clear();
                       return m_desks.agreements.plansIn({today().addMonths(-1), std::nullopt});
                   },
                   [this](const PlanItem& record) { return m_desks.agreements.add(record); },
                   [this](const PlanItem& record) { return m_desks.agreements.edit(record); },
                   [this](Id<PlanItem> id, const QString& reason) { return m_desks.agreements.voidPlan(id, reason); }});
    add<CataloguePrice>(
        {tr("Prices"),
         "prices",
         columns<CataloguePrice>({"item", "from_on", "price_fen", "document"}),
         {"item", "from_on", "price_fen", "document"},
         tr("The prices of the catalogue hold; a price of your own holds from its day on"),
         [this] { return m_desks.catalogue.prices(); },
         [this](const CataloguePrice& record) { return m_desks.catalogue.add(record); },
         [](const CataloguePrice&) {
             return Result<CataloguePrice>(
                 fail(Error::Kind::Refused,
                      tr("A price that was in force stays as it is. Make it void and enter the right one.")));
         },
         [this](Id<CataloguePrice> id, const QString& reason) { return m_desks.catalogue.voidPrice(id, reason); }});
}

void ServicesPage::makeStaff()
{
    auto shown = columns<Staff>({"name", "role", "trained_on", "weekly_hours"});
    shown.push_back({tr("Hours this month"),
                     [this](const Staff& staff) {
                         constexpr int minutesOfHour = 60;
                         const auto work = m_desks.services.workIn(QDate(today().year(), today().month(), 1), today());
                         if (work)
                             for (const StaffWork& each : *work)
                                 if (each.staff == staff.id)
                                     return u"%1:%2"_s.arg(each.minutes / minutesOfHour)
                                         .arg(each.minutes % minutesOfHour, 2, 10, QLatin1Char('0'));
                         return u"–"_s;
                     },
                     true});
    shown.push_back({tr("Certificates"), [this](const Staff& staff) {
                         QStringList words;
                         for (const QJsonValue& each : staff.certificates) {
                             const QString kind = each[u"kind"].toString();
                             const QString word = m_catalogue ? m_catalogue->certificateText(kind) : kind;
                             words << QString(word + u' ' + each[u"until"].toString()).trimmed();
                         }
                         return words.join(u"、"_s);
                     }});
    add<Staff>({tr("Staff"),
                "staff",
                std::move(shown),
                {"name", "role", "certificates", "trained_on", "weekly_hours", "site_id", "from_on", "to_on"},
                tr("Nobody of the staff is recorded yet"),
                [this] { return m_desks.staff.list(); },
                [this](const Staff& record) { return m_desks.staff.add(record); },
                [this](const Staff& record) { return m_desks.staff.edit(record); },
                [this](Id<Staff> id, const QString& reason) { return m_desks.staff.voidStaff(id, reason); }});
}

QString ServicesPage::progressText(const PlanItem& line) const
{
    if (!m_progress.contains(line.elder.value)) {
        const QDate first(today().year(), today().month(), 1);
        const auto all = m_desks.agreements.progressOf(line.elder, first, first.addMonths(1).addDays(-1));
        m_progress.insert(line.elder.value, all ? *all : std::vector<PlanProgress>());
    }
    for (const PlanProgress& each : m_progress.value(line.elder.value))
        if (each.item == line.item)
            return tr("%1 of %2 done").arg(each.done).arg(each.planned);
    return {};
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
