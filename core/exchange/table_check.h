// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag.h"
#include "core/exchange/csv_text.h"
#include "core/records/schema.h"

#include <QtCore/QRegularExpression>

#include <memory>
#include <unordered_set>

namespace songhe {

/// Checks the rows of one CSV against its Frictionless schema, while the bytes pass: heading, types, constraints, the
/// primary key. What its rows point at is gathered and judged when all tables were read.
class TableCheck {
public:
    /// Nothing if the resource's description is not one we can check; the problem is added to `problems`.
    static std::unique_ptr<TableCheck> make(const QJsonObject& resource, std::vector<BagProblem>& problems);

    void feed(QByteArrayView bytes);
    void finish();

    /// Sees every row with the right number of cells after it was checked, in the order of `columns()`.
    using RowSink = std::function<Result<void>(const std::vector<QByteArrayView>& cells)>;
    void setSink(RowSink sink) { m_sink = std::move(sink); }
    [[nodiscard]] std::vector<QByteArray> columns() const;
    /// Why the sink took no more.
    [[nodiscard]] const std::optional<Error>& sinkError() const { return m_sinkError; }

    struct Reference {
        QString field;
        QString table;
        std::unordered_set<qint64> ids;
    };

    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const std::unordered_set<qint64>& keys() const { return m_keys; }
    [[nodiscard]] const std::vector<Reference>& references() const { return m_references; }
    [[nodiscard]] std::optional<qint64> statedRows() const { return m_statedRows; }

private:
    enum class Type { String, Integer, Boolean, Date, DateTime, Json };
    struct Column {
        QByteArray name;
        Type type = Type::String;
        bool required = false;
        int maxLength = 0;
        bool isMoney = false; ///< whole fen, within what a centre can be paid
        bool isId = false;    ///< a pattern of digits: compared as a number
        std::unordered_set<std::string> choices;
        QRegularExpression pattern;
        int reference = -1;
    };

    TableCheck(std::vector<BagProblem>& problems)
        : m_problems(problems)
    { }
    bool readSchema(const QJsonObject& resource);
    bool readField(const QJsonObject& field);
    [[nodiscard]] bool namesAreSound() const;
    [[nodiscard]] bool agreesWithWhatIsKnown();
    [[nodiscard]] static Type typeOf(FieldKind kind);
    [[nodiscard]] static bool isIdKind(FieldKind kind);
    void row(const std::vector<QByteArrayView>& cells);
    void cell(Column& column, QByteArrayView cell);
    [[nodiscard]] static bool fits(const Column& column, QByteArrayView cell);
    void problem(const char* code, const QString& text);

    std::vector<BagProblem>& m_problems;
    QString m_name;
    QString m_path;
    std::vector<Column> m_columns;
    std::vector<Reference> m_references;
    int m_key = -1;
    std::unordered_set<qint64> m_keys;
    std::optional<qint64> m_statedRows;
    qint64 m_rows = -1; ///< the heading is not counted
    qint64 m_told = 0;  ///< problems of this table; only the first are listed
    bool m_broken = false;
    RowSink m_sink;
    std::optional<Error> m_sinkError;
    CsvScanner m_scanner;
};

/// Follows `audit.csv`: numbers without a gap, each chain digest made of the one before.
class AuditCheck {
public:
    AuditCheck(qint64 since, QByteArray digest)
        : m_number(since)
        , m_digest(std::move(digest))
    { }
    void feed(QByteArrayView bytes);
    /// Sees every entry that continues the chain.
    using LinkSink = std::function<void(qint64 number, const QByteArray& chainDigest)>;
    void setSink(LinkSink sink) { m_sink = std::move(sink); }
    [[nodiscard]] bool holds(qint64 number, const QByteArray& digest) const
    {
        return !m_broken && m_number == number && m_digest == digest;
    }

private:
    bool row(const std::vector<QByteArrayView>& cells);

    qint64 m_number;
    QByteArray m_digest;
    LinkSink m_sink;
    bool m_broken = false;
    bool m_heading = true;
    CsvScanner m_scanner;
};

} // namespace songhe
