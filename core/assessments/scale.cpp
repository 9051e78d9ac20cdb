// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale.h"

#include <algorithm>

namespace songhe {

namespace {

bool hasKey(const std::vector<NamedWords>& named, const QString& key)
{
    return std::any_of(named.begin(), named.end(), [&](const NamedWords& one) { return one.key == key; });
}

template <typename T, typename Matches> const T* firstThat(const std::vector<T>& list, Matches matches)
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

int ScaleItem::bestKnown(int score) const
{
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].score == score)
            return int(i);
    return -1;
}

int Scale::itemIndex(const QString& itemCode) const
{
    const auto found = m_itemIndex.find(itemCode);
    return found == m_itemIndex.end() ? -1 : found->second;
}

const ScaleLevel* Scale::levelByKey(const QString& levelKey) const
{
    return firstThat(levels, [&](const ScaleLevel& one) { return one.key == levelKey; });
}

const ScaleClause* Scale::clauseById(const QString& clauseId) const
{
    return firstThat(clauses, [&](const ScaleClause& one) { return one.id == clauseId; });
}

const ScaleSetting* Scale::setting(const QString& settingKey) const
{
    return firstThat(settings, [&](const ScaleSetting& one) { return one.key == settingKey; });
}

bool Scale::knowsEvent(const QString& key) const
{
    return hasKey(events, key);
}

bool Scale::knowsDiagnosis(const QString& key) const
{
    return hasKey(diagnoses, key);
}

int Scale::maxTotal() const
{
    int sum = 0;
    for (const ScaleGroup& group : groups)
        sum += group.max;
    return sum;
}

} // namespace songhe
