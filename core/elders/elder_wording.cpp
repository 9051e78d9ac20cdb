// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_wording.h"

#include "core/elders/fact_repository.h"

namespace songhe {

Wording elderWording(const Divisions& divisions)
{
    return Wording(
        [&divisions](const QString& code) {
            const Division* division = divisions.find(code);
            return division ? division->name : code;
        },
        factWords);
}

} // namespace songhe
