// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/id.h"

#include "tests/support/catch.h"

#include <set>
#include <thread>

using namespace songhe;

TEST_CASE("two sources in the same millisecond never give the same number", "[base]")
{
    const FixedClock clock(QDate(2021, 9, 3));
    std::set<qint64> given;
    IdSource one(clock);
    IdSource other(clock);
    qint64 last = 0;
    for (int i = 0; i < 2000; ++i) {
        for (IdSource* source : {&one, &other}) {
            const qint64 next = source->nextValue();
            CHECK(next > last);
            last = next;
            given.insert(next);
        }
    }
    CHECK(given.size() == 4000);
}

TEST_CASE("sources of two threads never give the same number", "[base]")
{
    const FixedClock clock(QDate(2021, 9, 3));
    std::vector<qint64> first;
    std::vector<qint64> second;
    const auto fill = [&clock](std::vector<qint64>& into) {
        IdSource source(clock);
        for (int i = 0; i < 5000; ++i)
            into.push_back(source.nextValue());
    };
    std::thread worker(fill, std::ref(second));
    fill(first);
    worker.join();
    std::set<qint64> given(first.begin(), first.end());
    given.insert(second.begin(), second.end());
    CHECK(given.size() == 10000);
}
