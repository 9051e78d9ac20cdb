// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/centre/site.h"
#include "core/devices/device.h"
#include "core/elders/elder.h"
#include "core/elders/elder_repository.h"
#include "core/elders/fact.h"
#include "core/exchange/package.h"
#include "core/exchange/receipt_item.h"
#include "core/facilities/acceptance.h"
#include "core/facilities/budget.h"
#include "core/facilities/cost_item.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/premises.h"
#include "core/health/measurement.h"
#include "core/incidents/incident.h"
#include "core/meals/meal.h"
#include "core/rules/policy_file.h"
#include "core/security/user.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/services/catalogue_price.h"
#include "core/services/slip_print.h"
#include "core/subsidies/claim_step.h"
#include "core/visits/visit.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QMap>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct Family {
    FamilyInfo info;
    std::vector<FieldInfo> fields;
    QStringList columnsBeside; ///< columns of this table that are no field of the record
};

template <typename R> Family familyOf(const QStringList& columnsBeside = {})
{
    const Schema<R>& schema = schemaOf<R>();
    return {schema.info, std::vector<FieldInfo>(schema.fields.begin(), schema.fields.end()), columnsBeside};
}

/// Every record family. A new one gets its line here.
std::vector<Family> families()
{
    return {
        familyOf<Site>(),
        familyOf<User>({u"login_digest"_s, u"salt"_s, u"ops"_s, u"memory"_s, u"wrap"_s}),
        familyOf<Elder>(),
        familyOf<Fact>(),
        familyOf<Meal>(),
        familyOf<PolicyFile>(),
        familyOf<Claim>(),
        familyOf<ClaimLine>(),
        familyOf<Package>(),
        familyOf<PackageReceipt>(),
        familyOf<ReceiptItem>(),
        familyOf<ElderPhoto>(),
        familyOf<Facility>(),
        familyOf<Absence>(),
        familyOf<BedStay>(),
        familyOf<HomeCareBed>(),
        familyOf<Premises>(),
        familyOf<Project>(),
        familyOf<CostItem>(),
        familyOf<Acceptance>(),
        familyOf<Evaluation>(),
        familyOf<Budget>(),
        familyOf<Staff>(),
        familyOf<Service>(),
        familyOf<CataloguePrice>(),
        familyOf<Agreement>(),
        familyOf<PlanItem>(),
        familyOf<Booking>(),
        familyOf<SlipPrint>(),
        familyOf<Attendance>(),
        familyOf<Incident>(),
        familyOf<Visit>(),
        familyOf<VisitTier>(),
        familyOf<Measurement>(),
        familyOf<Device>(),
        familyOf<DeviceLoan>(),
        familyOf<Assessment>(),
        familyOf<AssessmentKeying>(),
        familyOf<AssessmentDrawing>(),
        familyOf<ClaimStep>(),
        familyOf<ClaimFact>(),
        familyOf<ClaimRecord>(),
        familyOf<ClaimOpening>(),
    };
}

/// Tables that keep something else than records, and why.
const QMap<QString, QString> noRecords {
    {u"centre"_s, u"one row: the centre and its keys"_s},
    {u"setting"_s, u"key and value"_s},
    {u"lineage"_s, u"when each lineage of the books began"_s},
    {u"import_plan"_s, u"columns remembered by the digest of headings"_s},
    {u"person_key"_s, u"wrapped keys"_s},
    {u"audit"_s, u"the log of changes itself"_s},
    {u"elder_number"_s, u"keyed digests that find duplicates"_s},
};

QString columnType(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
    case FieldKind::Flag:
        return u"INTEGER"_s;
    case FieldKind::Bytes:
        return u"BLOB"_s;
    default:
        return u"TEXT"_s;
    }
}

/// name -> "TYPE" or "TYPE NOT NULL"; `id INTEGER PRIMARY KEY` cannot be null and counts as such.
QMap<QString, QString> columnsOf(Ledger& ledger, const QString& table)
{
    auto rows
        = ledger.store.run(u"SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid"_s, {table});
    REQUIRE(rows);
    QMap<QString, QString> columns;
    while (rows->next())
        columns.insert(rows->text(0),
                       rows->text(1) + (rows->integer(2) + rows->integer(3) > 0 ? u" NOT NULL"_s : u""_s));
    return columns;
}

QMap<QString, QString> referencesOf(Ledger& ledger, const QString& table)
{
    auto rows = ledger.store.run(u"SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)"_s, {table});
    REQUIRE(rows);
    QMap<QString, QString> references;
    while (rows->next())
        references.insert(rows->text(0), rows->text(1));
    return references;
}

QMap<QString, QString> wantedColumns(const Family& family)
{
    QMap<QString, QString> wanted {{u"sealed"_s, u"BLOB"_s},
                                   {u"revision"_s, u"INTEGER NOT NULL"_s},
                                   {u"recorded_at"_s, u"TEXT NOT NULL"_s},
                                   {u"recorded_by"_s, u"INTEGER NOT NULL"_s},
                                   {u"voided_at"_s, u"TEXT"_s}};
    for (const FieldInfo& field : family.fields)
        if (!field.options.sealed)
            wanted.insert(field.key(), columnType(field.kind) + (field.options.required ? u" NOT NULL"_s : u""_s));
    return wanted;
}

QStringList lines(const QMap<QString, QString>& columns)
{
    QStringList out;
    for (auto it = columns.begin(); it != columns.end(); ++it)
        out.append(it.key() + u' ' + it.value());
    return out;
}

} // namespace

TEST_CASE("every table agrees with its record's field table", "[architecture][storage]")
{
    TestStore store;
    for (const Family& family : families()) {
        const QString table = QString::fromLatin1(family.info.family);
        INFO(family.info.family);
        auto columns = columnsOf(*store, table);
        for (const QString& beside : family.columnsBeside)
            CHECK(columns.remove(beside) == 1);
        CHECK(lines(columns).join(u'\n') == lines(wantedColumns(family)).join(u'\n'));
    }
}

TEST_CASE("a field that refers to a family is a foreign key, and the other way round", "[architecture][storage]")
{
    TestStore store;
    for (const Family& family : families()) {
        INFO(family.info.family);
        QMap<QString, QString> wanted;
        for (const FieldInfo& field : family.fields)
            if (field.kind == FieldKind::Reference && !field.options.sealed && *field.options.refersTo)
                wanted.insert(field.key(), QString::fromLatin1(field.options.refersTo));
        CHECK(lines(referencesOf(*store, QString::fromLatin1(family.info.family))).join(u'\n')
              == lines(wanted).join(u'\n'));
    }
}

TEST_CASE("every table is strict, and either a record family or named as none", "[architecture][storage]")
{
    TestStore store;
    QStringList known = noRecords.keys();
    for (const Family& family : families())
        known.append(QString::fromLatin1(family.info.family));

    auto rows = store->store.run(
        u"SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"_s);
    REQUIRE(rows);
    QStringList loose;
    QStringList unknown;
    while (rows->next()) {
        if (rows->integer(1) != 1)
            loose.append(rows->text(0));
        if (!known.contains(rows->text(0)))
            unknown.append(rows->text(0));
    }
    CHECK(loose.join(u' ') == u""_s);
    CHECK(unknown.join(u' ') == u""_s);
}

TEST_CASE("free text about people is sealed", "[architecture][security]")
{
    const QStringList ofPlaces {u"site"_s, u"facility"_s, u"project"_s};
    for (const Family& family : families())
        for (const FieldInfo& field : family.fields) {
            const QString key = field.key();
            const bool aboutPeople = key.contains(u"note"_s) || key.contains(u"remark"_s) || key.contains(u"phone"_s)
                || key.contains(u"address"_s) || (key.contains(u"number"_s) && key != u"audit_number"_s)
                || key.contains(u"evidence"_s) || key.contains(u"contact"_s) || key.contains(u"reason"_s)
                || (key == u"name" && !ofPlaces.contains(QLatin1String(family.info.family)));
            INFO(family.info.family << "." << key.toStdString());
            // One of a closed list is no free text.
            CHECK((!aboutPeople || field.options.sealed || field.kind == FieldKind::Choice));
        }
}
