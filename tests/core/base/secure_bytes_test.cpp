// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secure_bytes.h"
#include "core/base/wipe.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <vector>

using namespace songhe;

TEST_CASE("many keys at a time stay apart", "[crypto]")
{
    std::vector<SecureBytes> keys;
    for (int i = 0; i < 2000; ++i)
        keys.emplace_back(QByteArray(1 + i % 90, char(i % 251)));
    keys.erase(keys.begin(), keys.begin() + 700);
    for (int i = 0; i < 700; ++i)
        keys.emplace_back(QByteArray(32, char(7)));
    for (int i = 700; i < 2000; ++i)
        REQUIRE(keys.at(std::size_t(i - 700)).view() == QByteArray(1 + i % 90, char(i % 251)));
}

TEST_CASE("a new secret is filled with zeros, also where another one stood", "[crypto]")
{
    for (int i = 0; i < 300; ++i) {
        SecureBytes first(QByteArray(48, 'x'));
        first.clear();
        CHECK(first.isEmpty());
        const SecureBytes second(std::size_t(48));
        REQUIRE(std::all_of(second.data(), second.data() + 48, [](unsigned char byte) { return byte == 0; }));
    }
}

TEST_CASE("a secret that was moved on is held in one place", "[crypto]")
{
    SecureBytes first(QByteArrayView("secret"));
    SecureBytes second(std::move(first));
    CHECK(second.view() == "secret");
    second = SecureBytes(QByteArrayView("another"));
    CHECK(second.view() == "another");
    CHECK(second.clone().view() == "another");
}

TEST_CASE("a secret that came in an ordinary buffer is held in one place", "[crypto]")
{
    QByteArray buffer("four words of it");
    wipeBytes(buffer);
    CHECK(buffer.isEmpty());

    CHECK(takeSecret(QByteArray("four words of it")).view() == "four words of it");
    CHECK(takeSecret({}).isEmpty());
}
