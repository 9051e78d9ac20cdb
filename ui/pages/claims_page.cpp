// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claims_page.h"

#include "core/centre/settings.h"
#include "core/rules/policy_desk.h"
#include "ui/dialogs/claim_answer_dialog.h"
#include "ui/dialogs/meal_grid_dialog.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/pages/claim_check_view.h"
#include "ui/pages/claim_month_view.h"
#include "ui/printing/record_papers.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/task_bar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

ClaimsPage::ClaimsPage(const Surroundings& around, Session& session, const Divisions& divisions, QWidget* parent)
    : Page(around, tr("Subsidy claims"), parent)
    , m_surroundings(around)
    , m_session(session)
    , m_divisions(divisions)
{
    makeActions();
    m_message = makeBanner(this);
    body()->addWidget(m_message);
    m_work = new TaskCard(theme(), this);
    body()->addWidget(m_work);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeList());
    m_view = new ClaimMonthView(around, m_stack);
    m_stack->addWidget(m_view);
    m_findings = new ClaimCheckView(around, m_stack);
    m_stack->addWidget(m_findings);
    body()->addWidget(m_stack, 1);
    connect(m_view, &ClaimMonthView::opened, this, &ClaimsPage::openFacts);
    connect(m_view, &ClaimMonthView::recordAsked, this, &Page::goTo);
    connect(m_findings, &ClaimCheckView::lineAsked, this, &ClaimsPage::openLine);
    connect(m_findings, &ClaimCheckView::recordAsked, this, &Page::goTo);
    // A month is settled once it is over.
    m_chooser->setMonth(today().addMonths(-1));
    showState();
}

void ClaimsPage::makeActions()
{
    auto* bar = new QHBoxLayout;
    bar->setSpacing(theme().px(8));
    m_policy = new ChoiceBox(this);
    m_policy->setObjectName(u"policy"_s);
    m_policy->setAccessibleName(tr("Policy"));
    m_policy->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_policy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_policy->setMinimumContentsLength(12); // titles are long; the list shows them whole
    m_chooser = new MonthEdit(this);
    m_chooser->setObjectName(u"month"_s);
    m_chooser->setAccessibleName(tr("Period"));
    m_chooser->setToolTip(tr("A month as 2021-09, a quarter as 2021Q3, a year as 2021. Up: the next one. Down: the one "
                             "before. Enter: settle."));
    m_chooser->setFixedWidth(theme().px(112));
    connect(m_chooser, &QLineEdit::returnPressed, this, &ClaimsPage::settleShown);
    auto* before = new ActionButton(theme(), u"‹"_s, {}, ActionButton::Kind::Plain, this);
    before->setAccessibleName(tr("Period before"));
    auto* after = new ActionButton(theme(), u"›"_s, {}, ActionButton::Kind::Plain, this);
    after->setAccessibleName(tr("Next period"));
    connect(before, &QPushButton::clicked, this, [this] { m_chooser->step(-1); });
    connect(after, &QPushButton::clicked, this, [this] { m_chooser->step(1); });
    using Kind = ActionButton::Kind;
    const auto action
        = [&](const QString& text, const QKeySequence& keys, const char* name, void (ClaimsPage::*act)()) {
              auto* button = new ActionButton(theme(), text, keys, Kind::Plain, this);
              button->setObjectName(QString::fromLatin1(name));
              connect(button, &QPushButton::clicked, this, act);
              return button;
          };
    m_settle = action(tr("Settle"), {}, "settle", &ClaimsPage::settleShown);
    m_import = action(tr("Import a month…"), QKeySequence(Qt::CTRL | Qt::Key_I), "import", &ClaimsPage::importMonth);
    m_import->setToolTip(tr("Meals out of the month's table that the centre keeps on paper or in a spreadsheet"));
    bar->addWidget(makeLabel(tr("Policy"), TextRole::Muted, this));
    bar->addWidget(m_policy, 1);
    bar->addSpacing(theme().px(8));
    for (QWidget* widget : std::initializer_list<QWidget*> {before, m_chooser, after, m_settle, m_import})
        bar->addWidget(widget);
    body()->addLayout(bar);
    m_open = action(tr("Open the period…"), {}, "openMonth", &ClaimsPage::openMonth);
    m_answer = action(tr("What came back…"), QKeySequence(Qt::CTRL | Qt::Key_E), "answer", &ClaimsPage::answer);
    m_write = action(tr("Keep as draft"), QKeySequence(Qt::CTRL | Qt::Key_Return), "write", &ClaimsPage::write);
    m_check
        = action(tr("Check and sign…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), "check", &ClaimsPage::check);
    m_sign = action(tr("Sign…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), "sign", &ClaimsPage::sign);
    m_print = action(tr("Print"), QKeySequence(Qt::CTRL | Qt::Key_P), "print", &ClaimsPage::print);
    for (QWidget* widget : {m_open, m_answer, m_write, m_check, m_sign, m_print})
        addAction(widget);
}

void ClaimsPage::refresh()
{
    showList();
    m_chooser->setFocus();
    m_chooser->selectAll();
}

void ClaimsPage::openRecord(qint64 claim)
{
    for (const KeptClaim& kept : m_kept->records())
        if (kept.claim.id.value == claim) {
            m_policy->setKey(kept.claim.policy);
            m_chooser->setText(kept.claim.period);
            if (kept.claim.state == ClaimState::Returned)
                showReturned(kept.claim);
            else
                settleShown();
            return;
        }
}

bool ClaimsPage::isShown() const
{
    return m_month && m_stack->currentWidget() != m_stack->widget(0);
}

bool ClaimsPage::goBack()
{
    if (!isShown())
        return false;
    if (m_stack->currentWidget() == m_findings) {
        m_stack->setCurrentWidget(m_view);
        showState();
        m_view->focusLines();
        return true;
    }
    if (m_view->closeFacts())
        return true;
    m_month.reset();
    say({}, Tone::Plain);
    m_stack->setCurrentIndex(0);
    refresh();
    return true;
}

void ClaimsPage::settleShown()
{
    const auto period = m_chooser->period();
    if (!period)
        say(tr("Write the period as 2021-09, 2021Q3 or 2021."), Tone::Bad);
    else
        settle(m_policy->key(), *period);
}

void ClaimsPage::settle(const QString& policy, const Period& period)
{
    if (busy())
        return;
    m_chooser->setText(period.text());
    follow(tr("Settling %1…").arg(periodText(period)),
           startBookTask<SettledMonth>(
               m_session, this,
               [this, policy, period](Session& books, Progress& progress) {
                   return settleMonth(books, m_divisions, policy, period, progress);
               },
               [this](Result<SettledMonth> month) { settled(std::move(month)); }));
}

/// Its period is settled anew; what came back stays to be read.
void ClaimsPage::showReturned(const Claim& claim)
{
    if (busy())
        return;
    follow(tr("Opening the claim of %1…").arg(claim.period),
           startBookTask<SettledMonth>(
               m_session, this,
               [this, id = claim.id](Session& books, Progress& progress) {
                   return keptMonth(books, m_divisions, id, progress);
               },
               [this](Result<SettledMonth> month) { settled(std::move(month)); }));
}

void ClaimsPage::settled(Result<SettledMonth> month)
{
    unfollow();
    if (!month)
        return back(month.error());
    m_month = *std::move(month);
    m_view->showMonth(*m_month);
    m_stack->setCurrentWidget(m_view);
    if (m_month->invented)
        say(tr("This policy is invented for the demonstration. It is no ground for a claim; every sheet says so."),
            Tone::Soon);
    else if (m_month->claim.draftPolicy)
        say(tr("This policy is a consultation draft that was never put in force. Every sheet of the claim says so."),
            Tone::Soon);
    else
        say({}, Tone::Plain);
    showState();
    m_view->focusLines();
}

void ClaimsPage::write()
{
    if (busy() || !m_month || m_month->isKept())
        return;
    const auto period = Period::fromText(m_month->claim.period);
    if (!period)
        return;
    follow(tr("Keeping the draft of %1…").arg(periodText(*period)),
           startBookTask<Claim>(
               m_session, this,
               [this, policy = m_month->claim.policy, period = *period](Session& books, Progress& progress) {
                   return writeMonth(books, m_divisions, policy, period, progress);
               },
               [this](Result<Claim> claim) { written(std::move(claim)); }));
}

void ClaimsPage::written(Result<Claim> claim)
{
    unfollow();
    if (!claim)
        return back(claim.error());
    Q_EMIT changed();
    showList();
    settleShown(); // what is shown is what is kept, with the numbers of its lines
}

void ClaimsPage::print()
{
    if (!m_month || !m_month->isKept())
        return;
    preview(m_surroundings, this, claimPaper(m_month->claim),
            u"%1 %2.pdf"_s.arg(m_session.centre().code, m_month->claim.period));
}

Result<std::unique_ptr<printing::Paper>> ClaimsPage::claimPaper(const Claim& claim)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(m_session.ledger()).shelf());
    const Wording wording = wordingFor(m_divisions, m_session.centre().division);
    MealOutlook outlook(m_session.ledger(), shelf, claim.policy, wording);
    const SettlementDesk desk(m_session.ledger(), shelf, wording);
    ASSIGN_OR_RETURN(printing::ClaimSheetData sheet,
                     printing::RecordPapers(m_session, outlook, desk).claimOf(claim.id));
    ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::ClaimPaper::make(std::move(sheet)));
    return paper;
}

void ClaimsPage::importMonth()
{
    auto* dialog = new MealGridDialog(m_surroundings, m_session, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MealGridDialog::imported, this, &ClaimsPage::changed);
    dialog->open();
}

void ClaimsPage::openFacts(const SettledLine& line)
{
    const auto facts = lineFacts(m_session, m_divisions, m_month->claim.policy, line);
    if (!facts)
        asker().tell(facts.error());
    else
        m_view->showFacts(*facts);
}

void ClaimsPage::follow(const QString& what, TaskBase* task)
{
    m_task = task;
    if (!task)
        return;
    say({}, Tone::Plain);
    m_stack->hide(); // first: both together would make the window grow
    m_work->follow(what, task);
    showState();
}

void ClaimsPage::unfollow()
{
    m_task = nullptr;
    m_work->hide();
    m_stack->show();
}

/// Long work did not come to its end; a stop is no failure.
void ClaimsPage::back(const Error& error)
{
    say(error.message, error.kind == Error::Kind::Cancelled ? Tone::Plain : Tone::Bad);
    showState();
}

void ClaimsPage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

void ClaimsPage::showState()
{
    const bool shown = isShown();
    const bool checking = m_stack->currentWidget() == m_findings;
    const bool kept = shown && m_month->isKept();
    const bool open = shown && isOpen(m_month->claim.state);
    const auto may = [this](ActionButton* button, bool possible) {
        button->setVisible(possible);
        button->setEnabled(possible && !busy());
    };
    may(m_write, shown && !kept);
    m_write->setMain(shown && !kept);
    may(m_check, kept && open && !checking);
    m_check->setMain(kept && open && !checking);
    may(m_sign, kept && open && checking);
    m_sign->setMain(kept && open && checking);
    may(m_answer, kept && !ClaimAnswerDialog::possible(m_month->claim.state).empty());
    may(m_open, kept && isBinding(m_month->claim.state));
    may(m_print, kept);
    m_import->setVisible(!shown);
    m_import->setEnabled(!busy());
    m_settle->setEnabled(!busy());
    m_settle->setMain(!shown);
    const auto period = shown ? Period::fromText(m_month->claim.period) : Result<Period>(fail({}));
    setWhere(period ? u"%1 · %2"_s.arg(periodText(*period), m_month->policyTitle) : tr("Drafts by period"));
}

} // namespace songhe::ui
