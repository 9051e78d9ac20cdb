// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/project.h"

namespace songhe {

enum class BudgetPurpose { Operating, Construction, Matching, Platform, Meals, Beds, HomeBeds, Award, Services, Other };
template <> std::span<const ChoiceName> choiceNames<BudgetPurpose>();

enum class BudgetPayer { Central, Province, City, District, Own, Other };
template <> std::span<const ChoiceName> choiceNames<BudgetPayer>();

/// Money put aside for a purpose in a year by one payer: the fund ledger that a claim is held against.
struct Budget {
    static constexpr const char* family = "budget";

    Id<Budget> id;
    int year = 0;
    BudgetPurpose purpose = BudgetPurpose::Operating;
    BudgetPayer payer = BudgetPayer::District;
    Fen amount;
    std::optional<QDate> on;
    std::optional<Id<Facility>> facility;
    std::optional<Id<Project>> project;
    std::optional<QString> document;
    std::optional<QString> note; ///< sealed
    Recorded recorded;
};

template <> const Schema<Budget>& schemaOf<Budget>();

} // namespace songhe
