// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/period.h"

#include <QtWidgets/QLineEdit>

#include <optional>

namespace songhe::ui {

/// A month typed in the usual ways (2021-09, 202109, 2021年9月, 2021.9), shown as 2021-09. Up and Page Up go to the
/// next month, Down and Page Down to the one before.
class MonthEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit MonthEdit(QWidget* parent = nullptr);
    [[nodiscard]] std::optional<Period> month() const { return read(text()); }
    /// A month, or a quarter or year as 2021Q3 and 2021.
    [[nodiscard]] std::optional<Period> period() const;
    void setMonth(QDate day) { setText(Period::monthOf(day).text()); }
    /// So many months, quarters or years on, as one stands there; nothing happens where none does.
    void step(int by);

    [[nodiscard]] static std::optional<Period> read(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// How a month, quarter or year is shown: 2021年9月, 2021年第三季度, 2021年.
[[nodiscard]] QString periodText(const Period& period);

} // namespace songhe::ui
