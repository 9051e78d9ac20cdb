// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visits_page.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

VisitsPage::VisitsPage(const Surroundings& around, Desks desks, QWidget* parent)
    : RecordSections(around, tr("Visits"), desks.index, parent)
    , m_desks(std::move(desks))
{
    m_print = action(tr("Print the list"), QKeySequence(Qt::CTRL | Qt::Key_P), false, "print",
                     [this] { m_desks.print(this, m_due->all(), today()); });
    m_all = action(tr("Decide all as proposed"), {}, false, "decideAll", [this] { decideAll(); });
    makeDue();
    makeVisits();
    makeUndecided();
    makeTiers();
    begin();
}

QString VisitsPage::tierText(const QString& key) const
{
    const VisitTierPlan* tier = m_desks.visits.plan().tier(key);
    return tier ? tier->title.text() : key;
}

void VisitsPage::makeDue()
{
    const std::vector<Column<DueVisit>> listed {
        {tr("Due"), [this](const DueVisit& visit) { return dayText(visit.due, today()); }},
        {tr("State"),
         [this](const DueVisit& visit) {
             return visit.undecided    ? tr("never visited")
                 : visit.due < today() ? tr("%n day(s) overdue", nullptr, int(visit.due.daysTo(today())))
                                       : tr("today");
         },
         false, false, false, [this](const DueVisit& visit) { return visit.due < today() ? Tone::Bad : Tone::Soon; }},
        {tr("Name"), [this](const DueVisit& visit) { return nameOf(u"elder"_s, visit.elder.value); }, false, false,
         true},
        {tr("Matter"),
         [this](const DueVisit& visit) {
             return visit.kind == VisitKind::Survival ? choiceText(visit.kind)
                 : visit.change                       ? m_desks.visits.plan().majorChange().title.text()
                                                      : tierText(visit.tier);
         }},
        {tr("Last visited"),
         [this](const DueVisit& visit) { return visit.lastOn ? dayText(*visit.lastOn, today()) : QString(); }, false,
         true},
        {tr("Address"),
         [this](const DueVisit& visit) {
             const auto hit = index().byId(visit.elder);
             return hit ? hit->address : QString();
         },
         false, true}};
    m_due = addList<DueVisit>({tr("Due"), "due", listed, tr("Nobody is waiting for a visit today"),
                               tr("Ctrl+N records a visit all the same."),
                               [this] { return m_desks.visits.dueOn(today()); },
                               [this](const DueVisit* due) { record(due); }});
}

void VisitsPage::makeVisits()
{
    m_visits = add<Visit>(
        {tr("Visits"),
         "visits",
         columns<Visit>({"visited_on", "elder_id", "kind", "means", "visitor_id", "met", "next_due", "condition"}),
         {"elder_id", "visited_on", "kind", "means", "visitor_id", "met", "condition", "risks", "passed_on_to",
          "next_due"},
         tr("No visit is recorded for the last year"),
         [this] {
             return m_desks.visits.listIn({today().addYears(-1), std::nullopt});
         },
         [this](const Visit& visit) { return m_desks.visits.add(visit); },
         [this](const Visit& visit) { return m_desks.visits.edit(visit); },
         [this](Id<Visit> id, const QString& reason) { return m_desks.visits.voidVisit(id, reason); },
         [this] {
             Visit visit;
             visit.on = today();
             return visit;
         }});
}

void VisitsPage::makeUndecided()
{
    const std::vector<Column<TierProposal>> listed {
        {tr("Name"), [this](const TierProposal& one) { return nameOf(u"elder"_s, one.elder.value); }, false, false,
         true},
        {tr("Proposed"), [this](const TierProposal& one) { return tierText(one.tier); }},
        {tr("Decided"),
         [this](const TierProposal& one) { return one.decided ? tierText(one.decided->tier) : tr("nothing yet"); },
         false, false, false, [](const TierProposal& one) { return one.decided ? Tone::Soon : Tone::Plain; }},
        {tr("Why"), [](const TierProposal& one) { return one.why; }, false, true}};
    m_undecided = addList<TierProposal>(
        {tr("To decide"), "undecided", listed, tr("Everybody's visits are decided as the facts propose"),
         tr("Whoever is new, or whose facts change, stands here."),
         [this] { return m_desks.visits.proposals(today()); }, [this](const TierProposal* one) { decide(one); }});
}

void VisitsPage::makeTiers()
{
    const std::vector<Column<VisitTier>> listed {
        column<VisitTier>("elder_id"),
        {tr("How often"), [this](const VisitTier& tier) { return tierText(tier.tier); }},
        column<VisitTier>("from_on"),
        column<VisitTier>("due_on"),
        {tr("Proposed by the facts"),
         [this](const VisitTier& tier) { return tier.proposed ? tierText(*tier.proposed) : QString(); }, false, true},
        column<VisitTier>("note")};
    m_tiers = add<VisitTier>(
        {tr("How often"),
         "tiers",
         listed,
         {"elder_id", "tier", "from_on", "due_on", "note"},
         tr("Nothing is decided yet"),
         [this] { return m_desks.visits.tiersOn(today()); },
         [this](const VisitTier& tier) { return m_desks.visits.add(tier); },
         [this](const VisitTier& tier) { return m_desks.visits.edit(tier); },
         [this](Id<VisitTier> id, const QString& reason) { return m_desks.visits.voidTier(id, reason); },
         [this] {
             VisitTier tier;
             tier.from = today();
             return tier;
         }});
}

void VisitsPage::record(const DueVisit* due)
{
    Visit visit;
    visit.on = today();
    if (due) {
        visit.elder = due->elder;
        visit.kind = due->kind;
    }
    showSection(Visits);
    m_visits->begin(visit);
}

void VisitsPage::decide(const TierProposal* proposal)
{
    VisitTier tier;
    tier.from = today();
    if (proposal) {
        tier.elder = proposal->elder;
        tier.tier = proposal->tier;
        tier.dueOn = m_desks.visits.plan().tier(proposal->tier)->every.after(today());
    }
    showSection(Tiers);
    m_tiers->begin(tier);
}

void VisitsPage::decideAll()
{
    const std::vector<TierProposal> proposals = m_undecided->all();
    if (proposals.empty()
        || !asker().confirm({tr("Decide for %n elder(s) as their facts propose?", nullptr, int(proposals.size())),
                             tr("Each can be changed afterwards."), tr("Decide"), tr("Look again")}))
        return;
    if (const auto done = m_desks.visits.takeProposals(proposals, today()); !done) {
        asker().tell(done.error());
        return;
    }
    recordsChanged();
}

std::vector<Found> VisitsPage::allOf(const QString& family) const
{
    std::vector<Found> all;
    if (family != u"staff")
        return all;
    if (const auto staff = m_desks.staff.list())
        for (const Staff& each : *staff)
            if (each.worksOn(today()))
                all.push_back({each.name, {}, {}, each.id.value});
    return all;
}

std::vector<std::pair<QString, QString>> VisitsPage::wordsOf(const QString& context, const QString& key) const
{
    std::vector<std::pair<QString, QString>> words;
    if (context == u"VisitTier" && key == u"tier")
        for (const VisitTierPlan& tier : m_desks.visits.plan().tiers())
            words.emplace_back(tier.key, tier.title.text());
    return words;
}

void VisitsPage::showOwnActions()
{
    m_print->setVisible(shown() == Due && m_due->records() > 0);
    m_all->setVisible(shown() == Undecided && m_undecided->records() > 0);
}

} // namespace songhe::ui
