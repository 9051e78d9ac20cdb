// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/rules/policy_desk.h"
#include "songhe_source_dir.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

QByteArray mealPolicyBytes(const QString& name = u"baotou-2020-meals.json"_s)
{
    QFile file(QStringLiteral(SONGHE_SOURCE_DIR "/resources/policies/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The meal policy with one value put in (or taken out, if undefined) at a path like "limits/0/operator".
QByteArray alteredPolicy(const QString& path, const QJsonValue& value)
{
    const auto put = [](auto&& self, QJsonValue into, QStringList steps, const QJsonValue& given) -> QJsonValue {
        if (steps.isEmpty())
            return given;
        const QString step = steps.takeFirst();
        if (into.isArray()) {
            QJsonArray array = into.toArray();
            array.replace(step.toInt(), self(self, array.at(step.toInt()), steps, given));
            return array;
        }
        QJsonObject object = into.toObject();
        const QJsonValue made = self(self, object.value(step), steps, given);
        if (made.isUndefined())
            object.remove(step);
        else
            object.insert(step, made);
        return object;
    };
    const QJsonObject root = QJsonDocument::fromJson(mealPolicyBytes()).object();
    return QJsonDocument(put(put, root, path.split(u'/'), value).toObject()).toJson();
}

QString refusalOf(const QString& path, const QJsonValue& value)
{
    const auto policy = Policy::read(alteredPolicy(path, value), u"meals.json"_s);
    return policy ? u"accepted"_s : policy.error().message;
}

} // namespace

TEST_CASE("the Baotou meal policy loads and says what the document says", "[rules]")
{
    const auto policy = Policy::read(mealPolicyBytes(), u"baotou-2020-meals.json"_s);
    INFO((policy ? std::string() : policy.error().message.toStdString()));
    REQUIRE(policy);
    CHECK(policy->id == u"baotou-2020-meals");
    CHECK(policy->amount() == Fen {300});
    CHECK(policy->isDraft());
    CHECK_FALSE(policy->requiresSignature);
    CHECK_FALSE(policy->invented);
    CHECK(policy->covers({2020, 1, 1}));
    CHECK(policy->covers({2022, 12, 31}));
    CHECK_FALSE(policy->covers({2023, 1, 1}));
    CHECK(policy->digest.size() == 64);
}

TEST_CASE("an unknown key or operator in a policy file is refused naming file and place", "[rules]")
{
    CHECK(refusalOf(u"bonus"_s, 5)
          == u"meals.json, bonus: this key is not known. Take it out, or use a newer version of the program."_s);
    CHECK(refusalOf(u"conditions/0/colour"_s, u"red"_s).startsWith(u"meals.json, conditions[1].colour: "_s));
    CHECK(refusalOf(u"conditions/2/any/0/operator"_s, u"like"_s)
          == u"meals.json, conditions[3].any[1].operator: 'like' is not known. Use one of: within, in."_s);
    CHECK(refusalOf(u"limits/1/per"_s, u"decade"_s).startsWith(u"meals.json, limits[2].per: 'decade' is not known."_s));
    CHECK(refusalOf(u"conditions/0/value"_s, u"Baotou"_s).startsWith(u"meals.json, conditions[1].value: "_s));
    CHECK(
        refusalOf(u"settings/birthday/default"_s, u"never"_s).startsWith(u"meals.json, settings.birthday.default: "_s));
    CHECK(refusalOf(u"pays/fen"_s, 2.5).startsWith(u"meals.json, pays.fen: a whole number"_s));
    const QJsonObject attended {{u"fact"_s, u"attended"_s},
                                {u"operator"_s, u"in"_s},
                                {u"value"_s, u"sometimes"_s},
                                {u"reason"_s, u"TOO_YOUNG"_s}};
    CHECK(refusalOf(u"conditions/1"_s, attended)
              .startsWith(u"meals.json, conditions[2].value: 'sometimes' is not known. Use one of: yes, no."_s));
    CHECK(refusalOf(u"validFrom"_s, u"2020-13-01"_s).startsWith(u"meals.json, validFrom: a day like"_s));
    CHECK(refusalOf(u"version"_s, QJsonValue(QJsonValue::Undefined)) == u"meals.json, version: this key is missing."_s);
}

TEST_CASE("words with a placeholder that cannot be filled are refused", "[rules]")
{
    CHECK(refusalOf(u"reasons/CAP/zh"_s, u"上限{cap}"_s)
          == u"meals.json, reasons.CAP: the placeholder {cap} cannot be filled."_s);
    CHECK(refusalOf(u"reasons/CAP/en"_s, u"{most|roubles}"_s)
          == u"meals.json, reasons.CAP: the placeholder {most|roubles} cannot be filled."_s);
    CHECK(refusalOf(u"reasons/CAP"_s, QJsonValue(QJsonValue::Undefined))
          == u"meals.json, reasons: there are no words for the reason CAP."_s);
    CHECK(refusalOf(u"conditions/1/reason"_s, u"CHILD"_s).startsWith(u"meals.json, reasons"_s));
}

TEST_CASE("a policy whose worked example comes out otherwise is refused", "[rules]")
{
    CHECK(refusalOf(u"pays/fen"_s, 301)
              .startsWith(u"meals.json, examples[1].verdict: this example gives 301 fen with PAYS, not 300"_s));
    CHECK(refusalOf(u"examples/0/facts/shoe_size"_s, 38).startsWith(u"meals.json, examples[1].facts.shoe_size: "_s));
    CHECK(refusalOf(u"examples"_s, QJsonArray()).startsWith(u"meals.json, examples: "_s));
}

TEST_CASE("a policy file that is no JSON names its line", "[rules]")
{
    const auto policy = Policy::read("{\n \"id\": \n", u"torn.json"_s);
    REQUIRE_FALSE(policy);
    CHECK(policy.error().message.startsWith(u"torn.json, line 3: "_s));
    CHECK_FALSE(Policy::read(QByteArray(DataFile::maxBytes + 1, ' '), u"huge.json"_s));
}

TEST_CASE("words and examples are outside a policy's digest, rules are inside", "[rules]")
{
    const QString digest = Policy::read(mealPolicyBytes(), u"a"_s)->digest;
    CHECK(Policy::read(alteredPolicy(u"title/zh"_s, u"供餐"_s), u"b"_s)->digest == digest);
    CHECK(Policy::read(alteredPolicy(u"reasons/TOO_YOUNG/en"_s, u"too young"_s), u"b"_s)->digest == digest);
    CHECK(Policy::read(alteredPolicy(u"settings/year/title/en"_s, u"Year"_s), u"b"_s)->digest == digest);
    CHECK(Policy::read(alteredPolicy(u"settings/birthday/default"_s, u"day_after"_s), u"b"_s).ok() == false);
    CHECK(Policy::read(alteredPolicy(u"settings/year/default"_s, u"from-04"_s), u"b"_s)->digest != digest);
    CHECK(Policy::read(alteredPolicy(u"limits/1/most"_s, 20000001), u"b"_s)->digest != digest);
}

TEST_CASE("every policy of the program loads and passes its examples", "[rules]")
{
    const auto shelf = PolicyShelf::builtIn();
    REQUIRE(shelf);
    const QString ids
        = u"baotou-2020-meals, bt-area, bt-award, bt-construction, bt-embedded, bt-homebed, bt-operating, "
          "bt-platform, nm-aid, nm-priority, nm-provider, nm-star, yc-bed, yc-construction, yc-newestate, "
          "yc-operating, yc-size, yk-construction, yk-services"_s;
    CHECK(shelf->ids().join(u", "_s) == ids);
    CHECK(shelf->onDay(u"baotou-2020-meals"_s, {2021, 9, 3}));
    CHECK_FALSE(shelf->onDay(u"baotou-2020-meals"_s, {2026, 9, 3}));
    const auto unknown = shelf->mustKnow(u"bt"_s);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message == u"There is no policy 'bt'. Policies here: "_s + ids + u'.');
}

TEST_CASE("the day decides which version of a policy pays", "[rules]")
{
    TestStore store;
    PolicyDesk desk(*store);
    const auto imported = desk.importDemonstration();
    REQUIRE(imported);
    CHECK(imported->invented);
    const auto shelf = desk.shelf();
    REQUIRE(shelf);
    CHECK(shelf->onDay(u"baotou-2020-meals"_s, {2022, 12, 31})->version == 1);
    CHECK(shelf->onDay(u"baotou-2020-meals"_s, {2023, 1, 1})->version == 2);
    CHECK(shelf->onDay(u"baotou-2020-meals"_s, {2026, 11, 22})->version == 2);
    CHECK_FALSE(shelf->onDay(u"baotou-2020-meals"_s, {2019, 12, 31}));
    CHECK(shelf->nearest(u"baotou-2020-meals"_s, {2019, 12, 31})->version == 1);
}

TEST_CASE("importing a policy again changes nothing, other rules under its number are refused", "[rules]")
{
    TestStore store;
    PolicyDesk desk(*store);
    REQUIRE(desk.importDemonstration());
    REQUIRE(desk.importDemonstration());
    PolicyRepository files(*store);
    CHECK(files.list()->size() == 1);
    const auto other = desk.import(alteredPolicy(u"limits/1/most"_s, 20000001), u"meals.json"_s);
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == Error::Kind::Conflict);
    CHECK(files.list()->size() == 1);
}

TEST_CASE("what a centre chose where the text leaves a point open holds from then on", "[rules]")
{
    TestStore store;
    PolicyDesk desk(*store);
    REQUIRE(desk.importDemonstration());
    REQUIRE(desk.choose(u"baotou-2020-meals"_s, u"last_unit"_s, u"partial"_s));
    const auto shelf = desk.shelf();
    REQUIRE(shelf);
    for (const Policy* policy : shelf->versions(u"baotou-2020-meals"_s)) {
        CHECK(policy->paysPart());
        CHECK(policy->setting(u"birthday") == u"on_the_day"_s);
    }
    CHECK(shelf->version(u"baotou-2020-meals"_s, 1)->digest
          == PolicyShelf::builtIn()->version(u"baotou-2020-meals"_s, 1)->digest);
    for (const QString& wrong : {u"never"_s, u""_s})
        CHECK_FALSE(desk.choose(u"baotou-2020-meals"_s, u"last_unit"_s, wrong));
    const auto unknown = desk.choose(u"baotou-2020-meals"_s, u"amount"_s, u"500"_s);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.startsWith(u"The policy baotou-2020-meals does not leave open 'amount=500'."_s));
}

TEST_CASE("attendance can be asked for of beds and services, not of meals", "[rules]")
{
    const QJsonObject setting {
        {u"title"_s, QJsonObject {{u"zh"_s, u"出勤"_s}, {u"en"_s, u"Attendance"_s}}},
        {u"choices"_s, QJsonArray {u"not_required"_s, u"required"_s}},
        {u"default"_s, u"not_required"_s},
    };
    CHECK(refusalOf(u"settings/attendance"_s, setting)
          == u"meals.json, settings: attendance is known of months in beds and of services only."_s);
    const PolicyShelf shelf = *PolicyShelf::builtIn();
    CHECK_FALSE(shelf.version(u"bt-embedded"_s, 1)->asksAttendance());
    CHECK_FALSE(shelf.version(u"bt-embedded"_s, 2)->asksAttendance()); // the text does not say so
    PolicyShelf chosen = shelf;
    REQUIRE(chosen.choose(u"bt-embedded"_s, u"attendance"_s, u"required"_s));
    CHECK(chosen.version(u"bt-embedded"_s, 2)->asksAttendance());
}
