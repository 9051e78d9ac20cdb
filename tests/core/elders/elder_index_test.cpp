// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_index.h"

#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

const Readings& indexReadings()
{
    static const Readings loaded = Readings::load().value();
    return loaded;
}

ElderIndex::Entry person(qint64 id, const QString& name, QDate born = {1940, 1, 1})
{
    return {.id = {id},
            .name = name,
            .sex = Sex::Female,
            .born = born,
            .died = {},
            .address = {},
            .residentNumber = {},
            .phones = {},
            .cardNumber = {}};
}

/// A small centre: each test asks it as a clerk would.
struct Centre {
    ElderIndex index {indexReadings()};

    Centre()
    {
        std::vector<ElderIndex::Entry> people {
            person(1, u"王秀英"_s, {1937, 6, 26}),
            person(2, u"王秀英"_s, {1950, 3, 5}),
            person(3, u"单占山"_s),
            person(4, u"张秀英"_s),
            person(5, u"张雪"_s),
            person(6, u"尉迟恭"_s),
            person(7, u"阿力木·买买提"_s),
            person(8, u"吕梁"_s),
            person(9, u"解秀兰"_s),
            person(10, QString::fromUcs4(U"王\U00020B9F")),
            person(11, u"额尔敦巴特尔"_s),
            person(12, u"John Smith"_s),
            person(13, u"陈张氏"_s),
            person(14, u"赵长春"_s),
            person(15, u"查振华"_s),
        };
        people[0].address = u"包头市青山区友谊大街56号"_s;
        people[0].residentNumber = u"150205193706269810"_s;
        people[0].phones = QStringList {u"0472-4945384"_s, u"17159612053"_s};
        people[0].cardNumber = u"BT-00017"_s;
        people[1].residentNumber = u"15020719420901980X"_s;
        people[4].cardNumber = u"9810"_s;
        people[13].died = QDate(2021, 5, 1);
        index.build(people);
    }

    QList<qint64> ids(const QString& text, int limit = 50) const
    {
        QList<qint64> found;
        for (const ElderHit& hit : index.find(text, limit))
            found << hit.id.value;
        return found;
    }
    FoundBy how(const QString& text) const { return index.find(text, 1).at(0).foundBy; }
};

using Ids = QList<qint64>;

} // namespace

TEST_CASE("a name is found by any part of it", "[elders][search]")
{
    const Centre centre;
    CHECK(centre.ids(u"王秀英"_s) == Ids {1, 2});
    CHECK(centre.how(u"王秀英"_s) == FoundBy::ExactName);
    CHECK(centre.ids(u"秀英"_s) == Ids {1, 2, 4});
    CHECK(centre.how(u"秀英"_s) == FoundBy::Inside);
    CHECK(centre.ids(u"占"_s) == Ids {3});
    CHECK(centre.ids(u"买买提"_s) == Ids {7});
    CHECK(centre.ids(u"阿力木买买提"_s) == Ids {7});
    CHECK(centre.ids(u"阿力木・买买提"_s) == Ids {7});
    CHECK(centre.ids(QString::fromUcs4(U"\U00020B9F")) == Ids {10});
    CHECK(centre.ids(u"英王"_s).isEmpty());
    CHECK(centre.ids({}).isEmpty());
    CHECK(centre.ids(u"·"_s).isEmpty());
    CHECK(centre.ids(u"王秀英"_s, 0).isEmpty());
}

TEST_CASE("a name is found by pinyin, with and without blanks, and by initials and mixtures", "[elders][search]")
{
    const Centre centre;
    for (const auto& text : {u"wangxiuying"_s, u"wang xiu ying"_s, u"Wang Xiuying"_s, u"wxy"_s, u"wangxy"_s,
                             u"wangxiuy"_s, u"wxiuying"_s, u"王xy"_s, u"王xiuying"_s, u"ｗｘｙ"_s, u"w x y"_s}) {
        INFO(text.toStdString());
        CHECK(centre.ids(text) == Ids {1, 2});
    }
    CHECK(centre.how(u"wangxiuying"_s) == FoundBy::ExactPinyin);
    CHECK(centre.how(u"wxy"_s) == FoundBy::Start);
    CHECK(centre.ids(u"xiuying"_s) == Ids {1, 2, 4});
    CHECK(centre.ids(u"zhxy"_s) == Ids {4});
    CHECK(centre.ids(u"zx"_s) == Ids {4, 5});
    CHECK(centre.ids(u"zhangx"_s) == Ids {4, 5});
    CHECK(centre.ids(u"almmmt"_s) == Ids {7});
    CHECK(centre.ids(u"mmt"_s) == Ids {7});
    CHECK(centre.ids(u"eedbte"_s) == Ids {11});
    CHECK(centre.ids(u"eerdunbateer"_s) == Ids {11});
    for (const auto& text : {u"lv"_s, u"lvliang"_s, u"luliang"_s, u"lyuliang"_s, u"lü"_s})
        CHECK(centre.ids(text).contains(8));
    CHECK(centre.ids(u"john"_s) == Ids {12});
    CHECK(centre.ids(u"smith"_s) == Ids {12});
    CHECK(centre.ids(u"js"_s) == Ids {12});
    CHECK(centre.ids(u"wangq"_s).isEmpty());
    CHECK(centre.ids(u"wanx"_s).isEmpty());
}

TEST_CASE("surname readings come first, the plain reading finds her too", "[elders][search]")
{
    const Centre centre;
    CHECK(centre.how(u"shanzs"_s) == FoundBy::Start);
    CHECK(centre.how(u"danzs"_s) == FoundBy::OtherReading);
    CHECK(centre.ids(u"danzs"_s) == Ids {3});
    CHECK(centre.how(u"yuchigong"_s) == FoundBy::ExactPinyin);
    CHECK(centre.ids(u"ycg"_s) == Ids {6});
    CHECK(centre.how(u"xiexl"_s) == FoundBy::Start);
    CHECK(centre.ids(u"jiexl"_s) == Ids {9});
    // 查 is zha in front of chang: those that begin so stand before those that only have it inside.
    CHECK(centre.ids(u"zha"_s) == Ids {15, 4, 5, 14, 13, 3});
}

TEST_CASE("numbers are found by their tails and cards by a scan", "[elders][search]")
{
    const Centre centre;
    CHECK(centre.ids(u"269810"_s) == Ids {1});
    CHECK(centre.how(u"269810"_s) == FoundBy::NumberTail);
    CHECK(centre.ids(u"150205193706269810"_s) == Ids {1});
    CHECK(centre.how(u"150205193706269810"_s) == FoundBy::ExactName);
    CHECK(centre.ids(u"980x"_s) == Ids {2});
    CHECK(centre.ids(u"150207"_s) == Ids {2});
    CHECK(centre.ids(u"2053"_s) == Ids {1});
    CHECK(centre.how(u"2053"_s) == FoundBy::PhoneTail);
    CHECK(centre.ids(u"4945384"_s) == Ids {1});
    CHECK(centre.ids(u"17159612053"_s) == Ids {1});
    CHECK(centre.ids(u"1715"_s) == Ids {1});
    CHECK(centre.ids(u"9810"_s) == Ids {5, 1});
    CHECK(centre.how(u"9810"_s) == FoundBy::Card);
    CHECK(centre.ids(u"bt-00017"_s) == Ids {1});
    CHECK(centre.how(u"BT-00017"_s) == FoundBy::Card);
    CHECK(centre.ids(u"BT-000"_s) == Ids {1});
    CHECK(centre.ids(u"0000"_s).isEmpty());
    CHECK(centre.ids(QString(500, u'1')).isEmpty());
    CHECK(centre.ids(QString(500, u'w')).isEmpty());
}

TEST_CASE("the living come before the dead and namesakes are told apart", "[elders][search]")
{
    Centre centre;
    CHECK(centre.ids(u"z"_s) == Ids {15, 4, 5, 14, 13, 3, 11});
    const auto hits = centre.index.find(u"wxy"_s);
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].born == QDate(1937, 6, 26));
    CHECK(hits[0].address == u"包头市青山区友谊大街56号"_s);
    CHECK(hits[0].phones.size() == 2);
    CHECK(hits[1].born == QDate(1950, 3, 5));
    CHECK(centre.index.find(u"zcc"_s).at(0).died == QDate(2021, 5, 1));
    CHECK(centre.ids(u"w"_s, 2) == Ids {10, 1});
}

TEST_CASE("one elder is changed and taken out without the others", "[elders][search]")
{
    Centre centre;
    ElderIndex::Entry changed = person(1, u"李淑兰"_s);
    changed.cardNumber = u"77"_s;
    centre.index.put(changed);
    CHECK(centre.ids(u"王秀英"_s) == Ids {2});
    CHECK(centre.ids(u"lishulan"_s) == Ids {1});
    CHECK(centre.ids(u"77"_s) == Ids {1});
    CHECK(centre.ids(u"BT-00017"_s).isEmpty());
    CHECK(centre.ids(u"2053"_s).isEmpty());
    CHECK(centre.index.size() == 15);
    CHECK(centre.index.byId({1})->name == u"李淑兰"_s);

    centre.index.remove({2});
    centre.index.remove({2});
    CHECK(centre.ids(u"王秀英"_s).isEmpty());
    CHECK(centre.index.size() == 14);
    CHECK(centre.index.all().size() == 14);

    centre.index.clear();
    CHECK(centre.index.size() == 0);
    CHECK(centre.ids(u"lishulan"_s).isEmpty());
    CHECK_FALSE(centre.index.byId({1}));
    centre.index.put(person(3, u"单占山"_s));
    CHECK(centre.ids(u"szs"_s) == Ids {3});
}

TEST_CASE("thousands of corrections leave the index as a fresh one would be", "[elders][search]")
{
    ElderIndex index(indexReadings());
    const QString surnames = u"王李张刘陈杨赵黄周吴"_s;
    const QString given = u"秀英桂兰淑珍玉梅凤霞建国永福德海山林"_s;
    std::vector<ElderIndex::Entry> latest(200);
    for (int step = 0; step < 6000; ++step) {
        const int which = (step * 7919) % 200;
        ElderIndex::Entry entry = person(which + 1, surnames.mid((step * 31) % 10, 1) + given.mid((step * 17) % 18, 2));
        entry.address = u"包头市昆都仑区钢铁大街123号24栋4单元411"_s;
        entry.phones = QStringList {QString::number(13800000000LL + step)};
        latest[std::size_t(which)] = entry;
        index.put(entry);
    }
    ElderIndex fresh(indexReadings());
    fresh.build(latest);
    CHECK(index.size() == 200);
    CHECK(index.all() == fresh.all());
    for (const auto& text : {u"w"_s, u"xy"_s, u"lg"_s, u"桂"_s, u"138"_s, u"zhang"_s, u"99"_s}) {
        const auto left = index.find(text);
        const auto right = fresh.find(text);
        REQUIRE(left.size() == right.size());
        std::vector<qint64> leftIds, rightIds;
        for (const ElderHit& hit : left)
            leftIds.push_back(hit.id.value);
        for (const ElderHit& hit : right)
            rightIds.push_back(hit.id.value);
        if (!text.front().isDigit())
            CHECK(leftIds == rightIds);
    }
}
