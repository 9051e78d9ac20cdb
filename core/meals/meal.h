// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"

namespace songhe {

enum class Sitting { Breakfast, Lunch, Dinner };
template <> std::span<const ChoiceName> choiceNames<Sitting>();

/// How the meal reached her.
enum class MealWay { EatIn, Delivered, Fetched };
template <> std::span<const ChoiceName> choiceNames<MealWay>();

/// Who signed for it: herself, or somebody in her place.
enum class Receipt {
    Self,
    Proxy,
    Unrelated, ///< by another, and it does not stand there what she is to the elder: as good as no signature
};
template <> std::span<const ChoiceName> choiceNames<Receipt>();

/// One meal served to one elder at one sitting. What is paid for it is the claim's matter.
struct Meal {
    static constexpr const char* family = "meal";

    Id<Meal> id;
    Id<Elder> elder;
    Id<Site> site;
    QDate servedOn;
    Sitting sitting = Sitting::Lunch;
    QDateTime at; ///< when it was served, UTC; orders the meals of a day
    MealWay way = MealWay::EatIn;
    Fen price;                           ///< full price of the meal; 0 where the centre keeps none
    std::optional<QString> origin;       ///< desk, batch, grid, records
    std::optional<Receipt> receipt;      ///< nothing where no signature is there
    std::optional<QString> fetchedBy;    ///< sealed: who took it along or signed in her place
    std::optional<QString> relation;     ///< sealed: what that person is to her
    std::optional<QString> note;         ///< sealed
    std::optional<QString> lateReason;   ///< sealed: why it was entered late at the desk
    std::optional<QString> secondPerson; ///< sealed: who confirmed a late entry, by her own password
    Recorded recorded;
};

template <> const Schema<Meal>& schemaOf<Meal>();

} // namespace songhe
