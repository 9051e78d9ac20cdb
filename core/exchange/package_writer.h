// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_stream.h"
#include "core/exchange/package_place.h"
#include "core/exchange/package_repository.h"

#include <functional>

namespace songhe {

class BagWriter;
class ZipWriter;

/// What the cover report tells.
struct PackageSummary {
    CentreInfo centre;
    QString name; ///< songhe-C1-2026Q3-0004
    Quarter quarter;
    int sequence = 0;
    std::optional<int> supersedes;
    QDateTime created;
    QJsonObject counts; ///< records by family
    AuditHead auditHead;
};

/// Makes data/summary.pdf. The printing target has it; the core draws nothing.
using SummaryMaker = std::function<Result<QByteArray>(const PackageSummary&)>;

/// A policy file that a claim of the package was settled by, or that was in force.
struct PackageFile {
    QString name; ///< baotou-2020-meals-1.json
    QByteArray bytes;
};

struct PackageRequest {
    Quarter quarter;
    QStringList recipients = {}; ///< age1…; the centre's own is added. Empty: sealed to the passphrase alone
    SecureBytes passphrase = {};
    int scryptFactor = defaultScryptFactor;
    std::vector<PackageFile> policies = {};
    SummaryMaker summary = {};
    int above = 0; ///< the package gets a greater number, also where the books know none so great
};

struct WrittenPackage {
    Package package;
    QString path;
    QStringList notices = {}; ///< about other files that lie there
};

/// Puts a quarter's package together and writes it: tables stream through bag, zip and age to the place, nothing else
/// touches a disk. What was written is read back and compared before it gets its name, and only then the package's
/// record is kept. The books are read as one snapshot, and are free for others meanwhile. Any failure leaves place and
/// books as they were.
class PackageWriter {
public:
    PackageWriter(Ledger& ledger, const PackageIdentity& identity)
        : m_ledger(ledger)
        , m_identity(identity)
        , m_packages(ledger)
    { }

    Result<WrittenPackage> write(const PackageRequest& request, PackagePlace& place, Progress& progress);

private:
    struct Plan;
    Result<int> nextSequence(const PackageRequest& request);
    Result<Plan> plan(const PackageRequest& request);
    /// The sealed file at the place, read back; the record comes back unkept.
    Result<Package> writeFile(const PackageRequest& request, PackagePlace& place, Progress& progress);
    Result<AgeSealing> sealing(const PackageRequest& request) const;
    Result<void> writeSealed(const PackageRequest& request, Plan& plan, QIODevice& target, Progress& progress);
    Result<void> writeBag(const PackageRequest& request, Plan& plan, ZipWriter& zip, Progress& progress);
    Result<void> writeTables(BagWriter& bag, Plan& plan, Progress& progress);
    Result<void> writeDocuments(BagWriter& bag, const PackageRequest& request, const Plan& plan);
    [[nodiscard]] std::vector<std::pair<QString, QString>> info(const Plan& plan) const;

    Ledger& m_ledger;
    const PackageIdentity& m_identity;
    PackageRepository m_packages;
};

} // namespace songhe
