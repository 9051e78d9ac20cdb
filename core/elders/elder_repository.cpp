// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_repository.h"

namespace songhe {

template <> const Schema<ElderPhoto>& schemaOf<ElderPhoto>()
{
    static constexpr Field<ElderPhoto> fields[] = {
        field<&ElderPhoto::id>({.key = "id", .required = true}),
        field<&ElderPhoto::elder>({.key = "elder_id", .required = true, .refersTo = "elder"}),
        field<&ElderPhoto::image>({.key = "image", .label = QT_TRANSLATE_NOOP("ElderPhoto", "Photo"), .sealed = true}),
    };
    static constexpr Schema<ElderPhoto> schema {{ElderPhoto::family, "ElderPhoto", "elder_id"}, fields};
    return schema;
}

Result<void> ElderRepository::keepDigest(const Elder& elder)
{
    RETURN_IF_ERROR(m_ledger.store.execute(QStringLiteral("DELETE FROM elder_number WHERE elder_id = ?"), {elder.id}));
    if (!elder.residentNumber || elder.recorded.isVoided())
        return {};
    auto kept = m_ledger.store.execute(QStringLiteral("INSERT INTO elder_number (digest, elder_id) VALUES (?, ?)"),
                                       {m_ledger.sealer.numberDigest(*elder.residentNumber), elder.id});
    if (kept)
        return {};
    if (kept.error().kind == Error::Kind::Conflict)
        kept.error().message
            = tr("An elder with this resident number is here already. Please find that file and go on there.");
    return fail(std::move(kept).error());
}

Result<Elder> ElderRepository::add(const Elder& elder)
{
    ASSIGN_OR_RETURN(Elder added, m_elders.add(elder));
    RETURN_IF_ERROR(keepDigest(added));
    return added;
}

Result<Elder> ElderRepository::change(const Elder& elder)
{
    ASSIGN_OR_RETURN(Elder changed, m_elders.change(elder));
    RETURN_IF_ERROR(keepDigest(changed));
    return changed;
}

Result<Elder> ElderRepository::voidElder(Id<Elder> id, const QString& reason)
{
    ASSIGN_OR_RETURN(Elder voided, m_elders.voidRecord(id, reason));
    RETURN_IF_ERROR(keepDigest(voided));
    return voided;
}

Result<std::optional<Elder>> ElderRepository::find(Id<Elder> id)
{
    return m_elders.find(id);
}

Result<std::vector<Elder>> ElderRepository::list()
{
    return m_elders.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY id"));
}

Result<qint64> ElderRepository::count()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT count(*) FROM elder WHERE voided_at IS NULL")));
    return rows.next() ? rows.integer(0) : 0;
}

Result<std::optional<Id<Elder>>> ElderRepository::findByNumber(const QString& residentNumber)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT elder_id FROM elder_number WHERE digest = ?"),
                                        {m_ledger.sealer.numberDigest(residentNumber)}));
    std::optional<Id<Elder>> found;
    if (rows.next())
        found = Id<Elder> {rows.integer(0)};
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::vector<Fact>> ElderRepository::factsOf(Id<Elder> elder)
{
    return m_facts.list(QStringLiteral("WHERE elder_id = ? AND voided_at IS NULL ORDER BY kind, from_on, id"), {elder});
}

Result<std::vector<Fact>> ElderRepository::factsOf(Id<Elder> elder, FactKind kind)
{
    return m_facts.list(QStringLiteral("WHERE elder_id = ? AND kind = ? AND voided_at IS NULL ORDER BY from_on, id"),
                        {elder, choiceKey(kind)});
}

Result<std::optional<bool>> ElderRepository::isVoided(Id<Elder> id)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT voided_at IS NOT NULL FROM elder WHERE id = ?"), {id}));
    std::optional<bool> voided;
    if (rows.next())
        voided = rows.integer(0) != 0;
    RETURN_IF_ERROR(rows.failed());
    return voided;
}

Result<std::optional<ElderPhoto>> ElderRepository::photoOf(Id<Elder> elder)
{
    ASSIGN_OR_RETURN(std::vector<ElderPhoto> found,
                     m_photos.list(QStringLiteral("WHERE elder_id = ? AND voided_at IS NULL"), {elder}));
    if (found.empty())
        return std::optional<ElderPhoto>();
    return std::optional<ElderPhoto>(std::move(found.front()));
}

Result<void> ElderRepository::setPhoto(Id<Elder> elder, const QByteArray& image)
{
    ASSIGN_OR_RETURN(std::optional<ElderPhoto> known, photoOf(elder));
    ElderPhoto photo = known.value_or(ElderPhoto {{}, elder, {}, {}});
    photo.image = image;
    RETURN_IF_ERROR(known ? m_photos.change(photo) : m_photos.add(photo));
    return {};
}

} // namespace songhe
