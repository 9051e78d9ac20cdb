// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment.h"
#include "core/services/catalogue.h"

namespace songhe {

/// What a centre and an elder agreed on: which services, from when to when, that she consents and was told the risks.
struct Agreement {
    static constexpr const char* family = "agreement";

    Id<Agreement> id;
    Id<Elder> elder;
    QDate from;
    std::optional<QDate> to;
    QStringList items;              ///< keys of the catalogue; empty: whatever it offers
    std::optional<QString> terms;   ///< sealed
    std::optional<bool> consent;    ///< to the service and to the keeping of her data
    std::optional<bool> riskNotice; ///< she, or who signed for her, was told the risks
    std::optional<QDate> signedOn;
    std::optional<QString> signedBy; ///< sealed
    std::optional<QString> relation; ///< sealed; of who signed to the elder
    std::optional<QString> origin;
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
    [[nodiscard]] bool covers(const QString& item, QDate day) const
    {
        return holdsOn(day) && (items.isEmpty() || items.contains(item));
    }
};

template <> const Schema<Agreement>& schemaOf<Agreement>();

/// One service of an elder's plan: so many times a week or a month.
struct PlanItem {
    static constexpr const char* family = "plan_item";

    Id<PlanItem> id;
    Id<Elder> elder;
    QString item;
    int times = 1;
    PlanPer per = PlanPer::Week;
    QDate from;
    std::optional<QDate> to;
    std::optional<Id<Assessment>> assessment; ///< whose level it was proposed from
    std::optional<QString> note;              ///< sealed
    std::optional<QString> origin;
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

template <> const Schema<PlanItem>& schemaOf<PlanItem>();

} // namespace songhe
