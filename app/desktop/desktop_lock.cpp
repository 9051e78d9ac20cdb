// SPDX-License-Identifier: GPL-3.0-or-later
// Locking, by key or because nobody is here: names and keys leave the memory, and nothing that was typed is lost.
#include "app/desktop/desktop.h"

#include "ui/dialogs/sign_in_view.h"
#include "ui/tasks/task.h"

#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

/// What the centre has chosen; invented people need no lock.
void Desktop::watchIdleness()
{
    const auto minutes = m_books->settings.value(u"lock.minutes"_s);
    m_idle->setMinutes(minutes && !m_books->session->centre().demonstration ? minutes->toInt() : 0);
}

/// Long work holds keys of its own; it is not cut off, the lock comes when it is done.
bool Desktop::mayLock() const
{
    if (!m_books || m_curtain || m_backingUp)
        return false;
    for (const ui::TaskBase* task : findChildren<ui::TaskBase*>())
        if (task->running())
            return false;
    return true;
}

/// An open dialog counts: what stands in it is work half done.
bool Desktop::anythingTyped() const
{
    if (m_shell && m_shell->halfTyped())
        return true;
    for (const QWidget* top : QApplication::topLevelWidgets())
        if (top->isVisible() && top != this && top != m_help && top->windowType() == Qt::Dialog)
            return true;
    return false;
}

void Desktop::lock()
{
    if (m_office) {
        lockDistrict();
        return;
    }
    if (!mayLock()) {
        m_idle->touch();
        return;
    }
    delete m_help;
    if (anythingTyped()) {
        lockKeeping();
        return;
    }
    const QString name = m_books->session->user().name;
    delete takeCentralWidget();
    m_shell = nullptr;
    m_books.reset();
    showSignIn(name);
}

/// The pages with something typed on them stay, behind a curtain; all others go, and with them what they showed.
void Desktop::lockKeeping()
{
    const QString name = m_books->session->user().name;
    if (m_shell)
        m_shell->dropIdlePages();
    m_books->index.clear();
    m_books->outlook.forget();
    m_books->session->lock();
    auto* signIn = new ui::SignInView(around(), *m_folder, name,
                                      [this](std::unique_ptr<Session> session) { comeBack(std::move(session)); });
    m_curtain = new ui::LockCurtain(this, signIn);
    m_curtain->draw();
}

void Desktop::comeBack(std::unique_ptr<Session> session)
{
    if (const auto done = m_books->session->resume(*session); !done) {
        const bool discard = m_asker->confirm(
            {tr("%1 typed something here that is not saved. Discard it?").arg(m_books->session->user().name),
             done.error().message, tr("Discard and go on as %1").arg(session->user().name), tr("Leave it locked")});
        if (!discard)
            return;
        // Queued: the curtain goes away, and with it the view that just told.
        auto other = std::make_shared<std::unique_ptr<Session>>(std::move(session));
        QMetaObject::invokeMethod(
            this,
            [this, other] {
                delete m_curtain;
                delete takeCentralWidget();
                m_shell = nullptr;
                m_books.reset();
                enter(std::move(*other));
            },
            Qt::QueuedConnection);
        return;
    }
    if (const auto loaded = m_books->reloadIndex(); !loaded)
        m_asker->tell(loaded.error());
    m_idle->touch();
    m_curtain->deleteLater();
}

} // namespace songhe::desktop
