// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/measurement_desk.h"

#include "core/elders/elder_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

HealthTone toneOfValue(const HealthPlan& plan, MeasurementKind kind, const QString& value)
{
    const HealthBand* band = plan.kind(kind).bandOf(value);
    return band ? band->tone : HealthTone::None;
}

} // namespace

TEST_CASE("values are read as a person reads them off, and no others", "[health]")
{
    TestStore store;
    Elder elder;
    elder.id = {1001};
    elder.name = u"王秀英"_s;
    REQUIRE(ElderDesk(*store).add(elder));
    const auto plan = HealthPlan::builtIn();
    REQUIRE(plan);
    MeasurementDesk desk(*store, *plan);
    const auto add = [&](MeasurementKind kind, const QString& value) {
        Measurement one;
        one.elder = {1001};
        one.kind = kind;
        one.value = value;
        return desk.add(one);
    };
    using enum MeasurementKind;
    CHECK(add(BloodPressure, u"135/82"_s)->value == u"135/82"_s);
    CHECK(add(Glucose, u"7"_s)->value == u"7.0"_s);
    CHECK(add(Weight, u"52.5"_s)->on == QDate(2021, 9, 3));
    for (const QString& bad : {u"135"_s, u"82/135"_s, u"135/82/70"_s, u"135/"_s, u"-135/82"_s, u"135.5/82"_s, u""_s,
                               u"400/82"_s, u"１３５/82"_s}) {
        CAPTURE(bad.toStdString());
        const auto refused = add(BloodPressure, bad);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(u"135/82"_s));
    }
    for (const QString& bad : {u"6.45"_s, u"6,4"_s, u"0"_s, u"1e1"_s})
        CHECK_FALSE(add(Glucose, bad));
    CHECK(desk.listOf({1001})->size() == 3);
    CHECK(desk.newestOf({1001}, Glucose, 10)->size() == 1);
}

TEST_CASE("a warning band begins and ends where the catalogue says", "[health]")
{
    const auto plan = HealthPlan::builtIn();
    REQUIRE(plan);
    using enum MeasurementKind;
    CHECK(toneOfValue(*plan, BloodPressure, u"139/89"_s) == HealthTone::None);
    CHECK(toneOfValue(*plan, BloodPressure, u"140/80"_s) == HealthTone::Soon);
    CHECK(toneOfValue(*plan, BloodPressure, u"179/109"_s) == HealthTone::Soon);
    CHECK(toneOfValue(*plan, BloodPressure, u"150/110"_s) == HealthTone::Bad);
    CHECK(toneOfValue(*plan, BloodPressure, u"89/60"_s) == HealthTone::Bad);
    CHECK(toneOfValue(*plan, Glucose, u"3.9"_s) == HealthTone::Bad);
    CHECK(toneOfValue(*plan, Glucose, u"4.0"_s) == HealthTone::None);
    CHECK(toneOfValue(*plan, Temperature, u"38.4"_s) == HealthTone::Soon);
    CHECK(toneOfValue(*plan, Temperature, u"38.5"_s) == HealthTone::Bad);
}

TEST_CASE("a catalogue of measurements that cannot be right is refused, naming file and place", "[health][rules]")
{
    struct Bad {
        const char* from;
        const char* to;
        const char* place;
    };
    static constexpr Bad bad[] = {
        {"songhe-health/1", "songhe-health/9", "format"},
        {"\"decimals\": 0", "\"decimals\": 3", "kinds[1].decimals"},
        {"\"least\": \"40\"", "\"least\": \"400\"", "kinds[1].parts[1].most"},
        {"\"least\": \"40\"", "\"least\": 40", "kinds[1].parts[1].least"},
        {"\"part\": 1, \"from\": \"180\"", "\"part\": 3, \"from\": \"180\"", "kinds[1].bands[1].part"},
        {"\"tone\": \"bad\"", "\"tone\": \"loud\"", "kinds[1].bands[1].tone"},
        {"\"key\": \"glucose\"", "\"key\": \"weight\"", "kinds[2].key"},
        {"\"tone\": \"none\" }", "\"tone\": \"bad\" }", "examples[1].tone"},
    };
    QFile file(u":/catalogues/health.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    for (const Bad& each : bad) {
        CAPTURE(each.from, each.to);
        QByteArray bytes = good;
        const qsizetype at = bytes.indexOf(each.from);
        REQUIRE(at >= 0);
        bytes.replace(at, qsizetype(qstrlen(each.from)), each.to);
        const auto read = HealthPlan::read(bytes, u"ours.json"_s);
        REQUIRE_FALSE(read);
        CAPTURE(read.error().message.toStdString());
        CHECK(read.error().message.contains(QLatin1String(each.place)));
    }
}
