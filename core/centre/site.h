// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/records/schema.h"

namespace songhe {

/// A place of the centre where elders are served: the centre itself, a meal point, a branch.
struct Site {
    static constexpr const char* family = "site";

    Id<Site> id;
    QString code; ///< unique in the centre: P1
    QString name;
    Recorded recorded;
};

template <> const Schema<Site>& schemaOf<Site>();

} // namespace songhe
