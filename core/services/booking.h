// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/service.h"

namespace songhe {

enum class BookingState { Booked, Done, Cancelled };
template <> std::span<const ChoiceName> choiceNames<BookingState>();

/// A service ordered from the catalogue for a time, by the elder or a caller, and given to one of the staff or to a
/// provider. Done, it becomes a service.
struct Booking {
    static constexpr const char* family = "booking";

    Id<Booking> id;
    Id<Elder> elder;
    QString item;
    QDate bookedOn; ///< the day of `at`
    QDateTime at;   ///< UTC
    int minutes = 0;
    std::optional<Id<Staff>> staff;
    std::optional<QString> provider; ///< sealed: may be a person
    std::optional<Id<Site>> site;
    std::optional<ServicePlace> place;
    BookingState state = BookingState::Booked;
    std::optional<Id<Service>> service; ///< what it became
    std::optional<QString> caller; ///< sealed; who ordered, where it was not the elder herself; need not be on file
    std::optional<QString> callerPhone;    ///< sealed
    std::optional<QString> callerRelation; ///< sealed; to the elder
    std::optional<QString> hotlineNote;    ///< sealed
    std::optional<QString> cancelReason;   ///< sealed
    std::optional<QString> origin;
    Recorded recorded;

    [[nodiscard]] QDateTime end() const { return at.addSecs(qint64(minutes) * 60); }
};

template <> const Schema<Booking>& schemaOf<Booking>();

} // namespace songhe
