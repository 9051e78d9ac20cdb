// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"

namespace songhe {

/// The nine risks of GB 38600-2019 (4.2): 噎食 食品药品误食 压疮 烫伤 坠床 跌倒 他伤和自伤 走失 文娱活动意外.
enum class IncidentKind { Choking, Ingestion, PressureSore, Scald, BedFall, Fall, Harm, Wandering, Activity };
template <> std::span<const ChoiceName> choiceNames<IncidentKind>();

enum class IncidentPlace { Home, Centre, Outdoors, Elsewhere };
template <> std::span<const ChoiceName> choiceNames<IncidentPlace>();

enum class Injury { None, Minor, Serious, Fatal };
template <> std::span<const ChoiceName> choiceNames<Injury>();

/// Of a harm: by herself (自伤) or by another (他伤).
enum class HarmBy { Herself, Another };
template <> std::span<const ChoiceName> choiceNames<HarmBy>();

/// Something that happened to an elder and must not happen again; an emergency call has its three moments.
struct Incident {
    static constexpr const char* family = "incident";

    Id<Incident> id;
    Id<Elder> elder;
    QDate on;     ///< the day of `at` at the centre
    QDateTime at; ///< UTC
    IncidentKind kind = IncidentKind::Fall;
    std::optional<IncidentPlace> place;
    Injury injury = Injury::None;
    std::optional<HarmBy> harm;
    std::optional<Id<Site>> site;
    std::optional<QDateTime> calledAt, answeredAt, arrivedAt; ///< of an emergency call, UTC
    std::optional<QString> origin;                            ///< desk, records
    std::optional<QString> what;                              ///< sealed, like all that follows
    std::optional<QString> action;
    std::optional<QString> told; ///< who was told, and when
    std::optional<QString> followUp;
    Recorded recorded;
};

template <> const Schema<Incident>& schemaOf<Incident>();

} // namespace songhe
