// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_header.h"
#include "core/exchange/bag.h"
#include "core/exchange/minisign.h"

#include <QtCore/QJsonObject>

namespace songhe {

/// What is to be believed before a package is opened.
struct PackageTrust {
    AgeKeys keys = {};
    /// Who must have signed. Without one, the key that the package itself names is used: that proves that nothing was
    /// changed since, not who made it.
    std::optional<MinisignPublicKey> publicKey = {};
};

/// What a package turned out to be. `ok`: every byte is accounted for, signed, and fits its schema.
struct PackageVerdict {
    std::vector<BagProblem> problems;
    QString name; ///< songhe-C1-2026Q3-0004
    QString centreCode;
    QString centreUuid;
    QString lineage;
    QString quarter;
    QString signedBy;     ///< the minisign key
    bool trusted = false; ///< the key was given by whoever asked; else the package itself names it
    int sequence = 0;
    QJsonObject records; ///< rows by table

    [[nodiscard]] bool ok() const { return problems.empty(); }
    [[nodiscard]] QJsonObject toJson() const;
};

/// Trusts nothing: opens the seal, checks bag and signature, then, decrypting a second time, every row of every table
/// against its schema and the audit chain. Nothing is unpacked to disk. No key fits: the problem
/// `cannot_open`. An `Error` means that the file could not be read.
Result<PackageVerdict> verifyPackage(const QString& path, const PackageTrust& trust, Progress& progress);

/// The zip inside a sealed package, as it is read.
Result<std::unique_ptr<QIODevice>> openSealedPackage(const QString& path, const AgeKeys& keys);

} // namespace songhe
