// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt that the district's key signed and sealed, whatever stands in it: the first byte says which of its files is
// foreign. What is believed gives the same rows each time, as many as it says. Or all of it is foreign: nothing is
// believed that the key did not sign.
#include "core/exchange/age_stream.h"
#include "core/exchange/bag_writer.h"
#include "core/exchange/receipt_reader.h"
#include "core/exchange/zip_stream.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QFile>

#include <sodium.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct Parties {
    MinisignSecretKey district = MinisignSecretKey::generate();
    AgeIdentity centre = AgeIdentity::generate();
};

const Parties& parties()
{
    static const Parties made = [] {
        fuzz::mustHold(sodium_init() >= 0);
        return Parties();
    }();
    return made;
}

AgeKeys keys()
{
    AgeKeys keys;
    keys.identities.push_back(*AgeIdentity::fromText(parties().centre.text().view()));
    return keys;
}

/// A file of this process's memory, by a path.
class MemoryFile {
public:
    MemoryFile()
        : m_handle(::memfd_create("receipt", MFD_CLOEXEC))
    {
        fuzz::mustHold(m_handle >= 0 && m_file.open(m_handle, QIODevice::ReadWrite | QIODevice::Unbuffered));
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile()
    {
        m_file.close();
        ::close(m_handle);
    }
    QIODevice& device() { return m_file; }
    [[nodiscard]] QString path() const { return u"/proc/self/fd/%1"_s.arg(m_handle); }

private:
    int m_handle;
    QFile m_file;
};

std::vector<std::pair<QString, QString>> info()
{
    return {{u"Source-Organization"_s, u"D"_s},
            {u"External-Identifier"_s, u"songhe-C1-2021Q3-0004.receipt"_s},
            {u"Songhe-Format"_s, u"1"_s},
            {u"Songhe-Kind"_s, u"receipt"_s},
            {u"Songhe-Package"_s, u"songhe-C1-2021Q3-0004"_s},
            {u"Songhe-Package-SHA256"_s, QString(64, u'a')},
            {u"Songhe-Centre-Code"_s, u"C1"_s},
            {u"Songhe-Quarter"_s, u"2021Q3"_s},
            {u"Songhe-Sequence"_s, u"4"_s}};
}

struct Files {
    QByteArray head = R"({"format":1,"package":"songhe-C1-2021Q3-0004","sha256":")" + QByteArray(64, 'a')
        + R"(","status":"merged","written_at":"2021-10-08T01:00:00.000Z","problems":[],)"
          R"("tables":{"meal":{"rows":2,"accepted":1,"superseded":0,"conflict":0,"refused":1}},)"
          R"("counts":{"accepted":1,"superseded":0,"conflict":0,"refused":1}})";
    QByteArray outcomes = QByteArray(receiptOutcomeHeading) + "\r\nmeal,1,1,accepted,,\r\nmeal,2,1,refused,c,t\r\n";
    QByteArray decisions = QByteArray(receiptDecisionHeading) + "\r\n7,1,returned,r,2021-10-07T01:00:00.000Z,,\r\n";
};

Result<void> writeSigned(const Files& files, QIODevice& target)
{
    AgeSealing sealing;
    sealing.recipients.push_back(parties().centre.recipient());
    ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(target, sealing));
    ASSIGN_OR_RETURN(const auto zip, ZipWriter::open(*sealed, 1, QDateTime::fromSecsSinceEpoch(1'633'654'800)));
    BagWriter bag(*zip, u"songhe-C1-2021Q3-0004.receipt"_s);
    RETURN_IF_ERROR(bag.add(u"data/receipt.json"_s, files.head));
    RETURN_IF_ERROR(bag.add(u"data/outcome.csv"_s, files.outcomes));
    RETURN_IF_ERROR(bag.add(u"data/decision.csv"_s, files.decisions));
    RETURN_IF_ERROR(bag.finish(info(), [](QByteArrayView tags) -> Result<QByteArray> {
        ASSIGN_OR_RETURN(
            const MinisignSignature signature,
            minisignSign(parties().district, minisignDigest(tags), u"songhe receipt songhe-C1-2021Q3-0004"_s));
        return signature.file("signature");
    }));
    RETURN_IF_ERROR(zip->close());
    return sealed->finish();
}

Result<void> writeForeign(QByteArrayView bytes, QIODevice& target)
{
    AgeSealing sealing;
    sealing.recipients.push_back(parties().centre.recipient());
    ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(target, sealing));
    RETURN_IF_ERROR(writeAll(*sealed, bytes));
    return sealed->finish();
}

/// The rows as they come; nothing where they cannot be had.
std::optional<QByteArrayList> rowsOf(const ReceiptContent& content, ReceiptCounts& counts)
{
    QByteArrayList rows;
    const auto read = eachOutcome(content, [&](const ReceiptOutcome& outcome) -> Result<void> {
        fuzz::mustHold(counts.count(outcome.outcome.toLatin1()));
        rows << (outcome.table + u'\n' + QString::number(outcome.record) + u'\n' + outcome.text).toUtf8();
        return {};
    });
    return read ? std::optional(rows) : std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (bytes.isEmpty())
        return 0;
    const QByteArray foreign = bytes.sliced(1);
    Files files;
    MemoryFile file;
    const char which = bytes.front();
    if (which == 'z') {
        fuzz::mustHold(writeForeign(foreign, file.device()).ok());
    } else {
        (which == 'h' ? files.head : which == 'd' ? files.decisions : files.outcomes) = foreign;
        fuzz::mustHold(writeSigned(files, file.device()).ok());
    }
    Progress progress;
    const auto content = readReceipt(file.path(), keys(), parties().district.publicKey(), progress);
    if (!content)
        return 0;
    fuzz::mustHold(which != 'z');
    for (const ReceiptDecision& decision : content->decisions)
        fuzz::mustHold(decision.claim > 0 && decision.decidedAt.isValid());
    ReceiptCounts counts;
    const auto rows = rowsOf(*content, counts);
    fuzz::mustHold(rows && counts == content->counts());
    ReceiptCounts again;
    fuzz::mustHold(rowsOf(*content, again) == rows);
    return 0;
}
