// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include "core/elders/fact.h"
#include "core/exchange/age_keys.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/package_verify.h"
#include "core/exchange/package_writer.h"
#include "core/meals/meal.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

namespace songhe {

/// A centre with a handful of invented records of 2021Q3 and a folder to put packages in.
struct PackageFixture {
    PackageFixture();

    Site site(qint64 id, const QString& code);
    Elder elder(qint64 id, const QString& name);
    Fact fact(qint64 id, qint64 elderId, const QString& evidence = {});
    Meal meal(qint64 id, qint64 elderId, QDate on);

    [[nodiscard]] PackageRequest request() const;
    Result<WrittenPackage> write(const PackageRequest& request);
    Result<WrittenPackage> write() { return write(request()); }
    Result<PackageVerdict> verify(const QString& path);
    [[nodiscard]] AgeKeys districtKeys() const;
    [[nodiscard]] QStringList filesInFolder() const;
    [[nodiscard]] QStringList problemCodes(const QString& path);

    TestStore store;
    QTemporaryDir folder;
    AgeIdentity district = AgeIdentity::generate();
    PackageIdentity identity;
    SecureBytes ownIdentity;
};

} // namespace songhe
