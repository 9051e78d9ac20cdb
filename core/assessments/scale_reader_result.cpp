// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of a scale file: levels, how they follow, the clauses that change them, the tables beside the items.
#include "core/assessments/scale_reader.h"

#include <QtCore/QSet>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

void ScaleReader::readLevels()
{
    QSet<QString> keys;
    for (DataObject& object : m_root.objects(u"levels"_s)) {
        ScaleLevel level;
        level.level = int(object.integer(u"level"_s, 0, highestGrade));
        level.key = object.oneOf(u"key"_s, {u"intact"_s, u"mild"_s, u"moderate"_s, u"severe"_s, u"complete"_s});
        level.title = Words::read(object.object(u"title"_s));
        object.nothingElse();
        if (level.level != int(m_scale.levels.size()))
            object.report(u"level"_s, DataObject::tr("levels stand in order, from 0 upwards."));
        if (keys.contains(level.key))
            object.report(u"key"_s, DataObject::tr("another level has this key."));
        keys.insert(level.key);
        m_scale.levels.push_back(std::move(level));
    }
    if (m_scale.levels.size() < 2)
        m_root.report(u"levels"_s, DataObject::tr("a scale needs two levels or more."));
}

void ScaleReader::readResult()
{
    DataObject result = m_root.object(u"result"_s);
    m_scale.byTotal = result.oneOf(u"by"_s, {u"total"_s, u"grades"_s}) == u"total";
    if (m_scale.byTotal)
        readBands(result);
    else
        readTable(result);
    result.nothingElse();
}

void ScaleReader::readBands(DataObject& result)
{
    const int mostLevel = int(m_scale.levels.size()) - 1;
    if (result.integer(u"max"_s, 1, highestScore) != m_scale.maxTotal())
        result.report(u"max"_s, DataObject::tr("the groups' highest sums do not add up to this."));
    for (DataObject& band : result.objects(u"bands"_s)) {
        const int level = int(band.integer(u"level"_s, 0, qMax(0, mostLevel)));
        const int from = int(band.integer(u"from"_s, 0, highestScore));
        m_scale.bands.push_back({level, from, int(band.integer(u"to"_s, from, highestScore))});
        band.nothingElse();
    }
    for (int total = 0; total <= m_scale.maxTotal(); ++total) {
        const auto bands = std::count_if(m_scale.bands.begin(), m_scale.bands.end(),
                                         [&](const auto& band) { return band[1] <= total && total <= band[2]; });
        if (bands != 1)
            result.report(u"bands"_s, DataObject::tr("the sum %1 lies in %2 bands, not in one.").arg(total).arg(bands));
    }
}

/// The table is written in rows: the grades of all groups but the last → one level for each grade of the last;
/// '?' where the text leaves it open.
void ScaleReader::readTable(DataObject& result)
{
    for (const QString& code : result.texts(u"order"_s)) {
        const auto group = std::find_if(m_scale.groups.begin(), m_scale.groups.end(),
                                        [&](const ScaleGroup& one) { return one.code == code; });
        if (group == m_scale.groups.end() || group->grades.empty()) {
            result.report(u"order"_s, DataObject::tr("%1 is no group with grades.").arg(code.left(20)));
            return;
        }
        m_scale.tableOrder.push_back(int(group - m_scale.groups.begin()));
    }
    DataObject rows = result.object(u"table"_s);
    for (const QString& row : rows.keys()) {
        const QString levels = rows.text(row);
        for (qsizetype last = 0; last < levels.size(); ++last) {
            std::vector<int> combination;
            for (const QChar grade : row)
                combination.push_back(grade.digitValue());
            combination.push_back(int(last));
            const int level = levels[last] == u'?' ? Scale::openLevel : levels[last].digitValue();
            if (levels[last] != u'?' && (level < 0 || level >= int(m_scale.levels.size())))
                rows.report(row, DataObject::tr("'%1' is no level.").arg(levels[last]));
            m_scale.table.emplace(std::move(combination), level);
        }
    }
    std::size_t wanted = 1;
    bool fits = true;
    for (const int group : m_scale.tableOrder)
        wanted *= m_scale.groups[std::size_t(group)].grades.size();
    for (const auto& [combination, level] : m_scale.table) {
        fits = fits && combination.size() == m_scale.tableOrder.size();
        for (std::size_t i = 0; fits && i < combination.size(); ++i)
            fits = combination[i] >= 0
                && combination[i] < int(m_scale.groups[std::size_t(m_scale.tableOrder[i])].grades.size());
    }
    if (!fits || m_scale.table.size() != wanted)
        result.report(u"table"_s,
                      DataObject::tr("every one of the %1 combinations of grades wants one level.").arg(wanted));
    if (!result.has(u"open"_s)) {
        for (const auto& [combination, level] : m_scale.table)
            if (level == Scale::openLevel)
                result.report(u"table"_s, DataObject::tr("'?' wants a key 'open' that tells the setting."));
        return;
    }
    DataObject open = result.object(u"open"_s);
    m_scale.openSetting = open.text(u"setting"_s);
    const ScaleSetting* setting = m_scale.setting(m_scale.openSetting);
    if (!setting)
        open.report(u"setting"_s, DataObject::tr("the scale has no such setting."));
    DataObject levels = open.object(u"levels"_s);
    for (const QString& choice : setting ? setting->choices : QStringList())
        m_scale.openLevels.insert(choice, int(levels.integer(choice, 0, qMax(0, int(m_scale.levels.size()) - 1))));
    levels.nothingElse();
    open.nothingElse();
}

void ScaleReader::readClauses()
{
    for (const DataObject& object : m_root.objects(u"clauses"_s))
        readClause(object);
}

void ScaleReader::readClause(DataObject object)
{
    const int mostLevel = qMax(1, int(m_scale.levels.size()) - 1);
    ScaleClause clause;
    clause.id = object.text(u"id"_s);
    if (m_scale.clauseById(clause.id))
        object.report(u"id"_s, DataObject::tr("another clause has this id."));
    clause.title = Words::read(object.object(u"title"_s));
    const QString effect = object.oneOf(u"effect"_s, {u"raise"_s, u"set"_s, u"stop"_s});
    clause.effect = effect == u"raise" ? ScaleClause::Effect::Raise
        : effect == u"set"             ? ScaleClause::Effect::Set
                                       : ScaleClause::Effect::Stop;
    if (clause.effect == ScaleClause::Effect::Raise)
        clause.amount = int(object.integer(u"by"_s, 1, mostLevel));
    if (clause.effect == ScaleClause::Effect::Set)
        clause.amount = int(object.integer(u"level"_s, 0, mostLevel));
    DataObject when = object.object(u"when"_s);
    if (when.has(u"diagnosed"_s))
        clause.diagnosed = when.texts(u"diagnosed"_s);
    for (const QString& key : std::as_const(clause.diagnosed))
        if (!m_scale.knowsDiagnosis(key))
            when.report(u"diagnosed"_s, DataObject::tr("'%1' is none of the scale's diagnoses.").arg(key.left(40)));
    if (when.has(u"answers"_s))
        for (DataObject& answer : when.objects(u"answers"_s)) {
            const int item = m_scale.itemIndex(answer.text(u"item"_s));
            const int score = int(answer.integer(u"score"_s, 0, highestScore));
            if (item < 0 || m_scale.items[std::size_t(item)].bestKnown(score) < 0)
                answer.report(u"item"_s, DataObject::tr("there is no such item, or it has no such score."));
            clause.answers.emplace_back(qMax(0, item), score);
            answer.nothingElse();
        }
    if (when.has(u"events"_s)) {
        clause.events = when.texts(u"events"_s);
        clause.atLeast = int(when.integer(u"atLeast"_s, 1, 99));
        for (const QString& key : std::as_const(clause.events))
            if (!m_scale.knowsEvent(key))
                when.report(u"events"_s, DataObject::tr("'%1' is none of the scale's events.").arg(key.left(40)));
    }
    clause.coma = when.flagOr(u"coma"_s, false);
    if (when.has(u"preliminary"_s))
        clause.preliminary = int(when.integer(u"preliminary"_s, 0, mostLevel));
    when.nothingElse();
    object.nothingElse();
    m_scale.clauses.push_back(std::move(clause));
}

void ScaleReader::readOpenPoints()
{
    for (DataObject& object : m_root.objects(u"openPoints"_s)) {
        ScaleOpenPoint point;
        point.id = object.text(u"id"_s);
        point.question = Words::read(object.object(u"case"_s));
        point.taken = Words::read(object.object(u"taken"_s));
        point.confidence = object.oneOf(u"confidence"_s, {u"verified"_s, u"own_knowledge"_s, u"uncertain"_s});
        object.nothingElse();
        m_scale.openPoints.push_back(std::move(point));
    }
}

void ScaleReader::readTables()
{
    for (DataObject& object : m_root.objects(u"tables"_s)) {
        ScaleTable table;
        table.code = object.text(u"code"_s);
        table.title = Words::read(object.object(u"title"_s));
        table.events = object.flagOr(u"events"_s, false);
        for (const DataObject& field : object.objects(u"fields"_s))
            table.fields.push_back(readField(field));
        object.nothingElse();
        m_scale.tables.push_back(std::move(table));
    }
}

ScaleField ScaleReader::readField(DataObject object)
{
    using Kind = ScaleField::Kind;
    static const QStringList kinds {u"text"_s, u"number"_s, u"choice"_s, u"multi"_s, u"rows"_s};
    ScaleField field;
    field.key = object.text(u"key"_s);
    field.title = Words::read(object.object(u"title"_s));
    field.kind = Kind(qMax(0, int(kinds.indexOf(object.oneOf(u"kind"_s, kinds)))));
    field.from = object.textOr(u"from"_s, {});
    field.setting = object.textOr(u"setting"_s, {});
    field.computed = object.textOr(u"computed"_s, {});
    field.diagnosis = object.textOr(u"diagnosis"_s, {});
    if (field.kind == Kind::Number) {
        field.least = int(object.integer(u"least"_s, 0, highestScore));
        field.most = int(object.integer(u"most"_s, field.least, highestScore));
    }
    if (field.kind == Kind::Choice || field.kind == Kind::Multi)
        for (DataObject& one : object.objects(u"options"_s)) {
            field.options.push_back({one.text(u"key"_s), optionWords(one), one.textOr(u"diagnosis"_s, {})});
            if (const QString& diagnosis = field.options.back().diagnosis;
                !diagnosis.isEmpty() && !m_scale.knowsDiagnosis(diagnosis))
                one.report(u"diagnosis"_s, DataObject::tr("'%1' is none of the scale's diagnoses.").arg(diagnosis));
            one.nothingElse();
        }
    if (field.kind == Kind::Rows)
        for (DataObject& column : object.objects(u"columns"_s)) {
            field.columns.push_back({column.text(u"key"_s), Words::read(column.object(u"title"_s))});
            column.nothingElse();
        }
    if (!field.diagnosis.isEmpty() && !m_scale.knowsDiagnosis(field.diagnosis))
        object.report(u"diagnosis"_s, DataObject::tr("'%1' is none of the scale's diagnoses.").arg(field.diagnosis));
    object.nothingElse();
    return field;
}

} // namespace songhe
