// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/user.h"

namespace songhe {

template <> const Schema<User>& schemaOf<User>()
{
    static constexpr Field<User> fields[] = {
        field<&User::id>({.key = "id", .required = true}),
        field<&User::name>({.key = "name",
                            .label = QT_TRANSLATE_NOOP("User", "Name"),
                            .required = true,
                            .maxLength = 50,
                            .sealed = true}),
        field<&User::role>(
            {.key = "role", .label = QT_TRANSLATE_NOOP("User", "Role"), .required = true, .maxLength = 20}),
    };
    static constexpr Schema<User> schema {{User::family, "User", "id"}, fields};
    return schema;
}

} // namespace songhe
