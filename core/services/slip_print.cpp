// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/slip_print.h"

namespace songhe {

template <> const Schema<SlipPrint>& schemaOf<SlipPrint>()
{
    static constexpr Field<SlipPrint> fields[] = {
        field<&SlipPrint::id>({.key = "id", .required = true}),
        field<&SlipPrint::service>({.key = "service_id",
                                    .label = QT_TRANSLATE_NOOP("Service", "Service"),
                                    .required = true,
                                    .refersTo = "service"}),
        field<&SlipPrint::form>(
            {.key = "form", .label = QT_TRANSLATE_NOOP("Service", "Paper"), .required = true, .maxLength = 10}),
        field<&SlipPrint::copy>({.key = "copy", .label = QT_TRANSLATE_NOOP("Service", "Copy"), .required = true}),
    };
    static constexpr Schema<SlipPrint> schema {{SlipPrint::family, "Service", ""}, fields};
    return schema;
}

} // namespace songhe
