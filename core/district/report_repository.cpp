// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/report_repository.h"

#include "core/district/record_tables_repository.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

namespace songhe {

using namespace Qt::StringLiterals;

Result<QJsonObject> ReportRepository::report()
{
    DistrictRepository districts(m_store);
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, districts.centres());
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> packages, districts.packages());
    QHash<qint64, QString> codes;
    for (const TrustedCentre& centre : centres)
        codes.insert(centre.number, centre.code);
    QJsonObject tables;
    QHash<qint64, qint64> records;
    for (const RecordTableShape& shape : recordTables()) {
        QJsonObject counts;
        qint64 total = 0;
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT centre, count(*) FROM %1 GROUP BY centre ORDER BY centre"_s.arg(shape.name)));
        while (rows->next()) {
            counts.insert(codes.value(rows->integer(0)), rows->integer(1));
            records[rows->integer(0)] += rows->integer(1);
            total += rows->integer(1);
        }
        RETURN_IF_ERROR(rows->failed());
        counts.insert(u"total"_s, total);
        tables.insert(shape.name, counts);
    }
    QJsonArray list;
    for (const TrustedCentre& centre : centres) {
        int count = 0;
        QString newest;
        for (const MergedPackage& package : packages)
            if (package.centre == centre.number) {
                ++count;
                newest = qMax(newest, package.quarter);
            }
        list << QJsonObject {{u"code"_s, centre.code},
                             {u"name"_s, centre.name},
                             {u"packages"_s, count},
                             {u"newest_quarter"_s, newest},
                             {u"records"_s, records.value(centre.number)}};
    }
    return QJsonObject {{u"centres"_s, list}, {u"tables"_s, tables}};
}

Result<std::vector<ClaimOverview>> ReportRepository::allClaims()
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(
            u"SELECT z.code, coalesce(z.name, ''), c.id, c.policy, c.period, c.state, c.paid_fen, c.paid_count, "
            "c.draft_policy, c.signed_at, d.accepted, d.sealed_reason, d.decided_at, c.digest FROM claim c "
            "JOIN centre z ON z.number = c.centre LEFT JOIN decision d ON d.centre = c.centre "
            "AND d.claim = c.id AND d.decided_at = (SELECT max(x.decided_at) FROM decision x "
            "WHERE x.centre = c.centre AND x.claim = c.id AND (x.claim_digest = c.digest AND "
            "x.signed_at = c.signed_at OR x.signed_at IS NULL AND x.revision = c.revision)) "
            "WHERE c.voided_at IS NULL "
            "ORDER BY z.code, c.from_on, c.policy, c.id"_s));
    std::vector<ClaimOverview> found;
    while (rows->next()) {
        ClaimOverview claim;
        claim.centre = rows->text(0);
        claim.centreName = rows->text(1);
        claim.id = rows->integer(2);
        claim.policy = rows->text(3);
        claim.period = rows->text(4);
        claim.state = rows->text(5);
        claim.amount = Fen {rows->integer(6)};
        claim.paidCount = rows->integer(7);
        claim.draftPolicy = rows->integer(8) != 0;
        claim.isSigned = !rows->isNull(9);
        if (!rows->isNull(10))
            claim.accepted = rows->integer(10) != 0;
        claim.sealedReason = rows->blob(11);
        claim.decidedAt = Value(rows->text(12)).moment();
        claim.digest = rows->text(13);
        found.push_back(std::move(claim));
    }
    RETURN_IF_ERROR(rows->failed());
    // Databases differ in how they order text.
    std::stable_sort(found.begin(), found.end(),
                     [](const ClaimOverview& left, const ClaimOverview& right) { return left.centre < right.centre; });
    return found;
}

Result<std::vector<ClaimHere>> ReportRepository::claims(const QString& centreCode, qint64 claim)
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(u"SELECT c.centre, c.revision, c.digest, c.signed_at, z.code FROM claim c "
                    "JOIN centre z ON z.number = c.centre WHERE c.id = ? AND c.voided_at IS NULL ORDER BY c.centre"_s,
                    {Value(claim)}));
    std::vector<ClaimHere> found;
    while (rows->next())
        if (centreCode.isEmpty() || rows->text(4) == centreCode)
            found.push_back({rows->integer(0), int(rows->integer(1)), rows->text(2), rows->text(3)});
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<QString> ReportRepository::contentDigest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    ASSIGN_OR_RETURN(std::vector<TrustedCentre> centres, DistrictRepository(m_store).centres());
    // A centre's number depends on when it was trusted.
    std::sort(centres.begin(), centres.end(),
              [](const auto& left, const auto& right) { return left.uuid < right.uuid; });
    for (const TrustedCentre& centre : centres)
        for (const RecordTableShape& shape : recordTables())
            for (const QString& table : {shape.name, shape.name + u"_history"_s}) {
                hash.addData((centre.uuid + u'|' + table + u'\n').toUtf8());
                // In the order of its key: nothing has to be sorted.
                ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                                 m_store.run(u"SELECT id, row_lineage, revision, row_digest FROM %1 WHERE centre = ? "
                                             "ORDER BY id, row_lineage, revision, row_digest"_s.arg(table),
                                             {Value(centre.number)}));
                while (rows->next()) {
                    const std::array<quint64, 3> key {quint64(rows->integer(0)), quint64(rows->integer(1)),
                                                      quint64(rows->integer(2))};
                    hash.addData(QByteArrayView(reinterpret_cast<const char*>(key.data()), sizeof key));
                    hash.addData(rows->blob(3));
                }
                RETURN_IF_ERROR(rows->failed());
            }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace songhe
