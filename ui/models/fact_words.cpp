// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fact_words.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

std::vector<std::pair<QString, QString>> FactWords::disabilities()
{
    return {{u"visual"_s, tr("sight")},    {u"hearing"_s, tr("hearing")},           {u"speech"_s, tr("speech")},
            {u"physical"_s, tr("limbs")},  {u"intellectual"_s, tr("intellectual")}, {u"mental"_s, tr("mental")},
            {u"multiple"_s, tr("several")}};
}

QString FactWords::value(const Fact& fact, const Divisions& divisions, const QString& seenFrom)
{
    if (fact.written && !fact.written->isEmpty())
        return *fact.written;
    if (fact.kind == FactKind::RegisteredDivision && fact.value != fact_value::unknown)
        return divisions.find(fact.value) ? divisions.nameOf(fact.value, seenFrom) : fact.value;
    if (fact.kind == FactKind::Disability) {
        const QString kind = fact.value.section(u':', 0, 0);
        const QString grade = fact.value.section(u':', 1);
        for (const auto& [key, words] : disabilities())
            if (key == kind)
                return grade.isEmpty() ? words : tr("%1, grade %2").arg(words, grade);
    }
    return factValueText(fact.kind, fact.value);
}

} // namespace songhe::ui
