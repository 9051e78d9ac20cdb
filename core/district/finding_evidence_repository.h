// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_keys.h"
#include "core/district/finding.h"
#include "core/district/person_vault.h"
#include "core/district/record_tables_repository.h"

#include <QtCore/QHash>

namespace songhe {

/// What stands in one field of a record.
struct EvidenceLine {
    const FieldInfo* field = nullptr; ///< of a table that lives as long as the program
    QString label;                    ///< in the words of the language
    Value value;
    QString named = {}; ///< of a reference: what the meal point, facility or project is called there; may be empty
};

/// One side of a finding: a record as the store has it, sealed fields opened.
struct EvidenceRecord {
    FoundRecord record;
    QString centreName;
    QString person; ///< whom it is about; empty where it is about nobody, or her file is not in the store
    int revision = 0;
    bool voided = false;
    bool otherContent = false;       ///< the other content that the same revision came with
    std::vector<EvidenceLine> lines; ///< empty: the store has no such record any more
};

/// Reads the records that speak for a finding.
class FindingEvidenceRepository {
public:
    /// Both must outlive it. Without the district's data key sealed fields stay out.
    FindingEvidenceRepository(DistrictStore& store, const DistrictKeys& keys)
        : m_store(store)
        , m_keys(keys)
    { }

    /// In the order of centre, table and number; of a conflict both contents. At most `most` records.
    Result<std::vector<EvidenceRecord>> of(const Finding& finding, int most);

private:
    struct Centre {
        qint64 number = 0;
        QString name;
        std::shared_ptr<PersonVault> vault; ///< null: no data key, or the centre never delivered
    };
    Result<const Centre*> centre(const QString& code);
    /// A row as it lies there, before anything is opened.
    struct Row {
        EvidenceRecord record;
        QByteArray sealed;
        qint64 lineage = 0;
    };
    /// Reads to the end: the connection to a server takes no second question before.
    Result<std::vector<Row>> rows(const QString& table, const RecordTableShape& shape, const FoundRecord& found,
                                  const Centre& centre, const Row* sameAs = nullptr);
    Result<EvidenceRecord> opened(Row row, const RecordTableShape& shape, const Centre& centre);
    Result<void> open(EvidenceRecord& record, const RecordTableShape& shape, const Centre& centre,
                      const QByteArray& sealed);
    Result<QString> nameOf(const Centre& centre, qint64 elder);
    /// The name of what a reference points at, where that kind of record has one in clear.
    Result<QString> calledThere(const Centre& centre, const EvidenceLine& line);

    DistrictStore& m_store;
    const DistrictKeys& m_keys;
    QHash<QString, Centre> m_centres;
};

} // namespace songhe
