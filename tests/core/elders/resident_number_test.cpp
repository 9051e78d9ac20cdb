// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/resident_number.h"

#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

using Repairs = std::vector<NumberRepair>;

QString faultOf(const QString& written, QDate latest = {})
{
    const auto number = parseResidentNumber(written, latest);
    return number ? u"none"_s : number.error().detail;
}

} // namespace

TEST_CASE("a resident number tells birth, sex and division", "[elders]")
{
    const auto number = parseResidentNumber(u"150205193706269810"_s);
    REQUIRE(number);
    CHECK(number->text == u"150205193706269810"_s);
    CHECK(number->born == QDate(1937, 6, 26));
    CHECK(number->sex == Sex::Male);
    CHECK(number->division == u"150205"_s);
    CHECK(number->kind == NumberKind::Citizen);
    CHECK(number->repairs.empty());
}

TEST_CASE("what is safe to mend in a resident number is mended and said", "[elders]")
{
    const std::tuple<QString, QString, Repairs> cases[] = {
        {u"１５０２２１１９４３０８２６９８４４"_s, u"150221194308269844"_s, {NumberRepair::FullWidth}},
        {u"150203 19231017 9811"_s, u"150203192310179811"_s, {NumberRepair::Blanks}},
        {u"150203　19231017\u00A09811"_s, u"150203192310179811"_s, {NumberRepair::Blanks}},
        {u"'15020719420901980x "_s, u"15020719420901980X"_s, {NumberRepair::Blanks, NumberRepair::PlainX}},
        {u"15020419390407986×"_s, u"15020419390407986X"_s, {NumberRepair::PlainX}},
        {u"150205251127985"_s, u"150205192511279854"_s, {NumberRepair::Widened}},
        {u"150207330622986"_s, u"150207193306229863"_s, {NumberRepair::Widened}},
    };
    for (const auto& [written, text, repairs] : cases) {
        INFO(written.toStdString());
        const auto number = parseResidentNumber(written);
        REQUIRE(number);
        CHECK(number->text == text);
        CHECK(number->repairs == repairs);
    }
    CHECK(choiceKey(NumberRepair::Widened) == u"widened"_s);
}

TEST_CASE("the sequence codes of centenarians widen to the 1800s", "[elders]")
{
    for (const auto& [written, year] :
         {std::pair(u"150205990101996"_s, 1899), {u"150205990101999"_s, 1899}, {u"150205990101995"_s, 1999}}) {
        const auto number = parseResidentNumber(written);
        REQUIRE(number);
        CHECK(number->born.year() == year);
        CHECK(number->widened);
    }
}

TEST_CASE("residence permits are resident numbers of their own kinds", "[elders]")
{
    const auto taiwan = parseResidentNumber(u"830000195301179890"_s);
    REQUIRE(taiwan);
    CHECK(taiwan->kind == NumberKind::TaiwanPermit);
    CHECK(taiwan->isResidencePermit());
    const QString hongKong = u"81000019530117989"_s;
    CHECK(parseResidentNumber(hongKong + residentCheckCharacter(hongKong))->kind == NumberKind::HongKongPermit);
    const QString macau = u"82000019530117989"_s;
    CHECK(parseResidentNumber(macau + residentCheckCharacter(macau))->kind == NumberKind::MacauPermit);
    const QString foreigner = u"91539219530117989"_s;
    const auto permit = parseResidentNumber(foreigner + residentCheckCharacter(foreigner));
    REQUIRE(permit);
    CHECK(permit->kind == NumberKind::ForeignerPermit);
    CHECK(permit->division.isEmpty());
}

TEST_CASE("a resident number that cannot be right is refused with its reason", "[elders]")
{
    CHECK(faultOf(u""_s) == u"number.missing"_s);
    CHECK(faultOf(u" 　"_s) == u"number.missing"_s);
    CHECK(faultOf(u"15020419381102988X"_s) == u"none"_s);
    CHECK(faultOf(u"150204193811029880"_s) == u"number.check_digit"_s);
    CHECK(faultOf(u"1.502021943012E+017"_s) == u"number.as_number"_s);
    CHECK(faultOf(u"150202194301190000.0"_s) == u"number.as_number"_s);
    CHECK(faultOf(u"15020419381102988"_s) == u"number.length"_s);
    CHECK(faultOf(u"1502041938110298800"_s) == u"number.length"_s);
    CHECK(faultOf(u"15020419381102O880"_s) == u"number.characters"_s);
    CHECK(faultOf(u"1502041938110298八0"_s) == u"number.characters"_s);
    CHECK(faultOf(QString(100000, u'1')) == u"number.length"_s);
    const QString never = u"15020419480230982"_s;
    CHECK(faultOf(never + residentCheckCharacter(never)) == u"number.date"_s);
    CHECK(faultOf(u"150205199207109828"_s, {1992, 7, 9}) == u"number.date"_s);
    CHECK(faultOf(u"150205199207109828"_s, {1992, 7, 10}) == u"none"_s);
}

TEST_CASE("an abolished or unknown division in a number is a warning only", "[elders][divisions]")
{
    const Divisions divisions = Divisions::load().value();
    const auto warningFor = [&](const QString& first17) {
        const auto number = parseResidentNumber(first17 + residentCheckCharacter(first17));
        return number ? divisionWarning(*number, divisions).value_or(QString()) : u"refused"_s;
    };
    CHECK(warningFor(u"15020519370626981"_s).isEmpty());
    CHECK(warningFor(u"11010319370626981"_s).contains(u"北京市崇文区"_s));
    CHECK(warningFor(u"15999919370626981"_s).contains(u"159999"_s));
    CHECK(warningFor(u"83000019370626981"_s).isEmpty());
}

TEST_CASE("one wrong digit or two swapped neighbours never pass", "[elders]")
{
    const QString right = u"150203192408239827"_s;
    REQUIRE(parseResidentNumber(right));
    int passed = 0;
    for (qsizetype at = 0; at < right.size(); ++at)
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString wrong = right;
            wrong[at] = digit;
            passed += wrong != right && parseResidentNumber(wrong).ok();
        }
    for (qsizetype at = 0; at + 1 < right.size(); ++at) {
        QString swapped = right;
        std::swap(swapped[at], swapped[at + 1]);
        passed += swapped != right && parseResidentNumber(swapped).ok();
    }
    CHECK(passed == 0);
}

TEST_CASE("a masked resident number shows neither birth nor sequence", "[elders]")
{
    CHECK(maskedResidentNumber(u"150204193811029822"_s) == u"1502**********9822"_s);
    CHECK(maskedResidentNumber(u"12345678"_s) == u"********"_s);
    CHECK(maskedResidentNumber({}).isEmpty());
}
