// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/district/district_repository.h"
#include "core/district/merge_repository.h"
#include "core/district/person_vault.h"
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
    Result<void> row(const std::vector<QByteArrayView>& cells) override;
    Result<void> endOfTable() override;
    Result<void> link(qint64 number, const QByteArray& chainDigest) override;
    Result<void> file(const QString& path, QByteArrayView bytes) override;

    /// After the verdict: writes down what is left and the package itself.
    Result<void> finish();
    [[nodiscard]] const MergedPackage& package() const { return m_package; }
    [[nodiscard]] const RowCounts& counts() const { return m_counts; }

private:
    /// Where a column of the shape comes from.
    struct Source {
        int column = -1; ///< of the file; -1: it has none
        bool number = false;
        bool flag = false;
    };
    Result<void> bindLineages(const BagReport& bag, const PackageVerdict& verdict);
    [[nodiscard]] qint64 lineageAt(QByteArrayView recordedAt) const;
    Result<QByteArray> sealed(const std::vector<QByteArrayView>& cells, qint64 id, qint64 revision);
    [[nodiscard]] QByteArray digestOf(const std::vector<QByteArrayView>& cells) const;
    void personDigests(const std::vector<QByteArrayView>& cells);
    [[nodiscard]] QByteArrayView cellOf(const std::vector<QByteArrayView>& cells, const char* name) const;
    Result<void> flush();
    Result<void> outcome(const QString& table, qint64 id, qint64 revision, const char* word, const char* code,
                         const QString& text);
    Result<void> packOutcomes();
    Result<void> packLinks();
    /// Holds the audit chain against those of the other packages of the same books.
    Result<void> compareChains();
    [[nodiscard]] bool isOvertaken(const std::vector<MergedPackage>& known) const;

    DistrictStore& m_store;
    DistrictRepository m_districts;
    const DistrictKeys& m_keys;
    const Clock& m_clock;
    Progress& m_progress;
    TrustedCentre m_centre;
    MergedPackage m_package;
    std::unique_ptr<PersonVault> m_vault;
    std::vector<std::pair<QByteArray, qint64>> m_lineages; ///< moment as text, and as number; oldest first

    const RecordTableShape* m_shape = nullptr; ///< of the table at hand; null: one that this program does not know
    QString m_table;
    std::vector<QByteArray> m_columns; ///< of the file
    QHash<QByteArray, int> m_places;
    std::vector<Source> m_sources; ///< of the shape's clear fields
    std::unique_ptr<MergeRepository> m_merge;
    qint64 m_staged = 0;
    RowCounts m_tableCounts;
    RowCounts m_counts;
    std::vector<BulkCell> m_cells;
    QByteArray m_numberDigest;
    QByteArray m_personDigest;

    QByteArray m_links; ///< of the chain's entries that are not written down yet
    qint64 m_firstLink = 0;
    std::string m_outcomes;
    int m_part = 0;
    QByteArray m_file; ///< a policy file, as it comes
};

} // namespace songhe
