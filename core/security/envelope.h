// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"
#include "core/storage/ledger.h"

namespace songhe {

/// Seals records: a random key for each person (made on first use, wrapped by the data key in table person_key), the
/// centre's own where no person is meant. Bound to centre UUID, family, id and revision, so that an envelope cannot be
/// moved to another record or back in time.
class EnvelopeSealer final : public Sealer {
public:
    EnvelopeSealer(Store& store, const SecureBytes& dataKey, QString centreUuid);

    /// The keys leave the memory: nothing is sealed or opened until they are given again.
    void lock();
    void unlock(const SecureBytes& dataKey);

    Result<QByteArray> seal(const SealContext& context, const QByteArray& plain) override;
    Result<QByteArray> open(const SealContext& context, const QByteArray& sealed) override;

    /// Keyed digest of an identity number, to find duplicates without opening an envelope.
    [[nodiscard]] QByteArray numberDigest(const QString& number) const override;

private:
    [[nodiscard]] Result<void> checkOpen() const;
    Result<SecureBytes> personKey(const PersonRef& person, bool makeOne);
    [[nodiscard]] QByteArray binding(const SealContext& context) const;

    Store& m_store;
    QString m_uuid;
    SecureBytes m_wrapping;
    SecureBytes m_digesting;
    SecureBytes m_centre;
};

} // namespace songhe
