// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule: the day or the week of the staff, and the day's list under it.
#include "ui/pages/service_grid.h"
#include "ui/pages/services_page.h"
#include "ui/pages/services_page_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

QString clockText(const std::optional<QDateTime>& at)
{
    return at ? Clock::timeOf(*at).toString(u"HH:mm"_s) : QString();
}

struct DayWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::ServicesPage)
};

/// Who ordered for her: whom to call back.
QString callerText(const Booking& booking)
{
    QStringList words;
    if (booking.caller)
        words << (booking.callerRelation ? DayWords::tr("%1 (%2)").arg(*booking.caller, *booking.callerRelation)
                                         : *booking.caller);
    else if (booking.callerRelation)
        words << *booking.callerRelation;
    if (booking.callerPhone)
        words << *booking.callerPhone;
    return words.isEmpty() ? QString() : DayWords::tr("ordered by %1").arg(words.join(u' '));
}

} // namespace

QWidget* ServicesPage::makeSchedule()
{
    m_schedule = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_schedule);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addLayout(makeDayRow(m_schedule));
    m_message = makeWrapped({}, TextRole::Body, m_schedule);
    m_message->setObjectName(u"told"_s);
    m_message->hide();
    column->addWidget(m_message);
    auto* gridCard = new Card(theme(), m_schedule);
    gridCard->setFlush();
    m_grid = new ServiceGrid(theme(), gridCard);
    gridCard->body()->addWidget(m_grid);
    if (theme().folded()) // the page scrolls then: enough of both stays readable
        gridCard->setMinimumHeight(theme().px(240));
    column->addWidget(gridCard, 5);
    connect(m_grid, &ServiceGrid::orderWanted, this, &ServicesPage::order);
    connect(m_grid, &QTableWidget::currentCellChanged, this, [this] {
        if (m_tab == WeekView && m_grid->day() != m_day) {
            m_day = m_grid->day();
            m_dayEdit->setDay(m_day);
            showLines();
        }
    });
    auto* listCard = new Card(theme(), m_schedule);
    listCard->setFlush();
    m_lines = new RecordTableModel<DayLine>(lineColumns(), this);
    m_table = new TableView(theme(), tr("Orders and services of the day"), listCard);
    m_table->setObjectName(u"lines"_s);
    m_table->setModel(m_lines);
    m_table->setEmptyText(tr("Nothing is ordered or done on this day yet"), tr("Ctrl+N makes the first order."));
    listCard->body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ServicesPage::showActions);
    connect(m_table, &TableView::opened, this, &ServicesPage::finishChosen);
    if (theme().folded())
        listCard->setMinimumHeight(theme().px(160));
    column->addWidget(listCard, 4);
    column->addLayout(makeLineActions(m_schedule));
    return m_schedule;
}

QHBoxLayout* ServicesPage::makeDayRow(QWidget* parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    auto* steps = new FlowLayout(theme().px(8)); // with large text in two lines rather than beyond the screen
    row->addLayout(steps, 1);
    const auto stepping = [&](const QString& text, const QString& what, int key, const char* name, int by) {
        auto* button
            = new ActionButton(theme(), text, QKeySequence(Qt::ALT | Qt::Key(key)), ActionButton::Kind::Plain, parent);
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleName(what);
        connect(button, &QPushButton::clicked, this,
                [this, by] { setDay(m_day.addDays(m_tab == WeekView ? 7 * by : by)); });
        steps->addWidget(button);
    };
    stepping(tr("Before"), tr("The day or week before"), Qt::Key_Left, "before", -1);
    m_dayEdit = new DayEdit(today(), parent);
    m_dayEdit->setObjectName(u"day"_s);
    m_dayEdit->setAccessibleName(tr("Day"));
    m_dayEdit->setFixedWidth(theme().px(130));
    connect(m_dayEdit, &QLineEdit::returnPressed, this, [this] {
        if (const auto day = m_dayEdit->day())
            setDay(*day);
        else
            tell(tr("'%1' is not a day. Write it as 2021-09-03.").arg(m_dayEdit->text()), Tone::Soon);
    });
    steps->addWidget(m_dayEdit);
    stepping(tr("After"), tr("The day or week after"), Qt::Key_Right, "after", 1);
    m_how = new ChoiceBox(choiceNames<SignedHow>(), false, parent);
    m_how->setObjectName(u"how"_s);
    m_how->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_how->setMinimumContentsLength(8); // the list shows longer ones whole
    m_how->setAccessibleName(tr("How the slip was signed"));
    m_scan = new QLineEdit(parent);
    m_scan->setObjectName(u"scan"_s);
    m_scan->setAccessibleName(tr("Slip that came back"));
    m_scan->setPlaceholderText(tr("Scan a signed slip"));
    m_scan->setFixedWidth(theme().px(200));
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_dayEdit), m_scan})
        edit->installEventFilter(this);
    connect(m_scan, &QLineEdit::returnPressed, this, &ServicesPage::scanned);
    row->addWidget(m_how);
    row->addWidget(m_scan);
    return row;
}

QHBoxLayout* ServicesPage::makeLineActions(QWidget* parent)
{
    const auto ctrl = [](int key) { return QKeySequence(Qt::CTRL | Qt::Key(key)); };
    m_done = action(tr("Done"), ctrl(Qt::Key_D), false, "done", &ServicesPage::finishChosen);
    m_slip = action(tr("Print slip"), ctrl(Qt::Key_P), false, "slip", &ServicesPage::printChosen);
    m_sign = action(tr("Signed"), ctrl(Qt::Key_M), false, "sign", &ServicesPage::signChosen);
    m_drop = action(tr("Cancel or make void…"), QKeySequence(Qt::CTRL | Qt::Key_Delete), false, "drop",
                    &ServicesPage::dropChosen);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_slips = action(tr("Slips of the day"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), false, "slips",
                     &ServicesPage::printDay);
    m_signIn = action(tr("Sign-in sheet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), false, "signIn",
                      &ServicesPage::printSignIn);
    auto* ofLine = new FlowLayout(theme().px(8));
    row->addLayout(ofLine, 1);
    for (ActionButton* button : {m_done, m_slip, m_sign, m_drop, m_signIn, m_slips})
        button->setParent(parent);
    for (ActionButton* button : {m_done, m_slip, m_sign, m_drop, m_signIn})
        ofLine->addWidget(button);
    row->addWidget(m_slips, 0, Qt::AlignTop); // of the whole day, not of the chosen line
    return row;
}

std::vector<Column<ServicesPage::DayLine>> ServicesPage::lineColumns() const
{
    std::vector<Column<DayLine>> made;
    made.push_back({tr("Time"), [](const DayLine& line) {
                        return line.booking ? clockText(line.booking->at) : clockText(line.service->at);
                    }});
    Column<DayLine> name {tr("Elder"), [this](const DayLine& line) {
                              return nameOf(u"elder"_s,
                                            line.booking ? line.booking->elder.value : line.service->elder.value);
                          }};
    name.strong = true;
    made.push_back(std::move(name));
    made.push_back({tr("Service"), [this](const DayLine& line) {
                        return itemText(line.booking ? line.booking->item : line.service->item);
                    }});
    made.push_back({tr("Done by"), [this](const DayLine& line) {
                        const auto staff = line.booking ? line.booking->staff : line.service->staff;
                        const QString provider = line.booking ? line.booking->provider.value_or(QString()) : QString();
                        return staff ? nameOf(u"staff"_s, staff->value) : provider;
                    }});
    Column<DayLine> state {tr("State"), [](const DayLine& line) {
                               if (line.booking)
                                   return choiceText(line.booking->state);
                               return line.service->signedHow ? tr("signed") : tr("done, not signed");
                           }};
    state.pill = [](const DayLine& line) {
        return line.booking ? Tone::Plain : line.service->signedHow ? Tone::Good : Tone::Soon;
    };
    made.push_back(std::move(state));
    made.push_back({tr("Price"),
                    [](const DayLine& line) { return line.service ? line.service->price.yuanText() : QString(); },
                    true});
    made.push_back({tr("Self-paid"),
                    [](const DayLine& line) {
                        return line.service ? Fen {line.service->price.value - line.service->subsidy.value}.yuanText()
                                            : QString();
                    },
                    true});
    made.push_back({tr("Note"), [](const DayLine& line) {
                        const QString note = line.booking
                            ? line.booking->hotlineNote.value_or(QString())
                            : line.service->complaint.value_or(line.service->note.value_or(QString()));
                        QStringList words {line.caller, note};
                        words.removeAll(QString());
                        return words.join(u" · "_s);
                    }});
    return made;
}

void ServicesPage::showSchedule()
{
    m_dayEdit->setDay(m_day);
    const bool week = m_tab == WeekView;
    const QDate first = week ? m_day.addDays(1 - m_day.dayOfWeek()) : m_day;
    const QDate last = week ? first.addDays(6) : m_day;
    std::vector<ServiceGrid::Person> people;
    for (const Found& each : allOf(u"staff"_s).value_or(std::vector<Found>()))
        people.push_back({{each.record}, each.title});
    std::vector<ServiceGrid::Entry> entries;
    const auto bookings = m_desks.bookings.listIn(first, last);
    if (!bookings)
        asker().tell(bookings.error());
    for (const Booking& booking : bookings ? *bookings : std::vector<Booking>())
        if (booking.state == BookingState::Booked)
            entries.push_back({booking.staff.value_or(Id<Staff>()), booking.at, clockText(booking.at),
                               nameOf(u"elder"_s, booking.elder.value), itemText(booking.item), false});
    const auto services = m_desks.services.listIn(first, last);
    for (const Service& service : services ? *services : std::vector<Service>()) {
        if (!service.at || (service.group && *service.group != service.id))
            continue; // a group is one line
        const QString who = service.group ? tr("group") : nameOf(u"elder"_s, service.elder.value);
        entries.push_back({service.staff.value_or(Id<Staff>()), *service.at, u'✓' + clockText(service.at), who,
                           itemText(service.item), true});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& left, const auto& right) { return left.at < right.at; });
    const QSignalBlocker quiet(m_grid);
    // A week shows all of the staff at one glance; the list of one day under it gives way.
    if (auto* column = qobject_cast<QVBoxLayout*>(m_schedule->layout()))
        column->setStretchFactor(m_grid->parentWidget(), week ? 10 : 5);
    if (week)
        m_grid->showWeek(m_day, people, entries, today());
    else
        m_grid->showDay(m_day, people, entries);
    showLines();
}

void ServicesPage::showLines()
{
    std::vector<DayLine> lines;
    const auto bookings = m_desks.bookings.listIn(m_day, m_day);
    QHash<qint64, QString> callers; // of what orders became
    for (const Booking& booking : bookings ? *bookings : std::vector<Booking>()) {
        if (booking.state == BookingState::Booked)
            lines.push_back({booking, {}, callerText(booking)});
        if (booking.service)
            callers.insert(booking.service->value, callerText(booking));
    }
    const auto services = m_desks.services.listOn(m_day);
    if (!services)
        asker().tell(services.error());
    for (const Service& service : services ? *services : std::vector<Service>())
        lines.push_back({{}, service, callers.value(service.id.value)});
    std::stable_sort(lines.begin(), lines.end(), [](const DayLine& left, const DayLine& right) {
        const auto at = [](const DayLine& line) {
            return line.booking ? line.booking->at : line.service->at.value_or(QDateTime());
        };
        return at(left) < at(right);
    });
    m_lines->setRecords(std::move(lines));
    m_table->fitColumns();
    showActions();
}

void ServicesPage::setDay(QDate day)
{
    m_few.clear(); // who works here depends on the day
    m_day = day;
    tell({}, Tone::Plain);
    showSchedule();
}

const ServicesPage::DayLine* ServicesPage::chosen() const
{
    return m_table->currentIndex().isValid() && m_table->selectionModel()->hasSelection()
        ? m_lines->record(m_table->currentIndex())
        : nullptr;
}

void ServicesPage::chooseService(Id<Service> id)
{
    const auto& lines = m_lines->records();
    for (std::size_t row = 0; row < lines.size(); ++row)
        if (lines[row].service && lines[row].service->id == id)
            m_table->selectRow(int(row));
    showActions();
}

void ServicesPage::tell(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

QString ServicesPage::doubtText(const Service& service)
{
    QStringList texts;
    if (const auto doubts = m_desks.services.doubtsOf(service))
        for (const ServiceDoubt& doubt : *doubts)
            texts << doubt.text;
    return texts.join(u' ');
}

void ServicesPage::finishChosen()
{
    const DayLine* line = chosen();
    if (!line || !line->booking)
        return;
    const auto done = m_desks.bookings.done(line->booking->id);
    if (!done) {
        tell(done.error().message, Tone::Bad);
        return;
    }
    remember(tr("%1, %2 done").arg(nameOf(u"elder"_s, done->elder.value), itemText(done->item)),
             [this, id = done->id]() -> Result<void> { return backOf(m_desks.services.voidService(id, takenBack())); });
    const QString doubt = doubtText(*done);
    tell(QString(tr("Done: service %1, %2 yuan. Ctrl+P prints the slip.").arg(done->id.text(), done->price.yuanText())
                 + u' ' + doubt)
             .trimmed(),
         doubt.isEmpty() ? Tone::Good : Tone::Soon);
    showSchedule();
    chooseService(done->id);
    m_table->setFocus();
    Q_EMIT changed();
}

void ServicesPage::dropChosen()
{
    if (!inSchedule()) {
        section()->voidChosen();
        return;
    }
    const DayLine* line = chosen();
    if (!line)
        return;
    const auto booking = line->booking;
    const auto service = line->service;
    const auto reason = booking ? asker().text(tr("Cancel the order"), tr("Why is it cancelled?"), {}, true)
                                : asker().text(tr("Make void"), tr("Why is this service void?"), {}, true);
    if (!reason)
        return;
    const Result<void> done = booking ? backOf(m_desks.bookings.cancel(booking->id, *reason))
                                      : backOf(m_desks.services.voidService(service->id, *reason));
    if (done && booking)
        remember(tr("the order of %1 cancelled").arg(nameOf(u"elder"_s, booking->elder.value)),
                 [this, id = booking->id]() -> Result<void> { return backOf(m_desks.bookings.reopen(id)); });
    if (!done)
        tell(done.error().message, Tone::Bad);
    else
        tell(booking ? tr("The order is cancelled.") : tr("The service is void."), Tone::Good);
    showSchedule();
    m_table->setFocus();
    Q_EMIT changed();
}

void ServicesPage::openRecord(qint64 id)
{
    const auto service = m_desks.services.show({id});
    if (!service) {
        showTab(int(m_tabs.size()) - 1); // the staff
        if (section())
            section()->choose(id);
        return;
    }
    showTab(DayView);
    if (m_tab != DayView)
        return;
    setDay(service->servedOn);
    chooseService(service->id);
}

} // namespace songhe::ui
