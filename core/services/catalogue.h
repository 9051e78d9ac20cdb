// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/records/choice.h"
#include "core/rules/policy.h"

#include <map>

namespace songhe {

/// Who pays for a service: bought by the government, the elder herself, or nobody: a volunteer's.
enum class Payer { Government, Self, Volunteer };
template <> std::span<const ChoiceName> choiceNames<Payer>();

/// A frequency: so many times a week or a month.
enum class PlanPer { Week, Month };
template <> std::span<const ChoiceName> choiceNames<PlanPer>();

/// One service that can be ordered.
struct CatalogueItem {
    struct Price {
        QDate from;
        std::optional<QDate> to;
        Fen price;
    };
    struct PlanRule {
        QStringList levels; ///< keys of ability levels: severe, complete
        int times = 1;
        PlanPer per = PlanPer::Week;
    };

    QString key; ///< cleaning; as in records and packages
    Words title;
    std::optional<QDate> from;  ///< the first day it is offered; without: always was
    std::optional<QDate> to;    ///< the last day it is offered; without: until further notice
    QString unit;               ///< key of a unit of the file
    int minutes = 0;            ///< how long it usually takes
    std::vector<Price> prices;  ///< days do not overlap; by first day
    std::vector<Payer> payers;  ///< the usual one first
    QString proof;              ///< signature, report, list
    QStringList places;         ///< home, centre, elsewhere; the usual one first
    QStringList certificates;   ///< any of these qualifies; none: nobody needs one
    std::vector<PlanRule> plan; ///< how often by the ability level

    [[nodiscard]] bool isOfferedOn(QDate day) const { return (!from || *from <= day) && (!to || *to >= day); }
    /// Nothing where no price is in force on that day.
    [[nodiscard]] std::optional<Fen> priceOn(QDate day) const;
    /// Null where the level asks for none.
    [[nodiscard]] const PlanRule* planFor(const QString& level) const;
};

/// A service catalogue read from a data file, proved by its own examples. Another item is another object in a file:
/// nothing outside of the file knows a price, a duration or a certificate.
struct Catalogue {
    QString id; ///< community-services
    int version = 0;
    Words title;
    Words document;
    QDate validFrom;
    std::map<QString, Words> units, certificates;
    std::vector<CatalogueItem> items; ///< in the order of the file: that of lists and menus

    [[nodiscard]] const CatalogueItem* find(const QString& key) const;

    /// Unknown keys, unknown certificates, last days before the first, prices whose days overlap and failing examples
    /// are errors that name file and place.
    static Result<Catalogue> read(const QByteArray& bytes, const QString& name);
    /// The one that travels with the program (`resources/catalogues/`). Read once.
    static Result<const Catalogue*> builtIn();

    /// The item, or `Invalid` naming those there are.
    [[nodiscard]] Result<const CatalogueItem*> item(const QString& key) const;
    /// The same, and `Refused` naming the day where it is not offered then.
    [[nodiscard]] Result<const CatalogueItem*> itemOn(const QString& key, QDate day) const;
    [[nodiscard]] QString itemText(const QString& key) const; ///< in words; the key itself where it is none
    [[nodiscard]] QString certificateText(const QString& key) const;
};

} // namespace songhe
