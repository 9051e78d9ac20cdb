// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "ui/tasks/task.h"

namespace songhe::ui {

/// Long work at the district's desk: off the GUI thread, with a connection of its own, after whatever works there now.
///
///     TaskBase* task = startDistrictTask<QJsonObject>(office, this,
///                                                     [](DistrictDesk& desk, Progress&) { return desk.report(); },
///                                                     [this](Result<QJsonObject> report) { … });
///
/// `office` must outlive `owner`.
template <typename T, typename Work, typename Done>
TaskBase* startDistrictTask(const DistrictOffice& office, QObject* owner, Work work, Done done)
{
    return startTask<T>(
        owner,
        [&office, work = std::move(work)](Progress& progress) mutable -> Result<T> {
            return office.work(progress,
                               [&](DistrictDesk& desk) -> Result<T> { return Result<T>(work(desk, progress)); });
        },
        std::move(done));
}

} // namespace songhe::ui
