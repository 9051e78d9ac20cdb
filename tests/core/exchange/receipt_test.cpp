// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/age_stream.h"
#include "core/exchange/bag_writer.h"
#include "core/exchange/package_verify.h"
#include "core/exchange/receipt_reader.h"
#include "core/exchange/receipt_writer.h"
#include "core/exchange/zip_stream.h"
#include "songhe_source_dir.h"
#include "tests/support/catch.h"
#include "tests/support/stock_tool.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace receipt_test {

/// A district that answers about one package.
struct District {
    MinisignSecretKey signing = MinisignSecretKey::generate();
    AgeIdentity own = AgeIdentity::generate();
    AgeIdentity centre = AgeIdentity::generate();
    QTemporaryDir folder;

    [[nodiscard]] ReceiptContent content() const
    {
        ReceiptContent content;
        content.head = {.package = u"songhe-C1-2021Q3-0004"_s,
                        .packageSha256 = QString(64, u'a'),
                        .centreCode = u"C1"_s,
                        .centreUuid = u"00000000-0000-4000-8000-000000000001"_s,
                        .lineage = u"00000000-0000-4000-8000-000000000002"_s,
                        .quarter = u"2021Q3"_s,
                        .sequence = 4,
                        .status = u"merged"_s,
                        .writtenAt = Clock::momentOf({2021, 10, 8}, {9, 0}),
                        .district = u"东河区民政局"_s,
                        .districtKey = signing.publicKey().text(),
                        .problems = {QJsonObject {{u"code"_s, u"sequence_gap"_s}, {u"text"_s, u"…"_s}}}};
        content.tables = {{u"elder"_s, {1, 0, 0, 0}}, {u"meal"_s, {2, 1, 0, 1}}};
        content.outcomes = [](const CsvSink& sink) -> Result<void> {
            RETURN_IF_ERROR(sink("elder,1001,1,accepted,,\r\nmeal,1,1,accepted,,\r\nmeal,2,1,accepted,,\r\n"));
            std::string out;
            appendOutcome(out, {u"meal"_s, 3, 1, u"superseded"_s, u"older"_s, u"有更新的版次"_s});
            appendOutcome(out, {u"meal"_s, 4, 2, u"refused"_s, u"bad_value"_s, u"第一行\n\"引号\", 逗号"_s});
            return sink(QByteArray::fromStdString(out));
        };
        content.decisions = {{77,
                              2,
                              true,
                              {},
                              Clock::momentOf({2021, 10, 7}, {9, 0}),
                              QString(64, u'd'),
                              Clock::momentOf({2021, 10, 1}, {9, 0}).addMSecs(7)},
                             {78, 2, false, u"缺签字, 请补"_s, Clock::momentOf({2021, 10, 7}, {9, 5})}};
        return content;
    }
    Result<QString> write(const ReceiptContent& content)
    {
        const QString path = folder.filePath(receiptFileName(content.head.package));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        Progress progress;
        RETURN_IF_ERROR(writeReceipt(content, {own.recipient().text(), centre.recipient().text()}, *signing.file(),
                                     file, progress));
        return path;
    }
    /// A receipt that holds together, with these bytes as decision.csv.
    Result<ReceiptContent> readWith(const QByteArray& decisions)
    {
        ReceiptContent content = this->content();
        content.tables.clear();
        const QString path = folder.filePath(receiptFileName(content.head.package));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        AgeSealing sealing;
        sealing.recipients.push_back(centre.recipient());
        ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(file, sealing));
        ASSIGN_OR_RETURN(const auto zip, ZipWriter::open(*sealed, 1, content.head.writtenAt));
        BagWriter bag(*zip, content.head.package + u".receipt"_s);
        RETURN_IF_ERROR(bag.add(u"data/receipt.json"_s, receiptJson(content)));
        RETURN_IF_ERROR(bag.add(u"data/outcome.csv"_s, QByteArray(receiptOutcomeHeading) + "\r\n"));
        RETURN_IF_ERROR(bag.add(u"data/decision.csv"_s, decisions));
        RETURN_IF_ERROR(bag.finish({{u"Source-Organization"_s, content.head.district},
                                    {u"External-Identifier"_s, content.head.package + u".receipt"_s},
                                    {u"Songhe-Format"_s, u"1"_s},
                                    {u"Songhe-Kind"_s, u"receipt"_s},
                                    {u"Songhe-Package"_s, content.head.package},
                                    {u"Songhe-Package-SHA256"_s, content.head.packageSha256},
                                    {u"Songhe-Centre-Code"_s, content.head.centreCode},
                                    {u"Songhe-Quarter"_s, content.head.quarter},
                                    {u"Songhe-Sequence"_s, QString::number(content.head.sequence)}},
                                   [&](QByteArrayView tags) -> Result<QByteArray> {
                                       ASSIGN_OR_RETURN(const MinisignSignature signature,
                                                        minisignSign(signing, minisignDigest(tags),
                                                                     u"songhe receipt "_s + content.head.package));
                                       return signature.file("signature");
                                   }));
        RETURN_IF_ERROR(zip->close());
        RETURN_IF_ERROR(sealed->finish());
        file.close();
        return read(path);
    }
    [[nodiscard]] static AgeKeys keys(const AgeIdentity& identity)
    {
        AgeKeys keys;
        keys.identities.push_back(*AgeIdentity::fromText(identity.text().view()));
        return keys;
    }
    Result<ReceiptContent> read(const QString& path)
    {
        Progress progress;
        return readReceipt(path, keys(centre), signing.publicKey(), progress);
    }
};

QByteArrayList rowsOf(const ReceiptContent& content)
{
    QByteArrayList rows;
    REQUIRE(eachOutcome(content, [&](const ReceiptOutcome& outcome) -> Result<void> {
        rows << (outcome.table + u'/' + QString::number(outcome.record) + u'/' + outcome.outcome + u'/' + outcome.code
                 + u'/' + outcome.text)
                    .toUtf8();
        return {};
    }));
    return rows;
}

} // namespace receipt_test

TEST_CASE("a receipt is read back as it was written, by the centre and by the district", "[exchange][receipt]")
{
    receipt_test::District district;
    const auto path = district.write(district.content());
    REQUIRE(path);
    CHECK(path->endsWith(u"/songhe-C1-2021Q3-0004.receipt.zip.age"));

    const auto read = district.read(*path);
    REQUIRE(read);
    CHECK(read->head.package == u"songhe-C1-2021Q3-0004");
    CHECK(read->head.packageSha256 == QString(64, u'a'));
    CHECK(read->head.district == u"东河区民政局");
    CHECK(read->head.status == u"merged");
    CHECK(read->head.writtenAt == Clock::momentOf({2021, 10, 8}, {9, 0}));
    CHECK(read->head.problems.size() == 1);
    CHECK(read->tables == district.content().tables);
    CHECK(read->counts() == ReceiptCounts {3, 1, 0, 1});
    REQUIRE(read->decisions.size() == 2);
    CHECK(read->decisions[0].accepted);
    CHECK(read->decisions[0].claimDigest == QString(64, u'd'));
    CHECK(read->decisions[0].signedAt == Clock::momentOf({2021, 10, 1}, {9, 0}).addMSecs(7));
    CHECK(read->decisions[1].claim == 78);
    CHECK_FALSE(read->decisions[1].signedAt.isValid());
    CHECK(read->decisions[1].reason == u"缺签字, 请补");
    const QByteArrayList rows = receipt_test::rowsOf(*read);
    REQUIRE(rows.size() == 5);
    CHECK(rows[4] == "meal/4/refused/bad_value/第一行\n\"引号\", 逗号"_ba);
    CHECK(receipt_test::rowsOf(*read) == rows);

    Progress progress;
    CHECK(readReceipt(*path, receipt_test::District::keys(district.own), district.signing.publicKey(), progress));
}

TEST_CASE("decisions of earlier and later programs are read, and none that says half of what it is about",
          "[exchange][receipt]")
{
    const auto [decisions, known] = GENERATE(table<QByteArray, int>({
        {"claim_id,revision,decision,reason,decided_at\r\n77,2,accepted,,2021-10-07T01:00:00.000Z\r\n", 1},
        {QByteArray(receiptDecisionHeading) + ",more\r\n77,2,returned,r,2021-10-07T01:00:00.000Z," + QByteArray(64, 'a')
             + ",2021-10-01T01:00:00.000Z,x\r\n",
         1},
        {"claim_id,revision,decision,reason,decided_at,other\r\n77,2,accepted,,2021-10-07T01:00:00.000Z,\r\n", -1},
        {"claim_id,revision,decision,decided_at,reason\r\n", -1},
        {QByteArray(receiptDecisionHeading) + "\r\n77,2,accepted,,2021-10-07T01:00:00.000Z\r\n", -1},
        {QByteArray(receiptDecisionHeading) + "\r\n77,2,accepted,,2021-10-07T01:00:00.000Z," + QByteArray(64, 'a')
             + ",\r\n",
         -1},
        {QByteArray(receiptDecisionHeading)
             + "\r\n77,2,accepted,,2021-10-07T01:00:00.000Z,abc,2021-10-01T01:00:00.000Z\r\n",
         -1},
    }));
    INFO(decisions.toStdString());
    const auto read = receipt_test::District().readWith(decisions);
    CHECK(read.ok() == (known >= 0));
    if (read)
        CHECK(int(read->decisions.size()) == known);
}

TEST_CASE("the tables of a receipt pass the standard's own validators", "[exchange][receipt]")
{
    receipt_test::District district;
    const auto path = district.write(district.content());
    REQUIRE(path);
    auto plain = openSealedPackage(*path, receipt_test::District::keys(district.centre));
    REQUIRE(plain);
    QFile zip(district.folder.filePath(u"receipt.zip"_s));
    REQUIRE(zip.open(QIODevice::WriteOnly));
    REQUIRE(zip.write(*readAllBounded(**plain, 1024 * 1024)) > 0);
    zip.close();
    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, zip.fileName(), u"-d"_s, district.folder.path()}).exitCode == 0);

    const QString data = district.folder.filePath(u"songhe-C1-2021Q3-0004.receipt/data/datapackage.json"_s);
    const ToolAnswer read = runTool(u"node"_s, {QStringLiteral(SONGHE_SOURCE_DIR "/tests/validators/check.js"), data});
    INFO(read.out.toStdString());
    CHECK(read.exitCode == 0);
    const QJsonObject rows = QJsonDocument::fromJson(read.out).object().value(u"rows"_s).toObject();
    CHECK(rows.value(u"outcome"_s).toInt() == 5);
    CHECK(rows.value(u"decision"_s).toInt() == 2);
}

TEST_CASE("a receipt that another key signed, that is sealed to others or changed gives nothing", "[exchange][receipt]")
{
    receipt_test::District district;
    const auto path = district.write(district.content());
    REQUIRE(path);
    Progress progress;

    const auto stranger = readReceipt(*path, receipt_test::District::keys(district.centre),
                                      MinisignSecretKey::generate().publicKey(), progress);
    REQUIRE_FALSE(stranger);
    CHECK(stranger.error().kind == Error::Kind::Refused);
    CHECK_FALSE(readReceipt(*path, receipt_test::District::keys(AgeIdentity::generate()), district.signing.publicKey(),
                            progress));

    QFile file(*path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes[bytes.size() - 40] = char(bytes[bytes.size() - 40] ^ 1);
    file.seek(0);
    file.write(bytes);
    file.close();
    CHECK_FALSE(district.read(*path));
}

TEST_CASE("a receipt whose rows are not what its counts say is not written", "[exchange][receipt]")
{
    receipt_test::District district;
    ReceiptContent content = district.content();
    content.tables[u"meal"_s].accepted = 3;
    const auto written = district.write(content);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == Error::Kind::Invalid);
}

TEST_CASE("rows of a receipt are read only from the file that was verified", "[exchange][receipt]")
{
    receipt_test::District district;
    const auto path = district.write(district.content());
    REQUIRE(path);
    const auto read = district.read(*path);
    REQUIRE(read);
    REQUIRE(district.write(district.content())); // sealed anew: other bytes
    CHECK_FALSE(eachOutcome(*read, [](const ReceiptOutcome&) { return Result<void>(); }));
}
