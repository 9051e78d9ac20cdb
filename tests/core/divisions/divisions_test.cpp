// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/divisions/divisions.h"

#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

const Divisions& table()
{
    static const Divisions divisions = Divisions::load().value();
    return divisions;
}

QString matched(const QString& written, const QString& near = {})
{
    return table().match(written, near).code.value_or(u"?"_s);
}

} // namespace

TEST_CASE("the table of divisions loads and names a code in full", "[divisions]")
{
    CHECK(table().nameOf(u"150205"_s) == u"内蒙古自治区包头市石拐区"_s);
    CHECK(table().nameOf(u"150200"_s) == u"内蒙古自治区包头市"_s);
    CHECK(table().nameOf(u"150000"_s) == u"内蒙古自治区"_s);
    CHECK(table().nameOf(u"110101"_s) == u"北京市东城区"_s);
    CHECK(table().nameOf(u"429004"_s) == u"湖北省仙桃市"_s);
    CHECK(table().nameOf(u"150205001001"_s) == u"内蒙古自治区包头市石拐区"_s);
    CHECK(table().nameOf(u"999999"_s) == u"999999"_s);
    CHECK(table().find(u"999999"_s) == nullptr);
    CHECK(table().nameOf(u"150205"_s, u"150204"_s) == u"石拐区"_s);
    CHECK(table().nameOf(u"152921"_s, u"150204"_s) == u"阿拉善盟阿拉善左旗"_s);
    CHECK(table().nameOf(u"110101"_s, u"150204"_s) == u"北京市东城区"_s);
}

TEST_CASE("abolished codes keep their last name and when it was last seen", "[divisions]")
{
    const Division* chongwen = table().find(u"110103"_s);
    REQUIRE(chongwen);
    CHECK(chongwen->isAbolished());
    CHECK(chongwen->fullName == u"北京市崇文区"_s);
    CHECK(chongwen->last == u"2009-12"_s);
    CHECK(table().find(u"152601"_s)->fullName == u"内蒙古自治区乌兰察布盟集宁市"_s);
    CHECK_FALSE(table().find(u"150205"_s)->isAbolished());
}

TEST_CASE("a place is matched in any usual way of writing it", "[divisions]")
{
    for (const auto& written :
         {u"150205"_s, u"石拐区"_s, u"石拐"_s, u"包头石拐"_s, u"包头市石拐"_s, u"包头市石拐区"_s, u"包头石拐区"_s,
          u"内蒙古包头市石拐区"_s, u"内蒙古自治区包头市石拐区"_s, u"内蒙包头石拐"_s, u"内蒙古 包头市 石拐区"_s,
          u"内蒙古-包头-石拐区"_s, u"内蒙古石拐区"_s, u"包头市石拐区民族东路90号6栋2单元405"_s, u"石拐区民族东路90号"_s,
          u"中国内蒙古自治区包头市石拐区"_s, u"包头市石拐矿区"_s, u"150205001"_s, u"１５０２０５"_s}) {
        INFO(written.toStdString());
        CHECK(matched(written) == u"150205"_s);
    }
    const std::pair<QString, QString> cases[] = {
        {u"包头"_s, u"150200"_s},
        {u"包头市友谊大街56号"_s, u"150200"_s},
        {u"内蒙古"_s, u"150000"_s},
        {u"包头市土默特右旗"_s, u"150221"_s},
        {u"土右旗萨拉齐镇"_s, u"150221"_s},
        {u"达茂旗"_s, u"150223"_s},
        {u"包头昆区"_s, u"150203"_s},
        {u"包头市昆都仑区钢铁大街123号"_s, u"150203"_s},
        {u"包头白云区"_s, u"150206"_s},
        {u"包头市稀土高新区"_s, u"150271"_s},
        {u"阿拉善左旗"_s, u"152921"_s},
        {u"阿左旗"_s, u"152921"_s},
        {u"北京东城区"_s, u"110101"_s},
        {u"北京市朝阳区建国路1号"_s, u"110105"_s},
        {u"恩施州利川市"_s, u"422802"_s},
        {u"吉林"_s, u"220000"_s},
        {u"吉林市"_s, u"220200"_s},
        {u"海南区"_s, u"150303"_s},
        {u"海南省海口市"_s, u"460100"_s},
        {u"北京市崇文区"_s, u"110103"_s},
        {u"15"_s, u"150000"_s},
    };
    for (const auto& [written, code] : cases) {
        INFO(written.toStdString());
        CHECK(matched(written) == code);
    }
}

TEST_CASE("a place that cannot be told is told as such, with what it could be", "[divisions]")
{
    const PlaceMatch qingshan = table().match(u"青山区"_s);
    CHECK_FALSE(qingshan.code);
    CHECK(qingshan.candidates == std::vector<QString> {u"150204"_s, u"420107"_s});
    CHECK(matched(u"青山区"_s, u"150205"_s) == u"150204"_s);
    CHECK(matched(u"青山区幸福路1号"_s, u"150205"_s) == u"150204"_s);
    CHECK(matched(u"和平区"_s) == u"?"_s);
    for (const auto& none :
         {u""_s, u"友谊大街56号"_s, u"中山路3号"_s, u"和平小区"_s, u"老家"_s, u"100"_s, u"999999"_s, u"市辖区"_s}) {
        INFO(none.toStdString());
        CHECK(matched(none) == u"?"_s);
        CHECK(table().match(none).candidates.empty());
    }
}

TEST_CASE("every division of today is found by its full name and by its code", "[divisions]")
{
    int wrong = 0;
    int seen = 0;
    for (const Division* province : table().children({}))
        for (const Division* city : table().children(province->code))
            for (const Division* county : table().children(city->code)) {
                ++seen;
                const bool named = matched(county->fullName) == county->code;
                const bool within
                    = Divisions::within(county->code, city->code) && Divisions::within(county->code, province->code);
                wrong += !named || !within || matched(county->code) != county->code;
                if (!named)
                    UNSCOPED_INFO(county->fullName.toStdString() << " " << county->code.toStdString());
            }
    CHECK(wrong == 0);
    CHECK(seen > 2700);
}

TEST_CASE("within goes by prefix", "[divisions]")
{
    CHECK(Divisions::within(u"150205"_s, u"150200"_s));
    CHECK(Divisions::within(u"150205"_s, u"1502"_s));
    CHECK(Divisions::within(u"150205"_s, u"150000"_s));
    CHECK(Divisions::within(u"150205"_s, u"150205"_s));
    CHECK_FALSE(Divisions::within(u"152921"_s, u"150200"_s));
    CHECK_FALSE(Divisions::within(u"150200"_s, u"150205"_s));
    CHECK_FALSE(Divisions::within(u"石拐"_s, u"150200"_s));
    CHECK_FALSE(Divisions::within(u"150205"_s, {}));
}

TEST_CASE("a damaged table is refused with file and line", "[divisions]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"table.tsv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("150000\tA\t\t\n15020\tB\t\t\n");
    file.close();
    const auto loaded = Divisions::load(path, path);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().kind == Error::Kind::Damaged);
    CHECK(loaded.error().message.contains(u"line 2"_s));
    CHECK(Divisions::load(folder.filePath(u"none"_s), path).error().kind == Error::Kind::Io);
}
