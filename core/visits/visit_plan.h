// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/incidents/incident.h"
#include "core/rules/facts.h"
#include "core/rules/policy.h"

namespace songhe {

/// So many days or so many months from a day to the next visit.
struct VisitInterval {
    int days = 0;
    int months = 0;

    [[nodiscard]] QDate after(QDate day) const { return day.addMonths(months).addDays(days); }
};

/// One of the reasons to be visited so often: all that is given must hold.
struct VisitWhen {
    Words title;
    int ageAtLeast = 0;
    QString fact;       ///< kind of a dated fact; `ability_level` is the assessed level, else the declared one
    QStringList values; ///< one of these
    std::vector<IncidentKind> incidents; ///< one of these kinds, or …
    std::vector<Injury> injuries;        ///< … an incident with one of these injuries …
    int withinDays = 0;                  ///< … so many days ago at most

    /// Since which day it holds; nothing where it does not.
    [[nodiscard]] std::optional<QDate> since(const Facts& facts, const std::vector<Incident>& recent) const;
};

struct VisitTierPlan {
    QString key; ///< weekly
    Words title;
    VisitInterval every;
    std::vector<VisitWhen> when; ///< of the last tier none: it is for everybody else
};

/// How often elders are visited and why, from `resources/catalogues/visits.json`. The file proves itself by its
/// examples when it is read; an error names file and place.
class VisitPlan {
    Q_DECLARE_TR_FUNCTIONS(songhe::VisitPlan)

public:
    static Result<VisitPlan> builtIn();
    static Result<VisitPlan> read(const QByteArray& bytes, const QString& name);

    struct Proposal {
        const VisitTierPlan* tier = nullptr;
        QString why;                      ///< in the user's language; empty for the last tier
        std::optional<QDate> firstDue {}; ///< when the first visit was or is due by the reasons that hold, the soonest
    };
    /// The first tier one of whose reasons holds. `recent`: her incidents of the last months, on or before the day.
    [[nodiscard]] Proposal propose(const Facts& facts, const std::vector<Incident>& recent) const;
    [[nodiscard]] const std::vector<VisitTierPlan>& tiers() const { return m_tiers; }
    [[nodiscard]] const VisitTierPlan* tier(const QString& key) const;

    /// What may make anybody more than everybody else, for a first sieve: 'living=alone'; a fact of a level stands by
    /// its kind alone.
    struct Watched {
        QStringList facts, kinds;
        int incidentDays = 0;   ///< how long ago at most; 0: no incident does
        bool everybody = false; ///< some reason asks neither for a fact nor for an incident
    };
    [[nodiscard]] Watched watched() const;

    /// After what a visit is due at once, and how long such a change is looked for.
    struct MajorChange {
        Words title;
        VisitInterval within;
        int lookBackDays = 0;
        QStringList incidents, injuries, absencesEnded; ///< keys
    };
    [[nodiscard]] const MajorChange& majorChange() const { return m_change; }
    [[nodiscard]] const VisitInterval& notMet() const { return m_notMet; }
    [[nodiscard]] const VisitInterval& survival() const { return m_survival; }

private:
    std::vector<VisitTierPlan> m_tiers;
    MajorChange m_change;
    VisitInterval m_notMet, m_survival;
};

} // namespace songhe
