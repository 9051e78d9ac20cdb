// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealing.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/safe_file.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sodium.h>

namespace songhe {

using namespace Qt::StringLiterals;

namespace sealing {

constexpr qint64 maxSecretFile = 4 * 1024;
constexpr qint64 maxIdentityFile = 1024 * 1024;

Result<void> openFile(QFile& file, const QString& path)
{
    const bool opened = path == u"-" ? file.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered) : [&] {
        file.setFileName(path);
        return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }();
    if (opened && (path == u"-" || !QFileInfo(path).isDir()))
        return {};
    return fail(Error::Kind::NotFound, ExchangeText::tr("%1 cannot be read. Check the name and the rights.").arg(path));
}

Result<QByteArray> readFile(const QString& path, qint64 most)
{
    QFile file;
    RETURN_IF_ERROR(openFile(file, path));
    return readAllBounded(file, most);
}

/// Moves everything through; the buffer is wiped since one side of it is plaintext.
Result<void> pump(QIODevice& in, QIODevice& out, Progress& progress, qint64 total)
{
    SecureBytes part(512 * 1024); // several chunks at once go through without being copied
    qint64 done = 0;
    for (;;) {
        RETURN_IF_ERROR(progress.step(done, total));
        ASSIGN_OR_RETURN(const qint64 count, readSome(in, reinterpret_cast<char*>(part.data()), qint64(part.size())));
        if (count == 0)
            return {};
        RETURN_IF_ERROR(writeAll(out, part.view().first(qsizetype(count))));
        done += count;
    }
}

/// Runs `work(in, out)` from file to file; the target appears whole or not at all.
template <typename Work> Result<void> throughFiles(const QString& in, const QString& out, Work&& work)
{
    if (in != u"-" && out != u"-" && QFileInfo(in).canonicalFilePath() == QFileInfo(out).canonicalFilePath()
        && QFileInfo::exists(in))
        return fail(
            Error::Kind::Refused,
            ExchangeText::tr("The file would be written over itself. Please choose another name for the result."));
    QFile source;
    RETURN_IF_ERROR(openFile(source, in));
    const qint64 total = in == u"-" ? -1 : source.size();
    if (out == u"-") {
        QFile target;
        if (!target.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
            return deviceFailure(target, true);
        return work(source, target, total);
    }
    SafeFile target(out);
    RETURN_IF_ERROR(target.open());
    RETURN_IF_ERROR(work(source, target.device(), total));
    return target.commit();
}

} // namespace sealing

Result<SecureBytes> readPasswordFile(const QString& path)
{
    ASSIGN_OR_RETURN(QByteArray bytes, sealing::readFile(path, sealing::maxSecretFile));
    qsizetype end = 0;
    while (end < bytes.size() && bytes.at(end) != '\n' && bytes.at(end) != '\r')
        ++end;
    SecureBytes password(QByteArrayView(bytes).first(end));
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    if (password.isEmpty())
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("The password file is empty. Write the password on its first line."));
    return password;
}

Result<void> sealStream(QIODevice& in, QIODevice& out, const SealRequest& request, Progress& progress, qint64 total)
{
    AgeSealing how {.recipients = {},
                    .passphrase = request.passphrase.clone(),
                    .armor = request.armor,
                    .scryptFactor = request.scryptFactor};
    for (const QString& text : request.recipients) {
        ASSIGN_OR_RETURN(const AgeRecipient recipient, AgeRecipient::fromText(text));
        how.recipients.push_back(recipient);
    }
    ASSIGN_OR_RETURN(const auto writer, AgeWriter::open(out, how));
    RETURN_IF_ERROR(sealing::pump(in, *writer, progress, total));
    return writer->finish();
}

Result<void> unsealStream(QIODevice& in, QIODevice& out, const UnsealRequest& request, Progress& progress, qint64 total)
{
    AgeKeys keys {.identities = {}, .passphrase = request.passphrase.clone()};
    for (const QString& path : request.identityFiles) {
        ASSIGN_OR_RETURN(QByteArray file, sealing::readFile(path, sealing::maxIdentityFile));
        auto identities = readAgeIdentities(file);
        sodium_memzero(file.data(), std::size_t(file.size()));
        if (!identities)
            return fail(std::move(identities).error());
        for (AgeIdentity& identity : *identities)
            keys.identities.push_back(std::move(identity));
    }
    ASSIGN_OR_RETURN(const auto reader, AgeReader::open(in, keys));
    return sealing::pump(*reader, out, progress, total);
}

Result<void> sealFile(const QString& in, const QString& out, const SealRequest& request, Progress& progress)
{
    return sealing::throughFiles(in, out, [&](QIODevice& source, QIODevice& target, qint64 total) {
        return sealStream(source, target, request, progress, total);
    });
}

Result<void> unsealFile(const QString& in, const QString& out, const UnsealRequest& request, Progress& progress)
{
    return sealing::throughFiles(in, out, [&](QIODevice& source, QIODevice& target, qint64 total) {
        return unsealStream(source, target, request, progress, total);
    });
}

Result<QString> signFile(const QString& file, const SignRequest& request, const Clock& clock)
{
    ASSIGN_OR_RETURN(QByteArray keyFile, sealing::readFile(request.secretKeyFile, sealing::maxSecretFile));
    if (file == u"-") {
        sodium_memzero(keyFile.data(), std::size_t(keyFile.size()));
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("A signature stands beside its file, so the standard stream cannot be signed. "
                                     "Please name a file."));
    }
    // Asked before the key is stretched, which takes seconds and would only say that the password does not fit.
    if (const auto locked = MinisignSecretKey::isEncrypted(keyFile); locked && *locked && request.password.isEmpty()) {
        sodium_memzero(keyFile.data(), std::size_t(keyFile.size()));
        return fail(Error::Kind::WrongPassword,
                    ExchangeText::tr("This secret key is locked by a password. Please give --password-file."));
    }
    auto key = MinisignSecretKey::fromFile(keyFile, request.password);
    sodium_memzero(keyFile.data(), std::size_t(keyFile.size()));
    if (!key)
        return fail(std::move(key).error());
    QFile source;
    RETURN_IF_ERROR(sealing::openFile(source, file));
    ASSIGN_OR_RETURN(const QByteArray digest, minisignDigest(source));
    const QString comment = request.trustedComment.value_or(
        u"timestamp:%1\tfile:%2\thashed"_s.arg(clock.now().toSecsSinceEpoch()).arg(QFileInfo(file).fileName()));
    ASSIGN_OR_RETURN(const MinisignSignature signature, minisignSign(*key, digest, comment));
    SafeFile target(file + u".minisig"_s);
    RETURN_IF_ERROR(target.open());
    RETURN_IF_ERROR(writeAll(target.device(), signature.file("signature from minisign secret key")));
    RETURN_IF_ERROR(target.commit());
    return target.path();
}

Result<QByteArray> readKeyFile(const QString& path)
{
    return sealing::readFile(path, sealing::maxSecretFile);
}

Result<VerifiedFile> verifyFile(const QString& file, const QByteArray& key)
{
    ASSIGN_OR_RETURN(const MinisignPublicKey publicKey, MinisignPublicKey::fromText(key));
    ASSIGN_OR_RETURN(const QByteArray signatureFile, sealing::readFile(file + u".minisig"_s, 64 * 1024));
    ASSIGN_OR_RETURN(const MinisignSignature signature, MinisignSignature::fromFile(signatureFile));
    QFile source;
    RETURN_IF_ERROR(sealing::openFile(source, file));
    RETURN_IF_ERROR(minisignVerify(publicKey, signature, source));
    return VerifiedFile {QString::fromUtf8(signature.trustedComment), publicKey.numberText()};
}

} // namespace songhe
