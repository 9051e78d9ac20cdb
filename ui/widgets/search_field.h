// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

#include <functional>
#include <vector>

namespace songhe::ui {

/// Something the search of the top bar found: a record or a page.
struct Found {
    QString title;
    QString detail;
    QString page;
    qint64 record = 0;
};
using Finder = std::function<std::vector<Found>(const QString& text)>;

/// The search for everything: a field with its key painted at the right, and what was found under it while typing.
/// Down and Up choose, Enter opens, Esc closes.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const Theme& theme, Finder finder, const QString& keys, QWidget* parent = nullptr);
    ~SearchField() override;

    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const songhe::ui::Found& found);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void look();
    void choose(int row);
    void placePopup();

    const Theme& m_theme;
    Finder m_finder;
    QString m_keys;
    std::vector<Found> m_found;
    QFrame* m_popup;
    QListWidget* m_list;
};

} // namespace songhe::ui
