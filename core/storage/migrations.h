// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

struct sqlite3;

namespace songhe {

struct Migration {
    QString name; ///< `0003_meals.sql`
    QByteArray sql;
};

/// Every numbered script in `storage/migrations`, in order; the schema version of a file is how many of them it has.
const std::vector<Migration>& migrations();

/// SQLite's answer in the words of the clerk; `what` goes to the log.
Failure storeFailure(sqlite3* handle, int code, const QString& what);

} // namespace songhe
