// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/divisions/divisions.h"
#include "core/storage/ledger.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>

#include <map>

class QIODevice;

namespace songhe {

/// What `import records` did, or why it did nothing.
struct RecordsReport {
    struct BadLine {
        int line = 0; ///< counted from 1
        QString text;
    };
    std::map<QString, int> written; ///< by record kind; empty where a line is bad
    std::vector<BadLine> bad;       ///< at most `mostBadLines`

    [[nodiscard]] int records() const;
    [[nodiscard]] bool ok() const { return bad.empty(); }
    /// ok, records, written: {site: 1, …}, problems: [{line, text}]
    [[nodiscard]] QJsonObject toJson() const;
    /// Every bad line in words, one to a line.
    [[nodiscard]] QString text() const;
};

/// Records as other programs and tests write them, one JSON object a line:
///
///     {"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2020-01-01"}
///
/// Keys are those of the record's field table, or the shorter elder, site, facility, on, from, to, by, price, area_m2 …
/// (record_json.cpp has them all). Ids are given as numbers or text, or made. A key that is not known is an error,
/// never skipped. All lines go in or none.
class RecordsDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::RecordsDesk)

public:
    static constexpr int mostBadLines = 100;
    static constexpr qint64 mostLineBytes = 1 << 20;

    /// With `divisions` places are told, and codes that are not known are marked as doubtful.
    explicit RecordsDesk(Ledger& ledger, const Divisions* divisions = nullptr)
        : m_ledger(ledger)
        , m_divisions(divisions)
    { }

    /// Fails where the file cannot be read or the work is stopped; bad lines stand in the report, and then nothing was
    /// written.
    Result<RecordsReport> carryOut(QIODevice& lines, Progress& progress);
    Result<RecordsReport> carryOut(const QString& path, Progress& progress);

private:
    Ledger& m_ledger;
    const Divisions* m_divisions;
};

} // namespace songhe
