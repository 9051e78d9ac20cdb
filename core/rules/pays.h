// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/rules/condition.h"

namespace songhe {

struct Policy;
struct Reason;
struct Verdict;

/// One of the amounts a policy knows: the first whose condition holds is taken.
struct AmountTier {
    std::optional<Condition> when; ///< none: for all
    Fen fen;                       ///< fixed; 0 where the policy grants something else than money
    bool granted = false;          ///< within a range: what the authority set on the record, else the centre's setting
    qint64 leastFen = 0;
    qint64 mostFen = 0;
    QString setting;             ///< the setting that stands in for the authority's word
    qint64 mostSquareMetres = 0; ///< 0: no bound
    QString reason;              ///< code of a paying line by this tier; empty: the policy's
};

/// What one unit of a policy is, where it comes from, and how its amount is found.
struct Pays {
    enum class Unit {
        Meal,         ///< one meal
        BedMonth,     ///< one elder's month in a bed, by the days of it
        FacilityYear, ///< one facility in one year
        Evaluation,   ///< one evaluation of a facility or point
        Project,      ///< one project, once
        Instalment,   ///< one of the yearly instalments of a project
        Facility,     ///< one facility looked at on the period's last day
        Elder,        ///< one elder looked at on the period's last day
        Budget,       ///< one budget line
        Service,      ///< one service at home or at the centre, paid with the public part of its price
        LoanMonth,    ///< one month of a device that is lent, by what held on the day it was lent
    };

    Unit unit = Unit::Meal;
    QString evidence; ///< the family of the records: meal, bed_stay, home_care_bed, facility, evaluation, project …
    std::vector<AmountTier> tiers;
    bool bySquareMetre = false;
    int percent = 0;       ///< of the costs, where it is above 0
    QStringList costKinds; ///< which costs
    qint64 mostFen = 0;    ///< of the whole; 0: no bound
    int instalments = 1;
    QString reason; ///< code of a line that is paid
    QString none;   ///< code where no tier fits

    [[nodiscard]] bool isMoney() const;
    /// The names that the words of the paying reason may use, beside those of the conditions.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList factKinds() const;
    static Pays read(DataObject object);
};

/// The amount of a unit whose conditions hold; a held or refused verdict where none can be told.
/// `paid` and `decided`: what the conditions found.
[[nodiscard]] Verdict amountOf(const Policy& policy, const Facts& facts, Reason paid, std::vector<qint64> decided);

} // namespace songhe
