// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// age and minisign for any file, with no centre opened: what `songhe-cli seal | unseal | sign | verify` calls.

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/exchange/age_stream.h"
#include "core/exchange/minisign.h"

#include <QtCore/QStringList>

namespace songhe {

/// A passphrase or password file ends at its first line break. Refused when it is empty or above 4 KiB.
Result<SecureBytes> readPasswordFile(const QString& path);

struct SealRequest {
    QStringList recipients = {}; ///< age1…
    SecureBytes passphrase = {};
    bool armor = false;
    int scryptFactor = defaultScryptFactor;
};
struct UnsealRequest {
    QStringList identityFiles = {};
    SecureBytes passphrase = {};
};

/// From stream to stream. `total` is for the progress alone; -1 where it is not known.
Result<void> sealStream(QIODevice& in, QIODevice& out, const SealRequest& request, Progress& progress,
                        qint64 total = -1);
/// Gives out authenticated bytes only, and none if the header or a small file's armor fails.
Result<void> unsealStream(QIODevice& in, QIODevice& out, const UnsealRequest& request, Progress& progress,
                          qint64 total = -1);

/// From file to file; `-` is the standard stream. A file appears under its name only once all of it is on the disk: it
/// is written under a temporary name beside it and renamed.
Result<void> sealFile(const QString& in, const QString& out, const SealRequest& request, Progress& progress);
Result<void> unsealFile(const QString& in, const QString& out, const UnsealRequest& request, Progress& progress);

struct SignRequest {
    QString secretKeyFile;
    SecureBytes password = {};
    std::optional<QString> trustedComment = {}; ///< else time, file name and `hashed`, as minisign writes them
};
/// Writes FILE.minisig beside the file and says where.
Result<QString> signFile(const QString& file, const SignRequest& request, const Clock& clock);

/// What was signed, when FILE.minisig is by this key and the file is as it was signed.
struct VerifiedFile {
    QString trustedComment;
    QString keyNumber;
};
/// `key` is the public key's text or the content of its file.
Result<VerifiedFile> verifyFile(const QString& file, const QByteArray& key);
/// Reads a public key file, bounded.
Result<QByteArray> readKeyFile(const QString& path);

} // namespace songhe
