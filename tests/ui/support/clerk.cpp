// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/clerk.h"

#include "ui/widgets/edits.h"

#include <QtCore/QFileInfo>
#include <QtGui/QInputMethodEvent>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QWidget* Clerk::at() const
{
    QWidget* focus = QApplication::focusWidget();
    return focus ? focus : &m_window;
}

void Clerk::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(at(), Qt::Key(key), modifiers);
    ui::settle();
}

void Clerk::write(const QString& words)
{
    QInputMethodEvent event;
    event.setCommitString(words);
    QCoreApplication::sendEvent(at(), &event);
}

void Clerk::tabTo(const char* name)
{
    QStringList way;
    for (int i = 0; i < 80; ++i) {
        if (at()->objectName() == QLatin1String(name))
            return;
        way << at()->objectName();
        QTest::keyClick(at(), Qt::Key_Tab);
    }
    FAIL("Tab does not lead to " << name << ", only to " << way.join(u' ').toStdString());
}

void Clerk::choose(const char* box, const QString& key)
{
    tabTo(box);
    const auto* choice = qobject_cast<ChoiceBox*>(at());
    REQUIRE(choice);
    QTest::keyClick(at(), Qt::Key_Home);
    for (int i = 0; i < 40 && choice->key() != key; ++i)
        QTest::keyClick(at(), Qt::Key_Down);
    REQUIRE(choice->key() == key);
}

void Clerk::comeBack()
{
    QWidget* front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &m_window;
    front->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(front));
}

void Clerk::waitForDialog()
{
    REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 10'000));
}

void Clerk::waitForNoDialog()
{
    REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }, 10'000));
    comeBack();
}

void Clerk::saveAsPdf(const QString& file)
{
    waitForDialog();
    answering(file, [this] { press(Qt::Key_S, Qt::ControlModifier); });
    CHECK(QTest::qWaitFor([&] { return QFileInfo(file).size() > 1000; }, 10'000));
    press(Qt::Key_Escape);
    waitForNoDialog();
}

int rowsOf(QWidget& window, const char* list)
{
    for (const auto* table : window.findChildren<QTableView*>(QString::fromLatin1(list)))
        if (table->isVisible())
            return table->model()->rowCount();
    return -1;
}

} // namespace songhe::ui
