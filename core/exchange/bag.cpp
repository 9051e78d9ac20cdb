// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag.h"

#include "core/exchange/bag_digest.h"
#include "core/exchange/exchange_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

QJsonArray problemsToJson(const std::vector<BagProblem>& problems)
{
    QJsonArray array;
    for (const BagProblem& problem : problems)
        array.append(QJsonObject {{u"code"_s, problem.code}, {u"file"_s, problem.file}, {u"text"_s, problem.text}});
    return array;
}

QString BagReport::infoValue(const QString& label) const
{
    for (const auto& [name, value] : info)
        if (name.compare(label, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

bool isSafeBagPath(const QString& path)
{
    if (path.isEmpty() || path.size() > 1000 || path.startsWith(u'/') || path.startsWith(u'~') || path.contains(u'\\')
        || (path.size() > 1 && path.at(1) == u':'))
        return false;
    for (const QString& part : path.split(u'/'))
        if (part.isEmpty() || part == u"." || part == u"..")
            return false;
    return std::none_of(path.begin(), path.end(), [](QChar c) {
        return c.unicode() < 32 ? c != u'\n' && c != u'\r' && c != u'\t'
                                : c.unicode() == 127 || c == QChar::ReplacementCharacter;
    });
}

namespace bag {

struct Manifest {
    BagAlgorithm algorithm;
    QString name;
    bool payload;
    QHash<QString, QByteArray> digests; ///< path → digest
};

/// One check from first to last walk.
class Verifier {
public:
    Verifier(BagTree& tree, Progress& progress, const BagCheck& check)
        : m_tree(tree)
        , m_progress(progress)
        , m_check(check)
    { }
    Result<BagReport> run();

private:
    Result<void> firstWalk();
    Result<void> keepFile(const QString& path, const BagContent& content);
    void judgeName(const BagItem& item);
    void readDeclaration();
    void readInfo();
    void readManifests();
    void readManifest(const QString& name, bool payload);
    void readFetch();
    std::optional<QString> manifestPath(QByteArrayView text, const QString& manifest);
    void judgeCompleteness();
    void judgeOxum();
    Result<void> secondWalk();
    Result<void> digestFile(const QString& path, const BagContent& content);

    BagTree& m_tree;
    Progress& m_progress;
    const BagCheck& m_check;
    BagReport m_report;
    std::vector<Manifest> m_manifests;
    QSet<QString> m_files;
    QHash<QString, QString> m_folded; ///< lower case → as found
    qint64 m_walked = 0;
    qint64 m_expected = 0;
};

bool isTagFile(const QString& path)
{
    static const QRegularExpression shape(u"^(bagit|bag-info|fetch|(tag)?manifest-[^/]+)\\.txt(\\.minisig)?$"_s);
    return shape.match(path).hasMatch();
}

QByteArrayList linesOf(QByteArray text)
{
    text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.endsWith('\n'))
        text.chop(1);
    return text.isEmpty() ? QByteArrayList() : text.split('\n');
}

Result<BagReport> Verifier::run()
{
    RETURN_IF_ERROR(firstWalk());
    if (!m_files.contains(u"bagit.txt"_s)) {
        m_report.problem(
            "not_a_bag", u"bagit.txt"_s,
            ExchangeText::tr("This is no bag: it has no bagit.txt. Choose the bag's own folder or zip file."));
        return std::move(m_report);
    }
    readDeclaration();
    readInfo();
    readManifests();
    readFetch();
    judgeCompleteness();
    judgeOxum();
    if (m_check.between)
        RETURN_IF_ERROR(m_check.between(m_report));
    RETURN_IF_ERROR(secondWalk());
    return std::move(m_report);
}

void Verifier::judgeName(const BagItem& item)
{
    if (item.kind == ZipEntry::Kind::Link || item.kind == ZipEntry::Kind::Other) {
        m_report.problem(
            "link", item.path,
            ExchangeText::tr("This is a link or device, not a file. Links are never followed; put the file "
                             "itself into the bag."));
        return;
    }
    if (!isSafeBagPath(item.path)) {
        m_report.problem(
            "bad_path", item.path,
            ExchangeText::tr("This name leads out of the bag or cannot be a file name everywhere. The file "
                             "was not read."));
        return;
    }
    if (item.kind == ZipEntry::Kind::Folder)
        return;
    if (m_files.contains(item.path)) {
        m_report.problem("duplicate_name", item.path,
                         ExchangeText::tr("Two files have this name. Nobody can tell which one is meant."));
        return;
    }
    m_files.insert(item.path);
    const QString folded = item.path.normalized(QString::NormalizationForm_C).toCaseFolded();
    if (m_tree.isArchive() && m_folded.contains(folded))
        m_report.problem("case_clash", item.path,
                         ExchangeText::tr("This name differs from %1 in case alone; unpacked, one would overwrite the "
                                          "other.")
                             .arg(m_folded.value(folded)));
    m_folded.insert(folded, item.path);
}

Result<void> Verifier::keepFile(const QString& path, const BagContent& content)
{
    QByteArray whole;
    QByteArray part(64 * 1024, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, content(part.data(), part.size()));
        if (count == 0)
            break;
        if (whole.size() + count > m_check.limits.tagFileBytes) {
            m_report.problem("too_large", path, ExchangeText::tr("This file is larger than it may be in a bag."));
            return {};
        }
        whole.append(part.constData(), count);
    }
    m_report.kept.insert(path, whole);
    return {};
}

Result<void> Verifier::firstWalk()
{
    return m_tree.walk([&](const BagItem& item, const BagContent& content) -> Result<void> {
        RETURN_IF_ERROR(m_progress.step(0, 1));
        const auto before = m_files.size();
        judgeName(item);
        if (m_files.size() == before)
            return {};
        ++m_expected;
        if (item.path.startsWith(u"data/"))
            ++m_report.payloadFiles;
        return isTagFile(item.path) || m_check.keep.contains(item.path) ? keepFile(item.path, content) : Result<void>();
    });
}

void Verifier::readDeclaration()
{
    static const QRegularExpression version(u"^BagIt-Version:\\s*(\\d+\\.\\d+)\\s*$"_s);
    const QByteArrayList lines = linesOf(m_report.kept.value(u"bagit.txt"_s));
    const auto match = version.match(lines.isEmpty() ? QString() : QString::fromUtf8(lines.first()));
    const bool encoded = lines.size() == 2
        && QString::fromUtf8(lines[1]).simplified().toUpper() == u"TAG-FILE-CHARACTER-ENCODING: UTF-8";
    const bool marked = !lines.isEmpty() && !lines.first().startsWith("BagIt-Version"); // a byte order mark is no text
    if (!match.hasMatch() || !encoded || marked) {
        m_report.problem("bad_declaration", u"bagit.txt"_s,
                         ExchangeText::tr("bagit.txt must have two lines: the BagIt version and the encoding UTF-8."));
        return;
    }
    m_report.version = match.captured(1);
    if (m_report.version != u"1.0" && m_report.version != u"0.97")
        m_report.problem("unsupported_version", u"bagit.txt"_s,
                         ExchangeText::tr("BagIt %1 is not known here; 1.0 and 0.97 are.").arg(m_report.version));
}

void Verifier::readInfo()
{
    const QString name = u"bag-info.txt"_s;
    for (const QByteArray& line : linesOf(m_report.kept.value(name))) {
        const QString text = QString::fromUtf8(line);
        if (!text.isEmpty() && (text.front() == u' ' || text.front() == u'\t') && !m_report.info.empty()) {
            m_report.info.back().second += u' ' + text.trimmed();
            continue;
        }
        const qsizetype colon = text.indexOf(u':');
        if (colon > 0)
            m_report.info.emplace_back(text.first(colon).trimmed(), text.sliced(colon + 1).trimmed());
        else if (!text.trimmed().isEmpty())
            m_report.problem("bad_info", name,
                             ExchangeText::tr("A line of bag-info.txt has no label. Each line is 'Label: value'."));
    }
}

std::optional<QString> Verifier::manifestPath(QByteArrayView text, const QString& manifest)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace("%0A", "\n").replace("%0a", "\n").replace("%0D", "\r").replace("%0d", "\r");
    if (m_report.version != u"0.97")
        bytes.replace("%25", "%");
    QString path = QString::fromUtf8(bytes);
    if (path.startsWith(u"./")) {
        path.remove(0, 2);
        m_report.warnings.push_back({u"leading_dot"_s, manifest, ExchangeText::tr("A name begins with './'.")});
    }
    if (isSafeBagPath(path))
        return path;
    m_report.problem("bad_path", path,
                     ExchangeText::tr("%1 names a file outside the bag. It was not looked for.").arg(manifest));
    return std::nullopt;
}

void Verifier::readManifest(const QString& name, bool payload)
{
    static const QRegularExpression shape(u"^(tag)?manifest-([A-Za-z0-9-]+)\\.txt$"_s);
    const auto algorithm = bagAlgorithmNamed(shape.match(name).captured(2).toLower());
    if (!algorithm) {
        m_report.problem("unknown_algorithm", name,
                         ExchangeText::tr("This kind of checksum is not known here; sha256 and sha512 are."));
        return;
    }
    Manifest manifest {*algorithm, name, payload, {}};
    const qsizetype hexSize = BagDigest(*algorithm).result().size() * 2;
    for (const QByteArray& line : linesOf(m_report.kept.value(name))) {
        if (line.trimmed().isEmpty())
            continue;
        const QByteArray hex = line.first(qMin(hexSize, line.size())).toLower();
        const QByteArray digest = QByteArray::fromHex(hex);
        qsizetype at = hexSize;
        while (at < line.size() && (line.at(at) == ' ' || line.at(at) == '\t'))
            ++at;
        if (at < line.size() && at > hexSize && line.at(at) == '*')
            ++at; // md5sum marks binary files so
        if (digest.toHex() != hex || hex.size() != hexSize || at == hexSize || at >= line.size()) {
            m_report.problem("bad_manifest_line", name,
                             ExchangeText::tr("A line of this manifest is not 'checksum  name'. The bag was changed or "
                                              "badly made."));
            continue;
        }
        const auto path = manifestPath(QByteArrayView(line).sliced(at), name);
        if (!path)
            continue;
        if (payload != path->startsWith(u"data/") && payload)
            m_report.problem("bad_path", *path, ExchangeText::tr("%1 names a file that is no payload.").arg(name));
        else if (manifest.digests.contains(*path))
            m_report.problem("listed_twice", *path, ExchangeText::tr("%1 lists this file twice.").arg(name));
        else
            manifest.digests.insert(*path, digest);
    }
    m_manifests.push_back(std::move(manifest));
}

void Verifier::readManifests()
{
    bool any = false;
    QStringList names(m_files.begin(), m_files.end());
    names.sort();
    for (const QString& name : names) {
        if (!isTagFile(name) || name.endsWith(u".minisig"))
            continue;
        if (name.startsWith(u"manifest-")) {
            any = true;
            readManifest(name, true);
        } else if (name.startsWith(u"tagmanifest-")) {
            readManifest(name, false);
        }
    }
    if (!any)
        m_report.problem("missing_manifest", u"manifest-sha256.txt"_s,
                         ExchangeText::tr("The bag has no manifest of its payload, so nothing can be proved of it."));
}

/// Nothing is ever fetched: a bag whose files are still elsewhere is incomplete, and that is all.
void Verifier::readFetch()
{
    const QString name = u"fetch.txt"_s;
    for (const QByteArray& line : linesOf(m_report.kept.value(name))) {
        const QByteArrayList parts = line.simplified().split(' ');
        if (parts.size() < 3)
            continue;
        const qsizetype at = line.indexOf(parts[2], line.indexOf(parts[1], parts[0].size()) + parts[1].size());
        const auto path = manifestPath(QByteArrayView(line).sliced(at), name);
        if (path && !m_files.contains(*path))
            m_report.problem("not_fetched", *path,
                             ExchangeText::tr("This file is not in the bag but somewhere on the network. It is never "
                                              "fetched; ask the sender for the complete bag."));
    }
}

void Verifier::judgeCompleteness()
{
    QHash<QString, QString> composed; // names that differ in Unicode normalisation alone are the same file
    for (const QString& path : std::as_const(m_files))
        composed.insert(path.normalized(QString::NormalizationForm_C), path);
    for (Manifest& manifest : m_manifests) {
        QStringList missing;
        for (const QString& path : manifest.digests.keys())
            if (!m_files.contains(path))
                missing << path;
        missing.sort();
        for (const QString& path : missing) {
            const QString other = composed.value(path.normalized(QString::NormalizationForm_C));
            if (other.isEmpty()) {
                m_report.problem("missing_file", path,
                                 ExchangeText::tr("%1 lists this file, but it is not there.").arg(manifest.name));
                continue;
            }
            manifest.digests.insert(other, manifest.digests.take(path));
            m_report.warnings.push_back(
                {u"normalisation"_s, other,
                 ExchangeText::tr("The name is written with other Unicode characters in the manifest.")});
        }
    }
    QStringList payload;
    for (const QString& path : std::as_const(m_files))
        if (path.startsWith(u"data/"))
            payload << path;
    payload.sort();
    const bool each = m_report.version != u"0.97"; // 0.97 is content with one manifest that lists a file
    for (const QString& path : std::as_const(payload)) {
        qsizetype listing = 0;
        qsizetype all = 0;
        for (const Manifest& manifest : m_manifests) {
            all += manifest.payload ? 1 : 0;
            listing += manifest.payload && manifest.digests.contains(path) ? 1 : 0;
        }
        if (all > 0 && (each ? listing < all : listing == 0))
            m_report.problem(
                "extra_file", path,
                ExchangeText::tr("This file is in the payload, but not in every manifest. It may have been "
                                 "slipped in."));
    }
}

void Verifier::judgeOxum()
{
    qsizetype stated = 0;
    for (const auto& [label, value] : m_report.info)
        stated += label.compare(u"Payload-Oxum", Qt::CaseInsensitive) == 0 ? 1 : 0;
    static const QRegularExpression shape(u"^\\d{1,18}\\.\\d{1,9}$"_s);
    if (stated > 1 || (stated == 1 && !shape.match(m_report.infoValue(u"Payload-Oxum"_s)).hasMatch()))
        m_report.problem("bad_info", u"bag-info.txt"_s,
                         ExchangeText::tr("Payload-Oxum must stand once, as bytes.files."));
}

Result<void> Verifier::digestFile(const QString& path, const BagContent& content)
{
    std::vector<std::pair<BagDigest, const Manifest*>> digests;
    for (const Manifest& manifest : m_manifests)
        if (manifest.digests.contains(path))
            digests.emplace_back(BagDigest(manifest.algorithm), &manifest);
    QByteArray part(256 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        RETURN_IF_ERROR(m_progress.step(m_walked, m_expected));
        ASSIGN_OR_RETURN(const qint64 count, content(part.data(), part.size()));
        if (m_check.sight)
            RETURN_IF_ERROR(m_check.sight(path, QByteArrayView(part).first(count)));
        if (count == 0)
            break;
        size += count;
        for (auto& [digest, manifest] : digests)
            digest.add(QByteArrayView(part).first(count));
    }
    m_report.sizes.insert(path, size);
    if (path.startsWith(u"data/"))
        m_report.payloadBytes += size;
    for (auto& [digest, manifest] : digests)
        if (digest.result() != manifest->digests.value(path))
            m_report.problem(
                "digest_differs", path,
                ExchangeText::tr("This file is not what %1 says: it was changed or damaged. Do not use it.")
                    .arg(manifest->name));
    return {};
}

Result<void> Verifier::secondWalk()
{
    QSet<QString> seen;
    RETURN_IF_ERROR(m_tree.walk([&](const BagItem& item, const BagContent& content) -> Result<void> {
        if (item.kind != ZipEntry::Kind::File || !m_files.contains(item.path) || seen.contains(item.path))
            return {};
        seen.insert(item.path);
        ++m_walked;
        return digestFile(item.path, content);
    }));
    const QString stated = m_report.infoValue(u"Payload-Oxum"_s);
    const QString found = u"%1.%2"_s.arg(m_report.payloadBytes).arg(m_report.payloadFiles);
    if (!stated.isEmpty() && stated != found)
        m_report.problem("oxum_differs", u"bag-info.txt"_s,
                         ExchangeText::tr("The payload is %1 (bytes.files), but %2 was stated.").arg(found, stated));
    return {};
}

} // namespace bag

Result<BagReport> verifyBag(BagTree& tree, Progress& progress, const BagCheck& check)
{
    return bag::Verifier(tree, progress, check).run();
}

} // namespace songhe
