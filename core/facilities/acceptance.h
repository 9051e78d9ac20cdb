// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/project.h"

namespace songhe {

/// The finished project is looked at by the authority. Area and beds found there are what counts.
struct Acceptance {
    static constexpr const char* family = "acceptance";

    Id<Acceptance> id;
    Id<Project> project;
    QDate on;
    bool passed = true;
    std::optional<Area> area;
    std::optional<int> beds;
    std::optional<QString> by; ///< an authority
    std::optional<QString> document;
    std::optional<QString> note; ///< sealed
    Recorded recorded;
};

template <> const Schema<Acceptance>& schemaOf<Acceptance>();

} // namespace songhe
