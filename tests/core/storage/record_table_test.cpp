// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/record_table.h"

#include "core/elders/elder.h"
#include "core/storage/audit_content.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Elder someElder()
{
    Elder elder;
    elder.name = u"王秀英"_s;
    elder.sex = Sex::Female;
    elder.born = QDate(1950, 3, 5);
    elder.phones = {u"13800000001"_s};
    elder.contacts = {QJsonObject {{u"name"_s, u"王建国"_s}, {u"relation"_s, u"子"_s}}};
    return elder;
}

} // namespace

TEST_CASE("a record comes back as it was added, with revision, who and when", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    const auto added = elders.add(someElder());
    REQUIRE(added);
    CHECK(added->recorded.revision == 1);
    CHECK(added->recorded.by.value == TestStore::clerk);

    const auto found = elders.find(added->id);
    REQUIRE(found);
    REQUIRE(found->has_value());
    const Elder& back = **found;
    CHECK(back.name == u"王秀英"_s);
    CHECK(back.born == QDate(1950, 3, 5));
    CHECK(back.phones == QStringList {u"13800000001"_s});
    CHECK(back.contacts.first().toObject().value(u"relation"_s) == u"子"_s);
    CHECK_FALSE(back.died);
    CHECK(back.recorded.at == store.clock().now());
}

TEST_CASE("the same id with the same content changes nothing, with other content it is refused", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    Elder elder = someElder();
    elder.id = {1001};
    REQUIRE(elders.add(elder));
    const auto again = elders.add(elder);
    REQUIRE(again);
    CHECK(again->recorded.revision == 1);
    elder.name = u"王秀兰"_s;
    const auto other = elders.add(elder);
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == Error::Kind::Conflict);
    CHECK(store.audit().head()->number == 1);
}

TEST_CASE("a moment is written as Qt would write it, before 1970 and beyond 9999 too", "[base]")
{
    for (const qint64 moment :
         {qint64(0), qint64(1), qint64(-1), qint64(-86'400'000), qint64(1'764'095'123'045), qint64(951'782'399'999),
          qint64(951'782'400'000), qint64(-62'000'000'000'001), qint64(253'402'300'799'999),
          qint64(253'402'300'800'000), qint64(-63'000'000'000'000)}) {
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
        CHECK(momentText(utc) == utc.toString(Qt::ISODateWithMs));
        CHECK(momentText(utc.toOffsetFromUtc(8 * 3600)) == utc.toString(Qt::ISODateWithMs));
    }
    CHECK(momentText({}).isEmpty());
}

TEST_CASE("the log keeps a row as QJsonDocument would write it, whatever its text", "[storage]")
{
    const detail::RowShape shape
        = detail::shapeOf(schemaOf<Elder>().info, {schemaOf<Elder>().fields.begin(), schemaOf<Elder>().fields.end()});
    QString odd = u"\"\\/王𠮷\u007F\u2028é"_s;
    for (char16_t control = 0; control < 0x20; ++control)
        odd += QChar(control);
    std::vector<Value> row(std::size_t(shape.columns.size()));
    QJsonObject content;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const QString column = shape.columns[qsizetype(i)];
        if (i % 4 == 0) {
            row[i] = Value(qint64(9007199254740993));
            content.insert(
                column, shape.columnIsId[i] ? QJsonValue(u"9007199254740993"_s) : QJsonValue(qint64(9007199254740993)));
        } else if (i % 4 == 1) {
            row[i] = Value(odd);
            content.insert(column, odd);
        } else if (i % 4 == 2) {
            row[i] = Value(QByteArray("\0\xff", 2));
            content.insert(column, u"AP8="_s);
        }
    }
    CHECK(detail::auditContent(shape, row) == QJsonDocument(content).toJson(QJsonDocument::Compact));
    CHECK(detail::auditContent(shape, std::vector<Value>(row.size())) == "{}");
}

TEST_CASE("a change of an outdated revision is refused and leaves the record alone", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    auto elder = elders.add(someElder());
    REQUIRE(elder);
    Elder first = *elder;
    first.address = u"富强路12号"_s;
    REQUIRE(elders.change(first));
    Elder second = *elder;
    second.address = u"文化路56号"_s;
    const auto late = elders.change(second);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Error::Kind::Conflict);
    CHECK((*elders.find(elder->id))->address == u"富强路12号"_s);
    CHECK(store.audit().head()->number == 2);
}

TEST_CASE("nothing is deleted: a voided record stays with its reason", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    const auto elder = elders.add(someElder());
    REQUIRE(elder);
    REQUIRE_FALSE(elders.voidRecord(elder->id, u"  "_s));
    REQUIRE(elders.voidRecord(elder->id, u"登记重复"_s));
    const auto back = elders.find(elder->id);
    REQUIRE(back);
    CHECK((*back)->recorded.isVoided());
    CHECK((*back)->recorded.voidReason == u"登记重复"_s);
    CHECK((*back)->name == u"王秀英"_s);
    CHECK_FALSE(elders.voidRecord(elder->id, u"again"_s));
}

TEST_CASE("an envelope moved to another record does not open", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    const auto one = elders.add(someElder());
    const auto two = elders.add(someElder());
    REQUIRE(one);
    REQUIRE(two);
    REQUIRE(store->store.execute(u"UPDATE elder SET sealed = (SELECT sealed FROM elder WHERE id = ?) WHERE id = ?"_s,
                                 {one->id, two->id}));
    const auto moved = elders.find(two->id);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().kind == Error::Kind::Damaged);
}

TEST_CASE("an error within a transaction leaves neither record nor audit entry", "[storage]")
{
    TestStore store;
    RecordTable<Elder> elders(*store);
    const auto done = store->transact([&]() -> Result<void> {
        RETURN_IF_ERROR(elders.add(someElder()));
        Elder nameless;
        return elders.add(nameless) ? Result<void>() : fail(Error::Kind::Invalid, u"no"_s);
    });
    CHECK_FALSE(done);
    CHECK(store.audit().head()->number == 0);
    CHECK(elders.list(u""_s)->empty());
}
