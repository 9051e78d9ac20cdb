// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_assessments.h"

namespace songhe {

using namespace Qt::StringLiterals;

void DemoAssessments::takeUp(Id<Elder> elder, bool frail, QDate joined, std::optional<QDate> lastDay)
{
    if (!frail && !m_random.chance(12))
        return;
    const int points = frail ? m_random.between(24, 62) : m_random.between(62, 90);
    m_due.emplace(joined.addDays(m_random.between(2, 20)), Person {elder, points, lastDay});
}

Result<int> DemoAssessments::assess(QDate day)
{
    int written = 0;
    while (!m_due.empty() && m_due.begin()->first <= day) {
        Person person = m_due.begin()->second;
        m_due.erase(m_due.begin());
        if (person.lastDay && day > *person.lastDay)
            continue;
        RETURN_IF_ERROR(write(person, day));
        ++written;
        person.points = qBound(0, person.points - m_random.between(-2, 7), 90);
        const bool late = m_random.chance(8);
        m_due.emplace(day.addDays(late ? m_random.between(370, 430) : m_random.between(330, 364)), person);
    }
    return written;
}

/// Takes points away from the full sheet, here and there, until the total is reached.
AnswerSheet DemoAssessments::fill(const Scale& scale, int points)
{
    AnswerSheet sheet(scale);
    int total = scale.maxTotal();
    const int count = int(scale.items.size());
    for (int item = 0; item < count; ++item)
        sheet.choose(item, 0);
    for (int tries = 0; total > points && tries < 2000; ++tries) {
        const int item = m_random.roll(count);
        const int next = sheet.chosen(item) + 1;
        const auto& options = scale.items[std::size_t(item)].options;
        if (next >= int(options.size()) || options[std::size_t(next)].coma)
            continue;
        total -= sheet.score(item) - options[std::size_t(next)].score;
        sheet.choose(item, next);
    }
    return sheet;
}

Result<void> DemoAssessments::write(const Person& person, QDate day)
{
    static constexpr const char16_t* assessors[][2] = {{u"王芳", u"刘杰"}, {u"孙光明", u"王芳"}, {u"刘杰", u"赵海山"}};
    if (!m_scales) {
        ASSIGN_OR_RETURN(m_scales, ScaleShelf::builtIn());
    }
    ASSIGN_OR_RETURN(const Scale* scale, m_scales->scale(u"gbt42195-2022"_s));
    Assessment made;
    m_lastId = qMax(m_lastId + 1, m_ledger.clock.now().toMSecsSinceEpoch() << 20 >> 1);
    made.id = Id<Assessment> {m_lastId};
    made.elder = person.elder;
    made.standard = scale->id;
    made.assessedOn = day;
    made.origin = u"desk"_s;
    made.place = u"中心评估室"_s;
    const auto& pair = m_random.pick(assessors);
    made.assessor1 = QString::fromUtf16(pair[0]);
    made.assessor2 = QString::fromUtf16(pair[1]);
    putSheet(made, fill(*scale, person.points));
    if (m_random.chance(10))
        made.events = {{u"fall"_s, 1 + m_random.roll(2)}};
    AssessmentDesk desk(m_ledger, *m_scales);
    RETURN_IF_ERROR(desk.add(std::move(made), true));
    return {};
}

} // namespace songhe
