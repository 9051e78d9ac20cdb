// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/schema.h"
#include "core/storage/ledger.h"

#include <QtCore/QHash>

namespace songhe {

/// A record that a line of a claim is about, as screen and paper show it.
struct ClaimedRecord {
    struct Told {
        FieldInfo field;
        QString label; ///< in the user's language
        Value value;   ///< sealed ones opened
        QString name;  ///< of the record that a reference points at
    };

    QString family;
    qint64 id = 0;
    QString title; ///< of whom or what it is: a person's name, a facility's, a project's
    QString place; ///< the facility, where it has one
    std::vector<Told> fields;
    Recorded recorded;
};

/// Finds the records behind the lines of claims, whatever their family. Each name is looked up once.
class ClaimedRecords {
public:
    explicit ClaimedRecords(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// Nothing where it is not here, or of a family that no claim is about.
    Result<std::optional<ClaimedRecord>> find(const QString& family, qint64 id);
    /// What to call it in a list; its number where it is not here.
    Result<QString> titleOf(const QString& family, qint64 id);
    /// The facility it belongs to; empty where it has none.
    Result<QString> placeOf(const QString& family, qint64 id);

private:
    struct Names {
        QString title;
        QString place;
    };
    template <typename R> Result<std::optional<ClaimedRecord>> load(qint64 id);
    Result<Names> namesOf(const QString& family, qint64 id);

    Ledger& m_ledger;
    QHash<QString, Names> m_names; ///< by family and number
};

} // namespace songhe
