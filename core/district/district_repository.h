// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_keys.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace songhe {

struct DistrictRow {
    DistrictInfo info;
    QByteArray dataKey;        ///< sealed
    QByteArray minisignSecret; ///< sealed
};

/// A centre the district trusts.
struct TrustedCentre {
    qint64 number = 0;
    QString code;
    QString minisignKey;
    QString uuid; ///< empty before its first package
    QString name;
    QString ageRecipient;

    [[nodiscard]] bool delivered() const { return !uuid.isEmpty(); }
};

/// A package the district took in.
struct MergedPackage {
    qint64 centre = 0;
    QString sha256;
    QString name;
    QString quarter;
    int sequence = 0;
    QString lineage;
    QString status; ///< merged, superseded
    qint64 fromNumber = 0;
    QString fromDigest;
    qint64 headNumber = 0;
    QString headDigest;
    bool contradicts = false; ///< its chain says other than another package's of the same books
    QString previousSha256;
    QDateTime mergedAt;
    QJsonObject tables;  ///< {meal: {rows, new, updated, unchanged, superseded, conflict, refused}}
    QJsonArray problems; ///< [{code, text}]
};

/// Some entries of a package's audit chain, one after the other.
struct ChainPart {
    static constexpr qsizetype digestSize = 8; ///< of a chain digest that many bytes are kept
    static constexpr qsizetype mostBytes = 64 * 1024;

    qint64 centre = 0;
    QString sha256;
    qint64 first = 0; ///< number of the first entry
    QByteArray digests;
};

/// What the district decided about a claim.
struct ClaimDecision {
    qint64 centre = 0;
    qint64 claim = 0;
    int revision = 0;
    bool accepted = false;
    QByteArray sealedReason; ///< sealReason(); empty where none was given
    QDateTime decidedAt;     ///< rises with each decision about a claim, even if a clock goes back
    QString claimDigest;     ///< what was decided about, as the centre sent it; empty in decisions of earlier programs
    QString signedAt;
};

/// The district itself, its centres, their packages, its decisions.
class DistrictRepository {
public:
    explicit DistrictRepository(DistrictStore& store)
        : m_store(store)
    { }

    Result<std::optional<DistrictRow>> find();
    Result<void> add(const DistrictRow& row, const QDateTime& at);

    Result<std::vector<TrustedCentre>> centres();
    Result<std::optional<TrustedCentre>> centre(const QString& code);
    Result<void> trust(const QString& code, const QString& minisignKey, const QDateTime& at);
    /// The first package binds UUID and key; each newer one may bring another name or recipient.
    Result<void> bind(const TrustedCentre& centre);

    /// By UUID, in order of their beginnings.
    Result<QHash<QString, qint64>> lineages(qint64 centre);
    Result<void> addLineage(qint64 centre, const QString& uuid, qint64 began);

    Result<std::optional<MergedPackage>> package(const QString& sha256);
    /// In the order of their sequence; of all centres where `centre` is 0.
    Result<std::vector<MergedPackage>> packages(qint64 centre = 0);
    Result<void> addPackage(const MergedPackage& package);
    Result<void> addChainPart(const ChainPart& part);
    /// The beginning of the chain digest of an entry; empty where the package does not hold it.
    Result<QByteArray> chainDigest(const MergedPackage& package, qint64 number);
    Result<void> markContradicting(const MergedPackage& package);
    Result<void> addOutcome(qint64 centre, const QString& sha256, int part, const QByteArray& packed);
    Result<void> eachOutcome(qint64 centre, const QString& sha256,
                             const std::function<Result<void>(const QByteArray& packed)>& each);

    Result<void> addPolicy(qint64 centre, const QString& digest, const QString& policy, int version, bool draft,
                           QDate from, const std::optional<QDate>& to);

    Result<std::vector<ClaimDecision>> decisions(qint64 centre);
    /// When the newest decision about a claim was made; invalid where none was.
    Result<QDateTime> lastDecided(qint64 centre, qint64 claim);
    /// The newest decision about a revision stands.
    Result<void> decide(const ClaimDecision& decision);

private:
    Result<std::vector<MergedPackage>> packagesWhere(const QString& where, std::initializer_list<Value> values);
    Result<std::vector<TrustedCentre>> centresWhere(const QString& where, std::initializer_list<Value> values);

    DistrictStore& m_store;
};

} // namespace songhe
