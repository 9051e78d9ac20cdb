// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_file.h"

#include <QtCore/QCoreApplication>

namespace songhe {

template <> const Schema<PolicyFile>& schemaOf<PolicyFile>()
{
    static constexpr Field<PolicyFile> fields[] = {
        field<&PolicyFile::id>({.key = "id", .required = true}),
        field<&PolicyFile::policy>(
            {.key = "policy", .label = QT_TRANSLATE_NOOP("PolicyFile", "Policy"), .required = true, .maxLength = 60}),
        field<&PolicyFile::version>(
            {.key = "version", .label = QT_TRANSLATE_NOOP("PolicyFile", "Version"), .required = true}),
        field<&PolicyFile::digest>(
            {.key = "digest", .label = QT_TRANSLATE_NOOP("PolicyFile", "Digest"), .required = true, .maxLength = 64}),
        field<&PolicyFile::content>(
            {.key = "content", .label = QT_TRANSLATE_NOOP("PolicyFile", "File"), .required = true}),
    };
    static constexpr Schema<PolicyFile> schema {{PolicyFile::family, "PolicyFile", ""}, fields};
    return schema;
}

} // namespace songhe
