// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How rosters put things into words: categories, living arrangements, levels, phones.

#include "core/elders/fact.h"

#include <QtCore/QStringList>

#include <vector>

namespace songhe {

/// One fact as a word of a roster tells it.
struct ToldFact {
    FactKind kind = FactKind::EconomicCategory;
    QString value;

    friend bool operator==(const ToldFact&, const ToldFact&) = default;
};

/// What a cell with one or several words says.
struct ToldCell {
    std::vector<ToldFact> facts;
    QStringList unknown;   ///< words that are not known, as written
    bool saysNone = false; ///< 无: somebody says there is none
};

/// 特困、失独 · 空巢/独居 · 半失能 · 中度失能 · 肢体二级. `yes` is what 是 means in this column: the heading's own word
/// (是否低保), empty where there is none.
[[nodiscard]] ToldCell factsOfWords(const QString& cell, const QString& yes = {});
/// 职工医保, 城乡居民医保
[[nodiscard]] ToldCell insuranceOfWords(const QString& cell);

struct ToldPhones {
    QStringList phones;
    QStringList odd; ///< those among them that look like none
};
/// 0472-6067685/13800138000 → two; blanks within a number are taken out.
[[nodiscard]] ToldPhones phonesOfCell(const QString& cell);

/// 男, 女性, F …; Unknown where it cannot be told.
[[nodiscard]] Sex sexOfWord(const QString& cell);

/// 已故, 2021.5去世; not 老伴去世.
[[nodiscard]] bool saysDeceased(const QString& remark);

/// 合计, 小计, 填表人：, （单位盖章）, 注：…: a row that begins with such a word is nobody.
[[nodiscard]] bool beginsFooter(const QString& firstCell);

} // namespace songhe
