// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/timeline_repository.h"
#include "core/devices/device_plan.h"
#include "core/health/health_plan.h"
#include "core/visits/visit_plan.h"

namespace songhe {

struct Absence;
struct Agreement;
struct Assessment;
struct Attendance;
struct BedStay;
struct Booking;
struct HomeCareBed;
struct Meal;
struct Service;
struct Visit;
struct VisitTier;

/// One record of an elder's life with the centre, in words.
struct TimelineEntry {
    enum class Tone { Plain, Good, Soon, Bad };

    TimelinePlace place;
    QString family; ///< meal, service, visit …
    QString what;
    QString content;
    Id<User> by;
    std::optional<Fen> amount;
    Tone tone = Tone::Plain;
};

/// Everything recorded of one elder, newest first, page by page: a file with ten years behind it opens like a new one.
/// A page opens no more records than it shows. The plans must outlive it.
class Timeline {
    Q_DECLARE_TR_FUNCTIONS(songhe::Timeline)

public:
    struct Plans {
        const VisitPlan& visits;
        const HealthPlan& health;
        const DevicePlan& devices;
    };

    Timeline(Ledger& ledger, Plans plans)
        : m_ledger(ledger)
        , m_plans(plans)
    { }

    /// All families it knows, in the order of one day.
    [[nodiscard]] static QStringList families();
    /// At most `most` entries of these families after `before`; an empty list: there are no more.
    Result<std::vector<TimelineEntry>> page(Id<Elder> elder, const QStringList& families,
                                            const std::optional<TimelinePlace>& before, int most);

private:
    struct Family;
    static std::span<const Family> known();
    template <typename R> Result<TimelineEntry> read(const TimelinePlace& place);
    void tell(const Meal& meal, TimelineEntry& entry);
    void tell(const Service& service, TimelineEntry& entry);
    void tell(const Booking& booking, TimelineEntry& entry);
    void tell(const Agreement& agreement, TimelineEntry& entry);
    void tell(const Attendance& day, TimelineEntry& entry);
    void tell(const Absence& absence, TimelineEntry& entry);
    void tell(const BedStay& stay, TimelineEntry& entry);
    void tell(const HomeCareBed& bed, TimelineEntry& entry);
    void tell(const Visit& visit, TimelineEntry& entry);
    void tell(const VisitTier& tier, TimelineEntry& entry);
    void tell(const Incident& incident, TimelineEntry& entry);
    void tell(const Measurement& one, TimelineEntry& entry);
    void tell(const DeviceLoan& loan, TimelineEntry& entry);
    void tell(const Assessment& assessment, TimelineEntry& entry);
    [[nodiscard]] QString deviceText(Id<Device> device);

    Ledger& m_ledger;
    Plans m_plans;
};

} // namespace songhe
