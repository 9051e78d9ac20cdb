// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/centre/settings.h"
#include "core/subsidies/settlement_desk.h"
#include "ui/printing/record_papers.h"
#include "ui/printing/service_slip.h"
#include "ui/printing/sign_in_paper.h"

namespace songhe::cli {

namespace {

QString claimTr(const char* text)
{
    return QCoreApplication::translate("songhe::cli", text);
}

QJsonObject lineJson(const SettlementDesk& desk, const QString& policy, const SettledUnit& line)
{
    const Verdict& verdict = line.judged.verdict;
    return {{QStringLiteral("meal"), line.meal.isNull() ? QJsonValue() : QJsonValue(line.meal.text())},
            {QStringLiteral("evidence"), line.evidence},
            {QStringLiteral("record"), QString::number(line.evidenceId())},
            {QStringLiteral("elder"), line.elder.isNull() ? QJsonValue() : QJsonValue(line.elder.text())},
            {QStringLiteral("kind"), choiceKey(line.kind)},
            {QStringLiteral("corrects"), line.corrects.isNull() ? QJsonValue() : QJsonValue(line.corrects.text())},
            {QStringLiteral("on"), line.on.toString(Qt::ISODate)},
            {QStringLiteral("fen"), line.amount.value},
            {QStringLiteral("outcome"), choiceKey(verdict.outcome)},
            {QStringLiteral("code"), verdict.reason.code},
            {QStringLiteral("text"), desk.reasonText(policy, line)}};
}

QString claimWords(const Claim& claim, bool written)
{
    QString text = claimTr("%1, %2: %3 meals payable, %4 yuan; %5 not payable; %6 held.")
                       .arg(claim.policy, claim.period)
                       .arg(claim.paidCount)
                       .arg(claim.paid.yuanText())
                       .arg(claim.refusedCount)
                       .arg(claim.heldCount);
    if (claim.draftPolicy)
        text += u'\n' + claimTr("The policy is a draft for comment: this claim cannot be sent as it is.");
    if (claim.adjustmentCount)
        text += u'\n'
            + claimTr("Contained: %1 adjustments of signed claims, %2 yuan.")
                  .arg(*claim.adjustmentCount)
                  .arg(claim.adjustments.value_or(Fen {}).yuanText());
    if (!isOpen(claim.state))
        return text + u'\n'
            + claimTr("Claim %1 for this period is %2: it stays as it was signed. What changed since goes into the "
                      "next claim.")
                  .arg(claim.id.text(), choiceText(claim.state));
    text += u'\n'
        + (written ? claimTr("Written as draft claim %1.").arg(claim.id.text())
                   : claimTr("Nothing was written; add --write to keep it as a draft claim."));
    return text;
}

CommandResult settle(Context& context)
{
    ASSIGN_OR_RETURN(const QString policy, context.need(QStringLiteral("policy")));
    ASSIGN_OR_RETURN(const QString periodText, context.need(QStringLiteral("period")));
    ASSIGN_OR_RETURN(const Period period, Period::fromText(periodText));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(Wording wording, context.wording());
    SettlementDesk desk(*ledger, *shelf, std::move(wording));
    Progress progress;
    QJsonArray lines;
    const bool wantsLines = context.has(QStringLiteral("json"));
    ASSIGN_OR_RETURN(Claim claim,
                     desk.settle(
                         policy, period,
                         [&](const SettledUnit& line) -> Result<void> {
                             if (wantsLines)
                                 lines << lineJson(desk, policy, line);
                             return {};
                         },
                         progress));
    const bool write = context.has(QStringLiteral("write"));
    if (write) {
        ASSIGN_OR_RETURN(claim, desk.write(policy, period, progress));
    }
    return Answer {
        QJsonObject {{QStringLiteral("policy"), claim.policy},
                     {QStringLiteral("policy_version"), claim.policyVersion},
                     {QStringLiteral("policy_digest"), claim.policyDigest},
                     {QStringLiteral("policy_draft"), claim.draftPolicy},
                     {QStringLiteral("period"), claim.period},
                     {QStringLiteral("paid_count"), claim.paidCount},
                     {QStringLiteral("paid_fen"), claim.paid.value},
                     {QStringLiteral("refused_count"), claim.refusedCount},
                     {QStringLiteral("held_count"), claim.heldCount},
                     {QStringLiteral("adjustment_count"), claim.adjustmentCount.value_or(0)},
                     {QStringLiteral("adjustment_fen"), claim.adjustments.value_or(Fen {}).value},
                     {QStringLiteral("provisional"), claim.provisional.value_or(false)},
                     {QStringLiteral("state"), choiceKey(claim.state)},
                     {QStringLiteral("digest"), claim.digest},
                     {QStringLiteral("claim"), claim.id.isNull() ? QJsonValue() : QJsonValue(claim.id.text())},
                     {QStringLiteral("lines"), lines}},
        claimWords(claim, write)};
}

CommandResult claimList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(Wording wording, context.wording());
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, SettlementDesk(*ledger, *shelf, std::move(wording)).list());
    QJsonArray json;
    QString text;
    for (const Claim& claim : claims) {
        json << recordJson(claim);
        text += QStringLiteral("%1  %2  %3  %4  [%5]\n")
                    .arg(claim.period, claim.policy, claim.paid.yuanText(), choiceText(claim.state), claim.id.text());
    }
    if (claims.empty())
        text = claimTr("There is no claim yet. 'settle --write' makes the first.");
    return Answer {json, text};
}

/// Settlement, outlook and session together, as papers want them.
Result<printing::RecordPapers> papers(Context& context, std::optional<SettlementDesk>& desk)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(Wording wording, context.wording());
    ASSIGN_OR_RETURN(MealOutlook * outlook, context.outlook());
    desk.emplace(session->ledger(), *shelf, std::move(wording));
    return printing::RecordPapers(*session, *outlook, *desk);
}

CommandResult printed(const Context& context, const printing::Paper& paper, const QString& fallbackName)
{
    const QString file = context.has(QStringLiteral("to")) ? context.value(QStringLiteral("to")) : fallbackName;
    ASSIGN_OR_RETURN(const printing::Printed done, printing::writePdf(paper, file));
    return Answer {QJsonObject {{QStringLiteral("file"), done.file},
                                {QStringLiteral("pages"), done.pages},
                                {QStringLiteral("note"), done.note}},
                   claimTr("Printed: %1 (%2 pages)").arg(done.file).arg(done.pages)
                       + (done.note.isEmpty() ? QString() : u'\n' + done.note)};
}

Result<printing::SlipForm> slipForm(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(QString form, Settings(*ledger).value(QStringLiteral("slip.paper")));
    if (context.has(QStringLiteral("paper")))
        form = context.value(QStringLiteral("paper"));
    if (form != QStringLiteral("a5") && form != QStringLiteral("roll80"))
        return usage(claimTr("--paper: write a5 or roll80."));
    return form == QStringLiteral("a5") ? printing::SlipForm::A5 : printing::SlipForm::Roll80;
}

CommandResult printedServices(Context& context, const std::vector<Service>& services, const QString& fallbackName)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const printing::SlipForm form, slipForm(context));
    // What could not be written was not printed: the file and the note of it come or fail together.
    return session->ledger().transact([&]() -> CommandResult {
        ASSIGN_OR_RETURN(const std::vector<printing::ServiceSlip> slips,
                         printing::ServicePapers(*session).print(services, form));
        ASSIGN_OR_RETURN(const auto paper, printing::ServiceSlipPaper::make(slips, form));
        ASSIGN_OR_RETURN(Answer answer, printed(context, *paper, fallbackName));
        QJsonArray copies;
        for (const printing::ServiceSlip& slip : slips)
            copies << QJsonObject {{QStringLiteral("service"), slip.number}, {QStringLiteral("copy"), slip.copy}};
        QJsonObject json = answer.json.toObject();
        json.insert(QStringLiteral("slips"), copies);
        answer.json = json;
        return answer;
    });
}

/// The number of a meal, or of a service: numbers that this program gave are unique among all records. Other programs
/// number each family from 1: --service says which is meant.
CommandResult printSlip(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    const QString file = QStringLiteral("slip-%1.pdf").arg(id);
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const std::optional<Meal> meal, MealRepository(session->ledger()).find({id}));
    if (!meal || context.has(QStringLiteral("service"))) {
        ASSIGN_OR_RETURN(const std::optional<Service> service, ServiceRepository(session->ledger()).find({id}));
        if (service) {
            ASSIGN_OR_RETURN(const Service counting, printing::ServicePapers(*session).service({id}));
            return printedServices(context, {counting}, file);
        }
    }
    std::optional<SettlementDesk> desk;
    ASSIGN_OR_RETURN(printing::RecordPapers records, papers(context, desk));
    ASSIGN_OR_RETURN(const printing::Slip slip, records.slipOf(Id<Meal> {id}, context.has(QStringLiteral("day"))));
    ASSIGN_OR_RETURN(const printing::SlipForm form, slipForm(context));
    ASSIGN_OR_RETURN(const auto paper, printing::SlipPaper::make({slip}, form));
    return printed(context, *paper, file);
}

/// A slip for each service of a day.
CommandResult printSlips(Context& context)
{
    ASSIGN_OR_RETURN(Session * session, context.session());
    QDate day = session->ledger().today();
    if (context.has(QStringLiteral("on"))) {
        ASSIGN_OR_RETURN(day, context.day(context.value(QStringLiteral("on")), QStringLiteral("--on")));
    }
    const QString text = day.toString(Qt::ISODate);
    ASSIGN_OR_RETURN(const std::vector<Service> services, printing::ServicePapers(*session).servicesOn(day));
    if (services.empty())
        return fail(Error::Kind::NotFound,
                    claimTr("No service is recorded on %1; there is nothing to print.").arg(text));
    return printedServices(context, services, QStringLiteral("slips-%1.pdf").arg(text));
}

/// The list of a group to sign.
CommandResult printSignIn(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(printing::SignInData data, printing::SignInPaper::gather(*session, Id<Service> {id}));
    ASSIGN_OR_RETURN(const auto paper, printing::SignInPaper::make(std::move(data)));
    return printed(context, *paper, QStringLiteral("sign-in-%1.pdf").arg(id));
}

CommandResult printClaim(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    std::optional<SettlementDesk> desk;
    ASSIGN_OR_RETURN(printing::RecordPapers records, papers(context, desk));
    ASSIGN_OR_RETURN(printing::ClaimSheetData sheet, records.claimOf(Id<Claim> {id}));
    ASSIGN_OR_RETURN(const auto paper, printing::ClaimPaper::make(std::move(sheet)));
    return printed(context, *paper, QStringLiteral("claim-%1.pdf").arg(id));
}

} // namespace

void addClaimCommands(std::vector<Command>& table)
{
    table.push_back({"settle", "", {{"policy", "ID"}, {"period", "2021-09|2021Q3|2021"}, {"write"}}, &settle});
    table.push_back({"claim list", "", {}, &claimList});
    addClaimStepCommands(table);
    table.push_back({"print slip",
                     "ID",
                     {{"to", "FILE.pdf"}, {"paper", "a5|roll80"}, {"day"}, {"service"}},
                     &printSlip,
                     1,
                     1,
                     true});
    table.push_back(
        {"print slips", "", {{"on", "DATE"}, {"to", "FILE.pdf"}, {"paper", "a5|roll80"}}, &printSlips, 0, 0, true});
    table.push_back({"print sign-in", "ID", {{"to", "FILE.pdf"}}, &printSignIn, 1, 1, true});
    table.push_back({"print claim", "ID", {{"to", "FILE.pdf"}}, &printClaim, 1, 1, true});
}

} // namespace songhe::cli
