// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/agreement_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<Agreement>> AgreementRepository::listOf(Id<Elder> elder)
{
    return m_agreements.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on DESC, id DESC"_s, {elder});
}

Result<std::vector<Agreement>> AgreementRepository::listIn(const DaySpan& span)
{
    return m_agreements.list(u"WHERE (?2 IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?1) "
                             "AND voided_at IS NULL ORDER BY from_on DESC, id DESC"_s,
                             {span.from, span.to});
}

Result<std::vector<PlanItem>> AgreementRepository::planOf(Id<Elder> elder)
{
    return m_plans.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY item, from_on, id"_s, {elder});
}

Result<std::vector<PlanItem>> AgreementRepository::plansIn(const DaySpan& span)
{
    return m_plans.list(u"WHERE (?2 IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?1) "
                        "AND voided_at IS NULL ORDER BY elder_id, item, from_on, id"_s,
                        {span.from, span.to});
}

} // namespace songhe
