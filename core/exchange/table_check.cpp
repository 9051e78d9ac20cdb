// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_check.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/package_table.h"
#include "core/security/audit_log.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QStringDecoder>

namespace songhe {

using namespace Qt::StringLiterals;

namespace table_check {

constexpr qint64 mostTold = 20;
constexpr qint64 mostFen = 1'000'000'000'000; ///< ten thousand million yuan: sums of millions of rows stay numbers

bool digitsAt(QByteArrayView text, std::initializer_list<qsizetype> places)
{
    for (const qsizetype at : places)
        if (text[at] < '0' || text[at] > '9')
            return false;
    return true;
}

bool isDay(QByteArrayView text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !digitsAt(text, {0, 1, 2, 3, 5, 6, 8, 9}))
        return false;
    return QDate::isValid(*csvNumber(text.first(4)), int(*csvNumber(text.sliced(5, 2))),
                          int(*csvNumber(text.sliced(8, 2))));
}

bool isMoment(QByteArrayView text)
{
    return text.size() == 24 && isDay(text.first(10)) && text[10] == 'T' && text[13] == ':' && text[16] == ':'
        && text[19] == '.' && text[23] == 'Z' && digitsAt(text, {11, 12, 14, 15, 17, 18, 20, 21, 22})
        && text.sliced(11, 2) < QByteArrayView("24") && text[14] < '6' && text[17] < '6';
}

bool isUtf8(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString read = decoder(text);
    Q_UNUSED(read);
    return !decoder.hasError();
}

} // namespace table_check

std::unique_ptr<TableCheck> TableCheck::make(const QJsonObject& resource, std::vector<BagProblem>& problems)
{
    std::unique_ptr<TableCheck> made(new TableCheck(problems));
    if (made->readSchema(resource))
        return made;
    made->problem("bad_schema",
                  ExchangeText::tr("datapackage.json does not describe this table in a way that is known here."));
    return nullptr;
}

bool TableCheck::readSchema(const QJsonObject& resource)
{
    m_name = resource.value(u"name"_s).toString();
    m_path = u"data/"_s + resource.value(u"path"_s).toString();
    if (const QJsonValue rows = resource.value(u"rows"_s); rows.isDouble())
        m_statedRows = rows.toInteger();
    const QJsonObject schema = resource.value(u"schema"_s).toObject();
    const QJsonArray fields = schema.value(u"fields"_s).toArray();
    if (m_name.isEmpty() || fields.isEmpty() || fields.size() > 500 || !isSafeBagPath(m_path))
        return false;
    for (const QJsonValue& field : fields)
        if (!readField(field.toObject()))
            return false;
    const QByteArray key = schema.value(u"primaryKey"_s).toString().toUtf8();
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].name == key)
            m_key = int(i);
    for (const QJsonValue& value : schema.value(u"foreignKeys"_s).toArray()) {
        const QJsonObject foreign = value.toObject();
        const QString field = foreign.value(u"fields"_s).toString();
        for (Column& column : m_columns)
            if (column.name == field.toUtf8()) {
                column.reference = int(m_references.size());
                const QString there = foreign.value(u"reference"_s).toObject().value(u"resource"_s).toString();
                m_references.push_back({field, there.isEmpty() ? m_name : there, {}});
            }
    }
    return m_key >= 0 && namesAreSound() && agreesWithWhatIsKnown();
}

/// Names become names of tables, columns and files: short, and each once.
bool TableCheck::namesAreSound() const
{
    static const QRegularExpression sound(u"^[a-z][a-z0-9_]{0,59}$"_s);
    QSet<QByteArray> seen;
    bool good = sound.match(m_name).hasMatch();
    for (const Column& column : m_columns) {
        good = good && sound.match(QString::fromUtf8(column.name)).hasMatch() && !seen.contains(column.name);
        seen.insert(column.name);
    }
    return good;
}

/// A package describes its tables itself; of one that this program knows it may not say that money is text, nor leave
/// out what tells a row from others. Columns may be missing or new: other versions of the program write them.
bool TableCheck::agreesWithWhatIsKnown()
{
    const PackageTable* known = packageTable(m_name);
    if (!known)
        return true;
    const auto column = [this](const char* name) {
        return std::find_if(m_columns.begin(), m_columns.end(), [&](const Column& each) { return each.name == name; });
    };
    for (const char* name : {"id", "revision", "recorded_at", "recorded_by"})
        if (const auto found = column(name); found == m_columns.end() || !found->required)
            return false;
    if (m_columns[std::size_t(m_key)].name != "id")
        return false;
    for (Column& each : m_columns)
        each.isMoney = std::any_of(known->columns.begin(), known->columns.end(), [&](const FieldInfo& field) {
            return field.kind == FieldKind::Money && each.name == field.options.key;
        });
    return std::all_of(known->columns.begin(), known->columns.end(), [&](const FieldInfo& field) {
        const auto found = column(field.options.key);
        return found == m_columns.end() || (found->type == typeOf(field.kind) && found->isId == isIdKind(field.kind));
    });
}

TableCheck::Type TableCheck::typeOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Day:
        return Type::Date;
    case FieldKind::Moment:
        return Type::DateTime;
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
        return Type::Integer;
    case FieldKind::Flag:
        return Type::Boolean;
    case FieldKind::TextList:
        return Type::Json;
    default:
        return Type::String;
    }
}

bool TableCheck::isIdKind(FieldKind kind)
{
    return kind == FieldKind::Id || kind == FieldKind::Reference;
}

bool TableCheck::readField(const QJsonObject& field)
{
    static const QHash<QString, Type> types {
        {u"string"_s, Type::String}, {u"integer"_s, Type::Integer},   {u"boolean"_s, Type::Boolean},
        {u"date"_s, Type::Date},     {u"datetime"_s, Type::DateTime}, {u"array"_s, Type::Json},
        {u"object"_s, Type::Json},
    };
    const auto type = types.constFind(field.value(u"type"_s).toString());
    if (type == types.constEnd())
        return false;
    Column column;
    column.name = field.value(u"name"_s).toString().toUtf8();
    column.type = *type;
    const QJsonObject constraints = field.value(u"constraints"_s).toObject();
    column.required = constraints.value(u"required"_s).toBool();
    column.maxLength = constraints.value(u"maxLength"_s).toInt();
    for (const QJsonValue& choice : constraints.value(u"enum"_s).toArray())
        column.choices.insert(choice.toString().toStdString());
    const QString pattern = constraints.value(u"pattern"_s).toString();
    column.isId = pattern == u"[0-9]{1,19}";
    if (!column.isId && !pattern.isEmpty()) {
        if (pattern.size() > 200)
            return false;
        column.pattern.setPattern(QRegularExpression::anchoredPattern(pattern));
        if (!column.pattern.isValid())
            return false;
    }
    m_columns.push_back(std::move(column));
    return !m_columns.back().name.isEmpty();
}

void TableCheck::problem(const char* code, const QString& text)
{
    if (++m_told <= table_check::mostTold)
        m_problems.push_back({QString::fromLatin1(code), m_path, text});
}

bool TableCheck::fits(const Column& column, QByteArrayView cell)
{
    switch (column.type) {
    case Type::String:
        break;
    case Type::Integer: {
        const auto number = csvNumber(cell);
        return number && (!column.isMoney || (*number >= -table_check::mostFen && *number <= table_check::mostFen));
    }
    case Type::Boolean:
        return cell == "true" || cell == "false";
    case Type::Date:
        return table_check::isDay(cell);
    case Type::DateTime:
        return table_check::isMoment(cell);
    case Type::Json:
        return !cell.contains('\0') && !QJsonDocument::fromJson(cell.toByteArray()).isNull();
    }
    if (column.isId)
        return cell.front() != '-' && csvNumber(cell).has_value();
    bool ascii = true;
    for (const char c : cell) {
        if (c == '\0')
            return false; // no database takes it for text
        ascii = ascii && uchar(c) < 128;
    }
    if (!column.choices.empty()) // the package's own: they may hold anything
        return column.choices.contains(std::string(cell.data(), std::size_t(cell.size())));
    if (!ascii && !table_check::isUtf8(cell))
        return false;
    if (column.maxLength > 0 && cell.size() > column.maxLength
        && (ascii || QString::fromUtf8(cell).size() > column.maxLength))
        return false;
    return column.pattern.pattern().isEmpty() || column.pattern.match(QString::fromUtf8(cell)).hasMatch();
}

void TableCheck::cell(Column& column, QByteArrayView cell)
{
    if (cell.isEmpty()) {
        if (column.required)
            problem("missing_value",
                    ExchangeText::tr("Row %1: %2 is empty but must not be.")
                        .arg(m_rows)
                        .arg(QString::fromUtf8(column.name)));
        return;
    }
    if (!fits(column, cell)) {
        problem("bad_value",
                ExchangeText::tr("Row %1: what stands under %2 does not fit its type or limits.")
                    .arg(m_rows)
                    .arg(QString::fromUtf8(column.name)));
        return;
    }
    if (column.reference >= 0)
        if (const auto id = csvNumber(cell))
            m_references[std::size_t(column.reference)].ids.insert(*id);
}

void TableCheck::row(const std::vector<QByteArrayView>& cells)
{
    if (++m_rows == 0) {
        bool same = cells.size() == m_columns.size();
        for (std::size_t i = 0; same && i < cells.size(); ++i)
            same = cells[i] == m_columns[i].name;
        if (!same)
            problem("bad_heading", ExchangeText::tr("The heading row is not the one that datapackage.json describes."));
        m_broken = !same;
        return;
    }
    if (cells.size() != m_columns.size()) {
        problem("bad_row",
                ExchangeText::tr("Row %1 has %2 cells, not %3.").arg(m_rows).arg(cells.size()).arg(m_columns.size()));
        return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        cell(m_columns[i], cells[i]);
    const auto key = csvNumber(cells[std::size_t(m_key)]);
    if (key && !m_keys.insert(*key).second)
        problem("duplicate_key", ExchangeText::tr("Row %1 repeats a number that another row has.").arg(m_rows));
    if (!m_sink || m_sinkError || !m_problems.empty())
        return; // a package with a problem is refused as a whole
    if (auto taken = m_sink(cells); !taken)
        m_sinkError = std::move(taken).error();
}

std::vector<QByteArray> TableCheck::columns() const
{
    std::vector<QByteArray> names;
    for (const Column& column : m_columns)
        names.push_back(column.name);
    return names;
}

void TableCheck::feed(QByteArrayView bytes)
{
    if (m_broken)
        return;
    const bool read = m_scanner.feed(bytes, [this](const std::vector<QByteArrayView>& cells) {
        row(cells);
        return !m_broken;
    });
    if (!read && !m_broken) {
        m_broken = true;
        problem("bad_csv", ExchangeText::tr("After row %1 this is no CSV any more.").arg(m_rows));
    }
}

void TableCheck::finish()
{
    const bool read = m_broken || m_scanner.finish([this](const std::vector<QByteArrayView>& cells) {
        row(cells);
        return true;
    });
    if (!read || m_rows < 0)
        problem("bad_csv", ExchangeText::tr("After row %1 this is no CSV any more.").arg(m_rows));
    if (!m_broken && m_statedRows && *m_statedRows != m_rows)
        problem("rows_differ",
                ExchangeText::tr("There are %1 rows, but datapackage.json states %2.").arg(m_rows).arg(*m_statedRows));
}

void AuditCheck::feed(QByteArrayView bytes)
{
    if (m_broken)
        return;
    m_broken = !m_scanner.feed(bytes, [this](const std::vector<QByteArrayView>& cells) { return row(cells); });
}

bool AuditCheck::row(const std::vector<QByteArrayView>& cells)
{
    if (std::exchange(m_heading, false))
        return true;
    if (cells.size() != 3)
        return false;
    const auto number = csvNumber(cells[0]);
    const QByteArray content = QByteArray::fromHex(cells[1].toByteArray());
    const QByteArray chain = QByteArray::fromHex(cells[2].toByteArray());
    if (!number || *number != m_number + 1 || content.size() != 32 || auditChainDigest(m_digest, content) != chain)
        return false;
    m_number = *number;
    m_digest = chain;
    if (m_sink)
        m_sink(m_number, m_digest);
    return true;
}

} // namespace songhe
