// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/assessments/answer_sheets.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray scaleFile(const QString& id)
{
    scaleNamed(id); // the resources are there
    QFile file(u":/scales/%1.json"_s.arg(id));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The file with one piece of its text replaced.
QString problemAfter(const QString& id, const QByteArray& from, const QByteArray& to)
{
    QByteArray bytes = scaleFile(id);
    const qsizetype at = bytes.indexOf(from);
    REQUIRE(at >= 0);
    bytes.replace(at, from.size(), to);
    const auto scale = Scale::read(bytes, u"scale.json"_s);
    REQUIRE_FALSE(scale);
    return scale.error().message;
}

} // namespace

TEST_CASE("the standards at hand are read, and their examples hold", "[assessments]")
{
    const auto shelf = ScaleShelf::builtIn();
    REQUIRE(shelf);
    REQUIRE(shelf->scales().size() == 2);
    CHECK(shelf->scales().front()->id == u"gbt42195-2022"_s);
    CHECK(shelf->scale(u"mzt039-2013"_s));
    const auto unknown = shelf->scale(u"katz"_s);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.contains(u"mzt039-2013"_s));
}

TEST_CASE("a scale file with a fault is refused by its place", "[assessments]")
{
    const QString mzt = u"mzt039-2013"_s;
    CHECK(problemAfter(mzt, "\"assessors\": 2", "\"assessors\": 2, \"colour\": \"red\"").contains(u"colour"_s));
    CHECK(
        problemAfter(mzt, "\"method\": \"worst_match\"", "\"method\": \"best_match\"").contains(u"groups[3].method"_s));
    CHECK(problemAfter(mzt, "\"from\": 65", "\"from\": 70").contains(u"groups[1].grades"_s));
    CHECK(problemAfter(mzt, "\"from\": 45, \"to\": 60", "\"from\": 96, \"to\": 99").contains(u"direction"_s));
    CHECK(problemAfter(mzt, "\"direction\": \"higher_is_worse\"", "\"direction\": \"higher_is_better\"")
              .contains(u"groups[2]"_s));
    CHECK(problemAfter(mzt, "\"000\": \"0011\"", "\"000\": \"001\"").contains(u"256"_s));
    CHECK(problemAfter(mzt, "\"000\": \"0011\"", "\"000\": \"0014\"").contains(u"result.table.000"_s));
    CHECK(problemAfter(mzt, "\"by\": 1", "\"by\": 2").contains(u"examples"_s));
    CHECK(problemAfter(mzt, "{\"item\": \"B.2.1\", \"score\": 2}", "{\"item\": \"B.2.1\", \"score\": 3}")
              .contains(u"clauses[1].when.answers[1].item"_s));
    CHECK(problemAfter(mzt, "\"B.3.1\": [2, 3]", "\"B.3.1\": [3]").contains(u"groups[3].rules"_s));
    const QString gbt = u"gbt42195-2022"_s;
    CHECK(problemAfter(gbt, "\"max\": 32", "\"max\": 31").contains(u"groups[1].max"_s));
    CHECK(problemAfter(gbt, "\"from\": 66, \"to\": 89", "\"from\": 67, \"to\": 89").contains(u"result.bands"_s));
    CHECK(problemAfter(gbt, "\"press\": \"9\"", "\"press\": \"0\"").contains(u"press"_s));
    CHECK(problemAfter(gbt, "\"total\": 90", "\"total\": 89").contains(u"examples[1].result.total"_s));
}

TEST_CASE("other words are the same scale, another threshold is not", "[assessments]")
{
    QByteArray words = scaleFile(u"gbt42195-2022"_s);
    words.replace("能力评估规范", "评估规范");
    const auto renamed = Scale::read(words, u"scale.json"_s);
    REQUIRE(renamed);
    CHECK(renamed->digest == gbt42195().digest);
    CHECK(mzt039().digest != gbt42195().digest);

    QByteArray fallback = scaleFile(u"gbt42195-2022"_s);
    fallback.replace("\"choices\": [\"12\", \"6\"]", "\"choices\": [\"12\", \"24\"]");
    const auto changed = Scale::read(fallback, u"scale.json"_s);
    REQUIRE(changed);
    CHECK(changed->digest != gbt42195().digest);
}

TEST_CASE("one key chooses an option, and no two options of an item share it", "[assessments]")
{
    for (const Scale* scale : {&mzt039(), &gbt42195()})
        for (const ScaleItem& item : scale->items) {
            QString keys;
            for (const ScaleOption& option : item.options) {
                CHECK_FALSE(keys.contains(option.press));
                keys += option.press;
            }
        }
    CHECK(mzt039().items[0].options[0].press == u'1'); // scores of 10 and 15 have two digits: options are numbered
    CHECK(gbt42195().items[0].options[0].press == u'4');
}
