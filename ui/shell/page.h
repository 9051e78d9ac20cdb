// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/shell/asker.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace songhe::ui {

class ElidedLabel;

/// What every page is given beside its own desk.
struct Surroundings {
    const Theme& theme;
    Asker& asker;
    const Clock& clock;
};

/// One page: title with a grey line of where and when, its actions at the right, then the body.
/// It knows its desk and no other page: `goTo` names a page by its key.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(const Surroundings& around, const QString& title, QWidget* parent = nullptr);

    /// Called each time the page comes to the front.
    virtual void refresh() { }
    /// Shows one record (found by the search, or asked for by another page).
    virtual void openRecord(qint64 id) { Q_UNUSED(id) }
    /// The same where a page is asked for by `meals#meal`: for a record of another family than the page's own.
    virtual void openOf(const QString& family, qint64 id)
    {
        Q_UNUSED(family)
        openRecord(id);
    }
    /// How many things typed here are not saved yet.
    [[nodiscard]] virtual int unsaved() const { return 0; }
    /// Esc: one step back within the page. False: nothing to go back from.
    virtual bool goBack() { return false; }

Q_SIGNALS:
    /// Records changed: other pages look again when they come to the front.
    void changed();
    /// `page`: its key, or key#family.
    void goTo(const QString& page, qint64 record);

protected:
    [[nodiscard]] const Theme& theme() const { return m_around.theme; }
    [[nodiscard]] Asker& asker() const { return m_around.asker; }
    [[nodiscard]] const Clock& clock() const { return m_around.clock; }
    [[nodiscard]] QDate today() const { return m_around.clock.today(); }

    void setTitle(const QString& title);
    void setWhere(const QString& where);
    void addAction(QWidget* button);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// `Esc` asks this before something typed would be lost.
    bool mayDiscard(int count);

private:
    Surroundings m_around;
    QLabel* m_title;
    ElidedLabel* m_where;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_body;
};

/// A line of the table of pages.
struct PageEntry {
    QString key;        ///< `meals`
    QString title;      ///< in the navigation
    QString shortTitle; ///< two characters, for the folded navigation
    QKeySequence keys;
    std::function<Page*(QWidget* parent)> make;
    QString initials {}; ///< of the title in pinyin: 'yw' finds 意外; empty where the title is not Chinese
};

} // namespace songhe::ui
