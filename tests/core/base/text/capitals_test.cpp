// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/capitals.h"

#include "tests/support/catch.h"

#include <limits>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("amounts stand in capitals as a voucher wants them", "[base][text]")
{
    const std::pair<qint64, QString> cases[] = {
        {0, u"零元整"_s},
        {300, u"叁元整"_s},
        {1, u"壹分"_s},
        {50, u"伍角整"_s},
        {55, u"伍角伍分"_s},
        {1000, u"壹拾元整"_s},
        {1100, u"壹拾壹元整"_s},
        {10001, u"壹佰元零壹分"_s},
        {100503, u"壹仟零伍元零叁分"_s},
        {140950, u"壹仟肆佰零玖元伍角整"_s},
        {600714, u"陆仟零柒元壹角肆分"_s},
        {1640902, u"壹万陆仟肆佰零玖元零贰分"_s},
        {10700053, u"壹拾万柒仟元伍角叁分"_s},
        {10000000, u"壹拾万元整"_s},
        {10000100, u"壹拾万零壹元整"_s},
        {100000010000, u"壹拾亿零壹佰元整"_s},
        {20050000000, u"贰亿零伍拾万元整"_s},
        {19999800, u"壹拾玖万玖仟玖佰玖拾捌元整"_s},
        {-300, u"负叁元整"_s},
        {-5, u"负伍分"_s},
    };
    for (const auto& [fen, words] : cases) {
        INFO(fen);
        CHECK(capitals(Fen {fen}) == words);
    }
}

TEST_CASE("the largest and the smallest amounts can be written too", "[base][text]")
{
    CHECK(capitals(Fen {std::numeric_limits<qint64>::max()})
          == u"玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"_s);
    CHECK(capitals(Fen {std::numeric_limits<qint64>::min()})
          == u"负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"_s);
}

namespace {

/// Reads capitals back, by a rule of its own, so that the writer is not checked by itself.
qint64 yuanReadBack(const QString& words)
{
    qint64 total = 0, section = 0, digit = 0;
    for (const QChar character : words) {
        if (const qsizetype value = u"零壹贰叁肆伍陆柒捌玖"_s.indexOf(character); value >= 0)
            digit = value;
        else if (const qsizetype unit = u"拾佰仟"_s.indexOf(character); unit >= 0) {
            section += digit * (unit == 0 ? 10 : unit == 1 ? 100 : 1000);
            digit = 0;
        } else if (character == u'万' || character == u'亿') {
            section += digit;
            digit = 0;
            if (character == u'万')
                total += section * 10'000;
            else
                total = (total + section) * 100'000'000;
            section = 0;
        } else if (character == u'元')
            return total + section + digit;
    }
    return -1;
}

} // namespace

TEST_CASE("every amount in capitals reads back as itself", "[base][text]")
{
    quint64 state = 42;
    for (int i = 0; i < 20000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const qint64 yuan = 1
            + qint64((state >> 20)
                     % (i % 3 == 0       ? 100'000ULL
                            : i % 3 == 1 ? 10'000'000ULL
                                         : 900'000'000'000ULL));
        const QString words = capitals(Fen {yuan * 100});
        if (yuanReadBack(words) != yuan || words.contains(u"零零"_s) || words.contains(u"零元"_s))
            FAIL(yuan << " was written " << words);
    }
}
