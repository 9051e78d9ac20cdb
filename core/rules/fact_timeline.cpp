// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fact_timeline.h"

#include <algorithm>
#include <tuple>

namespace songhe {

namespace {

void earliestAfter(QDate& earliest, QDate day, QDate candidate)
{
    if (candidate > day && (!earliest.isValid() || candidate < earliest))
        earliest = candidate;
}

} // namespace

FactTimeline::FactTimeline(std::optional<QDate> born, std::optional<QDate> died, std::vector<KnownFact> facts,
                           const QStringList& single, bool fileVoid, Notes notes)
    : m_born(born)
    , m_died(died)
    , m_facts(std::move(facts))
    , m_fileVoid(fileVoid)
    , m_notes(std::move(notes))
{
    std::sort(m_facts.begin(), m_facts.end(), [](const KnownFact& left, const KnownFact& right) {
        return std::tie(left.kind, left.from, left.id) < std::tie(right.kind, right.from, right.id);
    });
    m_single.reserve(m_facts.size());
    for (const KnownFact& fact : m_facts)
        m_single.push_back(single.contains(fact.kind));
}

Facts FactTimeline::asOf(QDate day) const
{
    Facts facts {day, m_born, m_died, {}, m_fileVoid};
    facts.bornDiffers = m_notes.bornDiffers;
    for (const KnownFact& absence : m_notes.absences)
        if (absence.from <= day && (!absence.to || *absence.to >= day))
            facts.away = absence.value;
    const KnownFact* ended = nullptr; // the newest assessment that is over
    bool assessed = false;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const KnownFact& fact = m_facts[i];
        const bool assessment = fact.kind == assessedAbilityKind;
        if (assessment && fact.to && *fact.to < day && (!ended || *fact.to >= *ended->to))
            ended = &fact;
        if (fact.from > day || (fact.to && *fact.to < day))
            continue;
        assessed = assessed || assessment;
        if (m_single[i] && !facts.known.empty() && facts.known.back().kind == fact.kind)
            facts.known.back() = fact;
        else
            facts.known.push_back(fact);
    }
    if (ended && !assessed)
        facts.known.push_back(
            {ended->id, expiredAbilityKind.toString(), ended->value, ended->to->addDays(1), std::nullopt});
    return facts;
}

QDate FactTimeline::changesAfter(QDate day) const
{
    QDate earliest;
    for (const KnownFact& fact : m_facts) {
        earliestAfter(earliest, day, fact.from);
        if (fact.to)
            earliestAfter(earliest, day, fact.to->addDays(1));
    }
    for (const KnownFact& absence : m_notes.absences) {
        earliestAfter(earliest, day, absence.from);
        if (absence.to)
            earliestAfter(earliest, day, absence.to->addDays(1));
    }
    if (m_died)
        earliestAfter(earliest, day, m_died->addDays(1));
    if (m_born) {
        // Every day that some setting may take for a birthday.
        for (int year = day.year(); year <= day.year() + 1; ++year)
            for (const AgeRule rule :
                 {AgeRule {false, false}, AgeRule {true, false}, AgeRule {false, true}, AgeRule {true, true}})
                earliestAfter(earliest, day, reachesAge(*m_born, year - m_born->year(), rule));
    }
    return earliest;
}

} // namespace songhe
