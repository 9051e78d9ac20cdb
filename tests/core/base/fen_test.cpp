// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fen.h"

#include "tests/support/catch.h"

#include <limits>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("money is shown in yuan with two decimals and thousands apart", "[base]")
{
    CHECK(Fen {300}.yuanText() == u"3.00"_s);
    CHECK(Fen {4821605}.yuanText() == u"48,216.05"_s);
    CHECK(Fen {-1205}.yuanText() == u"-12.05"_s);
    CHECK(Fen {-5}.yuanText() == u"-0.05"_s);
    CHECK(Fen {std::numeric_limits<qint64>::min()}.yuanText() == u"-92,233,720,368,547,758.08"_s);
}

TEST_CASE("money is read as a clerk types it and nothing is rounded", "[base]")
{
    CHECK(Fen::fromYuanText(u"3"_s) == Fen {300});
    CHECK(Fen::fromYuanText(u"¥1,234.5元"_s) == Fen {123450});
    CHECK(Fen::fromYuanText(u"-0.05"_s) == Fen {-5});
    for (const auto& bad : {u"3.005"_s, u"1,23.00"_s, u""_s, u"三元"_s, u"1e3"_s, u"99999999999999999999"_s})
        CHECK_FALSE(Fen::fromYuanText(bad));
}

TEST_CASE("a sum that does not fit is told, not wrapped", "[base]")
{
    const Fen most {std::numeric_limits<qint64>::max()};
    CHECK_FALSE(most.plus(Fen {1}));
    CHECK_FALSE(most.times(2));
    CHECK(Fen {300}.times(66666) == Fen {19999800});
}
