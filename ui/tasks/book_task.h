// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "ui/tasks/task.h"

namespace songhe::ui {

/// Long work on the centre's books: off the GUI thread, with a connection and keys of its own, closed when it ends.
///
///     TaskBase* task = startBookTask<Claim>(session, this, [](Session& books, Progress& progress) { … },
///                                           [this](Result<Claim> claim) { … });
///
/// Where no second connection can be had, `done` hears why at once and there is no task.
template <typename T, typename Work, typename Done>
TaskBase* startBookTask(const Session& session, QObject* owner, Work work, Done done)
{
    auto books = session.cloneForThread();
    if (!books) {
        done(Result<T>(fail(std::move(books).error())));
        return nullptr;
    }
    // A std::function is copied; the session goes to the worker alone and ends there.
    auto handedOver = std::make_shared<std::unique_ptr<Session>>(*std::move(books));
    return startTask<T>(
        owner,
        [handedOver, work = std::move(work)](Progress& progress) mutable -> Result<T> {
            const std::unique_ptr<Session> own = std::move(*handedOver);
            return work(*own, progress);
        },
        std::move(done));
}

} // namespace songhe::ui
