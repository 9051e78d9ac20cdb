// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/frozen_records_repository.h"

#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/devices/device.h"
#include "core/facilities/acceptance.h"
#include "core/facilities/budget.h"
#include "core/facilities/cost_item.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/premises.h"
#include "core/services/service.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace frozen_records {

template <typename R> FrozenFamily familyOf(const QString& where, bool inPart = false)
{
    FrozenFamily family {QString::fromLatin1(R::family), where, {}, {}, {}, inPart};
    QStringList pairs, values;
    for (const Field<R>& field : schemaOf<R>().fields) {
        if (field.options.sealed)
            continue;
        const QString key = field.key();
        const bool isId = field.kind == FieldKind::Id || field.kind == FieldKind::Reference;
        pairs << (isId ? u"'%1', CAST(%1 AS TEXT)"_s : u"'%1', %1"_s).arg(key);
        const QString content = u"json_extract(content, '$.%1')"_s.arg(key);
        values << (isId ? u"CAST(%1 AS INTEGER)"_s.arg(content) : content);
        family.names << key;
    }
    family.json = u"json_object(%1)"_s.arg(pairs.join(u", "_s));
    family.values = values.join(u", "_s);
    return family;
}

} // namespace frozen_records

const std::vector<FrozenFamily>& frozenFamilies()
{
    using frozen_records::familyOf;
    // Places and projects are few and belong together; of persons only those whom the claim is about.
    static const QString all = u"?2 = ?2"_s;
    static const QString people = u"elder_id IN (SELECT elder_id FROM claim_line WHERE claim_id = ?2)"_s;
    static const QString claimed = u"id IN (SELECT record_id FROM claim_line WHERE claim_id = ?2)"_s;
    static const QString lent = u"id IN (SELECT device_id FROM device_loan WHERE %1)"_s.arg(claimed);
    // Of attendance the months that the claim's lines are about.
    static const QString attended
        = u"id IN (SELECT a.id FROM claim_line l JOIN attendance a ON a.elder_id = l.elder_id AND a.attended_on "
          u"BETWEEN "
          "date(l.served_on, 'start of month') AND date(l.served_on, 'start of month', '+1 month', '-1 day') "
          "WHERE l.claim_id = ?2 AND l.voided_at IS NULL)"_s;
    static const std::vector<FrozenFamily> families {
        familyOf<Facility>(all),
        familyOf<Premises>(all),
        familyOf<Project>(all),
        familyOf<Acceptance>(all),
        familyOf<CostItem>(all),
        familyOf<Evaluation>(all),
        familyOf<Budget>(all),
        familyOf<BedStay>(people),
        familyOf<HomeCareBed>(people),
        familyOf<Service>(claimed),
        familyOf<Device>(lent),
        familyOf<DeviceLoan>(claimed),
        familyOf<Attendance>(attended, true),
    };
    return families;
}

QStringList frozenFamiliesOf(const Policy& policy, bool mayAskAttendance)
{
    const auto names = [mayAskAttendance](std::initializer_list<const char*> list) {
        QStringList made;
        if (mayAskAttendance)
            made << QString::fromLatin1(Attendance::family);
        for (const char* name : list)
            made << QString::fromLatin1(name);
        return made;
    };
    switch (policy.pays.unit) {
    case Pays::Unit::BedMonth:
        return names({Facility::family, BedStay::family, HomeCareBed::family});
    case Pays::Unit::FacilityYear:
    case Pays::Unit::Facility:
        return names({Facility::family, Premises::family});
    case Pays::Unit::Evaluation:
        return names({Facility::family, Evaluation::family});
    case Pays::Unit::Project:
    case Pays::Unit::Instalment:
        return names({Facility::family, Project::family, Acceptance::family, CostItem::family});
    case Pays::Unit::Budget:
        return names({Facility::family, Budget::family});
    case Pays::Unit::Service:
        return names({Service::family});
    case Pays::Unit::LoanMonth:
        return names({Device::family, DeviceLoan::family});
    case Pays::Unit::Meal:
    case Pays::Unit::Elder:
        break;
    }
    return {};
}

} // namespace songhe
