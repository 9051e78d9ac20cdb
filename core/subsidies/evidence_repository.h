// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/fact_timeline.h"
#include "core/rules/policy.h"
#include "core/storage/ledger.h"
#include "core/subsidies/attended_days_repository.h"
#include "core/subsidies/claim.h"

#include <unordered_map>

namespace songhe {

namespace evidence {
struct Dated;
}

/// The words of what a line was decided by: facts of elders, and what is told of beds, facilities and projects.
[[nodiscard]] QString evidenceWords(const QString& kind, const QString& value);

/// Something that may be claimed for, with what is true of it on the day that decides.
struct EvidenceUnit {
    QString family;
    qint64 record = 0;
    Id<Elder> elder;
    Id<Site> site;
    qint64 facility = 0;
    qint64 project = 0;
    QDate on;
    Facts facts;
};

/// Finds what a policy may pay for in a span of days, other than meals: months in beds, facilities, evaluations,
/// projects, budget lines, services, months of lent devices, elders. Nothing is opened; the few rows there are come as
/// a list, by day and record.
class EvidenceRepository {
public:
    EvidenceRepository(Ledger& ledger, const std::unordered_map<qint64, FactTimeline>& people)
        : m_ledger(ledger)
        , m_people(people)
        , m_attended(ledger)
    { }

    /// `asksAttendance`: the fact 'attended' is told of months in beds and of services.
    Result<std::vector<EvidenceUnit>> units(const Policy& policy, QDate first, QDate last, bool asksAttendance = false);
    /// Points that were paid and have no evaluation of the year.
    Result<bool> lacksEvaluation(const std::vector<qint64>& sites, int year);

private:
    /// A first and a last day.
    struct Span {
        QDate from;
        QDate to;
    };
    using Spans = std::unordered_map<qint64, std::vector<Span>>;

    struct Place {
        std::vector<KnownFact> facts;
        Id<Site> site;
        QDate from;
        QDate to;
    };

    template <typename Each> Result<void> each(const QString& sql, std::initializer_list<Value> values, Each&& row);
    Result<void> loadPlaces();
    Result<Spans> spansOf(const QString& table, QDate last);
    Result<void> bedMonths(const Policy& policy, QDate first, QDate last);
    Result<void> loanMonths(QDate first, QDate last);
    Result<void> facilityYears(const Policy& policy, QDate first, QDate last);
    Result<void> facilities(QDate first, QDate last);
    Result<void> dated(const evidence::Dated& shape, QDate first, QDate last);
    Result<void> projects(const Policy& policy, QDate first, QDate last);
    Result<void> elders(QDate first, QDate last);
    Result<std::vector<KnownFact>> premisesOn(qint64 facility, QDate day);
    Result<Fen> costsOf(qint64 project, const QStringList& kinds);
    void addPlace(EvidenceUnit& unit) const;
    void tellAttended(EvidenceUnit& unit, QDate from, QDate to) const;
    Result<void> addFacility(qint64 facility, const Place& place, QDate on);

    Ledger& m_ledger;
    const std::unordered_map<qint64, FactTimeline>& m_people;
    std::unordered_map<qint64, Place> m_places;
    AttendedDaysRepository m_attended;
    bool m_asksAttendance = false;
    std::vector<EvidenceUnit> m_units;
};

} // namespace songhe
