// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_city.h"

#include "core/centre/settings.h"
#include "core/demo/demo_story.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/package_desk.h"
#include "core/rules/policy_desk.h"
#include "core/security/data_folder.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <limits>
#include <tuple>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// What goes wrong at a centre, by the last digit of its number.
enum class Mishap { None = 0, Lost = 1, Late = 2, Repeated = 3, Altered = 4, Silent = 5 };

constexpr int mishapRound = 2; // the quarter whose stick is lost, late or altered
constexpr int lateRound = 4;   // the round that brings the late one

Mishap mishapOf(std::size_t index)
{
    const auto digit = (index + 1) % 10;
    return digit <= 5 ? Mishap(int(digit)) : Mishap::None;
}

Result<void> copyTo(const QString& file, const QString& folder)
{
    const QString target = QDir(folder).filePath(QFileInfo(file).fileName());
    if (QDir().mkpath(folder) && QFile::copy(file, target))
        return {};
    return fail(Error::Kind::Io, DemoCity::tr("%1 cannot be written. Please make room and try again.").arg(target));
}

Result<void> alterOneByte(const QString& path)
{
    QFile file(path);
    char byte = 0;
    if (file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.getChar(&byte)
        && file.seek(file.size() / 2) && file.putChar(char(byte ^ 0x20)))
        return {};
    return fail(Error::Kind::Io, DemoCity::tr("%1 cannot be written. Please make room and try again.").arg(path));
}

} // namespace

struct DemoCity::Centre {
    QString code;
    QString publicKey;
    FixedClock clock {QDate(2021, 1, 1)};
    std::unique_ptr<DataFolder> folder;
    std::unique_ptr<Session> session;
    std::unique_ptr<DemoStory> story;
    std::vector<QString> files; ///< as they were written, by round
};

/// An elder on the books of two centres.
struct DemoCity::Shared {
    std::size_t home = 0;
    std::size_t away = 0;
    int number = 0; ///< among those of her pair
    bool eatsTwice = false;
    Id<Elder> atHome;
    Id<Elder> atAway;
};

QJsonObject PlantedFinding::toJson() const
{
    return {{u"code"_s, code}, {u"centres"_s, QJsonArray::fromStringList(centres)}, {u"value"_s, value}};
}

bool operator<(const PlantedFinding& left, const PlantedFinding& right)
{
    return std::tie(left.code, left.centres, left.value) < std::tie(right.code, right.centres, right.value);
}

DemoCity::DemoCity(const CityPlan& plan, CityDistrict district, std::function<SummaryMaker(Session&)> summaryOf)
    : m_plan(plan)
    , m_district(std::move(district))
    , m_summaryOf(std::move(summaryOf))
{ }

DemoCity::~DemoCity() = default;

Result<std::unique_ptr<DemoCity>> DemoCity::found(const QString& folder, const CityPlan& plan,
                                                  const CityDistrict& district,
                                                  std::function<SummaryMaker(Session&)> summaryOf, Progress& progress)
{
    RETURN_IF_ERROR(checkCityPlan(plan));
    if (!QDir().mkpath(folder) || !QDir(folder).isEmpty())
        return fail(Error::Kind::Refused,
                    tr("A city goes into an empty folder only, so that nothing of yours is touched: %1").arg(folder));
    std::unique_ptr<DemoCity> city(new DemoCity(plan, district, std::move(summaryOf)));
    RETURN_IF_ERROR(city->build(folder, progress));
    RETURN_IF_ERROR(city->welcomeShared());
    return city;
}

Result<void> DemoCity::build(const QString& folder, Progress& progress)
{
    m_folder = folder;
    for (int i = 0; i < m_plan.centres; ++i) {
        RETURN_IF_ERROR(progress.step(i, m_plan.centres));
        RETURN_IF_ERROR(addCentre(i));
        Centre& centre = *m_centres.back();
        RETURN_IF_ERROR(centre.session->ledger().transact([&] { return beginStory(centre); }));
    }
    return {};
}

Result<void> DemoCity::addCentre(int number)
{
    const QDate first(m_plan.year, 1, 1);
    const SecureBytes password {QByteArrayView(Demo::password)};
    auto centre = std::make_unique<Centre>();
    centre->code = u"SG%1"_s.arg(number + 1, 3, 10, QChar(u'0'));
    centre->clock.set(Clock::momentOf(first, QTime(7, 30)));
    ASSIGN_OR_RETURN(centre->folder, DataFolder::open(QDir(m_folder).filePath(u"centres/"_s + centre->code)));
    CentreSetup setup;
    setup.name = u"松鹤中心%1（演示）"_s.arg(number + 1);
    setup.code = centre->code;
    setup.division = u"150205"_s;
    setup.userName = QString::fromUtf8(Demo::user);
    setup.password = password.clone();
    setup.demonstration = true;
    setup.cost = KdfCost::least(); // the password is known to all
    ASSIGN_OR_RETURN(setup.keys, makeCentreKeys());
    centre->publicKey = setup.keys.minisignPublicKey;
    RETURN_IF_ERROR(Session::create(*centre->folder, setup, centre->clock));
    ASSIGN_OR_RETURN(centre->session, Session::signIn(*centre->folder, setup.userName, password, centre->clock));
    centre->story
        = std::make_unique<DemoStory>(centre->session->ledger(), m_plan.elders, m_plan.seed * 1000 + quint64(number),
                                      first, QDate(m_plan.year, 12, 31));
    m_centres.push_back(std::move(centre));
    return {};
}

Result<void> DemoCity::beginStory(Centre& centre)
{
    Settings settings(centre.session->ledger());
    RETURN_IF_ERROR(settings.set(u"district.recipient"_s, m_district.recipient));
    RETURN_IF_ERROR(settings.set(u"district.public_key"_s, m_district.publicKey));
    RETURN_IF_ERROR(centre.story->open());
    RETURN_IF_ERROR(PolicyDesk(centre.session->ledger()).importDemonstrationInForce());
    return {};
}

Result<void> DemoCity::welcomeShared()
{
    const QDate first(m_plan.year, 1, 1);
    const int each = qMax(1, m_plan.elders / 20);
    DemoRandom random(m_plan.seed ^ 0x5A4ED);
    DemoPeople people(random, first, QDate(m_plan.year, 12, 31));
    for (std::size_t home = 0; home < m_centres.size(); ++home) {
        for (int number = 0; number < each; ++number) {
            Shared shared {home, (home + 1) % m_centres.size(), number, home % 3 == 0 && number == 0, {}, {}};
            DemoPerson person = people.next();
            person.joined = first;
            for (const bool atHome : {true, false}) {
                Centre& centre = *m_centres[atHome ? shared.home : shared.away];
                ASSIGN_OR_RETURN((atHome ? shared.atHome : shared.atAway), centre.session->ledger().transact([&] {
                    return centre.story->welcome(person, first);
                }));
            }
            m_shared.push_back(shared);
        }
    }
    return {};
}

std::vector<CityCentre> DemoCity::centres() const
{
    std::vector<CityCentre> known;
    for (const auto& centre : m_centres)
        known.push_back({centre->code, centre->publicKey});
    return known;
}

QDate DemoCity::officeDay(int round) const
{
    return quarter(round).last().addDays(10);
}

/// Who does not eat twice comes to the other centre a day later.
QDate DemoCity::sharedDay(const Shared& shared, int round, bool home) const
{
    const QDate day = quarter(round).first().addDays(7 + (int(shared.home) * 5 + shared.number * 3) % 70);
    return home || shared.eatsTwice ? day : day.addDays(1);
}

Result<void> DemoCity::live(std::size_t index, int round, Progress& progress)
{
    Centre& centre = *m_centres[index];
    std::vector<std::pair<QDate, Id<Elder>>> guests;
    for (const Shared& shared : m_shared) {
        if (shared.home == index)
            guests.emplace_back(sharedDay(shared, round, true), shared.atHome);
        if (shared.away == index)
            guests.emplace_back(sharedDay(shared, round, false), shared.atAway);
    }
    std::sort(guests.begin(), guests.end());
    return centre.session->ledger().transact([&]() -> Result<void> {
        QDate from = quarter(round).first();
        for (const auto& [day, elder] : guests) {
            RETURN_IF_ERROR(centre.story->live(from, day.addDays(-1), progress));
            RETURN_IF_ERROR(centre.story->serve(elder, day));
            from = qMax(from, day);
        }
        RETURN_IF_ERROR(centre.story->live(from, quarter(round).last(), progress));
        return round == rounds ? centre.story->close() : Result<void>();
    });
}

Result<void> DemoCity::claim(Centre& centre, int round, Progress& progress)
{
    Ledger& ledger = centre.session->ledger();
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(ledger).shelf());
    ASSIGN_OR_RETURN(const Period period, Period::fromText(quarter(round).text()));
    const Wording wording([](const QString& code) { return code; }, evidenceWords);
    ASSIGN_OR_RETURN(const Claim draft,
                     SettlementDesk(ledger, shelf, wording).write(u"baotou-2020-meals"_s, period, progress));
    ClaimDesk claims(ledger, shelf, wording);
    RETURN_IF_ERROR(claims.check(draft.id));
    RETURN_IF_ERROR(claims.sign(draft.id, progress));
    return {};
}

Result<void> DemoCity::pack(std::size_t index, int round, const QString& stick, Progress& progress)
{
    Centre& centre = *m_centres[index];
    if (mishapOf(index) == Mishap::Silent && round == rounds)
        return {};
    ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(*centre.session));
    PackageRequest request;
    request.quarter = quarter(round);
    if (m_summaryOf)
        request.summary = m_summaryOf(*centre.session);
    const QString written = QDir(m_folder).filePath(u"written/"_s + centre.code);
    if (!QDir().mkpath(written))
        return fail(Error::Kind::Io, tr("The folder %1 cannot be made.").arg(written));
    FolderPlace place(written);
    ASSIGN_OR_RETURN(
        const WrittenPackage package,
        PackageDesk(centre.session->ledger(), std::move(identity)).write(std::move(request), place, progress));
    centre.files.push_back(package.path);
    return mishap(index, round, package.path, stick);
}

/// Puts onto the stick what a real city would.
Result<void> DemoCity::mishap(std::size_t index, int round, const QString& file, const QString& stick)
{
    const Centre& centre = *m_centres[index];
    const Mishap mishap = mishapOf(index);
    const QString folder = QDir(stick).filePath(centre.code);
    const bool missing = round == mishapRound && (mishap == Mishap::Lost || mishap == Mishap::Late);
    if (!missing)
        RETURN_IF_ERROR(copyTo(file, folder));
    if (mishap == Mishap::Altered && round == mishapRound)
        return alterOneByte(QDir(folder).filePath(QFileInfo(file).fileName()));
    if (mishap == Mishap::Altered && round == mishapRound + 1)
        return copyTo(centre.files[mishapRound - 1], folder);
    if (mishap == Mishap::Late && round == lateRound)
        return copyTo(centre.files[mishapRound - 1], folder);
    if (mishap == Mishap::Repeated && round == mishapRound)
        return copyTo(centre.files.front(), folder);
    return {};
}

Result<void> DemoCity::deliver(int round, const QString& stick, Progress& progress)
{
    if (!QDir().mkpath(stick))
        return fail(Error::Kind::Io, tr("The folder %1 cannot be made.").arg(stick));
    for (std::size_t i = 0; i < m_centres.size(); ++i) {
        RETURN_IF_ERROR(progress.step(qint64(i), qint64(m_centres.size())));
        Centre& centre = *m_centres[i];
        RETURN_IF_ERROR(live(i, round, progress));
        centre.clock.set(Clock::momentOf(officeDay(round), QTime(9, 0)));
        RETURN_IF_ERROR(claim(centre, round, progress));
        RETURN_IF_ERROR(pack(i, round, stick, progress));
    }
    return {};
}

Result<std::vector<CityReceipt>> DemoCity::takeReceipts(const QString& folder, Progress& progress)
{
    std::vector<CityReceipt> taken;
    for (const auto& centre : m_centres) {
        Ledger& ledger = centre->session->ledger();
        ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(ledger).shelf());
        ASSIGN_OR_RETURN(const SecureBytes own, centre->session->ageIdentity());
        ReceiptDesk desk(ledger, centre->session->centre(), shelf);
        const QDir receipts(folder);
        for (const QString& name :
             receipts.entryList({u"songhe-"_s + centre->code + u"-*.receipt.zip.age"_s}, QDir::Files, QDir::Name)) {
            ASSIGN_OR_RETURN(ReceiptReport report, desk.import(receipts.filePath(name), own, progress));
            taken.push_back({centre->code, std::move(report)});
        }
    }
    return taken;
}

/// Are the quarter's records at the district by then? A later package brings what was never acknowledged.
bool DemoCity::arrived(std::size_t index, int quarter, int round) const
{
    const Mishap mishap = mishapOf(index);
    if (quarter > round || (mishap == Mishap::Silent && quarter == rounds))
        return false;
    const bool delayed = mishap == Mishap::Lost || mishap == Mishap::Late || mishap == Mishap::Altered;
    return !delayed || quarter != mishapRound || round > mishapRound;
}

void DemoCity::expectDeliveries(std::size_t index, int round, std::vector<PlantedFinding>& found) const
{
    const QString code = m_centres[index]->code;
    const Mishap mishap = mishapOf(index);
    const bool missing = (mishap == Mishap::Lost && round >= mishapRound)
        || (mishap == Mishap::Late && round >= mishapRound && round < lateRound)
        || (mishap == Mishap::Altered && round == mishapRound);
    if (missing)
        found.push_back({u"not_delivered"_s, {code}, quarter(mishapRound).text()});
    if (missing && round > mishapRound)
        found.push_back({u"sequence_gap"_s, {code}, QString::number(mishapRound)});
    if (mishap == Mishap::Silent && round == rounds)
        found.push_back({u"not_delivered"_s, {code}, quarter(rounds).text()});
}

std::vector<PlantedFinding> DemoCity::expected(int round) const
{
    std::vector<PlantedFinding> found;
    for (const Shared& shared : m_shared) {
        QStringList both {m_centres[shared.home]->code, m_centres[shared.away]->code};
        both.sort();
        found.push_back({u"same_person"_s, both, {}});
        for (int quarter = 1; shared.eatsTwice && quarter <= round; ++quarter)
            if (arrived(shared.home, quarter, round) && arrived(shared.away, quarter, round))
                found.push_back({u"double_meal"_s, both, sharedDay(shared, quarter, true).toString(Qt::ISODate)});
    }
    for (std::size_t i = 0; i < m_centres.size(); ++i)
        expectDeliveries(i, round, found);
    std::sort(found.begin(), found.end());
    return found;
}

QStringList DemoCity::altered(int round) const
{
    QStringList codes;
    for (std::size_t i = 0; round == mishapRound && i < m_centres.size(); ++i)
        if (mishapOf(i) == Mishap::Altered)
            codes << m_centres[i]->code;
    return codes;
}

Result<std::vector<Claim>> DemoCity::claims(const QString& code)
{
    for (const auto& centre : m_centres)
        if (centre->code == code)
            return ClaimRepository(centre->session->ledger()).list();
    return fail(Error::Kind::NotFound, tr("The city has no centre %1.").arg(code));
}

Result<void> checkCityPlan(const CityPlan& plan)
{
    if (plan.centres < 2 || plan.centres > 200)
        return fail(Error::Kind::Invalid, DemoCity::tr("A city has 2 to 200 centres."));
    if (plan.elders < 1 || plan.elders > 100'000)
        return fail(Error::Kind::Invalid, DemoCity::tr("A centre of a city has 1 to 100,000 elders."));
    if (plan.year < 2000 || plan.year > 2100)
        return fail(Error::Kind::Invalid, DemoCity::tr("A city lives a year from 2000 to 2100."));
    if (plan.seed > quint64(std::numeric_limits<int>::max()))
        return fail(Error::Kind::Invalid,
                    DemoCity::tr("The seed of a city is a number from 0 to %1.").arg(std::numeric_limits<int>::max()));
    return {};
}

} // namespace songhe
