// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claims_page.h"

#include "core/centre/settings.h"
#include "core/elders/elder_desk.h"
#include "core/meals/meal_repository.h"
#include "core/rules/policy_desk.h"
#include "core/subsidies/claim_desk.h"
#include "ui/dialogs/meal_grid_dialog.h"
#include "ui/dialogs/preview_dialog.h"
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
    m_message = makeWrapped({}, TextRole::Body, this);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    body()->addWidget(m_message);
    m_work = new Card(theme(), this);
    m_taskBar = new TaskBar(theme(), m_work);
    m_work->body()->addWidget(m_taskBar);
    m_work->hide();
    body()->addWidget(m_work);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeList());
    m_view = new ClaimMonthView(around, m_stack);
    m_stack->addWidget(m_view);
    body()->addWidget(m_stack, 1);
    connect(m_view, &ClaimMonthView::opened, this, &ClaimsPage::openFacts);
    // A month is settled once it is over.
    m_chooser->setMonth(today().addMonths(-1));
}

void ClaimsPage::makeActions()
{
    m_chooser = new MonthEdit(this);
    m_chooser->setObjectName(u"month"_s);
    m_chooser->setAccessibleName(tr("Month"));
    m_chooser->setToolTip(tr("Up: next month. Down: month before. Enter: settle."));
    m_chooser->setFixedWidth(theme().px(112));
    connect(m_chooser, &QLineEdit::returnPressed, this, &ClaimsPage::settleShown);
    auto* before = new ActionButton(theme(), u"‹"_s, {}, ActionButton::Kind::Plain, this);
    before->setAccessibleName(tr("Month before"));
    auto* after = new ActionButton(theme(), u"›"_s, {}, ActionButton::Kind::Plain, this);
    after->setAccessibleName(tr("Next month"));
    connect(before, &QPushButton::clicked, this, [this] { m_chooser->step(-1); });
    connect(after, &QPushButton::clicked, this, [this] { m_chooser->step(1); });
    m_settle = new ActionButton(theme(), tr("Settle"), {}, ActionButton::Kind::Main, this);
    m_settle->setObjectName(u"settle"_s);
    connect(m_settle, &QPushButton::clicked, this, &ClaimsPage::settleShown);
    m_write = new ActionButton(theme(), tr("Keep as draft"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                               ActionButton::Kind::Plain, this);
    m_write->setObjectName(u"write"_s);
    connect(m_write, &QPushButton::clicked, this, &ClaimsPage::write);
    m_sign = new ActionButton(theme(), tr("Check and sign…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                              ActionButton::Kind::Plain, this);
    m_sign->setObjectName(u"sign"_s);
    connect(m_sign, &QPushButton::clicked, this, &ClaimsPage::sign);
    m_print
        = new ActionButton(theme(), tr("Print"), QKeySequence(Qt::CTRL | Qt::Key_P), ActionButton::Kind::Plain, this);
    m_print->setObjectName(u"print"_s);
    connect(m_print, &QPushButton::clicked, this, &ClaimsPage::print);
    m_import = new ActionButton(theme(), tr("Import a month…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                                ActionButton::Kind::Plain, this);
    m_import->setObjectName(u"import"_s);
    m_import->setToolTip(tr("Meals out of the month's table that the centre keeps on paper or in a spreadsheet"));
    connect(m_import, &QPushButton::clicked, this, &ClaimsPage::importMonth);
    addAction(m_import);
    for (QWidget* widget :
         std::initializer_list<QWidget*> {before, m_chooser, after, m_settle, m_write, m_sign, m_print})
        addAction(widget);
}

QWidget* ClaimsPage::makeList()
{
    auto* card = new Card(theme(), this);
    card->setFlush();
    const QDate now = today();
    m_kept = new RecordTableModel<KeptClaim>(
        {
            {tr("Month"), [](const KeptClaim& kept) { return kept.month; }, false, false, true},
            {tr("State"), [](const KeptClaim& kept) { return choiceText(kept.claim.state); }, false, false, false,
             [](const KeptClaim&) { return Tone::Plain; }},
            {tr("Paid meals"), [](const KeptClaim& kept) { return QLocale().toString(kept.claim.paidCount); }, true},
            {tr("Amount in yuan"), [](const KeptClaim& kept) { return kept.claim.paid.yuanText(); }, true},
            {tr("Not payable"), [](const KeptClaim& kept) { return QLocale().toString(kept.claim.refusedCount); },
             true},
            {tr("Kept"),
             [now](const KeptClaim& kept) {
                 return dayText(Clock::dayOf(kept.claim.recorded.at), now) + u' '
                     + Clock::timeOf(kept.claim.recorded.at).toString(u"HH:mm"_s);
             }},
            {tr("By"), [](const KeptClaim& kept) { return kept.by; }},
            {tr("Policy"), [](const KeptClaim& kept) { return kept.policy; }, false, true},
        },
        this);
    m_keptTable = new TableView(theme(), tr("Claims that are kept"), card);
    m_keptTable->setObjectName(u"claims"_s);
    m_keptTable->setModel(m_kept);
    m_keptTable->setEmptyText(tr("No claim is kept yet."),
                              tr("Write the month above and press Enter: every meal is judged by that day's facts."));
    connect(m_keptTable, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const KeptClaim* kept = m_kept->record(index))
            openRecord(kept->claim.id.value);
    });
    card->body()->addWidget(m_keptTable);
    return card;
}

void ClaimsPage::refresh()
{
    showList();
    m_chooser->setFocus();
    m_chooser->selectAll();
}

void ClaimsPage::showList()
{
    const auto shelf = PolicyDesk(m_session.ledger()).shelf();
    const auto users = m_session.users();
    if (!shelf || !users) {
        say(!shelf ? shelf.error().message : users.error().message, Tone::Bad);
        return;
    }
    SettlementDesk desk(m_session.ledger(), *shelf, wordingFor(m_divisions, m_session.centre().division));
    auto claims = desk.list();
    if (!claims) {
        say(claims.error().message, Tone::Bad);
        return;
    }
    std::vector<KeptClaim> list;
    for (Claim& claim : *claims) {
        KeptClaim kept;
        const auto period = Period::fromText(claim.period);
        kept.month = period ? periodText(*period) : claim.period;
        const Policy* policy = desk.policyOf(claim);
        kept.policy = policy ? policy->title.text() : claim.policy;
        for (const User& user : *users)
            if (user.id == claim.recorded.by)
                kept.by = user.name;
        kept.claim = std::move(claim);
        list.push_back(std::move(kept));
    }
    m_kept->setRecords(std::move(list));
    m_keptTable->fitColumns();
    showState();
}

void ClaimsPage::openRecord(qint64 claim)
{
    for (const KeptClaim& kept : m_kept->records())
        if (kept.claim.id.value == claim) {
            m_chooser->setText(kept.claim.period);
            settleShown();
        }
}

bool ClaimsPage::goBack()
{
    if (m_stack->currentWidget() != m_view)
        return false;
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
    if (busy())
        return;
    const auto period = m_chooser->month();
    if (!period) {
        say(tr("Write the month as year and month, for example 2021-09."), Tone::Bad);
        return;
    }
    const auto policy = Settings(m_session.ledger()).value(u"meal.policy"_s);
    if (!policy) {
        say(policy.error().message, Tone::Bad);
        return;
    }
    m_chooser->setText(period->text());
    follow(tr("Settling %1…").arg(periodText(*period)),
           startBookTask<SettledMonth>(
               m_session, this,
               [this, policy = *policy, period = *period](Session& books, Progress& progress) {
                   return settleMonth(books, m_divisions, policy, period, progress);
               },
               [this](Result<SettledMonth> month) { settled(std::move(month)); }));
}

void ClaimsPage::settled(Result<SettledMonth> month)
{
    m_task = nullptr;
    m_work->hide();
    m_stack->show();
    if (!month) {
        say(month.error().message, month.error().kind == Error::Kind::Cancelled ? Tone::Plain : Tone::Bad);
        showState();
        return;
    }
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
    m_task = nullptr;
    m_work->hide();
    m_stack->show();
    if (!claim) {
        say(claim.error().message, claim.error().kind == Error::Kind::Cancelled ? Tone::Plain : Tone::Bad);
        showState();
        return;
    }
    Q_EMIT changed();
    if (claim->digest != m_month->claim.digest) {
        // Somebody recorded a meal in between: what is shown must be what is kept.
        settleShown();
        return;
    }
    m_month->kept = *claim;
    m_month->claim = *std::move(claim);
    m_view->showState(*m_month);
    showList();
    m_view->focusLines();
}

void ClaimsPage::sign()
{
    constexpr std::size_t findingsShown = 12;
    if (busy() || !m_month || !m_month->isKept() || !isOpen(m_month->claim.state))
        return;
    const auto shelf = PolicyDesk(m_session.ledger()).shelf();
    if (!shelf) {
        say(shelf.error().message, Tone::Bad);
        return;
    }
    const Id<Claim> id = m_month->claim.id;
    ClaimDesk desk(m_session.ledger(), *shelf, wordingFor(m_divisions, m_session.centre().division));
    const auto found = desk.check(id);
    if (!found) {
        say(found.error().message, Tone::Bad);
        return;
    }
    QStringList text;
    for (std::size_t i = 0; i < found->items.size() && i < findingsShown; ++i)
        text << u"· "_s + found->items[i].text;
    if (found->items.size() > findingsShown)
        text << tr("and %n more", nullptr, int(found->items.size() - findingsShown));
    Question question;
    question.text = tr("Sign the claim of %1, %2 yuan?").arg(m_month->claim.period, m_month->claim.paid.yuanText());
    question.detail = (text.isEmpty() ? tr("Nothing was found that an auditor would ask about.") : text.join(u'\n'))
        + u"\n\n"_s + tr("Once it is signed its lines stay as they are; what changes goes into the next claim.");
    question.act = tr("Sign");
    question.keep = tr("Not yet");
    if (!asker().confirm(question)) {
        settleShown();
        return;
    }
    Progress progress;
    const auto done = desk.sign(id, progress);
    if (!done) {
        say(done.error().message, Tone::Bad);
        return;
    }
    Q_EMIT changed();
    settleShown();
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
    LineFacts facts;
    auto elder = ElderDesk(m_session.ledger()).show(line.elder);
    auto known = ElderDesk(m_session.ledger()).factsOf(line.elder);
    auto meal = MealRepository(m_session.ledger()).find(line.meal);
    if (!elder || !known || !meal || !*meal) {
        asker().tell(!elder       ? elder.error().message
                         : !known ? known.error().message
                                  : tr("This meal is not here any more. Settle the month again."));
        return;
    }
    facts.line = line;
    facts.elder = *std::move(elder);
    facts.meal = **std::move(meal);
    if (const auto users = m_session.users())
        for (const User& user : *users)
            if (user.id == facts.meal.recorded.by)
                facts.recordedBy = user.name;
    for (Fact& fact : *known) {
        if (!fact.holdsOn(line.on))
            continue;
        LineFacts::Told told;
        told.value = fact.kind == FactKind::RegisteredDivision && fact.value != fact_value::unknown
            ? m_divisions.nameOf(fact.value, m_session.centre().division)
            : factValueText(fact);
        told.decided = std::find(line.facts.begin(), line.facts.end(), fact.id.value) != line.facts.end();
        told.fact = std::move(fact);
        facts.facts.push_back(std::move(told));
    }
    std::stable_sort(facts.facts.begin(), facts.facts.end(),
                     [](const auto& left, const auto& right) { return left.decided && !right.decided; });
    m_view->showFacts(facts);
}

void ClaimsPage::follow(const QString& what, TaskBase* task)
{
    m_task = task;
    if (!task)
        return;
    say({}, Tone::Plain);
    m_taskBar->follow(what, task);
    m_stack->hide(); // first: both together would make the window grow
    m_work->show();
    showState();
}

void ClaimsPage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

void ClaimsPage::showState()
{
    const bool shown = m_month && m_stack->currentWidget() == m_view;
    const bool canWrite = shown && !busy() && !m_month->isKept();
    m_import->setVisible(!shown);
    m_import->setEnabled(!busy());
    m_settle->setEnabled(!busy());
    m_settle->setMain(!canWrite);
    m_write->setEnabled(canWrite);
    m_write->setMain(canWrite);
    m_sign->setEnabled(shown && !busy() && m_month->isKept() && isOpen(m_month->claim.state));
    m_print->setEnabled(shown && !busy() && m_month->isKept());
    m_print->setToolTip(shown && !m_month->isKept() ? tr("Keep the draft first, then print it.") : QString());
    const auto period = shown ? Period::fromText(m_month->claim.period) : Result<Period>(fail({}));
    setWhere(period ? u"%1 · %2"_s.arg(periodText(*period), m_month->policyTitle) : tr("Drafts by month"));
}

} // namespace songhe::ui
