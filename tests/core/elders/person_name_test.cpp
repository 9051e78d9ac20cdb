// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/person_name.h"

#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

QString nameFault(const QString& written)
{
    const auto name = normalisedName(written);
    return name ? u"none"_s : name.error().detail;
}

} // namespace

TEST_CASE("every kind of middle dot becomes the one of the identity card", "[elders]")
{
    for (const QChar dot : u"·•‧・．･∙⋅●﹒"_s) {
        const auto name = normalisedName(u"努尔古丽"_s + dot + u"阿不都拉"_s);
        REQUIRE(name);
        CHECK(*name == u"努尔古丽\u00B7阿不都拉"_s);
    }
    CHECK(*normalisedName(u"努尔古丽 . 阿不都拉"_s) == u"努尔古丽·阿不都拉"_s);
    CHECK(*normalisedName(u"·努尔古丽··阿不都拉·"_s) == u"努尔古丽·阿不都拉"_s);
}

TEST_CASE("blanks go out of Chinese names and stay single in Latin ones", "[elders]")
{
    CHECK(*normalisedName(u" 王　芳 "_s) == u"王芳"_s);
    CHECK(*normalisedName(u"王\u200B芳\uFEFF"_s) == u"王芳"_s);
    CHECK(*normalisedName(u" John   R. Smith "_s) == u"John R. Smith"_s);
    CHECK(*normalisedName(u"Mary · O'Neil"_s) == u"Mary·O'Neil"_s);
    CHECK(*normalisedName(u"Ｊｏｈｎ Smith"_s) == u"John Smith"_s);
}

TEST_CASE("characters beyond the BMP and private ones are kept and count as one", "[elders]")
{
    const QString rare = QString::fromUcs4(U"王\U00020B9F\U0002B5AF");
    CHECK(*normalisedName(rare) == rare);
    CHECK(nameFault(QString::fromUcs4(U"\U00020B9F")) == u"name.short"_s);
    CHECK(*normalisedName(u"王\uE863"_s) == u"王\uE863"_s);
    QString fifty;
    for (int i = 0; i < 50; ++i)
        fifty += QString::fromUcs4(U"\U00020000");
    CHECK(*normalisedName(fifty) == fifty);
    CHECK(nameFault(fifty + u'王') == u"name.long"_s);
}

TEST_CASE("names of any people pass and what is no name is refused", "[elders]")
{
    for (const auto& name : {u"额尔敦巴特尔"_s, u"娜仁花"_s, u"阿力木·买买提"_s, u"单占山"_s, u"欧阳海"_s,
                             u"爱新觉罗·启骧"_s, u"Нергүй"_s, u"ᠰᠠᠷᠠᠨ"_s})
        CHECK(*normalisedName(name) == name);
    CHECK(nameFault({}) == u"name.missing"_s);
    CHECK(nameFault(u" · "_s) == u"name.missing"_s);
    CHECK(nameFault(u"王"_s) == u"name.short"_s);
    for (const auto& bad : {u"王3芳"_s, u"王?芳"_s, u"王*芳"_s, u"王\uFFFD芳"_s, u"=王芳"_s, u"王芳😀"_s})
        CHECK(nameFault(bad) == u"name.characters"_s);
}
