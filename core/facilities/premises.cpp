// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/premises.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<PremisesUse>()
{
    static constexpr ChoiceName names[] = {
        {int(PremisesUse::ElderCare), "elder_care", "Premises", QT_TRANSLATE_NOOP("Premises", "elderly care")},
        {int(PremisesUse::Other), "other", "Premises", QT_TRANSLATE_NOOP("Premises", "something else")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Tenure>()
{
    static constexpr ChoiceName names[] = {
        {int(Tenure::Owned), "owned", "Premises", QT_TRANSLATE_NOOP("Premises", "owned")},
        {int(Tenure::Rented), "rented", "Premises", QT_TRANSLATE_NOOP("Premises", "rented")},
        {int(Tenure::Provided), "provided", "Premises", QT_TRANSLATE_NOOP("Premises", "provided free of rent")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Estate>()
{
    static constexpr ChoiceName names[] = {
        {int(Estate::OldTown), "old_town", "Premises", QT_TRANSLATE_NOOP("Premises", "old town")},
        {int(Estate::Existing), "existing", "Premises", QT_TRANSLATE_NOOP("Premises", "estate built before")},
        {int(Estate::NewEstate), "new_estate", "Premises", QT_TRANSLATE_NOOP("Premises", "new estate")},
    };
    return names;
}

template <> const Schema<Premises>& schemaOf<Premises>()
{
    static constexpr Field<Premises> fields[] = {
        field<&Premises::id>({.key = "id", .required = true}),
        field<&Premises::facility>({.key = "facility_id",
                                    .label = QT_TRANSLATE_NOOP("Premises", "Facility"),
                                    .required = true,
                                    .refersTo = "facility"}),
        field<&Premises::location>(
            {.key = "location", .label = QT_TRANSLATE_NOOP("Premises", "Place"), .maxLength = 200}),
        field<&Premises::area>(
            {.key = "area_dm2", .label = QT_TRANSLATE_NOOP("Premises", "Floor area"), .required = true}),
        field<&Premises::beds>({.key = "beds", .label = QT_TRANSLATE_NOOP("Premises", "Beds")}),
        field<&Premises::use>({.key = "use", .label = QT_TRANSLATE_NOOP("Premises", "Used for"), .required = true}),
        field<&Premises::tenure>({.key = "tenure", .label = QT_TRANSLATE_NOOP("Premises", "Held by")}),
        field<&Premises::estate>({.key = "estate", .label = QT_TRANSLATE_NOOP("Premises", "Kind of neighbourhood")}),
        field<&Premises::consentOn>(
            {.key = "consent_on", .label = QT_TRANSLATE_NOOP("Premises", "Change of use agreed on")}),
        field<&Premises::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Premises", "First day")}),
        field<&Premises::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Premises", "Last day")}),
    };
    static constexpr Schema<Premises> schema {{Premises::family, "Premises", ""}, fields};
    return schema;
}

} // namespace songhe
