// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/area.h"
#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("a floor area is read and shown to the hundredth of a square metre", "[base]")
{
    CHECK(Area::fromSquareMetresText(u"350"_s) == Area {35000});
    CHECK(Area::fromSquareMetresText(u" 1,280.5 ㎡"_s) == Area {128050});
    CHECK(Area::fromSquareMetresText(u"0.01m²"_s) == Area {1});
    CHECK(Area::fromSquareMetresText(u"80平方米"_s) == Area {8000});
    for (const QString& wrong : {u""_s, u"1.005"_s, u"-3"_s, u"3元"_s, u"¥3"_s, u"三"_s, u"3 m"_s})
        CHECK_FALSE(Area::fromSquareMetresText(wrong));
    CHECK(Area {35000}.squareMetresText() == u"350"_s);
    CHECK(Area {128050}.squareMetresText() == u"1280.50"_s);
    CHECK(Area {1}.squareMetresText() == u"0.01"_s);
}
