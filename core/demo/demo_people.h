// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_random.h"
#include "core/elders/elder.h"
#include "core/elders/fact.h"

#include <QtCore/QSet>

#include <vector>

namespace songhe {

/// A fact that ends, and what holds instead.
struct DemoFactChange {
    std::size_t which = 0; ///< in DemoPerson::facts
    QDate lastDay;
    std::optional<Fact> next;
    QDate learnedOn; ///< when the centre hears of it
};

/// An invented elder with everything that follows from who she is. Records have no ids yet.
struct DemoPerson {
    Elder elder;             ///< as first written: alive
    std::vector<Fact> facts; ///< as they were when she came
    std::optional<DemoFactChange> change;
    QDate joined; ///< when the centre took her up
    std::optional<QDate> died;
    bool frail = false; ///< her meals are brought
};

/// Invents persons one after another; the same seed gives the same ones in the same order.
class DemoPeople {
public:
    /// `first` and `last`: the days the centre's books run from and to.
    DemoPeople(DemoRandom& random, QDate first, QDate last)
        : m_random(random)
        , m_first(first)
        , m_last(last)
    { }

    DemoPerson next();

private:
    struct Origin;
    QString name(Sex sex, const QString& ethnicGroup);
    QString ethnicGroup();
    QDate birthday();
    QString residentNumber(const QString& division, QDate born, Sex sex);
    QString homeDivision();
    QString address(const QString& division);
    QString phone();
    void addFacts(DemoPerson& person, const QString& registered);
    void addFact(DemoPerson& person, FactKind kind, const QString& value, const QString& evidence = {});
    void changeOneFact(DemoPerson& person);

    DemoRandom& m_random;
    QDate m_first;
    QDate m_last;
    QSet<QString> m_numbers;
    int m_count = 0;
};

} // namespace songhe
