// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visits/visit_desk.h"

#include <QtCore/QJsonObject>

namespace songhe {

/// What a centre did on one day. Every figure is a count over records that are not void, as the package's tables have
/// them.
struct DaySummary {
    struct ServiceSum {
        qint64 persons = 0; ///< different elders
        qint64 times = 0;
        qint64 minutes = 0;
        Fen price;
    };

    QDate on;
    qint64 people = 0; ///< with a meal, a service or an attendance that day
    qint64 meals = 0;
    QMap<QString, ServiceSum> services; ///< by item
    qint64 in = 0, absent = 0;          ///< attendances; elders with an absence that holds that day
    qint64 visited = 0;                 ///< visits of the day
    qint64 due = 0, overdue = 0;        ///< not yet made: due on the day, due before it
    QMap<QString, qint64> incidents;    ///< by kind, those that happened
    Fen price, subsidy;                 ///< of the services

    [[nodiscard]] Fen selfPaid() const { return {price.value - subsidy.value}; }
    /// people, meals, services, attendance, visits, incidents, fen: the answer of `day summary`.
    [[nodiscard]] QJsonObject toJson() const;
};

/// Sums up a day. `plan` says what visits are due.
[[nodiscard]] Result<DaySummary> daySummary(Ledger& ledger, const VisitPlan& plan, QDate day);

} // namespace songhe
