// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/staff_repository.h"

namespace songhe {

Result<std::vector<Staff>> StaffRepository::list()
{
    return m_staff.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY id"));
}

} // namespace songhe
