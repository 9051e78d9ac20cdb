// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag_verifier.h"
#include "core/exchange/exchange_text.h"

#include <QtCore/QRegularExpression>

namespace songhe::bag {

using namespace Qt::StringLiterals;

void Verifier::readDeclaration()
{
    const auto declared = readBagDeclaration(m_report.kept.value(u"bagit.txt"_s));
    if (!declared) {
        m_report.problem("bad_declaration", u"bagit.txt"_s,
                         ExchangeText::tr("bagit.txt must have two lines: the BagIt version and the encoding UTF-8."));
        return;
    }
    m_report.version = declared->version;
    m_encoding = declared->encoding;
    if (m_report.version != u"1.0" && m_report.version != u"0.97")
        m_report.problem("unsupported_version", u"bagit.txt"_s,
                         ExchangeText::tr("BagIt %1 is not known here; 1.0 and 0.97 are.").arg(m_report.version));
}

QByteArrayList Verifier::linesOf(const QString& name)
{
    const auto text = bagTextFrom(m_encoding, m_report.kept.value(name));
    if (!text)
        m_report.problem(
            "bad_encoding", name,
            ExchangeText::tr("This file is not in %1, the encoding that bagit.txt names.").arg(m_encoding));
    return text ? bagLines(*text) : QByteArrayList();
}

void Verifier::readInfo()
{
    const QString name = u"bag-info.txt"_s;
    for (const QByteArray& line : linesOf(name)) {
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

std::optional<QString> Verifier::manifestPath(const QByteArray& text, const QString& manifest)
{
    QString path = bagPathFrom(text, m_report.version);
    if (path.startsWith(u"./")) {
        path.remove(0, 2);
        warn("leading_dot", manifest, ExchangeText::tr("A name begins with './'."));
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
    bool marked = false;
    for (const QByteArray& text : linesOf(name)) {
        if (text.trimmed().isEmpty())
            continue;
        if (const auto line = readBagManifestLine(text, bagDigestSize(*algorithm))) {
            takeLine(manifest, *line);
            marked = marked || line->marked;
        } else {
            m_report.problem("bad_manifest_line", name,
                             ExchangeText::tr("A line of this manifest is not 'checksum  name'. The bag was changed or "
                                              "badly made."));
        }
    }
    if (marked)
        warn("marked_binary", name,
             ExchangeText::tr("Names are marked with '*', as md5sum does and a bag should not."));
    m_manifests.push_back(std::move(manifest));
}

void Verifier::takeLine(Manifest& manifest, const BagManifestLine& line)
{
    const auto path = manifestPath(line.path, manifest.name);
    if (!path)
        return;
    if (manifest.payload && !path->startsWith(u"data/")) {
        m_report.problem("bad_path", *path, ExchangeText::tr("%1 names a file that is no payload.").arg(manifest.name));
        return;
    }
    if (!manifest.digests.contains(*path)) {
        manifest.digests.insert(*path, line.digest);
        return;
    }
    // 0.97 does not forbid to say the same twice.
    const QString text = ExchangeText::tr("%1 lists this file twice.").arg(manifest.name);
    if (m_report.version == u"0.97" && manifest.digests.value(*path) == line.digest)
        warn("listed_twice", *path, text);
    else
        m_report.problem("listed_twice", *path, text);
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
    if (!m_hasPayloadFolder)
        m_report.problem("missing_payload", u"data"_s,
                         ExchangeText::tr("The bag has no folder 'data', which holds what it carries."));
}

/// Nothing is ever fetched: a bag whose files are still elsewhere is incomplete, and that is all.
void Verifier::readFetch()
{
    const QString name = u"fetch.txt"_s;
    for (const QByteArray& line : linesOf(name)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto text = readBagFetchLine(line);
        if (!text) {
            m_report.problem(
                "bad_fetch_line", name,
                ExchangeText::tr("A line of fetch.txt is not 'address length name'. The bag was changed or "
                                 "badly made."));
            continue;
        }
        const auto path = manifestPath(*text, name);
        if (path && !m_files.contains(*path))
            m_report.problem("not_fetched", *path,
                             ExchangeText::tr("This file is not in the bag but somewhere on the network. It is never "
                                              "fetched; ask the sender for the complete bag."));
    }
}

} // namespace songhe::bag
