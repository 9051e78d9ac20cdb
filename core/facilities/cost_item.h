// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/project.h"

namespace songhe {

/// Policies pay for some kinds and not for others: rent is no base of a construction subsidy (yk-construction).
enum class CostKind { Building, Renovation, Equipment, Rent, Staff, Utilities, Other };
template <> std::span<const ChoiceName> choiceNames<CostKind>();

/// Money spent, with its invoice: on a project, or on running a facility.
struct CostItem {
    static constexpr const char* family = "cost_item";

    Id<CostItem> id;
    std::optional<Id<Project>> project;
    std::optional<Id<Facility>> facility;
    CostKind kind = CostKind::Renovation;
    Fen amount;
    QDate paidOn;
    std::optional<QString> invoice; ///< code and number; each is used once
    std::optional<QString> payee;   ///< sealed: it may be a person
    std::optional<QString> note;    ///< sealed
    Recorded recorded;
};

template <> const Schema<CostItem>& schemaOf<CostItem>();

} // namespace songhe
