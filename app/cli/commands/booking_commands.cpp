// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/asked_days.h"
#include "app/cli/record_commands.h"

#include "core/services/booking_desk.h"
#include "core/staff/staff_desk.h"

namespace songhe::cli {

namespace {

using namespace Qt::StringLiterals;

struct BookingWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli)
};

// --- bookings

/// What programs need of a refusal: the code and the record that stands in the way.
CommandResult bookingRefused(Context& context, BookingDesk& desk, Booking booking, const Error& error)
{
    if (error.kind != Error::Kind::Conflict && error.kind != Error::Kind::Refused)
        return fail(error);
    booking.bookedOn = Clock::dayOf(booking.at);
    ASSIGN_OR_RETURN(const std::optional<BookingObstacle> obstacle, desk.obstacle(booking));
    if (!obstacle)
        return fail(error);
    QJsonObject json {{u"refused"_s, true}, {u"code"_s, obstacle->code}, {u"text"_s, obstacle->text}};
    if (obstacle->other)
        json.insert(obstacle->other->what == TimeSlot::What::Booking ? u"booking"_s : u"service"_s,
                    QString::number(obstacle->other->id));
    Answer answer {json, {}, true};
    answer.complaint = obstacle->text;
    if (!context.has(u"json"_s))
        answer.json = {};
    return answer;
}

CommandResult bookingAdd(Context& context)
{
    ASSIGN_OR_RETURN(const QJsonObject given, recordJsonFromOptions(context, fieldsOf<Booking>()));
    auto booking = recordFromJson<Booking>(given);
    if (!booking)
        return usage(booking.error().message);
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    BookingDesk desk(*ledger);
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    if (const CatalogueItem* item = catalogue->find(booking->item); item && booking->minutes == 0)
        booking->minutes = item->minutes;
    const auto added = desk.add(*booking);
    if (!added)
        return bookingRefused(context, desk, *booking, added.error());
    const QJsonObject json = recordJson(*added);
    return Answer {json, BookingWords::tr("Booked under number %1.").arg(added->id.text()) + u'\n' + recordLine(json)};
}

/// Only what was given changes.
CommandResult bookingEdit(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QJsonObject given, recordJsonFromOptions(context, fieldsOf<Booking>()));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    BookingDesk desk(*ledger);
    ASSIGN_OR_RETURN(Booking booking, desk.show({id}));
    const QJsonObject known = recordJson(booking);
    QJsonObject wanted;
    for (const FieldInfo& field : fieldsOf<Booking>())
        if (known.contains(shortKey(field.key())))
            wanted.insert(shortKey(field.key()), known.value(shortKey(field.key())));
    for (auto field = given.begin(); field != given.end(); ++field)
        wanted.insert(field.key(), field.value());
    auto typed = recordFromJson<Booking>(wanted);
    if (!typed)
        return usage(typed.error().message);
    for (const Field<Booking>& field : schemaOf<Booking>().fields)
        if (field.kind != FieldKind::Id && given.contains(shortKey(field.key())))
            RETURN_IF_ERROR(field.write(booking, field.read(*typed)));
    const auto saved = desk.edit(booking);
    if (!saved)
        return bookingRefused(context, desk, booking, saved.error());
    return answerChanged(*saved);
}

CommandResult bookingList(Context& context)
{
    constexpr int weekAhead = 6;
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger, weekAhead));
    BookingDesk desk(*ledger);
    if (!context.has(u"staff"_s)) {
        ASSIGN_OR_RETURN(const std::vector<Booking> found, desk.listIn(days.first, days.last));
        return answerList(found);
    }
    ASSIGN_OR_RETURN(const qint64 staff, context.needId(context.value(u"staff"_s), u"--staff"_s));
    ASSIGN_OR_RETURN(const std::vector<Booking> found, desk.listOf({staff}, days.first, days.last));
    return answerList(found);
}

CommandResult bookingDone(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Service service, BookingDesk(*ledger).done({id}));
    const QJsonObject json = recordJson(service);
    return Answer {json,
                   BookingWords::tr("Booking %1 is done; it became service %2.").arg(id).arg(service.id.text()) + u'\n'
                       + recordLine(json)};
}

CommandResult bookingCancel(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Booking booking, BookingDesk(*ledger).cancel({id}, reason));
    return Answer {recordJson(booking), BookingWords::tr("Booking %1 is cancelled.").arg(booking.id.text())};
}

CommandResult bookingReopen(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Booking booking, BookingDesk(*ledger).reopen({id}));
    return answerChanged(booking);
}

// --- staff

CommandResult staffList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(std::vector<Staff> all, StaffDesk(*ledger).list());
    if (context.has(u"item"_s)) {
        ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
        ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
        ASSIGN_OR_RETURN(const CatalogueItem* item, catalogue->item(context.value(u"item"_s)));
        std::erase_if(all,
                      [&](const Staff& staff) { return !unfitFor(staff, *item, days.first, *catalogue).isEmpty(); });
    }
    return answerList(all);
}

CommandResult staffEdit(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QJsonObject given, recordJsonFromOptions(context, fieldsOf<Staff>()));
    auto typed = recordFromJson<Staff>(given);
    if (!typed)
        return usage(typed.error().message);
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    StaffDesk desk(*ledger);
    ASSIGN_OR_RETURN(Staff staff, desk.show({id}));
    for (const Field<Staff>& field : schemaOf<Staff>().fields)
        if (field.kind != FieldKind::Id && given.contains(shortKey(field.key())))
            RETURN_IF_ERROR(field.write(staff, field.read(*typed)));
    ASSIGN_OR_RETURN(const Staff saved, desk.edit(staff));
    const QJsonObject json = recordJson(saved);
    return Answer {json, recordLine(json)};
}

CommandResult staffHours(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const std::vector<Staff> all, StaffDesk(*ledger).list());
    ASSIGN_OR_RETURN(const std::vector<StaffWork> work, ServiceDesk(*ledger).workIn(days.first, days.last));
    QJsonArray json;
    QString text;
    for (const Staff& staff : all) {
        const auto found
            = std::find_if(work.begin(), work.end(), [&](const StaffWork& each) { return each.staff == staff.id; });
        const StaffWork did = found == work.end() ? StaffWork {staff.id, 0, 0} : *found;
        json << QJsonObject {{u"staff"_s, staff.id.text()}, {u"services"_s, did.services}, {u"minutes"_s, did.minutes}};
        text += BookingWords::tr("%1  %2: %3 services, %4 minutes")
                    .arg(staff.id.text(), staff.name)
                    .arg(did.services)
                    .arg(did.minutes)
            + u'\n';
    }
    return Answer {json, text};
}

CommandResult staffExpiring(Context& context)
{
    constexpr int usualDays = 60;
    const int days = context.has(u"days"_s) ? context.value(u"days"_s).toInt() : usualDays;
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const std::vector<StaffDesk::Expiring> found, StaffDesk(*ledger).expiring(ledger->today(), days));
    QJsonArray json;
    QString text;
    for (const StaffDesk::Expiring& each : found) {
        const QString until = each.until.toString(Qt::ISODate);
        json << QJsonObject {
            {u"staff"_s, each.staff.text()}, {u"certificate"_s, each.certificate}, {u"until"_s, until}};
        text += u"%1  %2  %3  %4\n"_s.arg(until, each.staff.text(), each.name, each.certificate);
    }
    return Answer {json, text};
}

} // namespace

void addBookingCommands(std::vector<Command>& table)
{
    const std::vector<OptionLine> days = dayOptions();
    const auto fields = [](auto record) { return recordOptions(fieldsOf<decltype(record)>()); };
    table.push_back({"booking add", "", fields(Booking()), &bookingAdd});
    table.push_back({"booking list", "", withMore(days, {{"staff", "ID"}}), &bookingList});
    table.push_back({"booking edit", "ID", fields(Booking()), &bookingEdit, 1, 1});
    table.push_back({"booking reopen", "ID", {}, &bookingReopen, 1, 1});
    table.push_back({"booking done", "ID", {}, &bookingDone, 1, 1});
    table.push_back({"booking cancel", "ID", {{"reason", "R"}}, &bookingCancel, 1, 1});
    table.push_back({"staff add", "", fields(Staff()), &addRecord<Staff, StaffDesk>});
    table.push_back({"staff edit", "ID", fields(Staff()), &staffEdit, 1, 1});
    table.push_back({"staff list", "", {{"item", "I"}, {"on", "DATE"}}, &staffList});
    table.push_back({"staff hours", "", days, &staffHours});
    table.push_back({"staff expiring", "", {{"days", "N"}}, &staffExpiring});
    table.push_back(
        {"staff void", "ID", {{"reason", "R"}}, &voidRecord<Staff, StaffDesk, &StaffDesk::voidStaff>, 1, 1});
}

} // namespace songhe::cli
