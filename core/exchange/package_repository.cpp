// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_repository.h"

#include "core/exchange/csv_text.h"

#include <QtCore/QJsonDocument>

#include <sodium.h>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_rows {

constexpr std::size_t pieceSize = 256 * 1024;

struct Query {
    QString where;
    std::vector<Value> values;
};

/// Ids of a family that changed since the acknowledged head.
QString changed(const char* family)
{
    return u"id IN (SELECT record_id FROM audit WHERE number > ?1 AND family = '%1')"_s.arg(QLatin1String(family));
}

QString claimsOfSpan()
{
    return u"(from_on <= ?3 AND to_on >= ?2 OR "_s + changed("claim") + u')';
}

/// Those of the span, the ones whose lines they correct, the ones whose lines those correct, and so on.
QString claimsChosen()
{
    return u"id IN (WITH RECURSIVE chosen (id) AS (SELECT id FROM claim WHERE "_s + claimsOfSpan()
        + u" UNION SELECT old.claim_id FROM chosen JOIN claim_line new ON new.claim_id = chosen.id "
          "JOIN claim_line old ON old.id = new.corrects_id) SELECT id FROM chosen)"_s;
}

/// Lines of an earlier revision of a draft are history that nobody saw, unless a package took them along.
QString linesAlive()
{
    return u"(voided_at IS NULL OR recorded_at <= ?4)"_s;
}

QString linesChosen()
{
    return u"claim_id IN (SELECT id FROM claim WHERE "_s + claimsChosen() + u") AND "_s + linesAlive();
}

QString mealsChosen()
{
    return u"(served_on BETWEEN ?2 AND ?3 OR "_s + changed("meal")
        + u" OR id IN (SELECT meal_id FROM claim_line WHERE "_s + linesChosen() + u"))"_s;
}

/// Those of a family that chosen claims are about.
QString claimedOf(const QString& family)
{
    return u"id IN (SELECT record_id FROM claim_line WHERE about = '%1' AND "_s.arg(family) + linesChosen() + u')';
}

/// Families whose records hold from a first to a last day.
const QStringList& spanFamilies()
{
    static const QStringList families {u"absence"_s, u"bed_stay"_s, u"home_care_bed"_s, u"device_loan"_s};
    return families;
}

QString spanChosen(const QString& family)
{
    return u"(from_on <= ?3 AND coalesce(to_on, ?3) >= ?2 OR "_s + changed(family.toLatin1().constData()) + u" OR "_s
        + claimedOf(family) + u')';
}

/// Families whose records are of one day, and the column that says which.
struct DayFamily {
    const char* family;
    const char* column;
};
constexpr DayFamily dayFamilies[] = {
    {"booking", "booked_on"},    {"attendance", "attended_on"},  {"visit", "visited_on"},
    {"incident", "happened_on"}, {"measurement", "measured_on"},
};

QString dayChosen(const DayFamily& of)
{
    return u"(%1 BETWEEN ?2 AND ?3 OR "_s.arg(QLatin1String(of.column)) + changed(of.family) + u')';
}

/// Of attendance also the months that the lines of chosen claims are about.
QString attendanceChosen(const DayFamily& of)
{
    return u'(' + dayChosen(of)
        + u" OR id IN (SELECT a.id FROM (SELECT DISTINCT elder_id, served_on FROM claim_line WHERE about IN "
          u"('bed_stay', "
          "'home_care_bed', 'service') AND "_s
        + linesChosen()
        + u") l JOIN attendance a ON a.elder_id = l.elder_id AND a.attended_on BETWEEN date(l.served_on, 'start of "
          "month') AND date(l.served_on, 'start of month', '+1 month', '-1 day')))"_s;
}

const DayFamily* dayFamily(const QString& family)
{
    for (const DayFamily& each : dayFamilies)
        if (family == QLatin1String(each.family))
            return &each;
    return nullptr;
}

/// Those of the span, what bookings became and slips were printed of, and the first ones of groups.
QString servicesChosen()
{
    const QString own = u"served_on BETWEEN ?2 AND ?3 OR "_s + changed("service") + u" OR "_s + claimedOf(u"service"_s)
        + u" OR id IN (SELECT service_id FROM slip_print WHERE "_s + changed("slip_print")
        + u") OR id IN (SELECT service_id FROM booking WHERE "_s + dayChosen(*dayFamily(u"booking"_s)) + u')';
    return u'(' + own + u" OR id IN (SELECT group_id FROM service WHERE "_s + own + u"))"_s;
}

/// Families of an elder whose whole histories travel with her, like facts.
const QStringList& planFamilies()
{
    static const QStringList families {u"agreement"_s, u"plan_item"_s};
    return families;
}

/// Facilities, what belongs to them, staff, devices and how often elders are visited travel whole: they are few, and
/// records of any year may ask for them.
QString eldersOfCare()
{
    QString ids = u" OR id IN (SELECT elder_id FROM visit_tier)"_s;
    ids += u" OR id IN (SELECT elder_id FROM service WHERE "_s + servicesChosen() + u')';
    for (const DayFamily& each : dayFamilies)
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE %2)"_s.arg(QLatin1String(each.family), dayChosen(each));
    for (const QString& family : planFamilies())
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE from_on <= ?3 AND coalesce(to_on, ?3) >= ?2 OR %2)"_s.arg(
            family, changed(family.toLatin1().constData()));
    for (const QString& family : spanFamilies())
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE %2)"_s.arg(family, spanChosen(family));
    return ids;
}

QString eldersChosen()
{
    return u"("_s + changed("elder") + u" OR id IN (SELECT elder_id FROM meal WHERE "_s + mealsChosen()
        + u") OR id IN (SELECT elder_id FROM fact WHERE "_s + changed("fact")
        + u") OR id IN (SELECT elder_id FROM assessment WHERE assessed_on BETWEEN ?2 AND ?3 OR "_s
        + changed("assessment") + u") OR id IN (SELECT elder_id FROM assessment_keying WHERE "_s
        + changed("assessment_keying") + u")"_s + eldersOfCare() + u")"_s;
}

/// The quarter's records, what changed since the acknowledged head, and all that these refer to.
Query queryFor(const QString& family, const PackageScope& scope)
{
    QString where = u"WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 = ?3 AND ?4 = ?4"_s; // each takes the same four values
    const bool all = scope.sinceAudit == 0;
    if (family == u"claim_line")
        where += u" AND "_s + (all ? linesAlive() : linesChosen());
    else if (family.startsWith(u"claim_"))
        where += all ? QString() : u" AND claim_id IN (SELECT id FROM claim WHERE "_s + claimsChosen() + u')';
    else if (family == u"meal" && !all)
        where += u" AND "_s + mealsChosen();
    else if (spanFamilies().contains(family) && !all)
        where += u" AND "_s + spanChosen(family);
    else if (family == u"service" && !all)
        where += u" AND "_s + servicesChosen();
    else if (family == u"slip_print" && !all)
        where += u" AND service_id IN (SELECT id FROM service WHERE "_s + servicesChosen() + u')';
    else if (const DayFamily* ofDay = dayFamily(family); ofDay && !all)
        where += u" AND "_s + (family == u"attendance" ? attendanceChosen(*ofDay) : dayChosen(*ofDay));
    else if (family == u"claim" && !all)
        where += u" AND "_s + claimsChosen();
    else if (family == u"elder" && !all)
        where += u" AND "_s + eldersChosen();
    else if (family == u"fact" && !all)
        where += u" AND ("_s + changed("fact") + u" OR elder_id IN (SELECT id FROM elder WHERE "_s + eldersChosen()
            + u"))"_s;
    // Whole histories, like the facts: a level of long ago may still decide, and a keying shows what it was proved by.
    else if ((planFamilies().contains(family) || family == u"assessment" || family == u"assessment_keying") && !all)
        where += u" AND elder_id IN (SELECT id FROM elder WHERE "_s + eldersChosen() + u')';
    const QString until = scope.deliveredUntil.isValid() ? momentText(scope.deliveredUntil) : u""_s;
    return {where + u" ORDER BY id"_s,
            {Value(scope.sinceAudit), Value(scope.quarter.first()), Value(scope.quarter.last()), Value(until)}};
}

/// Turns stored rows into CSV. Clear columns go over as bytes; only envelopes are opened.
class RowWriter {
public:
    RowWriter(Ledger& ledger, const PackageTable& table)
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

    void heading(std::string& out) const
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (i > 0)
                out.push_back(',');
            out.append(m_table.columns[i].options.key);
        }
        out.append("\r\n");
    }

    Result<void> row(std::string& out, const Rows& row) const
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
                clearCell(out, field.kind, row, column);
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

private:
    static void clearCell(std::string& out, FieldKind kind, const Rows& row, int column)
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

    Result<QJsonObject> open(const Rows& row) const
    {
        const int person = m_table.shape.personField;
        const qint64 personId = person >= 0 ? row.integer(m_columns[std::size_t(person)]) : 0;
        ASSIGN_OR_RETURN(
            QByteArray plain,
            m_ledger.sealer.open({{m_personFamily, personId}, m_family, row.integer(0), int(row.integer(m_sealed + 1))},
                                 row.blob(m_sealed)));
        const QJsonObject opened = QJsonDocument::fromJson(plain).object();
        sodium_memzero(plain.data(), std::size_t(plain.size()));
        return opened;
    }

    Ledger& m_ledger;
    const PackageTable& m_table;
    int m_fields;
    int m_sealed = 0;
    std::vector<int> m_columns; ///< of each field in the statement; -1: in the envelope
    QString m_family;
    QString m_personFamily;
};

/// How far the whole is, only the writer knows; here it is asked whether to stop.
Result<void> mayGoOn(Progress& progress)
{
    return progress.stopped() ? progress.step(0, 1) : Result<void>();
}

/// Hands on what has gathered and starts a new piece.
Result<void> flush(std::string& out, const CsvSink& sink)
{
    RETURN_IF_ERROR(sink(QByteArray(out.data(), qsizetype(out.size()))));
    out.clear();
    return {};
}

} // namespace package_rows

Result<std::unique_ptr<ReadSnapshot>> ReadSnapshot::begin(Store& store)
{
    RETURN_IF_ERROR(store.execute(u"BEGIN"_s)); // the first read fixes what is seen
    return std::unique_ptr<ReadSnapshot>(new ReadSnapshot(store));
}

ReadSnapshot::~ReadSnapshot()
{
    // Nothing was written: there is nothing that could be lost here.
    static_cast<void>(m_store.execute(u"ROLLBACK"_s));
}

Result<std::vector<Package>> PackageRepository::list()
{
    return m_packages.list(u"WHERE voided_at IS NULL ORDER BY sequence DESC, id DESC"_s);
}

Result<std::optional<Package>> PackageRepository::newest()
{
    ASSIGN_OR_RETURN(const std::vector<Package> found, m_packages.list(u"ORDER BY sequence DESC, id DESC LIMIT 1"_s));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<int> PackageRepository::nextSequence()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT max(coalesce((SELECT max(sequence) FROM package), 0), "
                                        "coalesce((SELECT CAST(value AS INTEGER) FROM setting "
                                        "WHERE key = 'package.sequence_floor'), 0))"_s));
    const int highest = rows.next() ? int(rows.integer(0)) : 0;
    RETURN_IF_ERROR(rows.failed());
    return highest + 1;
}

Result<void> PackageRepository::raiseFloor(int sequence)
{
    ASSIGN_OR_RETURN(const qint64 done,
                     m_ledger.store.execute(
                         u"INSERT INTO setting (key, value) VALUES ('package.sequence_floor', ?1) "
                         "ON CONFLICT (key) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(?1 AS INTEGER))"_s,
                         {Value(QString::number(sequence))}));
    Q_UNUSED(done);
    return {};
}

Result<std::optional<Package>> PackageRepository::newestOf(Quarter quarter)
{
    ASSIGN_OR_RETURN(const std::vector<Package> found,
                     m_packages.list(u"WHERE quarter = ? ORDER BY sequence DESC, id DESC LIMIT 1"_s, {quarter.text()}));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<std::optional<Package>> PackageRepository::newestAcknowledged()
{
    ASSIGN_OR_RETURN(const std::vector<Package> found,
                     m_packages.list(u"WHERE acknowledged_at IS NOT NULL AND audit_number > 0 "
                                     "ORDER BY audit_number DESC LIMIT 1"_s));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<qint64> PackageRepository::writeRows(const PackageTable& table, const PackageScope& scope, const CsvSink& sink,
                                            Progress& progress)
{
    const package_rows::RowWriter writer(m_ledger, table);
    const package_rows::Query query = package_rows::queryFor(table.name(), scope);
    std::string out;
    writer.heading(out);
    qint64 count = 0;
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(table.shape.selectSql + u' ' + query.where, query.values));
    while (rows.next()) {
        RETURN_IF_ERROR(writer.row(out, rows));
        ++count;
        if (out.size() >= package_rows::pieceSize) {
            RETURN_IF_ERROR(package_rows::mayGoOn(progress));
            RETURN_IF_ERROR(package_rows::flush(out, sink));
        }
    }
    RETURN_IF_ERROR(rows.failed());
    RETURN_IF_ERROR(package_rows::flush(out, sink));
    return count;
}

Result<std::optional<QByteArray>> PackageRepository::rowText(const PackageTable& table, qint64 id)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(table.shape.selectSql + u" WHERE id = ?"_s, {Value(id)}));
    std::optional<QByteArray> found;
    if (rows.next()) {
        std::string out;
        RETURN_IF_ERROR(package_rows::RowWriter(m_ledger, table).row(out, rows));
        found = QByteArray::fromStdString(out);
    }
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<qint64> PackageRepository::writeAudit(qint64 since, const CsvSink& sink, Progress& progress)
{
    std::string out = "number,content_digest,chain_digest\r\n";
    qint64 count = 0;
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT number, content_digest, chain_digest FROM audit WHERE number > ? ORDER BY number"_s,
                           {Value(since)}));
    while (rows.next()) {
        appendCsvNumber(out, rows.integer(0));
        for (int column = 1; column <= 2; ++column) {
            static constexpr char digits[] = "0123456789abcdef";
            out.push_back(',');
            for (const char c : rows.bytesView(column)) {
                out.push_back(digits[uchar(c) >> 4]);
                out.push_back(digits[uchar(c) & 15]);
            }
        }
        out.append("\r\n");
        ++count;
        if (out.size() >= package_rows::pieceSize) {
            RETURN_IF_ERROR(package_rows::mayGoOn(progress));
            RETURN_IF_ERROR(package_rows::flush(out, sink));
        }
    }
    RETURN_IF_ERROR(rows.failed());
    RETURN_IF_ERROR(package_rows::flush(out, sink));
    return count;
}

Result<AuditHead> PackageRepository::auditHead()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT number, chain_digest FROM audit ORDER BY number DESC LIMIT 1"_s));
    AuditHead head;
    if (rows.next())
        head = {rows.integer(0), rows.blob(1)};
    RETURN_IF_ERROR(rows.failed());
    return head;
}

Result<QByteArray> PackageRepository::auditDigestAt(qint64 number)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT chain_digest FROM audit WHERE number = ?"_s, {Value(number)}));
    const QByteArray digest = rows.next() ? rows.blob(0) : AuditHead().digest;
    RETURN_IF_ERROR(rows.failed());
    return digest;
}

Result<QStringList> PackageRepository::lineages()
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(u"SELECT uuid, began FROM lineage ORDER BY began"_s));
    QStringList all;
    while (rows.next())
        all << rows.text(0) + u'@' + QString::number(rows.integer(1));
    RETURN_IF_ERROR(rows.failed());
    return all;
}

} // namespace songhe
