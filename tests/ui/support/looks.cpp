// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/looks.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace songhe::ui {

int roomForPage(const Theme& theme)
{
    return 1366 - theme.px(theme.folded() ? 70 : 204);
}

QStringList namelessControls(const QWidget& root)
{
    QStringList nameless;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
            || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget);
        // Parts of Qt's own composite widgets are named by their owner.
        const bool inner = widget->objectName().startsWith("qt_"_L1)
            || qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr
            || qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr
            || widget->parentWidget()->inherits("QComboBoxPrivateContainer") || widget->inherits("QTableCornerButton")
            || widget->inherits("QHeaderView");
        if (!control || inner)
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return nameless;
}

namespace {

QStringList cutNow(const QWidget& root)
{
    QStringList cut;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&root))
            continue;
        QString words;
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty()) {
            words = label->text();
            if (label->wordWrap()) {
                if (label->heightForWidth(label->width()) > label->height() + 1)
                    cut.append(words);
                continue;
            }
            // A line that is meant to give way shows what fits.
            if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                continue;
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button) {
            words = button->text();
        } else {
            continue;
        }
        const QSize wanted = widget->sizeHint();
        if (!words.isEmpty() && (wanted.width() > widget->width() + 1 || wanted.height() > widget->height() + 1))
            cut.append(u"%1: wants %2x%3, has %4x%5"_s.arg(words)
                           .arg(wanted.width())
                           .arg(wanted.height())
                           .arg(widget->width())
                           .arg(widget->height()));
    }
    return cut;
}

} // namespace

QStringList cutWords(const QWidget& root)
{
    // A layout is laid out by events that a slow machine brings late: only what stays cut is cut.
    static_cast<void>(QTest::qWaitFor([&root] { return cutNow(root).isEmpty(); }, 5'000));
    return cutNow(root);
}

} // namespace songhe::ui
