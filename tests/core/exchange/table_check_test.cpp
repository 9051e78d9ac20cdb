// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_check.h"
#include "tests/support/catch.h"

#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("once something is wrong with a package no further row of it is handed on", "[exchange][tablecheck]")
{
    const QJsonObject resource = QJsonDocument::fromJson(R"({"name": "meal", "path": "meal.csv", "schema": {
        "fields": [{"name": "id", "type": "string", "constraints": {"pattern": "[0-9]{1,19}"}},
                   {"name": "note", "type": "string"}],
        "primaryKey": "id"}})")
                                     .object();
    const QByteArray good = "id,note\r\n1,a\r\n";
    for (const QByteArray& bad : {QByteArray("2,a\0b\r\n", 7), QByteArray("2,\xC3\x28\r\n"), QByteArray("1,again\r\n"),
                                  QByteArray("x,y\r\n")}) {
        std::vector<BagProblem> problems;
        const auto table = TableCheck::make(resource, problems);
        REQUIRE(table);
        int handedOn = 0;
        table->setSink([&](const std::vector<QByteArrayView>&) {
            ++handedOn;
            return Result<void>();
        });
        table->feed(good + bad + "3,c\r\n");
        table->finish();
        INFO(bad.toPercentEncoding().toStdString());
        CHECK(problems.size() == 1);
        CHECK(handedOn == 1);
    }
}
