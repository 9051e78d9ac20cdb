// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/booking.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<BookingState>()
{
    static constexpr ChoiceName names[] = {
        {int(BookingState::Booked), "booked", "Booking", QT_TRANSLATE_NOOP("Booking", "booked")},
        {int(BookingState::Done), "done", "Booking", QT_TRANSLATE_NOOP("Booking", "done")},
        {int(BookingState::Cancelled), "cancelled", "Booking", QT_TRANSLATE_NOOP("Booking", "cancelled")},
    };
    return names;
}

template <> const Schema<Booking>& schemaOf<Booking>()
{
    static constexpr Field<Booking> fields[] = {
        field<&Booking::id>({.key = "id", .required = true}),
        field<&Booking::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Booking", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Booking::item>({.key = "item",
                               .label = QT_TRANSLATE_NOOP("Booking", "Service"),
                               .required = true,
                               .maxLength = 40,
                               .refersTo = "catalogue_item"}),
        field<&Booking::bookedOn>(
            {.key = "booked_on", .label = QT_TRANSLATE_NOOP("Booking", "Date"), .required = true}),
        field<&Booking::at>({.key = "at", .label = QT_TRANSLATE_NOOP("Booking", "Begins at"), .required = true}),
        field<&Booking::minutes>(
            {.key = "minutes", .label = QT_TRANSLATE_NOOP("Booking", "Minutes"), .required = true}),
        field<&Booking::staff>(
            {.key = "staff_id", .label = QT_TRANSLATE_NOOP("Booking", "Given to"), .refersTo = "staff"}),
        field<&Booking::provider>(
            {.key = "provider", .label = QT_TRANSLATE_NOOP("Booking", "Provider"), .maxLength = 100, .sealed = true}),
        field<&Booking::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Booking", "Site"), .refersTo = "site"}),
        field<&Booking::place>({.key = "place", .label = QT_TRANSLATE_NOOP("Booking", "Where")}),
        field<&Booking::state>({.key = "state", .label = QT_TRANSLATE_NOOP("Booking", "State"), .required = true}),
        field<&Booking::service>(
            {.key = "service_id", .label = QT_TRANSLATE_NOOP("Booking", "Became"), .refersTo = "service"}),
        field<&Booking::caller>(
            {.key = "caller", .label = QT_TRANSLATE_NOOP("Booking", "Who called"), .maxLength = 50, .sealed = true}),
        field<&Booking::callerPhone>({.key = "caller_phone",
                                      .label = QT_TRANSLATE_NOOP("Booking", "Phone of who called"),
                                      .maxLength = 30,
                                      .sealed = true}),
        field<&Booking::callerRelation>({.key = "caller_relation",
                                         .label = QT_TRANSLATE_NOOP("Booking", "Relation to the elder"),
                                         .maxLength = 50,
                                         .sealed = true}),
        field<&Booking::hotlineNote>({.key = "hotline_note",
                                      .label = QT_TRANSLATE_NOOP("Booking", "What was said"),
                                      .maxLength = 500,
                                      .sealed = true}),
        field<&Booking::cancelReason>({.key = "cancel_reason",
                                       .label = QT_TRANSLATE_NOOP("Booking", "Why it was cancelled"),
                                       .maxLength = 200,
                                       .sealed = true}),
        field<&Booking::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Booking", "Where it came from"), .maxLength = 40}),
    };
    static constexpr Schema<Booking> schema {{Booking::family, "Booking", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
