// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/records/schema.h"

#include <QtCore/QDate>

namespace songhe {

enum class StaffRole { CareWorker, Nurse, SocialWorker, Assessor, Cook, Driver, Manager, Volunteer, Other };
template <> std::span<const ChoiceName> choiceNames<StaffRole>();

/// Somebody who works for the centre. The name is sealed under her own key.
struct Staff {
    static constexpr const char* family = "staff";

    Id<Staff> id;
    QString name;
    std::optional<StaffRole> role;
    std::optional<Id<Site>> site;
    QJsonArray certificates;        ///< [{"kind": "care_worker", "from": …, "until": "2023-01-01"}]
    std::optional<QDate> trainedOn; ///< training before duty
    std::optional<QDate> from;      ///< works here since
    std::optional<QDate> to;
    std::optional<int> weeklyHours; ///< agreed
    Recorded recorded;

    [[nodiscard]] bool worksOn(QDate day) const { return (!from || *from <= day) && (!to || *to >= day); }
    /// A certificate without an end holds for good.
    [[nodiscard]] bool isCertified(const QString& kind, QDate day) const;
};

template <> const Schema<Staff>& schemaOf<Staff>();

} // namespace songhe
