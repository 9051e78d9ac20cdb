// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>

namespace songhe {

/// The stretch of days a settlement or a package is about: a month `2021-09`, a quarter `2021Q3`, a year `2021`.
class Period {
    Q_DECLARE_TR_FUNCTIONS(songhe::Period)

public:
    static Result<Period> fromText(const QString& text);
    static Period monthOf(QDate day);
    static Period quarterOf(QDate day);

    [[nodiscard]] QDate first() const { return m_first; }
    [[nodiscard]] QDate last() const { return m_first.addMonths(m_months).addDays(-1); }
    [[nodiscard]] QString text() const;

    friend bool operator==(const Period&, const Period&) = default;

private:
    Period(QDate first, int months)
        : m_first(first)
        , m_months(months)
    { }

    QDate m_first;
    int m_months = 1;
};

} // namespace songhe
