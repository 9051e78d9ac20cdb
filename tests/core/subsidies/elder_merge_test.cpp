// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/elder_merge.h"

#include "core/exchange/package_table.h"
#include "tests/core/subsidies/meal_books.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

TEST_CASE("a merge moves every family of records that says whose it is, but what a claim wrote down", "[elders][merge]")
{
    const QStringList frozen {u"claim_line"_s, u"claim_fact"_s}; // as they were signed
    QStringList missing;
    for (const PackageTable& table : packageTables())
        for (const FieldInfo& field : table.columns)
            if (QLatin1String(field.options.refersTo) == QLatin1String(Elder::family) && table.name() != u"elder"
                && !frozen.contains(table.name()) && !ElderMerge::families().contains(table.name()))
                missing << table.name();
    CHECK(missing == QStringList()); // add it to ElderMerge
}

TEST_CASE("two files with different resident numbers are two persons", "[elders][merge]")
{
    MealBooks books;
    books.elder(1001);
    books.elder(1002);
    RecordTable<Elder> elders(*books.store);
    for (const auto& [id, number] :
         {std::pair(1001, u"150204195003050022"_s), std::pair(1002, u"150204195003050049"_s)}) {
        Elder elder = **elders.find(Id<Elder> {id});
        elder.residentNumber = number;
        REQUIRE(elders.change(elder));
    }
    const auto refused = ElderMerge(*books.store).merge({1002}, {1001}, u"同一人"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK_FALSE((**elders.find(Id<Elder> {1002})).recorded.isVoided());
    CHECK_FALSE(ElderMerge(*books.store).merge({1001}, {1001}, u"同一人"_s));
}
