// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"

namespace songhe {

/// What kinds of dated facts there are; keys as in files: registered_division, economic_category …
enum class FactKind {
    RegisteredDivision, ///< value: GB/T 2260 code; unknown where the place written could not be told
    EconomicCategory,   ///< destitute, subsistence, near_subsistence, low_income, registered_poor
    FamilySituation,    ///< bereaved_only_child, family_planning_special; several may hold
    Living,             ///< alone, empty_nest, left_behind, with_spouse, with_children, other; several may hold
    Disability,         ///< kind:grade, e.g. physical:2, physical without a grade, or unknown; several may hold
    Dementia,           ///< diagnosed
    MedicalInsurance,   ///< employee, resident, commercial, none, other
    FamilyDoctor,       ///< contracted; `written` says with which team or doctor
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

/// Values of kinds that also have words of somebody's own: those stand in `written`, sealed; these stand in clear.
namespace fact_value {
inline constexpr QStringView unknown = u"unknown";       ///< a place or disability that could not be told
inline constexpr QStringView contracted = u"contracted"; ///< with a family doctor
} // namespace fact_value

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
    bool doubtful = false;           ///< could not be told: a place without a code, or with a code that is not known
    std::optional<QString> evidence; ///< sealed: 'card no. …', page of a proof
    std::optional<QString> written;  ///< sealed: the place, the doctor, the disability as somebody wrote it
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

/// Moves free text out of `value`, which stands in clear, into `written`, which is sealed: 张医生 of a family doctor,
/// a place that is no code (then doubtful), a disability that is no kind and grade.
void sealFreeText(Fact& fact);
/// As written where somebody's own words are kept, else the words of the value.
[[nodiscard]] QString factValueText(const Fact& fact);

template <> const Schema<Fact>& schemaOf<Fact>();

} // namespace songhe
