// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag.h"

#include "core/exchange/bag_verifier.h"
#include "core/exchange/exchange_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

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

bool isTagFile(const QString& path)
{
    static const QRegularExpression shape(u"^(bagit|bag-info|fetch|(tag)?manifest-[^/]+)\\.txt(\\.minisig)?$"_s);
    return shape.match(path).hasMatch();
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
    m_hasPayloadFolder = m_hasPayloadFolder || item.path.startsWith(u"data/")
        || (item.kind == ZipEntry::Kind::Folder && item.path == u"data");
    if (item.kind == ZipEntry::Kind::Folder)
        return;
    if (m_files.contains(item.path)) {
        m_report.problem("duplicate_name", item.path,
                         ExchangeText::tr("Two files have this name. Nobody can tell which one is meant."));
        return;
    }
    m_files.insert(item.path);
    const QString last = item.path.section(u'/', -1);
    if (item.path.startsWith(u"data/") && (last == u".DS_Store" || last == u"Thumbs.db" || last == u"desktop.ini"))
        warn("system_file", item.path,
             ExchangeText::tr("The system of a computer left this file in the payload; nobody meant to send it."));
    const QString folded = item.path.normalized(QString::NormalizationForm_C).toCaseFolded();
    if (m_folded.contains(folded)) {
        const QString text = ExchangeText::tr("This name differs from %1 in case alone; unpacked, one would overwrite "
                                              "the other.")
                                 .arg(m_folded.value(folded));
        // A folder holds them both as they are; it is the next copy that may lose one.
        if (m_tree.isArchive())
            m_report.problem("case_clash", item.path, text);
        else
            warn("case_clash", item.path, text);
    }
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
        m_kept += count;
        if (whole.size() + count > m_check.limits.tagFileBytes || m_kept > m_check.limits.allTagFiles) {
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

/// Names that differ in Unicode normalisation alone are the same file. What is listed and is nowhere is missing.
void Verifier::matchNormalised()
{
    QHash<QString, QString> composed;
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
            const QByteArray digest = manifest.digests.take(path);
            if (other.isEmpty()) {
                m_report.problem("missing_file", path,
                                 ExchangeText::tr("%1 lists this file, but it is not there.").arg(manifest.name));
                continue;
            }
            if (manifest.digests.value(other, digest) != digest)
                m_report.problem("listed_twice", other,
                                 ExchangeText::tr("%1 lists this file twice.").arg(manifest.name));
            manifest.digests.insert(other, digest);
            warn("normalisation", other,
                 ExchangeText::tr("The name is written with other Unicode characters in the manifest."));
        }
    }
}

void Verifier::judgeCompleteness()
{
    matchNormalised();
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
