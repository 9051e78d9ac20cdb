// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task.h"

namespace songhe::ui {

TaskBase::~TaskBase()
{
    stopAndWait();
}

void TaskBase::stop()
{
    if (m_progress)
        m_progress->stop();
}

void TaskBase::stopAndWait()
{
    stop();
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void TaskBase::run(std::function<void(Progress&)> work)
{
    m_progress = std::make_unique<Progress>([this](int percent) {
        QMetaObject::invokeMethod(
            this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
    });
    m_thread.reset(QThread::create([this, job = std::move(work)] { job(*m_progress); }));
    connect(m_thread.get(), &QThread::finished, this, [this] {
        m_thread->wait();
        m_thread.release()->deleteLater();
        Q_EMIT finished();
    });
    m_thread->start();
}

} // namespace songhe::ui
