// SPDX-License-Identifier: GPL-3.0-or-later
// What is entered from the schedule: an order, a service that was done, one for a group, a plan from an assessment.
#include "ui/dialogs/group_service_dialog.h"
#include "ui/pages/service_grid.h"
#include "ui/pages/services_page.h"
#include "ui/pages/services_page_words.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

template <typename R>
void ServicesPage::openForm(const R& start, const std::vector<const char*>& keys, const QString& title,
                            std::function<Result<QString>(const R&)> save)
{
    if (m_form)
        closeForm();
    m_few.clear();
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    auto* card = new Card(theme(), scroll);
    m_formMessage = makeWrapped({}, TextRole::Body, card);
    m_formMessage->setObjectName(u"message"_s);
    m_formMessage->hide();
    card->body()->addWidget(m_formMessage);
    auto* form = new RecordForm<R>(theme(), today(), keys, card, &m_references);
    form->setRecord(start);
    card->body()->addWidget(form);
    card->body()->addStretch();
    scroll->setWidget(card);
    m_form = form;
    m_formPage = scroll;
    m_formTitle = title;
    m_save = [form, save = std::move(save)]() -> Result<QString> {
        ASSIGN_OR_RETURN(const R typed, form->record());
        return save(typed);
    };
    m_stack->addWidget(scroll);
    m_stack->setCurrentWidget(scroll);
    form->focusFirst();
    showActions();
}

/// The usual duration and price follow the chosen service.
void ServicesPage::fillUsual(FormBase* form, bool withPrice)
{
    auto* item = qobject_cast<ChoiceBox*>(form->editor("item"));
    auto* minutes = qobject_cast<QLineEdit*>(form->editor("minutes"));
    auto* price = withPrice ? qobject_cast<FenEdit*>(form->editor("price_fen")) : nullptr;
    auto* subsidy = withPrice ? qobject_cast<FenEdit*>(form->editor("subsidy_fen")) : nullptr;
    auto* payer = withPrice ? qobject_cast<ChoiceBox*>(form->editor("payer")) : nullptr;
    connect(item, &QComboBox::currentIndexChanged, form, [this, item, minutes, price, subsidy, payer] {
        const CatalogueItem* found = m_catalogue ? m_catalogue->find(item->key()) : nullptr;
        if (!found)
            return;
        minutes->setText(QString::number(found->minutes));
        if (!price)
            return;
        Service usual;
        usual.item = found->key;
        usual.servedOn = m_day;
        if (!m_desks.services.fillIn(usual, false))
            return;
        price->setFen(usual.price);
        subsidy->setFen(usual.subsidy);
        payer->setKey(choiceKey(usual.payer.value_or(Payer::Self)));
    });
}

std::vector<const char*> ServicesPage::orderKeys()
{
    return {"elder_id", "item",  "at",     "minutes",         "staff_id",     "provider",
            "site_id",  "place", "caller", "caller_relation", "caller_phone", "hotline_note"};
}

/// Another time, person or service for what is ordered; the same checks as for a new one.
void ServicesPage::editOrder()
{
    const DayLine* line = chosen();
    if (!line || !line->booking)
        return;
    const Booking before = *line->booking;
    openForm<Booking>(before, orderKeys(), tr("Change the order"),
                      [this, before](const Booking& typed) -> Result<QString> {
                          ASSIGN_OR_RETURN(const Booking saved, m_desks.bookings.edit(typed));
                          remember(tr("the change of the order of %1").arg(nameOf(u"elder"_s, saved.elder.value)),
                                   [this, before]() -> Result<void> { return backOf(m_desks.bookings.edit(before)); });
                          m_day = saved.bookedOn;
                          return tr("Changed: %1, %2 at %3.")
                              .arg(nameOf(u"elder"_s, saved.elder.value), itemText(saved.item),
                                   Clock::timeOf(saved.at).toString(u"HH:mm"_s));
                      });
    fillUsual(m_form, false);
}

void ServicesPage::order()
{
    Booking start;
    start.at = Clock::momentOf(m_grid->day().isValid() ? m_grid->day() : m_day, m_grid->time());
    if (!m_grid->staff().isNull())
        start.staff = m_grid->staff();
    openForm<Booking>(start, orderKeys(), tr("New order"), [this](const Booking& typed) -> Result<QString> {
        Booking booking = typed;
        booking.bookedOn = QDate(); // follows from the time
        ASSIGN_OR_RETURN(const Booking added, m_desks.bookings.add(booking));
        m_day = added.bookedOn;
        remember(tr("the order of %1").arg(nameOf(u"elder"_s, added.elder.value)),
                 [this, id = added.id]() -> Result<void> { return backOf(m_desks.bookings.cancel(id, takenBack())); });
        return tr("Ordered: %1, %2 at %3.")
            .arg(nameOf(u"elder"_s, added.elder.value), itemText(added.item),
                 Clock::timeOf(added.at).toString(u"HH:mm"_s));
    });
    fillUsual(m_form, false);
}

void ServicesPage::recordDone()
{
    Service start;
    start.at = Clock::momentOf(m_grid->day().isValid() ? m_grid->day() : m_day, m_grid->time());
    if (!m_grid->staff().isNull())
        start.staff = m_grid->staff();
    openForm<Service>(
        start,
        {"elder_id", "item", "at", "minutes", "staff_id", "site_id", "place", "payer", "price_fen", "subsidy_fen",
         "satisfaction", "note", "complaint"},
        tr("What was done"), [this](const Service& typed) -> Result<QString> {
            ASSIGN_OR_RETURN(const Service added, m_desks.services.add(typed));
            m_day = added.servedOn;
            remember(tr("%1, %2 done").arg(nameOf(u"elder"_s, added.elder.value), itemText(added.item)),
                     [this, id = added.id]() -> Result<void> {
                         return backOf(m_desks.services.voidService(id, takenBack()));
                     });
            return QString(tr("Recorded: %1, %2.").arg(nameOf(u"elder"_s, added.elder.value), itemText(added.item))
                           + u' ' + doubtText(added))
                .trimmed();
        });
    fillUsual(m_form, true);
}

void ServicesPage::planFromAssessment()
{
    PlanItem start;
    start.from = today();
    openForm<PlanItem>(start, {"elder_id", "from_on"}, tr("Plan from the newest assessment"),
                       [this](const PlanItem& typed) -> Result<QString> {
                           ASSIGN_OR_RETURN(const std::vector<PlanItem> made,
                                            m_desks.agreements.makePlan(typed.elder, typed.from));
                           if (made.empty())
                               return fail(Error::Kind::Refused,
                                           tr("Her plan has all that the level asks for already. Nothing was added."));
                           return QString();
                       });
}

void ServicesPage::recordGroup()
{
    Service start;
    start.at = Clock::momentOf(m_grid->day().isValid() ? m_grid->day() : m_day, m_grid->time());
    start.item = u"culture"_s;
    start.place = ServicePlace::Centre;
    if (const CatalogueItem* item = m_catalogue ? m_catalogue->find(start.item) : nullptr)
        start.minutes = item->minutes;
    if (!m_grid->staff().isNull())
        start.staff = m_grid->staff();
    const auto last = [this](const QString& item) {
        constexpr int daysBack = 30;
        std::vector<Id<Elder>> elders;
        const auto services = m_desks.services.listIn(today().addDays(-daysBack), today());
        if (!services)
            return elders;
        std::optional<Id<Service>> newest;
        for (const Service& service : *services)
            if (service.item == item && service.group)
                newest = service.group;
        for (const Service& service : *services)
            if (newest && service.group == newest)
                elders.push_back(service.elder);
        return elders;
    };
    const auto record = [this](const Service& typed, const std::vector<Id<Elder>>& elders) -> Result<void> {
        Service pattern = typed;
        RETURN_IF_ERROR(m_desks.services.fillIn(pattern, false));
        ASSIGN_OR_RETURN(const std::vector<Service> all, m_desks.services.addGroup(pattern, elders));
        m_day = all.front().servedOn;
        remember(tr("%1 for %n person(s)", nullptr, int(all.size())).arg(itemText(pattern.item)),
                 [this, id = all.front().id]() -> Result<void> {
                     return backOf(m_desks.services.voidGroup(id, takenBack()));
                 });
        tell(tr("Recorded for %n person(s): %1.", nullptr, int(all.size())).arg(itemText(pattern.item)), Tone::Good);
        showSchedule();
        Q_EMIT changed();
        return {};
    };
    const auto print = [this](QWidget* over, const Service& typed, const std::vector<Id<Elder>>& elders) {
        showSignIn(over,
                   [this, typed, elders] { return printing::SignInPaper::gather(m_desks.session, typed, elders); });
    };
    (new GroupServiceDialog({theme(), asker(), clock()}, {m_desks.index, m_references, last, record, print}, start,
                            this))
        ->open();
}

void ServicesPage::saveForm()
{
    if (!m_form) {
        section()->save();
        return;
    }
    const auto saved = m_save();
    if (!saved) {
        setBanner(m_formMessage, saved.error().message,
                  saved.error().kind == Error::Kind::Invalid ? Tone::Soon : Tone::Bad);
        return;
    }
    closeForm();
    if (!saved->isEmpty())
        tell(*saved, Tone::Good);
    Q_EMIT changed();
}

void ServicesPage::closeForm()
{
    m_form = nullptr;
    m_save = nullptr;
    m_stack->removeWidget(m_formPage);
    m_formPage->deleteLater();
    m_formPage = nullptr;
    m_progress.clear();
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

} // namespace songhe::ui
