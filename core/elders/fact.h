// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"

namespace songhe {

/// What kinds of dated facts there are; keys as in files: registered_division, economic_category …
enum class FactKind {
    RegisteredDivision, ///< value: GB/T 2260 code, or the place as written where it cannot be told
    EconomicCategory,   ///< destitute, subsistence, near_subsistence, low_income, registered_poor
    FamilySituation,    ///< bereaved_only_child, family_planning_special; several may hold
    Living,             ///< alone, empty_nest, left_behind, with_spouse, with_children, other; several may hold
    Disability,         ///< kind:grade, e.g. physical:2; several may hold
    Dementia,           ///< diagnosed
    MedicalInsurance,   ///< employee, resident, commercial, none, other
    FamilyDoctor,       ///< the contract: team or doctor as written
    DeclaredAbility,    ///< intact, mild, moderate, severe, complete; counts until an assessment exists
    CareClass,          ///< self_care, semi_disabled, disabled: as somebody declared it, no level of a standard
};
template <> std::span<const ChoiceName> choiceNames<FactKind>();

/// May several facts of this kind hold on one day?
[[nodiscard]] bool severalMayHold(FactKind kind);
/// The values a kind takes; empty where any text may stand.
[[nodiscard]] std::span<const ChoiceName> factValues(FactKind kind);
/// 'subsistence' → 低保; a division code → its name is the caller's matter. Unknown values come back as they are.
[[nodiscard]] QString factValueText(FactKind kind, const QString& value);

/// Something true of an elder from a first to a last day, and when the centre learned it.
struct Fact {
    static constexpr const char* family = "fact";

    Id<Fact> id;
    Id<Elder> elder;
    FactKind kind = FactKind::RegisteredDivision;
    QString value;
    QDate from;
    std::optional<QDate> to;         ///< the last day it holds; open while it still does
    QDate learnedOn;                 ///< when the centre learned it; may be later than `from`
    std::optional<QString> origin;   ///< where it came from: roster, desk, records
    bool doubtful = false;           ///< kept as written, could not be told (a place without a code)
    std::optional<QString> evidence; ///< sealed: 'card no. …', page of a proof
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

template <> const Schema<Fact>& schemaOf<Fact>();

} // namespace songhe
