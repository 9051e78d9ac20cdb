// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a kept claim: checked, signed, answered, its period opened again.
#include "ui/pages/claims_page.h"

#include "core/rules/policy_desk.h"
#include "ui/dialogs/claim_answer_dialog.h"
#include "ui/dialogs/open_month_dialog.h"
#include "ui/pages/claim_check_view.h"
#include "ui/pages/claim_month_view.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/month_edit.h"

#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void ClaimsPage::check()
{
    if (busy() || !m_month || !m_month->isKept() || !isOpen(m_month->claim.state))
        return;
    follow(tr("Looking through the claim of %1…").arg(m_month->claim.period),
           startBookTask<std::vector<NamedFinding>>(
               m_session, this,
               [this, id = m_month->claim.id](Session& books, Progress&) { return checkMonth(books, m_divisions, id); },
               [this](Result<std::vector<NamedFinding>> findings) { checked(std::move(findings)); }));
}

void ClaimsPage::checked(Result<std::vector<NamedFinding>> findings)
{
    unfollow();
    if (!findings)
        return back(findings.error());
    m_month->claim.state = ClaimState::Checked;
    m_view->showState(*m_month);
    m_findings->showFindings(m_month->claim, *std::move(findings));
    m_stack->setCurrentWidget(m_findings);
    showState();
    m_findings->focusList();
}

void ClaimsPage::openLine(Id<ClaimLine> line)
{
    const SettledLine* found = m_view->choose(line);
    if (!found)
        return;
    const SettledLine chosen = *found;
    m_stack->setCurrentWidget(m_view);
    showState();
    openFacts(chosen);
    m_view->focusLines();
}

void ClaimsPage::sign()
{
    if (busy() || !m_month || !m_month->isKept() || !isOpen(m_month->claim.state))
        return;
    Question question;
    question.text = tr("Sign the claim of %1, %2 yuan?").arg(m_month->claim.period, m_month->claim.paid.yuanText());
    question.detail = tr("Once it is signed its lines stay as they are; what changes goes into the next claim.");
    question.act = tr("Sign");
    question.keep = tr("Not yet");
    if (!asker().confirm(question))
        return;
    follow(tr("Signing the claim of %1: every line is judged once more…").arg(m_month->claim.period),
           startBookTask<Claim>(
               m_session, this,
               [this, id = m_month->claim.id](Session& books, Progress& progress) {
                   return signMonth(books, m_divisions, id, progress);
               },
               [this](Result<Claim> claim) { signedNow(std::move(claim)); }));
}

void ClaimsPage::signedNow(Result<Claim> claim)
{
    unfollow();
    if (!claim)
        return back(claim.error());
    Q_EMIT changed();
    showList();
    settleShown();
}

/// A short step at the claim's desk; then everything is shown anew.
template <typename Act> Result<void> ClaimsPage::step(Act&& act)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(m_session.ledger()).shelf());
    ClaimDesk desk(m_session.ledger(), shelf, wordingFor(m_divisions, m_session.centre().division));
    RETURN_IF_ERROR(act(desk));
    Q_EMIT changed();
    showList();
    settleShown();
    return {};
}

void ClaimsPage::answer()
{
    if (busy() || !m_month || !m_month->isKept())
        return;
    using Answer = ClaimAnswerDialog::Answer;
    auto* dialog = new ClaimAnswerDialog(
        m_surroundings, *m_month,
        [this, id = m_month->claim.id](const Answer& answer) {
            return step([&](ClaimDesk& desk) -> Result<Claim> {
                if (answer.state == ClaimState::Accepted)
                    return desk.accept(id, answer.on, answer.note);
                if (answer.state == ClaimState::Paid)
                    return desk.paid(id, answer.fen, answer.on, answer.note);
                return desk.giveBack(id, answer.lines, answer.on, answer.note);
            });
        },
        this);
    dialog->open();
}

void ClaimsPage::openMonth()
{
    if (busy() || !m_month || !m_month->isKept())
        return;
    auto* dialog = new OpenMonthDialog(
        m_surroundings, m_month->claim.period,
        [this, id = m_month->claim.id](const QString& reason, int days) {
            return step([&](ClaimDesk& desk) { return desk.open(id, reason, days); });
        },
        this);
    dialog->open();
}

} // namespace songhe::ui
