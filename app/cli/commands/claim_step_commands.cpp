// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/subsidies/claim_desk.h"
#include "core/subsidies/claim_difference.h"

namespace songhe::cli {

namespace {

QString stepTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

Result<ClaimDesk> claimDesk(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(Wording wording, context.wording());
    return ClaimDesk(*ledger, *shelf, std::move(wording));
}

Result<Id<Claim>> claimId(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    return Id<Claim> {id};
}

Result<std::optional<QDate>> dayOption(Context& context)
{
    if (!context.has(QStringLiteral("on")))
        return std::optional<QDate>();
    ASSIGN_OR_RETURN(const QDate day, context.day(context.value(QStringLiteral("on")), QStringLiteral("--on")));
    return std::optional(day);
}

/// The answer of every step: the claim as it stands now.
Answer stepAnswer(const Claim& claim)
{
    return {
        recordJson(claim),
        stepTr("Claim %1, %2, %3 yuan: %4. Check code %5.")
            .arg(claim.id.text(), claim.period, claim.paid.yuanText(), choiceText(claim.state), claim.digest.left(12))};
}

QJsonArray linesJson(SettlementDesk& desk, const Claim& claim, const std::vector<ClaimLine>& lines)
{
    QJsonArray json;
    for (const ClaimLine& line : lines) {
        QJsonObject one = recordJson(line);
        one.insert(QStringLiteral("on"), line.servedOn.toString(Qt::ISODate));
        one.insert(QStringLiteral("meal"), line.meal.isNull() ? QJsonValue() : QJsonValue(line.meal.text()));
        one.insert(QStringLiteral("elder"), line.elder.isNull() ? QJsonValue() : QJsonValue(line.elder.text()));
        one.insert(QStringLiteral("corrects"), line.corrects ? QJsonValue(line.corrects->text()) : QJsonValue());
        one.insert(QStringLiteral("fen"), line.amount.value);
        one.insert(QStringLiteral("text"), desk.reasonText(claim, line));
        json << one;
    }
    return json;
}

/// What came back against what settling gives now, line by line.
QString differenceWords(const ClaimDifference& difference)
{
    QString text = u'\n'
        + stepTr("Sent with %1 yuan; settled now it comes to %2: %3 yuan. Lines new %4, gone %5, changed %6.")
              .arg(difference.sent.yuanText(), difference.now.yuanText(), difference.difference().yuanText())
              .arg(difference.count(ChangedLine::How::Added))
              .arg(difference.count(ChangedLine::How::Gone))
              .arg(difference.count(ChangedLine::How::Changed));
    for (const ChangedLine& line : difference.lines)
        text += QStringLiteral("\n%1  %2 %3  %4  %5 → %6  %7")
                    .arg(choiceText(line.how), line.evidence, QString::number(line.record),
                         line.on.toString(Qt::ISODate), line.sent.yuanText(), line.now.yuanText(), line.text);
    return text;
}

CommandResult claimShow(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const ClaimFile file, desk.show(id));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(Wording wording, context.wording());
    SettlementDesk settlement(*ledger, *shelf, std::move(wording));
    ASSIGN_OR_RETURN(const std::vector<ClaimLine> lines, settlement.linesOf(id));
    QJsonObject json = recordJson(file.claim);
    QJsonArray steps;
    QString text = stepAnswer(file.claim).text;
    for (const ClaimStep& step : file.steps) {
        steps << recordJson(step);
        text += QStringLiteral("\n%1  %2  %3")
                    .arg(momentText(step.recorded.at), choiceText(step.step), step.note.value_or(QString()));
    }
    QJsonArray openings;
    for (const ClaimOpening& opening : file.openings) {
        openings << recordJson(opening);
        text += u'\n'
            + stepTr("Opened on %1 until %2: %3")
                  .arg(momentText(opening.recorded.at), opening.until.toString(Qt::ISODate), opening.reason);
    }
    json.insert(QStringLiteral("steps"), steps);
    json.insert(QStringLiteral("openings"), openings);
    json.insert(QStringLiteral("code"), file.claim.digest.left(12));
    json.insert(QStringLiteral("lines"), linesJson(settlement, file.claim, lines));
    Progress progress;
    ASSIGN_OR_RETURN(const std::optional<ClaimDifference> difference, differenceOf(settlement, file.claim, progress));
    json.insert(QStringLiteral("difference"), difference ? QJsonValue(difference->toJson()) : QJsonValue());
    for (const ClaimLine& line : lines)
        text += QStringLiteral("\n%1  %2  %3  %4")
                    .arg(line.id.text(), line.servedOn.toString(Qt::ISODate), line.amount.yuanText(),
                         settlement.reasonText(file.claim, line));
    if (difference)
        text += differenceWords(*difference);
    return Answer {json, text};
}

CommandResult claimCheck(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const ClaimFindings findings, desk.check(id));
    ASSIGN_OR_RETURN(const ClaimFile file, desk.show(id));
    QStringList text;
    for (const ClaimFinding& item : findings.items)
        text << QStringLiteral("%1 %2: %3").arg(item.code, QString::number(item.record), item.text);
    if (text.isEmpty())
        text << stepTr("Nothing was found that an auditor would ask about.");
    return Answer {QJsonObject {{QStringLiteral("claim"), id.text()},
                                {QStringLiteral("state"), choiceKey(file.claim.state)},
                                {QStringLiteral("items"), findings.toJson()}},
                   text.join(u'\n')};
}

CommandResult claimSign(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    Progress progress;
    ASSIGN_OR_RETURN(const Claim claim, desk.sign(id, progress));
    return stepAnswer(claim);
}

CommandResult claimReturn(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const std::optional<QDate> on, dayOption(context));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(const Claim claim, desk.giveBack(id, context.values(QStringLiteral("line")), on, reason));
    return stepAnswer(claim);
}

CommandResult claimAccept(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const std::optional<QDate> on, dayOption(context));
    ASSIGN_OR_RETURN(const Claim claim, desk.accept(id, on, context.value(QStringLiteral("note"))));
    return stepAnswer(claim);
}

CommandResult claimPaid(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const std::optional<QDate> on, dayOption(context));
    std::optional<Fen> fen;
    if (context.has(QStringLiteral("fen"))) {
        bool good = false;
        fen = Fen {context.value(QStringLiteral("fen")).toLongLong(&good)};
        if (!good || fen->value < 0)
            return usage(stepTr("--fen: write the amount that arrived as a whole number of fen."));
    }
    ASSIGN_OR_RETURN(const Claim claim, desk.paid(id, fen, on, context.value(QStringLiteral("note"))));
    return stepAnswer(claim);
}

CommandResult claimOpen(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Claim> id, claimId(context));
    ASSIGN_OR_RETURN(ClaimDesk desk, claimDesk(context));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    const int days = context.has(QStringLiteral("days")) ? context.value(QStringLiteral("days")).toInt() : 3;
    ASSIGN_OR_RETURN(const ClaimOpening opening, desk.open(id, reason, days));
    return Answer {recordJson(opening),
                   stepTr("Open for new entries until %1.").arg(opening.until.toString(Qt::ISODate))};
}

} // namespace

void addClaimStepCommands(std::vector<Command>& table)
{
    table.push_back({"claim show", "ID", {}, &claimShow, 1, 1});
    table.push_back({"claim check", "ID", {}, &claimCheck, 1, 1});
    table.push_back({"claim sign", "ID", {}, &claimSign, 1, 1});
    table.push_back(
        {"claim return", "ID", {{"reason", "TEXT"}, {"line", "LINE"}, {"on", "2021-10-12"}}, &claimReturn, 1, 1});
    table.push_back({"claim accept", "ID", {{"on", "2021-10-12"}, {"note", "TEXT"}}, &claimAccept, 1, 1});
    table.push_back({"claim paid", "ID", {{"fen", "FEN"}, {"on", "2021-10-12"}, {"note", "TEXT"}}, &claimPaid, 1, 1});
    table.push_back({"claim open", "ID", {{"reason", "TEXT"}, {"days", "3"}}, &claimOpen, 1, 1});
}

} // namespace songhe::cli
