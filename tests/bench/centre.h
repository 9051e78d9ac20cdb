// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"
#include "core/security/session.h"
#include "tests/bench/bench.h"

namespace songhe::bench {

/// A centre in a file of its own, with real seals and audit; gone with the object.
class BenchCentre {
public:
    explicit BenchCentre(const QString& code = QStringLiteral("BENCH"));

    Ledger& ledger() { return m_session->ledger(); }
    Session& session() { return *m_session; }
    [[nodiscard]] QString path(const QString& name) const { return m_place.path(name); }
    [[nodiscard]] QDate today() const { return m_clock.today(); }
    const songhe::Clock& clock() { return m_clock; }

    /// The first site, which set-up makes.
    Id<Site> site();
    /// So many invented elders with facts under which a policy pays, known for ten years; others for each `family`.
    std::vector<Id<Elder>> addElders(int count, int family = 0);
    /// Lunches without the desk, straight into the table, for history that nobody times: every elder eats on each
    /// `everyDays`th day from `first` to `last`.
    qint64 addPastMeals(const std::vector<Id<Elder>>& elders, QDate first, QDate last, int everyDays);

private:
    Workplace m_place;
    SystemClock m_clock;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Session> m_session;
};

} // namespace songhe::bench
