// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_desk.h"

#include "core/elders/person_name.h"
#include "core/importing/import_plan_repository.h"

#include <QtCore/QSet>

namespace songhe {

using namespace Qt::StringLiterals;

Result<ColumnPlan> RosterDesk::propose(const Workbook& workbook)
{
    ASSIGN_OR_RETURN(ColumnPlan plan, proposeColumns(workbook));
    ASSIGN_OR_RETURN(const auto remembered, ImportPlanRepository(m_ledger).find(plan.headingDigest()));
    if (remembered && remembered->size() == plan.columns.size())
        plan.columns = *remembered;
    return plan;
}

Result<void> RosterDesk::remember(const ColumnPlan& plan)
{
    return m_ledger.transact([&] { return ImportPlanRepository(m_ledger).keep(plan.headingDigest(), plan.columns); });
}

Result<void> RosterDesk::checkPlan(const Workbook& workbook, const ColumnPlan& plan) const
{
    if (plan.sheet < 0 || plan.sheet >= int(workbook.sheets.size()))
        return fail(Error::Kind::Invalid, tr("The file has no such table. Choose another one."));
    if (plan.columnOf(RosterColumn::Name) < 0)
        return fail(Error::Kind::Invalid, tr("No column holds the name. Say which one it is."));
    return {};
}

/// Facts are read only for those whose names occur: it is they who may be the same.
Result<std::vector<KnownElder>> RosterDesk::knownElders(const Sheet& sheet, const ColumnPlan& plan)
{
    QSet<QString> names;
    const int column = plan.columnOf(RosterColumn::Name);
    for (int row = plan.firstDataRow(); row < sheet.rowCount(); ++row)
        if (const auto name = normalisedName(sheet.at(row, column).raw))
            names.insert(*name);
    std::vector<KnownElder> known;
    RETURN_IF_ERROR(m_elders.walk([&](Elder elder) -> Result<void> {
        known.push_back({std::move(elder), {}});
        return {};
    }));
    for (KnownElder& each : known) {
        if (!names.contains(each.elder.name))
            continue;
        ASSIGN_OR_RETURN(each.facts, m_elders.factsOf(each.elder.id));
    }
    return known;
}

Result<RosterReport> RosterDesk::check(const Workbook& workbook, const ColumnPlan& plan, const RosterOptions& options,
                                       Progress& progress)
{
    RETURN_IF_ERROR(checkPlan(workbook, plan));
    const Sheet& sheet = workbook.sheets[std::size_t(plan.sheet)];
    const QDate today = m_ledger.today();
    const QDate from = options.factsFrom.value_or(factsFromOfRoster(sheet, plan).value_or(today));
    if (!from.isValid())
        return fail(Error::Kind::Invalid, tr("The day from which the facts hold is no day. Write it as 2021-01-01."));
    ASSIGN_OR_RETURN(const std::vector<KnownElder> known, knownElders(sheet, plan));
    return judgeRoster(sheet, plan, {m_divisions, today, m_near}, from, known, progress);
}

Fact RosterDesk::factOf(const RosterFact& told, Id<Elder> elder, QDate from, const QString& evidence) const
{
    Fact fact;
    fact.elder = elder;
    fact.kind = told.kind;
    fact.value = told.value;
    fact.from = from;
    fact.learnedOn = m_ledger.today();
    fact.origin = u"roster"_s;
    fact.doubtful = told.doubtful;
    if (!told.written.isEmpty())
        fact.written = told.written;
    if (!evidence.isEmpty())
        fact.evidence = evidence;
    return fact;
}

Result<void> RosterDesk::addPerson(const RosterRow& row, QDate from, const QString& evidence)
{
    ASSIGN_OR_RETURN(const Elder added, m_elders.add(row.elder));
    for (const RosterFact& told : row.facts)
        RETURN_IF_ERROR(m_elders.addFact(factOf(told, added.id, from, evidence)));
    return {};
}

/// Facts of this kind that the roster no longer tells end the day before; those that began on that very day or later
/// are the roster's own from an earlier import and are made void.
Result<void> RosterDesk::replaceFacts(Id<Elder> elder, FactKind kind, const std::vector<Fact>& told, QDate from)
{
    ASSIGN_OR_RETURN(const std::vector<Fact> known, m_elders.factsOf(elder));
    const std::vector<Fact> inForce = factsInForce(known, kind, from);
    std::vector<Fact> missing = told;
    for (const Fact& old : inForce) {
        if (std::erase_if(missing,
                          [&](const Fact& fact) { return fact.value == old.value && fact.written == old.written; })
            > 0)
            continue;
        if (old.from < from) {
            Fact ended = old;
            ended.to = from.addDays(-1);
            RETURN_IF_ERROR(m_elders.changeFact(ended));
        } else if (old.from == from) {
            RETURN_IF_ERROR(m_elders.voidFact(old.id, tr("Corrected by a roster")));
        }
    }
    for (Fact fact : missing) {
        for (const Fact& later : known)
            if (later.kind == kind && later.from > from
                && (!severalMayHold(kind) || (later.value == fact.value && later.written == fact.written))
                && (!fact.to || *fact.to >= later.from))
                fact.to = later.from.addDays(-1);
        RETURN_IF_ERROR(m_elders.addFact(fact));
    }
    return {};
}

Result<void> RosterDesk::bringUpToDate(const JudgedRow& judged, QDate from, const QString& evidence)
{
    ASSIGN_OR_RETURN(std::optional<Elder> found, m_elders.find(judged.existing));
    if (!found)
        return fail(Error::Kind::Conflict, tr("Somebody has changed the files meanwhile. Look at the preview again."));
    const Elder before = *found;
    Elder& elder = *found;
    const Elder& told = judged.row.elder;
    if (told.residentNumber) {
        elder.residentNumber = told.residentNumber;
        elder.noNumberReason.reset();
    }
    if (told.sex != Sex::Unknown)
        elder.sex = told.sex;
    if (told.born && (!elder.born || !WrittenDate {*told.born, judged.row.bornAsFarAs}.agreesWith(*elder.born)))
        elder.born = told.born;
    if (told.address) {
        elder.address = told.address;
        if (told.division) // where the new place cannot be told, the old one stands
            elder.division = told.division;
    }
    const auto take = [](auto& field, const auto& given) {
        if (given)
            field = given;
    };
    take(elder.died, told.died);
    take(elder.ethnicGroup, told.ethnicGroup);
    take(elder.cardNumber, told.cardNumber);
    elder.remarks = joinedRemarks(elder.remarks, told.remarks);
    if (!told.phones.isEmpty())
        elder.phones = told.phones;
    elder.contacts = joinedContacts(elder.contacts, told.contacts);
    const auto fields = schemaOf<Elder>().fields;
    if (std::any_of(fields.begin(), fields.end(),
                    [&](const auto& each) { return each.read(before) != each.read(elder); }))
        RETURN_IF_ERROR(m_elders.change(elder));

    std::map<FactKind, std::vector<Fact>> byKind;
    for (const FactKind kind : judged.row.saysNone)
        byKind[kind];
    for (const RosterFact& fact : judged.row.facts)
        byKind[fact.kind].push_back(factOf(fact, elder.id, from, evidence));
    for (const auto& [kind, facts] : byKind)
        RETURN_IF_ERROR(replaceFacts(elder.id, kind, facts, from));
    return {};
}

Result<RosterReport> RosterDesk::carryOut(const Workbook& workbook, const ColumnPlan& plan,
                                          const RosterOptions& options, Progress& progress)
{
    return m_ledger.transact([&]() -> Result<RosterReport> {
        ASSIGN_OR_RETURN(RosterReport report, check(workbook, plan, options, progress));
        const QString title = rosterTitle(workbook.sheets[std::size_t(plan.sheet)], plan);
        for (const JudgedRow& item : report.items) {
            RETURN_IF_ERROR(progress.step(item.row.number, report.rows() + 1));
            const QString evidence = (title + u" #"_s + QString::number(item.row.number)).trimmed();
            if (item.outcome == RosterOutcome::Accept || item.outcome == RosterOutcome::Warn) {
                RETURN_IF_ERROR(addPerson(item.row, report.factsFrom, evidence));
                ++report.added;
            } else if (options.update && item.differs && item.outcome == RosterOutcome::Duplicate) {
                RETURN_IF_ERROR(bringUpToDate(item, report.factsFrom, evidence));
                ++report.updated;
            }
        }
        return report;
    });
}

} // namespace songhe
