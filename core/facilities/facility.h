// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/centre/site.h"
#include "core/records/schema.h"

#include <QtCore/QDate>

namespace songhe {

/// What policies pay for by name.
enum class FacilityKind {
    ServiceCentre,  ///< 居家社区综合服务中心
    DayCareCentre,  ///< 老年人日间照料中心
    ServiceStation, ///< 养老服务站
    Embedded,       ///< 嵌入式微型养老服务机构
    UrbanCentre,    ///< 城市社区养老服务中心
    ModelCentre,    ///< 示范型中心
    Institution,    ///< 养老机构
    MealPoint,      ///< 助餐点
    Platform,       ///< 12349 服务平台
    Other,
};
template <> std::span<const ChoiceName> choiceNames<FacilityKind>();

enum class Locality { Urban, RuralPastoral };
template <> std::span<const ChoiceName> choiceNames<Locality>();

/// A county-level place is a district of its city (市辖区) or not; some caps differ by it.
enum class DistrictClass { MunicipalDistrict, County };
template <> std::span<const ChoiceName> choiceNames<DistrictClass>();

/// Where the operator is registered: only the first three may take over public services (nm-provider).
enum class OperatorKind { Enterprise, CivilAffairs, PublicBody, Unregistered };
template <> std::span<const ChoiceName> choiceNames<OperatorKind>();

/// A place that is built, run, rated and subsidised. Meals are served at a Site, which may belong to one.
struct Facility {
    static constexpr const char* family = "facility";

    Id<Facility> id;
    QString code; ///< unique in the centre: F1
    QString name;
    FacilityKind kind = FacilityKind::ServiceCentre;
    Locality locality = Locality::Urban;
    std::optional<QString> division;       ///< GB/T 2260
    std::optional<DistrictClass> district; ///< from `division` where it is not given
    std::optional<Id<Site>> site;
    std::optional<QDate> from; ///< open for elders since
    std::optional<QDate> to;   ///< the last day; open while it runs
    std::optional<QString> operatedBy;
    std::optional<OperatorKind> operatorKind;
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return (!from || *from <= day) && (!to || *to >= day); }
};

/// GB/T 2260: digits five and six of a district of a city are 01 to 20, of a county 21 to 50, of a city of county rank
/// 81 to 99. Nothing where the code names no place of county rank.
[[nodiscard]] std::optional<DistrictClass> districtClassOf(const QString& divisionCode);

template <> const Schema<Facility>& schemaOf<Facility>();

} // namespace songhe
