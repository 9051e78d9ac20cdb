// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/elders/elder_desk.h"
#include "core/meals/meal.h"
#include "core/security/session.h"
#include "tests/ui/support/fake_asker.h"
#include "ui/shell/page.h"

#include <QtCore/QTemporaryDir>

class QWidget;

namespace songhe::ui {

/// A centre in a folder of its own, signed in, with what pages are given: for tests of pages that work in a thread of
/// their own. It is 2021-10-08 11:40 and nobody is on file yet.
class OpenedCentre {
public:
    explicit OpenedCentre(int textPercent = 100);

    Session& session() { return *m_session; }
    const Divisions& divisions() { return m_divisions; }
    [[nodiscard]] QString folder() const { return m_temporary.path(); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_temporary.filePath(name); }

    /// Born 1950-03-05, registered in 青山区, and of the economic category given.
    Id<Elder> elder(const QString& name, const QString& category, const QString& division = QStringLiteral("150204"));
    void meal(Id<Elder> elder, QDate day, Sitting sitting = Sitting::Lunch);

    FakeAsker asker;
    FixedClock clock {QDate(2021, 10, 8)};
    Theme theme;
    Surroundings around;

private:
    QTemporaryDir m_temporary;
    Divisions m_divisions;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Session> m_session;
};

/// The words of a language for as long as this lives, English afterwards.
class Speaking {
public:
    explicit Speaking(const QString& language);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
};

/// Shows the widget as large as the drawings and lets it settle.
void showLarge(QWidget& widget);

} // namespace songhe::ui
