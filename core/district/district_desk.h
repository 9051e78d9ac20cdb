// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/district/district_repository.h"
#include "core/district/finding.h"
#include "core/district/finding_evidence_repository.h"
#include "core/district/merge_repository.h"
#include "core/district/report_repository.h"
#include "core/exchange/bag.h"
#include "core/exchange/claim_replay.h"

namespace songhe {

/// What became of one file.
struct FileOutcome {
    QString file;
    QString sha256;
    QString package; ///< its name, where it could be read
    QString centre;  ///< code
    int sequence = 0;
    QString status; ///< merged, already_here, superseded, refused
    std::vector<BagProblem> problems;
    RowCounts counts;

    [[nodiscard]] QJsonObject toJson() const;
};

struct MergeReport {
    std::vector<FileOutcome> packages;
    std::vector<Finding> findings;
    QStringList receipts; ///< paths

    [[nodiscard]] QJsonObject toJson() const;
};

/// Decisions about a centre's claims that stand in no receipt yet.
struct UntoldDecisions {
    qint64 number = 0; ///< of the centre in the store
    QString centre;    ///< its code
    int decisions = 0;
};

/// Receipts that were written for decisions alone.
struct WrittenReceipts {
    QStringList receipts; ///< paths
    int decisions = 0;    ///< how many decisions no receipt had brought before
    QStringList problems; ///< of centres that none could be written for, in words
};

/// The district's work on packages. One bad package never stops the others; each is merged in a transaction of its own,
/// so that a killed program goes on where it was.
class DistrictDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::DistrictDesk)

public:
    static constexpr int mostReason = 1000; ///< characters

    DistrictDesk(DistrictStore& store, DistrictKeys keys, const Clock& clock)
        : m_store(store)
        , m_districts(store)
        , m_keys(std::move(keys))
        , m_clock(clock)
    { }

    /// Whose packages are taken. Another key for a code that is known: `Conflict`.
    Result<TrustedCentre> trust(const QString& code, const QString& minisignKey);
    /// Hears what became of a file as soon as it was judged, from the thread that merges.
    using Judged = std::function<void(const FileOutcome& outcome)>;
    /// Files and folders (searched through) of packages; receipts go to `receiptFolder`. Stopped, it leaves the
    /// packages that were judged so far merged, without receipts: merging the same folder again goes on from there.
    Result<MergeReport> merge(const QStringList& paths, const QString& receiptFolder, Progress& progress,
                              const Judged& judged = {});
    /// Recomputes the claims of a package that was merged here. Of one that was not, nobody has checked who signed it:
    /// the report says so (`not_merged`) and holds no claim.
    Result<ReplayReport> replay(const QString& path, Progress& progress);
    Result<std::vector<TrustedCentre>> centres() { return m_districts.centres(); }
    Result<std::vector<MergedPackage>> packages() { return m_districts.packages(); }
    /// Looked for anew first, where packages came since that was done.
    /// What was found, looked for anew where packages came since. Stopped: the next who asks has it looked for.
    Result<std::vector<Finding>> findings(Progress& progress);
    Result<std::vector<Finding>> findings()
    {
        Progress progress;
        return findings(progress);
    }
    /// The records on both sides, names and numbers opened; the first `most` of them.
    Result<std::vector<EvidenceRecord>> evidence(const Finding& finding, int most = 40)
    {
        return FindingEvidenceRepository(m_store, m_keys).of(finding, most);
    }
    /// All claims that came, with what was decided.
    /// With the reasons of what was returned; the district's identity opens them.
    Result<std::vector<ClaimOverview>> claims();
    /// {tables: {meal: {C1: n, …}}, centres: […], persons_shared: n}
    Result<QJsonObject> report();
    /// Over all records: see ReportRepository::contentDigest.
    Result<QString> digest();
    /// A signed claim is accepted, or returned with a reason; the centre learns it by its next receipt.
    Result<ClaimDecision> decide(const QString& centreCode, qint64 claim, bool accepted, const QString& reason);
    /// The centres that have not been told of a decision, by code.
    Result<std::vector<UntoldDecisions>> untold();
    /// One receipt for each of those centres, of its newest package: a receipt brings all decisions about its centre's
    /// claims. A centre that none can be written for keeps none of the others from theirs. Stopped, it leaves the
    /// receipts that are whole.
    Result<WrittenReceipts> writeReceipts(const QString& receiptFolder, Progress& progress);

private:
    Result<bool> isKnown(FileOutcome& outcome);
    Result<FileOutcome> mergeFile(const QString& path, Progress& progress, bool& changed);
    Result<QString> receiptName(const MergedPackage& package);
    Result<QString> writeReceipt(const QString& sha256, const QString& folder, Progress& progress);
    /// A receipt that holds these decisions is whole.
    Result<void> markTold(const std::vector<ClaimDecision>& decisions);

    DistrictStore& m_store;
    DistrictRepository m_districts;
    DistrictKeys m_keys;
    const Clock& m_clock;
};

/// The packages below `paths`, in the order of centre and sequence. Links are not followed.
[[nodiscard]] QStringList packageFiles(const QStringList& paths);

} // namespace songhe
