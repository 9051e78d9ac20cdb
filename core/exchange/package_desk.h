// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_verify.h"
#include "core/exchange/package_writer.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Something missing or doubtful in a quarter, before it is packed. None of them forbids the package.
struct PackageDoubt {
    QString code; ///< no_records, quarter_running, no_recipient, month_not_settled, no_number, no_division,
                  ///< doubtful_facts, served_after_death
    QString text;
    std::vector<qint64> elders; ///< whom it is about, to be opened; at most 200
};

/// The quarter's package, as a manager makes it and anybody checks it.
///
///     PackageDesk desk(session.ledger(), *packageIdentity(session));
///     FolderPlace stick(folder);
///     ASSIGN_OR_RETURN(const WrittenPackage written, desk.write({.quarter = quarter, …}, stick, progress));
class PackageDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::PackageDesk)

public:
    PackageDesk(Ledger& ledger, PackageIdentity identity)
        : m_ledger(ledger)
        , m_identity(std::move(identity))
    { }

    /// What a person should look at before writing.
    Result<std::vector<PackageDoubt>> preflight(Quarter quarter);
    /// Fills in what the request leaves open: the district's key from the settings, the policies of the claims.
    Result<WrittenPackage> write(PackageRequest request, PackagePlace& place, Progress& progress);
    /// The newest first.
    Result<std::vector<Package>> list() { return PackageRepository(m_ledger).list(); }
    /// A package of this centre or another. Where no key is given, `own` opens it and this centre must have signed it.
    Result<PackageVerdict> verify(const QString& path, PackageTrust trust, const SecureBytes& own, Progress& progress);

private:
    Result<std::vector<PackageFile>> policies();
    /// Numbers of packages that lie there though the books do not know them are not given again.
    Result<QStringList> passNumbers(PackageRequest& request, const PackagePlace& place, Progress& progress);

    Ledger& m_ledger;
    PackageIdentity m_identity;
};

} // namespace songhe
