// SPDX-License-Identifier: GPL-3.0-or-later
// The claims that are kept, and the policies there are.
#include "ui/pages/claims_page.h"

#include "core/centre/settings.h"
#include "core/rules/policy_desk.h"
#include "ui/pages/claim_month_view.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

Tone toneOf(ClaimState state)
{
    if (state == ClaimState::Returned || state == ClaimState::PartlyReturned)
        return Tone::Bad;
    return isOpen(state) ? Tone::Plain : Tone::Good;
}

} // namespace

QWidget* ClaimsPage::makeList()
{
    auto* card = new Card(theme(), this);
    card->setFlush();
    const QDate now = today();
    m_kept = new RecordTableModel<KeptClaim>(
        {
            {tr("Period"), [](const KeptClaim& kept) { return kept.month; }, false, false, true},
            {tr("State"), [](const KeptClaim& kept) { return choiceText(kept.claim.state); }, false, false, false,
             [](const KeptClaim& kept) { return toneOf(kept.claim.state); }},
            {tr("Paid"), [](const KeptClaim& kept) { return QLocale().toString(kept.claim.paidCount); }, true},
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
    m_keptTable->setEmptyText(
        tr("No claim is kept yet."),
        tr("Write the period above and press Enter: every record is judged by that day's facts."));
    connect(m_keptTable, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const KeptClaim* kept = m_kept->record(index))
            openRecord(kept->claim.id.value);
    });
    card->body()->addWidget(m_keptTable);
    return card;
}

/// Once: the policy of the meals is chosen until another is.
void ClaimsPage::fillPolicies(const PolicyShelf& shelf)
{
    const QStringList ids = shelf.ids();
    if (m_policy->count() == ids.size())
        return;
    const QString chosen = m_policy->key();
    m_policy->clear();
    for (const QString& id : ids) {
        const Policy* newest = shelf.versions(id).back();
        m_policy->addItem(tr("%1 · %2").arg(newest->title.text(), newest->document.text()), id);
    }
    const auto usual = Settings(m_session.ledger()).value(u"meal.policy"_s);
    m_policy->setKey(!chosen.isEmpty() ? chosen : usual ? *usual : QString());
}

void ClaimsPage::showList()
{
    const auto shelf = PolicyDesk(m_session.ledger()).shelf();
    const auto users = m_session.users();
    if (!shelf || !users) {
        say(!shelf ? shelf.error().message : users.error().message, Tone::Bad);
        return;
    }
    fillPolicies(*shelf);
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

} // namespace songhe::ui
