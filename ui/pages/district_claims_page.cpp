// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_claims_page.h"

#include "core/subsidies/claim.h"
#include "ui/tasks/district_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/task_bar.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

DistrictClaimsPage::DistrictClaimsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent)
    : Page(around, tr("Decide claims"), parent)
    , m_office(office)
    , m_shelf(PolicyShelf::builtIn())
{
    if (theme().folded())
        setMinimumHeight(theme().px(560));
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
    m_replay = button(tr("Recompute…"), QKeySequence(Qt::CTRL | Qt::Key_R), "replay");
    m_return = button(tr("Return…"), QKeySequence(Qt::CTRL | Qt::Key_D), "return");
    m_accept = button(tr("Accept"), QKeySequence(Qt::CTRL | Qt::Key_Return), "accept", ActionButton::Kind::Main);
    connect(m_replay, &QPushButton::clicked, this, &DistrictClaimsPage::replay);
    connect(m_return, &QPushButton::clicked, this, &DistrictClaimsPage::giveBack);
    connect(m_accept, &QPushButton::clicked, this, &DistrictClaimsPage::accept);
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
    m_table = new TableView(theme(), tr("Claims of the centres"), card);
    m_table->setObjectName(u"claims"_s);
    m_table->setModel(m_claims);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictClaimsPage::showDetail);
    card->body()->addWidget(m_table, 1);
    m_detail = makeWrapped({}, TextRole::Body, card);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setAccessibleName(tr("About the chosen claim"));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_detail);
    return card;
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

QString DistrictClaimsPage::replayText(const ClaimOverview& claim) const
{
    const auto known = m_replayed.constFind({claim.centre, claim.id});
    if (known == m_replayed.constEnd())
        return tr("not yet");
    return known->isEmpty() ? tr("the same") : tr("differs");
}

Tone DistrictClaimsPage::replayTone(const ClaimOverview& claim) const
{
    const auto known = m_replayed.constFind({claim.centre, claim.id});
    return known == m_replayed.constEnd() ? Tone::Plain : known->isEmpty() ? Tone::Good : Tone::Bad;
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
    if (m_task) {
        m_again = true;
        return;
    }
    m_table->setFocus();
    m_task = startDistrictTask<std::vector<ClaimOverview>>(
        m_office, this, [](DistrictDesk& desk, Progress&) { return desk.claims(); },
        [this](Result<std::vector<ClaimOverview>> claims) { read(std::move(claims)); });
}

void DistrictClaimsPage::read(Result<std::vector<ClaimOverview>> claims)
{
    m_task = nullptr;
    if (std::exchange(m_again, false)) {
        refresh();
        return;
    }
    if (!claims) {
        say(claims.error().message, Tone::Bad);
        return;
    }
    m_all = *std::move(claims);
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
    filter();
}

void DistrictClaimsPage::filter()
{
    const ClaimOverview* chosen = m_claims->record(m_table->currentIndex());
    const ClaimKey before = chosen ? ClaimKey {chosen->centre, chosen->id} : ClaimKey();
    const int line = std::max(0, m_table->currentIndex().row());
    std::vector<ClaimOverview> shown;
    int waiting = 0;
    for (const ClaimOverview& claim : m_all) {
        waiting += waits(claim) ? 1 : 0;
        if ((m_which->key().isEmpty() || waits(claim))
            && (m_centre->key().isEmpty() || claim.centre == m_centre->key()))
            shown.push_back(claim);
    }
    // The claim that was decided is gone from the list of those that wait: the next one stands in its line.
    int row = std::min(line, int(shown.size()) - 1);
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (ClaimKey {shown[i].centre, shown[i].id} == before)
            row = int(i);
    setWhere(tr("%n claim(s) to decide", nullptr, waiting));
    m_claims->setRecords(std::move(shown));
    m_table->fitColumns();
    if (row >= 0)
        m_table->setCurrentIndex(m_claims->index(row, 0));
    showDetail();
}

void DistrictClaimsPage::showDetail()
{
    const ClaimOverview* claim = m_claims->record(m_table->currentIndex());
    const bool free = m_replayTask == nullptr;
    m_accept->setEnabled(claim && claim->isSigned && free);
    m_return->setEnabled(claim && claim->isSigned && free);
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
    const auto known = m_replayed.constFind({claim->centre, claim->id});
    if (known == m_replayed.constEnd())
        lines << tr("Recompute it first (Ctrl+R): from its package alone the program settles the claim once more.");
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

void DistrictClaimsPage::replay()
{
    if (m_replayTask)
        return;
    const auto folder = asker().folder(tr("Stick or folder with the packages"));
    if (!folder)
        return;
    say({}, Tone::Plain);
    // Needs the packages and the identity, not the store.
    m_replayTask = startTask<ReplayedPackages>(
        this,
        [path = *folder, &office = m_office](Progress& progress) -> Result<ReplayedPackages> {
            ReplayedPackages packages;
            const QStringList files = packageFiles({path});
            for (qsizetype i = 0; i < files.size(); ++i) {
                RETURN_IF_ERROR(progress.step(i, files.size()));
                Progress part([&](int percent) {
                    if (!progress.step(i * 100 + percent, files.size() * 100))
                        part.stop();
                });
                auto report = replayClaims(files[i], office.identities(), part);
                RETURN_IF_ERROR(progress.step(i + 1, files.size()));
                Replayed one;
                one.file = QFileInfo(files[i]).fileName();
                if (report)
                    one.report = *std::move(report);
                else
                    one.problem = report.error().message;
                packages.push_back(std::move(one));
            }
            return packages;
        },
        [this](Result<ReplayedPackages> packages) { replayed(std::move(packages)); });
    m_taskBar->follow(tr("Recomputing the claims of every package…"), m_replayTask);
    m_work->show();
    m_replay->setEnabled(false);
    showDetail();
}

void DistrictClaimsPage::replayed(Result<ReplayedPackages> packages)
{
    m_replayTask = nullptr;
    m_work->hide();
    m_replay->setEnabled(true);
    if (!packages) {
        const bool stopped = packages.error().kind == Error::Kind::Cancelled;
        say(stopped ? tr("Stopped. No claim was recomputed.") : packages.error().message,
            stopped ? Tone::Plain : Tone::Bad);
        showDetail();
        return;
    }
    int same = 0;
    int other = 0;
    QStringList problems;
    for (const Replayed& package : *packages) {
        if (!package.problem.isEmpty())
            problems << u"%1: %2"_s.arg(package.file, package.problem);
        else if (!package.report.problems.empty())
            problems << u"%1: %2"_s.arg(package.file, package.report.problems.front().text);
        for (const ReplayedClaim& claim : package.report.claims) {
            m_replayed.insert({package.report.centreCode, claim.claim.value}, claim.difference);
            ++(claim.same() ? same : other);
        }
    }
    QString words = packages->empty() ? tr("No package was found there. Packages end in .zip.age.")
                                      : tr("%1 claims came out the same, %2 differ.").arg(same).arg(other);
    constexpr qsizetype mostProblems = 3;
    if (!problems.isEmpty())
        words += u'\n' + problems.mid(0, mostProblems).join(u'\n');
    say(words, problems.isEmpty() && other == 0 && !packages->empty() ? Tone::Good : Tone::Soon);
    filter();
}

void DistrictClaimsPage::accept()
{
    const ClaimOverview* claim = m_claims->record(m_table->currentIndex());
    if (!claim)
        return;
    const auto known = m_replayed.constFind({claim->centre, claim->id});
    if (known != m_replayed.constEnd() && !known->isEmpty()
        && !asker().confirm({tr("Recomputing gave another result. Accept the claim all the same?"), *known,
                             tr("Accept it"), tr("Go back")}))
        return;
    decide(true, {});
}

void DistrictClaimsPage::giveBack()
{
    if (!m_claims->record(m_table->currentIndex()))
        return;
    if (const auto reason = asker().text(tr("Return"), tr("Why the claim goes back; the centre reads it"), {}, true))
        decide(false, *reason);
}

void DistrictClaimsPage::decide(bool accepted, const QString& reason)
{
    const ClaimOverview* claim = m_claims->record(m_table->currentIndex());
    if (!claim)
        return;
    say(tr("Writing the decision down…"), Tone::Plain);
    startDistrictTask<ClaimDecision>(
        m_office, this,
        [centre = claim->centre, id = claim->id, accepted, reason](DistrictDesk& desk, Progress&) {
            return desk.decide(centre, id, accepted, reason);
        },
        [this, accepted, centre = claim->centre](Result<ClaimDecision> decision) {
            if (!decision) {
                say(decision.error().message, Tone::Bad);
                return;
            }
            say((accepted
                     ? tr("Accepted. Merge the packages of %1 once more (F2): its new receipt brings the decision.")
                     : tr("Goes back. Merge the packages of %1 once more (F2): its new receipt brings the decision."))
                    .arg(centre),
                Tone::Good);
            Q_EMIT changed();
            refresh();
        });
}

void DistrictClaimsPage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

} // namespace songhe::ui
