// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_row_writer.h"

#include "core/base/wipe.h"
#include "core/exchange/csv_text.h"

#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_rows {

void clearCell(std::string& out, FieldKind kind, const Rows& row, int column)
{
    switch (kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
        appendCsvNumber(out, row.integer(column));
        break;
    case FieldKind::Flag:
        out.append(row.integer(column) != 0 ? "true" : "false");
        break;
    case FieldKind::Bytes:
        out.append(row.blob(column).toBase64().toStdString());
        break;
    default:
        appendCsvCell(out, row.bytesView(column));
    }
}

} // namespace package_rows

PackageRowWriter::PackageRowWriter(Ledger& ledger, const PackageTable& table)
    : m_ledger(ledger)
    , m_table(table)
    , m_fields(int(table.shape.fields.size()))
{
    int column = 0;
    for (const FieldInfo& field : table.shape.fields)
        m_columns.push_back(field.options.sealed ? -1 : column++);
    m_sealed = column;
    m_family = QString::fromLatin1(table.shape.info.family);
    const int person = table.shape.personField;
    m_personFamily
        = person <= 0 ? m_family : QString::fromLatin1(table.shape.fields[std::size_t(person)].options.refersTo);
}

void PackageRowWriter::heading(std::string& out) const
{
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        if (i > 0)
            out.push_back(',');
        out.append(m_table.columns[i].options.key);
    }
    out.append("\r\n");
}

Result<void> PackageRowWriter::row(std::string& out, const Rows& row) const
{
    QJsonObject opened;
    if (!row.isNull(m_sealed)) {
        ASSIGN_OR_RETURN(opened, open(row));
    }
    for (int i = 0; i < m_fields; ++i) {
        const FieldInfo& field = m_table.shape.fields[std::size_t(i)];
        const int column = m_columns[std::size_t(i)];
        if (i > 0)
            out.push_back(',');
        if (column < 0)
            appendCsvCell(out, opened.value(field.key()).toString().toUtf8());
        else if (!row.isNull(column))
            package_rows::clearCell(out, field.kind, row, column);
    }
    out.push_back(',');
    appendCsvNumber(out, row.integer(m_sealed + 1));
    out.push_back(',');
    appendCsvCell(out, row.bytesView(m_sealed + 2));
    out.push_back(',');
    appendCsvNumber(out, row.integer(m_sealed + 3));
    out.push_back(',');
    if (!row.isNull(m_sealed + 4))
        appendCsvCell(out, row.bytesView(m_sealed + 4));
    out.push_back(',');
    if (!opened.isEmpty())
        appendCsvCell(out, opened.value(u"void_reason"_s).toString().toUtf8());
    out.append("\r\n");
    return {};
}

Result<QJsonObject> PackageRowWriter::open(const Rows& row) const
{
    const int person = m_table.shape.personField;
    const qint64 personId = person >= 0 ? row.integer(m_columns[std::size_t(person)]) : 0;
    ASSIGN_OR_RETURN(
        QByteArray plain,
        m_ledger.sealer.open({{m_personFamily, personId}, m_family, row.integer(0), int(row.integer(m_sealed + 1))},
                             row.blob(m_sealed)));
    const QJsonObject opened = QJsonDocument::fromJson(plain).object();
    wipeBytes(plain);
    return opened;
}

} // namespace songhe
