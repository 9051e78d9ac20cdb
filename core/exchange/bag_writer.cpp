// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag_writer.h"

#include "core/exchange/exchange_text.h"

namespace songhe {

using namespace Qt::StringLiterals;

QByteArray bagInfoText(const std::vector<std::pair<QString, QString>>& info)
{
    QByteArray text;
    for (const auto& [label, value] : info)
        text += label.toUtf8() + ": " + value.simplified().toUtf8() + '\n';
    return text;
}

Result<void> BagWriter::begin(const QString& path, std::optional<qint64> size, bool stored)
{
    m_path = path;
    m_digest.emplace(BagAlgorithm::Sha256);
    return m_zip.begin(m_folder + u'/' + path, size, stored);
}

Result<void> BagWriter::write(QByteArrayView bytes)
{
    m_digest->add(bytes);
    m_bytes += bytes.size();
    return m_zip.write(bytes);
}

Result<void> BagWriter::end()
{
    m_manifest += m_digest->result().toHex() + "  " + bagPathText(m_path) + '\n';
    m_digest.reset();
    ++m_files;
    return m_zip.end();
}

Result<void> BagWriter::add(const QString& path, QByteArrayView bytes, bool stored)
{
    RETURN_IF_ERROR(begin(path, bytes.size(), stored));
    RETURN_IF_ERROR(write(bytes));
    return end();
}

Result<QByteArray> BagWriter::tagLine(const QString& name, QByteArrayView bytes)
{
    RETURN_IF_ERROR(m_zip.begin(m_folder + u'/' + name, bytes.size()));
    RETURN_IF_ERROR(m_zip.write(bytes));
    RETURN_IF_ERROR(m_zip.end());
    BagDigest digest(BagAlgorithm::Sha256);
    digest.add(bytes);
    return digest.result().toHex() + "  " + bagPathText(name) + '\n';
}

Result<void> BagWriter::finish(std::vector<std::pair<QString, QString>> info,
                               const std::function<Result<QByteArray>(QByteArrayView)>& sign)
{
    info.emplace_back(u"Payload-Oxum"_s, u"%1.%2"_s.arg(m_bytes).arg(m_files));
    ASSIGN_OR_RETURN(QByteArray tags,
                     tagLine(u"bagit.txt"_s, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    ASSIGN_OR_RETURN(const QByteArray infoLine, tagLine(u"bag-info.txt"_s, bagInfoText(info)));
    ASSIGN_OR_RETURN(const QByteArray manifestLine, tagLine(u"manifest-sha256.txt"_s, m_manifest));
    tags += infoLine + manifestLine;
    RETURN_IF_ERROR(tagLine(u"tagmanifest-sha256.txt"_s, tags));
    if (!sign)
        return {};
    ASSIGN_OR_RETURN(const QByteArray signature, sign(tags));
    RETURN_IF_ERROR(tagLine(u"tagmanifest-sha256.txt.minisig"_s, signature));
    return {};
}

} // namespace songhe
