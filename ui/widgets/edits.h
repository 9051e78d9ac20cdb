// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/records/choice.h"
#include "ui/theme/theme.h"

#include <QtCore/QDate>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <optional>

namespace songhe::ui {

/// Yuan typed by a person; a whole number of fen for the program.
class FenEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit FenEdit(QWidget* parent = nullptr);
    [[nodiscard]] std::optional<Fen> fen() const { return Fen::fromYuanText(text()); }
    void setFen(Fen fen) { setText(fen.yuanText()); }
    /// Empty or an amount.
    [[nodiscard]] bool isRight() const { return text().trimmed().isEmpty() || fen().has_value(); }
};

/// A day typed in the usual ways (2021-9-3, 20210903, 2021年9月3日, 9-3 of this year), shown as 2021-09-03.
class DayEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit DayEdit(QDate today, QWidget* parent = nullptr);
    [[nodiscard]] std::optional<QDate> day() const { return read(text(), m_today); }
    void setDay(std::optional<QDate> day);
    [[nodiscard]] bool isRight() const { return text().trimmed().isEmpty() || day().has_value(); }

    [[nodiscard]] static std::optional<QDate> read(const QString& text, QDate today);

private:
    QDate m_today;
};

/// A closed list with the words of the user's language.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget* parent = nullptr)
        : QComboBox(parent)
    { }
    ChoiceBox(std::span<const ChoiceName> names, bool mayBeEmpty, QWidget* parent = nullptr);
    void setNames(std::span<const ChoiceName> names, bool mayBeEmpty);
    /// The key as in files and tables; empty where nothing is chosen.
    [[nodiscard]] QString key() const { return currentData().toString(); }
    void setKey(const QString& key) { setCurrentIndex(std::max(0, findData(key))); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// How a day is shown: 9月3日 this year, 2021-09-03 otherwise.
[[nodiscard]] QString dayText(QDate day, QDate today);
/// Full years on a day; nothing where the birthday is not known.
[[nodiscard]] std::optional<int> yearsOn(const std::optional<QDate>& born, QDate day);
/// 2021年9月3日 星期五
[[nodiscard]] QString longDayText(QDate day);

} // namespace songhe::ui
