// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site_desk.h"
#include "core/devices/device_desk.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/staff/staff_desk.h"
#include "ui/pages/record_sections.h"

namespace songhe {
class PolicyShelf;
}

namespace songhe::ui {

/// What happened to elders, what was measured of them, and which devices they have.
class CarePage : public RecordSections {
    Q_OBJECT

public:
    struct Desks {
        IncidentDesk& incidents;
        MeasurementDesk& measurements;
        DeviceDesk& devices;
        StaffDesk& staff;
        SiteDesk& sites;
        const PolicyShelf& policies;
        const ElderIndex& index;
    };

    CarePage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

private:
    enum Section { Incidents, Measurements, Devices, Loans };

    void makeIncidents();
    void makeMeasurements();
    void makeDevices();
    void makeLoans();
    void takeBack();
    Result<DeviceLoan> lend(DeviceLoan loan);
    [[nodiscard]] QString deviceText(const QString& kind) const;
    [[nodiscard]] std::vector<Found> allOf(const QString& family) const override;
    [[nodiscard]] std::vector<std::pair<QString, QString>> wordsOf(const QString& context,
                                                                   const QString& key) const override;
    void showOwnActions() override;

    Desks m_desks;
    RecordSection<DeviceLoan>* m_loans = nullptr;
    ActionButton* m_back = nullptr;
};

} // namespace songhe::ui
