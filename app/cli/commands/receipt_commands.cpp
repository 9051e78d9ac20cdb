// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/centre/settings.h"
#include "core/exchange/age_keys.h"
#include "core/exchange/package_recover.h"
#include "core/exchange/receipt_desk.h"
#include "core/exchange/sealing.h"
#include "ui/printing/package_cover.h"

namespace songhe::cli {

namespace {

QString receiptTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

CommandResult receiptImport(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(const SecureBytes own, session->ageIdentity());
    Progress progress;
    ASSIGN_OR_RETURN(const ReceiptReport report,
                     ReceiptDesk(session->ledger(), session->centre(), *shelf).import(context.word(0), own, progress));
    QString text = receiptTr("%1: accepted %2, superseded %3, in conflict %4, refused %5.")
                       .arg(report.package)
                       .arg(report.counts.accepted)
                       .arg(report.counts.superseded)
                       .arg(report.counts.conflict)
                       .arg(report.counts.refused);
    if (report.alreadyHere)
        text += u'\n' + receiptTr("This receipt was here already; only new decisions were taken over.");
    if (report.openItems > 0)
        text += u'\n'
            + receiptTr("Lines of the work-list that are open: %1. 'receipt items' shows them.").arg(report.openItems);
    return Answer {report.toJson(), text};
}

CommandResult receiptList(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(const auto receipts, ReceiptDesk(session->ledger(), session->centre(), *shelf).list());
    QJsonArray json;
    QString text;
    for (const PackageReceipt& receipt : receipts) {
        json << recordJson(receipt);
        text += receiptTr("%1: accepted %2, superseded %3, in conflict %4, refused %5.")
                    .arg(receipt.package)
                    .arg(receipt.accepted)
                    .arg(receipt.superseded)
                    .arg(receipt.conflict)
                    .arg(receipt.refused)
            + u'\n';
    }
    if (receipts.empty())
        text = receiptTr("No receipt came back yet.");
    return Answer {json, text};
}

/// The record's table is called so for programs, too.
QJsonObject itemJson(const ReceiptItem& item)
{
    QJsonObject json = recordJson(item);
    json.insert(QStringLiteral("table"), json.take(QStringLiteral("about")));
    return json;
}

CommandResult receiptItems(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(
        const auto items,
        ReceiptDesk(session->ledger(), session->centre(), *shelf).items(context.has(QStringLiteral("open"))));
    QJsonArray json;
    QString text;
    for (const ReceiptItem& item : items) {
        json << itemJson(item);
        text += QStringLiteral("%1  %2 %3  %4 %5  %6\n")
                    .arg(item.id.text(), item.about, item.record.text(), item.outcome, item.code.value_or(QString()),
                         item.text.value_or(QString()));
    }
    if (items.empty())
        text = receiptTr("The work-list is empty.");
    return Answer {json, text};
}

CommandResult receiptDone(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), receiptTr("Line of the work-list")));
    ASSIGN_OR_RETURN(const QString note, context.need(QStringLiteral("note")));
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(const ReceiptItem item,
                     ReceiptDesk(session->ledger(), session->centre(), *shelf).done({id}, note));
    return Answer {itemJson(item), receiptTr("Done.")};
}

CommandResult printHandover(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const std::vector<Package> packages, PackageRepository(session->ledger()).list());
    for (const Package& package : packages) {
        if (package.id.value != id && package.sequence != id)
            continue;
        ASSIGN_OR_RETURN(printing::PackageSheetData sheet, printing::handOverSheet(*session, package));
        ASSIGN_OR_RETURN(const auto paper, printing::PackagePaper::make(std::move(sheet)));
        const QString file = context.has(QStringLiteral("to"))
            ? context.value(QStringLiteral("to"))
            : package.fileName.section(u'.', 0, 0) + QStringLiteral(".pdf");
        ASSIGN_OR_RETURN(const printing::Printed done, printing::writePdf(*paper, file));
        return Answer {QJsonObject {{QStringLiteral("file"), done.file},
                                    {QStringLiteral("pages"), done.pages},
                                    {QStringLiteral("note"), done.note}},
                       receiptTr("Printed: %1 (%2 pages)").arg(done.file).arg(done.pages)
                           + (done.note.isEmpty() ? QString() : u'\n' + done.note)};
    }
    return fail(Error::Kind::NotFound,
                receiptTr("There is no package %1. 'package list' lists them.").arg(context.word(0)));
}

CommandResult districtSet(Context& context)
{
    ASSIGN_OR_RETURN(const QString recipient, context.need(QStringLiteral("recipient")));
    ASSIGN_OR_RETURN(const QString key, context.need(QStringLiteral("public-key")));
    // Their checksums, before anything is kept: one wrong letter would seal packages to nobody.
    ASSIGN_OR_RETURN(const AgeRecipient known, AgeRecipient::fromText(recipient.trimmed()));
    ASSIGN_OR_RETURN(const MinisignPublicKey signer, MinisignPublicKey::fromText(key.trimmed().toUtf8()));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    RETURN_IF_ERROR(ledger->transact([&]() -> Result<void> {
        Settings settings(*ledger);
        const auto kept = settings.set(QStringLiteral("district.recipient"), known.text());
        return kept ? settings.set(QStringLiteral("district.public_key"), signer.text()) : kept;
    }));
    return Answer {
        QJsonObject {{QStringLiteral("recipient"), known.text()}, {QStringLiteral("public_key"), signer.text()}},
        receiptTr("Packages are sealed to this district from now on, and only its receipts are taken over.")};
}

CommandResult packageRecover(Context& context)
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
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const SecureBytes own, session->ageIdentity());
    Progress progress;
    ASSIGN_OR_RETURN(
        const RecoverReport report,
        recoverPackage(session->ledger(), session->centre(), context.word(0), std::move(keys), own, progress));
    QString text = receiptTr("%1: new %2, updated %3, unchanged %4, in conflict %5.")
                       .arg(report.package)
                       .arg(report.added)
                       .arg(report.updated)
                       .arg(report.unchanged)
                       .arg(report.conflicts);
    for (const RecoverReport::Conflict& conflict : report.conflictList)
        text += QStringLiteral("\n%1 %2: %3").arg(conflict.table).arg(conflict.record).arg(conflict.text);
    return Answer {report.toJson(), text};
}

} // namespace

void addReceiptCommands(std::vector<Command>& table)
{
    table.push_back({"receipt import", "FILE", {}, &receiptImport, 1, 1});
    table.push_back({"receipt list", "", {}, &receiptList});
    table.push_back({"receipt items", "", {{"open"}}, &receiptItems});
    table.push_back({"receipt done", "ID", {{"note", "TEXT"}}, &receiptDone, 1, 1});
    table.push_back({"print handover", "ID", {{"to", "FILE.pdf"}}, &printHandover, 1, 1, true});
    table.push_back({"district set", "", {{"r,recipient", "RECIPIENT"}, {"P,public-key", "K"}}, &districtSet});
    table.push_back(
        {"package recover", "FILE", {{"i,identity", "KEYFILE"}, {"passphrase-file", "F"}}, &packageRecover, 1, 1});
}

} // namespace songhe::cli
