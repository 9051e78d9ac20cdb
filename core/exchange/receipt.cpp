// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt.h"

#include "core/exchange/csv_text.h"

#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_text {

struct Column {
    const char* name;
    const char* type;
    const char* zh;
    const char* en;
    bool required = true;
    const char* choices = ""; ///< parted by blanks
};

QJsonObject titled(QJsonObject object, const char* zh, const char* en)
{
    object.insert(u"title"_s, QString::fromUtf8(zh));
    object.insert(u"titles"_s, QJsonObject {{u"zh"_s, QString::fromUtf8(zh)}, {u"en"_s, QString::fromUtf8(en)}});
    return object;
}

QJsonObject fieldJson(const Column& column)
{
    const QString type = QString::fromLatin1(column.type);
    QJsonObject json {{u"name"_s, QString::fromLatin1(column.name)}};
    QJsonObject constraints;
    json.insert(u"type"_s, type == u"id" ? u"string"_s : type);
    if (type == u"id")
        constraints.insert(u"pattern"_s, u"[0-9]{1,19}"_s);
    if (type == u"datetime")
        json.insert(u"format"_s, u"%Y-%m-%dT%H:%M:%S.%fZ"_s);
    if (column.required)
        constraints.insert(u"required"_s, true);
    if (*column.choices)
        constraints.insert(u"enum"_s,
                           QJsonArray::fromStringList(QString::fromLatin1(column.choices).split(QLatin1Char(' '))));
    if (!constraints.isEmpty())
        json.insert(u"constraints"_s, constraints);
    return titled(json, column.zh, column.en);
}

QJsonObject resourceJson(const char* name, const char* zh, const char* en, std::initializer_list<Column> columns,
                         qint64 rows)
{
    QJsonArray fields;
    for (const Column& column : columns)
        fields.append(fieldJson(column));
    const QString file = QString::fromLatin1(name);
    return titled({{u"profile"_s, u"tabular-data-resource"_s},
                   {u"name"_s, file},
                   {u"path"_s, file + u".csv"_s},
                   {u"format"_s, u"csv"_s},
                   {u"mediatype"_s, u"text/csv"_s},
                   {u"encoding"_s, u"utf-8"_s},
                   {u"dialect"_s,
                    QJsonObject {{u"delimiter"_s, u","_s},
                                 {u"lineTerminator"_s, u"\r\n"_s},
                                 {u"quoteChar"_s, u"\""_s},
                                 {u"doubleQuote"_s, true},
                                 {u"header"_s, true}}},
                   {u"rows"_s, rows},
                   {u"schema"_s, QJsonObject {{u"fields"_s, fields}, {u"missingValues"_s, QJsonArray {QString()}}}}},
                  zh, en);
}

QJsonObject countsJson(const ReceiptCounts& counts)
{
    return {{u"accepted"_s, counts.accepted},
            {u"superseded"_s, counts.superseded},
            {u"conflict"_s, counts.conflict},
            {u"refused"_s, counts.refused}};
}

template <typename Number> bool numberFrom(QByteArrayView cell, Number& number)
{
    const auto [end, error] = std::from_chars(cell.begin(), cell.end(), number);
    return !cell.isEmpty() && error == std::errc() && end == cell.end() && number >= 0;
}

} // namespace receipt_text

bool ReceiptCounts::count(QByteArrayView outcome)
{
    if (outcome == "accepted")
        ++accepted;
    else if (outcome == "superseded")
        ++superseded;
    else if (outcome == "conflict")
        ++conflict;
    else if (outcome == "refused")
        ++refused;
    else
        return false;
    return true;
}

ReceiptCounts& ReceiptCounts::operator+=(const ReceiptCounts& other)
{
    accepted += other.accepted;
    superseded += other.superseded;
    conflict += other.conflict;
    refused += other.refused;
    return *this;
}

ReceiptCounts ReceiptContent::counts() const
{
    ReceiptCounts sum;
    for (const ReceiptCounts& table : tables)
        sum += table;
    return sum;
}

QString receiptFileName(const QString& package)
{
    return package + u".receipt.zip.age"_s;
}

void appendOutcome(std::string& out, const ReceiptOutcome& outcome)
{
    appendCsvCell(out, outcome.table.toUtf8());
    out.push_back(',');
    appendCsvNumber(out, outcome.record);
    out.push_back(',');
    appendCsvNumber(out, outcome.revision);
    for (const QString* text : {&outcome.outcome, &outcome.code, &outcome.text}) {
        out.push_back(',');
        appendCsvCell(out, text->toUtf8());
    }
    out.append("\r\n");
}

std::optional<ReceiptOutcome> outcomeFrom(const std::vector<QByteArrayView>& cells)
{
    ReceiptOutcome outcome;
    ReceiptCounts known;
    if (cells.size() != 6 || cells[0].isEmpty() || cells[0].size() > 60
        || !receipt_text::numberFrom(cells[1], outcome.record) || !receipt_text::numberFrom(cells[2], outcome.revision)
        || !known.count(cells[3]))
        return std::nullopt;
    outcome.table = QString::fromUtf8(cells[0]);
    outcome.outcome = QString::fromUtf8(cells[3]);
    outcome.code = QString::fromUtf8(cells[4]);
    outcome.text = QString::fromUtf8(cells[5]);
    return outcome;
}

QByteArray receiptDescriptor(const ReceiptContent& content)
{
    using receipt_text::resourceJson;
    const QJsonArray resources {
        resourceJson("outcome", "每条记录的处理结果", "Outcome of each record",
                     {{"table", "string", "数据表", "Table"},
                      {"record_id", "id", "记录编号", "Number"},
                      {"revision", "integer", "版次", "Revision"},
                      {"outcome", "string", "结果", "Outcome", true, "accepted superseded conflict refused"},
                      {"code", "string", "原因代码", "Code", false},
                      {"text", "string", "说明", "Words", false}},
                     content.counts().rows()),
        resourceJson("decision", "对申领的决定", "Decisions about claims",
                     {{"claim_id", "id", "申领编号", "Claim"},
                      {"revision", "integer", "版次", "Revision"},
                      {"decision", "string", "决定", "Decision", true, "accepted returned"},
                      {"reason", "string", "理由", "Reason", false},
                      {"decided_at", "datetime", "决定时间", "Decided at"},
                      {"claim_digest", "string", "申领摘要", "Digest of the claim", false},
                      {"signed_at", "datetime", "签字时间", "Signed at", false}},
                     qint64(content.decisions.size()))};
    const QJsonObject json {{u"profile"_s, u"tabular-data-package"_s},
                            {u"name"_s, content.head.package.toLower() + u".receipt"_s},
                            {u"title"_s, u"%1 → %2"_s.arg(content.head.district, content.head.package)},
                            {u"created"_s, momentText(content.head.writtenAt)},
                            {u"resources"_s, resources}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray receiptJson(const ReceiptContent& content)
{
    QJsonObject tables;
    for (auto it = content.tables.constBegin(); it != content.tables.constEnd(); ++it) {
        QJsonObject counts = receipt_text::countsJson(*it);
        counts.insert(u"rows"_s, it->rows());
        tables.insert(it.key(), counts);
    }
    return QJsonDocument(QJsonObject {{u"format"_s, 1},
                                      {u"package"_s, content.head.package},
                                      {u"sha256"_s, content.head.packageSha256},
                                      {u"status"_s, content.head.status},
                                      {u"written_at"_s, momentText(content.head.writtenAt)},
                                      {u"counts"_s, receipt_text::countsJson(content.counts())},
                                      {u"tables"_s, tables},
                                      {u"problems"_s, content.head.problems}})
        .toJson(QJsonDocument::Indented);
}

} // namespace songhe
