// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_commands.h"

#include "core/centre/site_repository.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/staff/staff_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace songhe::cli {

namespace {

using namespace Qt::StringLiterals;

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli)
};

/// --from and --to, or the one day --on; today where nothing is said.
struct AskedDays {
    QDate first, last;
};

Result<AskedDays> askedDays(Context& context, const Ledger& ledger, int daysFromToday = 0)
{
    AskedDays days {ledger.today(), ledger.today().addDays(daysFromToday)};
    if (context.has(u"on"_s)) {
        ASSIGN_OR_RETURN(days.first, context.day(context.value(u"on"_s), u"--on"_s));
        days.last = days.first;
    }
    if (context.has(u"from"_s)) {
        ASSIGN_OR_RETURN(days.first, context.day(context.value(u"from"_s), u"--from"_s));
        days.last = std::max(days.first, days.last);
    }
    if (context.has(u"to"_s)) {
        ASSIGN_OR_RETURN(days.last, context.day(context.value(u"to"_s), u"--to"_s));
    }
    if (days.last < days.first)
        return usage(ServiceWords::tr("--to lies before --from."));
    return days;
}

QJsonObject doubtJson(const ServiceDoubt& doubt)
{
    return {{u"service"_s, doubt.service.isNull() ? QJsonValue() : QJsonValue(doubt.service.text())},
            {u"code"_s, doubt.code},
            {u"text"_s, doubt.text},
            {u"other"_s, doubt.other == 0 ? QJsonValue() : QJsonValue(QString::number(doubt.other))}};
}

// --- the catalogue

CommandResult catalogueList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    CatalogueDesk desk(*ledger);
    QJsonArray json;
    QString text;
    for (const CatalogueItem& item : catalogue->items) {
        ASSIGN_OR_RETURN(const std::optional<Fen> price, desk.priceOn(item.key, days.first));
        QStringList payers;
        for (const Payer payer : item.payers)
            payers << choiceKey(payer);
        json << QJsonObject {{u"item"_s, item.key},
                             {u"title"_s, item.title.text()},
                             {u"from"_s, item.from ? QJsonValue(item.from->toString(Qt::ISODate)) : QJsonValue()},
                             {u"to"_s, item.to ? QJsonValue(item.to->toString(Qt::ISODate)) : QJsonValue()},
                             {u"offered"_s, item.isOfferedOn(days.first)},
                             {u"unit"_s, item.unit},
                             {u"minutes"_s, item.minutes},
                             {u"price_fen"_s, price ? QJsonValue(price->value) : QJsonValue()},
                             {u"payers"_s, QJsonArray::fromStringList(payers)},
                             {u"proof"_s, item.proof},
                             {u"certificates"_s, QJsonArray::fromStringList(item.certificates)}};
        text += u"%1  %2  %3  %4\n"_s.arg(item.key, -16)
                    .arg(item.title.text(),
                         !item.isOfferedOn(days.first) ? ServiceWords::tr("not offered")
                             : price                   ? price->yuanText()
                                                       : u"–"_s,
                         ServiceWords::tr("%1 minutes").arg(item.minutes));
    }
    return Answer {json, text};
}

CommandResult catalogueCheck(Context& context)
{
    QFile file(context.word(0));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::NotFound, ServiceWords::tr("The file '%1' cannot be opened.").arg(context.word(0)));
    ASSIGN_OR_RETURN(const Catalogue read, Catalogue::read(file.read(1024 * 1024 + 1), QFileInfo(file).fileName()));
    return Answer {QJsonObject {{u"ok"_s, true}, {u"id"_s, read.id}, {u"items"_s, qint64(read.items.size())}},
                   ServiceWords::tr("The catalogue %1 is right: %2 items.").arg(read.id).arg(read.items.size())};
}

CommandResult priceList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const std::vector<CataloguePrice> found, CatalogueDesk(*ledger).prices());
    return answerList(found);
}

// --- services

Result<std::vector<Id<Elder>>> groupElders(Context& context, ServiceDesk& desk)
{
    std::vector<Id<Elder>> elders;
    for (const QString& each : context.value(u"elders"_s).split(u',', Qt::SkipEmptyParts)) {
        ASSIGN_OR_RETURN(const qint64 id, context.needId(each.trimmed(), u"--elders"_s));
        elders.push_back({id});
    }
    if (context.has(u"all-of"_s)) {
        ASSIGN_OR_RETURN(const qint64 id, context.needId(context.value(u"all-of"_s), u"--all-of"_s));
        ASSIGN_OR_RETURN(const std::vector<Service> group, desk.groupOf({id}));
        for (const Service& each : group)
            elders.push_back(each.elder);
    }
    return elders;
}

CommandResult answerGroup(const std::vector<Service>& services)
{
    QJsonArray json;
    for (const Service& service : services)
        json << recordJson(service);
    const QString group = services.front().id.text();
    return Answer {QJsonObject {{u"group"_s, group}, {u"count"_s, qint64(services.size())}, {u"services"_s, json}},
                   ServiceWords::tr("Recorded for %1 elders under number %2.").arg(services.size()).arg(group)};
}

CommandResult serviceAdd(Context& context)
{
    ASSIGN_OR_RETURN(QJsonObject given, recordJsonFromOptions(context, fieldsOf<Service>()));
    auto service = recordFromJson<Service>(given);
    if (!service)
        return usage(service.error().message);
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ServiceDesk desk(*ledger);
    RETURN_IF_ERROR(desk.fillIn(*service, given.contains(u"price"_s)));
    if (context.has(u"elders"_s) || context.has(u"all-of"_s)) {
        ASSIGN_OR_RETURN(const std::vector<Id<Elder>> elders, groupElders(context, desk));
        ASSIGN_OR_RETURN(const std::vector<Service> all, desk.addGroup(*service, elders));
        return answerGroup(all);
    }
    ASSIGN_OR_RETURN(const Service added, desk.add(*service));
    ASSIGN_OR_RETURN(const std::vector<ServiceDoubt> doubts, desk.doubtsOf(added));
    QJsonObject json = recordJson(added);
    QString text = ServiceWords::tr("Recorded under number %1.").arg(added.id.text()) + u'\n' + recordLine(json);
    QJsonArray warnings;
    for (const ServiceDoubt& doubt : doubts) {
        warnings << doubtJson(doubt);
        text += u'\n' + ServiceWords::tr("Note: %1").arg(doubt.text);
    }
    json.insert(u"warnings"_s, warnings);
    return Answer {json, text};
}

CommandResult serviceList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ServiceDesk desk(*ledger);
    if (!context.has(u"elder"_s)) {
        ASSIGN_OR_RETURN(const std::vector<Service> found, desk.listIn(days.first, days.last));
        return answerList(found);
    }
    ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.value(u"elder"_s), u"--elder"_s));
    const bool everything = !context.has(u"on"_s) && !context.has(u"from"_s) && !context.has(u"to"_s);
    ASSIGN_OR_RETURN(const std::vector<Service> found,
                     desk.listOf(Id<Elder> {elder}, everything ? QDate(1900, 1, 1) : days.first, days.last));
    return answerList(found);
}

CommandResult serviceSigned(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    const QString given = context.has(u"how"_s) ? context.value(u"how"_s) : u"signature"_s;
    const auto how = choiceFromKey<SignedHow>(given);
    if (!how)
        return usage(ServiceWords::tr("--how: write signature, fingerprint or proxy."));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Service service,
                     ServiceDesk(*ledger).sign({id}, *how, context.value(u"by"_s), context.value(u"relation"_s)));
    return Answer {recordJson(service),
                   ServiceWords::tr("Service %1 is signed: %2.").arg(service.id.text(), choiceText(*how))};
}

CommandResult serviceRate(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    std::optional<int> satisfaction;
    if (context.has(u"satisfaction"_s))
        satisfaction = context.value(u"satisfaction"_s).toInt(); // 0 where it is no number: refused by the desk
    std::optional<QString> complaint;
    if (context.has(u"complaint"_s))
        complaint = context.value(u"complaint"_s);
    if (!satisfaction && !complaint)
        return usage(ServiceWords::tr("Please give --satisfaction, --complaint or both."));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Service service, ServiceDesk(*ledger).rate({id}, satisfaction, complaint));
    return Answer {recordJson(service), ServiceWords::tr("Saved with service %1.").arg(service.id.text())};
}

CommandResult serviceFlags(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const std::vector<ServiceDoubt> doubts, ServiceDesk(*ledger).doubtsIn(days.first, days.last));
    QJsonArray json;
    QString text;
    for (const ServiceDoubt& doubt : doubts) {
        json << doubtJson(doubt);
        text += u"[%1]  %2  %3\n"_s.arg(doubt.service.text(), doubt.code, doubt.text);
    }
    return Answer {json, text};
}

// --- agreements and plans

CommandResult agreementList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    AgreementDesk desk(*ledger);
    if (context.has(u"elder"_s)) {
        ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.value(u"elder"_s), u"--elder"_s));
        ASSIGN_OR_RETURN(const std::vector<Agreement> found, desk.listOf({elder}));
        return answerList(found);
    }
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const std::vector<Agreement> found, desk.listIn({days.first, days.last}));
    return answerList(found);
}

CommandResult planList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    AgreementDesk desk(*ledger);
    if (context.has(u"elder"_s)) {
        ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.value(u"elder"_s), u"--elder"_s));
        ASSIGN_OR_RETURN(const std::vector<PlanItem> found, desk.planOf({elder}));
        return answerList(found);
    }
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const std::vector<PlanItem> found, desk.plansIn({days.first, days.last}));
    return answerList(found);
}

/// 'plan propose' shows, 'plan make' writes.
template <auto Make> CommandResult planFromAssessment(Context& context)
{
    ASSIGN_OR_RETURN(const QString text, context.need(u"elder"_s));
    ASSIGN_OR_RETURN(const qint64 elder, context.needId(text, u"--elder"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    AgreementDesk desk(*ledger);
    ASSIGN_OR_RETURN(const std::vector<PlanItem> lines, (desk.*Make)(Id<Elder> {elder}, days.first));
    return answerList(lines);
}

CommandResult planProgress(Context& context)
{
    ASSIGN_OR_RETURN(const QString text, context.need(u"elder"_s));
    ASSIGN_OR_RETURN(const qint64 elder, context.needId(text, u"--elder"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const AskedDays days, askedDays(context, *ledger));
    ASSIGN_OR_RETURN(const std::vector<PlanProgress> all,
                     AgreementDesk(*ledger).progressOf({elder}, days.first, days.last));
    QJsonArray json;
    QString lines;
    for (const PlanProgress& each : all) {
        json << QJsonObject {{u"elder"_s, each.elder.text()},
                             {u"item"_s, each.item},
                             {u"planned"_s, each.planned},
                             {u"done"_s, each.done},
                             {u"minutes"_s, each.minutes}};
        lines += ServiceWords::tr("%1: planned %2, done %3").arg(each.item).arg(each.planned).arg(each.done) + u'\n';
    }
    return Answer {json, lines};
}

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
    return Answer {json, ServiceWords::tr("Booked under number %1.").arg(added->id.text()) + u'\n' + recordLine(json)};
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
                   ServiceWords::tr("Booking %1 is done; it became service %2.").arg(id).arg(service.id.text()) + u'\n'
                       + recordLine(json)};
}

CommandResult bookingCancel(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Booking booking, BookingDesk(*ledger).cancel({id}, reason));
    return Answer {recordJson(booking), ServiceWords::tr("Booking %1 is cancelled.").arg(booking.id.text())};
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
        text += ServiceWords::tr("%1  %2: %3 services, %4 minutes")
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

std::vector<OptionLine> withMore(std::vector<OptionLine> options, std::initializer_list<OptionLine> more)
{
    options.insert(options.end(), more);
    return options;
}

} // namespace

void addServiceCommands(std::vector<Command>& table)
{
    const std::vector<OptionLine> days {{"on", "DATE"}, {"from", "DATE"}, {"to", "DATE"}};
    const auto fields = [](auto record) { return recordOptions(fieldsOf<decltype(record)>()); };
    const std::vector<OptionLine> ofElder = withMore(days, {{"elder", "ID"}});
    table.push_back({"catalogue list", "", {{"on", "DATE"}}, &catalogueList});
    table.push_back({"catalogue check", "FILE.json", {}, &catalogueCheck, 1, 1});
    table.push_back({"price add", "", fields(CataloguePrice()), &addRecord<CataloguePrice, CatalogueDesk>});
    table.push_back({"price list", "", {}, &priceList});
    table.push_back({"price void",
                     "ID",
                     {{"reason", "R"}},
                     &voidRecord<CataloguePrice, CatalogueDesk, &CatalogueDesk::voidPrice>,
                     1,
                     1});
    table.push_back(
        {"service add", "", withMore(fields(Service()), {{"elders", "ID,ID…"}, {"all-of", "ID"}}), &serviceAdd});
    table.push_back({"service list", "", ofElder, &serviceList});
    table.push_back(
        {"service void", "ID", {{"reason", "R"}}, &voidRecord<Service, ServiceDesk, &ServiceDesk::voidService>, 1, 1});
    table.push_back({"service signed",
                     "ID",
                     {{"how", "signature|fingerprint|proxy"}, {"by", "WHO"}, {"relation", "R"}},
                     &serviceSigned,
                     1,
                     1});
    table.push_back({"service rate", "ID", {{"satisfaction", "1-5"}, {"complaint", "TEXT"}}, &serviceRate, 1, 1});
    table.push_back({"service flags", "", days, &serviceFlags});
    table.push_back({"agreement add", "", fields(Agreement()), &addRecord<Agreement, AgreementDesk>});
    table.push_back({"agreement list", "", ofElder, &agreementList});
    table.push_back({"agreement void",
                     "ID",
                     {{"reason", "R"}},
                     &voidRecord<Agreement, AgreementDesk, &AgreementDesk::voidAgreement>,
                     1,
                     1});
    table.push_back({"plan propose", "", ofElder, &planFromAssessment<&AgreementDesk::propose>});
    table.push_back({"plan make", "", ofElder, &planFromAssessment<&AgreementDesk::makePlan>});
    table.push_back({"plan add", "", fields(PlanItem()), &addRecord<PlanItem, AgreementDesk>});
    table.push_back({"plan list", "", ofElder, &planList});
    table.push_back({"plan progress", "", ofElder, &planProgress});
    table.push_back(
        {"plan void", "ID", {{"reason", "R"}}, &voidRecord<PlanItem, AgreementDesk, &AgreementDesk::voidPlan>, 1, 1});
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
