// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/change_words.h"

#include "core/elders/elder_repository.h"
#include "core/meals/meal.h"
#include "ui/models/fact_words.h"
#include "ui/models/record_table_model.h"
#include "ui/widgets/edits.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

const QString nothingThere = u"—"_s;

/// The record of a revision; a value that this program does not know is left out.
template <typename R> R recordOf(const std::vector<Value>& values)
{
    R record;
    const auto fields = schemaOf<R>().fields;
    for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i)
        static_cast<void>(fields[i].write(record, values[i]));
    return record;
}

bool isOf(const RecordChange& change, const char* family)
{
    return change.family == QLatin1String(family);
}

/// Contacts: '王建国 子 13900000001；…'.
QString listText(const Value& value)
{
    QStringList entries;
    for (const QJsonValue& entry : detail::jsonArray(value.text()).value_or(QJsonArray())) {
        const QJsonObject object = entry.toObject();
        QStringList words;
        for (const char* key : {"name", "relation", "phone"})
            words << object.value(QLatin1String(key)).toString();
        words.removeAll(QString());
        entries << words.join(u' ');
    }
    return entries.join(u'；');
}

/// Links and kinds say what the line is about; they do not change.
bool tellsNothing(const FieldInfo& field)
{
    return field.kind == FieldKind::Id || field.kind == FieldKind::Reference || !*field.options.label;
}

} // namespace

QString ChangeWords::what(const RecordChange& change) const
{
    if (isOf(change, Elder::family))
        return tr("Personal file");
    if (isOf(change, ElderPhoto::family))
        return tr("Photo");
    if (isOf(change, Fact::family))
        return choiceText(recordOf<Fact>(change.after).kind);
    if (isOf(change, Meal::family)) {
        const Meal meal = recordOf<Meal>(change.after);
        return tr("Meal of %1, %2").arg(dayText(meal.servedOn, m_today), choiceText(meal.sitting));
    }
    return tr("Record");
}

QString ChangeWords::shown(const RecordChange& change, std::size_t field, const std::vector<Value>& values) const
{
    if (field >= values.size() || values[field].isNull())
        return nothingThere;
    const FieldInfo& info = change.fields[field];
    const Value& value = values[field];
    QString words;
    if (info.kind == FieldKind::Bytes)
        words = tr("a picture");
    else if (info.kind == FieldKind::Json)
        words = listText(value);
    else if (isOf(change, Fact::family) && info.key() == "value"_L1)
        words = FactWords::value(recordOf<Fact>(values), m_divisions, m_seenFrom);
    else if (isOf(change, Elder::family) && info.key() == "division"_L1)
        words = m_divisions.find(value.text()) ? m_divisions.nameOf(value.text(), m_seenFrom) : value.text();
    else
        words = shownField(info, value, m_today);
    return words.isEmpty() ? nothingThere : words;
}

std::vector<ChangeLine> ChangeWords::lines(const RecordChange& change) const
{
    std::vector<ChangeLine> lines;
    const ChangeLine head {change.at, change.by, what(change), {}, {}, {}, change.kind};
    if (change.kind == ChangeKind::Voided) {
        ChangeLine line = head;
        line.item = tr("Made void");
        line.before = tr("valid");
        line.after = change.voidReason.value_or(nothingThere);
        lines.push_back(line);
        return lines;
    }
    for (std::size_t i = 0; i < change.fields.size(); ++i) {
        if (tellsNothing(change.fields[i]) || (isOf(change, Fact::family) && change.fields[i].key() == "kind"_L1))
            continue;
        const Value before = i < change.before.size() ? change.before[i] : Value();
        const Value after = i < change.after.size() ? change.after[i] : Value();
        if (before == after)
            continue;
        ChangeLine line = head;
        line.item = QCoreApplication::translate(change.context, change.fields[i].options.label);
        line.before = shown(change, i, change.before);
        line.after = shown(change, i, change.after);
        if (line.before != line.after || change.fields[i].kind == FieldKind::Bytes)
            lines.push_back(line);
    }
    return lines;
}

} // namespace songhe::ui
