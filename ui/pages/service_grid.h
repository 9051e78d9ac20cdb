// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/booking.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QTableWidget>

namespace songhe::ui {

/// Who of the staff does what when: a row for each of them and one for what nobody was given; columns are the hours of
/// a day or the days of a week. The arrow keys walk, Enter orders something for the cell.
class ServiceGrid : public QTableWidget {
    Q_OBJECT

public:
    /// One booking or service as a cell shows it.
    struct Entry {
        Id<Staff> staff; ///< null: nobody's
        QDateTime at;
        QString time; ///< 09:00
        QString who;
        QString item;
        bool done = false;
    };
    struct Person {
        Id<Staff> staff;
        QString name;
    };

    explicit ServiceGrid(const Theme& theme, QWidget* parent = nullptr);

    void showDay(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries);
    /// The week that holds `day`, from Monday on.
    void showWeek(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries, QDate today);

    /// Of the current cell; the day alone where none is chosen.
    [[nodiscard]] Id<Staff> staff() const;
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QTime time() const;

    static constexpr int firstHour = 8, lastHour = 18;

Q_SIGNALS:
    void orderWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Placed = std::vector<std::pair<int, Entry>>; ///< column and what stands there

    void fill(const std::vector<Person>& people, Placed placed);
    void layOut();
    void layOutCell(int row, int column, const std::vector<const Entry*>& entries);
    [[nodiscard]] QStringList titles(int width) const;
    [[nodiscard]] QStringList linesOf(const Entry& entry, int width) const;
    [[nodiscard]] int columnWidthNow() const;

    const Theme& m_theme;
    std::vector<Person> m_people;
    Placed m_placed;
    QDate m_first;
    QDate m_today;
    bool m_week = false;
};

} // namespace songhe::ui
