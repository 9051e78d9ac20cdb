// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/district/district_repository.h"
#include "core/district/merge_repository.h"
#include "core/district/person_vault.h"
#include "core/district/row_cells.h"
#include "core/exchange/package_verify.h"

#include <QtCore/QMap>

namespace songhe {

/// Takes one package in while it is verified: within the store's transaction, which the caller gives up unless the
/// verdict is good. Rows wait in batches, so that memory does not grow with the package.
class PackageIntake final : public PackageTaker {
public:
    PackageIntake(DistrictStore& store, const DistrictKeys& keys, const Clock& clock, Progress& progress);

    Result<std::optional<MinisignPublicKey>> signer(const BagReport& bag, PackageVerdict& verdict) override;
    Result<void> begin(const BagReport& bag, const PackageVerdict& verdict) override;
    Result<void> table(const QString& name, const std::vector<QByteArray>& columns) override;
    Result<void> row(const FileRow& cells) override;
    Result<void> endOfTable() override;
    Result<void> link(qint64 number, const QByteArray& chainDigest) override;
    Result<void> file(const QString& path, QByteArrayView bytes) override;

    /// After the verdict: writes down what is left and the package itself.
    Result<void> finish();
    [[nodiscard]] const MergedPackage& package() const { return m_package; }
    [[nodiscard]] const RowCounts& counts() const { return m_counts; }

private:
    Result<void> bindLineages(const BagReport& bag, const PackageVerdict& verdict);
    [[nodiscard]] qint64 lineageAt(QByteArrayView recordedAt) const;
    Result<void> flush();
    /// `code` empty: accepted.
    void outcome(qint64 id, qint64 revision, const char* word, const char* code, const QString& text);
    Result<void> packOutcomes();
    Result<void> packLinks();
    /// Holds the audit chain against those of the other packages of the same books.
    Result<void> compareChains();
    Result<bool> isNewest(const std::vector<MergedPackage>& known, const PackageVerdict& verdict);
    [[nodiscard]] bool isOvertaken(const std::vector<MergedPackage>& known) const;

    DistrictStore& m_store;
    DistrictRepository m_districts;
    const DistrictKeys& m_keys;
    const Clock& m_clock;
    Progress& m_progress;
    TrustedCentre m_centre;
    MergedPackage m_package;
    QDateTime m_lastMerged; ///< of the centre's packages
    std::unique_ptr<PersonVault> m_vault;
    std::vector<std::pair<QByteArray, qint64>> m_lineages; ///< moment as text, and as number; oldest first

    const RecordTableShape* m_shape = nullptr; ///< of the table at hand; null: one that this program does not know
    QString m_table;
    std::string m_tableKey; ///< the same, as the outcomes name it
    int m_id = -1;          ///< place of the column in the file
    int m_revision = -1;
    std::unique_ptr<RowCells> m_rows;
    std::unique_ptr<MergeRepository> m_merge;
    qint64 m_taken = 0; ///< since the last flush
    RowCounts m_tableCounts;
    RowCounts m_counts;

    QByteArray m_links; ///< of the chain's entries that are not written down yet
    qint64 m_firstLink = 0;
    std::string m_outcomes;
    int m_part = 0;
    QByteArray m_file; ///< a policy file, as it comes
};

} // namespace songhe
