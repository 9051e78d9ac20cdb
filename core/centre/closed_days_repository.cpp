// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/closed_days_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<QString> ClosedDaysRepository::closedBy(const QString& family, QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT period FROM claim
        WHERE from_on <= ?1 AND to_on >= ?1 AND voided_at IS NULL AND state NOT IN ('draft', 'checked', 'returned')
          AND EXISTS (SELECT 1 FROM claim_line WHERE claim_id = claim.id AND about = ?2)
          AND NOT EXISTS (SELECT 1 FROM claim_opening
                          WHERE claim_id = claim.id AND until_on >= ?3 AND voided_at IS NULL)
        ORDER BY id LIMIT 1)"_s,
                                        {day, family, m_ledger.today()}));
    QString period = rows.next() ? rows.text(0) : QString();
    RETURN_IF_ERROR(rows.failed());
    return period;
}

Result<QString> ClosedDaysRepository::closedBefore(const QString& family, QDate day, const QDateTime& moment)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT period FROM claim
        WHERE from_on <= ?1 AND to_on >= ?1 AND voided_at IS NULL AND state NOT IN ('draft', 'checked', 'returned')
          AND signed_at < ?3 AND EXISTS (SELECT 1 FROM claim_line WHERE claim_id = claim.id AND about = ?2)
        ORDER BY id LIMIT 1)"_s,
                                        {day, family, moment}));
    QString period = rows.next() ? rows.text(0) : QString();
    RETURN_IF_ERROR(rows.failed());
    return period;
}

Result<void> ClosedDaysRepository::mustBeOpen(const QString& family, QDate day)
{
    ASSIGN_OR_RETURN(const QString period, closedBy(family, day));
    if (period.isEmpty())
        return {};
    return fail(Error::Kind::Refused,
                tr("%1 is closed: its claim is signed. Ask the manager to open it for a named reason; what is entered "
                   "then goes into the next claim as a late record.")
                    .arg(period));
}

} // namespace songhe
