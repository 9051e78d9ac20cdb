// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QThread>

#include <functional>
#include <memory>
#include <optional>

namespace songhe::ui {

/// Long work under way. Lives in the GUI thread; the work runs in a thread of its own and must open its own Store.
/// Destroying it stops the work and waits for it.
class TaskBase : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~TaskBase() override;
    [[nodiscard]] bool running() const { return m_thread != nullptr; }

public Q_SLOTS:
    /// Asks the work to stop; it ends with `Error::Kind::Cancelled` and has changed nothing.
    void stop();

Q_SIGNALS:
    void progressed(int percent);
    /// The result can be taken now.
    void finished();

protected:
    void run(std::function<void(Progress&)> work);
    /// Subclasses call it first in their destructor, before what the work writes to goes away.
    void stopAndWait();

private:
    std::unique_ptr<Progress> m_progress;
    std::unique_ptr<QThread> m_thread;
};

template <typename T> class Task final : public TaskBase {
public:
    using Work = std::function<Result<T>(Progress&)>;

    explicit Task(Work work, QObject* parent = nullptr)
        : TaskBase(parent)
    {
        run([this, job = std::move(work)](Progress& progress) { m_result.emplace(job(progress)); });
    }
    ~Task() override { stopAndWait(); }

    /// Once, after `finished`.
    [[nodiscard]] Result<T> take() { return std::move(*m_result); }

private:
    std::optional<Result<T>> m_result;
};

/// Starts `work` off the GUI thread; `done(Result<T>)` is called in the GUI thread, unless `owner` is gone by then.
template <typename T, typename Done> Task<T>* startTask(QObject* owner, typename Task<T>::Work work, Done done)
{
    auto* task = new Task<T>(std::move(work), owner);
    QObject::connect(task, &TaskBase::finished, owner, [task, done = std::move(done)] {
        auto result = task->take();
        task->deleteLater();
        done(std::move(result));
    });
    return task;
}

} // namespace songhe::ui
