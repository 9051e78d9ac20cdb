// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/staff.h"

#include <algorithm>

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<StaffRole>()
{
    static constexpr ChoiceName names[] = {
        {int(StaffRole::CareWorker), "care_worker", "Staff", QT_TRANSLATE_NOOP("Staff", "care worker")},
        {int(StaffRole::Nurse), "nurse", "Staff", QT_TRANSLATE_NOOP("Staff", "nurse")},
        {int(StaffRole::SocialWorker), "social_worker", "Staff", QT_TRANSLATE_NOOP("Staff", "social worker")},
        {int(StaffRole::Assessor), "assessor", "Staff", QT_TRANSLATE_NOOP("Staff", "assessor")},
        {int(StaffRole::Cook), "cook", "Staff", QT_TRANSLATE_NOOP("Staff", "cook")},
        {int(StaffRole::Driver), "driver", "Staff", QT_TRANSLATE_NOOP("Staff", "driver")},
        {int(StaffRole::Manager), "manager", "Staff", QT_TRANSLATE_NOOP("Staff", "manager")},
        {int(StaffRole::Volunteer), "volunteer", "Staff", QT_TRANSLATE_NOOP("Staff", "volunteer")},
        {int(StaffRole::Other), "other", "Staff", QT_TRANSLATE_NOOP("Staff", "other")},
    };
    return names;
}

bool Staff::isCertified(const QString& kind, QDate day) const
{
    return std::any_of(certificates.begin(), certificates.end(), [&](const QJsonValue& each) {
        const QDate first = QDate::fromString(each[u"from"].toString(), Qt::ISODate);
        const QDate last = QDate::fromString(each[u"until"].toString(), Qt::ISODate);
        return each[u"kind"].toString() == kind && (!first.isValid() || first <= day)
            && (!last.isValid() || last >= day);
    });
}

template <> const Schema<Staff>& schemaOf<Staff>()
{
    static constexpr Field<Staff> fields[] = {
        field<&Staff::id>({.key = "id", .required = true}),
        field<&Staff::name>({.key = "name",
                             .label = QT_TRANSLATE_NOOP("Staff", "Name"),
                             .required = true,
                             .maxLength = 50,
                             .sealed = true}),
        field<&Staff::role>({.key = "role", .label = QT_TRANSLATE_NOOP("Staff", "Role")}),
        field<&Staff::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Staff", "Site"), .refersTo = "site"}),
        field<&Staff::certificates>({.key = "certificates", .label = QT_TRANSLATE_NOOP("Staff", "Certificates")}),
        field<&Staff::trainedOn>({.key = "trained_on", .label = QT_TRANSLATE_NOOP("Staff", "Trained on")}),
        field<&Staff::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Staff", "Works here since")}),
        field<&Staff::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Staff", "Last day")}),
        field<&Staff::weeklyHours>({.key = "weekly_hours", .label = QT_TRANSLATE_NOOP("Staff", "Hours a week")}),
    };
    static constexpr Schema<Staff> schema {{Staff::family, "Staff", "id"}, fields};
    return schema;
}

} // namespace songhe
