// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/record_history.h"

#include <QtCore/QCoreApplication>

namespace songhe::ui {

/// One value that became another, in words.
struct ChangeLine {
    QDateTime at;
    Id<User> by;
    QString what;   ///< 'Personal file', 'Economic category', 'Meal of 3 September, lunch'
    QString item;   ///< the field
    QString before; ///< — where there was nothing
    QString after;
    ChangeKind kind = ChangeKind::Changed;
};

/// A change of a record as the clerk reads it: a line for each value that became another.
class ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::ChangeWords)

public:
    ChangeWords(const Divisions& divisions, QString seenFrom, QDate today)
        : m_divisions(divisions)
        , m_seenFrom(std::move(seenFrom))
        , m_today(today)
    { }

    [[nodiscard]] std::vector<ChangeLine> lines(const RecordChange& change) const;

private:
    [[nodiscard]] QString what(const RecordChange& change) const;
    [[nodiscard]] QString shown(const RecordChange& change, std::size_t field, const std::vector<Value>& values) const;

    const Divisions& m_divisions;
    QString m_seenFrom;
    QDate m_today;
};

} // namespace songhe::ui
