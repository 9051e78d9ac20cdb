// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/record_table.h"

namespace songhe {

/// One change of one record, with what it held before and after, opened for whoever is signed in.
struct RecordChange {
    qint64 number = 0; ///< of the audit entry; rises with time
    QDateTime at;
    Id<User> by;
    QString family;
    qint64 id = 0;
    ChangeKind kind = ChangeKind::Added;
    std::vector<FieldInfo> fields;
    const char* context = "";  ///< of the fields' labels
    std::vector<Value> before; ///< in the order of `fields`; empty for a record that was added
    std::vector<Value> after;
    std::optional<QString> voidReason;
};

/// What happened to all records about one person, from the audit log, the newest first and page by page.
///
///     RecordHistory history(ledger);
///     history.follow<Elder>();
///     history.follow<Meal>(RecordHistory::Which::Voided);
///     ASSIGN_OR_RETURN(const auto page, history.of(elder.value, {}, 50));
///     ASSIGN_OR_RETURN(const auto next, history.of(elder.value, page.back().number, 50));
class RecordHistory {
public:
    /// Of records that come by the thousand only those made void are told.
    enum class Which { All, Voided };

    explicit RecordHistory(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// R's field table names the person its records are about.
    template <typename R> void follow(Which which = Which::All)
    {
        const Schema<R>& schema = schemaOf<R>();
        m_families.push_back({detail::shapeOf(schema.info, {schema.fields.begin(), schema.fields.end()}), which});
    }

    /// At most `most` changes older than the entry `before` (all where it is empty).
    Result<std::vector<RecordChange>> of(qint64 person, std::optional<qint64> before, int most);

private:
    struct Family {
        detail::RowShape shape;
        Which which;
    };

    [[nodiscard]] static QString entriesOf(const Family& family);
    Result<void> complete(RecordChange& change, int revision, const QByteArray& content);

    Ledger& m_ledger;
    std::vector<Family> m_families;
};

} // namespace songhe
