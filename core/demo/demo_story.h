// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo.h"
#include "core/demo/demo_assessments.h"
#include "core/demo/demo_people.h"
#include "core/demo/demo_repository.h"
#include "core/elders/elder_repository.h"
#include "core/meals/meal_repository.h"

#include <optional>
#include <vector>

namespace songhe {

/// Ids as IdSource makes them, but the same for the same seed: milliseconds, then random bits, always rising.
class DemoIds {
public:
    explicit DemoIds(DemoRandom& random)
        : m_random(random)
    { }
    template <typename R> Id<R> next(const QDateTime& moment)
    {
        constexpr qint64 epoch = 1'577'836'800'000;
        const qint64 since = qMax<qint64>(1, moment.toMSecsSinceEpoch() - epoch);
        m_last = qMax(m_last + 1, (since << 20) | qint64(m_random.next() & 0xFFFFF));
        return Id<R> {m_last};
    }

private:
    DemoRandom& m_random;
    qint64 m_last = 0;
};

/// A fresh centre's invented life from `first` to `last`, day by day, as a clerk would have written it down at the
/// moments it happened. Each call is made inside a transaction of the caller's; between two of them the centre may do
/// other work, such as delivering a quarter.
class DemoStory {
public:
    /// The ledger must outlive the story.
    DemoStory(Ledger& ledger, int elders, quint64 seed, QDate first, QDate last);

    /// Meal points, the meal policy's invented extension, and who will come.
    Result<void> open();
    /// The days from `from` to `to`, both contained; one after another, none left out.
    Result<void> live(QDate from, QDate to, Progress& progress);
    /// The papers of the last day as they stand then: facilities, staff, beds, services, visits.
    Result<void> close();

    /// Somebody beside the regulars, who comes only when served.
    Result<Id<Elder>> welcome(DemoPerson person, QDate day);
    /// One lunch of hers.
    Result<Id<Meal>> serve(Id<Elder> elder, QDate day);

    [[nodiscard]] const DemoReport& report() const { return m_report; }

private:
    /// How often somebody comes.
    struct Habit {
        double lunch = 0;  ///< percent of working days
        double dinner = 0; ///< percent of the days with a lunch
    };
    struct Regular {
        Id<Elder> id;
        Elder elder;
        Habit habit;
        int site = 0;
        bool frail = false;
        QDate joined;
        QDate lastDay; ///< of meals
        std::optional<QDate> died;
        std::optional<DemoFactChange> change;
        Fact changing;                 ///< the stored fact that will end
        std::optional<QDate> awayFrom; ///< in hospital or with the children
        QDate awayTo;
    };
    struct Served {
        QTime at;
        Sitting sitting;
        std::size_t who;
    };

    Result<void> writeSites();
    void invent();
    Habit habit();
    Result<void> morning(QDate day);
    Result<Elder> add(DemoPerson& person);
    Result<void> takeUp(DemoPerson& person, QDate day);
    Result<void> changeFact(Regular& regular);
    Result<void> meals(QDate day);
    Result<void> writeMeal(QDate day, const Served& served);
    void plan(QDate day, std::vector<Served>& served);

    int m_wanted;
    quint64 m_seed;
    QDate m_first;
    QDate m_last;
    FixedClock m_clock;
    Ledger m_then; ///< the same books at the moment of the story
    DemoRandom m_random;
    DemoIds m_ids;
    ElderRepository m_elders;
    MealRepository m_meals;
    DemoRepository m_fast;
    DemoAssessments m_assessments;
    DemoReport m_report;
    std::vector<Id<Site>> m_sites;
    std::vector<DemoPerson> m_waiting; ///< by the day they join, last first
    std::vector<Regular> m_regulars;
};

} // namespace songhe
