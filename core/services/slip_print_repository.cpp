// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/slip_print.h"

namespace songhe {

Result<int> SlipPrintRepository::copies(Id<Service> service)
{
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(QStringLiteral("SELECT count(*) FROM slip_print WHERE service_id = ? AND voided_at IS NULL"),
                           {service}));
    const int count = rows.next() ? int(rows.integer(0)) : 0;
    RETURN_IF_ERROR(rows.failed());
    return count;
}

} // namespace songhe
