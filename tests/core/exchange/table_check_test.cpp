// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_table.h"
#include "core/exchange/table_check.h"
#include "tests/support/catch.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("once something is wrong with a package no further row of it is handed on", "[exchange][tablecheck]")
{
    const QJsonObject resource = QJsonDocument::fromJson(R"({"name": "guest", "path": "guest.csv", "schema": {
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

TEST_CASE("a choice that a package names itself is text all the same", "[exchange][tablecheck]")
{
    const QJsonObject resource = QJsonDocument::fromJson(R"({"name": "guest", "path": "guest.csv", "schema": {
        "fields": [{"name": "id", "type": "string", "constraints": {"pattern": "[0-9]{1,19}"}},
                   {"name": "kind", "type": "string", "constraints": {"enum": ["a", "a\u0000b"]}}],
        "primaryKey": "id"}})")
                                     .object();
    std::vector<BagProblem> problems;
    const auto table = TableCheck::make(resource, problems);
    REQUIRE(table);
    table->feed(QByteArray("id,kind\r\n1,a\r\n2,a\0b\r\n", 21));
    table->finish();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == u"bad_value"_s);
}

TEST_CASE("a list with a sign in it that no database takes for text is refused", "[exchange][tablecheck]")
{
    const QJsonObject resource = QJsonDocument::fromJson(R"({"name": "guest", "path": "guest.csv", "schema": {
        "fields": [{"name": "id", "type": "string", "constraints": {"pattern": "[0-9]{1,19}"}},
                   {"name": "phones", "type": "array"}],
        "primaryKey": "id"}})")
                                     .object();
    std::vector<BagProblem> problems;
    const auto table = TableCheck::make(resource, problems);
    REQUIRE(table);
    table->feed(R"(id,phones
1,"[""a""]"
2,"[""a)" + QByteArray(1, '\0')
                + R"(b""]"
)");
    table->finish();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == u"bad_value"_s);
}

TEST_CASE("money beyond all sums is refused, and only where money stands", "[exchange][tablecheck]")
{
    const DataPackageHead head {u"songhe-C1-2026Q3-0001"_s, {}, {2026, 3}, 1, {}};
    const QJsonArray resources
        = QJsonDocument::fromJson(dataPackageJson(head, {{u"budget"_s, 0}})).object()["resources"_L1].toArray();
    const auto budget = std::find_if(resources.begin(), resources.end(),
                                     [](const QJsonValue& each) { return each["name"_L1] == u"budget"_s; });
    REQUIRE(budget != resources.end());
    const auto told = [&](const char* column, const QByteArray& number) {
        std::vector<BagProblem> problems;
        const auto table = TableCheck::make(budget->toObject(), problems);
        REQUIRE(table);
        QByteArray names, cells;
        for (const QByteArray& name : table->columns()) {
            names += ',' + name;
            cells += ',' + (name == column ? number : QByteArray());
        }
        table->feed(names.sliced(1) + "\r\n" + cells.sliced(1) + "\r\n");
        table->finish();
        return std::any_of(problems.begin(), problems.end(), [&](const BagProblem& problem) {
            return problem.code == u"bad_value"_s && problem.text.contains(QLatin1String(column));
        });
    };
    CHECK_FALSE(told("amount_fen", "1000000000000"));
    CHECK(told("amount_fen", "1000000000001"));
    CHECK(told("amount_fen", "-9223372036854775808"));
    CHECK_FALSE(told("revision", "9223372036854775807"));
}

TEST_CASE("a package may not describe a table that is known as it likes", "[exchange][tablecheck]")
{
    // As the program itself describes its meals, and then with one thing wrong.
    const DataPackageHead head {u"songhe-C1-2026Q3-0001"_s, {}, {2026, 3}, 1, {}};
    const QJsonArray resources
        = QJsonDocument::fromJson(dataPackageJson(head, {{u"meal"_s, 0}})).object()["resources"_L1].toArray();
    const auto meal = std::find_if(resources.begin(), resources.end(),
                                   [](const QJsonValue& each) { return each["name"_L1] == u"meal"_s; });
    REQUIRE(meal != resources.end());
    const QByteArray own = QJsonDocument(meal->toObject()).toJson(QJsonDocument::Compact);
    std::vector<BagProblem> none;
    CHECK(TableCheck::make(QJsonDocument::fromJson(own).object(), none));
    CHECK(none.empty());
    using Change = std::pair<const char*, const char*>;
    for (const auto& [from, to] : {Change {R"("name":"revision")", R"("name":"revision_number")"},
                                   Change {R"("primaryKey":"id")", R"("primaryKey":"revision")"},
                                   Change {R"("name":"sitting")", R"("name":"way")"},
                                   Change {R"("name":"origin")", R"("name":"Origin; DROP")"}}) {
        QByteArray changed = own;
        REQUIRE(changed.contains(from));
        changed.replace(from, to);
        std::vector<BagProblem> problems;
        INFO(to);
        CHECK_FALSE(TableCheck::make(QJsonDocument::fromJson(changed).object(), problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().code == u"bad_schema"_s);
    }
    QJsonObject asText = QJsonDocument::fromJson(own).object();
    QJsonObject schema = asText["schema"_L1].toObject();
    QJsonArray fields = schema["fields"_L1].toArray();
    for (qsizetype i = 0; i < fields.size(); ++i)
        if (fields[i]["name"_L1] == u"price_fen"_s)
            fields[i] = QJsonObject {{u"name"_s, u"price_fen"_s}, {u"type"_s, u"string"_s}};
    schema.insert(u"fields"_s, fields);
    asText.insert(u"schema"_s, schema);
    std::vector<BagProblem> problems;
    CHECK_FALSE(TableCheck::make(asText, problems));
}

TEST_CASE("a record of nothing but commas is refused before it takes the memory", "[exchange][tablecheck]")
{
    CsvScanner scanner;
    const std::string commas(CsvScanner::maxCells + 1, ',');
    CHECK_FALSE(scanner.feed({commas.data(), qsizetype(commas.size())}, [](const auto&) { return true; }));
}
