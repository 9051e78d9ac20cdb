// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/answer_sheet.h"

namespace songhe {

/// What the centre chose for the points that a scale leaves open: setting key → choice; the scale's own where absent.
using ScaleChoices = QMap<QString, QString>;

/// A setting's choice, the scale's own where none was made.
[[nodiscard]] QString choiceOf(const Scale& scale, const ScaleChoices& choices, const QString& key);

/// What a sheet comes to.
struct SheetScore {
    std::vector<std::optional<int>> sums;   ///< by group; nothing where it is not summed up or not yet filled
    std::vector<std::optional<int>> grades; ///< by group; nothing where the scale has none or it is not yet filled
    std::optional<int> total;               ///< where the scale's level follows from it, and the sheet is full
    std::optional<int> preliminary;         ///< nothing until the sheet is full
    std::optional<int> final;
    QStringList clauses;    ///< ids of those that apply, in the order of the scale; alone the one that stops the others
    bool ambiguous = false; ///< the standard's text gives two answers to these grades
    QString reading;        ///< the choice that decided an ambiguous sheet
};

/// Scores a sheet as far as it is filled: sums and grades of the groups that are full, the levels when all are.
/// Pure: no store, no clock. Costs no more than a walk over the items.
[[nodiscard]] SheetScore scoreSheet(const AnswerSheet& sheet, const ScaleChoices& choices = {});

/// The sum of a group; nothing until all its items are answered.
[[nodiscard]] std::optional<int> sumOf(const ScaleGroup& group, const AnswerSheet& sheet);
/// The level of a combination of grades, in the order of the groups; nothing where the scale has no table.
[[nodiscard]] std::optional<int> tableLevel(const Scale& scale, const std::vector<int>& grades,
                                            const ScaleChoices& choices, bool* ambiguous = nullptr);
/// The preliminary level of a total.
[[nodiscard]] std::optional<int> totalLevel(const Scale& scale, int total);

/// Sheets as other programs send them, scored in order:
///
///     {"standard":"mzt039-2013","answers":{"B.1.1":10,…},"diagnosed":[],"coma":false,"events":{"fall":0}}
///
/// gives `grades` (by the order of the groups) or `total`, `preliminary`, `final`, `clauses`, `ambiguous`.
[[nodiscard]] QJsonObject scoreJson(const Scale& scale, const SheetScore& score);

} // namespace songhe
