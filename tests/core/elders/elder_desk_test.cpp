// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_desk.h"

#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Elder wangXiuying()
{
    Elder elder;
    elder.name = u"王 秀英"_s;
    elder.residentNumber = u"15020519370626981０"_s; // the last digit is full-width
    return elder;
}

Fact fact(Id<Elder> elder, FactKind kind, const QString& value, QDate from, std::optional<QDate> to = {})
{
    Fact made;
    made.elder = elder;
    made.kind = kind;
    made.value = value;
    made.from = from;
    made.to = to;
    return made;
}

} // namespace

TEST_CASE("sex and date of birth come from the resident number where they are missing", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const auto added = desk.add(wangXiuying());
    REQUIRE(added);
    CHECK(added->name == u"王秀英"_s);
    CHECK(added->residentNumber == u"150205193706269810"_s);
    CHECK(added->born == QDate(1937, 6, 26));
    CHECK(added->sex == Sex::Male);
}

TEST_CASE("the same resident number cannot be added twice, but again after the first was made void", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const auto first = desk.add(wangXiuying());
    REQUIRE(first);
    const auto second = desk.add(wangXiuying());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(desk.list()->size() == 1);
    CHECK(*desk.findByNumber(u"150205193706269810"_s) == first->id);
    REQUIRE(desk.voidElder(first->id, u"登记错误"_s));
    CHECK(desk.add(wangXiuying()));
    CHECK(desk.list()->size() == 1);
}

TEST_CASE("an elder whose facts do not hold is not added at all", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const auto added = desk.add(wangXiuying(), {fact({}, FactKind::EconomicCategory, u"rich"_s, {2021, 1, 1})});
    REQUIRE_FALSE(added);
    CHECK(desk.list()->empty());
    CHECK(store.audit().head()->number == 0);
}

TEST_CASE("of most kinds one fact holds on a day; living and family situation may hold together", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const Id<Elder> elder = desk.add(wangXiuying())->id;
    REQUIRE(desk.addFact(fact(elder, FactKind::RegisteredDivision, u"150204"_s, {2020, 1, 1})));
    const auto second = desk.addFact(fact(elder, FactKind::RegisteredDivision, u"152921"_s, {2021, 5, 3}));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(desk.addFact(fact(elder, FactKind::Living, u"alone"_s, {2020, 1, 1})));
    CHECK(desk.addFact(fact(elder, FactKind::Living, u"empty_nest"_s, {2020, 1, 1})));
    CHECK_FALSE(desk.addFact(fact(elder, FactKind::Living, u"alone"_s, {2021, 1, 1})));
    CHECK_FALSE(desk.addFact(fact(elder, FactKind::Living, u"castle"_s, {2021, 1, 1})));
    CHECK_FALSE(desk.addFact(fact(elder, FactKind::FamilyDoctor, u"张医生"_s, {2021, 1, 1}, QDate(2020, 1, 1))));
    CHECK_FALSE(desk.addFact(fact({77}, FactKind::Living, u"alone"_s, {2021, 1, 1})));
}

TEST_CASE("a move ends the old registration the day before and opens the new", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const Id<Elder> elder = desk.add(wangXiuying())->id;
    REQUIRE(desk.addFact(fact(elder, FactKind::RegisteredDivision, u"150204"_s, {2020, 1, 1})));
    REQUIRE(desk.replaceFact(fact(elder, FactKind::RegisteredDivision, u"152921"_s, {2021, 5, 3})));
    const auto facts = desk.factsOf(elder);
    REQUIRE(facts);
    REQUIRE(facts->size() == 2);
    CHECK(facts->front().to == QDate(2021, 5, 2));
    CHECK(facts->back().from == QDate(2021, 5, 3));
    CHECK_FALSE(facts->back().to);
    CHECK(facts->back().learnedOn == QDate(2021, 9, 3));
}

TEST_CASE("what does not fit together is a warning, not a refusal", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    Elder elder = wangXiuying();
    elder.sex = Sex::Female;
    elder.born = QDate(1970, 1, 1);
    const auto added = desk.add(elder);
    REQUIRE(added);
    QStringList codes;
    for (const ElderWarning& warning : desk.warningsFor(*added))
        codes << warning.code;
    CHECK(codes == QStringList {u"sex_differs"_s, u"born_differs"_s, u"younger_than_60"_s});
}

TEST_CASE("a photo is kept sealed and only pictures are taken", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const Id<Elder> elder = desk.add(wangXiuying())->id;
    const QByteArray picture = QByteArrayLiteral("\x89PNG\r\n\x1a\n") + QByteArray(100, 'p');
    REQUIRE(desk.setPhoto(elder, picture));
    REQUIRE(desk.setPhoto(elder, picture + 'q'));
    CHECK(*desk.photoOf(elder) == picture + 'q');
    CHECK_FALSE(desk.setPhoto(elder, QByteArrayLiteral("GIF89a")));
    CHECK_FALSE(desk.setPhoto(elder, picture + QByteArray(3 << 20, 'x')));
}

TEST_CASE("a file that was made void takes neither changes nor facts", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const auto added = desk.add(wangXiuying());
    REQUIRE(added);
    auto voided = desk.voidElder(added->id, u"登记错误"_s);
    REQUIRE(voided);
    voided->remarks = u"住三楼"_s;
    const auto changed = desk.edit(*voided);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().kind == Error::Kind::Refused);
    const auto told = desk.addFact(fact(added->id, FactKind::Living, u"alone"_s, {2021, 1, 1}));
    REQUIRE_FALSE(told);
    CHECK(told.error().kind == Error::Kind::Refused);
}

TEST_CASE("somebody's own words of a place, a doctor or a disability are sealed, and shown", "[elders]")
{
    TestStore store;
    ElderDesk desk(*store);
    const auto added = desk.add(wangXiuying());
    REQUIRE(added);
    const QDate from(2021, 1, 1);
    const auto place = desk.addFact(fact(added->id, FactKind::RegisteredDivision, u"火星基地"_s, from));
    REQUIRE(place);
    CHECK(place->value == fact_value::unknown);
    CHECK(place->doubtful);
    CHECK(factValueText(*place) == u"火星基地"_s);
    const auto doctor = desk.addFact(fact(added->id, FactKind::FamilyDoctor, u"张医生"_s, from));
    REQUIRE(doctor);
    CHECK(doctor->value == fact_value::contracted);
    CHECK(factValueText(*doctor) == u"张医生"_s);
    for (const QString& text : {u"腿脚不便"_s, u"physical:9"_s}) {
        const auto odd = desk.addFact(fact(added->id, FactKind::Disability, text, from));
        REQUIRE(odd);
        CHECK(odd->value == fact_value::unknown);
        CHECK(odd->written == text);
    }
    const auto told = desk.addFact(fact(added->id, FactKind::Disability, u"physical:2"_s, from));
    REQUIRE(told);
    CHECK(told->value == u"physical:2"_s);
    CHECK_FALSE(told->written);
    const auto code = desk.replaceFact(fact(added->id, FactKind::RegisteredDivision, u"150204"_s, {2021, 5, 1}));
    REQUIRE(code);
    CHECK(code->value == u"150204"_s);
    CHECK_FALSE(code->doubtful);
}

TEST_CASE("a place is told from its words, and a code that is not known is marked, not refused", "[elders]")
{
    TestStore store;
    const auto divisions = Divisions::load();
    REQUIRE(divisions);
    ElderDesk desk(*store, &*divisions);
    Elder elder = wangXiuying();
    elder.division = u"159999"_s;
    const auto added = desk.add(elder);
    REQUIRE(added);
    const auto warnings = desk.warningsFor(*added);
    CHECK(std::any_of(warnings.begin(), warnings.end(),
                      [](const ElderWarning& warning) { return warning.code == u"division_unknown"_s; }));
    const auto odd = desk.addFact(fact(added->id, FactKind::RegisteredDivision, u"159999"_s, {2020, 1, 1}));
    REQUIRE(odd);
    CHECK(odd->value == u"159999"_s);
    CHECK(odd->doubtful);
    const auto told = desk.replaceFact(fact(added->id, FactKind::RegisteredDivision, u"包头市青山区"_s, {2021, 1, 1}));
    REQUIRE(told);
    CHECK(told->value == u"150204"_s);
    CHECK_FALSE(told->doubtful);
}
