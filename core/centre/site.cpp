// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/site.h"

namespace songhe {

template <> const Schema<Site>& schemaOf<Site>()
{
    static constexpr Field<Site> fields[] = {
        field<&Site::id>({.key = "id", .required = true}),
        field<&Site::code>(
            {.key = "code", .label = QT_TRANSLATE_NOOP("Site", "Code"), .required = true, .maxLength = 20}),
        field<&Site::name>(
            {.key = "name", .label = QT_TRANSLATE_NOOP("Site", "Name"), .required = true, .maxLength = 60}),
    };
    static constexpr Schema<Site> schema {{Site::family, "Site", ""}, fields};
    return schema;
}

} // namespace songhe
