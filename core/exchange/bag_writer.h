// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag_digest.h"

namespace songhe {

/// Writes a bag into a zip as it comes: payload first, then its manifest, then the tag manifest and its signature.
/// Sizes and digests are taken while the bytes pass.
class BagWriter {
public:
    BagWriter(ZipWriter& zip, QString folder)
        : m_zip(zip)
        , m_folder(std::move(folder))
    { }

    /// `path` begins with `data/`. See ZipWriter::begin for size and stored.
    Result<void> begin(const QString& path, std::optional<qint64> size = {}, bool stored = false);
    Result<void> write(QByteArrayView bytes);
    Result<void> end();
    Result<void> add(const QString& path, QByteArrayView bytes, bool stored = false);

    /// Payload-Oxum is filled in here. `sign` gets the tag manifest and answers with the signature's file.
    Result<void> finish(std::vector<std::pair<QString, QString>> info,
                        const std::function<Result<QByteArray>(QByteArrayView tagManifest)>& sign);
    [[nodiscard]] qint64 payloadBytes() const { return m_bytes; }

private:
    Result<QByteArray> tagLine(const QString& name, QByteArrayView bytes);

    ZipWriter& m_zip;
    QString m_folder;
    QString m_path;
    std::optional<BagDigest> m_digest;
    QByteArray m_manifest;
    qint64 m_bytes = 0;
    qint64 m_files = 0;
};

/// `label: value` lines, long ones kept whole; line breaks within a value become blanks.
[[nodiscard]] QByteArray bagInfoText(const std::vector<std::pair<QString, QString>>& info);

} // namespace songhe
