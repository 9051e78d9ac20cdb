// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/facility.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<FacilityKind>()
{
    static constexpr ChoiceName names[] = {
        {int(FacilityKind::ServiceCentre), "service_centre", "Facility",
         QT_TRANSLATE_NOOP("Facility", "home and community service centre")},
        {int(FacilityKind::DayCareCentre), "day_care_centre", "Facility",
         QT_TRANSLATE_NOOP("Facility", "day-care centre")},
        {int(FacilityKind::ServiceStation), "service_station", "Facility",
         QT_TRANSLATE_NOOP("Facility", "care service station")},
        {int(FacilityKind::Embedded), "embedded", "Facility",
         QT_TRANSLATE_NOOP("Facility", "embedded micro-institution")},
        {int(FacilityKind::UrbanCentre), "urban_centre", "Facility",
         QT_TRANSLATE_NOOP("Facility", "urban community care centre")},
        {int(FacilityKind::ModelCentre), "model_centre", "Facility", QT_TRANSLATE_NOOP("Facility", "model centre")},
        {int(FacilityKind::Institution), "institution", "Facility", QT_TRANSLATE_NOOP("Facility", "care institution")},
        {int(FacilityKind::MealPoint), "meal_point", "Facility", QT_TRANSLATE_NOOP("Facility", "meal point")},
        {int(FacilityKind::Platform), "platform", "Facility", QT_TRANSLATE_NOOP("Facility", "12349 service platform")},
        {int(FacilityKind::Other), "other", "Facility", QT_TRANSLATE_NOOP("Facility", "other")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Locality>()
{
    static constexpr ChoiceName names[] = {
        {int(Locality::Urban), "urban", "Facility", QT_TRANSLATE_NOOP("Facility", "urban")},
        {int(Locality::RuralPastoral), "rural_pastoral", "Facility",
         QT_TRANSLATE_NOOP("Facility", "rural or pastoral")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<DistrictClass>()
{
    static constexpr ChoiceName names[] = {
        {int(DistrictClass::MunicipalDistrict), "municipal_district", "Facility",
         QT_TRANSLATE_NOOP("Facility", "district of the city")},
        {int(DistrictClass::County), "county", "Facility", QT_TRANSLATE_NOOP("Facility", "county or county city")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<OperatorKind>()
{
    static constexpr ChoiceName names[] = {
        {int(OperatorKind::Enterprise), "enterprise", "Facility",
         QT_TRANSLATE_NOOP("Facility", "enterprise (market supervision)")},
        {int(OperatorKind::CivilAffairs), "civil_affairs", "Facility",
         QT_TRANSLATE_NOOP("Facility", "organisation (civil affairs)")},
        {int(OperatorKind::PublicBody), "public_body", "Facility", QT_TRANSLATE_NOOP("Facility", "public body")},
        {int(OperatorKind::Unregistered), "unregistered", "Facility", QT_TRANSLATE_NOOP("Facility", "not registered")},
    };
    return names;
}

std::optional<DistrictClass> districtClassOf(const QString& divisionCode)
{
    bool number = false;
    const int county = divisionCode.mid(4, 2).toInt(&number);
    if (!number || county == 0)
        return std::nullopt;
    return county <= 20 ? DistrictClass::MunicipalDistrict : DistrictClass::County;
}

template <> const Schema<Facility>& schemaOf<Facility>()
{
    static constexpr Field<Facility> fields[] = {
        field<&Facility::id>({.key = "id", .required = true}),
        field<&Facility::code>(
            {.key = "code", .label = QT_TRANSLATE_NOOP("Facility", "Code"), .required = true, .maxLength = 20}),
        field<&Facility::name>(
            {.key = "name", .label = QT_TRANSLATE_NOOP("Facility", "Name"), .required = true, .maxLength = 60}),
        field<&Facility::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Facility", "Kind"), .required = true}),
        field<&Facility::locality>(
            {.key = "locality", .label = QT_TRANSLATE_NOOP("Facility", "Urban or rural"), .required = true}),
        field<&Facility::division>(
            {.key = "division", .label = QT_TRANSLATE_NOOP("Facility", "Division"), .maxLength = 12}),
        field<&Facility::district>({.key = "district", .label = QT_TRANSLATE_NOOP("Facility", "Rank of the place")}),
        field<&Facility::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Facility", "Site"), .refersTo = "site"}),
        field<&Facility::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Facility", "Open since")}),
        field<&Facility::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Facility", "Last day")}),
        field<&Facility::operatedBy>(
            {.key = "operated_by", .label = QT_TRANSLATE_NOOP("Facility", "Operated by"), .maxLength = 100}),
        field<&Facility::operatorKind>(
            {.key = "operator_kind", .label = QT_TRANSLATE_NOOP("Facility", "Registration of the operator")}),
    };
    static constexpr Schema<Facility> schema {{Facility::family, "Facility", ""}, fields};
    return schema;
}

} // namespace songhe
