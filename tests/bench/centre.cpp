// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/centre.h"

#include "core/centre/site.h"
#include "core/elders/elder_desk.h"
#include "core/exchange/centre_keys.h"
#include "core/meals/meal.h"

namespace songhe::bench {

namespace {

CentreSetup inventedCentre(const QString& code)
{
    CentreSetup setup;
    setup.name = QStringLiteral("量速中心");
    setup.code = code;
    setup.division = QStringLiteral("150205");
    setup.userName = QStringLiteral("admin");
    setup.password = SecureBytes(QByteArrayLiteral("bench bench"));
    setup.cost = KdfCost::least();
    setup.keys = must(makeCentreKeys());
    return setup;
}

} // namespace

BenchCentre::BenchCentre(const QString& code)
    : m_folder(must(DataFolder::open(m_place.path(QStringLiteral("data")))))
{
    const CentreSetup setup = inventedCentre(code);
    must(Session::create(*m_folder, setup, m_clock));
    m_session = must(Session::signIn(*m_folder, setup.userName, setup.password, m_clock));
}

Id<Site> BenchCentre::site()
{
    Rows rows = must(m_session->store().run(QStringLiteral("SELECT id FROM site ORDER BY id LIMIT 1")));
    if (!rows.next())
        giveUp(QStringLiteral("the centre has no site"));
    return Id<Site> {rows.integer(0)};
}

std::vector<Id<Elder>> BenchCentre::addElders(int count, int family)
{
    std::vector<Id<Elder>> ids;
    ElderDesk desk(ledger());
    const QDate since = today().addYears(-10);
    mustDo(ledger().transact([&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            Elder elder;
            elder.name = QString(QChar(0x738B + family)) + QChar(0x4E00 + i % 3000) + QChar(0x5E00 + i / 3000);
            elder.sex = i % 2 == 0 ? Sex::Female : Sex::Male;
            elder.born = QDate(1935, 1, 1).addDays(i % 7000);
            elder.noNumberReason = QStringLiteral("量速");
            const auto fact = [&since](FactKind kind, const QString& value) {
                Fact made;
                made.kind = kind;
                made.value = value;
                made.from = since;
                made.learnedOn = since;
                return made;
            };
            ASSIGN_OR_RETURN(const Elder added,
                             desk.add(elder,
                                      {fact(FactKind::RegisteredDivision, QStringLiteral("150205")),
                                       fact(FactKind::EconomicCategory, QStringLiteral("subsistence"))}));
            ids.push_back(added.id);
        }
        return {};
    }));
    return ids;
}

qint64 BenchCentre::addPastMeals(const std::vector<Id<Elder>>& elders, QDate first, QDate last, int everyDays)
{
    const Id<Site> here = site();
    const Id<User> clerk = ledger().user;
    qint64 written = 0;
    mustDo(ledger().transact([&]() -> Result<void> {
        for (QDate day = first; day <= last; day = day.addDays(1)) {
            const QString at = momentText(songhe::Clock::momentOf(day, QTime(11, 40)));
            for (std::size_t i = 0; i < elders.size(); ++i) {
                if ((day.toJulianDay() + qint64(i)) % everyDays != 0)
                    continue;
                RETURN_IF_ERROR(m_session->store().execute(
                    QStringLiteral("INSERT INTO meal (id, elder_id, site_id, served_on, sitting, at, way, price_fen, "
                                   "origin, revision, recorded_at, recorded_by) "
                                   "VALUES (?, ?, ?, ?, 'lunch', ?, 'eat_in', 1000, 'desk', 1, ?, ?)"),
                    {++written, elders[i], here, day, at, at, clerk}));
            }
        }
        return {};
    }));
    return written;
}

} // namespace songhe::bench
