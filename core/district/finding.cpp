// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/finding.h"

#include "core/exchange/package_table.h"

#include <QtCore/QHash>

namespace songhe {

using namespace Qt::StringLiterals;

namespace finding {

QJsonArray recordsJson(const std::vector<FoundRecord>& records)
{
    QJsonArray json;
    for (const FoundRecord& record : records)
        json << QJsonObject {
            {u"centre"_s, record.centre}, {u"table"_s, record.table}, {u"id"_s, QString::number(record.id)}};
    return json;
}

/// Words by code; %1 are the centres, what follows are the values in their order.
const QHash<QString, const char*>& words()
{
    static const QHash<QString, const char*> all {
        {u"double_meal"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: the same person had meals at more than one centre on %2.")},
        {u"overlapping_bed"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: the same person had a bed at more than one centre, from %2 on.")},
        {u"claim_after_death"_s,
         QT_TRANSLATE_NOOP("songhe::Finding",
                           "%1: %3 yuan were claimed for days after the death of this person on %2.")},
        {u"claimed_twice"_s, QT_TRANSLATE_NOOP("songhe::Finding", "%1: claimed twice under %2, %3.")},
        {u"rule_out_of_force"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: a claim of %3 was settled by %2, which was not in force then.")},
        {u"sequence_gap"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: package %2 never arrived. Ask the centre for it or for a new one.")},
        {u"sequence_rewound"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: the number %2 was given to more than one package.")},
        {u"restored"_s,
         QT_TRANSLATE_NOOP(
             "songhe::Finding",
             "%1: these books were restored from a backup at %2. What was recorded between the backup and "
             "then stands only in earlier packages.")},
        {u"chain_broken"_s,
         QT_TRANSLATE_NOOP(
             "songhe::Finding",
             "%1: package %2 tells another history than other packages of the same books: the past was rewritten, or "
             "two copies of the books are in use.")},
        {u"conflict"_s,
         QT_TRANSLATE_NOOP("songhe::Finding",
                           "%1: the same revision of a record in the table '%2' came with two different contents.")},
        {u"not_delivered"_s, QT_TRANSLATE_NOOP("songhe::Finding", "%1: nothing was delivered for %2.")},
        {u"same_person"_s,
         QT_TRANSLATE_NOOP("songhe::Finding", "%1: the same person by resident number is on file at these centres.")},
    };
    return all;
}

constexpr qsizetype senders = 4; ///< of a rule that was replaced, who sent the other one
constexpr char replaced[] = QT_TRANSLATE_NOOP(
    "songhe::Finding",
    "%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on.");
constexpr char replacedBySent[] = QT_TRANSLATE_NOOP(
    "songhe::Finding",
    "%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on (sent "
    "by: %6).");

} // namespace finding

QString Finding::place() const
{
    QStringList parts = centres + values;
    for (const FoundRecord& record : records)
        parts << record.centre + u':' + record.table + u':' + QString::number(record.id);
    return parts.join(u'|');
}

QString Finding::text() const
{
    if (code == u"same_person"_s && !values.isEmpty())
        return tr("%1: probably the same person, by name and date of birth. Compare the files and ask for the resident "
                  "number.")
            .arg(centres.join(u", "_s));
    const char* known = finding::words().value(code, "%1");
    if (code == u"rule_out_of_force"_s && values.size() > finding::senders)
        known = values[finding::senders].isEmpty() ? finding::replaced : finding::replacedBySent;
    QString said = tr(known).arg(centres.join(u", "_s));
    for (int i = 0; i < values.size(); ++i)
        said.replace(u'%' + QString::number(i + 2), code == u"conflict"_s ? packageTableText(values[i]) : values[i]);
    return said;
}

QJsonObject Finding::body() const
{
    return {{u"centres"_s, QJsonArray::fromStringList(centres)},
            {u"records"_s, finding::recordsJson(records)},
            {u"values"_s, QJsonArray::fromStringList(values)}};
}

QJsonObject Finding::toJson() const
{
    return {{u"code"_s, code},
            {u"text"_s, text()},
            {u"centres"_s, QJsonArray::fromStringList(centres)},
            {u"records"_s, finding::recordsJson(records)}};
}

Finding Finding::fromBody(const QString& code, const QJsonObject& body)
{
    Finding made;
    made.code = code;
    for (const QJsonValue& centre : body.value(u"centres"_s).toArray())
        made.centres << centre.toString();
    for (const QJsonValue& value : body.value(u"values"_s).toArray())
        made.values << value.toString();
    for (const QJsonValue& record : body.value(u"records"_s).toArray())
        made.records.push_back(
            {record[u"centre"_s].toString(), record[u"table"_s].toString(), record[u"id"_s].toString().toLongLong()});
    return made;
}

} // namespace songhe
