// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of a bag's tag files (RFC 8493, 2.1 to 2.2): what one line says, judged by nothing but itself.

#include <QtCore/QByteArrayList>
#include <QtCore/QString>

#include <optional>

namespace songhe {

/// bagit.txt: exactly two lines, always UTF-8, without a byte order mark.
struct BagDeclaration {
    QString version;  ///< 1.0
    QString encoding; ///< of every other tag file, a name that `bagTextFrom` knows
};
/// Nothing when it is none, or its encoding is not known here.
[[nodiscard]] std::optional<BagDeclaration> readBagDeclaration(const QByteArray& file);

/// A tag file's text as UTF-8. Nothing when its bytes are not what the encoding allows.
[[nodiscard]] std::optional<QByteArray> bagTextFrom(const QString& encoding, const QByteArray& file);

/// Lines end with LF, CR or both; the last one may lack it.
[[nodiscard]] QByteArrayList bagLines(QByteArray text);

/// `checksum  name` of a manifest.
struct BagManifestLine {
    QByteArray digest;
    QByteArray path;     ///< as written, percent signs and all
    bool marked = false; ///< with the '*' by which md5sum marks a binary file
};
[[nodiscard]] std::optional<BagManifestLine> readBagManifestLine(const QByteArray& line, qsizetype digestSize);

/// The name in a line `URL length name` of fetch.txt, as written. The URL is nobody's business here.
[[nodiscard]] std::optional<QByteArray> readBagFetchLine(const QByteArray& line);

/// A name as manifests write it, read: `%0A` and `%0D`, from 1.0 on also `%25`.
[[nodiscard]] QString bagPathFrom(QByteArray text, const QString& version);
/// `%0A`, `%0D` and `%25` for line breaks and the percent sign, as manifests write them.
[[nodiscard]] QByteArray bagPathText(const QString& path);

} // namespace songhe
