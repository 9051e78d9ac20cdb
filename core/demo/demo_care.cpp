// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_care.h"

#include "core/attendance/attendance_desk.h"
#include "core/demo/demo_random.h"
#include "core/devices/device_desk.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/services/catalogue_price.h"
#include "core/staff/staff_desk.h"
#include "core/visits/visit_desk.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysBack = 28;

class DemoCare {
public:
    DemoCare(Ledger& ledger, quint64 seed, const std::vector<Id<Site>>& sites, const std::vector<DemoGuest>& guests)
        : m_ledger(ledger)
        , m_random(seed ^ 0xCA2E)
        , m_today(ledger.today())
        , m_site(sites.front())
    {
        // Who is away, or came only now, is left alone.
        std::copy_if(guests.begin(), guests.end(), std::back_inserter(m_guests), [this](const DemoGuest& guest) {
            return !guest.awayFrom && guest.joined < m_today.addDays(-daysBack - 7);
        });
    }

    Result<void> run()
    {
        ASSIGN_OR_RETURN(const std::vector<Staff> staff, StaffDesk(m_ledger).list());
        for (const Staff& each : staff)
            if (each.role == StaffRole::CareWorker)
                m_workers.push_back(each.id);
        std::sort(m_workers.begin(), m_workers.end(), [](auto left, auto right) { return left.value < right.value; });
        if (m_guests.empty() || m_workers.empty())
            return {};
        RETURN_IF_ERROR(agreements());
        for (int back = daysBack; back >= 0; --back)
            RETURN_IF_ERROR(day(m_today.addDays(-back)));
        RETURN_IF_ERROR(orders());
        RETURN_IF_ERROR(visits());
        RETURN_IF_ERROR(incidents());
        return devices();
    }

private:
    template <typename R> Id<R> id() { return {(qint64(++m_made) << 20) | qint64(m_random.next() & 0xFFFFF)}; }
    [[nodiscard]] Id<Elder> guest(std::size_t number) const { return m_guests[number % m_guests.size()].id; }
    [[nodiscard]] std::size_t atMost(std::size_t most) const { return std::min(most, m_guests.size()); }

    Result<void> agreements();
    Result<void> day(QDate day);
    Result<void> service(Service made, QDate day, QTime at, std::size_t who);
    Result<void> singing(QDate day);
    Result<void> present(QDate day);
    Result<void> measure(QDate day, std::size_t who);
    Result<void> orders();
    Result<void> visits();
    Result<void> incidents();
    Result<void> devices();

    Ledger& m_ledger;
    DemoRandom m_random;
    QDate m_today;
    Id<Site> m_site;
    std::vector<DemoGuest> m_guests;
    std::vector<Id<Staff>> m_workers;
    int m_made = 0;
};

Result<void> DemoCare::agreements()
{
    AgreementDesk desk(m_ledger);
    for (std::size_t who = 0; who < atMost(12); ++who) {
        Agreement agreement;
        agreement.id = id<Agreement>();
        agreement.elder = guest(who);
        agreement.from = qMax(m_guests[who].joined, m_today.addDays(-300));
        agreement.to = m_today.addDays(m_random.between(20, 200));
        agreement.items = {u"cleaning"_s, u"bath"_s, u"culture"_s};
        agreement.consent = true;
        agreement.riskNotice = true;
        agreement.signedOn = agreement.from;
        RETURN_IF_ERROR(desk.add(agreement, EntryWay::Records));
    }
    return {};
}

Result<void> DemoCare::service(Service made, QDate day, QTime at, std::size_t who)
{
    ASSIGN_OR_RETURN(const std::optional<Fen> price, CatalogueDesk(m_ledger).priceOn(made.item, day));
    made.elder = guest(who);
    made.servedOn = day;
    made.at = Clock::momentOf(day, at);
    made.minutes = 60;
    made.site = m_site;
    made.price = price.value_or(Fen {});
    if (m_random.chance(60))
        made.satisfaction = m_random.between(4, 5);
    RETURN_IF_ERROR(ServiceDesk(m_ledger).add(made, EntryWay::Records));
    return {};
}

/// One hour of songs for all who are there; each has a record, the first one's number holds them together.
Result<void> DemoCare::singing(QDate day)
{
    const Id<Service> first = id<Service>();
    for (std::size_t who = 0; who < atMost(15); ++who) {
        Service song;
        song.id = who == 0 ? first : id<Service>();
        song.group = first;
        song.item = u"culture"_s;
        song.staff = m_workers.back();
        song.place = ServicePlace::Centre;
        RETURN_IF_ERROR(service(song, day, QTime(14, 0), who));
    }
    return {};
}

Result<void> DemoCare::present(QDate day)
{
    AttendanceDesk desk(m_ledger);
    for (std::size_t who = 0; who < atMost(15); ++who) {
        if (!m_random.chance(85))
            continue;
        Attendance attendance;
        attendance.id = id<Attendance>();
        attendance.elder = guest(who);
        attendance.on = day;
        attendance.in = QTime(8, m_random.between(0, 50)).toString(u"HH:mm"_s);
        attendance.out = QTime(16, m_random.between(10, 50)).toString(u"HH:mm"_s);
        attendance.site = m_site;
        RETURN_IF_ERROR(desk.add(attendance, EntryWay::Records));
    }
    return {};
}

Result<void> DemoCare::measure(QDate day, std::size_t who)
{
    ASSIGN_OR_RETURN(const HealthPlan plan, HealthPlan::builtIn());
    Measurement one;
    one.id = id<Measurement>();
    one.elder = guest(who);
    one.at = Clock::momentOf(day, QTime(9, m_random.between(0, 59)));
    one.on = day;
    one.value = u"%1/%2"_s.arg(m_random.between(118, 158)).arg(m_random.between(68, 94));
    RETURN_IF_ERROR(MeasurementDesk(m_ledger, plan).add(one, EntryWay::Records));
    return {};
}

Result<void> DemoCare::day(QDate day)
{
    if (day.dayOfWeek() > 5)
        return {};
    // One home after the other, so that nobody is in two places.
    for (std::size_t at = 0; at < m_workers.size() * 2; ++at) {
        const std::size_t who = (std::size_t(day.toJulianDay()) * m_workers.size() * 2 + at) % atMost(12);
        Service cleaning;
        cleaning.id = id<Service>();
        cleaning.item = u"cleaning"_s;
        cleaning.staff = m_workers[at % m_workers.size()];
        cleaning.place = ServicePlace::Home;
        RETURN_IF_ERROR(service(cleaning, day, QTime(at < m_workers.size() ? 9 : 10, 30), who));
    }
    if (day.dayOfWeek() == 3)
        RETURN_IF_ERROR(singing(day));
    if (day.dayOfWeek() == 1)
        for (std::size_t who = 0; who < atMost(6); ++who)
            RETURN_IF_ERROR(measure(day, who));
    return present(day);
}

/// What was ordered for the days to come.
Result<void> DemoCare::orders()
{
    BookingDesk desk(m_ledger);
    for (int ahead = 1; ahead <= 5; ++ahead)
        for (std::size_t at = 0; at < m_workers.size(); ++at) {
            Booking order;
            order.id = id<Booking>();
            order.elder = guest(std::size_t(ahead) * m_workers.size() + at);
            order.item = at == 0 ? u"cleaning"_s : u"bath"_s;
            order.at = Clock::momentOf(m_today.addDays(ahead), QTime(m_random.between(9, 15), 0));
            order.minutes = 60;
            order.staff = m_workers[at];
            RETURN_IF_ERROR(desk.add(order, EntryWay::Records));
        }
    return {};
}

/// Some live alone and are looked after every week, others every month; not all of it was done in time.
Result<void> DemoCare::visits()
{
    ASSIGN_OR_RETURN(const VisitPlan plan, VisitPlan::builtIn());
    VisitDesk desk(m_ledger, plan);
    for (std::size_t who = 0; who < atMost(12); ++who) {
        const bool weekly = who < 4;
        VisitTier tier;
        tier.id = id<VisitTier>();
        tier.elder = guest(who);
        tier.tier = weekly ? u"weekly"_s : u"monthly"_s;
        tier.from = m_today.addDays(-daysBack);
        RETURN_IF_ERROR(desk.add(tier, EntryWay::Records));
        Visit visit;
        visit.id = id<Visit>();
        visit.elder = guest(who);
        visit.on = m_today.addDays(-m_random.between(1, weekly ? 8 : daysBack));
        visit.means = m_random.chance(70) ? VisitMeans::Door : VisitMeans::Phone;
        visit.visitor = m_workers[who % m_workers.size()];
        visit.condition = m_random.chance(80) ? u"精神好，饮食起居正常"_s : u"血压偏高，已提醒按时服药"_s;
        RETURN_IF_ERROR(desk.add(visit, EntryWay::Records));
    }
    return {};
}

Result<void> DemoCare::incidents()
{
    Incident fall;
    fall.id = id<Incident>();
    fall.elder = guest(2);
    fall.on = m_today.addDays(-11);
    fall.at = Clock::momentOf(fall.on, QTime(10, 20));
    fall.kind = IncidentKind::Fall;
    fall.place = IncidentPlace::Centre;
    fall.injury = Injury::Minor;
    fall.site = m_site;
    fall.what = u"在活动室起身时滑倒"_s;
    fall.action = u"搀扶休息，冷敷左膝"_s;
    fall.told = u"当日 10:40 电话告知女儿"_s;
    fall.followUp = u"次日复查无不适"_s;
    RETURN_IF_ERROR(IncidentDesk(m_ledger).add(fall, EntryWay::Records));
    return {};
}

Result<void> DemoCare::devices()
{
    ASSIGN_OR_RETURN(const DevicePlan plan, DevicePlan::builtIn());
    DeviceDesk desk(m_ledger, plan);
    static constexpr struct {
        const char* kind;
        const char* code;
    } owned[] = {{"wheelchair", "W-01"}, {"wheelchair", "W-02"}, {"walker", "Z-01"}, {"care_bed", "C-01"}};
    std::size_t who = 0;
    for (const auto& each : owned) {
        Device device;
        device.id = id<Device>();
        device.kind = QString::fromLatin1(each.kind);
        device.code = QString::fromLatin1(each.code);
        device.site = m_site;
        RETURN_IF_ERROR(desk.add(device, EntryWay::Records));
        if (who == 3)
            continue; // one stands in the store
        DeviceLoan loan;
        loan.id = id<DeviceLoan>();
        loan.device = device.id;
        loan.elder = guest(who++);
        loan.from = m_today.addDays(-20);
        loan.dueOn = m_today.addDays(who == 1 ? -2 : 40);
        loan.deposit = {10000};
        RETURN_IF_ERROR(desk.add(loan, EntryWay::Records));
    }
    return {};
}

} // namespace

Result<void> writeDemoCare(Ledger& ledger, quint64 seed, const std::vector<Id<Site>>& sites,
                           const std::vector<DemoGuest>& guests)
{
    return DemoCare(ledger, seed, sites, guests).run();
}

} // namespace songhe
