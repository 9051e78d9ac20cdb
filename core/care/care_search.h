// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/incidents/incident_repository.h"
#include "core/visits/visit_repository.h"

#include <functional>

namespace songhe {

/// An incident or a visit that the search found.
struct CareFound {
    QString family; ///< incident, visit
    qint64 id = 0;
    Id<Elder> elder;
    QDate on;
    QString title; ///< 'Fall', 'Visit: survival check'
};

/// Finds incidents and visits of the last year: by their number, or by whose they are and a word of their kind or their
/// day: 'wxy fall', '王秀英 探访', 'wxy 9-2'. The name comes first.
class CareSearch {
    Q_DECLARE_TR_FUNCTIONS(songhe::CareSearch)

public:
    /// Elders by a part of their name, as the index of names finds them.
    using Named = std::function<std::vector<Id<Elder>>(const QString& word)>;

    explicit CareSearch(Ledger& ledger)
        : m_ledger(ledger)
        , m_incidents(ledger)
        , m_visits(ledger)
    { }

    /// Newest first, a dozen at most. A name alone finds nothing: that is what the elder's own file is for.
    Result<std::vector<CareFound>> find(const QString& text, const Named& named);

private:
    Result<std::vector<CareFound>> byNumber(qint64 number);
    Result<std::vector<CareFound>> ofElder(Id<Elder> elder);
    static CareFound tell(const Incident& incident);
    static CareFound tell(const Visit& visit);

    Ledger& m_ledger;
    IncidentRepository m_incidents;
    VisitRepository m_visits;
};

} // namespace songhe
