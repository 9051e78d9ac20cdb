// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"
#include "core/district/district_store.h"

#include <QtCore/QHash>

namespace songhe {

/// Keeps the identities of one centre's persons sealed at the district, as they lie at the centre: a random key for
/// each person, wrapped by the district's data key; an envelope is bound to centre, family, id and revision. Where no
/// person is meant, a key derived from the data key seals.
class PersonVault {
public:
    PersonVault(DistrictStore& store, const SecureBytes& dataKey, qint64 centre, const QString& centreUuid);

    /// Reads the wrapped keys there are; they are no secret.
    Result<void> load();
    Result<QByteArray> seal(const QString& personFamily, qint64 person, const QString& family, qint64 id,
                            qint64 revision, QByteArrayView plain);
    Result<SecureBytes> open(const QString& personFamily, qint64 person, const QString& family, qint64 id,
                             qint64 revision, const QByteArray& sealed);
    /// Writes the keys that sealing has made.
    Result<void> save();

    /// Keyed digests: equal for equal text at every centre, telling nothing to whoever lacks the data key.
    [[nodiscard]] QByteArray numberDigest(QByteArrayView residentNumber) const;
    /// Of name and date of birth, for persons of whom no resident number is known.
    [[nodiscard]] QByteArray personDigest(QByteArrayView name, QByteArrayView born) const;
    [[nodiscard]] const SecureBytes& recordKey() const { return m_records; }

private:
    using PersonName = std::pair<QString, qint64>;
    [[nodiscard]] QByteArray binding(const QString& family, qint64 id, const QByteArray& last) const;
    Result<SecureBytes> keyOf(const PersonName& person, bool makeOne);

    DistrictStore& m_store;
    qint64 m_centre;
    QByteArray m_uuid;
    SecureBytes m_wrapping;
    SecureBytes m_district; ///< where no person is meant
    SecureBytes m_numbers;
    SecureBytes m_persons;
    SecureBytes m_records;
    QHash<PersonName, QByteArray> m_wraps;
    std::vector<PersonName> m_made;
};

} // namespace songhe
