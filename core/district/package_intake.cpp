// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/package_intake.h"

#include "core/district/district_text.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/receipt.h"
#include "core/rules/data_file.h"
#include "core/rules/policy.h"

#include <QtCore/QJsonDocument>

#include <limits>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_intake {

constexpr qint64 batchRows = 50'000;
constexpr std::size_t outcomePiece = 256 * 1024;

struct Head {
    qint64 number = 0;
    QString digest;
};

Head headOf(const QString& text)
{
    return {text.section(u':', 0, 0).toLongLong(), text.section(u':', 1, 1)};
}

QJsonObject countsJson(const RowCounts& counts)
{
    return {{u"rows"_s, counts.rows()},         {u"new"_s, counts.added},        {u"updated"_s, counts.updated},
            {u"unchanged"_s, counts.unchanged}, {u"superseded"_s, counts.older}, {u"conflict"_s, counts.conflict},
            {u"refused"_s, counts.refused}};
}

} // namespace package_intake

PackageIntake::PackageIntake(DistrictStore& store, const DistrictKeys& keys, const Clock& clock, Progress& progress)
    : m_store(store)
    , m_districts(store)
    , m_keys(keys)
    , m_clock(clock)
    , m_progress(progress)
{ }

Result<std::optional<MinisignPublicKey>> PackageIntake::signer(const BagReport& bag, PackageVerdict& verdict)
{
    ASSIGN_OR_RETURN(const auto known, m_districts.centre(verdict.centreCode));
    const auto unknown = [&](const QString& text) -> std::optional<MinisignPublicKey> {
        verdict.problems.push_back({u"unknown_centre"_s, u"bag-info.txt"_s, text});
        return std::nullopt;
    };
    if (!known)
        return unknown(DistrictText::tr("No centre with the code %1 is trusted. If it is one of yours, compare its key "
                                        "with the one it gave you on paper and run 'district trust'.")
                           .arg(verdict.centreCode));
    if (known->delivered() && known->uuid != verdict.centreUuid)
        return unknown(
            DistrictText::tr("Code and key are those of centre %1, but its books are others than those it "
                             "delivered from before. Ask there whether somebody set the centre up anew; until "
                             "that is settled its packages are not taken.")
                .arg(verdict.centreCode));
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, m_districts.centres());
    for (const TrustedCentre& other : centres)
        if (other.code != verdict.centreCode && other.delivered() && other.uuid == verdict.centreUuid)
            return unknown(
                DistrictText::tr("These books were delivered under the code %1 before. Ask the centre which code is "
                                 "the right one.")
                    .arg(other.code));
    m_centre = *known;
    m_centre.uuid = verdict.centreUuid;
    m_centre.name = bag.infoValue(u"Source-Organization"_s).left(200);
    m_centre.ageRecipient = bag.infoValue(u"Songhe-Age-Recipient"_s);
    if (!m_centre.ageRecipient.isEmpty() && !AgeRecipient::fromText(m_centre.ageRecipient)) {
        verdict.problems.push_back(
            {u"bad_info"_s, u"bag-info.txt"_s,
             DistrictText::tr("The key for the receipt is none, so no answer could be sealed to the centre. Ask it to "
                              "write the package again.")});
        return std::optional<MinisignPublicKey>();
    }
    ASSIGN_OR_RETURN(const MinisignPublicKey key, MinisignPublicKey::fromText(known->minisignKey.toLatin1()));
    return std::optional(key);
}

Result<void> PackageIntake::bindLineages(const BagReport& bag, const PackageVerdict& verdict)
{
    ASSIGN_OR_RETURN(const auto known, m_districts.lineages(m_centre.number));
    std::vector<std::pair<qint64, QString>> chain;
    const QStringList given = bag.infoValue(u"Songhe-Lineages"_s).split(u' ', Qt::SkipEmptyParts);
    for (const QString& each : given.mid(0, 1000))
        chain.emplace_back(each.section(u'@', 1).toLongLong(), each.section(u'@', 0, 0));
    if (chain.empty() || chain.back().second != verdict.lineage)
        // A program that tells no history: books that begin, or go on from what is known here.
        chain.emplace_back(known.contains(verdict.lineage) ? known.value(verdict.lineage)
                               : known.isEmpty()           ? 0
                                                           : m_clock.now().toMSecsSinceEpoch(),
                           verdict.lineage);
    for (const auto& [began, uuid] : chain) {
        m_lineages.emplace_back(momentText(QDateTime::fromMSecsSinceEpoch(began, Qt::UTC)).toLatin1(), began);
        RETURN_IF_ERROR(m_districts.addLineage(m_centre.number, uuid, began));
    }
    return {};
}

qint64 PackageIntake::lineageAt(QByteArrayView recordedAt) const
{
    qint64 began = m_lineages.front().second;
    for (const auto& [moment, number] : m_lineages)
        if (number == 0 || QByteArrayView(moment) <= recordedAt)
            began = number;
    return began;
}

bool PackageIntake::isOvertaken(const std::vector<MergedPackage>& known) const
{
    return std::any_of(known.begin(), known.end(), [this](const MergedPackage& other) {
        return other.quarter == m_package.quarter && other.sequence > m_package.sequence;
    });
}

/// Of all that came from the centre: its name and its keys hold for what goes back.
Result<bool> PackageIntake::isNewest(const std::vector<MergedPackage>& known, const PackageVerdict& verdict)
{
    ASSIGN_OR_RETURN(const auto lineages, m_districts.lineages(m_centre.number));
    const auto place
        = [&](const QString& lineage, int sequence) { return std::pair(lineages.value(lineage), sequence); };
    return std::none_of(known.begin(), known.end(), [&](const MergedPackage& other) {
        return place(other.lineage, other.sequence) > place(verdict.lineage, verdict.sequence);
    });
}

Result<void> PackageIntake::begin(const BagReport& bag, const PackageVerdict& verdict)
{
    using package_intake::headOf;
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> known, m_districts.packages(m_centre.number));
    RETURN_IF_ERROR(bindLineages(bag, verdict));
    ASSIGN_OR_RETURN(const bool newest, isNewest(known, verdict));
    if (newest)
        RETURN_IF_ERROR(m_districts.bind(m_centre));
    const package_intake::Head from = headOf(bag.infoValue(u"Songhe-Audit-From"_s));
    const package_intake::Head head = headOf(bag.infoValue(u"Songhe-Audit-Head"_s));
    m_package.centre = m_centre.number;
    m_package.sha256 = QString::fromLatin1(verdict.sha256.toHex());
    m_package.name = verdict.name;
    m_package.quarter = verdict.quarter;
    m_package.sequence = verdict.sequence;
    m_package.lineage = verdict.lineage;
    m_package.fromNumber = from.number;
    m_package.fromDigest = from.digest;
    m_package.headNumber = head.number;
    m_package.headDigest = head.digest;
    m_package.previousSha256 = bag.infoValue(u"Songhe-Previous-Package"_s);
    m_package.status = isOvertaken(known) ? u"superseded"_s : u"merged"_s;
    for (const MergedPackage& other : known)
        m_lastMerged = m_lastMerged.isNull() ? other.mergedAt : qMax(m_lastMerged, other.mergedAt);
    m_vault = std::make_unique<PersonVault>(m_store, m_keys.dataKey, m_centre.number, m_centre.uuid);
    return m_vault->load();
}

Result<void> PackageIntake::link(qint64 number, const QByteArray& chainDigest)
{
    if (m_links.isEmpty())
        m_firstLink = number;
    m_links.append(chainDigest.first(ChainPart::digestSize));
    return m_links.size() < ChainPart::mostBytes ? Result<void>() : packLinks();
}

Result<void> PackageIntake::packLinks()
{
    if (m_links.isEmpty())
        return {};
    return m_districts.addChainPart({m_package.centre, m_package.sha256, m_firstLink, std::exchange(m_links, {})});
}

Result<void> PackageIntake::compareChains()
{
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> known, m_districts.packages(m_package.centre));
    for (const MergedPackage& other : known) {
        if (other.lineage != m_package.lineage)
            continue;
        // Each digest stands for all before it: the last entry that both hold tells.
        const qint64 number = qMin(other.headNumber, m_package.headNumber);
        ASSIGN_OR_RETURN(const QByteArray theirs, m_districts.chainDigest(other, number));
        ASSIGN_OR_RETURN(const QByteArray ours, m_districts.chainDigest(m_package, number));
        if (theirs.isEmpty() || ours.isEmpty() || theirs == ours)
            continue;
        m_package.contradicts = true;
        RETURN_IF_ERROR(m_districts.markContradicting(other));
    }
    return {};
}

Result<void> PackageIntake::table(const QString& name, const std::vector<QByteArray>& columns)
{
    m_table = name;
    m_tableKey = name.toStdString();
    m_id = placeOf(columns, "id");
    m_revision = placeOf(columns, "revision");
    m_shape = recordTable(name);
    m_tableCounts = {};
    m_taken = 0;
    if (!m_shape)
        return {};
    m_rows = std::make_unique<RowCells>(*m_shape, columns, *m_vault,
                                        [this](QByteArrayView recordedAt) { return lineageAt(recordedAt); });
    m_merge = std::make_unique<MergeRepository>(m_store, *m_shape, m_centre.number);
    return m_merge->prepare();
}

Result<void> PackageIntake::row(const FileRow& cells)
{
    const auto id = m_id < 0 ? std::nullopt : csvNumber(cells[std::size_t(m_id)]);
    const auto revision = m_revision < 0 ? std::nullopt : csvNumber(cells[std::size_t(m_revision)]);
    if (!id || !revision) // a table that is known has both, and one that is not is not read further
        return m_shape ? Result<void>(fail(Error::Kind::Invalid, DistrictText::tr("A row has no number.")))
                       : Result<void>();
    if (!m_shape) {
        ++m_tableCounts.refused;
        outcome(*id, *revision, "refused", "unknown_table",
                DistrictText::tr("The district's program does not know this kind of record yet. Install the newest one "
                                 "there and merge the package again."));
    } else if (*revision < 1 || *revision > std::numeric_limits<int>::max()) {
        ++m_tableCounts.refused;
        outcome(*id, 0, "refused", "bad_revision",
                DistrictText::tr("The record's revision is no number that a program counts to. Save it anew."));
    } else {
        ASSIGN_OR_RETURN(const std::span<const BulkCell> taken, m_rows->of(cells, *id, *revision));
        ASSIGN_OR_RETURN(const bool isNew, m_merge->take(*id, taken));
        if (isNew) {
            ++m_tableCounts.added;
            outcome(*id, *revision, "accepted", "", {});
        }
    }
    return ++m_taken < package_intake::batchRows ? Result<void>() : flush();
}

Result<void> PackageIntake::flush()
{
    m_taken = 0;
    if (m_progress.stopped())
        RETURN_IF_ERROR(m_progress.step(0, 1));
    if (m_merge) {
        ASSIGN_OR_RETURN(const RowCounts counts, m_merge->merge([this](qint64 id, qint64 revision, RowOutcome result) {
            if (result == RowOutcome::Older)
                outcome(id, revision, "superseded", "newer_revision",
                        DistrictText::tr("The district has a newer revision of this record."));
            else if (result == RowOutcome::Conflict)
                outcome(id, revision, "conflict", "conflict",
                        DistrictText::tr("The district has this revision with other content. Look at the record and "
                                         "save it anew."));
            else
                outcome(id, revision, "accepted", "", {});
        }));
        m_tableCounts += counts;
    }
    // Only now: while rows stream into or out of the store it does nothing else.
    return m_outcomes.size() < package_intake::outcomePiece ? Result<void>() : packOutcomes();
}

Result<void> PackageIntake::endOfTable()
{
    RETURN_IF_ERROR(flush());
    m_counts += m_tableCounts;
    m_package.tables.insert(m_table, package_intake::countsJson(m_tableCounts));
    m_merge.reset();
    m_rows.reset();
    return {};
}

Result<void> PackageIntake::file(const QString& path, QByteArrayView bytes)
{
    if (!path.startsWith(u"data/policies/"_s) || !path.endsWith(u".json"_s))
        return {};
    if (!bytes.isEmpty()) {
        if (m_file.size() + bytes.size() <= DataFile::maxBytes)
            m_file.append(bytes.data(), bytes.size());
        return {};
    }
    const auto policy = Policy::read(std::exchange(m_file, {}), path.section(u'/', -1));
    if (!policy || policy->id.contains(QChar::Null))
        return {}; // claims that name it are reported: no rule in force is known for them
    return m_districts.addPolicy(m_package.centre, policy->digest, policy->id, policy->version, policy->isDraft(),
                                 policy->validFrom, policy->validTo);
}

void PackageIntake::outcome(qint64 id, qint64 revision, const char* word, const char* code, const QString& text)
{
    if (*code == '\0') {
        // By far the most; put together without detours.
        m_outcomes.append(m_tableKey).push_back(',');
        m_outcomes.append(std::to_string(id)).push_back(',');
        m_outcomes.append(std::to_string(revision)).append(",accepted,,\r\n");
    } else {
        appendOutcome(m_outcomes,
                      {m_table, id, int(revision), QString::fromLatin1(word), QString::fromLatin1(code), text});
    }
}

Result<void> PackageIntake::packOutcomes()
{
    if (m_outcomes.empty())
        return {};
    const QByteArray packed
        = qCompress(reinterpret_cast<const uchar*>(m_outcomes.data()), qsizetype(m_outcomes.size()), 1);
    m_outcomes.clear();
    return m_districts.addOutcome(m_package.centre, m_package.sha256, m_part++, packed);
}

Result<void> PackageIntake::finish()
{
    if (!m_vault)
        return fail(Error::Kind::Invalid, DistrictText::tr("The package was not read."));
    RETURN_IF_ERROR(m_vault->save());
    RETURN_IF_ERROR(packOutcomes());
    RETURN_IF_ERROR(packLinks());
    RETURN_IF_ERROR(compareChains());
    m_package.mergedAt = m_lastMerged.isNull()
        ? m_clock.now()
        : qMax(m_clock.now(), m_lastMerged.addMSecs(1)); // the order stays, even if a clock goes back
    return m_districts.addPackage(m_package);
}

} // namespace songhe
