// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claimed_records.h"

#include "core/attendance/absence.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/devices/device.h"
#include "core/facilities/budget.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/project.h"
#include "core/meals/meal.h"
#include "core/services/service.h"
#include "core/storage/record_table.h"

#include <QtCore/QCoreApplication>

namespace songhe {

using namespace Qt::StringLiterals;

namespace claimed_records {

/// What a record is called by itself; empty where it is called after the elder or the facility it belongs to.
template <typename R> QString ownTitle(const R& record)
{
    if constexpr (requires { record.name; })
        return record.name;
    else if constexpr (std::is_same_v<R, Budget>)
        return u"%1 %2"_s.arg(record.year).arg(choiceText(record.purpose));
    else if constexpr (std::is_same_v<R, Device>)
        return record.code;
    else
        return {};
}

} // namespace claimed_records

template <typename R> Result<std::optional<ClaimedRecord>> ClaimedRecords::load(qint64 id)
{
    ASSIGN_OR_RETURN(const std::optional<R> record, RecordTable<R>(m_ledger).find(Id<R> {id}));
    if (!record)
        return std::optional<ClaimedRecord>();
    const Schema<R>& schema = schemaOf<R>();
    ClaimedRecord told;
    told.family = QString::fromLatin1(R::family);
    told.id = id;
    told.recorded = record->recorded;
    told.title = claimed_records::ownTitle(*record);
    for (const Field<R>& field : schema.fields) {
        Value value = field.read(*record);
        if (value.isNull() || field.kind == FieldKind::Id)
            continue;
        const QString key = field.key();
        QString name;
        if (field.kind == FieldKind::Reference) {
            ASSIGN_OR_RETURN(name, titleOf(QString::fromLatin1(field.options.refersTo), value.integer()));
            if (key == u"facility_id" || key == u"device_id")
                told.place = name;
            if (told.title.isEmpty() && (key == u"elder_id" || key == u"facility_id" || key == u"site_id"))
                told.title = name;
        }
        told.fields.push_back({field, QCoreApplication::translate(schema.info.context, field.options.label),
                               std::move(value), std::move(name)});
    }
    return std::optional(std::move(told));
}

Result<std::optional<ClaimedRecord>> ClaimedRecords::find(const QString& family, qint64 id)
{
    using Load = Result<std::optional<ClaimedRecord>> (ClaimedRecords::*)(qint64);
    struct Family {
        const char* name;
        Load load;
    };
    static constexpr Family families[] = {
        {Meal::family, &ClaimedRecords::load<Meal>},
        {BedStay::family, &ClaimedRecords::load<BedStay>},
        {HomeCareBed::family, &ClaimedRecords::load<HomeCareBed>},
        {Facility::family, &ClaimedRecords::load<Facility>},
        {Evaluation::family, &ClaimedRecords::load<Evaluation>},
        {Project::family, &ClaimedRecords::load<Project>},
        {Budget::family, &ClaimedRecords::load<Budget>},
        {Service::family, &ClaimedRecords::load<Service>},
        {Device::family, &ClaimedRecords::load<Device>},
        {DeviceLoan::family, &ClaimedRecords::load<DeviceLoan>},
        {Absence::family, &ClaimedRecords::load<Absence>},
        {Elder::family, &ClaimedRecords::load<Elder>},
        {Site::family, &ClaimedRecords::load<Site>},
        {Staff::family, &ClaimedRecords::load<Staff>},
    };
    for (const Family& one : families)
        if (family == QLatin1String(one.name))
            return (this->*one.load)(id);
    return std::optional<ClaimedRecord>();
}

Result<ClaimedRecords::Names> ClaimedRecords::namesOf(const QString& family, qint64 id)
{
    const QString key = family + u' ' + QString::number(id);
    if (const auto known = m_names.constFind(key); known != m_names.constEnd())
        return *known;
    ASSIGN_OR_RETURN(const std::optional<ClaimedRecord> record, find(family, id));
    Names names {record && !record->title.isEmpty() ? record->title : QString::number(id),
                 record ? record->place : QString()};
    m_names.insert(key, names);
    return names;
}

Result<QString> ClaimedRecords::titleOf(const QString& family, qint64 id)
{
    ASSIGN_OR_RETURN(Names names, namesOf(family, id));
    return std::move(names.title);
}

Result<QString> ClaimedRecords::placeOf(const QString& family, qint64 id)
{
    ASSIGN_OR_RETURN(Names names, namesOf(family, id));
    return std::move(names.place);
}

} // namespace songhe
