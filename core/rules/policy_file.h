// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/records/schema.h"

namespace songhe {

/// A policy file that the centre imported: its bytes, so that a claim can be recomputed from the records alone.
struct PolicyFile {
    static constexpr const char* family = "policy";

    Id<PolicyFile> id;
    QString policy; ///< the policy's own id: baotou-2020-meals
    int version = 0;
    QString digest; ///< of the rule parts, hex
    QByteArray content;
    Recorded recorded;
};

template <> const Schema<PolicyFile>& schemaOf<PolicyFile>();

} // namespace songhe
