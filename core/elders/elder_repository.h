// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/elders/fact.h"
#include "core/storage/record_table.h"

namespace songhe {

/// A picture of an elder: a small JPEG or PNG, sealed like the rest of her identity.
struct ElderPhoto {
    static constexpr const char* family = "elder_photo";

    Id<ElderPhoto> id;
    Id<Elder> elder;
    QByteArray image;
    Recorded recorded;
};

template <> const Schema<ElderPhoto>& schemaOf<ElderPhoto>();

/// Elders, the keyed digests by which a resident number is found, their photos and the facts as records.
class ElderRepository {
    Q_DECLARE_TR_FUNCTIONS(songhe::ElderRepository)

public:
    explicit ElderRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_elders(ledger)
        , m_facts(ledger)
        , m_photos(ledger)
    { }

    Result<Elder> add(const Elder& elder);
    Result<Elder> change(const Elder& elder);
    Result<Elder> voidElder(Id<Elder> id, const QString& reason);
    Result<std::optional<Elder>> find(Id<Elder> id);
    /// All that are not void, the dead included, by id.
    Result<std::vector<Elder>> list();
    template <typename Each> Result<void> walk(Each&& each)
    {
        return m_elders.walk(QStringLiteral("WHERE voided_at IS NULL ORDER BY id"), {}, std::forward<Each>(each));
    }
    Result<qint64> count();
    Result<std::optional<Id<Elder>>> findByNumber(const QString& residentNumber);

    Result<Fact> addFact(const Fact& fact) { return m_facts.add(fact); }
    Result<Fact> changeFact(const Fact& fact) { return m_facts.change(fact); }
    Result<Fact> voidFact(Id<Fact> id, const QString& reason) { return m_facts.voidRecord(id, reason); }
    Result<std::optional<Fact>> findFact(Id<Fact> id) { return m_facts.find(id); }
    /// Not void, by kind and first day.
    Result<std::vector<Fact>> factsOf(Id<Elder> elder);
    /// Those of one kind, by first day.
    Result<std::vector<Fact>> factsOf(Id<Elder> elder, FactKind kind);
    /// Is the file void? Nothing where there is none. Opens no envelope.
    Result<std::optional<bool>> isVoided(Id<Elder> id);

    Result<std::optional<ElderPhoto>> photoOf(Id<Elder> elder);
    Result<void> setPhoto(Id<Elder> elder, const QByteArray& image);

private:
    Result<void> keepDigest(const Elder& elder);

    Ledger& m_ledger;
    RecordTable<Elder> m_elders;
    RecordTable<Fact> m_facts;
    RecordTable<ElderPhoto> m_photos;
};

} // namespace songhe
