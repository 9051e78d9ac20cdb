// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"
#include "core/exchange/quarter.h"
#include "core/records/schema.h"
#include "core/security/session.h"

namespace songhe {

/// A quarterly package that was written.
struct Package {
    static constexpr const char* family = "package";

    Id<Package> id;
    QString quarter;
    int sequence = 0;
    std::optional<int> supersedes; ///< the newest sequence of the same quarter before this one
    QString fileName;
    QString sha256; ///< of the sealed file, hex
    qint64 size = 0;
    QString lineage;
    qint64 auditNumber = 0;
    QString auditDigest; ///< hex
    std::optional<QString> previousSha256;
    QDateTime writtenAt;
    std::optional<QDateTime> acknowledgedAt;
    QJsonObject counts;                ///< records by family
    std::optional<QString> passphrase; ///< sealed; where it was sealed to a passphrase alone
    Recorded recorded;
};

template <> const Schema<Package>& schemaOf<Package>();

/// Who writes a package, with the secret that signs it.
struct PackageIdentity {
    CentreInfo centre;
    SecureBytes minisignSecret;   ///< a minisign secret key file without password
    SecureBytes ageIdentity = {}; ///< opens what this centre wrote; empty: earlier packages are not looked into
};
Result<PackageIdentity> packageIdentity(Session& session);

} // namespace songhe
