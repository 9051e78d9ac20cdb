// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/records/schema.h"

namespace songhe {

/// Somebody who signs in. The password is nowhere: it only unwraps the data key.
struct User {
    static constexpr const char* family = "user";

    Id<User> id;
    QString name; ///< sealed
    QString role; ///< as the centre calls it: clerk, assessor, manager, admin
    Recorded recorded;
};

template <> const Schema<User>& schemaOf<User>();

} // namespace songhe
