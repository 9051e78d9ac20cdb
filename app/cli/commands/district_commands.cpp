// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/district/district_desk.h"
#include "core/exchange/claim_replay.h"
#include "core/exchange/short_code.h"

#include <QtCore/QFileInfo>

namespace songhe::cli {

namespace {

QString districtTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

Result<AgeKeys> districtIdentities(Context& context)
{
    if (!context.has(QStringLiteral("identity")))
        return usage(districtTr("Please give the district's identity file with --identity."));
    AgeKeys keys;
    for (const QString& path : context.values(QStringLiteral("identity"))) {
        ASSIGN_OR_RETURN(AgeKeys read, readIdentityFile(path));
        for (AgeIdentity& identity : read.identities)
            keys.identities.push_back(std::move(identity));
    }
    return keys;
}

Result<std::unique_ptr<DistrictStore>> districtStore(Context& context, bool make = false)
{
    ASSIGN_OR_RETURN(const QString place, context.need(QStringLiteral("store")));
    return DistrictStore::open(place, make);
}

/// The store must outlive the desk.
struct OpenedDistrict {
    std::unique_ptr<DistrictStore> store;
    std::unique_ptr<DistrictDesk> desk;
};

/// What needs no key takes the identity all the same and says if it is another district's: then `withKeys` is whether
/// one was given.
Result<OpenedDistrict> openedDistrict(Context& context, bool withKeys)
{
    OpenedDistrict opened;
    ASSIGN_OR_RETURN(opened.store, districtStore(context));
    DistrictKeys keys;
    if (withKeys) {
        ASSIGN_OR_RETURN(AgeKeys identities, districtIdentities(context));
        ASSIGN_OR_RETURN(keys, openDistrict(*opened.store, std::move(identities)));
    } else {
        ASSIGN_OR_RETURN(const DistrictInfo known, readDistrict(*opened.store));
        Q_UNUSED(known);
    }
    opened.desk = std::make_unique<DistrictDesk>(*opened.store, std::move(keys), context.clock);
    return opened;
}

CommandResult districtInit(Context& context)
{
    ASSIGN_OR_RETURN(const AgeKeys identities, districtIdentities(context));
    ASSIGN_OR_RETURN(const auto store, districtStore(context, true));
    ASSIGN_OR_RETURN(const DistrictInfo made,
                     makeDistrict(*store, context.value(QStringLiteral("name")).trimmed(), identities, context.clock));
    return Answer {
        QJsonObject {{QStringLiteral("age_recipient"), made.ageRecipient},
                     {QStringLiteral("minisign_public_key"), made.minisignKey}},
        districtTr("The district is set up. Give both lines to every centre, on paper or by a stick:\n"
                   "recipient   %1\npublic key  %2\nKeep the identity file and a copy of it in a safe: without "
                   "it no package can be opened.")
            .arg(made.ageRecipient, made.minisignKey)};
}

CommandResult districtTrust(Context& context)
{
    ASSIGN_OR_RETURN(const QString code, context.need(QStringLiteral("centre")));
    ASSIGN_OR_RETURN(const QString key, context.need(QStringLiteral("public-key")));
    ASSIGN_OR_RETURN(const OpenedDistrict district, openedDistrict(context, context.has(QStringLiteral("identity"))));
    ASSIGN_OR_RETURN(const TrustedCentre centre, district.desk->trust(code, key));
    return Answer {
        QJsonObject {{QStringLiteral("centre"), centre.code}, {QStringLiteral("public_key"), centre.minisignKey}},
        districtTr("Packages of centre %1 are taken when this key signed them: %2")
            .arg(centre.code, centre.minisignKey)};
}

QString mergeWords(const MergeReport& report)
{
    QStringList lines;
    for (const FileOutcome& file : report.packages) {
        QString status = districtTr("merged");
        if (file.status == QStringLiteral("already_here"))
            status = districtTr("already here");
        else if (file.status == QStringLiteral("superseded"))
            status = districtTr("merged; a newer package of the quarter is here");
        else if (file.status == QStringLiteral("refused"))
            status = districtTr("refused");
        lines << districtTr("%1: %2. New %3, updated %4, unchanged %5, in conflict %6.")
                     .arg(file.file, status)
                     .arg(file.counts.added)
                     .arg(file.counts.updated)
                     .arg(file.counts.unchanged + file.counts.older)
                     .arg(file.counts.conflict);
        if (const QString code = packageShortCode(file.sha256); !code.isEmpty())
            lines << QStringLiteral("  ") + districtTr("Short code, as on the hand-over sheet: %1").arg(code);
        for (const BagProblem& problem : file.problems)
            lines << QStringLiteral("  ") + problem.text;
    }
    if (report.packages.empty())
        lines << districtTr("No package was found there.");
    for (const Finding& finding : report.findings)
        lines << finding.text();
    lines << districtTr("Receipts written: %1.").arg(report.receipts.size());
    return lines.join(u'\n');
}

CommandResult districtMerge(Context& context)
{
    ASSIGN_OR_RETURN(const OpenedDistrict district, openedDistrict(context, true));
    QStringList paths;
    for (int i = 0; i < context.wordCount(); ++i)
        paths << context.word(i);
    Progress progress;
    ASSIGN_OR_RETURN(const MergeReport report,
                     district.desk->merge(paths, context.value(QStringLiteral("receipts")), progress));
    return Answer {report.toJson(), mergeWords(report)};
}

CommandResult districtReport(Context& context)
{
    ASSIGN_OR_RETURN(const OpenedDistrict district, openedDistrict(context, context.has(QStringLiteral("identity"))));
    ASSIGN_OR_RETURN(QJsonObject json, district.desk->report());
    ASSIGN_OR_RETURN(const std::vector<Finding> findings, district.desk->findings());
    QStringList lines;
    for (const QJsonValue& centre : json[QStringLiteral("centres")].toArray())
        lines << districtTr("%1 %2: packages %3, newest quarter %4, records %5.")
                     .arg(centre[QStringLiteral("code")].toString(), centre[QStringLiteral("name")].toString())
                     .arg(centre[QStringLiteral("packages")].toInt())
                     .arg(centre[QStringLiteral("newest_quarter")].toString())
                     .arg(centre[QStringLiteral("records")].toInteger());
    QJsonArray found;
    for (const Finding& finding : findings) {
        found << finding.toJson();
        lines << finding.text();
    }
    json.insert(QStringLiteral("findings"), found);
    if (context.has(QStringLiteral("json"))) {
        ASSIGN_OR_RETURN(const QString digest, district.desk->digest());
        json.insert(QStringLiteral("digest"), digest);
    }
    return Answer {json, lines.isEmpty() ? districtTr("No centre is trusted yet.") : lines.join(u'\n')};
}

CommandResult decided(Context& context, bool accepted)
{
    ASSIGN_OR_RETURN(const qint64 claim, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const OpenedDistrict district, openedDistrict(context, context.has(QStringLiteral("identity"))));
    ASSIGN_OR_RETURN(const ClaimDecision decision,
                     district.desk->decide(context.value(QStringLiteral("centre")), claim, accepted,
                                           context.value(QStringLiteral("reason"))));
    return Answer {
        QJsonObject {{QStringLiteral("claim"), QString::number(decision.claim)},
                     {QStringLiteral("revision"), decision.revision},
                     {QStringLiteral("decision"), accepted ? QStringLiteral("accepted") : QStringLiteral("returned")},
                     {QStringLiteral("reason"), context.value(QStringLiteral("reason")).trimmed()}},
        (accepted
             ? districtTr("Claim %1 is accepted. The centre learns it by a receipt: 'district receipts' writes it.")
             : districtTr("Claim %1 goes back. The centre learns it by a receipt: 'district receipts' writes it."))
            .arg(decision.claim)};
}

CommandResult districtAccept(Context& context)
{
    return decided(context, true);
}

CommandResult districtReturn(Context& context)
{
    return decided(context, false);
}

CommandResult districtReceipts(Context& context)
{
    ASSIGN_OR_RETURN(const QString folder, context.need(QStringLiteral("receipts")));
    ASSIGN_OR_RETURN(const OpenedDistrict district, openedDistrict(context, true));
    Progress progress;
    ASSIGN_OR_RETURN(const WrittenReceipts written, district.desk->writeReceipts(folder, progress));
    const bool none = written.receipts.isEmpty() && written.problems.isEmpty();
    const QString told = none ? districtTr("Every decision stands in a receipt already.")
                              : districtTr("Receipts written: %1.").arg(written.receipts.size());
    return Answer {QJsonObject {{QStringLiteral("receipts"), QJsonArray::fromStringList(written.receipts)},
                                {QStringLiteral("decisions"), written.decisions},
                                {QStringLiteral("problems"), QJsonArray::fromStringList(written.problems)}},
                   (QStringList {told} + written.receipts + written.problems).join(u'\n')};
}

CommandResult districtReplay(Context& context)
{
    ASSIGN_OR_RETURN(const AgeKeys keys, districtIdentities(context));
    // With the store, only what was merged there counts: the merge has checked who signed it.
    std::optional<OpenedDistrict> district;
    if (context.has(QStringLiteral("store"))) {
        ASSIGN_OR_RETURN(district, openedDistrict(context, true));
    }
    QStringList paths;
    for (int i = 0; i < context.wordCount(); ++i)
        paths << context.word(i);
    QJsonArray json;
    QStringList lines;
    bool good = true;
    for (const QString& file : packageFiles(paths)) {
        Progress progress;
        const auto report = district ? district->desk->replay(file, progress) : replayClaims(file, keys, progress);
        QJsonObject one = report ? report->toJson() : QJsonObject {{QStringLiteral("ok"), false}};
        one.insert(QStringLiteral("file"), QFileInfo(file).fileName());
        if (!report)
            one.insert(QStringLiteral("text"), report.error().message);
        good = good && report && report->ok();
        lines << QFileInfo(file).fileName() + QStringLiteral(": ")
                + (!report            ? report.error().message
                       : report->ok() ? districtTr("every claim comes out the same (%1).").arg(report->claims.size())
                                      : districtTr("not every claim comes out the same."));
        if (report)
            for (const BagProblem& problem : report->problems)
                lines << QStringLiteral("  ") + problem.text;
        if (report)
            for (const ReplayedClaim& claim : report->claims)
                if (!claim.same())
                    lines << QStringLiteral("  %1, %2: %3").arg(claim.policy, claim.period, claim.difference);
        json << one;
    }
    return Answer {QJsonObject {{QStringLiteral("ok"), good}, {QStringLiteral("packages"), json}},
                   lines.isEmpty() ? districtTr("No package was found there.") : lines.join(u'\n'), !good};
}

} // namespace

void addDistrictCommands(std::vector<Command>& table)
{
    table.push_back(
        {"district init", "", {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"name", "NAME"}}, &districtInit});
    table.push_back({"district trust",
                     "",
                     {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"centre", "CODE"}, {"P,public-key", "K"}},
                     &districtTrust});
    table.push_back({"district merge",
                     "DIR…",
                     {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"receipts", "DIR"}},
                     &districtMerge,
                     1,
                     10000});
    table.push_back({"district report", "", {{"store", "PLACE"}, {"i,identity", "KEYFILE"}}, &districtReport});
    table.push_back({"district claim accept",
                     "ID",
                     {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"centre", "CODE"}, {"reason", "R"}},
                     &districtAccept,
                     1,
                     1});
    table.push_back({"district claim return",
                     "ID",
                     {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"centre", "CODE"}, {"reason", "R"}},
                     &districtReturn,
                     1,
                     1});
    table.push_back({"district receipts",
                     "",
                     {{"store", "PLACE"}, {"i,identity", "KEYFILE"}, {"receipts", "DIR"}},
                     &districtReceipts});
    table.push_back(
        {"district replay", "DIR…", {{"store", "PLACE"}, {"i,identity", "KEYFILE"}}, &districtReplay, 1, 10000});
}

} // namespace songhe::cli
