// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/finding_repository.h"

#include "core/district/finding_rows.h"
#include "core/district/record_tables_repository.h"
#include "core/exchange/package.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMap>
#include <QtCore/QSet>

#include <map>

namespace songhe {

using namespace Qt::StringLiterals;

namespace finding_rows {

/// A row of no code says that the others are of yesterday. It goes away with them.
const QString expiredCode = QStringLiteral("");

/// `3`, or `3–12`
QString span(int first, int last)
{
    const QString from = QString::number(first);
    return first == last ? from : from + u'–' + QString::number(last);
}

} // namespace finding_rows

Result<std::vector<Finding>> FindingRepository::list()
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(u"SELECT code, body, place FROM finding WHERE code <> ?"_s, {Value(finding_rows::expiredCode)}));
    // Sorted here: databases differ in how they order text.
    std::map<std::pair<QString, QString>, Finding> sorted;
    while (rows->next()) {
        const QString code = rows->text(0);
        sorted.emplace(std::pair(code, rows->text(2)),
                       Finding::fromBody(code, QJsonDocument::fromJson(rows->text(1).toUtf8()).object()));
    }
    RETURN_IF_ERROR(rows->failed());
    std::vector<Finding> found;
    for (auto& [place, finding] : sorted)
        found.push_back(std::move(finding));
    return found;
}

Result<void> FindingRepository::expire()
{
    RETURN_IF_ERROR(
        m_store.execute(u"INSERT INTO finding (code, place, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                        {Value(finding_rows::expiredCode), Value(QStringLiteral("")), Value(QStringLiteral("{}"))}));
    return {};
}

Result<bool> FindingRepository::expired()
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT 1 FROM finding WHERE code = ?"_s, {Value(finding_rows::expiredCode)}));
    const bool found = rows->next();
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<void> FindingRepository::add(Finding finding)
{
    std::sort(finding.records.begin(), finding.records.end());
    finding.centres.sort();
    RETURN_IF_ERROR(
        m_store.execute(u"INSERT INTO finding (code, place, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                        {Value(finding.code), Value(finding.place()),
                         Value(QString::fromUtf8(QJsonDocument(finding.body()).toJson(QJsonDocument::Compact)))}));
    return {};
}

Result<void> FindingRepository::prepare()
{
    m_codes.clear();
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, DistrictRepository(m_store).centres());
    for (const TrustedCentre& centre : centres)
        m_codes.insert(centre.number, centre.code);
    RETURN_IF_ERROR(m_store.define(
        u"CREATE TEMP TABLE IF NOT EXISTS shared_person (centre INTEGER NOT NULL, id INTEGER NOT NULL, person BLOB, "
        "PRIMARY KEY (centre, id)) STRICT, WITHOUT ROWID;"_s));
    RETURN_IF_ERROR(m_store.define(
        u"CREATE TEMP TABLE IF NOT EXISTS dead_person (centre INTEGER NOT NULL, id INTEGER NOT NULL, died TEXT, "
        "PRIMARY KEY (centre, id)) STRICT, WITHOUT ROWID;"_s));
    RETURN_IF_ERROR(m_store.execute(u"DELETE FROM shared_person"_s));
    RETURN_IF_ERROR(m_store.execute(u"DELETE FROM dead_person"_s));
    RETURN_IF_ERROR(m_store.execute(u"DELETE FROM finding"_s));
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO shared_person (centre, id, person) SELECT centre, id, number_digest FROM elder "
        "WHERE voided_at IS NULL AND number_digest IN (SELECT number_digest FROM elder WHERE voided_at IS NULL "
        "AND number_digest IS NOT NULL GROUP BY number_digest HAVING count(DISTINCT centre) > 1)"_s));
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO dead_person (centre, id, died) SELECT centre, id, min(died) FROM ("
        "SELECT centre, id, died FROM elder WHERE died IS NOT NULL AND voided_at IS NULL UNION ALL "
        "SELECT e.centre, e.id, x.died FROM elder e JOIN (SELECT number_digest, min(died) AS died FROM elder "
        "WHERE died IS NOT NULL AND voided_at IS NULL AND number_digest IS NOT NULL GROUP BY number_digest) x "
        "ON x.number_digest = e.number_digest WHERE e.voided_at IS NULL) u GROUP BY centre, id"_s));
    return {};
}

Result<void> FindingRepository::lookAnew(Progress& progress)
{
    using Look = Result<void> (FindingRepository::*)();
    static constexpr Look looks[] = {&FindingRepository::prepare,         &FindingRepository::samePersons,
                                     &FindingRepository::probablePersons, &FindingRepository::doubleMeals,
                                     &FindingRepository::overlappingBeds, &FindingRepository::claimsAfterDeath,
                                     &FindingRepository::claimedTwice,    &FindingRepository::claimedAtTwoCentres,
                                     &FindingRepository::rulesOutOfForce, &FindingRepository::conflicts,
                                     &FindingRepository::sequences};
    for (const Look look : looks) {
        if (progress.stopped())
            RETURN_IF_ERROR(progress.step(0, 1));
        RETURN_IF_ERROR((this->*look)());
    }
    return {};
}

Result<void> FindingRepository::samePersons()
{
    std::vector<finding_rows::Group> groups;
    {
        ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                         m_store.run(u"SELECT person, centre, id FROM shared_person ORDER BY person, centre, id"_s));
        while (rows->next()) {
            if (const QByteArray person = rows->blob(0); groups.empty() || groups.back().person != person)
                groups.push_back({person, {}, {}, {}});
            groups.back().take(code(rows->integer(1)), u"elder"_s, rows->integer(2));
        }
        RETURN_IF_ERROR(rows->failed());
    }
    for (finding_rows::Group& group : groups)
        RETURN_IF_ERROR(add({u"same_person"_s, group.centres, std::move(group.records), {}}));
    return {};
}

Result<void> FindingRepository::probablePersons()
{
    std::vector<finding_rows::Group> groups;
    QSet<QByteArray> open; // of whom a number is missing somewhere
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT person_digest, centre, id, number_digest FROM elder WHERE voided_at IS NULL "
                        "AND person_digest IN (SELECT person_digest FROM elder WHERE voided_at IS NULL "
                        "AND person_digest IS NOT NULL GROUP BY person_digest HAVING count(DISTINCT centre) > 1) "
                        "ORDER BY person_digest, centre, id"_s));
        while (rows->next()) {
            if (const QByteArray person = rows->blob(0); groups.empty() || groups.back().person != person)
                groups.push_back({person, {}, {}, {}});
            groups.back().take(code(rows->integer(1)), u"elder"_s, rows->integer(2));
            if (rows->isNull(3))
                open.insert(groups.back().person);
        }
        RETURN_IF_ERROR(rows->failed());
    }
    for (finding_rows::Group& group : groups)
        if (open.contains(group.person))
            RETURN_IF_ERROR(add({u"same_person"_s, group.centres, std::move(group.records), {u"probable"_s}}));
    return {};
}

Result<void> FindingRepository::doubleMeals()
{
    std::vector<finding_rows::Group> groups;
    {
        // The few shared persons are looked up while the meals pass; CROSS JOIN keeps SQLite from turning it round.
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT s.person, m.served_on, m.centre, m.id FROM meal m CROSS JOIN shared_person s "
                        "WHERE s.centre = m.centre AND s.id = m.elder_id AND m.voided_at IS NULL "
                        "ORDER BY s.person, m.served_on, m.centre, m.id"_s));
        const auto close = [&groups] {
            if (!groups.empty() && groups.back().centres.size() < 2)
                groups.pop_back();
        };
        while (rows->next()) {
            const QByteArray person = rows->blob(0);
            const QString day = rows->text(1);
            if (groups.empty() || groups.back().person != person || groups.back().key != day) {
                close();
                groups.push_back({person, day, {}, {}});
            }
            groups.back().take(code(rows->integer(2)), u"meal"_s, rows->integer(3));
        }
        close();
        RETURN_IF_ERROR(rows->failed());
    }
    for (finding_rows::Group& group : groups)
        RETURN_IF_ERROR(add({u"double_meal"_s, group.centres, std::move(group.records), {group.key}}));
    return {};
}

Result<void> FindingRepository::overlappingBeds()
{
    struct Stay {
        QByteArray person;
        QString from;
        QString to; ///< of an open end: after every day
        FoundRecord record;
    };
    std::vector<Stay> stays;
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(
                u"SELECT s.person, b.from_on, coalesce(b.to_on, '9999-12-31'), b.kind, b.centre, b.id FROM ("
                "SELECT 'bed_stay' AS kind, centre, id, elder_id, from_on, to_on FROM bed_stay "
                "WHERE voided_at IS NULL UNION ALL "
                "SELECT 'home_care_bed', centre, id, elder_id, from_on, to_on FROM home_care_bed "
                "WHERE voided_at IS NULL) b CROSS JOIN shared_person s "
                "WHERE s.centre = b.centre AND s.id = b.elder_id ORDER BY s.person, b.from_on, b.centre, b.id"_s));
        while (rows->next())
            stays.push_back({rows->blob(0),
                             rows->text(1),
                             rows->text(2),
                             {code(rows->integer(4)), rows->text(3), rows->integer(5)}});
        RETURN_IF_ERROR(rows->failed());
    }
    for (std::size_t i = 0; i < stays.size(); ++i)
        for (std::size_t j = i + 1; j < stays.size() && stays[j].person == stays[i].person; ++j)
            if (stays[j].from <= stays[i].to && stays[j].record.centre != stays[i].record.centre)
                RETURN_IF_ERROR(add({u"overlapping_bed"_s,
                                     {stays[i].record.centre, stays[j].record.centre},
                                     {stays[i].record, stays[j].record},
                                     {stays[j].from}}));
    return {};
}

Result<void> FindingRepository::conflicts()
{
    for (const RecordTableShape& shape : recordTables()) {
        std::vector<FoundRecord> found;
        {
            ASSIGN_OR_RETURN(
                const DistrictStore::Answer rows,
                m_store.run(
                    u"SELECT DISTINCT r.centre, r.id FROM %1_history h CROSS JOIN %1 r WHERE r.centre = h.centre "
                    "AND r.id = h.id AND r.row_lineage = h.row_lineage AND r.revision = h.revision"_s.arg(shape.name)));
            while (rows->next())
                found.push_back({code(rows->integer(0)), shape.name, rows->integer(1)});
            RETURN_IF_ERROR(rows->failed());
        }
        for (const FoundRecord& record : found)
            RETURN_IF_ERROR(add({u"conflict"_s, {record.centre}, {record}, {shape.name}}));
    }
    return {};
}

Result<void> FindingRepository::sequences()
{
    DistrictRepository districts(m_store);
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> packages, districts.packages());
    QMap<qint64, std::vector<const MergedPackage*>> byCentre;
    for (const MergedPackage& package : packages)
        byCentre[package.centre].push_back(&package);
    for (auto it = byCentre.constBegin(); it != byCentre.constEnd(); ++it) {
        ASSIGN_OR_RETURN(const auto lineages, districts.lineages(it.key()));
        const QString centre = code(it.key());
        QMap<int, int> numbers;
        for (const MergedPackage* package : it.value()) {
            ++numbers[package->sequence];
            if (package->contradicts)
                RETURN_IF_ERROR(add({u"chain_broken"_s, {centre}, {}, {package->name}}));
        }
        int before = 0;
        for (const int number : numbers.keys()) {
            if (const int last = number - 1; last > before)
                RETURN_IF_ERROR(add({u"sequence_gap"_s, {centre}, {}, {finding_rows::span(before + 1, last)}}));
            before = number;
        }
        for (auto number = numbers.constBegin(); number != numbers.constEnd(); ++number)
            if (number.value() > 1)
                RETURN_IF_ERROR(add({u"sequence_rewound"_s, {centre}, {}, {QString::number(number.key())}}));
        for (auto lineage = lineages.constBegin(); lineage != lineages.constEnd(); ++lineage)
            if (lineage.value() > 0)
                RETURN_IF_ERROR(add(
                    {u"restored"_s,
                     {centre},
                     {},
                     {Clock::dayOf(QDateTime::fromMSecsSinceEpoch(lineage.value(), Qt::UTC)).toString(Qt::ISODate)}}));
    }
    return notDelivered(packages);
}

Result<void> FindingRepository::notDelivered(const std::vector<MergedPackage>& packages)
{
    if (packages.empty())
        return {};
    QMap<qint64, QSet<QString>> delivered;
    QSet<QString> all;
    for (const MergedPackage& package : packages) {
        delivered[package.centre].insert(package.quarter);
        all.insert(package.quarter);
    }
    QStringList quarters(all.begin(), all.end());
    quarters.sort();
    for (auto it = m_codes.constBegin(); it != m_codes.constEnd(); ++it) {
        const QSet<QString> own = delivered.value(it.key());
        // Of a centre that never delivered, the newest quarter is asked for; of others, all since their first.
        QStringList due {quarters.last()};
        if (!own.isEmpty())
            due = quarters.mid(quarters.indexOf(*std::min_element(own.begin(), own.end())));
        for (const QString& quarter : std::as_const(due))
            if (!own.contains(quarter))
                RETURN_IF_ERROR(add({u"not_delivered"_s, {it.value()}, {}, {quarter}}));
    }
    return {};
}

} // namespace songhe
