// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/scale_shelf.h"
#include "core/assessments/score.h"
#include "tests/support/catch.h"

#include <QtCore/QJsonArray>

namespace songhe::tests {

inline const Scale& scaleNamed(const QString& id)
{
    static const ScaleShelf shelf = [] {
        auto read = ScaleShelf::builtIn();
        REQUIRE(read);
        return *std::move(read);
    }();
    const Scale* scale = shelf.find(id);
    REQUIRE(scale);
    return *scale;
}

inline const Scale& mzt039()
{
    return scaleNamed(QStringLiteral("mzt039-2013"));
}

inline const Scale& gbt42195()
{
    return scaleNamed(QStringLiteral("gbt42195-2022"));
}

/// The best answer to every item.
inline QJsonObject bestAnswers(const Scale& scale)
{
    QJsonObject answers;
    for (const ScaleGroup& group : scale.groups)
        for (int i = group.first; i < group.first + group.count; ++i) {
            int best = scale.items[std::size_t(i)].options.front().score;
            for (const ScaleOption& option : scale.items[std::size_t(i)].options)
                best = group.direction == ScaleGroup::Direction::HigherIsBetter ? qMax(best, option.score)
                                                                                : qMin(best, option.score);
            answers.insert(scale.items[std::size_t(i)].code, best);
        }
    return answers;
}

/// Changes the answers of one group so that they add up to `sum`, the last items first.
inline void answerSum(QJsonObject& answers, const Scale& scale, int groupIndex, int sum)
{
    const ScaleGroup& group = scale.groups[std::size_t(groupIndex)];
    int left = sum;
    for (int i = group.first + group.count - 1; i >= group.first; --i) {
        int most = 0;
        for (const ScaleOption& option : scale.items[std::size_t(i)].options)
            if (option.score <= left)
                most = qMax(most, option.score);
        answers.insert(scale.items[std::size_t(i)].code, most);
        left -= most;
    }
    REQUIRE(left == 0);
}

inline SheetScore scored(const Scale& scale, const QJsonObject& json, const ScaleChoices& choices = {})
{
    const auto sheet = AnswerSheet::fromJson(scale, json);
    REQUIRE(sheet);
    REQUIRE(sheet->isComplete());
    return scoreSheet(*sheet, choices);
}

} // namespace songhe::tests
