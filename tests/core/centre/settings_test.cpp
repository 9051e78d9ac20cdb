// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/settings.h"

#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct SettingTry {
    const char* key;
    QStringList good;
    QStringList bad;
};

const std::vector<SettingTry>& settingTries()
{
    static const QString key = u"age1"_s + QString(58, u'q');
    static const std::vector<SettingTry> tries {
        {"language", {u"zh_CN"_s, u"en"_s}, {u""_s, u"zh"_s, u"EN"_s}},
        {"text_scale", {u"100"_s, u"175"_s}, {u"99"_s, u"176"_s, u"big"_s, u""_s, u" 125"_s}},
        {"contrast", {u"normal"_s, u"high"_s}, {u"low"_s}},
        {"meal.price_fen", {u"0"_s, u"1200"_s, u"100000"_s}, {u"-1"_s, u"12.5"_s, u"100001"_s, u"99999999999"_s}},
        {"meal.late_days", {u"0"_s, u"3"_s, u"365"_s}, {u"-1"_s, u"366"_s, u"few"_s, u""_s}},
        {"meal.policy", {u"baotou-2020-meals"_s}, {u""_s, u"Baotou"_s, u"baotou 2020"_s, u"-a"_s, u"a\n"_s}},
        {"district.name", {u""_s, u"青山区民政局"_s}, {QString(201, u'a')}},
        {"district.recipient",
         {u""_s, key},
         {key + u'q', key.chopped(1), u"AGE1"_s + key.mid(4), key.chopped(1) + u'b'}},
        {"district.public_key",
         {u""_s, u"RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"_s},
         {u"RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO"_s, QString(56, u'A')}},
        {"assessment.second_keying_percent", {u"0"_s, u"100"_s}, {u"101"_s, u"-1"_s, u"5%"_s}},
        {"assessment.warn_days", {u"0"_s, u"365"_s}, {u"366"_s, u""_s}},
        {"assessment.religion", {u"yes"_s, u"no"_s}, {u"maybe"_s}},
        {"attendance.regular_weeks", {u"1"_s, u"52"_s}, {u"0"_s, u"53"_s, u""_s}},
        {"device.policy", {u"nm-aid"_s}, {u""_s, u"NM"_s}},
        {"lock.minutes", {u"0"_s, u"10"_s, u"240"_s}, {u"241"_s, u"-1"_s, u"ten"_s, u""_s}},
        {"slip.paper", {u"a5"_s, u"roll80"_s}, {u"a4"_s}},
    };
    return tries;
}

} // namespace

TEST_CASE("every setting takes its own values and no others, and names them when it refuses", "[centre]")
{
    TestStore store;
    Settings settings(*store);
    CHECK(settingTries().size() == settingLines().size());
    for (const SettingTry& each : settingTries()) {
        const QString key = QString::fromLatin1(each.key);
        INFO(each.key);
        for (const QString& value : each.good) {
            INFO(value.toStdString());
            REQUIRE(settings.set(key, value));
            CHECK(*settings.value(key) == value);
        }
        for (const QString& value : each.bad) {
            INFO(value.toStdString());
            const auto done = settings.set(key, value);
            REQUIRE_FALSE(done);
            CHECK(done.error().kind == Error::Kind::Invalid);
            CHECK(done.error().message.contains(key));
            CHECK(*settings.value(key) == each.good.last());
        }
    }
    CHECK_FALSE(settings.set(u"nothing"_s, u"1"_s));
}

TEST_CASE("what a setting falls back to is allowed", "[centre]")
{
    for (const SettingLine& line : settingLines()) {
        INFO(line.key);
        CHECK(line.allows(QString::fromUtf8(line.fallback)));
    }
}
