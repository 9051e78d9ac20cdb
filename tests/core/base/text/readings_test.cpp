// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/readings.h"

#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

const Readings& readings()
{
    static const Readings loaded = Readings::load().value();
    return loaded;
}

/// `shan zhan shan`: the usual reading of every character of a name.
QString spoken(const QString& name)
{
    QStringList words;
    for (const auto& syllables : readings().ofName(name.toUcs4()))
        words << (syllables.empty() ? u"-"_s : readings().text(syllables.front()));
    return words.join(u' ');
}

QStringList allOf(char32_t character)
{
    QStringList words;
    for (const Readings::Syllable syllable : readings().of(character))
        words << readings().text(syllable);
    return words;
}

} // namespace

TEST_CASE("surnames are read as surnames and only in front", "[text]")
{
    const std::pair<QString, QString> cases[] = {
        {u"单占山"_s, u"shan zhan shan"_s},
        {u"仇和平"_s, u"qiu he ping"_s},
        {u"解秀兰"_s, u"xie xiu lan"_s},
        {u"区桂芳"_s, u"ou gui fang"_s},
        {u"曾国强"_s, u"zeng guo qiang"_s},
        {u"查振华"_s, u"zha zhen hua"_s},
        {u"朴正熙"_s, u"piao zheng xi"_s},
        {u"盖凤英"_s, u"ge feng ying"_s},
        {u"任金花"_s, u"ren jin hua"_s},
        {u"华罗庚"_s, u"hua luo geng"_s},
        {u"纪晓岚"_s, u"ji xiao lan"_s},
        {u"缪荃孙"_s, u"miao quan sun"_s},
        {u"繁华"_s, u"po hua"_s},
        {u"尉迟恭"_s, u"yu chi gong"_s},
        {u"万俟卨"_s, u"mo qi xie"_s},
        {u"万淑兰"_s, u"wan shu lan"_s},
        {u"乐毅"_s, u"yue yi"_s},
        {u"员半千"_s, u"yun ban qian"_s},
        {u"折可适"_s, u"she ke shi"_s},
        {u"种师道"_s, u"chong shi dao"_s},
        {u"秘书长"_s, u"bi shu zhang"_s},
        {u"黑伯"_s, u"he bo"_s},
        {u"令狐冲"_s, u"ling hu chong"_s},
        {u"澹台灭明"_s, u"tan tai mie ming"_s},
        {u"长孙无忌"_s, u"zhang sun wu ji"_s},
        {u"逄锦聚"_s, u"pang jin ju"_s},
        {u"冼星海"_s, u"xian xing hai"_s},
        {u"幺书仪"_s, u"yao shu yi"_s},
        {u"吕秀英"_s, u"lv xiu ying"_s},
        {u"王解放"_s, u"wang jie fang"_s},
    };
    for (const auto& [name, pinyin] : cases) {
        INFO(name.toStdString());
        CHECK(spoken(name) == pinyin);
    }
}

TEST_CASE("all readings of a character are known, beyond the BMP too", "[text]")
{
    CHECK(allOf(U'乐').contains(u"yue"_s));
    CHECK(allOf(U'乐').front() == u"le"_s);
    CHECK(allOf(U'单').contains(u"chan"_s));
    CHECK(allOf(U'行').contains(u"hang"_s));
    CHECK(allOf(0x20B9F) == QStringList {u"chi"_s});
    CHECK(allOf(U'a').isEmpty());
    CHECK(allOf(0).isEmpty());
    CHECK(allOf(0x10FFFF).isEmpty());
}

TEST_CASE("a damaged table of readings is refused with its line", "[text]")
{
    QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return folder.filePath(name);
    };
    const QString good = write(u"good"_s, "a\t阿\t\nba\t八\t\n");
    CHECK(Readings::load(good, write(u"none"_s, "")).ok());
    CHECK(Readings::load(write(u"order"_s, "ba\t八\t\na\t阿\t\n"), good).error().message.contains(u"line 2"_s));
    CHECK(Readings::load(good, write(u"unknown"_s, "阿\tzz\n")).error().kind == Error::Kind::Damaged);
    CHECK(Readings::load(folder.filePath(u"nothing"_s), good).error().kind == Error::Kind::Io);
}
