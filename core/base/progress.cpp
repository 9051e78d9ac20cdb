// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/progress.h"

#include <QtCore/QCoreApplication>

namespace songhe {

Result<void> Progress::step(qint64 done, qint64 total)
{
    if (stopped())
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Progress", "Stopped. Nothing was changed."));
    const int percent = total > 0 ? int(qBound(qint64(0), done * 100 / total, qint64(100))) : 0;
    if (percent != m_percent) {
        m_percent = percent;
        if (m_report)
            m_report(percent);
    }
    return {};
}

} // namespace songhe
