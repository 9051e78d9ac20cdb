// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<PackageIdentity> packageIdentity(Session& session)
{
    ASSIGN_OR_RETURN(SecureBytes secret, session.minisignSecret());
    ASSIGN_OR_RETURN(SecureBytes own, session.ageIdentity());
    return PackageIdentity {session.centre(), std::move(secret), std::move(own)};
}

template <> const Schema<Package>& schemaOf<Package>()
{
    static constexpr Field<Package> fields[] = {
        field<&Package::id>({.key = "id", .required = true}),
        field<&Package::quarter>(
            {.key = "quarter", .label = QT_TRANSLATE_NOOP("Package", "Quarter"), .required = true, .maxLength = 6}),
        field<&Package::sequence>(
            {.key = "sequence", .label = QT_TRANSLATE_NOOP("Package", "Sequence"), .required = true}),
        field<&Package::supersedes>({.key = "supersedes", .label = QT_TRANSLATE_NOOP("Package", "Supersedes")}),
        field<&Package::fileName>(
            {.key = "file_name", .label = QT_TRANSLATE_NOOP("Package", "File"), .required = true, .maxLength = 120}),
        field<&Package::sha256>(
            {.key = "sha256", .label = QT_TRANSLATE_NOOP("Package", "SHA-256"), .required = true, .maxLength = 64}),
        field<&Package::size>({.key = "size", .label = QT_TRANSLATE_NOOP("Package", "Size"), .required = true}),
        field<&Package::lineage>(
            {.key = "lineage", .label = QT_TRANSLATE_NOOP("Package", "Lineage"), .required = true, .maxLength = 36}),
        field<&Package::auditNumber>(
            {.key = "audit_number", .label = QT_TRANSLATE_NOOP("Package", "Audit entry"), .required = true}),
        field<&Package::auditDigest>({.key = "audit_digest",
                                      .label = QT_TRANSLATE_NOOP("Package", "Audit digest"),
                                      .required = true,
                                      .maxLength = 64}),
        field<&Package::previousSha256>({.key = "previous_sha256",
                                         .label = QT_TRANSLATE_NOOP("Package", "Package before this one"),
                                         .maxLength = 64}),
        field<&Package::writtenAt>(
            {.key = "written_at", .label = QT_TRANSLATE_NOOP("Package", "Written at"), .required = true}),
        field<&Package::acknowledgedAt>(
            {.key = "acknowledged_at", .label = QT_TRANSLATE_NOOP("Package", "Receipt came back at")}),
        field<&Package::counts>({.key = "counts", .label = QT_TRANSLATE_NOOP("Package", "Records")}),
        field<&Package::passphrase>({.key = "passphrase",
                                     .label = QT_TRANSLATE_NOOP("Package", "Passphrase"),
                                     .maxLength = 1000,
                                     .sealed = true}),
    };
    static constexpr Schema<Package> schema {{Package::family, "Package", ""}, fields};
    return schema;
}

} // namespace songhe
