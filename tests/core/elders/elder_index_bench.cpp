// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_index.h"

#include "tests/support/catch.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

using namespace songhe;
using namespace Qt::StringLiterals;

// Hidden: run by name or tag. It prints times and judges none of them.
TEST_CASE("search at 100,000 elders", "[.bench][search]")
{
    const Readings readings = Readings::load().value();
    const QString surnames
        = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解查仇"_s;
    const QString given
        = u"秀英桂兰淑珍玉梅凤霞建国永福德海山林金花春美荣月素芬俊瑞芳翠志明文斌长顺宝成满仓占有才兴旺树光振华庆"_s;
    quint64 state = 7;
    const auto roll = [&](qsizetype sides) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return qsizetype((state >> 33) % quint64(sides));
    };
    std::vector<ElderIndex::Entry> people;
    for (qint64 id = 1; id <= 100000; ++id) {
        ElderIndex::Entry entry;
        entry.id = {id};
        entry.name = surnames.mid(roll(surnames.size()), 1) + given.mid(roll(given.size()), 1)
            + (roll(5) ? given.mid(roll(given.size()), 1) : QString());
        entry.born = QDate(1925, 1, 1).addDays(roll(14000));
        entry.residentNumber = u"150203"_s + entry.born->toString(u"yyyyMMdd"_s) + QString::number(1000 + roll(9000));
        entry.phones = QStringList {QString::number(13000000000LL + roll(2'000'000'000))};
        entry.cardNumber = QString::number(1000000 + id);
        entry.address = u"包头市昆都仑区钢铁大街123号24栋4单元411"_s;
        people.push_back(entry);
    }
    ElderIndex index(readings);
    QElapsedTimer timer;
    timer.start();
    index.build(people);
    WARN("built in " << timer.elapsed() << " ms");

    const QStringList typed {
        u"w"_s,       u"wx"_s,     u"wxy"_s,  u"wangxiuying"_s, u"zhangxy"_s, u"l"_s,    u"li"_s,     u"lig"_s,
        u"yf"_s,      u"ying"_s,   u"x"_s,    u"xiu"_s,         u"g"_s,       u"gu"_s,   u"gui"_s,    u"英"_s,
        u"秀英"_s,    u"王秀英"_s, u"王x"_s,  u"9"_s,           u"98"_s,      u"9810"_s, u"269810"_s, u"150203"_s,
        u"1050000"_s, u"138"_s,    u"zzzz"_s, u"shanzs"_s,      u"f"_s,       u"fh"_s,   u"jin hua"_s};
    std::vector<std::pair<double, QString>> times;
    for (int round = 0; round < 20; ++round)
        for (const QString& text : typed) {
            timer.restart();
            const auto hits = index.find(text);
            times.emplace_back(double(timer.nsecsElapsed()) / 1e6, text);
            REQUIRE(hits.size() <= 50);
        }
    std::sort(times.begin(), times.end());
    const auto& slow = times[times.size() * 99 / 100];
    WARN("median " << times[times.size() / 2].first << " ms, p99 " << slow.first << " ms (" << slow.second << "), most "
                   << times.back().first << " ms (" << times.back().second << ")");
}
