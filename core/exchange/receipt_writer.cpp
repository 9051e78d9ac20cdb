// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_writer.h"

#include "core/exchange/age_stream.h"
#include "core/exchange/bag_writer.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/exchange_text.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_writer {

constexpr int deflateLevel = 6;

QByteArray readme(const ReceiptHead& head)
{
    return QStringLiteral("%1 对数据包 %2 的回执：outcome.csv 为每条记录的处理结果，decision.csv 为对申领的决定。\n"
                          "请在中心的松鹤程序中导入本文件，不要手工修改。\n"
                          "The receipt of %1 for the package %2: outcome.csv says how each record came out, "
                          "decision.csv what was decided about claims.\n"
                          "Import this file with Songhe at the centre; do not change it by hand.\n")
        .arg(head.district.simplified(), head.package)
        .toUtf8();
}

std::vector<std::pair<QString, QString>> info(const ReceiptHead& head)
{
    return {{u"Source-Organization"_s, head.district},
            {u"External-Identifier"_s, head.package + u".receipt"_s},
            {u"Bagging-Date"_s, Clock::dayOf(head.writtenAt).toString(Qt::ISODate)},
            {u"Bag-Software-Agent"_s, u"Songhe"_s},
            {u"Songhe-Format"_s, u"1"_s},
            {u"Songhe-Kind"_s, u"receipt"_s},
            {u"Songhe-Package"_s, head.package},
            {u"Songhe-Package-SHA256"_s, head.packageSha256},
            {u"Songhe-Centre-Code"_s, head.centreCode},
            {u"Songhe-Centre-UUID"_s, head.centreUuid},
            {u"Songhe-Lineage"_s, head.lineage},
            {u"Songhe-Quarter"_s, head.quarter},
            {u"Songhe-Sequence"_s, QString::number(head.sequence)},
            {u"Songhe-Minisign-Key"_s, head.districtKey}};
}

/// Rows go through as they come; what they say is counted, so that a receipt cannot contradict itself.
Result<void> writeOutcomes(const ReceiptContent& content, BagWriter& bag, Progress& progress)
{
    QMap<QString, ReceiptCounts> counted;
    CsvScanner scanner;
    qint64 done = 0;
    const qint64 total = content.counts().rows();
    const auto row = [&](const std::vector<QByteArrayView>& cells) {
        const auto outcome = outcomeFrom(cells);
        if (!outcome)
            return false;
        ++done;
        return counted[outcome->table].count(cells[3]);
    };
    RETURN_IF_ERROR(bag.begin(u"data/outcome.csv"_s));
    RETURN_IF_ERROR(bag.write(QByteArray(receiptOutcomeHeading) + "\r\n"));
    const Failure invalid = fail(
        Error::Kind::Invalid, ExchangeText::tr("The receipt's rows are not what its counts say. It was not written."));
    const auto take = [&](const QByteArray& records) -> Result<void> {
        if (!scanner.feed(records, row))
            return invalid;
        RETURN_IF_ERROR(progress.step(done, total + 1));
        return bag.write(records);
    };
    if (content.outcomes)
        RETURN_IF_ERROR(content.outcomes(take));
    QMap<QString, ReceiptCounts> stated = content.tables;
    stated.removeIf([](QMap<QString, ReceiptCounts>::iterator it) { return it.value() == ReceiptCounts(); });
    if (!scanner.finish(row) || counted != stated)
        return invalid;
    return bag.end();
}

QByteArray decisions(const ReceiptContent& content)
{
    std::string out = std::string(receiptDecisionHeading) + "\r\n";
    for (const ReceiptDecision& decision : content.decisions) {
        appendCsvNumber(out, decision.claim);
        out.push_back(',');
        appendCsvNumber(out, decision.revision);
        out.append(decision.accepted ? ",accepted," : ",returned,");
        appendCsvCell(out, decision.reason.toUtf8());
        out.push_back(',');
        out.append(momentText(decision.decidedAt).toStdString());
        out.push_back(',');
        appendCsvCell(out, decision.claimDigest.toLatin1());
        out.push_back(',');
        if (decision.signedAt.isValid())
            out.append(momentText(decision.signedAt).toStdString());
        out.append("\r\n");
    }
    return QByteArray::fromStdString(out);
}

Result<void> writeBag(const ReceiptContent& content, const MinisignSecretKey& key, ZipWriter& zip, Progress& progress)
{
    BagWriter bag(zip, content.head.package + u".receipt"_s);
    RETURN_IF_ERROR(bag.add(u"data/README.txt"_s, readme(content.head)));
    RETURN_IF_ERROR(bag.add(u"data/receipt.json"_s, receiptJson(content)));
    RETURN_IF_ERROR(writeOutcomes(content, bag, progress));
    RETURN_IF_ERROR(bag.add(u"data/decision.csv"_s, decisions(content)));
    RETURN_IF_ERROR(bag.add(u"data/datapackage.json"_s, receiptDescriptor(content)));
    return bag.finish(info(content.head), [&](QByteArrayView tagManifest) -> Result<QByteArray> {
        ASSIGN_OR_RETURN(const MinisignSignature signature,
                         minisignSign(key, minisignDigest(tagManifest), u"songhe receipt "_s + content.head.package));
        return signature.file("signature of a Songhe receipt");
    });
}

} // namespace receipt_writer

Result<void> writeReceipt(const ReceiptContent& content, const QStringList& recipients,
                          const SecureBytes& minisignSecret, QIODevice& target, Progress& progress)
{
    ASSIGN_OR_RETURN(const MinisignSecretKey key, MinisignSecretKey::fromFile(minisignSecret.view()));
    AgeSealing sealing;
    for (const QString& text : recipients) {
        ASSIGN_OR_RETURN(const AgeRecipient recipient, AgeRecipient::fromText(text));
        sealing.recipients.push_back(recipient);
    }
    ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(target, sealing));
    ASSIGN_OR_RETURN(const auto zip, ZipWriter::open(*sealed, receipt_writer::deflateLevel, content.head.writtenAt));
    RETURN_IF_ERROR(receipt_writer::writeBag(content, key, *zip, progress));
    RETURN_IF_ERROR(zip->close());
    return sealed->finish();
}

} // namespace songhe
