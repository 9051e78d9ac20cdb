// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_index.h"
#include "tests/support/catch.h"

using namespace songhe;

TEST_CASE("an index of ids finds each of many, and nothing else", "[base][index]")
{
    IdIndex index;
    CHECK_FALSE(index.find(7));
    const auto idOf = [](quint32 place) { return qint64(place) * (qint64(1) << 21) + 5; }; // alike in their lower bits
    for (quint32 place = 0; place < 5000; ++place)
        index.add(idOf(place), place);
    for (quint32 place = 0; place < 5000; ++place)
        REQUIRE(index.find(idOf(place)) == place);
    CHECK_FALSE(index.find(idOf(5000)));
    CHECK_FALSE(index.find(0));
    index.add(idOf(3), 99);
    CHECK(index.find(idOf(3)) == 3);
}
