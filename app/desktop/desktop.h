// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/books.h"
#include "app/desktop/looks.h"
#include "core/district/district_office.h"
#include "ui/pages/district_office_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/lock_curtain.h"
#include "ui/shell/shell.h"

#include <QtWidgets/QMainWindow>

class QApplication;

namespace songhe::ui {
class Card;
}

namespace songhe::desktop {

/// The program's one window and what it shows: first run, sign-in, the signed-in pages. Holds the folder, opens and
/// closes the books, and knows which page gets which desk.
class Desktop : public QMainWindow {
    Q_OBJECT

public:
    Desktop(QApplication& app, QString dataDir, const Clock& clock);
    ~Desktop() override;

    /// What the window is opened as.
    enum class As {
        Known,         ///< whatever was set up in the folder; where nothing was, it is asked
        Demonstration, ///< an invented centre, made on first use
        District,      ///< a district office
    };
    /// Opens the folder and shows what comes first.
    Result<void> begin(As as);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    Result<void> openFolder(const QString& path);
    void applyLooks();
    void showFirstRun();
    void showSignIn(const QString& name);
    void showDistrictStart();
    void enterDistrict(std::unique_ptr<DistrictOffice> office);
    void showDistrict(const QString& page);
    void lockDistrict();
    [[nodiscard]] bool mayCloseDistrict() const;
    void districtLooks(const ui::DistrictOfficePage::Looks& looks);
    [[nodiscard]] std::vector<ui::PageEntry> districtPages();
    [[nodiscard]] QString districtFile() const;
    void openDemonstration();
    void makeDemonstration();
    void enterDemonstration();
    void enter(std::unique_ptr<Session> session);
    void showShell(const QString& page);
    void showFrame(ui::Shell* shell, const QString& page);
    void lock();
    void lockKeeping();
    void comeBack(std::unique_ptr<Session> session);
    [[nodiscard]] bool mayLock() const;
    [[nodiscard]] bool anythingTyped() const;
    void watchIdleness();
    void looksChanged();
    void closeBooks();
    void backUpAndClose();
    ui::Card* showWaiting();
    [[nodiscard]] std::vector<ui::PageEntry> pages();
    [[nodiscard]] ui::Surroundings around() { return {*m_theme, *m_asker, m_clock}; }
    [[nodiscard]] QString backupNote() const;
    void place(QWidget* central);

    QApplication& m_app;
    QString m_dataDir;
    const Clock& m_clock;
    Looks m_looks;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Asker> m_asker;
    std::unique_ptr<Tables> m_tables;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Books> m_books;
    std::unique_ptr<DistrictOffice> m_office; ///< where this is a district office
    ui::Shell* m_shell = nullptr;
    ui::IdleWatch* m_idle = nullptr;
    QPointer<ui::LockCurtain> m_curtain;
    QPointer<ui::HelpWindow> m_help;
    bool m_backingUp = false;
};

} // namespace songhe::desktop
