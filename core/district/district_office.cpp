// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_office.h"

#include "core/base/wipe.h"
#include "core/exchange/safe_file.h"
#include "core/exchange/sealing.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <chrono>

namespace songhe {

Result<std::unique_ptr<DistrictOffice>> DistrictOffice::make(const DistrictPlaces& places, const QString& name,
                                                             bool newIdentity, const Clock& clock)
{
    if (name.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("Write the name of the district office, as it stands on receipts."));
    // The identity file may be meant for the same folder.
    if (!DistrictStore::isServer(places.store) && !QDir().mkpath(QFileInfo(places.store).absolutePath()))
        return fail(Error::Kind::Io,
                    tr("The folder of the store cannot be made: %1").arg(QFileInfo(places.store).absolutePath()));
    auto identities = newIdentity ? makeIdentityFile(places.identity, clock) : readIdentityFile(places.identity);
    if (!identities)
        return fail(std::move(identities).error());
    auto made = [&]() -> Result<void> {
        ASSIGN_OR_RETURN(const auto store, DistrictStore::open(places.store, true));
        ASSIGN_OR_RETURN(const DistrictInfo info, makeDistrict(*store, name.trimmed(), *identities, clock));
        Q_UNUSED(info);
        return {};
    }();
    if (!made && newIdentity)
        QFile::remove(places.identity); // it opens nothing
    if (!made)
        return fail(std::move(made).error());
    return open(places, clock);
}

Result<std::unique_ptr<DistrictOffice>> DistrictOffice::open(const DistrictPlaces& places, const Clock& clock)
{
    ASSIGN_OR_RETURN(const auto store, DistrictStore::open(places.store, false));
    auto info = readDistrict(*store);
    if (!info && info.error().kind == Error::Kind::NotFound)
        info.error().message = tr("No district was set up in this store. Choose another store, or set a new one up.");
    if (!info)
        return fail(std::move(info).error());
    ASSIGN_OR_RETURN(AgeKeys identities, readIdentityFile(places.identity));
    auto keys = openDistrict(*store, std::move(identities));
    if (!keys && keys.error().kind == Error::Kind::WrongPassword)
        keys.error().message
            = tr("This identity file is not the one that %1 was set up with. Choose the file that was made then.")
                  .arg(info->name);
    if (!keys)
        return fail(std::move(keys).error());
    return std::unique_ptr<DistrictOffice>(new DistrictOffice(places, *std::move(info), *std::move(keys), clock));
}

std::unique_lock<std::timed_mutex> DistrictOffice::takeTurn(const Progress& progress) const
{
    constexpr std::chrono::milliseconds patience(50);
    std::unique_lock turn(m_turn, std::defer_lock);
    while (!progress.stopped() && !turn.try_lock_for(patience)) { }
    return turn;
}

Result<void> copyIdentityFile(const QString& from, const QString& to)
{
    ASSIGN_OR_RETURN(QByteArray read, readKeyFile(from));
    const SecureBytes content = takeSecret(std::move(read));
    SafeFile file(to);
    RETURN_IF_ERROR(file.open());
    file.device().setPermissions(QFile::ReadOwner | QFile::WriteOwner); // a stick's FAT knows no owners
    if (file.device().write(content.view().data(), content.view().size()) != content.view().size())
        return fail(Error::Kind::Io,
                    DistrictOffice::tr("The copy cannot be written to %1. Choose another place.").arg(to));
    RETURN_IF_ERROR(file.commit());
    ASSIGN_OR_RETURN(QByteArray copy, readKeyFile(to));
    const SecureBytes again = takeSecret(std::move(copy));
    if (again.view() != content.view())
        return fail(Error::Kind::Damaged,
                    DistrictOffice::tr("The copy at %1 differs from the file. Take another stick.").arg(to));
    return {};
}

} // namespace songhe
