// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag.h"
#include "core/exchange/minisign.h"
#include "core/exchange/sealed_package.h"

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
    QByteArray sha256;    ///< of the sealed file
    int sequence = 0;
    QJsonObject records; ///< rows by table

    [[nodiscard]] bool ok() const { return problems.empty(); }
    [[nodiscard]] QJsonObject toJson() const;
};

/// Whether a package with this problem is refused as a whole. A file that was only renamed is not: what is signed
/// inside says which package it is.
[[nodiscard]] bool refusesPackage(const BagProblem& problem);

/// Takes a package's rows in while they are verified, so that a package is read no oftener than it must be. What was
/// taken counts only if the verdict is good in the end: the taker works within a transaction. An error stops the
/// reading, is handed on, and says nothing about the package: `failure()` tells it from what is wrong with that.
class PackageTaker {
public:
    virtual ~PackageTaker() = default;
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    void setFailure(Error error) { m_failure = std::move(error); }

    /// The bag's tag files are known: who must have signed. Without an answer the package is refused: what is wrong is
    /// added to the verdict.
    virtual Result<std::optional<MinisignPublicKey>> signer(const BagReport& bag, PackageVerdict& verdict) = 0;
    /// Signature and head hold; the rows are going to come.
    virtual Result<void> begin(const BagReport& bag, const PackageVerdict& verdict) = 0;
    virtual Result<void> table(const QString& name, const std::vector<QByteArray>& columns) = 0;
    virtual Result<void> row(const std::vector<QByteArrayView>& cells) = 0;
    virtual Result<void> endOfTable() = 0;
    /// The next entry of the audit chain.
    virtual Result<void> link(qint64 number, const QByteArray& chainDigest) = 0;
    /// Any other file of the payload, in pieces; an empty one is its end.
    virtual Result<void> file(const QString& path, QByteArrayView bytes) = 0;

private:
    std::optional<Error> m_failure;
};

/// Trusts nothing: opens the seal, checks bag and signature, then, decrypting a second time, every row of every table
/// against its schema and the audit chain. Nothing is unpacked to disk. No key fits: the problem
/// `cannot_open`. An `Error` means that the file could not be read, or that the taker failed.
Result<PackageVerdict> verifyPackage(const QString& path, const PackageTrust& trust, Progress& progress,
                                     PackageTaker* taker = nullptr);

} // namespace songhe
