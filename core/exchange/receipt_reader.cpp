// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_reader.h"

#include "core/exchange/bag.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/exchange_text.h"
#include "core/exchange/package_place.h"
#include "core/exchange/sealed_package.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_reader {

constexpr qint64 mostRows = 1'000'000'000'000; ///< of a table; a count that says more lies
constexpr qsizetype mostTables = 1000;

const QString outcomePath = QStringLiteral("data/outcome.csv");
const QString decisionPath = QStringLiteral("data/decision.csv");
const QString headPath = QStringLiteral("data/receipt.json");
const QString tagManifestName = QStringLiteral("tagmanifest-sha256.txt");
const QString signatureName = QStringLiteral("tagmanifest-sha256.txt.minisig");

Failure damaged(const QString& detail)
{
    return fail(Error::Kind::Damaged,
                ExchangeText::tr("This receipt does not hold together, so nothing of it was taken over. Ask the "
                                 "district for another copy."),
                detail);
}

Result<QByteArray> digestOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return deviceFailure(file, false);
    return sha256Of(file);
}

/// Who signed. Said apart from damage: the clerk asks another question then.
Result<void> judgeSignature(const BagReport& report, const MinisignPublicKey& district, const QString& package)
{
    const QByteArray tags = report.kept.value(tagManifestName);
    for (const char* name : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"})
        if (!tags.contains("  " + QByteArray(name) + '\n'))
            return damaged(u"tag manifest without "_s + QLatin1String(name));
    const auto signature = MinisignSignature::fromFile(report.kept.value(signatureName));
    if (!signature)
        return damaged(u"signature"_s);
    if (!minisignVerify(district, *signature, QByteArrayView(tags)))
        return fail(Error::Kind::Refused,
                    ExchangeText::tr("This receipt was not signed by the district whose key is set here. Check the "
                                     "district's key in the settings, or ask where the file comes from."));
    if (signature->trustedComment != "songhe receipt " + package.toUtf8())
        return damaged(u"trusted comment"_s);
    return {};
}

Result<void> judgeHead(const BagReport& report, const QString& base, ReceiptHead& head)
{
    head.package = report.infoValue(u"Songhe-Package"_s);
    head.packageSha256 = report.infoValue(u"Songhe-Package-SHA256"_s);
    head.centreCode = report.infoValue(u"Songhe-Centre-Code"_s);
    head.centreUuid = report.infoValue(u"Songhe-Centre-UUID"_s);
    head.lineage = report.infoValue(u"Songhe-Lineage"_s);
    head.quarter = report.infoValue(u"Songhe-Quarter"_s);
    head.sequence = report.infoValue(u"Songhe-Sequence"_s).toInt();
    head.district = report.infoValue(u"Source-Organization"_s);
    head.districtKey = report.infoValue(u"Songhe-Minisign-Key"_s);
    const auto quarter = Quarter::fromText(head.quarter);
    const QString name = head.package + u".receipt"_s;
    if (report.infoValue(u"Songhe-Format"_s) != u"1" || report.infoValue(u"Songhe-Kind"_s) != u"receipt" || !quarter
        || head.sequence < 1 || head.package != packageName(head.centreCode, *quarter, head.sequence)
        || report.infoValue(u"External-Identifier"_s) != name || base != name)
        return damaged(u"bag-info.txt"_s);
    return {};
}

/// data/receipt.json, held against bag-info.txt.
Result<void> readHead(const QByteArray& bytes, ReceiptContent& content)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    ReceiptHead& head = content.head;
    head.status = json.value(u"status"_s).toString();
    head.writtenAt = momentFromText(json.value(u"written_at"_s).toString());
    head.problems = json.value(u"problems"_s).toArray();
    if (json.value(u"format"_s).toInt() != 1 || json.value(u"package"_s).toString() != head.package
        || json.value(u"sha256"_s).toString() != head.packageSha256 || !head.writtenAt.isValid()
        || (head.status != u"merged" && head.status != u"superseded"))
        return damaged(headPath);
    const auto counts = [](const QJsonObject& from) -> std::optional<ReceiptCounts> {
        const ReceiptCounts read {from.value(u"accepted"_s).toInteger(-1), from.value(u"superseded"_s).toInteger(-1),
                                  from.value(u"conflict"_s).toInteger(-1), from.value(u"refused"_s).toInteger(-1)};
        for (const qint64 count : {read.accepted, read.superseded, read.conflict, read.refused})
            if (count < 0 || count > mostRows)
                return std::nullopt;
        return read;
    };
    const QJsonObject tables = json.value(u"tables"_s).toObject();
    if (tables.size() > mostTables)
        return damaged(headPath + u": tables"_s);
    for (auto it = tables.constBegin(); it != tables.constEnd(); ++it) {
        const auto table = counts(it->toObject());
        if (!table || table->rows() != it->toObject().value(u"rows"_s).toInteger(-1))
            return damaged(headPath + u": rows"_s);
        content.tables.insert(it.key(), *table);
    }
    if (content.counts() != counts(json.value(u"counts"_s).toObject()))
        return damaged(headPath + u": counts"_s);
    return {};
}

bool isHeading(const std::vector<QByteArrayView>& cells, const char* heading)
{
    QByteArray joined;
    for (const QByteArrayView cell : cells)
        joined += (joined.isEmpty() ? "" : ",") + cell.toByteArray();
    return joined == heading;
}

/// Counts the rows of outcome.csv while its bytes pass.
class OutcomeCheck {
public:
    void feed(QByteArrayView bytes)
    {
        m_whole = m_whole && m_scanner.feed(bytes, [this](const auto& cells) { return row(cells); });
    }
    void finish()
    {
        m_whole = m_whole && m_scanner.finish([this](const auto& cells) { return row(cells); });
        m_ended = true;
    }
    [[nodiscard]] bool holds(QMap<QString, ReceiptCounts> stated) const
    {
        stated.removeIf([](QMap<QString, ReceiptCounts>::iterator it) { return it.value() == ReceiptCounts(); });
        return m_whole && m_ended && !m_heading && stated == m_counted;
    }

private:
    bool row(const std::vector<QByteArrayView>& cells)
    {
        if (std::exchange(m_heading, false))
            return isHeading(cells, receiptOutcomeHeading);
        const auto outcome = outcomeFrom(cells);
        return outcome && m_counted[outcome->table].count(cells[3]);
    }

    CsvScanner m_scanner;
    QMap<QString, ReceiptCounts> m_counted;
    bool m_heading = true;
    bool m_whole = true;
    bool m_ended = false;
};

constexpr std::size_t oldDecisionCells = 5; ///< of programs that did not say which signing they decided about
constexpr std::size_t decisionCells = 7;

/// How many cells a row has; nothing where it is no heading of decisions. Columns of later programs stand behind.
std::optional<std::size_t> widthOf(const std::vector<QByteArrayView>& heading)
{
    const QByteArrayList known = QByteArray(receiptDecisionHeading).split(',');
    for (std::size_t i = 0; i < qMin(heading.size(), decisionCells); ++i)
        if (heading[i] != known[qsizetype(i)])
            return std::nullopt;
    if (heading.size() != oldDecisionCells && heading.size() < decisionCells)
        return std::nullopt;
    return heading.size();
}

/// Which signing it is about: both cells or none.
bool readSigning(QByteArrayView digest, QByteArrayView signedAt, ReceiptDecision& decision)
{
    if (digest.isEmpty() && signedAt.isEmpty())
        return true;
    decision.claimDigest = QString::fromLatin1(digest);
    decision.signedAt = momentFromText(QString::fromUtf8(signedAt));
    return digest.size() == 64 && decision.signedAt.isValid();
}

std::optional<ReceiptDecision> decisionFrom(const std::vector<QByteArrayView>& cells)
{
    if (cells[2] != "accepted" && cells[2] != "returned")
        return std::nullopt;
    bool claim = false;
    bool revision = false;
    ReceiptDecision decision {cells[0].toByteArray().toLongLong(&claim), cells[1].toByteArray().toInt(&revision),
                              cells[2] == "accepted", QString::fromUtf8(cells[3]),
                              momentFromText(QString::fromUtf8(cells[4]))};
    if (!claim || !revision || decision.claim <= 0 || decision.revision < 0 || !decision.decidedAt.isValid())
        return std::nullopt;
    if (cells.size() >= decisionCells && !readSigning(cells[5], cells[6], decision))
        return std::nullopt;
    return decision;
}

Result<std::vector<ReceiptDecision>> readDecisions(const QByteArray& bytes)
{
    std::vector<ReceiptDecision> decisions;
    std::optional<std::size_t> width;
    const auto row = [&](const std::vector<QByteArrayView>& cells) {
        if (!width) {
            width = widthOf(cells);
            return width.has_value();
        }
        const auto decision = cells.size() == *width ? decisionFrom(cells) : std::nullopt;
        if (decision)
            decisions.push_back(*decision);
        return decision.has_value();
    };
    CsvScanner scanner;
    if (!scanner.feed(bytes, row) || !scanner.finish(row) || !width)
        return damaged(decisionPath);
    return decisions;
}

/// Hands on the rows of outcome.csv in whole records.
Result<void> streamOutcomes(ZipBag& tree, const CsvSink& sink)
{
    QByteArray held;
    bool heading = true;
    const auto records = [&](QByteArrayView bytes) -> Result<void> {
        held += bytes;
        if (heading) {
            const qsizetype end = held.indexOf("\r\n");
            if (end < 0)
                return {};
            held.remove(0, end + 2);
            heading = false;
        }
        // Quotes come in pairs within a record: a line break after an even number of them ends one.
        qsizetype whole = 0;
        bool quoted = false;
        for (qsizetype at = 0; at < held.size(); ++at) {
            quoted = quoted != (held[at] == '"');
            if (held[at] == '\n' && !quoted)
                whole = at + 1;
        }
        if (whole == 0)
            return {};
        RETURN_IF_ERROR(sink(held.first(whole)));
        held.remove(0, whole);
        return {};
    };
    const auto visit = [&](const BagItem& item, const BagContent& read) -> Result<void> {
        if (item.path != outcomePath)
            return {};
        QByteArray part(64 * 1024, '\0');
        for (;;) {
            ASSIGN_OR_RETURN(const qint64 count, read(part.data(), part.size()));
            if (count == 0)
                return {};
            RETURN_IF_ERROR(records(QByteArrayView(part).first(count)));
        }
    };
    RETURN_IF_ERROR(tree.walk(visit));
    return held.isEmpty() ? Result<void>() : sink(held);
}

struct Source {
    QString path;
    AgeKeys keys;
    QByteArray digest;

    [[nodiscard]] ZipBag tree() const
    {
        return ZipBag([this] { return openSealedPackage(path, keys); }, ZipLimits());
    }
};

Result<ReceiptContent> read(const Source& source, const MinisignPublicKey& district, Progress& progress)
{
    ReceiptContent content;
    OutcomeCheck outcomes;
    ZipBag tree = source.tree();
    BagCheck check;
    check.keep = {headPath, decisionPath};
    // The signature comes first: a stranger's rows are not even looked at.
    check.between = [&](const BagReport& report) -> Result<void> {
        RETURN_IF_ERROR(judgeSignature(report, district, report.infoValue(u"Songhe-Package"_s)));
        return judgeHead(report, tree.base(), content.head);
    };
    check.sight = [&](const QString& path, QByteArrayView bytes) -> Result<void> {
        if (path != outcomePath)
            return {};
        if (bytes.isEmpty())
            outcomes.finish();
        else
            outcomes.feed(bytes);
        return {};
    };
    ASSIGN_OR_RETURN(const BagReport report, verifyBag(tree, progress, check));
    if (!report.ok())
        return damaged(report.problems.front().code);
    RETURN_IF_ERROR(readHead(report.kept.value(headPath), content));
    if (!outcomes.holds(content.tables))
        return damaged(outcomePath);
    ASSIGN_OR_RETURN(content.decisions, readDecisions(report.kept.value(decisionPath)));
    return content;
}

} // namespace receipt_reader

Result<ReceiptContent> readReceipt(const QString& path, AgeKeys keys, const MinisignPublicKey& district,
                                   Progress& progress)
{
    auto source = std::make_shared<receipt_reader::Source>();
    source->path = path;
    source->keys = std::move(keys);
    if (const auto opened = openSealedPackage(path, source->keys); !opened)
        return fail(opened.error());
    ASSIGN_OR_RETURN(source->digest, receipt_reader::digestOf(path));
    ASSIGN_OR_RETURN(ReceiptContent content, receipt_reader::read(*source, district, progress));
    ASSIGN_OR_RETURN(const QByteArray after, receipt_reader::digestOf(path));
    if (after != source->digest)
        return receipt_reader::damaged(u"changed while read"_s);
    content.outcomes = [source](const CsvSink& sink) -> Result<void> {
        ZipBag tree = source->tree();
        RETURN_IF_ERROR(receipt_reader::streamOutcomes(tree, sink));
        ASSIGN_OR_RETURN(const QByteArray digest, receipt_reader::digestOf(source->path));
        return digest == source->digest ? Result<void>() : receipt_reader::damaged(u"changed while read"_s);
    };
    return content;
}

Result<void> eachOutcome(const ReceiptContent& content, const std::function<Result<void>(const ReceiptOutcome&)>& each)
{
    if (!content.outcomes)
        return {};
    CsvScanner scanner;
    Result<void> told;
    const auto row = [&](const std::vector<QByteArrayView>& cells) {
        const auto outcome = outcomeFrom(cells);
        told = outcome ? each(*outcome) : receipt_reader::damaged(receipt_reader::outcomePath);
        return told.ok();
    };
    const auto take = [&](const QByteArray& records) -> Result<void> {
        if (scanner.feed(records, row))
            return {};
        return told.ok() ? receipt_reader::damaged(receipt_reader::outcomePath) : told;
    };
    RETURN_IF_ERROR(content.outcomes(take));
    if (!scanner.finish(row) && told.ok())
        return receipt_reader::damaged(receipt_reader::outcomePath);
    return told;
}

} // namespace songhe
