// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/staff/staff.h"

namespace songhe {

enum class VisitKind {
    Care,     ///< how she is (探访关爱)
    Survival, ///< that she lives, for those who pay her (生存认证); has its own due day
};
template <> std::span<const ChoiceName> choiceNames<VisitKind>();

enum class VisitMeans { Door, Phone, Video, Other };
template <> std::span<const ChoiceName> choiceNames<VisitMeans>();

/// One visit, whether she was met or not. The newest of a kind says when the next is due.
struct Visit {
    static constexpr const char* family = "visit";

    Id<Visit> id;
    Id<Elder> elder;
    QDate on;
    VisitKind kind = VisitKind::Care;
    VisitMeans means = VisitMeans::Door;
    std::optional<Id<Staff>> visitor;
    bool met = true;
    std::optional<QDate> nextDue;
    std::optional<QString> origin;    ///< desk, records
    std::optional<QString> condition; ///< sealed, like all that follows
    QStringList risks;
    std::optional<QString> passedOnTo;
    Recorded recorded;
};
template <> const Schema<Visit>& schemaOf<Visit>();

/// How often somebody decided that she is visited, from a day on: until the next such record.
struct VisitTier {
    static constexpr const char* family = "visit_tier";

    Id<VisitTier> id;
    Id<Elder> elder;
    QString tier; ///< key of a tier of the catalogue
    QDate from;
    std::optional<QDate> dueOn;      ///< the first visit by it, at the latest; the desk fills it in
    std::optional<QString> proposed; ///< the tier that her facts proposed
    std::optional<QString> origin;   ///< desk, records
    std::optional<QString> note;     ///< sealed: why
    Recorded recorded;
};
template <> const Schema<VisitTier>& schemaOf<VisitTier>();

} // namespace songhe
