// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/exchange/sealing.h"

namespace songhe::cli {

namespace {

QString exchangeTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

/// What was made, unless it went to the standard stream: then nothing else may stand there.
Answer madeFile(const Context& context, const QString& text)
{
    if (context.word(1) == QStringLiteral("-"))
        return {};
    return {QJsonObject {{QStringLiteral("file"), context.word(1)}}, text.arg(context.word(1))};
}

CommandResult seal(Context& context)
{
    SealRequest request;
    request.recipients = context.values(QStringLiteral("recipient"));
    request.armor = context.has(QStringLiteral("armor"));
    if (context.has(QStringLiteral("passphrase-file"))) {
        ASSIGN_OR_RETURN(request.passphrase, readPasswordFile(context.value(QStringLiteral("passphrase-file"))));
    }
    if (request.recipients.isEmpty() == request.passphrase.isEmpty())
        return usage(exchangeTr("Please give either recipients (-r) or a passphrase file (--passphrase-file)."));
    Progress progress;
    RETURN_IF_ERROR(sealFile(context.word(0), context.word(1), request, progress));
    return madeFile(context, exchangeTr("Sealed: %1"));
}

CommandResult unseal(Context& context)
{
    UnsealRequest request;
    request.identityFiles = context.values(QStringLiteral("identity"));
    if (context.has(QStringLiteral("passphrase-file"))) {
        ASSIGN_OR_RETURN(request.passphrase, readPasswordFile(context.value(QStringLiteral("passphrase-file"))));
    }
    Progress progress;
    RETURN_IF_ERROR(unsealFile(context.word(0), context.word(1), request, progress));
    return madeFile(context, exchangeTr("Opened: %1"));
}

CommandResult sign(Context& context)
{
    SignRequest request;
    ASSIGN_OR_RETURN(request.secretKeyFile, context.need(QStringLiteral("secret-key")));
    if (context.has(QStringLiteral("password-file"))) {
        ASSIGN_OR_RETURN(request.password, readPasswordFile(context.value(QStringLiteral("password-file"))));
    }
    if (context.has(QStringLiteral("trusted-comment")))
        request.trustedComment = context.value(QStringLiteral("trusted-comment"));
    ASSIGN_OR_RETURN(const QString made, signFile(context.word(0), request, context.clock));
    return Answer {QJsonObject {{QStringLiteral("file"), made}}, exchangeTr("Signed: %1").arg(made)};
}

CommandResult verify(Context& context)
{
    QByteArray key = context.value(QStringLiteral("public-key")).toUtf8();
    if (context.has(QStringLiteral("public-key-file"))) {
        ASSIGN_OR_RETURN(key, readKeyFile(context.value(QStringLiteral("public-key-file"))));
    }
    if (key.isEmpty())
        return usage(exchangeTr("Please give the public key (-P) or its file (-p)."));
    const auto verified = verifyFile(context.word(0), key);
    if (verified)
        return Answer {QJsonObject {{QStringLiteral("ok"), true},
                                    {QStringLiteral("trusted_comment"), verified->trustedComment},
                                    {QStringLiteral("key"), verified->keyNumber}},
                       exchangeTr("The signature is good. Trusted comment: %1").arg(verified->trustedComment)};
    return Answer {QJsonObject {{QStringLiteral("ok"), false},
                                {QStringLiteral("problems"),
                                 QJsonArray {QJsonObject {{QStringLiteral("text"), verified.error().message}}}}},
                   verified.error().message, true};
}

} // namespace

void addExchangeCommands(std::vector<Command>& table)
{
    table.push_back(
        {"seal", "IN OUT", {{"r,recipient", "RECIPIENT"}, {"passphrase-file", "F"}, {"armor"}}, &seal, 2, 2});
    table.push_back({"unseal", "IN OUT", {{"i,identity", "IDENTITYFILE"}, {"passphrase-file", "F"}}, &unseal, 2, 2});
    table.push_back({"sign", "FILE", {{"s,secret-key", "SECKEY"}, {"t,trusted-comment", "COMMENT"}}, &sign, 1, 1});
    table.push_back({"verify", "FILE", {{"P,public-key", "KEY"}, {"p,public-key-file", "KEYFILE"}}, &verify, 1, 1});
}

} // namespace songhe::cli
