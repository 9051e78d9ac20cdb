// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/district/district_store.h"
#include "core/exchange/age_header.h"

namespace songhe {

/// Who the district is to its centres.
struct DistrictInfo {
    QString uuid;
    QString name;
    QString ageRecipient; ///< packages are sealed to it
    QString minisignKey;  ///< receipts are signed by it
};

/// The district's secrets, opened by the identity that was given at `district init`.
struct DistrictKeys {
    AgeKeys identities; ///< open packages
    /// 32 bytes that wrap the keys of persons, the store's own, and 32 that digest records: those come from the
    /// identity, so that two stores of one district can be compared. Stores of before have the first half only.
    SecureBytes dataKey;
    SecureBytes minisignSecret; ///< a minisign secret key file without password

    /// The same once more, for a thread of its own.
    [[nodiscard]] Result<DistrictKeys> clone() const;
};

/// Reads the file of identities that opens a district.
Result<AgeKeys> readIdentityFile(const QString& path);
/// Writes a new identity file that only this user of the computer can read. Where something is there: `Conflict`.
Result<AgeKeys> makeIdentityFile(const QString& path, const Clock& clock);

/// Sets a district up in an empty store: a data key and a minisign key, both sealed to the identity's recipient.
/// Where one was set up already: `Conflict`.
Result<DistrictInfo> makeDistrict(DistrictStore& store, const QString& name, const AgeKeys& identities,
                                  const Clock& clock);
/// Why a claim was returned may name a person: sealed to the district's recipient, so that deciding needs no secret and
/// reading does. Empty stays empty.
Result<QByteArray> sealReason(const DistrictInfo& district, const QString& reason);
Result<QString> openReason(const AgeKeys& identities, const QByteArray& sealed);
/// `NotFound` where none was set up.
Result<DistrictInfo> readDistrict(DistrictStore& store);
/// `WrongPassword` where the identity is not the one the district was set up with.
Result<DistrictKeys> openDistrict(DistrictStore& store, AgeKeys identities);

} // namespace songhe
