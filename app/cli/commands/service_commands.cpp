// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/asked_days.h"
#include "app/cli/record_commands.h"

#include "core/centre/site_repository.h"
#include "core/services/agreement_desk.h"
#include "core/services/service_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace songhe::cli {

namespace {

using namespace Qt::StringLiterals;

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli)
};

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

} // namespace

void addServiceCommands(std::vector<Command>& table)
{
    const std::vector<OptionLine> days = dayOptions();
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
}

} // namespace songhe::cli
