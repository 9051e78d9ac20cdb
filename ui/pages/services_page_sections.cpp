// SPDX-License-Identifier: GPL-3.0-or-later
// The sections beside the schedule: agreements, plans, prices, staff.
#include "ui/pages/services_page.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

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

} // namespace songhe::ui
