// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/rules/policy_desk.h"
#include "core/rules/policy_diff.h"
#include "core/subsidies/policy_trial.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace songhe::cli {

namespace {

QString policyTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

CommandResult policyImport(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Policy policy, PolicyDesk(*ledger).importFile(context.word(0)));
    return Answer {QJsonObject {{QStringLiteral("policy"), policy.id}, {QStringLiteral("version"), policy.version}},
                   policyTr("Policy %1, version %2, is at hand now.").arg(policy.id).arg(policy.version)};
}

/// The policies at hand, and what they leave open with what was chosen.
CommandResult policyList(Context& context)
{
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    QJsonArray json;
    QString text;
    for (const QString& id : shelf->ids()) {
        for (const Policy* policy : shelf->versions(id)) {
            QJsonObject settings;
            for (const PolicySetting& setting : policy->settings)
                settings.insert(setting.key, setting.chosen);
            json << QJsonObject {{QStringLiteral("policy"), policy->id},
                                 {QStringLiteral("version"), policy->version},
                                 {QStringLiteral("title"), policy->title.text()},
                                 {QStringLiteral("draft"), policy->isDraft()},
                                 {QStringLiteral("invented"), policy->invented},
                                 {QStringLiteral("valid_from"), policy->validFrom.toString(Qt::ISODate)},
                                 {QStringLiteral("valid_to"),
                                  policy->validTo ? QJsonValue(policy->validTo->toString(Qt::ISODate)) : QJsonValue()},
                                 {QStringLiteral("digest"), policy->digest},
                                 {QStringLiteral("settings"), settings}};
            text += QStringLiteral("%1  %2  %3  %4 – %5\n")
                        .arg(policy->id)
                        .arg(policy->version)
                        .arg(policy->title.text(), policy->validFrom.toString(Qt::ISODate),
                             policy->validTo ? policy->validTo->toString(Qt::ISODate) : QStringLiteral("…"));
            for (const PolicySetting& setting : policy->settings)
                text += QStringLiteral("    %1 = %2  (%3; %4)\n")
                            .arg(setting.key, setting.chosen, setting.title.text(),
                                 setting.choices.join(QStringLiteral(" | ")));
        }
    }
    return Answer {json, text};
}

CommandResult policyChoose(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    RETURN_IF_ERROR(PolicyDesk(*ledger).choose(context.word(0), context.word(1), context.word(2)));
    return Answer {
        QJsonObject {{QStringLiteral("policy"), context.word(0)}, {context.word(1), context.word(2)}},
        policyTr("Chosen: %1 = %2. It holds for what is settled from now on.").arg(context.word(1), context.word(2))};
}

Result<Policy> policyFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::NotFound,
                    policyTr("The policy file %1 cannot be opened. Please check where it lies.")
                        .arg(QFileInfo(path).fileName()));
    return Policy::read(file.read(DataFile::maxBytes + 1), QFileInfo(path).fileName());
}

/// Reads a file and runs its examples; nothing is kept, nobody signs in.
CommandResult policyCheck(Context& context)
{
    const auto policy = policyFrom(context.word(0));
    if (!policy)
        return Answer {QJsonObject {{QStringLiteral("ok"), false}, {QStringLiteral("text"), policy.error().message}},
                       policy.error().message, true};
    return Answer {QJsonObject {{QStringLiteral("ok"), true},
                                {QStringLiteral("policy"), policy->id},
                                {QStringLiteral("version"), policy->version},
                                {QStringLiteral("digest"), policy->digest},
                                {QStringLiteral("draft"), policy->isDraft()},
                                {QStringLiteral("examples"), policy->exampleCount}},
                   policyTr("Good: %1, version %2; %3 examples came out as written.")
                       .arg(policy->id)
                       .arg(policy->version)
                       .arg(policy->exampleCount)};
}

/// What a file changes about the version in force on its first day, else the newest.
CommandResult policyDiff(Context& context)
{
    ASSIGN_OR_RETURN(const Policy policy, policyFrom(context.word(0)));
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    const Policy* known = shelf->onDay(policy.id, policy.validFrom);
    if (!known)
        known = shelf->nearest(policy.id, policy.validFrom);
    const std::vector<PolicyChange> changes = known ? policyDifferences(*known, policy) : std::vector<PolicyChange>();
    QJsonArray list;
    QString text = known
        ? policyTr("%1: version %2 against version %3.").arg(policy.id).arg(policy.version).arg(known->version)
        : policyTr("%1 is new here.").arg(policy.id);
    for (const PolicyChange& change : changes) {
        list << QJsonObject {{QStringLiteral("path"), change.path},
                             {QStringLiteral("old"), change.before},
                             {QStringLiteral("new"), change.after}};
        text += QStringLiteral("\n%1: %2 → %3").arg(change.path, shownJson(change.before), shownJson(change.after));
    }
    return Answer {QJsonObject {{QStringLiteral("policy"), policy.id},
                                {QStringLiteral("version"), policy.version},
                                {QStringLiteral("against"), known ? QJsonValue(known->version) : QJsonValue()},
                                {QStringLiteral("same_rules"), known && known->digest == policy.digest},
                                {QStringLiteral("changes"), list}},
                   text};
}

QJsonObject sumJson(const Claim& claim)
{
    return {{QStringLiteral("paid_count"), claim.paidCount},
            {QStringLiteral("paid_fen"), claim.paid.value},
            {QStringLiteral("refused_count"), claim.refusedCount},
            {QStringLiteral("held_count"), claim.heldCount}};
}

/// What a period would have come to under a file; nothing is kept.
CommandResult policyTry(Context& context)
{
    ASSIGN_OR_RETURN(const Policy policy, policyFrom(context.word(0)));
    ASSIGN_OR_RETURN(const QString periodText, context.need(QStringLiteral("period")));
    ASSIGN_OR_RETURN(const Period period, Period::fromText(periodText));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    Progress progress;
    ASSIGN_OR_RETURN(const PolicyTrial trial, tryPolicy(*ledger, *shelf, policy, period, progress));
    QJsonArray changed;
    QString text;
    if (trial.now)
        text = policyTr("Now: %1 paid, %2 yuan.").arg(trial.now->paidCount).arg(trial.now->paid.yuanText()) + u'\n';
    text += policyTr("Under version %1: %2 paid, %3 yuan.")
                .arg(policy.version)
                .arg(trial.tried.paidCount)
                .arg(trial.tried.paid.yuanText());
    for (const PolicyTrial::Line& line : trial.changed) {
        changed << QJsonObject {
            {QStringLiteral("record"), QString::number(line.record)},
            {QStringLiteral("elder"), line.elder.isNull() ? QJsonValue() : QJsonValue(line.elder.text())},
            {QStringLiteral("on"), line.on.toString(Qt::ISODate)},
            {QStringLiteral("now_fen"), line.nowFen.value},
            {QStringLiteral("now_code"), line.nowCode},
            {QStringLiteral("fen"), line.fen.value},
            {QStringLiteral("code"), line.code}};
        text += QStringLiteral("\n%1 %2: %3 %4 → %5 %6")
                    .arg(line.on.toString(Qt::ISODate), QString::number(line.record), line.nowFen.yuanText(),
                         line.nowCode, line.fen.yuanText(), line.code);
    }
    return Answer {QJsonObject {{QStringLiteral("policy"), policy.id},
                                {QStringLiteral("version"), policy.version},
                                {QStringLiteral("period"), period.text()},
                                {QStringLiteral("now"), trial.now ? QJsonValue(sumJson(*trial.now)) : QJsonValue()},
                                {QStringLiteral("tried"), sumJson(trial.tried)},
                                {QStringLiteral("changed_count"), qint64(trial.changedCount)},
                                {QStringLiteral("changed"), changed}},
                   text};
}

} // namespace

void addPolicyCommands(std::vector<Command>& table)
{
    table.push_back({"policy list", "", {}, &policyList});
    table.push_back({"policy choose", "POLICY SETTING CHOICE", {}, &policyChoose, 3, 3});
    table.push_back({"policy check", "FILE", {}, &policyCheck, 1, 1});
    table.push_back({"policy diff", "FILE", {}, &policyDiff, 1, 1});
    table.push_back({"policy try", "FILE", {{"period", "2021-09|2021Q3|2021"}}, &policyTry, 1, 1});
    table.push_back({"policy import", "FILE", {}, &policyImport, 1, 1});
}

} // namespace songhe::cli
