// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/service_slip.h"

#include "core/base/text/chinese_date.h"
#include "core/centre/site_repository.h"
#include "core/security/user_repository.h"
#include "ui/printing/html_block.h"
#include "ui/printing/qr.h"
#include "ui/printing/template.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

Value givenText(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

TemplateValues serviceSlipValues(const ServiceSlip& slip)
{
    TemplateValues values;
    const Fen own {std::max<qint64>(0, slip.price.value - slip.subsidy.value)};
    values.fields = {
        {u"centre.name"_s, Value(slip.centre)},
        {u"slip.number"_s, Value(slip.number)},
        {u"elder.name"_s, Value(slip.elderName)},
        {u"service.item"_s, Value(slip.item)},
        {u"service.served_on"_s, Value(slip.on)},
        {u"service.time"_s, givenText(slip.time)},
        {u"service.minutes"_s, slip.minutes ? Value(QString::number(*slip.minutes)) : Value()},
        {u"service.place"_s, givenText(slip.place)},
        {u"service.payer"_s, givenText(slip.payer)},
        {u"service.proof"_s, givenText(slip.proof)},
        {u"staff.name"_s, givenText(slip.staffName)},
        {u"site.name"_s, givenText(slip.siteName)},
        {u"caller"_s, givenText(slip.caller)},
        {u"service.price_fen"_s, Value(slip.price)},
        {u"service.subsidy_fen"_s, Value(slip.subsidy)},
        {u"service.own_fen"_s, Value(own)},
        {u"recorded_by"_s, Value(slip.recordedBy)},
        {u"recorded_at"_s,
         Value(paperDay(Clock::dayOf(slip.recordedAt)) + u' ' + Clock::timeOf(slip.recordedAt).toString(u"HH:mm"_s))},
        {u"demonstration"_s, slip.demonstration ? Value(u"1"_s) : Value()},
        {u"reprint"_s, slip.copy > 1 ? Value(QString::number(slip.copy)) : Value()},
    };
    return values;
}

/// Paper is Chinese whatever the user's language is.
QString payerOnPaper(Payer payer)
{
    switch (payer) {
    case Payer::Government:
        return u"政府购买"_s;
    case Payer::Self:
        return u"自费"_s;
    case Payer::Volunteer:
        break;
    }
    return u"志愿服务"_s;
}

QString callerOnPaper(const Booking& booking)
{
    QString text = booking.caller.value_or(QString());
    if (booking.callerRelation)
        text += u"（%1）"_s.arg(*booking.callerRelation);
    if (booking.callerPhone)
        text += u' ' + *booking.callerPhone;
    return text.trimmed();
}

QString proofOnPaper(const QString& proof)
{
    return proof == u"signature" ? u"签字或指印"_s : proof == u"list" ? u"签到表"_s : u"服务记录"_s;
}

} // namespace

QString placeOnPaper(ServicePlace place)
{
    switch (place) {
    case ServicePlace::Home:
        return u"老人家中"_s;
    case ServicePlace::Centre:
        return u"中心"_s;
    case ServicePlace::Elsewhere:
        break;
    }
    return u"其他地点"_s;
}

QString slotOnPaper(const Service& service)
{
    if (!service.at)
        return {};
    const QString begin = Clock::timeOf(*service.at).toString(u"HH:mm"_s);
    return service.minutes
        ? begin + u'–' + Clock::timeOf(service.at->addSecs(qint64(*service.minutes) * 60)).toString(u"HH:mm"_s)
        : begin;
}

Result<std::unique_ptr<ServiceSlipPaper>> ServiceSlipPaper::make(const std::vector<ServiceSlip>& slips, SlipForm form)
{
    std::vector<Ready> ready;
    ready.reserve(slips.size());
    for (const ServiceSlip& slip : slips) {
        ASSIGN_OR_RETURN(const QString html,
                         filledTemplate(form == SlipForm::A5 ? u"service_slip_a5"_s : u"service_slip_roll"_s,
                                        serviceSlipValues(slip)));
        ready.push_back({html, slip.number});
    }
    return std::unique_ptr<ServiceSlipPaper>(new ServiceSlipPaper(std::move(ready), form));
}

void ServiceSlipPaper::paint(Sheets& sheets) const
{
    for (const Ready& slip : m_slips)
        paintSlip(sheets, slip.html, slip.number, m_form);
}

QString ServiceSlipPaper::title() const
{
    return u"服务单"_s;
}

Result<QString> ServicePapers::userName(Id<User> user)
{
    ASSIGN_OR_RETURN(const std::optional<User> found, UserRepository(m_session.ledger()).find(user));
    return found ? found->name : QString();
}

Result<ServiceSlip> ServicePapers::slipOf(const Service& service)
{
    Ledger& ledger = m_session.ledger();
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    const CatalogueItem* item = catalogue->find(service.item);
    ServiceSlip slip;
    slip.centre = m_session.centre().name;
    slip.demonstration = m_session.centre().demonstration;
    slip.number = service.id.text();
    ASSIGN_OR_RETURN(const std::optional<Elder> elder, ElderRepository(ledger).find(service.elder));
    slip.elderName = elder ? elder->name : QString();
    slip.item = item ? item->title.zh : service.item;
    slip.proof = item ? proofOnPaper(item->proof) : QString();
    if (service.staff) {
        ASSIGN_OR_RETURN(const std::optional<Staff> staff, StaffRepository(ledger).find(*service.staff));
        slip.staffName = staff ? staff->name : QString();
    }
    if (service.site) {
        ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(ledger).find(*service.site));
        slip.siteName = site ? site->name : QString();
    }
    slip.place = service.place ? placeOnPaper(*service.place) : QString();
    slip.payer = service.payer ? payerOnPaper(*service.payer) : QString();
    slip.on = service.servedOn;
    slip.minutes = service.minutes;
    slip.time = slotOnPaper(service);
    ASSIGN_OR_RETURN(const std::optional<Booking> booking, m_bookings.ofService(service.id));
    slip.caller = booking ? callerOnPaper(*booking) : QString();
    slip.price = service.price;
    slip.subsidy = service.subsidy;
    ASSIGN_OR_RETURN(slip.recordedBy, userName(service.recorded.by));
    slip.recordedAt = service.recorded.at;
    return slip;
}

Result<std::vector<ServiceSlip>> ServicePapers::look(const std::vector<Service>& services)
{
    std::vector<ServiceSlip> slips;
    for (const Service& service : services) {
        ASSIGN_OR_RETURN(ServiceSlip slip, slipOf(service));
        ASSIGN_OR_RETURN(const int before, m_services.copies(service.id));
        slip.copy = before + 1;
        slips.push_back(std::move(slip));
    }
    return slips;
}

Result<void> ServicePapers::printed(const std::vector<Service>& services, SlipForm form)
{
    return m_session.ledger().transact([&]() -> Result<void> {
        for (const Service& service : services)
            RETURN_IF_ERROR(m_services.printed(service.id, form == SlipForm::A5 ? u"a5"_s : u"roll80"_s));
        return {};
    });
}

Result<std::vector<ServiceSlip>> ServicePapers::print(const std::vector<Service>& services, SlipForm form)
{
    return m_session.ledger().transact([&]() -> Result<std::vector<ServiceSlip>> {
        ASSIGN_OR_RETURN(std::vector<ServiceSlip> slips, look(services));
        RETURN_IF_ERROR(printed(services, form));
        return slips;
    });
}

} // namespace songhe::printing
