// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/care_search.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostFound = 12;

/// As people write a day: 2021-09-02, 9-2, 09-02, 9月2日.
bool saysDay(const QString& word, QDate day)
{
    const QStringList forms {day.toString(Qt::ISODate), day.toString(u"M-d"_s), day.toString(u"MM-dd"_s),
                             u"%1月%2日"_s.arg(day.month()).arg(day.day())};
    return forms.contains(word);
}

} // namespace

CareFound CareSearch::tell(const Incident& incident)
{
    return {QString::fromLatin1(Incident::family), incident.id.value, incident.elder, incident.on,
            tr("Incident: %1").arg(choiceText(incident.kind))};
}

CareFound CareSearch::tell(const Visit& visit)
{
    return {QString::fromLatin1(Visit::family), visit.id.value, visit.elder, visit.on,
            tr("Visit: %1").arg(choiceText(visit.kind))};
}

Result<std::vector<CareFound>> CareSearch::byNumber(qint64 number)
{
    std::vector<CareFound> found;
    ASSIGN_OR_RETURN(const std::optional<Incident> incident, m_incidents.find({number}));
    if (incident && !incident->recorded.isVoided())
        found.push_back(tell(*incident));
    ASSIGN_OR_RETURN(const std::optional<Visit> visit, m_visits.findVisit({number}));
    if (visit && !visit->recorded.isVoided())
        found.push_back(tell(*visit));
    return found;
}

Result<std::vector<CareFound>> CareSearch::ofElder(Id<Elder> elder)
{
    const QDate from = m_ledger.today().addYears(-1);
    std::vector<CareFound> found;
    ASSIGN_OR_RETURN(const std::vector<Incident> incidents, m_incidents.listOf(elder, {from, std::nullopt}));
    for (const Incident& each : incidents)
        found.push_back(tell(each));
    ASSIGN_OR_RETURN(const std::vector<Visit> visits, m_visits.listOf(elder));
    for (const Visit& each : visits)
        if (each.on >= from)
            found.push_back(tell(each));
    return found;
}

Result<std::vector<CareFound>> CareSearch::find(const QString& text, const Named& named)
{
    bool whole = false;
    if (const qint64 number = text.trimmed().toLongLong(&whole); whole)
        return byNumber(number);
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<CareFound> all;
    if (words.size() < 2)
        return all;
    for (const Id<Elder> elder : named(words.takeFirst())) {
        ASSIGN_OR_RETURN(const std::vector<CareFound> found, ofElder(elder));
        for (const CareFound& one : found)
            if (std::all_of(words.begin(), words.end(), [&](const QString& word) {
                    return one.title.contains(word, Qt::CaseInsensitive) || saysDay(word, one.on);
                }))
                all.push_back(one);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const CareFound& left, const CareFound& right) { return left.on > right.on; });
    all.resize(std::min(all.size(), mostFound));
    return all;
}

} // namespace songhe
