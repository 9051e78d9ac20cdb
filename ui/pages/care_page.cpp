// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_page.h"

#include "core/rules/policy_shelf.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

CarePage::CarePage(const Surroundings& around, Desks desks, QWidget* parent)
    : RecordSections(around, tr("Incidents, health, devices"), desks.index, parent)
    , m_desks(desks)
{
    m_back
        = action(tr("Came back today"), QKeySequence(Qt::CTRL | Qt::Key_R), false, "takeBack", [this] { takeBack(); });
    makeIncidents();
    makeMeasurements();
    makeDevices();
    makeLoans();
    begin();
}

void CarePage::makeIncidents()
{
    auto kind = column<Incident>("kind");
    kind.strong = true;
    auto injury = column<Incident>("injury");
    injury.pill = [](const Incident& incident) {
        return incident.injury == Injury::None ? Tone::Plain
            : incident.injury == Injury::Minor ? Tone::Soon
                                               : Tone::Bad;
    };
    add<Incident>(
        {tr("Incidents"),
         "incidents",
         {column<Incident>("at"), column<Incident>("elder_id"), kind, injury, column<Incident>("place"),
          column<Incident>("what"), column<Incident>("follow_up")},
         {"elder_id", "at", "kind", "injury", "place", "site_id", "harm", "what", "action", "told", "follow_up",
          "called_at", "answered_at", "arrived_at"},
         tr("No incident is recorded for the last year"),
         [this] {
             return m_desks.incidents.listIn({today().addYears(-1), std::nullopt});
         },
         [this](const Incident& record) { return m_desks.incidents.add(record); },
         [this](const Incident& record) { return m_desks.incidents.edit(record); },
         [this](Id<Incident> id, const QString& reason) { return m_desks.incidents.voidIncident(id, reason); },
         [this] {
             Incident incident;
             incident.at = clock().now();
             return incident;
         }});
}

void CarePage::makeMeasurements()
{
    const HealthPlan& plan = m_desks.measurements.plan();
    const auto bandOf = [&plan](const Measurement& one) { return plan.kind(one.kind).bandOf(one.value); };
    Column<Measurement> value {
        tr("Value"), [&plan](const Measurement& one) { return one.value + u' ' + plan.kind(one.kind).unit.text(); },
        true};
    Column<Measurement> warning {tr("Warning"), [bandOf](const Measurement& one) {
                                     const HealthBand* band = bandOf(one);
                                     return band ? band->title.text() : QString();
                                 }};
    warning.pill = [bandOf](const Measurement& one) {
        const HealthBand* band = bandOf(one);
        return !band ? Tone::Plain : band->tone == HealthTone::Bad ? Tone::Bad : Tone::Soon;
    };
    add<Measurement>(
        {tr("Measurements"),
         "measurements",
         {column<Measurement>("at"), column<Measurement>("elder_id"), column<Measurement>("kind"), value, warning,
          column<Measurement>("staff_id"), column<Measurement>("note")},
         {"elder_id", "kind", "value", "at", "staff_id", "note"},
         tr("Nothing was measured in the last 90 days"),
         [this] {
             return m_desks.measurements.listIn({today().addDays(-90), std::nullopt});
         },
         [this](const Measurement& record) { return m_desks.measurements.add(record); },
         [this](const Measurement& record) { return m_desks.measurements.edit(record); },
         [this](Id<Measurement> id, const QString& reason) { return m_desks.measurements.voidMeasurement(id, reason); },
         [this] {
             Measurement one;
             one.at = clock().now();
             return one;
         }});
}

QString CarePage::deviceText(const QString& key) const
{
    const DeviceKind* kind = m_desks.devices.plan().kind(key);
    return kind ? kind->title.text() : key;
}

void CarePage::makeDevices()
{
    const std::vector<Column<Device>> listed {
        column<Device>("code"),
        {tr("Kind"), [this](const Device& device) { return deviceText(device.kind); }},
        column<Device>("site_id"),
        column<Device>("note")};
    add<Device>({tr("Devices"),
                 "devices",
                 listed,
                 {"kind", "code", "site_id", "note"},
                 tr("No device is recorded yet"),
                 [this] { return m_desks.devices.devices(); },
                 [this](const Device& record) { return m_desks.devices.add(record); },
                 [this](const Device& record) { return m_desks.devices.edit(record); },
                 [this](Id<Device> id, const QString& reason) { return m_desks.devices.voidDevice(id, reason); }});
}

void CarePage::makeLoans()
{
    Column<DeviceLoan> state {tr("State"), [this](const DeviceLoan& loan) {
                                  if (loan.to)
                                      return tr("back on %1").arg(dayText(*loan.to, today()));
                                  return loan.isOverdue(today())
                                      ? tr("%n day(s) overdue", nullptr, int(loan.dueOn->daysTo(today())))
                                      : tr("lent");
                              }};
    state.pill = [this](const DeviceLoan& loan) {
        return loan.to ? Tone::Plain : loan.isOverdue(today()) ? Tone::Bad : Tone::Good;
    };
    m_loans = add<DeviceLoan>(
        {tr("Loans"),
         "loans",
         {column<DeviceLoan>("device_id"), column<DeviceLoan>("elder_id"), state, column<DeviceLoan>("from_on"),
          column<DeviceLoan>("due_on"), column<DeviceLoan>("rent_class"), column<DeviceLoan>("rent_fen"),
          column<DeviceLoan>("deposit_fen")},
         {"device_id", "elder_id", "from_on", "due_on", "rent_class", "rent_fen", "deposit_fen", "to_on",
          "deposit_back_fen", "note"},
         tr("No device is lent"),
         [this] { return m_desks.devices.loansSince(today().addYears(-1)); },
         [this](const DeviceLoan& loan) { return lend(loan); },
         [this](const DeviceLoan& loan) { return m_desks.devices.edit(loan); },
         [this](Id<DeviceLoan> id, const QString& reason) { return m_desks.devices.voidLoan(id, reason); },
         [this] {
             DeviceLoan loan;
             loan.from = today();
             return loan;
         }});
}

/// What is left open is filled in from the catalogue, by her category of that day.
Result<DeviceLoan> CarePage::lend(DeviceLoan loan)
{
    if (!loan.rentClass && !loan.device.isNull() && !loan.elder.isNull() && loan.from.isValid()) {
        ASSIGN_OR_RETURN(const RentQuote quote,
                         m_desks.devices.quote(loan.device, loan.elder, loan.from, m_desks.policies));
        loan.rentClass = quote.rentClass;
        if (loan.rent.value == 0)
            loan.rent = quote.rent;
        if (loan.deposit.value == 0)
            loan.deposit = quote.deposit;
    }
    return m_desks.devices.add(std::move(loan));
}

void CarePage::takeBack()
{
    const DeviceLoan* loan = m_loans->chosenRecord();
    if (!loan || loan->to)
        return;
    if (const auto done = m_desks.devices.takeBack(loan->device, today()); !done) {
        asker().tell(done.error());
        return;
    }
    recordsChanged();
}

std::vector<Found> CarePage::allOf(const QString& family) const
{
    std::vector<Found> all;
    if (family == u"staff") {
        if (const auto staff = m_desks.staff.list())
            for (const Staff& each : *staff)
                all.push_back({each.name, {}, {}, each.id.value});
    } else if (family == u"device") {
        if (const auto devices = m_desks.devices.devices())
            for (const Device& each : *devices)
                all.push_back({u"%1  %2"_s.arg(each.code, deviceText(each.kind)), {}, {}, each.id.value});
    } else if (const auto sites = m_desks.sites.list()) {
        for (const Site& each : *sites)
            all.push_back({u"%1  %2"_s.arg(each.code, each.name), {}, {}, each.id.value});
    }
    return all;
}

std::vector<std::pair<QString, QString>> CarePage::wordsOf(const QString& context, const QString& key) const
{
    std::vector<std::pair<QString, QString>> words;
    if (context == u"Device" && key == u"kind")
        for (const DeviceKind& kind : m_desks.devices.plan().kinds())
            words.emplace_back(kind.key, kind.title.text());
    return words;
}

void CarePage::showOwnActions()
{
    const DeviceLoan* loan = shown() == Loans && !section()->inForm() ? m_loans->chosenRecord() : nullptr;
    m_back->setVisible(loan && !loan->to);
}

} // namespace songhe::ui
