// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_verify.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/package_place.h"
#include "core/exchange/package_table.h"
#include "core/exchange/table_check.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_verify {

const QString descriptorPath = QStringLiteral("data/datapackage.json");
const QString tagManifestName = QStringLiteral("tagmanifest-sha256.txt");
const QString signatureName = QStringLiteral("tagmanifest-sha256.txt.minisig");

struct Head {
    qint64 number = 0;
    QByteArray digest;
};

std::optional<Head> headFrom(const QString& text)
{
    const QStringList parts = text.split(u':');
    bool whole = false;
    const Head head {parts.value(0).toLongLong(&whole), QByteArray::fromHex(parts.value(1).toLatin1())};
    return whole && head.number >= 0 && head.digest.size() == 32 ? std::optional(head) : std::nullopt;
}

class Verifier {
public:
    Verifier(const QString& path, const PackageTrust& trust, PackageTaker* taker)
        : m_path(path)
        , m_trust(trust)
        , m_taker(taker)
    { }
    Result<PackageVerdict> run(Progress& progress);

private:
    void judgeSignature(const BagReport& report, const std::optional<MinisignPublicKey>& wanted);
    void judgeUnlisted(const BagReport& report);
    void judgeInfo(const BagReport& report);
    void readDescriptor(const BagReport& report);
    Result<void> judgeTags(const BagReport& report);
    Result<void> see(const QString& path, QByteArrayView bytes);
    Result<void> seeTable(TableCheck& table, QByteArrayView bytes);
    [[nodiscard]] bool refused() const
    {
        return std::any_of(m_verdict.problems.begin(), m_verdict.problems.end(), refusesPackage);
    }
    /// Remembers an error of the taker as its own.
    template <typename T> Result<T> taken(Result<T> result)
    {
        if (!result && !m_taker->failure())
            m_taker->setFailure(result.error());
        return result;
    }
    void judgeReferences();
    void problem(const char* code, const QString& file, const QString& text)
    {
        m_verdict.problems.push_back({QString::fromLatin1(code), file, text});
    }

    QString m_path;
    const PackageTrust& m_trust;
    PackageTaker* m_taker;
    bool m_stopped = false;          ///< what the tag files say is reason enough to read no row
    TableCheck* m_current = nullptr; ///< whose rows the taker gets at present
    PackageVerdict m_verdict;
    std::vector<BagProblem> m_rowProblems;
    std::vector<std::unique_ptr<TableCheck>> m_tables;
    std::unique_ptr<AuditCheck> m_audit;
    Result<void> m_linked; ///< the taker took the chain's entries
    std::optional<Head> m_auditHead;
};

void Verifier::judgeSignature(const BagReport& report, const std::optional<MinisignPublicKey>& wanted)
{
    if (!report.kept.contains(tagManifestName) || !report.kept.contains(signatureName)) {
        problem("not_signed", signatureName,
                ExchangeText::tr(
                    "The package is not signed, so nobody can tell who made it. Ask the sender for another one."));
        return;
    }
    const QByteArray tags = report.kept.value(tagManifestName);
    const auto signature = MinisignSignature::fromFile(report.kept.value(signatureName));
    if (!signature) {
        problem("bad_signature", signatureName, signature.error().message);
        return;
    }
    const auto named = MinisignPublicKey::fromText(report.infoValue(u"Songhe-Minisign-Key"_s).toLatin1());
    if (!wanted && !named) {
        problem("bad_signature", signatureName, named.error().message);
        return;
    }
    const MinisignPublicKey key = wanted ? *wanted : *named;
    m_verdict.signedBy = key.text();
    m_verdict.trusted = wanted.has_value();
    if (const auto held = minisignVerify(key, *signature, QByteArrayView(tags)); !held)
        problem("bad_signature", signatureName, held.error().message);
}

/// A bag may hold tag files that no manifest lists. A package may not: nobody signed them.
void Verifier::judgeUnlisted(const BagReport& report)
{
    const QByteArray tags = report.kept.value(tagManifestName);
    for (const QString& path : report.sizes.keys())
        if (!path.startsWith(u"data/") && path != tagManifestName && path != signatureName
            && !tags.contains("  " + bagPathText(path) + '\n'))
            problem("not_signed", path,
                    ExchangeText::tr("The signed tag manifest does not list this file, so it may have been changed."));
}

void Verifier::judgeInfo(const BagReport& report)
{
    const QString file = u"bag-info.txt"_s;
    for (const auto& [label, value] : report.info)
        if (label.contains(QChar::Null) || value.contains(QChar::Null)) {
            // It goes into questions to a database before anybody knows who signed it.
            problem("bad_info", file,
                    ExchangeText::tr("bag-info.txt does not say as a package must which centre, quarter and sequence "
                                     "it is."));
            return;
        }
    m_verdict.name = report.infoValue(u"External-Identifier"_s);
    m_verdict.centreCode = report.infoValue(u"Songhe-Centre-Code"_s);
    m_verdict.centreUuid = report.infoValue(u"Songhe-Centre-UUID"_s);
    m_verdict.lineage = report.infoValue(u"Songhe-Lineage"_s);
    m_verdict.quarter = report.infoValue(u"Songhe-Quarter"_s);
    m_verdict.sequence = report.infoValue(u"Songhe-Sequence"_s).toInt();
    const auto quarter = Quarter::fromText(m_verdict.quarter);
    if (report.infoValue(u"Songhe-Format"_s) != u"1" || m_verdict.sequence < 1
        || m_verdict.sequence > Quarter::mostPackages || !quarter
        || m_verdict.name != packageName(m_verdict.centreCode, *quarter, m_verdict.sequence)) {
        problem(
            "bad_info", file,
            ExchangeText::tr("bag-info.txt does not say as a package must which centre, quarter and sequence it is."));
        return;
    }
    if (QFileInfo(m_path).fileName() != m_verdict.name + u".zip.age"_s)
        problem(
            "name_differs", QFileInfo(m_path).fileName(),
            ExchangeText::tr("Inside, this package is called %1. It was renamed or exchanged.").arg(m_verdict.name));
    const auto from = headFrom(report.infoValue(u"Songhe-Audit-From"_s));
    m_auditHead = headFrom(report.infoValue(u"Songhe-Audit-Head"_s));
    if (from && m_auditHead)
        m_audit = std::make_unique<AuditCheck>(from->number, from->digest);
    else
        problem("bad_info", file, ExchangeText::tr("bag-info.txt does not name the audit chain's ends."));
}

void Verifier::readDescriptor(const BagReport& report)
{
    const QJsonDocument document = QJsonDocument::fromJson(report.kept.value(descriptorPath));
    const QJsonArray resources = document.object().value(u"resources"_s).toArray();
    if (resources.isEmpty() || resources.size() > 100) {
        problem("bad_schema", descriptorPath,
                ExchangeText::tr("The package has no readable datapackage.json, so its tables cannot be judged."));
        return;
    }
    for (const QJsonValue& resource : resources)
        if (auto table = TableCheck::make(resource.toObject(), m_rowProblems)) {
            const bool twice = std::any_of(m_tables.begin(), m_tables.end(), [&](const auto& other) {
                return other->name() == table->name() || other->path() == table->path();
            });
            if (twice)
                problem("bad_schema", descriptorPath,
                        ExchangeText::tr("It describes a table twice: %1. Ask the sender for another package.")
                            .arg(table->name()));
            else
                m_tables.push_back(std::move(table));
        }
}

Result<void> Verifier::judgeTags(const BagReport& report)
{
    judgeInfo(report);
    std::optional<MinisignPublicKey> key = m_trust.publicKey;
    if (m_taker && !refused()) {
        ASSIGN_OR_RETURN(key, taken(m_taker->signer(report, m_verdict)));
    }
    if (!m_taker || key)
        judgeSignature(report, key);
    readDescriptor(report);
    if (!m_taker)
        return {};
    m_stopped = refused() || !m_rowProblems.empty() || !report.ok();
    if (m_stopped) {
        m_verdict.problems.insert(m_verdict.problems.begin(), report.problems.begin(), report.problems.end());
        m_verdict.problems.insert(m_verdict.problems.end(), m_rowProblems.begin(), m_rowProblems.end());
        return fail(Error::Kind::Cancelled, {});
    }
    RETURN_IF_ERROR(taken(m_taker->begin(report, m_verdict)));
    m_audit->setSink([this](qint64 number, const QByteArray& digest) {
        if (m_linked)
            m_linked = taken(m_taker->link(number, digest));
    });
    for (const auto& table : m_tables)
        table->setSink([this](const std::vector<QByteArrayView>& cells) { return taken(m_taker->row(cells)); });
    return {};
}

Result<void> Verifier::seeTable(TableCheck& table, QByteArrayView bytes)
{
    if (m_taker && m_current != &table) {
        m_current = &table;
        RETURN_IF_ERROR(taken(m_taker->table(table.name(), table.columns())));
    }
    if (bytes.isEmpty())
        table.finish();
    else
        table.feed(bytes);
    if (table.sinkError())
        return fail(*table.sinkError());
    return m_taker && bytes.isEmpty() ? taken(m_taker->endOfTable()) : Result<void>();
}

Result<void> Verifier::see(const QString& path, QByteArrayView bytes)
{
    if (m_audit && path == u"data/audit.csv" && !bytes.isEmpty()) {
        m_audit->feed(bytes);
        RETURN_IF_ERROR(m_linked);
    }
    for (const auto& table : m_tables)
        if (table->path() == path)
            return seeTable(*table, bytes);
    return m_taker ? taken(m_taker->file(path, bytes)) : Result<void>();
}

void Verifier::judgeReferences()
{
    for (const auto& table : m_tables) {
        m_verdict.records.insert(table->name(), qMax(qint64(0), table->rows()));
        if (table->rows() < 0 && table->statedRows())
            problem("missing_file", table->path(),
                    ExchangeText::tr("datapackage.json describes this table, but it is not there."));
        for (const TableCheck::Reference& reference : table->references()) {
            const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                            [&](const auto& other) { return other->name() == reference.table; });
            qint64 lost = 0;
            for (const qint64 id : reference.ids)
                lost += found == m_tables.end() || !(*found)->keys().contains(id) ? 1 : 0;
            if (lost > 0)
                problem("lost_reference", table->path(),
                        ExchangeText::tr("%1 records that %2 points at are not in the package.")
                            .arg(lost)
                            .arg(reference.field));
        }
    }
    if (m_audit && !m_audit->holds(m_auditHead->number, m_auditHead->digest))
        problem(
            "chain_broken", u"data/audit.csv"_s,
            ExchangeText::tr("The audit chain does not lead from where it begins to where it should end: history was "
                             "rewritten or cut."));
}

Result<PackageVerdict> Verifier::run(Progress& progress)
{
    // The file could be exchanged between the two readings: both must see the same bytes.
    const auto digest = [&]() -> Result<QByteArray> {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return deviceFailure(file, false);
        return sha256Of(file);
    };
    ZipBag tree([&] { return openSealedPackage(m_path, m_trust.keys); }, ZipLimits());
    if (const auto openable = openSealedPackage(m_path, m_trust.keys); !openable) {
        if (openable.error().kind == Error::Kind::NotFound || openable.error().kind == Error::Kind::Io)
            return fail(openable.error());
        problem("cannot_open", QFileInfo(m_path).fileName(), openable.error().message);
        return std::move(m_verdict);
    }
    ASSIGN_OR_RETURN(const QByteArray before, digest());
    BagCheck check;
    check.keep = {descriptorPath};
    check.between = [&](const BagReport& report) { return judgeTags(report); };
    check.sight = [&](const QString& path, QByteArrayView bytes) { return see(path, bytes); };
    m_verdict.sha256 = before;
    auto report = verifyBag(tree, progress, check);
    if (!report && m_stopped)
        return std::move(m_verdict);
    if (!report) {
        // The seal opened: what is wrong now is wrong with the package, and that is an answer.
        if (report.error().kind != Error::Kind::Damaged || (m_taker && m_taker->failure()))
            return fail(std::move(report).error());
        problem("damaged", QFileInfo(m_path).fileName(), report.error().message);
        return std::move(m_verdict);
    }
    m_verdict.problems.insert(m_verdict.problems.begin(), report->problems.begin(), report->problems.end());
    judgeUnlisted(*report);
    judgeReferences();
    m_verdict.problems.insert(m_verdict.problems.end(), m_rowProblems.begin(), m_rowProblems.end());
    if (!report->sizes.contains(descriptorPath) && m_verdict.problems.empty())
        problem("bad_schema", descriptorPath,
                ExchangeText::tr("The package has no readable datapackage.json, so its tables cannot be judged."));
    ASSIGN_OR_RETURN(const QByteArray after, digest());
    if (after != before)
        problem("damaged", QFileInfo(m_path).fileName(),
                ExchangeText::tr("The file changed while it was read. Verify it again."));
    return std::move(m_verdict);
}

} // namespace package_verify

bool refusesPackage(const BagProblem& problem)
{
    return problem.code != u"name_differs"_s;
}

QJsonObject PackageVerdict::toJson() const
{
    return {{u"ok"_s, ok()},         {u"problems"_s, problemsToJson(problems)},
            {u"records"_s, records}, {u"sequence"_s, sequence},
            {u"package"_s, name},    {u"centre"_s, centreCode},
            {u"quarter"_s, quarter}, {u"signed_by"_s, signedBy},
            {u"trusted"_s, trusted}};
}

Result<PackageVerdict> verifyPackage(const QString& path, const PackageTrust& trust, Progress& progress,
                                     PackageTaker* taker)
{
    return package_verify::Verifier(path, trust, taker).run(progress);
}

} // namespace songhe
