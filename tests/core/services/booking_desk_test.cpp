// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/booking_desk.h"

#include "core/attendance/absence_desk.h"
#include "core/elders/elder_desk.h"
#include "core/services/agreement_desk.h"
#include "core/staff/staff_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct BookingBooks {
    BookingBooks()
    {
        for (const qint64 id : {1001, 1002, 1003}) {
            Elder elder;
            elder.id = {id};
            elder.name = u"周玉珍"_s;
            REQUIRE(ElderDesk(*store).add(elder));
        }
        worker(11, {QJsonObject {{u"kind"_s, u"care_worker"_s}, {u"until"_s, u"2021-09-30"_s}}});
        worker(12, {});
    }

    void worker(qint64 id, const QJsonArray& certificates, std::optional<QDate> trained = {})
    {
        Staff staff;
        staff.id = {id};
        staff.name = u"赵海山"_s;
        staff.certificates = certificates;
        staff.trainedOn = trained;
        REQUIRE(StaffDesk(*store).add(staff));
    }

    static Booking bath(qint64 elder, QDate day, QTime at, qint64 staff = 11)
    {
        Booking booking;
        booking.elder = {elder};
        booking.item = u"bath"_s;
        booking.at = Clock::momentOf(day, at);
        booking.minutes = 60;
        booking.staff = Id<Staff> {staff};
        return booking;
    }

    TestStore store;
    BookingDesk bookings {*store};
    ServiceDesk services {*store};
};

const QDate third {2021, 9, 3};

} // namespace

TEST_CASE("a taken time is refused with the number of the booking that has it", "[services][booking]")
{
    BookingBooks books;
    const auto first = books.bookings.add(BookingBooks::bath(1001, third, {9, 0}));
    REQUIRE(first);
    const auto taken = books.bookings.add(BookingBooks::bath(1002, third, {9, 59}));
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == Error::Kind::Conflict);
    CHECK(taken.error().message.contains(first->id.text()));
    CHECK_FALSE(books.bookings.add(BookingBooks::bath(1001, third, {9, 30}, 12)).ok()); // she herself is busy
    CHECK(books.bookings.add(BookingBooks::bath(1002, third, {10, 0})));
    CHECK(books.bookings.add(BookingBooks::bath(1002, third, {9, 30}), EntryWay::Records)); // an auditor must find it
    REQUIRE(books.bookings.cancel(first->id, u"老人改期"_s));
    CHECK(books.bookings.add(BookingBooks::bath(1003, third, {8, 0})));
    CHECK(books.bookings.cancel(first->id, u"老人改期"_s).error().kind == Error::Kind::Refused);
}

TEST_CASE("only whom a certificate and the training allow on that day is given an item", "[services][booking]")
{
    BookingBooks books;
    books.worker(13, {QJsonObject {{u"kind"_s, u"nurse"_s}}}, QDate(2021, 9, 10));
    CHECK(books.bookings.add(BookingBooks::bath(1001, third, {9, 0}, 12)).error().kind == Error::Kind::Refused);
    const auto expired = books.bookings.add(BookingBooks::bath(1001, {2021, 10, 1}, {9, 0}));
    CHECK(expired.error().message.contains(u"2021-10-01"_s));
    CHECK(books.bookings.add(BookingBooks::bath(1001, {2021, 9, 9}, {9, 0}, 13))
              .error()
              .message.contains(u"2021-09-10"_s));
    CHECK(books.bookings.add(BookingBooks::bath(1001, {2021, 9, 10}, {9, 0}, 13)));
    Booking song = BookingBooks::bath(1001, third, {15, 0}, 12);
    song.item = u"culture"_s;
    CHECK(books.bookings.add(song)); // nobody needs a certificate for it
}

TEST_CASE("a booking that is done becomes a service with the price of its day, and back", "[services][booking]")
{
    BookingBooks books;
    Booking order = BookingBooks::bath(1001, third, {9, 0});
    order.caller = u"女儿"_s;
    order.hotlineNote = u"来电要求上午"_s;
    const auto booking = books.bookings.add(order);
    REQUIRE(booking);
    const auto service = books.bookings.done(booking->id);
    REQUIRE(service);
    CHECK(service->price == Fen {6000});
    CHECK(service->subsidy == Fen {6000});
    CHECK(service->payer == Payer::Government);
    CHECK(service->at == booking->at);
    const auto after = books.bookings.show(booking->id);
    CHECK(after->state == BookingState::Done);
    CHECK(after->service == service->id);
    CHECK(after->hotlineNote == order.hotlineNote);
    CHECK_FALSE(books.bookings.done(booking->id));
    REQUIRE(books.services.rate(service->id, 2, u"水太凉"_s));
    CHECK(books.services.show(service->id)->complaint == u"水太凉"_s);
    REQUIRE(books.services.voidService(service->id, u"登错"_s));
    CHECK(books.bookings.show(booking->id)->state == BookingState::Booked);
    const auto tomorrow = books.bookings.add(BookingBooks::bath(1001, {2021, 9, 4}, {9, 0}));
    REQUIRE(tomorrow);
    CHECK_FALSE(books.bookings.done(tomorrow->id)); // not before its day
    CHECK(books.bookings.show(tomorrow->id)->state == BookingState::Booked);
}

TEST_CASE("a booking's moment, item and people are there", "[services][booking]")
{
    BookingBooks books;
    Booking wrong = BookingBooks::bath(1001, third, {9, 0});
    wrong.item = u"dance"_s;
    CHECK(books.bookings.add(wrong, EntryWay::Records).error().message.contains(u"culture"_s));
    wrong = BookingBooks::bath(1001, third, {9, 0}, 77);
    CHECK(books.bookings.add(wrong).error().kind == Error::Kind::NotFound);
    wrong = BookingBooks::bath(9999, third, {9, 0});
    CHECK(books.bookings.add(wrong).error().kind == Error::Kind::NotFound);
    wrong = BookingBooks::bath(1001, third, {9, 0});
    wrong.minutes = 0;
    CHECK(books.bookings.add(wrong)->minutes == 60); // the usual duration
    Absence away;
    away.elder = {1002};
    away.from = {2021, 9, 1};
    away.reason = AbsenceReason::Hospital;
    REQUIRE(AbsenceDesk(*books.store).add(away));
    CHECK(books.bookings.add(BookingBooks::bath(1002, third, {14, 0})).error().kind == Error::Kind::Refused);
}

TEST_CASE("one record for many people is one step, or none where one of them cannot be", "[services]")
{
    BookingBooks books;
    Service song;
    song.item = u"culture"_s;
    song.servedOn = third;
    song.at = Clock::momentOf(third, {9, 0});
    song.minutes = 60;
    song.staff = Id<Staff> {12};
    const auto sung = books.services.addGroup(song, {{1001}, {1002}, {1001}});
    REQUIRE(sung);
    REQUIRE(sung->size() == 2);
    CHECK(sung->back().group == sung->front().id);
    CHECK(books.services.groupOf(sung->back().id)->size() == 2);
    const auto again = books.services.addGroup(song, {{1003}, {1002}});
    REQUIRE_FALSE(again);
    CHECK(again.error().message.contains(sung->back().id.text()));
    CHECK(books.services.listOn(third)->size() == 2);
    CHECK_FALSE(books.services.addGroup(song, {}));
}

TEST_CASE("a slip is signed once: by the elder, or by a proxy who is named", "[services]")
{
    BookingBooks books;
    Service service;
    service.elder = {1001};
    service.item = u"cleaning"_s;
    service.servedOn = third;
    const auto added = books.services.add(service);
    REQUIRE(added);
    CHECK(books.services.sign(added->id, SignedHow::Proxy).error().kind == Error::Kind::Invalid);
    const auto done = books.services.sign(added->id, SignedHow::Proxy, u"周小兰"_s, u"女儿"_s);
    REQUIRE(done);
    CHECK(done->signedBy == u"周小兰"_s);
    CHECK(books.services.sign(added->id, SignedHow::Signature).error().kind == Error::Kind::Conflict);
    CHECK(books.services.printed(added->id, u"a5"_s)->copy == 1);
    CHECK(books.services.printed(added->id, u"roll80"_s)->copy == 2);
    CHECK_FALSE(books.services.sign({4711}, SignedHow::Signature));
}

TEST_CASE("an auditor finds what overlaps and what no agreement covers", "[services]")
{
    BookingBooks books;
    Agreement agreement;
    agreement.elder = {1001};
    agreement.from = {2021, 1, 1};
    agreement.to = QDate(2021, 12, 31);
    agreement.items = {u"cleaning"_s};
    AgreementDesk agreements(*books.store);
    REQUIRE(agreements.add(agreement));
    CHECK(agreements.add(agreement).error().kind == Error::Kind::Conflict);
    agreement.items = {u"polishing"_s};
    CHECK(agreements.add(agreement, EntryWay::Records).error().message.contains(u"cleaning"_s));

    Service service;
    service.elder = {1001};
    service.item = u"cleaning"_s;
    service.servedOn = third;
    service.at = Clock::momentOf(third, {9, 0});
    service.minutes = 90;
    service.staff = Id<Staff> {11};
    const auto first = books.services.add(service, EntryWay::Records);
    REQUIRE(first);
    CHECK(books.services.doubtsOf(*first)->empty());
    service.elder = {1002};
    const auto second = books.services.add(service, EntryWay::Records);
    REQUIRE(second);
    QStringList codes;
    const auto doubts = books.services.doubtsIn(third, third);
    REQUIRE(doubts);
    for (const ServiceDoubt& doubt : *doubts)
        codes << doubt.code;
    codes.sort();
    CHECK(codes.join(u' ') == u"outside_agreement staff_overlap staff_overlap"_s);
}

TEST_CASE("planned stands beside done", "[services]")
{
    BookingBooks books;
    AgreementDesk agreements(*books.store);
    PlanItem line;
    line.elder = {1001};
    line.item = u"cleaning"_s;
    line.times = 1;
    line.per = PlanPer::Week;
    line.from = {2021, 8, 1};
    REQUIRE(agreements.add(line));
    Service service;
    service.elder = {1001};
    service.item = u"cleaning"_s;
    service.servedOn = {2021, 9, 1};
    service.minutes = 90;
    REQUIRE(books.services.add(service));
    const auto progress = agreements.progressOf({1001}, {2021, 8, 30}, {2021, 9, 12});
    REQUIRE(progress);
    REQUIRE(progress->size() == 1);
    CHECK(progress->front().planned == 2);
    CHECK(progress->front().done == 1);
    CHECK(progress->front().minutes == 90);
    CHECK(agreements.propose({1001}, third).error().kind == Error::Kind::NotFound); // nobody assessed her yet
    line.times = 0;
    CHECK_FALSE(agreements.add(line));
}

TEST_CASE("the plan is proposed from the newest confirmed assessment, and written once", "[services]")
{
    BookingBooks books;
    Assessment sheet;
    sheet.elder = {1001};
    sheet.standard = u"mzt039-2013"_s;
    sheet.assessedOn = {2021, 8, 1};
    sheet.state = AssessmentState::Confirmed;
    sheet.level = u"severe"_s;
    AssessmentRepository sheets(*books.store);
    const auto severe = sheets.add(sheet);
    REQUIRE(severe);
    sheet.assessedOn = {2021, 9, 2};
    sheet.state = AssessmentState::Draft;
    sheet.level = u"intact"_s;
    REQUIRE(sheets.add(sheet));
    AgreementDesk desk(*books.store);
    const auto proposed = desk.propose({1001}, third);
    REQUIRE(proposed);
    REQUIRE_FALSE(proposed->empty());
    CHECK(proposed->front().item == u"bath"_s);
    CHECK(proposed->front().assessment == severe->id);
    CHECK(desk.planOf({1001})->empty()); // a proposal is no plan
    CHECK(desk.makePlan({1001}, third)->size() == proposed->size());
    CHECK(desk.makePlan({1001}, third)->empty());
    CHECK(desk.planOf({1001})->size() == proposed->size());
}

TEST_CASE("an order gets another time, person or item with a new revision and the checks of a new one",
          "[services][booking]")
{
    BookingBooks books;
    const auto first = books.bookings.add(BookingBooks::bath(1001, third, {9, 0}));
    const auto second = books.bookings.add(BookingBooks::bath(1002, third, {10, 0}));
    REQUIRE(second);
    Booking changed = *second;
    changed.at = Clock::momentOf(third, {9, 30});
    const auto taken = books.bookings.edit(changed);
    CHECK(taken.error().kind == Error::Kind::Conflict);
    CHECK(taken.error().message.contains(first->id.text()));
    changed.at = Clock::momentOf(third.addDays(1), {10, 15});
    changed.hotlineNote = u"改到明天"_s;
    const auto saved = books.bookings.edit(changed);
    REQUIRE(saved);
    CHECK(saved->bookedOn == third.addDays(1));
    CHECK(saved->recorded.revision == second->recorded.revision + 1);
    changed.at = Clock::momentOf(third.addDays(1), {10, 30}); // its own time does not stand in its way
    CHECK(books.bookings.edit(changed));
    changed.staff = Id<Staff> {12};
    CHECK(books.bookings.edit(changed).error().kind == Error::Kind::Refused); // no certificate
    REQUIRE(books.bookings.cancel(second->id, u"不来"_s));
    CHECK(books.bookings.edit(changed).error().kind == Error::Kind::Refused);
    const auto again = books.bookings.reopen(second->id);
    REQUIRE(again);
    CHECK(again->state == BookingState::Booked);
    CHECK_FALSE(again->cancelReason);
    CHECK(books.bookings.reopen(second->id).error().kind == Error::Kind::Refused);
}

TEST_CASE("who called for an elder stands on the order though nobody of that name is on file", "[services][booking]")
{
    BookingBooks books;
    Booking booking = BookingBooks::bath(1001, third, {9, 0});
    booking.caller = u"王芳"_s;
    booking.callerPhone = u"13800000000"_s;
    booking.callerRelation = u"女儿"_s;
    const auto added = books.bookings.add(booking);
    REQUIRE(added);
    const auto shown = books.bookings.show(added->id);
    CHECK(shown->caller == u"王芳"_s);
    CHECK(shown->callerPhone == u"13800000000"_s);
    CHECK(shown->callerRelation == u"女儿"_s);
}

TEST_CASE("what the catalogue does not offer on a day is not ordered, done or agreed for it", "[services][booking]")
{
    BookingBooks books;
    const QDate before {2020, 12, 31};
    Booking booking = BookingBooks::bath(1001, before, {9, 0});
    booking.item = u"family_bed"_s;
    const auto refused = books.bookings.add(booking);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK(refused.error().message.contains(u"2020-12-31"_s));
    CHECK(refused.error().message.contains(u"2021-01-01"_s));
    Service service;
    service.elder = {1001};
    service.item = u"family_bed"_s;
    service.servedOn = before;
    CHECK(books.services.add(service).error().message.contains(u"2020-12-31"_s));
    const auto told = books.services.add(service, EntryWay::Records); // another program's stays, for the auditor
    REQUIRE(told);
    const auto doubts = books.services.doubtsOf(*told);
    REQUIRE(doubts);
    CHECK(std::any_of(doubts->begin(), doubts->end(),
                      [](const ServiceDoubt& doubt) { return doubt.code == u"not_offered"; }));
    Agreement agreement;
    agreement.elder = {1001};
    agreement.from = before;
    agreement.items = {u"family_bed"_s};
    AgreementDesk agreements(*books.store);
    CHECK(agreements.add(agreement).error().message.contains(u"2020-12-31"_s));
    agreement.from = {2021, 1, 1};
    CHECK(agreements.add(agreement));
    service.servedOn = {2021, 1, 1};
    CHECK(books.services.add(service));
}

TEST_CASE("a group and a signature are taken back in one step", "[services]")
{
    BookingBooks books;
    Service class_;
    class_.item = u"culture"_s;
    class_.servedOn = third;
    const auto group = books.services.addGroup(class_, {{1001}, {1002}, {1003}});
    REQUIRE(group);
    REQUIRE(books.services.sign(group->front().id, SignedHow::Fingerprint));
    REQUIRE(books.services.putBackSignature(group->front()));
    CHECK_FALSE(books.services.show(group->front().id)->signedHow);
    REQUIRE(books.services.voidGroup((*group)[1].id, u"登错"_s));
    CHECK(books.services.listOn(third)->empty());
}
