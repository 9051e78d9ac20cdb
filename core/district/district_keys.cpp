// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_keys.h"

#include "core/district/district_repository.h"
#include "core/district/district_text.h"
#include "core/exchange/age_stream.h"
#include "core/exchange/minisign.h"
#include "core/exchange/safe_file.h"
#include "core/exchange/sealing.h"
#include "core/security/keys.h"

#include <QtCore/QBuffer>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <sodium.h>

namespace songhe {

namespace district_keys {

Result<QByteArray> sealedTo(const AgeRecipient& recipient, QByteArrayView secret)
{
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    ASSIGN_OR_RETURN(const auto writer, AgeWriter::open(target, {.recipients = {recipient}}));
    RETURN_IF_ERROR(writeAll(*writer, secret));
    RETURN_IF_ERROR(writer->finish());
    return target.data();
}

/// What digests records: known to nobody who does not have the identity.
SecureBytes newDataKey(const AgeIdentity& identity)
{
    static constexpr char purpose[] = "songhe district: digests of records";
    SecureBytes key = SecureBytes::random(2 * dataKeySize);
    const SecureBytes secret = identity.text();
    crypto_generichash(key.data() + dataKeySize, dataKeySize, secret.data(), secret.size(),
                       reinterpret_cast<const unsigned char*>(purpose), sizeof purpose - 1);
    return key;
}

Result<SecureBytes> openedBy(const AgeKeys& keys, const QByteArray& sealed)
{
    QBuffer source;
    source.setData(sealed);
    source.open(QIODevice::ReadOnly);
    const auto reader = AgeReader::open(source, keys);
    if (!reader)
        return fail(Error::Kind::WrongPassword,
                    DistrictText::tr("This identity is not the one the district was set up with. Give the right file "
                                     "with --identity."));
    QByteArray plain(4096, Qt::Uninitialized);
    qint64 size = 0;
    while (size < plain.size()) {
        ASSIGN_OR_RETURN(const qint64 count, readSome(**reader, plain.data() + size, plain.size() - size));
        if (count <= 0)
            break;
        size += count;
    }
    SecureBytes secret(QByteArrayView(plain).first(size));
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return secret;
}

Result<DistrictRow> rowOf(DistrictStore& store)
{
    ASSIGN_OR_RETURN(auto row, DistrictRepository(store).find());
    if (!row)
        return fail(Error::Kind::NotFound,
                    DistrictText::tr("No district was set up in this store. Run 'district init' first."));
    return *std::move(row);
}

} // namespace district_keys

Result<DistrictKeys> DistrictKeys::clone() const
{
    DistrictKeys copy;
    for (const AgeIdentity& identity : identities.identities) {
        ASSIGN_OR_RETURN(AgeIdentity same, AgeIdentity::fromText(identity.text().view()));
        copy.identities.identities.push_back(std::move(same));
    }
    copy.dataKey = dataKey.clone();
    copy.minisignSecret = minisignSecret.clone();
    return copy;
}

Result<AgeKeys> readIdentityFile(const QString& path)
{
    ASSIGN_OR_RETURN(QByteArray file, readKeyFile(path));
    AgeKeys keys;
    auto identities = readAgeIdentities(file);
    sodium_memzero(file.data(), std::size_t(file.size()));
    if (!identities)
        return fail(std::move(identities).error());
    keys.identities = *std::move(identities);
    return keys;
}

Result<AgeKeys> makeIdentityFile(const QString& path, const Clock& clock)
{
    if (QFileInfo::exists(path))
        return fail(
            Error::Kind::Conflict,
            DistrictText::tr("There is a file at %1 already. Give the new identity file another name.").arg(path));
    AgeKeys keys;
    keys.identities.push_back(AgeIdentity::generate());
    const SecureBytes content = ageIdentityFile(keys.identities.front(), clock.now());
    SafeFile file(path);
    RETURN_IF_ERROR(file.open());
    file.device().setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.device().write(content.view().data(), content.view().size()) != content.view().size())
        return fail(Error::Kind::Io,
                    DistrictText::tr("The identity file cannot be written to %1. Choose another place.").arg(path));
    RETURN_IF_ERROR(file.commit());
    return keys;
}

Result<DistrictInfo> makeDistrict(DistrictStore& store, const QString& name, const AgeKeys& identities,
                                  const Clock& clock)
{
    if (identities.identities.empty())
        return fail(Error::Kind::Invalid,
                    DistrictText::tr("An identity is needed. Make one with age-keygen and give its file with "
                                     "--identity."));
    return store.transact([&]() -> Result<DistrictInfo> {
        DistrictRepository districts(store);
        ASSIGN_OR_RETURN(const auto there, districts.find());
        if (there)
            return fail(Error::Kind::Conflict, DistrictText::tr("A district was set up in this store already."));
        const AgeRecipient recipient = identities.identities.front().recipient();
        const MinisignSecretKey signing = MinisignSecretKey::generate();
        ASSIGN_OR_RETURN(const SecureBytes file, signing.file());
        const SecureBytes dataKey = district_keys::newDataKey(identities.identities.front());
        DistrictRow row;
        row.info
            = {QUuid::createUuid().toString(QUuid::WithoutBraces), name, recipient.text(), signing.publicKey().text()};
        ASSIGN_OR_RETURN(row.dataKey, district_keys::sealedTo(recipient, dataKey.view()));
        ASSIGN_OR_RETURN(row.minisignSecret, district_keys::sealedTo(recipient, file.view()));
        RETURN_IF_ERROR(districts.add(row, clock.now()));
        return row.info;
    });
}

Result<QByteArray> sealReason(const DistrictInfo& district, const QString& reason)
{
    if (reason.isEmpty())
        return QByteArray();
    ASSIGN_OR_RETURN(const AgeRecipient recipient, AgeRecipient::fromText(district.ageRecipient));
    return district_keys::sealedTo(recipient, reason.toUtf8());
}

Result<QString> openReason(const AgeKeys& identities, const QByteArray& sealed)
{
    if (sealed.isEmpty())
        return QString();
    ASSIGN_OR_RETURN(const SecureBytes reason, district_keys::openedBy(identities, sealed));
    return QString::fromUtf8(reason.view());
}

Result<DistrictInfo> readDistrict(DistrictStore& store)
{
    ASSIGN_OR_RETURN(const DistrictRow row, district_keys::rowOf(store));
    return row.info;
}

Result<DistrictKeys> openDistrict(DistrictStore& store, AgeKeys identities)
{
    ASSIGN_OR_RETURN(const DistrictRow row, district_keys::rowOf(store));
    DistrictKeys keys;
    ASSIGN_OR_RETURN(keys.dataKey, district_keys::openedBy(identities, row.dataKey));
    ASSIGN_OR_RETURN(keys.minisignSecret, district_keys::openedBy(identities, row.minisignSecret));
    keys.identities = std::move(identities);
    return keys;
}

} // namespace songhe
