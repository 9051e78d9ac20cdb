// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facilities_page.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

FacilitiesPage::FacilitiesPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Facilities and projects"), parent)
    , m_desks(desks)
    , m_references(references())
    , m_tabRow(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
{
    makeActions();
    m_tabRow->setSpacing(theme().px(4));
    body()->addLayout(m_tabRow);
    body()->addWidget(m_stack, 1);
    makePlaces();
    makePapers();
    makeBeds();
    m_tabRow->addStretch();
    const auto stepping = [this](int key, int by) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    stepping(Qt::Key_PageDown, 1);
    stepping(Qt::Key_PageUp, -1);
    showSection(0);
}

void FacilitiesPage::makeActions()
{
    const auto action
        = [&](const QString& text, const QKeySequence& keys, ActionButton::Kind kind, const char* name, auto act) {
              auto* button = new ActionButton(theme(), text, keys, kind, this);
              button->setObjectName(QString::fromLatin1(name));
              connect(button, &QPushButton::clicked, this, act);
              addAction(button);
              return button;
          };
    using Kind = ActionButton::Kind;
    m_void = action(tr("Make void…"), {}, Kind::Plain, "void", [this] { section()->voidChosen(); });
    m_edit = action(tr("Edit"), QKeySequence(Qt::CTRL | Qt::Key_E), Kind::Plain, "edit",
                    [this] { section()->editChosen(); });
    m_new
        = action(tr("New"), QKeySequence(Qt::CTRL | Qt::Key_N), Kind::Main, "new", [this] { section()->newRecord(); });
    m_save = action(tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_Return), Kind::Main, "save",
                    [this] { section()->save(); });
    m_back = action(tr("Back"), QKeySequence(Qt::Key_Escape), Kind::Plain, "back", [this] { goBack(); });
}

template <typename R> void FacilitiesPage::add(SectionPlan<R> plan)
{
    const Surroundings around {theme(), asker(), clock()};
    auto* tab = new ActionButton(theme(), plan.title, {}, ActionButton::Kind::Tab, this);
    tab->setObjectName(u"tab_"_s + QLatin1String(plan.name));
    tab->setAutoExclusive(true);
    auto* made = new RecordSection<R>(around, std::move(plan), m_references, m_stack);
    const int index = int(m_sections.size());
    connect(tab, &QPushButton::clicked, this, [this, index] { showSection(index); });
    connect(made, &RecordSectionBase::viewChanged, this, &FacilitiesPage::showActions);
    connect(made, &RecordSectionBase::changed, this, [this] {
        m_few.clear();
        Q_EMIT changed();
    });
    m_tabRow->addWidget(tab);
    m_stack->addWidget(made);
    m_tabs.push_back(tab);
    m_sections.push_back(made);
}

/// As the field table has it; a reference is shown by the name of what it points at.
template <typename R> Column<R> FacilitiesPage::column(const char* key) const
{
    Column<R> made = schemaColumn<R>(key, today());
    for (const Field<R>& field : schemaOf<R>().fields)
        if (QLatin1String(field.options.key) == QLatin1String(key) && field.kind == FieldKind::Reference)
            made.text = [this, &field](const R& record) {
                const Value id = field.read(record);
                return id.isNull() ? QString() : nameOf(QString::fromLatin1(field.options.refersTo), id.integer());
            };
    return made;
}

template <typename R> std::vector<Column<R>> FacilitiesPage::columns(std::initializer_list<const char*> keys) const
{
    std::vector<Column<R>> made;
    for (const char* key : keys)
        made.push_back(column<R>(key));
    return made;
}

void FacilitiesPage::makePlaces()
{
    add<Facility>(
        {tr("Facilities"),
         "facilities",
         columns<Facility>({"code", "name", "kind", "locality", "division", "from_on", "operated_by"}),
         {"code", "name", "kind", "locality", "division", "district", "site_id", "from_on", "to_on", "operator_kind",
          "operated_by"},
         tr("No facility is recorded yet"),
         [this] { return m_desks.facilities.list(); },
         [this](const Facility& record) { return m_desks.facilities.add(record); },
         [this](const Facility& record) { return m_desks.facilities.edit(record); },
         [this](Id<Facility> id, const QString& reason) { return m_desks.facilities.voidFacility(id, reason); }});
    add<Premises>(
        {tr("Premises"),
         "premises",
         columns<Premises>({"facility_id", "location", "area_dm2", "beds", "use", "tenure", "from_on", "to_on"}),
         {"facility_id", "area_dm2", "location", "beds", "use", "tenure", "estate", "consent_on", "from_on", "to_on"},
         tr("No premises are recorded yet"),
         [this] { return m_desks.facilities.premises(); },
         [this](const Premises& record) { return m_desks.facilities.add(record); },
         [this](const Premises& record) { return m_desks.facilities.edit(record); },
         [this](Id<Premises> id, const QString& reason) { return m_desks.facilities.voidPremises(id, reason); }});
    add<Project>(
        {tr("Projects"),
         "projects",
         columns<Project>({"code", "name", "facility_id", "kind", "completed_on", "approved_fen", "bound_until"}),
         {"code", "name", "facility_id", "kind", "started_on", "completed_on", "area_dm2", "households",
          "investment_fen", "approved_fen", "approved_on", "document", "bound_until", "use_changed_on", "papers"},
         tr("No project is recorded yet"),
         [this] { return m_desks.projects.list(); },
         [this](const Project& record) { return m_desks.projects.add(record); },
         [this](const Project& record) { return m_desks.projects.edit(record); },
         [this](Id<Project> id, const QString& reason) { return m_desks.projects.voidProject(id, reason); }});
}

void FacilitiesPage::makePapers()
{
    add<CostItem>({tr("Costs"),
                   "costs",
                   columns<CostItem>({"paid_on", "kind", "amount_fen", "invoice", "project_id", "facility_id"}),
                   {"kind", "amount_fen", "paid_on", "invoice", "project_id", "facility_id", "payee", "note"},
                   tr("No cost is recorded yet"),
                   [this] { return m_desks.projects.costs(); },
                   [this](const CostItem& record) { return m_desks.projects.add(record); },
                   [this](const CostItem& record) { return m_desks.projects.edit(record); },
                   [this](Id<CostItem> id, const QString& reason) { return m_desks.projects.voidCost(id, reason); }});
    add<Acceptance>(
        {tr("Acceptances"),
         "acceptances",
         columns<Acceptance>({"project_id", "decided_on", "passed", "area_dm2", "beds", "accepted_by"}),
         {"project_id", "decided_on", "passed", "area_dm2", "beds", "accepted_by", "document", "note"},
         tr("No acceptance is recorded yet"),
         [this] { return m_desks.projects.acceptances(); },
         [this](const Acceptance& record) { return m_desks.projects.add(record); },
         [this](const Acceptance& record) { return m_desks.projects.edit(record); },
         [this](Id<Acceptance> id, const QString& reason) { return m_desks.projects.voidAcceptance(id, reason); }});
    add<Evaluation>(
        {tr("Evaluations"),
         "evaluations",
         columns<Evaluation>({"year", "facility_id", "site_id", "scheme", "grade", "evaluator", "agency"}),
         {"year", "scheme", "facility_id", "site_id", "grade", "evaluator", "agency", "evaluated_on", "to_on",
          "granted_fen", "note"},
         tr("No evaluation is recorded yet"),
         [this] { return m_desks.evaluations.evaluations(); },
         [this](const Evaluation& record) { return m_desks.evaluations.add(record); },
         [this](const Evaluation& record) { return m_desks.evaluations.edit(record); },
         [this](Id<Evaluation> id, const QString& reason) { return m_desks.evaluations.voidEvaluation(id, reason); }});
    add<Budget>(
        {tr("Budgets"),
         "budgets",
         columns<Budget>({"year", "purpose", "payer", "amount_fen", "facility_id", "project_id", "document"}),
         {"year", "purpose", "payer", "amount_fen", "decided_on", "document", "facility_id", "project_id", "note"},
         tr("No budget is recorded yet"),
         [this] { return m_desks.evaluations.budgets(); },
         [this](const Budget& record) { return m_desks.evaluations.add(record); },
         [this](const Budget& record) { return m_desks.evaluations.edit(record); },
         [this](Id<Budget> id, const QString& reason) { return m_desks.evaluations.voidBudget(id, reason); }});
}

void FacilitiesPage::makeBeds()
{
    // What ended more than a year ago is found in the elder's file and in the package.
    const auto recent = [this] { return DaySpan {today().addYears(-1), std::nullopt}; };
    add<BedStay>({tr("Bed stays"),
                  "bedStays",
                  columns<BedStay>({"elder_id", "facility_id", "bed", "kind", "from_on", "to_on"}),
                  {"elder_id", "facility_id", "bed", "kind", "from_on", "to_on", "note"},
                  tr("No bed stay is recorded for the last year"),
                  [this, recent] { return m_desks.beds.staysIn(recent()); },
                  [this](const BedStay& record) { return m_desks.beds.add(record); },
                  [this](const BedStay& record) { return m_desks.beds.edit(record); },
                  [this](Id<BedStay> id, const QString& reason) { return m_desks.beds.voidStay(id, reason); }});
    add<HomeCareBed>(
        {tr("Beds at home"),
         "homeBeds",
         columns<HomeCareBed>({"elder_id", "facility_id", "bed", "from_on", "to_on", "accepted_on"}),
         {"elder_id", "facility_id", "bed", "accepted_on", "from_on", "to_on", "note"},
         tr("No bed at home is recorded for the last year"),
         [this, recent] { return m_desks.beds.homeBedsIn(recent()); },
         [this](const HomeCareBed& record) { return m_desks.beds.add(record); },
         [this](const HomeCareBed& record) { return m_desks.beds.edit(record); },
         [this](Id<HomeCareBed> id, const QString& reason) { return m_desks.beds.voidHomeBed(id, reason); }});
    add<Absence>({tr("Absences"),
                  "absences",
                  columns<Absence>({"elder_id", "reason", "from_on", "to_on", "note"}),
                  {"elder_id", "reason", "from_on", "to_on", "note"},
                  tr("No absence is recorded for the last year"),
                  [this, recent] { return m_desks.absences.listIn(recent()); },
                  [this](const Absence& record) { return m_desks.absences.add(record); },
                  [this](const Absence& record) { return m_desks.absences.edit(record); },
                  [this](Id<Absence> id, const QString& reason) { return m_desks.absences.voidAbsence(id, reason); }});
}

References FacilitiesPage::references() const
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

std::optional<std::vector<Found>> FacilitiesPage::allOf(const QString& family) const
{
    if (family == u"elder")
        return std::nullopt;
    if (const auto known = m_few.constFind(family); known != m_few.constEnd())
        return *known;
    std::vector<Found> all;
    const auto take = [&](const auto& records) {
        if (!records)
            return;
        for (const auto& each : *records)
            all.push_back({u"%1  %2"_s.arg(each.code, each.name), {}, {}, each.id.value});
    };
    if (family == u"facility")
        take(m_desks.facilities.list());
    else if (family == u"project")
        take(m_desks.projects.list());
    else
        take(m_desks.sites.list());
    m_few.insert(family, all);
    return all;
}

QString FacilitiesPage::nameOf(const QString& family, qint64 id) const
{
    if (family == u"elder") {
        const auto hit = m_desks.index.byId({id});
        return hit ? hit->name : QString::number(id);
    }
    const auto all = allOf(family);
    const auto found = std::find_if(all->begin(), all->end(), [&](const Found& each) { return each.record == id; });
    return found == all->end() ? QString::number(id) : found->title;
}

RecordSectionBase* FacilitiesPage::section() const
{
    return m_sections[std::size_t(m_stack->currentIndex())];
}

void FacilitiesPage::showSection(int index)
{
    if (m_stack->currentIndex() != index && !mayDiscard(unsaved())) {
        m_tabs[std::size_t(m_stack->currentIndex())]->setChecked(true);
        return;
    }
    if (section()->inForm())
        section()->showList();
    m_few.clear();
    m_stack->setCurrentIndex(index);
    m_tabs[std::size_t(index)]->setChecked(true);
    section()->reload();
    section()->showList();
}

void FacilitiesPage::step(int by)
{
    const int count = int(m_sections.size());
    showSection((m_stack->currentIndex() + by + count) % count);
}

void FacilitiesPage::showActions()
{
    const RecordSectionBase* shown = section();
    const bool form = shown->inForm();
    for (ActionButton* button : {m_save, m_back})
        button->setVisible(form);
    m_new->setVisible(!form);
    for (ActionButton* button : {m_edit, m_void})
        button->setVisible(!form && shown->hasChosen());
    if (form)
        setWhere(u"%1 · %2"_s.arg(shown->title(),
                                  shown->adding() ? tr("new; fields with * are needed")
                                                  : tr("change; fields with * are needed")));
    else
        setWhere(tr("%n record(s)", nullptr, shown->records()));
}

void FacilitiesPage::refresh()
{
    m_few.clear();
    if (!section()->inForm())
        section()->reload();
}

void FacilitiesPage::openRecord(qint64 id)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->reload();
        if (!m_sections[i]->has(id))
            continue;
        showSection(int(i));
        if (m_stack->currentIndex() == int(i))
            section()->choose(id);
        return;
    }
}

int FacilitiesPage::unsaved() const
{
    return section()->unsaved();
}

bool FacilitiesPage::goBack()
{
    if (!section()->inForm())
        return false;
    if (mayDiscard(unsaved()))
        section()->showList();
    return true;
}

} // namespace songhe::ui
