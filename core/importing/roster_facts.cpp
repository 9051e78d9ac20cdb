// SPDX-License-Identifier: GPL-3.0-or-later
// What a roster's row tells of a person's facts; the rest of the class stands in roster_row.cpp.
#include "core/importing/roster_reader.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace roster_row {

/// Words that are not known are kept in the remarks, so that nothing is lost.
void Reader::tellFacts(const ToldCell& told, int column, FactKind none)
{
    for (const ToldFact& fact : told.facts) {
        if (fact.kind == FactKind::EconomicCategory)
            m_economic.push_back(fact.value);
        else if (std::none_of(m_row.facts.begin(), m_row.facts.end(), [&](const RosterFact& other) {
                     return other.kind == fact.kind && other.value == fact.value;
                 }))
            m_row.facts.push_back({fact.kind, fact.value, false, {}});
    }
    for (const QString& word : told.unknown) {
        m_row.add(RosterCode::ValueNotTold, {heading(column), word});
        m_kept << heading(column) + u'：' + word;
    }
    if (told.saysNone && told.facts.empty())
        m_row.saysNone.insert(none);
}

void Reader::readFactCell(int column)
{
    const QString written = m_sheet.at(m_row.sheetRow, column).raw.trimmed();
    if (written.isEmpty())
        return;
    const RosterColumn what = m_plan.columns[std::size_t(column)];
    // 是否低保: what 是 means there.
    QString yes;
    if (const QString title = heading(column); title.contains(u"是否") || what == RosterColumn::Dementia)
        yes = QString(title).remove(u"是否"_s).remove(u"为"_s).remove(u"享受"_s);
    switch (what) {
    case RosterColumn::Category:
        tellFacts(factsOfWords(written, yes), column, FactKind::EconomicCategory);
        break;
    case RosterColumn::Living:
        tellFacts(factsOfWords(written, yes), column, FactKind::Living);
        break;
    case RosterColumn::Ability:
        tellFacts(factsOfWords(written, yes), column, FactKind::DeclaredAbility);
        break;
    case RosterColumn::Disability:
        tellFacts(factsOfWords(written), column, FactKind::Disability);
        break;
    case RosterColumn::Dementia:
        tellFacts(factsOfWords(written, u"失智"_s), column, FactKind::Dementia);
        break;
    case RosterColumn::MedicalInsurance:
        tellFacts(insuranceOfWords(written), column, FactKind::MedicalInsurance);
        break;
    case RosterColumn::FamilyDoctor:
        if (const ToldCell told = factsOfWords(written); told.saysNone || written.startsWith(u'未'))
            m_row.saysNone.insert(FactKind::FamilyDoctor);
        else
            m_row.facts.push_back(
                {FactKind::FamilyDoctor, fact_value::contracted.toString(), false, fitting(written, 200, what)});
        break;
    default:
        break;
    }
}

/// Of economic categories one holds; the neediest is taken.
void Reader::tellEconomic()
{
    if (m_economic.empty())
        return;
    const auto order = factValues(FactKind::EconomicCategory); // neediest first
    const auto rank = [&](const QString& value) {
        return std::find_if(order.begin(), order.end(),
                            [&](const ChoiceName& name) { return value == QLatin1String(name.key); })
            - order.begin();
    };
    const QString taken = *std::min_element(m_economic.begin(), m_economic.end(),
                                            [&](const QString& l, const QString& r) { return rank(l) < rank(r); });
    QStringList others;
    for (const QString& value : m_economic)
        if (value != taken)
            others << factValueText(FactKind::EconomicCategory, value);
    others.removeDuplicates();
    m_row.facts.push_back({FactKind::EconomicCategory, taken, false, {}});
    if (!others.isEmpty()) {
        m_row.add(RosterCode::SeveralEconomic, {factValueText(FactKind::EconomicCategory, taken), others.join(u'、')});
        m_kept << others;
    }
}

/// Kinds of which one holds on a day: the first word counts, another one is kept aside.
void Reader::readFactColumns()
{
    for (int column = 0; column < int(m_plan.columns.size()); ++column)
        readFactCell(column);
    tellEconomic();
    std::set<FactKind> seen;
    std::erase_if(m_row.facts, [&](const RosterFact& fact) {
        if (severalMayHold(fact.kind) || seen.insert(fact.kind).second)
            return false;
        const QString words = fact.words();
        m_row.add(RosterCode::ValueNotTold, {choiceText(fact.kind), words});
        m_kept << words;
        return true;
    });
}

} // namespace roster_row

} // namespace songhe
