// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/record_tables_repository.h"

namespace songhe {

/// What became of one row of a package.
enum class RowOutcome {
    New = 0,
    Unchanged = 1,
    Conflict = 2, ///< the same revision is here with other content
    Updated = 3,
    Older = 4, ///< a newer revision is here
};

/// How many rows of a table came to what.
struct RowCounts {
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 older = 0;
    qint64 conflict = 0;
    qint64 refused = 0;

    [[nodiscard]] qint64 rows() const { return added + updated + unchanged + older + conflict + refused; }
    RowCounts& operator+=(const RowCounts& other);
};

/// Takes the rows of one table in. A row whose id lies above all that the centre delivered is new and goes to its place
/// at once; the others are put into a table of this connection alone, compared there with what is known, and go over as
/// sets. A newer (lineage, revision) wins, whichever came first; what it replaces
/// goes to the history, and so does what is older. Where the same revision has two contents, both are kept: the one
/// with the smaller digest stands in the table, so that the order of arrival decides nothing, and the other in the
/// history names the conflict.
class MergeRepository {
public:
    MergeRepository(DistrictStore& store, const RecordTableShape& shape, qint64 centre);

    /// Empty and ready; made on first use.
    Result<void> prepare();
    /// Columns as in the shape. True: the row is new, and there; false: its outcome comes with merge().
    Result<bool> take(qint64 id, std::span<const BulkCell> cells);
    /// Merges what waits and tells each row's outcome in the order in which they came. `each` must
    /// not use the store.
    using EachOutcome = std::function<void(qint64 id, qint64 revision, RowOutcome outcome)>;
    Result<RowCounts> merge(const EachOutcome& each);

private:
    Result<void> stage(std::span<const BulkCell> cells);
    Result<void> closeWriter();
    Result<void> judge();
    Result<void> move();
    [[nodiscard]] QString columns(const QString& of = {}) const;

    DistrictStore& m_store;
    const RecordTableShape& m_shape;
    qint64 m_centre;
    QString m_stage;
    std::unique_ptr<BulkWriter> m_writer; ///< into the stage, or past it; one at a time is open
    bool m_pastStage = false;
    qint64 m_highest = 0; ///< id of the centre's rows
    qint64 m_row = 0;
    std::vector<BulkCell> m_cells;
};

} // namespace songhe
