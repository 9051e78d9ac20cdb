// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Beds and projects: cases that an auditor asks about, each through the commands a centre has.

TEST_CASE("E16 a bed at home and a stay in an institution: no day is paid twice", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01"}
{"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"home_care_bed","id":81,"elder":1001,"facility":71,"from":"2021-09-01"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-11","to":"2021-09-20"}
)");
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-homebed"_s, u"amount_fen"_s, u"60000"_s});
    const QJsonObject settled = books.write(u"2021-09"_s, u"bt-homebed"_s);
    CHECK(books.lineOf(settled, 81) == u"40000 PAYS"_s); // 20 of 30 days
    CHECK(books.findings(settled[u"claim"].toString()).contains(u"TWO_BEDS 81"_s));
}

TEST_CASE("E24 the area at acceptance counts, up to the cap of the project", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"盐湖区中心","kind":"urban_centre","locality":"urban","district":"municipal_district"}
{"record":"project","id":91,"code":"X1","name":"改造","facility":71,"kind":"conversion","area_m2":1800}
{"record":"acceptance","project":91,"on":"2021-09-10","passed":true,"area_m2":2100.5}
{"record":"project","id":92,"code":"X2","name":"租赁","facility":71,"kind":"lease"}
{"record":"acceptance","project":92,"on":"2021-09-11","passed":true,"area_m2":600}
)");
    const QJsonObject settled = books.settle(u"2021"_s, u"yc-construction"_s);
    CHECK(books.lineOf(settled, 91) == u"60000000 PAYS"_s);
    CHECK(books.lineOf(settled, 92) == u"0 OTHER_KIND"_s);
}

TEST_CASE("E25 and E26 three instalments add up to the fen, and a change of use within five years shows",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"站前区示范中心","kind":"model_centre","locality":"urban"}
{"record":"project","id":91,"code":"X1","name":"装修","facility":71,"kind":"conversion"}
{"record":"cost_item","project":91,"kind":"renovation","amount_fen":100000001,"on":"2021-01-05","invoice":"A-1"}
{"record":"cost_item","project":91,"kind":"rent","amount_fen":5000000,"on":"2021-01-06","invoice":"A-2"}
{"record":"acceptance","project":91,"on":"2021-02-01","passed":true}
)");
    const QJsonObject first = books.settle(u"2021"_s, u"yk-construction"_s);
    CHECK(books.lineOf(first, 91) == u"26666666 PAYS"_s); // 80 % of 1,000,000.01 yuan is 800,000.00; rent is no part
    CHECK(books.lineOf(books.settle(u"2022"_s, u"yk-construction"_s), 91) == u"26666666 PAYS"_s);
    CHECK(books.lineOf(books.settle(u"2023"_s, u"yk-construction"_s), 91) == u"26666668 PAYS"_s);
    CHECK(books.settle(u"2024"_s, u"yk-construction"_s)[u"paid_count"] == 0);
    // The use of another project changed in the fourth year, after all was paid.
    AuditBooks changed;
    changed.records(
        R"({"record":"facility","id":71,"code":"F1","name":"站前区示范中心","kind":"model_centre","locality":"urban"}
{"record":"project","id":91,"code":"X1","name":"装修","facility":71,"kind":"conversion","use_changed_on":"2024-06-01"}
{"record":"cost_item","project":91,"kind":"equipment","amount_fen":3000,"on":"2021-01-05","invoice":"A-1"}
{"record":"acceptance","project":91,"on":"2021-02-01","passed":true}
)");
    const QString claim = changed.sign(u"2021"_s, u"yk-construction"_s);
    const QJsonObject checked = changed.cli.done({u"claim"_s, u"check"_s, claim}).toObject();
    QString text;
    for (const QJsonValue& item : checked[u"items"].toArray())
        if (item[u"code"].toString() == u"USE_CHANGED"_s)
            text = item[u"text"].toString();
    CHECK(text.contains(u"2024-06-01"_s));
    CHECK(text.contains(u"8.00"_s)); // what was claimed for it
}
