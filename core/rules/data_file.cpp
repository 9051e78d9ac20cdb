// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/data_file.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

DataObject::DataObject(DataFile& file, QJsonObject object, QString place)
    : m_file(&file)
    , m_object(std::move(object))
    , m_place(std::move(place))
{ }

QString DataObject::under(const QString& key) const
{
    return m_place.isEmpty() ? key : m_place + u'.' + key;
}

void DataObject::report(const QString& key, const QString& what)
{
    m_file->report(under(key), what);
}

QJsonValue DataObject::take(const QString& key)
{
    m_asked << key;
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        report(key, tr("this key is missing."));
    return value;
}

QJsonValue DataObject::raw(const QString& key)
{
    return take(key);
}

QString DataObject::text(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isString() || value.toString().trimmed().isEmpty())
        report(key, tr("a text is wanted here."));
    return value.toString();
}

QString DataObject::textOr(const QString& key, const QString& given)
{
    return has(key) ? text(key) : given;
}

qint64 DataObject::integer(const QString& key, qint64 least, qint64 most)
{
    const QJsonValue value = take(key);
    const qint64 number = value.toInteger(least - 1);
    if (!value.isDouble() || double(number) != value.toDouble() || number < least || number > most) {
        report(key, tr("a whole number from %1 to %2 is wanted here.").arg(least).arg(most));
        return least;
    }
    return number;
}

std::vector<int> DataObject::integers(const QString& key, int least, int most)
{
    const QJsonValue value = take(key);
    if (!value.isArray())
        report(key, tr("a list of whole numbers is wanted here."));
    std::vector<int> list;
    for (const QJsonValue& item : value.toArray()) {
        const int number = item.toInt(least - 1);
        if (!item.isDouble() || double(number) != item.toDouble() || number < least || number > most)
            report(key, tr("whole numbers from %1 to %2 are wanted here.").arg(least).arg(most));
        list.push_back(number);
    }
    return list;
}

bool DataObject::flagOr(const QString& key, bool given)
{
    if (!has(key))
        return given;
    const QJsonValue value = take(key);
    if (!value.isBool())
        report(key, tr("true or false is wanted here."));
    return value.toBool(given);
}

QDate DataObject::day(const QString& key)
{
    const QJsonValue value = take(key);
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    if (!day.isValid() || value.toString().size() != 10)
        report(key, tr("a day like 2021-09-03 is wanted here."));
    return day;
}

std::optional<QDate> DataObject::maybeDay(const QString& key)
{
    if (!has(key))
        return std::nullopt;
    if (m_object.value(key).isNull()) {
        m_asked << key;
        return std::nullopt;
    }
    return day(key);
}

QStringList DataObject::texts(const QString& key)
{
    const QJsonValue value = take(key);
    QStringList list;
    for (const QJsonValue& item : value.isArray() ? value.toArray() : QJsonArray {value}) {
        if (!item.isString() || item.toString().trimmed().isEmpty())
            report(key, tr("a text or a list of texts is wanted here."));
        list << item.toString();
    }
    if (list.isEmpty())
        report(key, tr("this list is empty."));
    return list;
}

DataObject DataObject::object(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isObject())
        report(key, tr("an object in braces is wanted here."));
    return DataObject(*m_file, value.toObject(), under(key));
}

std::vector<DataObject> DataObject::objects(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isArray())
        report(key, tr("a list of objects is wanted here."));
    std::vector<DataObject> list;
    for (const QJsonValue& item : value.toArray()) {
        const QString place = under(key) + u"[%1]"_s.arg(list.size() + 1);
        if (!item.isObject())
            m_file->report(place, tr("an object in braces is wanted here."));
        list.emplace_back(*m_file, item.toObject(), place);
    }
    return list;
}

QString DataObject::oneOf(const QString& key, const QStringList& known)
{
    const QString given = text(key);
    if (!known.contains(given))
        report(key, tr("'%1' is not known. Use one of: %2.").arg(given.left(60), known.join(u", "_s)));
    return given;
}

void DataObject::nothingElse()
{
    for (const QString& key : m_object.keys())
        if (!m_asked.contains(key))
            report(key.left(60), tr("this key is not known. Take it out, or use a newer version of the program."));
}

DataFile::DataFile(const QByteArray& bytes, QString name)
    : m_name(std::move(name))
{
    if (bytes.size() > maxBytes) {
        report({}, tr("the file is too large to be one of ours."));
        return;
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const qsizetype line = bytes.left(problem.offset).count('\n') + 1;
        report(tr("line %1").arg(line), problem.errorString());
    } else if (!document.isObject()) {
        report({}, tr("the file must hold one object in braces."));
    }
    m_root = document.object();
}

void DataFile::report(const QString& place, const QString& what)
{
    if (!m_problem)
        m_problem = place.isEmpty() ? u"%1: %2"_s.arg(m_name, what) : u"%1, %2: %3"_s.arg(m_name, place, what);
}

Result<void> DataFile::result() const
{
    if (m_problem)
        return fail(Error::Kind::Invalid, *m_problem, u"data file"_s);
    return {};
}

} // namespace songhe
