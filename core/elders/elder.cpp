// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<Sex>()
{
    static constexpr ChoiceName names[] = {
        {int(Sex::Unknown), "unknown", "Elder", QT_TRANSLATE_NOOP("Elder", "not known")},
        {int(Sex::Male), "male", "Elder", QT_TRANSLATE_NOOP("Elder", "male")},
        {int(Sex::Female), "female", "Elder", QT_TRANSLATE_NOOP("Elder", "female")},
    };
    return names;
}

template <> const Schema<Elder>& schemaOf<Elder>()
{
    static constexpr Field<Elder> fields[] = {
        field<&Elder::id>({.key = "id", .required = true}),
        field<&Elder::name>({.key = "name",
                             .label = QT_TRANSLATE_NOOP("Elder", "Name"),
                             .required = true,
                             .maxLength = 50,
                             .sealed = true}),
        field<&Elder::sex>({.key = "sex", .label = QT_TRANSLATE_NOOP("Elder", "Sex"), .required = true}),
        field<&Elder::born>({.key = "born", .label = QT_TRANSLATE_NOOP("Elder", "Date of birth")}),
        field<&Elder::died>({.key = "died", .label = QT_TRANSLATE_NOOP("Elder", "Date of death")}),
        field<&Elder::diedAt>({.key = "died_at", .label = QT_TRANSLATE_NOOP("Elder", "Moment of death")}),
        field<&Elder::bornDiffers>(
            {.key = "born_differs", .label = QT_TRANSLATE_NOOP("Elder", "Date of birth differs from the number")}),
        field<&Elder::bornProof>({.key = "born_proof",
                                  .label = QT_TRANSLATE_NOOP("Elder", "Paper that proves the date of birth"),
                                  .maxLength = 200,
                                  .sealed = true}),
        field<&Elder::residentNumber>({.key = "resident_number",
                                       .label = QT_TRANSLATE_NOOP("Elder", "Resident number"),
                                       .maxLength = 18,
                                       .sealed = true}),
        field<&Elder::noNumberReason>({.key = "no_number_reason",
                                       .label = QT_TRANSLATE_NOOP("Elder", "No number yet, because"),
                                       .maxLength = 100,
                                       .sealed = true}),
        field<&Elder::ethnicGroup>(
            {.key = "ethnic_group", .label = QT_TRANSLATE_NOOP("Elder", "Ethnic group"), .maxLength = 20}),
        field<&Elder::phones>({.key = "phones", .label = QT_TRANSLATE_NOOP("Elder", "Phones"), .sealed = true}),
        field<&Elder::address>({.key = "address",
                                .label = QT_TRANSLATE_NOOP("Elder", "Present address"),
                                .maxLength = 200,
                                .sealed = true}),
        field<&Elder::division>({.key = "division", .label = QT_TRANSLATE_NOOP("Elder", "Division"), .maxLength = 12}),
        field<&Elder::contacts>({.key = "contacts", .label = QT_TRANSLATE_NOOP("Elder", "Contacts"), .sealed = true}),
        field<&Elder::cardNumber>({.key = "card_number",
                                   .label = QT_TRANSLATE_NOOP("Elder", "Card number"),
                                   .maxLength = 40,
                                   .sealed = true}),
        field<&Elder::remarks>(
            {.key = "remarks", .label = QT_TRANSLATE_NOOP("Elder", "Remarks"), .maxLength = 1000, .sealed = true}),
    };
    static constexpr Schema<Elder> schema {{Elder::family, "Elder", "id"}, fields};
    return schema;
}

} // namespace songhe
