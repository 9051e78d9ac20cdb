// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/score.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

bool isFull(const ScaleGroup& group, const AnswerSheet& sheet)
{
    for (int i = group.first; i < group.first + group.count; ++i)
        if (!sheet.isAnswered(i))
            return false;
    return true;
}

bool fits(const AnswerPattern& pattern, const AnswerSheet& sheet)
{
    return std::all_of(pattern.begin(), pattern.end(), [&](const auto& part) {
        const auto& [item, scores] = part;
        return std::find(scores.begin(), scores.end(), sheet.score(item)) != scores.end();
    });
}

std::optional<int> gradeOf(const ScaleGroup& group, const AnswerSheet& sheet, std::optional<int> sum)
{
    if (group.method == ScaleGroup::Method::Sum) {
        for (const ScaleGrade& grade : group.grades)
            if (sum && grade.from <= *sum && *sum <= grade.to)
                return grade.grade;
        return std::nullopt;
    }
    if (!isFull(group, sheet))
        return std::nullopt;
    for (const auto& [grade, patterns] : group.patterns) // the worst one first
        for (const AnswerPattern& pattern : patterns)
            if (fits(pattern, sheet))
                return grade;
    return std::nullopt;
}

bool applies(const ScaleClause& clause, const AnswerSheet& sheet, int preliminary)
{
    if (clause.coma && sheet.coma())
        return true;
    if (clause.preliminary == preliminary)
        return true;
    for (const QString& diagnosis : clause.diagnosed)
        if (sheet.diagnosed().contains(diagnosis))
            return true;
    for (const auto& [item, score] : clause.answers)
        if (sheet.score(item) == score)
            return true;
    int events = 0;
    for (const QString& kind : clause.events)
        events += sheet.events(kind);
    return clause.atLeast > 0 && events >= clause.atLeast;
}

/// The final level after the clauses; they are kept by their ids.
int changed(const AnswerSheet& sheet, int preliminary, bool stack, QStringList& ids)
{
    const Scale& scale = sheet.scale();
    int raise = 0;
    std::optional<int> set;
    for (const ScaleClause& clause : scale.clauses) {
        if (!applies(clause, sheet, preliminary))
            continue;
        switch (clause.effect) {
        case ScaleClause::Effect::Stop:
            ids = {clause.id};
            return preliminary;
        case ScaleClause::Effect::Set:
            set = qMax(set.value_or(0), clause.amount);
            break;
        case ScaleClause::Effect::Raise:
            raise = stack ? raise + clause.amount : qMax(raise, clause.amount);
            break;
        }
        ids << clause.id;
    }
    const int most = int(scale.levels.size()) - 1;
    return qMin(most, qMax(preliminary + raise, set.value_or(0)));
}

} // namespace

QString choiceOf(const Scale& scale, const ScaleChoices& choices, const QString& key)
{
    const ScaleSetting* setting = scale.setting(key);
    const QString chosen = choices.value(key);
    return setting && setting->choices.contains(chosen) ? chosen : setting ? setting->fallback : QString();
}

std::optional<int> sumOf(const ScaleGroup& group, const AnswerSheet& sheet)
{
    if (group.method != ScaleGroup::Method::Sum || !isFull(group, sheet))
        return std::nullopt;
    int sum = 0;
    for (int i = group.first; i < group.first + group.count; ++i)
        sum += sheet.score(i);
    return sum;
}

std::optional<int> tableLevel(const Scale& scale, const std::vector<int>& grades, const ScaleChoices& choices,
                              bool* ambiguous)
{
    std::vector<int> combination;
    for (const int group : scale.tableOrder)
        combination.push_back(grades[std::size_t(group)]);
    const auto found = scale.table.find(combination);
    if (found == scale.table.end())
        return std::nullopt;
    if (found->second != Scale::openLevel)
        return found->second;
    if (ambiguous)
        *ambiguous = true;
    return scale.openLevels.value(choiceOf(scale, choices, scale.openSetting));
}

std::optional<int> totalLevel(const Scale& scale, int total)
{
    for (const auto& [level, from, to] : scale.bands)
        if (from <= total && total <= to)
            return level;
    return std::nullopt;
}

SheetScore scoreSheet(const AnswerSheet& sheet, const ScaleChoices& choices)
{
    const Scale& scale = sheet.scale();
    SheetScore score;
    int total = 0;
    std::vector<int> grades;
    for (const ScaleGroup& group : scale.groups) {
        score.sums.push_back(sumOf(group, sheet));
        total += score.sums.back().value_or(0);
        score.grades.push_back(gradeOf(group, sheet, score.sums.back()));
        grades.push_back(score.grades.back().value_or(0));
    }
    if (!sheet.isComplete())
        return score;
    if (scale.byTotal) {
        score.total = total;
        score.preliminary = totalLevel(scale, total);
    } else {
        score.preliminary = tableLevel(scale, grades, choices, &score.ambiguous);
    }
    if (score.ambiguous)
        score.reading = choiceOf(scale, choices, scale.openSetting);
    if (score.preliminary)
        score.final = changed(sheet, *score.preliminary, choiceOf(scale, choices, scale.stackingSetting) == u"stack",
                              score.clauses);
    return score;
}

QJsonObject scoreJson(const Scale& scale, const SheetScore& score)
{
    const auto number = [](std::optional<int> value) { return value ? QJsonValue(*value) : QJsonValue(); };
    QJsonObject json {{u"preliminary"_s, number(score.preliminary)},
                      {u"final"_s, number(score.final)},
                      {u"clauses"_s, QJsonArray::fromStringList(score.clauses)},
                      {u"ambiguous"_s, score.ambiguous}};
    if (scale.byTotal) {
        json.insert(u"total"_s, number(score.total));
    } else {
        QJsonArray grades;
        for (const std::optional<int>& grade : score.grades)
            grades << number(grade);
        json.insert(u"grades"_s, grades);
    }
    if (score.final)
        json.insert(u"level"_s, scale.level(*score.final).key);
    if (score.ambiguous)
        json.insert(u"reading"_s, score.reading);
    return json;
}

} // namespace songhe
