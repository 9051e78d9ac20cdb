// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility.h"

namespace songhe {

/// How the rooms come about.
enum class ProjectKind { NewBuild, Conversion, Purchase, Lease, Equipment };
template <> std::span<const ChoiceName> choiceNames<ProjectKind>();

/// Building, converting or fitting out a facility; construction subsidies are paid by project.
struct Project {
    static constexpr const char* family = "project";

    Id<Project> id;
    QString code; ///< unique in the centre: X1
    QString name;
    std::optional<Id<Facility>> facility;
    ProjectKind kind = ProjectKind::Conversion;
    std::optional<QDate> startedOn;
    std::optional<QDate> completedOn;
    std::optional<Area> area;      ///< what is paid goes by the area at acceptance
    std::optional<int> households; ///< a new estate owes floor area by them
    std::optional<Fen> investment;
    std::optional<QDate> approvedOn;
    std::optional<Fen> approved; ///< where the policy leaves a range, what the authority set
    std::optional<QString> document;
    QStringList papers; ///< application, proof of size, investment budget, matching funds, acceptance
    std::optional<QDate> boundUntil;
    std::optional<QDate> useChangedOn; ///< the first day it served something else
    Recorded recorded;
};

template <> const Schema<Project>& schemaOf<Project>();

} // namespace songhe
