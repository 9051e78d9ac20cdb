// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_repository.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace district_rows {

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString jsonText(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Value optionalText(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

MergedPackage packageFrom(const DistrictRows& row)
{
    MergedPackage package;
    package.centre = row.integer(0);
    package.sha256 = row.text(1);
    package.name = row.text(2);
    package.quarter = row.text(3);
    package.sequence = int(row.integer(4));
    package.lineage = row.text(5);
    package.status = row.text(6);
    package.fromNumber = row.integer(7);
    package.fromDigest = row.text(8);
    package.headNumber = row.integer(9);
    package.headDigest = row.text(10);
    package.contradicts = row.integer(11) != 0;
    package.previousSha256 = row.text(12);
    package.mergedAt = Value(row.text(13)).moment();
    package.tables = QJsonDocument::fromJson(row.text(14).toUtf8()).object();
    package.problems = QJsonDocument::fromJson(row.text(15).toUtf8()).array();
    return package;
}

} // namespace district_rows

Result<std::optional<DistrictRow>> DistrictRepository::find()
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT uuid, name, age_recipient, minisign_key, data_key, minisign_secret "
                                 "FROM district WHERE id = 1"_s));
    std::optional<DistrictRow> found;
    if (rows->next())
        found
            = DistrictRow {{rows->text(0), rows->text(1), rows->text(2), rows->text(3)}, rows->blob(4), rows->blob(5)};
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<void> DistrictRepository::add(const DistrictRow& row, const QDateTime& at)
{
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO district (id, uuid, name, age_recipient, minisign_key, data_key, minisign_secret, made_at) "
        "VALUES (1, ?, ?, ?, ?, ?, ?, ?)"_s,
        {Value(row.info.uuid), Value(row.info.name), Value(row.info.ageRecipient), Value(row.info.minisignKey),
         Value(row.dataKey), Value(row.minisignSecret), Value(momentText(at))}));
    return {};
}

Result<std::vector<TrustedCentre>> DistrictRepository::centresWhere(const QString& where,
                                                                    std::initializer_list<Value> values)
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(u"SELECT number, code, minisign_key, uuid, name, age_recipient FROM centre "_s + where, values));
    std::vector<TrustedCentre> found;
    while (rows->next())
        found.push_back({rows->integer(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4), rows->text(5)});
    RETURN_IF_ERROR(rows->failed());
    // Databases differ in how they order text.
    std::sort(found.begin(), found.end(),
              [](const TrustedCentre& left, const TrustedCentre& right) { return left.code < right.code; });
    return found;
}

Result<std::vector<TrustedCentre>> DistrictRepository::centres()
{
    return centresWhere({}, {});
}

Result<std::optional<TrustedCentre>> DistrictRepository::centre(const QString& code)
{
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> found, centresWhere(u"WHERE code = ?"_s, {Value(code)}));
    return found.empty() ? std::optional<TrustedCentre>() : std::optional(found.front());
}

Result<void> DistrictRepository::trust(const QString& code, const QString& minisignKey, const QDateTime& at)
{
    RETURN_IF_ERROR(m_store.execute(u"INSERT INTO centre (number, code, minisign_key, trusted_at) "
                                    "SELECT coalesce(max(number), 0) + 1, ?, ?, ? FROM centre"_s,
                                    {Value(code), Value(minisignKey), Value(momentText(at))}));
    return {};
}

Result<void> DistrictRepository::bind(const TrustedCentre& centre)
{
    RETURN_IF_ERROR(
        m_store.execute(u"UPDATE centre SET uuid = ?, name = ?, age_recipient = ? WHERE number = ?"_s,
                        {Value(centre.uuid), Value(centre.name), Value(centre.ageRecipient), Value(centre.number)}));
    return {};
}

Result<QHash<QString, qint64>> DistrictRepository::lineages(qint64 centre)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT uuid, began FROM lineage WHERE centre = ?"_s, {Value(centre)}));
    QHash<QString, qint64> found;
    while (rows->next())
        found.insert(rows->text(0), rows->integer(1));
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<void> DistrictRepository::addLineage(qint64 centre, const QString& uuid, qint64 began)
{
    RETURN_IF_ERROR(
        m_store.execute(u"INSERT INTO lineage (centre, uuid, began) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                        {Value(centre), Value(uuid), Value(began)}));
    return {};
}

Result<std::vector<MergedPackage>> DistrictRepository::packagesWhere(const QString& where,
                                                                     std::initializer_list<Value> values)
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(
            u"SELECT centre, sha256, name, quarter, sequence, lineage, status, from_number, from_digest, "
            "head_number, head_digest, contradicts, previous_sha256, merged_at, tables, problems FROM package "_s
                + where,
            values));
    std::vector<MergedPackage> found;
    while (rows->next())
        found.push_back(district_rows::packageFrom(*rows));
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<std::optional<MergedPackage>> DistrictRepository::package(const QString& sha256)
{
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> found, packagesWhere(u"WHERE sha256 = ?"_s, {Value(sha256)}));
    return found.empty() ? std::optional<MergedPackage>() : std::optional(found.front());
}

Result<std::vector<MergedPackage>> DistrictRepository::packages(qint64 centre)
{
    if (centre == 0)
        return packagesWhere(u"ORDER BY centre, sequence, sha256"_s, {});
    return packagesWhere(u"WHERE centre = ? ORDER BY sequence, sha256"_s, {Value(centre)});
}

Result<void> DistrictRepository::addPackage(const MergedPackage& package)
{
    using district_rows::jsonText;
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO package (centre, sha256, name, quarter, sequence, lineage, status, from_number, from_digest, "
        "head_number, head_digest, contradicts, previous_sha256, merged_at, tables, problems) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {Value(package.centre), Value(package.sha256), Value(package.name), Value(package.quarter),
         Value(package.sequence), Value(package.lineage), Value(package.status), Value(package.fromNumber),
         Value(package.fromDigest), Value(package.headNumber), Value(package.headDigest),
         Value(package.contradicts ? 1 : 0), district_rows::optionalText(package.previousSha256),
         Value(momentText(package.mergedAt)), Value(jsonText(package.tables)), Value(jsonText(package.problems))}));
    return {};
}

Result<void> DistrictRepository::addChainPart(const ChainPart& part)
{
    RETURN_IF_ERROR(m_store.execute(u"INSERT INTO chain_part (centre, sha256, first, digests) VALUES (?, ?, ?, ?)"_s,
                                    {Value(part.centre), Value(part.sha256), Value(part.first), Value(part.digests)}));
    return {};
}

Result<QByteArray> DistrictRepository::chainDigest(const MergedPackage& package, qint64 number)
{
    const auto begun
        = [](const QString& hex) { return QByteArray::fromHex(hex.toLatin1()).left(ChainPart::digestSize); };
    if (number == package.headNumber)
        return begun(package.headDigest);
    if (number == package.fromNumber)
        return begun(package.fromDigest);
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(u"SELECT first, digests FROM chain_part WHERE centre = ? AND sha256 = ? AND first <= ? "
                    "ORDER BY first DESC LIMIT 1"_s,
                    {Value(package.centre), Value(package.sha256), Value(number)}));
    QByteArray digest;
    if (rows->next())
        digest = rows->blob(1).mid((number - rows->integer(0)) * ChainPart::digestSize, ChainPart::digestSize);
    RETURN_IF_ERROR(rows->failed());
    return digest;
}

Result<void> DistrictRepository::markContradicting(const MergedPackage& package)
{
    RETURN_IF_ERROR(m_store.execute(u"UPDATE package SET contradicts = 1 WHERE centre = ? AND sha256 = ?"_s,
                                    {Value(package.centre), Value(package.sha256)}));
    return {};
}

Result<void> DistrictRepository::addOutcome(qint64 centre, const QString& sha256, int part, const QByteArray& packed)
{
    RETURN_IF_ERROR(m_store.execute(u"INSERT INTO package_outcome (centre, sha256, part, body) VALUES (?, ?, ?, ?)"_s,
                                    {Value(centre), Value(sha256), Value(part), Value(packed)}));
    return {};
}

Result<void> DistrictRepository::eachOutcome(qint64 centre, const QString& sha256,
                                             const std::function<Result<void>(const QByteArray& packed)>& each)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT body FROM package_outcome WHERE centre = ? AND sha256 = ? ORDER BY part"_s,
                                 {Value(centre), Value(sha256)}));
    while (rows->next())
        RETURN_IF_ERROR(each(rows->blob(0)));
    return rows->failed();
}

Result<void> DistrictRepository::addPolicy(qint64 centre, const QString& digest, const QString& policy, int version,
                                           bool draft, QDate from, const std::optional<QDate>& to)
{
    RETURN_IF_ERROR(
        m_store.execute(u"INSERT INTO policy_file (digest, policy, version, draft, valid_from, valid_to) "
                        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                        {Value(digest), Value(policy), Value(version), Value(draft ? 1 : 0),
                         Value(from.toString(Qt::ISODate)), to ? Value(to->toString(Qt::ISODate)) : Value()}));
    RETURN_IF_ERROR(
        m_store.execute(u"INSERT INTO policy_source (digest, centre) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                        {Value(digest), Value(centre)}));
    return {};
}

Result<std::vector<ClaimDecision>> DistrictRepository::decisions(qint64 centre)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT centre, claim, revision, accepted, sealed_reason, decided_at, claim_digest, "
                                 "signed_at FROM decision WHERE centre = ? ORDER BY decided_at, claim, revision"_s,
                                 {Value(centre)}));
    std::vector<ClaimDecision> found;
    while (rows->next())
        found.push_back({rows->integer(0), rows->integer(1), int(rows->integer(2)), rows->integer(3) != 0,
                         rows->blob(4), Value(rows->text(5)).moment(), rows->text(6), rows->text(7)});
    RETURN_IF_ERROR(rows->failed());
    return found;
}

Result<QDateTime> DistrictRepository::lastDecided(qint64 centre, qint64 claim)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT max(decided_at) FROM decision WHERE centre = ? AND claim = ?"_s,
                                 {Value(centre), Value(claim)}));
    const QString last = rows->next() ? rows->text(0) : QString();
    RETURN_IF_ERROR(rows->failed());
    return last.isEmpty() ? QDateTime() : Value(last).moment();
}

Result<void> DistrictRepository::decide(const ClaimDecision& decision)
{
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO decision (centre, claim, revision, accepted, reason, sealed_reason, decided_at, claim_digest, "
        "signed_at) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?) ON CONFLICT (centre, claim, revision) DO UPDATE SET "
        "accepted = excluded.accepted, reason = '', sealed_reason = excluded.sealed_reason, "
        "decided_at = excluded.decided_at, claim_digest = excluded.claim_digest, signed_at = excluded.signed_at"_s,
        {Value(decision.centre), Value(decision.claim), Value(decision.revision), Value(decision.accepted ? 1 : 0),
         decision.sealedReason.isEmpty() ? Value() : Value(decision.sealedReason),
         Value(momentText(decision.decidedAt)), district_rows::optionalText(decision.claimDigest),
         district_rows::optionalText(decision.signedAt)}));
    return {};
}

} // namespace songhe
