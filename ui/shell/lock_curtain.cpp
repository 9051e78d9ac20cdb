// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lock_curtain.h"

#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

LockCurtain::LockCurtain(QWidget* window, QWidget* signIn)
    : QDialog(QApplication::activeModalWidget() ? QApplication::activeModalWidget() : window)
    , m_window(window)
    , m_focus(QApplication::focusWidget())
{
    setObjectName(u"lockCurtain"_s);
    setWindowTitle(tr("Locked"));
    setWindowModality(Qt::ApplicationModal);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    signIn->setParent(this);
    column->addWidget(signIn);
}

LockCurtain::~LockCurtain()
{
    for (const QPointer<QWidget>& cover : m_covers)
        delete cover;
    if (m_focus)
        m_focus->setFocus();
}

void LockCurtain::draw()
{
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top == this || !top->isVisible())
            continue;
        auto* cover = new QWidget(top);
        cover->setObjectName(u"plain"_s); // paper, as the sign-in
        cover->setAttribute(Qt::WA_StyledBackground);
        cover->setGeometry(top->rect());
        cover->raise();
        cover->show();
        top->installEventFilter(this);
        m_covers.emplace_back(cover);
    }
    if (m_window)
        setGeometry(QRect(m_window->mapToGlobal(QPoint(0, 0)), m_window->size()));
    show();
    raise();
    activateWindow();
}

bool LockCurtain::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        for (const QPointer<QWidget>& cover : m_covers)
            if (cover && cover->parent() == watched)
                cover->setGeometry(cover->parentWidget()->rect());
    return QDialog::eventFilter(watched, event);
}

void LockCurtain::closeEvent(QCloseEvent* event)
{
    event->ignore();
}

} // namespace songhe::ui
