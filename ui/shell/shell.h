// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/help_window.h"
#include "ui/shell/page.h"
#include "ui/widgets/search_field.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QLabel;
class QStackedWidget;

namespace songhe::ui {

class NavButton;

/// What the frame says about the centre and who is at work.
struct ShellWords {
    QString centre;
    QString person;
    QString note; ///< under the centre's name: 'Backup 10:00 verified'
    bool demonstration = false;
    QString find = {}; ///< what the search finds; empty: elders and pages
};

/// The signed-in window: navigation left, search, time and lock above, one page at a time. It knows a table of pages
/// and no record.
class Shell : public QWidget {
    Q_OBJECT

public:
    Shell(const Surroundings& around, std::vector<PageEntry> pages, Finder finder, ShellWords words,
          QWidget* parent = nullptr);

    /// Brings a page to the front; nothing happens where there is none of that key.
    void showPage(const QString& place, qint64 record = 0);
    [[nodiscard]] QString currentPage() const { return m_current; }
    /// The page of this key, made when first asked for; nullptr where there is none.
    Page* page(const QString& key);
    /// How many typed things would be lost if this went away.
    [[nodiscard]] int unsaved() const;
    void setNote(const QString& note);
    /// Whether anything was typed that would be lost if this went away, saved fields not counted.
    [[nodiscard]] bool halfTyped() const;
    /// Lets go of the pages that wait behind the one in front with nothing typed on them: they are made again when they
    /// are asked for.
    void dropIdlePages();

Q_SIGNALS:
    void lockWanted();
    /// F1: help about that page, whose keys these are.
    void helpWanted(const QString& page, const std::vector<songhe::ui::KeyLine>& keys,
                    const std::vector<songhe::ui::KeyLine>& everywhere);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeNavigation(const ShellWords& words);
    QWidget* makeTopBar(const ShellWords& words);
    void tellTime();
    void help();
    [[nodiscard]] std::vector<Found> findPages(const QString& text) const;

    Surroundings m_around;
    std::vector<PageEntry> m_entries;
    Finder m_finder;
    QString m_current;
    QHash<QString, Page*> m_pages;
    QHash<QString, QWidget*> m_frames; ///< the page itself, or the scroll area around it
    QHash<QString, NavButton*> m_buttons;
    QStackedWidget* m_stack;
    SearchField* m_search = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace songhe::ui
