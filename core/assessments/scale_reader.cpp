// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale_reader.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCombinations = 100'000;

/// The sums that some sheet can reach; only these need a grade.
std::vector<bool> reachableSums(const std::vector<ScaleItem>& items, int first, int count)
{
    std::vector<bool> reachable {true};
    for (int i = first; i < first + count; ++i) {
        int best = 0;
        for (const ScaleOption& option : items[std::size_t(i)].options)
            best = qMax(best, option.score);
        std::vector<bool> next(reachable.size() + std::size_t(best), false);
        for (std::size_t sum = 0; sum < reachable.size(); ++sum)
            for (const ScaleOption& option : items[std::size_t(i)].options)
                if (reachable[sum])
                    next[sum + std::size_t(option.score)] = true;
        reachable = std::move(next);
    }
    return reachable;
}

} // namespace

/// Options stand by the hundred: their words are written without a key of their own.
Words ScaleReader::optionWords(DataObject& object)
{
    return {object.text(u"zh"_s), object.text(u"en"_s)};
}

std::vector<NamedWords> ScaleReader::named(const QString& key)
{
    std::vector<NamedWords> list;
    for (DataObject& object : m_root.objects(key)) {
        list.push_back({object.text(u"key"_s), Words::read(object.object(u"title"_s))});
        object.nothingElse();
    }
    return list;
}

Scale ScaleReader::read()
{
    readHead();
    readSettings();
    m_scale.events = named(u"events"_s);
    m_scale.diagnoses = named(u"diagnoses"_s);
    readGroups();
    readLevels();
    readResult();
    readClauses();
    readOpenPoints();
    readTables();
    return std::move(m_scale);
}

void ScaleReader::readHead()
{
    m_root.oneOf(u"format"_s, {u"songhe-scale/1"_s});
    m_scale.id = m_root.text(u"id"_s);
    m_scale.code = m_root.text(u"code"_s);
    m_scale.title = Words::read(m_root.object(u"title"_s));
    DataObject source = m_root.object(u"source"_s);
    m_scale.document = Words::read(source.object(u"document"_s));
    source.text(u"number"_s);
    m_scale.clause = source.text(u"clause"_s);
    m_scale.note = Words::read(source.object(u"note"_s));
    source.nothingElse();
    m_root.day(u"published"_s);
    m_scale.validFrom = m_root.day(u"validFrom"_s);
    m_scale.assessors = int(m_root.integer(u"assessors"_s, 1, 5));
    m_root.oneOf(u"confidence"_s, {u"verified"_s, u"own_knowledge"_s, u"uncertain"_s});
}

void ScaleReader::readSettings()
{
    for (DataObject& object : m_root.objects(u"settings"_s)) {
        ScaleSetting setting;
        setting.key = object.text(u"key"_s);
        setting.title = Words::read(object.object(u"title"_s));
        setting.choices = object.texts(u"choices"_s);
        setting.fallback = object.oneOf(u"default"_s, setting.choices);
        setting.certain
            = object.oneOf(u"confidence"_s, {u"verified"_s, u"own_knowledge"_s, u"uncertain"_s}) == u"verified";
        setting.why = Words::read(object.object(u"why"_s));
        object.nothingElse();
        m_scale.settings.push_back(std::move(setting));
    }
    QStringList keys;
    for (const ScaleSetting& setting : m_scale.settings)
        keys << setting.key;
    m_scale.intervalSetting = m_root.oneOf(u"intervalSetting"_s, keys);
    m_scale.stackingSetting = m_root.oneOf(u"stackingSetting"_s, keys);
    if (const ScaleSetting* interval = m_scale.setting(m_scale.intervalSetting))
        for (const QString& months : interval->choices)
            if (const int number = months.toInt(); number < 1 || number > 120)
                m_root.report(u"intervalSetting"_s, DataObject::tr("its choices must be months from 1 to 120."));
}

void ScaleReader::readGroups()
{
    for (const DataObject& object : m_root.objects(u"groups"_s))
        readGroup(object);
}

void ScaleReader::readGroup(DataObject object)
{
    ScaleGroup group;
    group.code = object.text(u"code"_s);
    object.text(u"key"_s);
    group.title = Words::read(object.object(u"title"_s));
    const QString direction = object.oneOf(u"direction"_s, {u"higher_is_better"_s, u"higher_is_worse"_s});
    group.direction = direction == u"higher_is_better" ? ScaleGroup::Direction::HigherIsBetter
                                                       : ScaleGroup::Direction::HigherIsWorse;
    const bool sum = object.oneOf(u"method"_s, {u"sum"_s, u"worst_match"_s}) == u"sum";
    group.method = sum ? ScaleGroup::Method::Sum : ScaleGroup::Method::WorstMatch;
    const bool numbered = object.oneOf(u"press"_s, {u"score"_s, u"number"_s}) == u"number";
    group.first = int(m_scale.items.size());
    for (const DataObject& item : object.objects(u"items"_s))
        readItem(item, numbered);
    group.count = int(m_scale.items.size()) - group.first;
    if (object.has(u"grades"_s))
        readGrades(object, group);
    if (sum) {
        group.max = int(object.integer(u"max"_s, 1, highestScore));
        if (int(reachableSums(m_scale.items, group.first, group.count).size()) - 1 != group.max)
            object.report(u"max"_s, DataObject::tr("the best answers of its items do not add up to this."));
    } else {
        readPatterns(object, group);
        checkPatterns(object, group);
    }
    object.nothingElse();
    m_scale.groups.push_back(std::move(group));
}

void ScaleReader::readItem(DataObject object, bool numbered)
{
    ScaleItem item;
    item.code = object.text(u"code"_s);
    object.text(u"key"_s);
    item.title = Words::read(object.object(u"title"_s));
    if (object.has(u"note"_s))
        item.note = Words::read(object.object(u"note"_s));
    if (object.has(u"test"_s))
        item.test = Words::read(object.object(u"test"_s));
    QString taken;
    for (DataObject& one : object.objects(u"options"_s)) {
        ScaleOption option;
        option.score = int(one.integer(u"score"_s, 0, highestScore));
        option.words = optionWords(one);
        option.coma = one.flagOr(u"coma"_s, false);
        const QString usual = numbered ? QString::number(item.options.size() + 1) : QString::number(option.score);
        const QString press = one.textOr(u"press"_s, usual);
        if (press.size() != 1 || taken.contains(press))
            one.report(u"press"_s, DataObject::tr("one key is wanted that no other option of the item has."));
        option.press = press.isEmpty() ? QChar() : press.front();
        taken += press;
        one.nothingElse();
        item.options.push_back(std::move(option));
    }
    if (item.options.size() < 2)
        object.report(u"options"_s, DataObject::tr("an item needs two options or more."));
    object.nothingElse();
    if (!m_scale.m_itemIndex.emplace(item.code, int(m_scale.items.size())).second)
        object.report(u"code"_s, DataObject::tr("another item has this code."));
    m_scale.items.push_back(std::move(item));
}

void ScaleReader::readGrades(DataObject& object, ScaleGroup& group)
{
    const bool sums = group.method == ScaleGroup::Method::Sum;
    for (DataObject& one : object.objects(u"grades"_s)) {
        ScaleGrade grade;
        grade.grade = int(one.integer(u"grade"_s, 0, highestGrade));
        grade.title = Words::read(one.object(u"title"_s));
        if (sums) {
            grade.from = int(one.integer(u"from"_s, 0, highestScore));
            grade.to = int(one.integer(u"to"_s, grade.from, highestScore));
        }
        if (grade.grade != int(group.grades.size()))
            one.report(u"grade"_s, DataObject::tr("grades stand in order, from 0 upwards."));
        // The direction is said once and proved here: a band in the wrong place would turn the grades around.
        if (sums && !group.grades.empty()) {
            const ScaleGrade& better = group.grades.back();
            const bool falls = group.direction == ScaleGroup::Direction::HigherIsBetter;
            if (falls ? grade.to >= better.from : grade.from <= better.to)
                one.report(u"from"_s, DataObject::tr("this band contradicts the direction of the group."));
        }
        one.nothingElse();
        group.grades.push_back(std::move(grade));
    }
    if (!sums)
        return;
    const std::vector<bool> reachable = reachableSums(m_scale.items, group.first, group.count);
    for (std::size_t sum = 0; sum < reachable.size(); ++sum) {
        const auto bands = std::count_if(group.grades.begin(), group.grades.end(), [&](const ScaleGrade& grade) {
            return grade.from <= int(sum) && int(sum) <= grade.to;
        });
        if (reachable[sum] && bands != 1)
            object.report(u"grades"_s, DataObject::tr("the sum %1 lies in %2 bands, not in one.").arg(sum).arg(bands));
    }
}

void ScaleReader::readPatterns(DataObject& object, ScaleGroup& group)
{
    for (DataObject& rule : object.objects(u"rules"_s)) {
        const int grade = int(rule.integer(u"grade"_s, 0, qMax(0, int(group.grades.size()) - 1)));
        std::vector<AnswerPattern> any;
        for (DataObject& alternative : rule.objects(u"any"_s)) {
            AnswerPattern pattern;
            for (const QString& code : alternative.keys()) {
                const int item = m_scale.itemIndex(code);
                if (item < group.first)
                    alternative.report(code.left(20), DataObject::tr("the group has no such item."));
                else
                    pattern.emplace_back(item, alternative.integers(code, 0, highestScore));
            }
            any.push_back(std::move(pattern));
        }
        rule.nothingElse();
        group.patterns.emplace_back(grade, std::move(any));
    }
    std::stable_sort(group.patterns.begin(), group.patterns.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
}

void ScaleReader::checkPatterns(DataObject& object, const ScaleGroup& group)
{
    qint64 combinations = 1;
    for (int i = group.first; i < group.first + group.count && combinations <= mostCombinations; ++i)
        combinations *= qint64(m_scale.items[std::size_t(i)].options.size());
    if (combinations > mostCombinations) {
        object.report(u"rules"_s, DataObject::tr("too many combinations of answers to be proved."));
        return;
    }
    std::vector<std::size_t> at(std::size_t(group.count), 0);
    for (qint64 i = 0; i < combinations; ++i) {
        const auto score = [&](int item) {
            return m_scale.items[std::size_t(item)].options[at[std::size_t(item - group.first)]].score;
        };
        const bool answered = std::any_of(group.patterns.begin(), group.patterns.end(), [&](const auto& rule) {
            return std::any_of(rule.second.begin(), rule.second.end(), [&](const AnswerPattern& pattern) {
                return std::all_of(pattern.begin(), pattern.end(), [&](const auto& part) {
                    return std::count(part.second.begin(), part.second.end(), score(part.first)) > 0;
                });
            });
        });
        if (!answered) {
            object.report(u"rules"_s, DataObject::tr("some combination of answers has no grade."));
            return;
        }
        for (std::size_t k = 0; k < at.size(); ++k) {
            if (++at[k] < m_scale.items[std::size_t(group.first) + k].options.size())
                break;
            at[k] = 0;
        }
    }
}

} // namespace songhe
