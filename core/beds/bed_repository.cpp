// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/beds/bed_repository.h"

namespace songhe {

namespace {

const QString inSpan = QStringLiteral("from_on <= coalesce(?2, '9999-12-31') AND coalesce(to_on, '9999-12-31') >= ?1 "
                                      "AND voided_at IS NULL");

template <typename R> Result<std::optional<R>> firstOf(Result<std::vector<R>> found)
{
    RETURN_IF_ERROR(found);
    return found->empty() ? std::optional<R>() : std::optional<R>(std::move(found->front()));
}

} // namespace

Result<std::vector<BedStay>> BedRepository::staysOf(Id<Elder> elder)
{
    return m_stays.list(QStringLiteral("WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on, id"), {elder});
}

Result<std::vector<HomeCareBed>> BedRepository::homeBedsOf(Id<Elder> elder)
{
    return m_homeBeds.list(QStringLiteral("WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on, id"), {elder});
}

Result<std::vector<BedStay>> BedRepository::staysIn(const DaySpan& span)
{
    return m_stays.list(QStringLiteral("WHERE ") + inSpan + QStringLiteral(" ORDER BY from_on, elder_id, id"),
                        {span.from, span.to});
}

Result<std::vector<HomeCareBed>> BedRepository::homeBedsIn(const DaySpan& span)
{
    return m_homeBeds.list(QStringLiteral("WHERE ") + inSpan + QStringLiteral(" ORDER BY from_on, elder_id, id"),
                           {span.from, span.to});
}

Result<std::optional<BedStay>> BedRepository::stayOf(Id<Elder> elder, const DaySpan& span, Id<BedStay> but)
{
    return firstOf(m_stays.list(QStringLiteral("WHERE ") + inSpan
                                    + QStringLiteral(" AND elder_id = ?3 AND id <> ?4 ORDER BY from_on LIMIT 1"),
                                {span.from, span.to, elder, but.value}));
}

Result<std::optional<BedStay>> BedRepository::stayIn(Id<Facility> facility, const QString& bed, const DaySpan& span,
                                                     Id<BedStay> but)
{
    return firstOf(m_stays.list(QStringLiteral("WHERE ") + inSpan
                                    + QStringLiteral(" AND facility_id IS ?3 AND bed = ?4 AND id <> ?5 "
                                                     "ORDER BY from_on LIMIT 1"),
                                {span.from, span.to, facility.isNull() ? Value() : Value(facility), bed, but.value}));
}

Result<std::optional<HomeCareBed>> BedRepository::homeBedOf(Id<Elder> elder, const DaySpan& span, Id<HomeCareBed> but)
{
    return firstOf(m_homeBeds.list(QStringLiteral("WHERE ") + inSpan
                                       + QStringLiteral(" AND elder_id = ?3 AND id <> ?4 ORDER BY from_on LIMIT 1"),
                                   {span.from, span.to, elder, but.value}));
}

} // namespace songhe
