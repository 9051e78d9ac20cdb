// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_claims_page.h"

#include "core/subsidies/claim.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

DistrictClaimsPage::DistrictClaimsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent)
    : DistrictPageBase(around, office, tr("Decide claims"), 560, parent)
    , m_shelf(PolicyShelf::builtIn())
{
    makeActions();
    body()->addWidget(makeUntold());
    body()->addWidget(makeList(), 1);
    filter();
}

void DistrictClaimsPage::makeActions()
{
    const auto button = [this](const QString& text, const QKeySequence& keys, const char* name,
                               ActionButton::Kind kind = ActionButton::Kind::Plain) {
        auto* made = new ActionButton(theme(), text, keys, kind, this);
        made->setObjectName(QString::fromLatin1(name));
        addAction(made);
        return made;
    };
    m_replay = button(tr("Recompute…"), QKeySequence(Qt::CTRL | Qt::Key_O), "replay");
    m_return = button(tr("Return…"), QKeySequence(Qt::CTRL | Qt::Key_D), "return");
    m_accept = button(tr("Accept"), QKeySequence(Qt::CTRL | Qt::Key_Return), "accept", ActionButton::Kind::Main);
    connect(m_replay, &QPushButton::clicked, this, &DistrictClaimsPage::replay);
    connect(m_return, &QPushButton::clicked, this, &DistrictClaimsPage::giveBack);
    connect(m_accept, &QPushButton::clicked, this, &DistrictClaimsPage::accept);
}

QWidget* DistrictClaimsPage::makeUntold()
{
    auto* card = new Card(theme(), this);
    card->setStrip(Tone::Soon);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(12));
    m_untoldWords = makeWrapped({}, TextRole::Body, card);
    m_untoldWords->setObjectName(u"untold"_s);
    row->addWidget(m_untoldWords, 1);
    m_write = new ActionButton(theme(), tr("Write receipts…"), QKeySequence(Qt::CTRL | Qt::Key_R),
                               ActionButton::Kind::Plain, card);
    m_write->setObjectName(u"writeReceipts"_s);
    connect(m_write, &QPushButton::clicked, this, &DistrictClaimsPage::writeReceipts);
    row->addWidget(m_write);
    card->body()->addLayout(row);
    card->hide();
    m_untoldCard = card;
    return card;
}

QWidget* DistrictClaimsPage::makeList()
{
    auto* card = new Card(theme(), this);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(theme().px(8));
    const auto choice = [&](const QString& label, const char* name) {
        auto* box = new ChoiceBox(card);
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(label);
        box->setMinimumWidth(theme().px(150));
        connect(box, &QComboBox::activated, this, &DistrictClaimsPage::filter);
        filters->addWidget(box);
        return box;
    };
    m_which = choice(tr("Which claims"), "which");
    m_which->addItem(tr("Waiting for a decision"), u"waiting"_s);
    m_which->addItem(tr("All claims"), QString());
    m_centre = choice(tr("Centre"), "centre");
    m_centre->addItem(tr("All centres"), QString());
    filters->addStretch();
    card->body()->addLayout(filters);
    makeTable(*card);
    m_detail = makeWrapped({}, TextRole::Body, card);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setAccessibleName(tr("About the chosen claim"));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_detail);
    return card;
}

void DistrictClaimsPage::makeTable(Card& card)
{
    Column<ClaimOverview> state;
    state.title = tr("Decision");
    state.text = stateText;
    state.pill = stateTone;
    Column<ClaimOverview> again;
    again.title = tr("Recomputed");
    again.text = [this](const ClaimOverview& claim) { return replayText(claim); };
    again.pill = [this](const ClaimOverview& claim) { return replayTone(claim); };
    m_claims = new RecordTableModel<ClaimOverview>(
        {
            state,
            {tr("Centre"),
             [](const ClaimOverview& claim) { return u"%1 %2"_s.arg(claim.centre, claim.centreName).trimmed(); }},
            {tr("Period"), [](const ClaimOverview& claim) { return claim.period; }},
            {tr("Amount in yuan"), [](const ClaimOverview& claim) { return claim.amount.yuanText(); }, true},
            {tr("Lines paid"), [](const ClaimOverview& claim) { return QLocale().toString(claim.paidCount); }, true},
            again,
            {tr("Policy"), [this](const ClaimOverview& claim) { return policyText(claim.policy); }, false, true},
        },
        this);
    m_table = new TableView(theme(), tr("Claims of the centres"), &card);
    m_table->setObjectName(u"claims"_s);
    m_table->setModel(m_claims);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictClaimsPage::showDetail);
    card.body()->addWidget(m_table, 1);
}

bool DistrictClaimsPage::waits(const ClaimOverview& claim)
{
    // What the centre has booked as accepted or paid was decided before.
    return claim.isSigned && !claim.accepted && (claim.state == u"signed"_s || claim.state == u"exported"_s);
}

QString DistrictClaimsPage::stateText(const ClaimOverview& claim)
{
    if (claim.accepted)
        return *claim.accepted ? tr("accepted") : tr("returned");
    if (!claim.isSigned)
        return tr("not signed");
    if (waits(claim))
        return tr("to decide");
    const auto state = choiceFromKey<ClaimState>(claim.state);
    return state ? choiceText(*state) : claim.state;
}

Tone DistrictClaimsPage::stateTone(const ClaimOverview& claim)
{
    if (claim.accepted)
        return *claim.accepted ? Tone::Good : Tone::Bad;
    return waits(claim) ? Tone::Soon : Tone::Plain;
}

const ClaimOverview* DistrictClaimsPage::chosen() const
{
    return m_claims->record(m_table->currentIndex());
}

std::optional<QString> DistrictClaimsPage::difference(const ClaimOverview& claim) const
{
    const auto known = m_replayed.constFind(keyOf(claim));
    return known == m_replayed.constEnd() ? std::nullopt : std::optional(*known);
}

QString DistrictClaimsPage::replayText(const ClaimOverview& claim) const
{
    const auto known = difference(claim);
    return !known ? tr("not yet") : known->isEmpty() ? tr("the same") : tr("differs");
}

Tone DistrictClaimsPage::replayTone(const ClaimOverview& claim) const
{
    const auto known = difference(claim);
    return !known ? Tone::Plain : known->isEmpty() ? Tone::Good : Tone::Bad;
}

QString DistrictClaimsPage::policyText(const QString& policy) const
{
    if (m_shelf && m_shelf->ids().contains(policy))
        if (const auto versions = m_shelf->versions(policy); !versions.empty())
            return versions.back()->title.text();
    return policy;
}

void DistrictClaimsPage::refresh()
{
    m_table->setFocus();
    read<Claims>(
        tr("Reading…"),
        [](DistrictDesk& desk, Progress&) -> Result<Claims> {
            Claims claims;
            ASSIGN_OR_RETURN(claims.all, desk.claims());
            ASSIGN_OR_RETURN(claims.untold, desk.untold());
            return claims;
        },
        [this](Claims claims) { showRead(std::move(claims)); });
    showButtons();
}

void DistrictClaimsPage::showRead(Claims claims)
{
    m_all = std::move(claims.all);
    m_untold = std::move(claims.untold);
    forgetStale();
    m_table->setEmptyText(tr("No claim waits for a decision."),
                          tr("Claims come with the packages (F2). 'All claims' shows those that were decided, too."));
    const QString before = m_centre->key();
    QStringList codes;
    for (const ClaimOverview& claim : m_all)
        if (!codes.contains(claim.centre))
            codes << claim.centre;
    m_centre->clear();
    m_centre->addItem(tr("All centres"), QString());
    for (const QString& code : std::as_const(codes))
        m_centre->addItem(code, code);
    m_centre->setKey(before);
    showUntold();
    filter();
}

/// A claim that came anew with other content has not been recomputed.
void DistrictClaimsPage::forgetStale()
{
    QHash<ClaimKey, QString> kept;
    for (const ClaimOverview& claim : m_all)
        if (const auto known = difference(claim))
            kept.insert(keyOf(claim), *known);
    m_replayed = std::move(kept);
}

void DistrictClaimsPage::showUntold()
{
    int decisions = 0;
    QStringList centres;
    for (const UntoldDecisions& waiting : m_untold) {
        decisions += waiting.decisions;
        centres << waiting.centre;
    }
    constexpr qsizetype mostNamed = 6;
    QString names = centres.mid(0, mostNamed).join(u"、"_s);
    if (centres.size() > mostNamed)
        names += u" …"_s;
    m_untoldWords->setText(tr("%n decision(s) are not in any receipt yet (%1).", nullptr, decisions).arg(names));
    m_untoldCard->setVisible(decisions > 0);
}

void DistrictClaimsPage::filter()
{
    std::vector<ClaimOverview> shown;
    int waiting = 0;
    for (const ClaimOverview& claim : m_all) {
        waiting += waits(claim) ? 1 : 0;
        if ((m_which->key().isEmpty() || waits(claim))
            && (m_centre->key().isEmpty() || claim.centre == m_centre->key()))
            shown.push_back(claim);
    }
    setWhere(tr("%n claim(s) to decide", nullptr, waiting));
    // The claim that was decided is gone from the list of those that wait: the next one stands in its line.
    showRecords(*m_claims, *m_table, std::move(shown),
                [](const ClaimOverview& claim) { return std::pair(claim.centre, claim.id); });
    showDetail();
}

/// While an answer is awaited nothing is pressed twice.
void DistrictClaimsPage::showButtons()
{
    const ClaimOverview* claim = chosen();
    const bool free = !busy();
    m_accept->setEnabled(claim && claim->isSigned && free);
    m_return->setEnabled(claim && claim->isSigned && free);
    m_replay->setEnabled(free);
    m_write->setEnabled(free);
}

void DistrictClaimsPage::showDetail()
{
    showButtons();
    const ClaimOverview* claim = chosen();
    if (!claim) {
        m_detail->clear();
        return;
    }
    QStringList lines {
        u"%1 %2 · %3 · %4"_s.arg(claim->centre, claim->centreName, policyText(claim->policy), claim->period)};
    if (claim->draftPolicy)
        lines << tr("Settled by a draft of the policy.");
    if (!claim->isSigned)
        lines << tr("The centre has not signed it: there is nothing to decide yet.");
    const auto known = difference(*claim);
    if (!known)
        lines << tr("Recompute it first (Ctrl+O): from its package alone the program settles the claim once more.");
    else if (known->isEmpty())
        lines << tr("Recomputed from its package: the same lines, the same amount, the same digest.");
    else
        lines << tr("Recomputed from its package: %1").arg(*known);
    if (claim->accepted)
        lines << (*claim->accepted ? tr("Accepted on %1.") : tr("Returned on %1."))
                     .arg(dayText(Clock::dayOf(claim->decidedAt), today()))
                + (claim->reason.isEmpty() ? QString() : u' ' + claim->reason);
    m_detail->setText(lines.join(u'\n'));
}

} // namespace songhe::ui
