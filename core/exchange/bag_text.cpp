// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

namespace songhe {

using namespace Qt::StringLiterals;

namespace bag_text {

std::optional<QStringConverter::Encoding> encodingNamed(const QString& name)
{
    struct Known {
        const char* name;
        QStringConverter::Encoding encoding;
    };
    static constexpr Known known[] = {
        {"UTF-8", QStringConverter::Utf8},        {"UTF-16", QStringConverter::Utf16},
        {"UTF-16BE", QStringConverter::Utf16BE},  {"UTF-16LE", QStringConverter::Utf16LE},
        {"ISO-8859-1", QStringConverter::Latin1}, {"US-ASCII", QStringConverter::Utf8},
    };
    for (const Known& each : known)
        if (name.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0)
            return each.encoding;
    return std::nullopt;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace bag_text

std::optional<BagDeclaration> readBagDeclaration(const QByteArray& file)
{
    static const QRegularExpression version(u"\\ABagIt-Version: (\\d+\\.\\d+)\\z"_s);
    static const QRegularExpression encoding(u"\\ATag-File-Character-Encoding: (\\S+)\\z"_s);
    const QByteArrayList lines = bagLines(file);
    if (lines.size() != 2)
        return std::nullopt;
    // Not by way of a QString that would swallow a byte order mark: with one in front this is no declaration.
    if (!lines.first().startsWith("BagIt-Version"))
        return std::nullopt;
    const auto first = version.match(QString::fromUtf8(lines[0]));
    const auto second = encoding.match(QString::fromUtf8(lines[1]));
    if (!first.hasMatch() || !second.hasMatch() || !bag_text::encodingNamed(second.captured(1)))
        return std::nullopt;
    return BagDeclaration {first.captured(1), second.captured(1)};
}

std::optional<QByteArray> bagTextFrom(const QString& encoding, const QByteArray& file)
{
    const auto known = bag_text::encodingNamed(encoding);
    if (!known)
        return std::nullopt;
    QStringDecoder decoder(*known, QStringConverter::Flag::Stateless);
    const QString text = decoder(file);
    if (decoder.hasError())
        return std::nullopt;
    if (*known == QStringConverter::Utf8)
        return file;
    // In UTF-16 the mark is part of the encoding, not of the text.
    const bool marked = text.startsWith(QChar::ByteOrderMark);
    return QStringView(text).sliced(marked ? 1 : 0).toUtf8();
}

QByteArrayList bagLines(QByteArray text)
{
    text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.endsWith('\n'))
        text.chop(1);
    return text.isEmpty() ? QByteArrayList() : text.split('\n');
}

std::optional<BagManifestLine> readBagManifestLine(const QByteArray& line, qsizetype digestSize)
{
    const QByteArray hex = line.first(qMin(digestSize * 2, line.size())).toLower();
    BagManifestLine read {QByteArray::fromHex(hex), {}, false};
    qsizetype at = hex.size();
    while (at < line.size() && bag_text::isBlank(line.at(at)))
        ++at;
    if (hex.size() != digestSize * 2 || read.digest.toHex() != hex || at == hex.size())
        return std::nullopt;
    read.marked = at < line.size() && line.at(at) == '*';
    read.path = line.sliced(at + (read.marked ? 1 : 0));
    return read.path.isEmpty() ? std::nullopt : std::optional(read);
}

std::optional<QByteArray> readBagFetchLine(const QByteArray& line)
{
    static const QRegularExpression shape(u"\\A\\S+[ \\t]+(?:\\d+|-)[ \\t]+"_s);
    // Bytes as Latin-1: one to a character, so that places in it are places in the line.
    const auto match = shape.match(QString::fromLatin1(line));
    if (!match.hasMatch() || match.capturedEnd() >= line.size())
        return std::nullopt;
    return line.sliced(match.capturedEnd());
}

QString bagPathFrom(QByteArray text, const QString& version)
{
    text.replace("%0A", "\n").replace("%0a", "\n").replace("%0D", "\r").replace("%0d", "\r");
    if (version != u"0.97")
        text.replace("%25", "%");
    return QString::fromUtf8(text);
}

QByteArray bagPathText(const QString& path)
{
    QByteArray text = path.toUtf8();
    text.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
    return text;
}

} // namespace songhe
