// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment_repository.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/centre/site.h"
#include "core/devices/device.h"
#include "core/elders/elder_repository.h"
#include "core/exchange/package_repository.h"
#include "core/exchange/receipt_repository.h"
#include "core/health/measurement.h"
#include "core/incidents/incident.h"
#include "core/meals/meal_repository.h"
#include "core/security/audit_check.h"
#include "core/security/session.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/subsidies/claim_repository.h"
#include "core/visits/visit.h"
#include "tests/support/catch.h"

#include "songhe_source_dir.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

// A data file of every released schema is kept in tests/data/schema, named after its version; invented persons, user
// 李敏, password 'kept secret'. The newest program must open each of them and find everything.
TEST_CASE("data of every released schema open in this program with nothing lost", "[security][storage]")
{
    const QDir kept(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/schema"));
    const QStringList files = kept.entryList({u"*.db"_s}, QDir::Files, QDir::Name);
    REQUIRE_FALSE(files.isEmpty());
    for (const QString& name : files) {
        INFO(name.toStdString());
        QTemporaryDir temporary;
        const FixedClock clock(QDate(2026, 11, 23));
        auto folder = DataFolder::open(temporary.filePath(u"data"_s));
        REQUIRE(folder);
        REQUIRE(QFile::copy(kept.filePath(name), (*folder)->storePath()));
        auto session = Session::signIn(**folder, u"李敏"_s, SecureBytes(QByteArrayView("kept secret")), clock);
        REQUIRE(session);
        Ledger& ledger = (*session)->ledger();

        const auto elder = ElderRepository(ledger).find({1001});
        REQUIRE(elder);
        REQUIRE(*elder);
        CHECK((*elder)->name == u"王秀英"_s);
        CHECK((*elder)->residentNumber == u"150204195003050022"_s);
        CHECK(ElderRepository(ledger).factsOf({1001})->size() == 2);
        CHECK(MealRepository(ledger).listOn({2021, 9, 3})->size() == 2);
        const auto claims = ClaimRepository(ledger).list();
        REQUIRE(claims);
        REQUIRE(claims->size() == 1);
        CHECK(claims->front().paid == Fen {300});
        CHECK(PackageRepository(ledger).list()->size() == 1);

        if (name >= u"0012"_s) { // the first with assessments and absences
            const auto assessment = AssessmentRepository(ledger).find({7001});
            REQUIRE(assessment);
            REQUIRE(*assessment);
            CHECK((*assessment)->level == u"moderate"_s);
            CHECK((*assessment)->answers.size() == 22);
            const auto absence = RecordTable<Absence>(ledger).find({8001});
            REQUIRE(absence);
            CHECK((*absence)->reason == AbsenceReason::Hospital);
        }

        if (name >= u"0016"_s) { // the first with the day's services and care, and a claim that was sent
            CHECK(claims->front().state == (name >= u"0017"_s ? ClaimState::Accepted : ClaimState::Exported));
            CHECK((*RecordTable<Service>(ledger).find({8401}))->price == Fen {4500});
            CHECK((*RecordTable<Booking>(ledger).find({8501}))->minutes == 60);
            CHECK((*RecordTable<Agreement>(ledger).find({8301}))->signedBy == u"王强"_s);
            CHECK((*RecordTable<Attendance>(ledger).find({8601}))->out == u"16:30"_s);
            CHECK((*RecordTable<Visit>(ledger).find({8701}))->condition == u"血压偏高"_s);
            CHECK((*RecordTable<Incident>(ledger).find({8801}))->kind == IncidentKind::Fall);
            CHECK((*RecordTable<DeviceLoan>(ledger).find({8951}))->device == Id<Device> {8901});
            CHECK((*RecordTable<Measurement>(ledger).find({9001}))->value == u"135/82"_s);
        }

        if (name >= u"0017"_s) { // the first with a receipt, by which the claim was accepted
            const auto receipts = ReceiptRepository(ledger).list();
            REQUIRE(receipts);
            REQUIRE(receipts->size() == 1);
            CHECK(receipts->front().package == u"songhe-SG01-2021Q3-0001"_s);
            CHECK(receipts->front().accepted == 29);
            CHECK(receipts->front().decisionsSeen == 1);
            CHECK(ReceiptRepository(ledger).items(false, 10)->size() == (name >= u"0018"_s ? 3 : 1));
            CHECK(PackageRepository(ledger).list()->front().acknowledgedAt);
        }

        if (name >= u"0018"_s) { // the first with decisions that were corrected: returned, then accepted after all
            const auto decisions = ReceiptRepository(ledger).decisionsAbout(claims->front().id.value);
            REQUIRE(decisions);
            REQUIRE(decisions->size() == 3);
            CHECK_FALSE(decisions->front().decidedAt); // an earlier program kept it
            CHECK((*decisions)[1].outcome == u"returned"_s);
            CHECK((*decisions)[1].text == u"附表缺第三页"_s);
            CHECK((*decisions)[1].done);
            CHECK((*decisions)[1].decidedAt < (*decisions)[2].decidedAt);
        }

        Progress progress;
        const auto chain = (*session)->audit().verify(progress);
        REQUIRE(chain);
        CHECK(chain->problems.isEmpty());
        CHECK(chain->entries >= 12);

        RecordsCheck check((*session)->store());
        REQUIRE(check.users());
        REQUIRE(check.records<Site>(progress));
        REQUIRE(check.records<Elder>(progress));
        REQUIRE(check.records<ElderPhoto>(progress));
        REQUIRE(check.records<Fact>(progress));
        REQUIRE(check.records<Assessment>(progress));
        REQUIRE(check.records<Absence>(progress));
        REQUIRE(check.records<Service>(progress));
        REQUIRE(check.records<Booking>(progress));
        REQUIRE(check.records<Agreement>(progress));
        REQUIRE(check.records<Attendance>(progress));
        REQUIRE(check.records<Visit>(progress));
        REQUIRE(check.records<Incident>(progress));
        REQUIRE(check.records<DeviceLoan>(progress));
        REQUIRE(check.records<Measurement>(progress));
        REQUIRE(check.records<Meal>(progress));
        REQUIRE(check.records<Claim>(progress));
        REQUIRE(check.records<Package>(progress));
        REQUIRE(check.records<PackageReceipt>(progress));
        REQUIRE(check.records<ReceiptItem>(progress));
        REQUIRE(check.packages());
        CHECK(check.problems() == QStringList());
    }
}
