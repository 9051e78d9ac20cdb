// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/storage/record_table.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Whether the tables say what the audit log says: the chain alone cannot tell that a row was altered beside it, or
/// that its last entries were cut off. Row by row, nothing is gathered; needs no key.
///
///     RecordsCheck check(store);
///     RETURN_IF_ERROR(check.records<Meal>(progress));
///     RETURN_IF_ERROR(check.packages());
///     check.problems();
///
/// Lines of claims have no entries of their own: their claim's digest stands for them. Settings and the centre's own
/// row are logged as changes and not compared.
class RecordsCheck {
    Q_DECLARE_TR_FUNCTIONS(songhe::RecordsCheck)

public:
    explicit RecordsCheck(Store& store)
        : m_store(store)
    { }

    /// Every row of R's table must be what its newest entry says, and every record that was added must be there.
    template <typename R> Result<void> records(Progress& progress)
    {
        const Schema<R>& schema = schemaOf<R>();
        return rows(detail::shapeOf(schema.info, {schema.fields.begin(), schema.fields.end()}), progress);
    }
    /// Users are logged without their keys: their revision alone is compared.
    Result<void> users();
    /// The log must reach as far as the written packages prove, and hold the digests they carry.
    Result<void> packages();

    [[nodiscard]] const QStringList& problems() const { return m_problems; }

private:
    Result<void> rows(const detail::RowShape& shape, Progress& progress);
    Result<void> missing(const QString& table);
    void add(const QString& problem);

    Store& m_store;
    QStringList m_problems;
};

} // namespace songhe
