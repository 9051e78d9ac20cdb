// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/service.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<ServicePlace>()
{
    static constexpr ChoiceName names[] = {
        {int(ServicePlace::Home), "home", "Service", QT_TRANSLATE_NOOP("Service", "at home")},
        {int(ServicePlace::Centre), "centre", "Service", QT_TRANSLATE_NOOP("Service", "at the centre")},
        {int(ServicePlace::Elsewhere), "elsewhere", "Service", QT_TRANSLATE_NOOP("Service", "elsewhere")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<SignedHow>()
{
    static constexpr ChoiceName names[] = {
        {int(SignedHow::Signature), "signature", "Service", QT_TRANSLATE_NOOP("Service", "signature")},
        {int(SignedHow::Fingerprint), "fingerprint", "Service", QT_TRANSLATE_NOOP("Service", "fingerprint")},
        {int(SignedHow::Proxy), "proxy", "Service", QT_TRANSLATE_NOOP("Service", "signed by another person")},
    };
    return names;
}

template <> const Schema<Service>& schemaOf<Service>()
{
    static constexpr Field<Service> fields[] = {
        field<&Service::id>({.key = "id", .required = true}),
        field<&Service::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Service", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Service::item>({.key = "item",
                               .label = QT_TRANSLATE_NOOP("Service", "Service"),
                               .required = true,
                               .maxLength = 40,
                               .refersTo = "catalogue_item"}),
        field<&Service::servedOn>(
            {.key = "served_on", .label = QT_TRANSLATE_NOOP("Service", "Date"), .required = true}),
        field<&Service::at>({.key = "at", .label = QT_TRANSLATE_NOOP("Service", "Began at")}),
        field<&Service::minutes>({.key = "minutes", .label = QT_TRANSLATE_NOOP("Service", "Minutes")}),
        field<&Service::staff>(
            {.key = "staff_id", .label = QT_TRANSLATE_NOOP("Service", "Done by"), .refersTo = "staff"}),
        field<&Service::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Service", "Site"), .refersTo = "site"}),
        field<&Service::place>({.key = "place", .label = QT_TRANSLATE_NOOP("Service", "Where")}),
        field<&Service::price>({.key = "price_fen", .label = QT_TRANSLATE_NOOP("Service", "Price"), .required = true}),
        field<&Service::subsidy>(
            {.key = "subsidy_fen", .label = QT_TRANSLATE_NOOP("Service", "Subsidy"), .required = true}),
        field<&Service::satisfaction>(
            {.key = "satisfaction", .label = QT_TRANSLATE_NOOP("Service", "Satisfaction, 1 to 5")}),
        field<&Service::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Service", "Where it came from"), .maxLength = 40}),
        field<&Service::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Service", "Note"), .maxLength = 500, .sealed = true}),
        field<&Service::payer>({.key = "payer", .label = QT_TRANSLATE_NOOP("Service", "Who pays")}),
        field<&Service::group>(
            {.key = "group_id", .label = QT_TRANSLATE_NOOP("Service", "Together with"), .refersTo = "service"}),
        field<&Service::signedHow>({.key = "signed_how", .label = QT_TRANSLATE_NOOP("Service", "Signed how")}),
        field<&Service::signedAt>({.key = "signed_at", .label = QT_TRANSLATE_NOOP("Service", "Signed at")}),
        field<&Service::signedBy>(
            {.key = "signed_by", .label = QT_TRANSLATE_NOOP("Service", "Signed by"), .maxLength = 50, .sealed = true}),
        field<&Service::relation>({.key = "relation",
                                   .label = QT_TRANSLATE_NOOP("Service", "Relation to the elder"),
                                   .maxLength = 50,
                                   .sealed = true}),
        field<&Service::complaint>(
            {.key = "complaint", .label = QT_TRANSLATE_NOOP("Service", "Complaint"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<Service> schema {{Service::family, "Service", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
