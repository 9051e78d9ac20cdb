// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <tuple>
#include <vector>

namespace songhe {

/// One record that speaks for a finding.
struct FoundRecord {
    QString centre; ///< its code
    QString table;
    qint64 id = 0;

    friend bool operator<(const FoundRecord& left, const FoundRecord& right)
    {
        return std::tie(left.centre, left.table, left.id) < std::tie(right.centre, right.table, right.id);
    }
};

/// What the district saw in all centres' records together. Found anew from the store's state after each merge, so the
/// order in which packages came decides nothing. Names no person: the records do.
struct Finding {
    Q_DECLARE_TR_FUNCTIONS(songhe::Finding)

public:
    QString code; ///< double_meal, overlapping_bed, claim_after_death, claimed_twice, rule_out_of_force, sequence_gap,
                  ///< sequence_rewound, restored, chain_broken, conflict, not_delivered, same_person
    QStringList centres;
    std::vector<FoundRecord> records;
    QStringList values; ///< what the words name: a day, an amount, a quarter

    /// What tells it from others of its code.
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QJsonObject toJson() const; ///< {code, text, centres, records}
    [[nodiscard]] QJsonObject body() const;
    [[nodiscard]] static Finding fromBody(const QString& code, const QJsonObject& body);
};

} // namespace songhe
