// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/exchange/bag.h"
#include "core/exchange/claim_replay.h"
#include "core/exchange/package_desk.h"
#include "core/exchange/sealing.h"
#include "ui/printing/package_cover.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace songhe::cli {

namespace {

QString packageTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

CommandResult packageWrite(Context& context)
{
    PackageRequest request;
    ASSIGN_OR_RETURN(const QString quarter, context.need(QStringLiteral("quarter")));
    const auto known = Quarter::fromText(quarter);
    if (!known)
        return usage(known.error().message);
    request.quarter = *known;
    ASSIGN_OR_RETURN(const QString folder, context.need(QStringLiteral("to")));
    request.recipients = context.values(QStringLiteral("recipient"));
    if (context.has(QStringLiteral("passphrase-file"))) {
        ASSIGN_OR_RETURN(request.passphrase, readPasswordFile(context.value(QStringLiteral("passphrase-file"))));
    }
    ASSIGN_OR_RETURN(Session * session, context.session());
    request.summary = printing::packageCover(*session);
    ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(*session));
    FolderPlace place(folder);
    Progress progress;
    ASSIGN_OR_RETURN(const WrittenPackage written,
                     PackageDesk(session->ledger(), std::move(identity)).write(std::move(request), place, progress));
    QString text = packageTr("Written, read back and compared: %1\nSHA-256 %2, %3 bytes, sequence %4.")
                       .arg(written.path, written.package.sha256)
                       .arg(written.package.size)
                       .arg(written.package.sequence);
    if (const QString note = printing::fontProblem(); !note.isEmpty())
        text += u'\n' + note;
    for (const QString& notice : written.notices)
        text += u'\n' + notice;
    return Answer {QJsonObject {{QStringLiteral("file"), written.path},
                                {QStringLiteral("notices"), QJsonArray::fromStringList(written.notices)},
                                {QStringLiteral("sequence"), written.package.sequence},
                                {QStringLiteral("sha256"), written.package.sha256},
                                {QStringLiteral("size"), written.package.size},
                                {QStringLiteral("records"), written.package.counts}},
                   text};
}

/// The problems one to a line: what, in which file.
QString problemWords(const std::vector<BagProblem>& problems)
{
    QStringList lines;
    for (const BagProblem& problem : problems)
        lines << (problem.file.isEmpty() ? problem.text : problem.file + QStringLiteral(": ") + problem.text);
    return lines.join(u'\n');
}

/// Identities and passphrase as given; without them the centre's own identity, if somebody signs in.
Result<AgeKeys> keysFrom(Context& context, bool sealedFile)
{
    AgeKeys keys;
    for (const QString& path : context.values(QStringLiteral("identity"))) {
        ASSIGN_OR_RETURN(const QByteArray file, readKeyFile(path));
        ASSIGN_OR_RETURN(auto identities, readAgeIdentities(file));
        for (AgeIdentity& identity : identities)
            keys.identities.push_back(std::move(identity));
    }
    if (context.has(QStringLiteral("passphrase-file"))) {
        ASSIGN_OR_RETURN(keys.passphrase, readPasswordFile(context.value(QStringLiteral("passphrase-file"))));
    }
    if (!sealedFile || !keys.identities.empty() || !keys.passphrase.isEmpty())
        return keys;
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const SecureBytes own, session->ageIdentity());
    ASSIGN_OR_RETURN(AgeIdentity identity, AgeIdentity::fromText(own.view()));
    keys.identities.push_back(std::move(identity));
    return keys;
}

CommandResult claimReplay(Context& context)
{
    const QString path = context.word(0);
    ASSIGN_OR_RETURN(const AgeKeys keys, keysFrom(context, path.endsWith(QStringLiteral(".age"))));
    Progress progress;
    ASSIGN_OR_RETURN(const ReplayReport report, replayClaims(path, keys, progress));
    QStringList text;
    if (!report.problems.empty())
        text << problemWords(report.problems);
    for (const ReplayedClaim& claim : report.claims)
        text << (claim.same()
                     ? packageTr(
                           "%1, %2: the same %3 yuan and the same digest. Used of the caps before, as stated: %4.")
                           .arg(claim.policy, claim.period, claim.replayed.yuanText(),
                                QString::fromUtf8(QJsonDocument(claim.caps).toJson(QJsonDocument::Compact)))
                     : packageTr("%1, %2: %3").arg(claim.policy, claim.period, claim.difference));
    if (report.claims.empty())
        text << packageTr("The package holds no claim.");
    return Answer {report.toJson(), text.join(u'\n'), !report.ok()};
}

/// Identities and key as given; without identities the centre's own, if somebody signs in.
CommandResult packageVerify(Context& context)
{
    PackageTrust trust;
    for (const QString& path : context.values(QStringLiteral("identity"))) {
        ASSIGN_OR_RETURN(const QByteArray file, readKeyFile(path));
        ASSIGN_OR_RETURN(auto identities, readAgeIdentities(file));
        for (AgeIdentity& identity : identities)
            trust.keys.identities.push_back(std::move(identity));
    }
    if (context.has(QStringLiteral("passphrase-file"))) {
        ASSIGN_OR_RETURN(trust.keys.passphrase, readPasswordFile(context.value(QStringLiteral("passphrase-file"))));
    }
    if (context.has(QStringLiteral("public-key"))) {
        ASSIGN_OR_RETURN(const MinisignPublicKey key,
                         MinisignPublicKey::fromText(context.value(QStringLiteral("public-key")).toUtf8()));
        trust.publicKey = key;
    }
    Progress progress;
    const bool ownKeys = !context.has(QStringLiteral("identity")) && !context.has(QStringLiteral("passphrase-file"));
    const auto judged = [&]() -> Result<PackageVerdict> {
        if (!ownKeys)
            return verifyPackage(context.word(0), trust, progress);
        ASSIGN_OR_RETURN(Session * session, context.session());
        ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(*session));
        ASSIGN_OR_RETURN(const SecureBytes own, session->ageIdentity());
        return PackageDesk(session->ledger(), std::move(identity))
            .verify(context.word(0), std::move(trust), own, progress);
    }();
    if (!judged)
        return fail(judged.error());
    QString words = judged->ok()
        ? packageTr("The package is whole and signed: %1, sequence %2.").arg(judged->name).arg(judged->sequence)
        : problemWords(judged->problems);
    if (judged->ok() && !judged->trusted)
        words += u'\n'
            + packageTr(
                  "The key that signed it (%1) is only named by the package itself. Give --public-key to be sure who "
                  "made it.")
                  .arg(judged->signedBy);
    return Answer {judged->toJson(), words, !judged->ok()};
}

CommandResult packageList(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(*session));
    ASSIGN_OR_RETURN(const std::vector<Package> packages, PackageDesk(session->ledger(), std::move(identity)).list());
    QJsonArray json;
    QString text;
    for (const Package& package : packages) {
        QJsonObject record = recordJson(package);
        record.remove(QStringLiteral("passphrase"));
        json << record;
        text += QStringLiteral("%1  %2  %3\n").arg(package.fileName, momentText(package.writtenAt), package.sha256);
    }
    if (packages.empty())
        text = packageTr("No package was written yet.");
    return Answer {json, text};
}

CommandResult bagVerify(Context& context)
{
    Progress progress;
    const auto read = verifyBagAt(context.word(0), progress);
    if (!read && read.error().kind != Error::Kind::Damaged && read.error().kind != Error::Kind::Invalid)
        return fail(read.error());
    BagReport report = read ? *read : BagReport();
    if (!read)
        report.problem("damaged", {}, read.error().message);
    return Answer {QJsonObject {{QStringLiteral("ok"), report.ok()},
                                {QStringLiteral("problems"), problemsToJson(report.problems)},
                                {QStringLiteral("warnings"), problemsToJson(report.warnings)}},
                   report.ok() ? packageTr("The bag is complete and valid: %1 files.").arg(report.payloadFiles)
                               : problemWords(report.problems),
                   !report.ok()};
}

} // namespace

void addPackageCommands(std::vector<Command>& table)
{
    table.push_back(
        {"claim replay", "PACKAGE", {{"i,identity", "KEYFILE"}, {"passphrase-file", "F"}}, &claimReplay, 1, 1});
    table.push_back({"package write",
                     "",
                     {{"quarter", "2021Q3"}, {"to", "DIR"}, {"r,recipient", "RECIPIENT"}, {"passphrase-file", "F"}},
                     &packageWrite,
                     0,
                     0,
                     true});
    table.push_back({"package verify",
                     "FILE",
                     {{"i,identity", "KEYFILE"}, {"P,public-key", "K"}, {"passphrase-file", "F"}},
                     &packageVerify,
                     1,
                     1});
    table.push_back({"package list", "", {}, &packageList});
    table.push_back({"bag verify", "PATH", {}, &bagVerify, 1, 1});
}

} // namespace songhe::cli
