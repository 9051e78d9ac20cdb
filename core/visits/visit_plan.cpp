// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/visit_plan.h"

#include "core/attendance/absence.h"
#include "core/elders/fact.h"
#include "core/rules/data_file.h"

#include <QtCore/QFile>

#include <algorithm>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initVisitResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

namespace visit_plan {

struct VisitPlanWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::VisitPlan)
};

template <typename E> QStringList keysOf()
{
    QStringList keys;
    for (const ChoiceName& name : choiceNames<E>())
        keys << QString::fromLatin1(name.key);
    return keys;
}

/// A list of keys of a closed list.
template <typename E> QStringList readKeys(DataObject& object, const QString& key)
{
    const QStringList known = keysOf<E>();
    const QStringList given = object.texts(key);
    for (const QString& each : given)
        if (!known.contains(each))
            object.report(key,
                          VisitPlanWords::tr("'%1' is not known. Use: %2.").arg(each.left(40), known.join(u", "_s)));
    return given;
}

template <typename E> std::vector<E> readChoices(DataObject& object, const QString& key)
{
    std::vector<E> values;
    for (const QString& each : readKeys<E>(object, key))
        if (const auto value = choiceFromKey<E>(each))
            values.push_back(*value);
    return values;
}

VisitInterval readInterval(DataObject& object)
{
    VisitInterval interval;
    if (object.has(u"days"_s) == object.has(u"months"_s))
        object.report({}, VisitPlanWords::tr("either days or months is wanted here."));
    else if (object.has(u"days"_s))
        interval.days = int(object.integer(u"days"_s, 1, 400));
    else
        interval.months = int(object.integer(u"months"_s, 1, 60));
    return interval;
}

void readFact(DataObject& object, VisitWhen& when)
{
    QStringList kinds = keysOf<FactKind>();
    kinds << abilityLevelKind.toString();
    when.fact = object.oneOf(u"fact"_s, kinds);
    when.values = object.texts(u"values"_s);
    const auto kind
        = choiceFromKey<FactKind>(when.fact == abilityLevelKind ? declaredAbilityKind.toString() : when.fact);
    QStringList known;
    for (const ChoiceName& name : kind ? factValues(*kind) : std::span<const ChoiceName>())
        known << QString::fromLatin1(name.key);
    for (const QString& value : std::as_const(when.values))
        if (!known.isEmpty() && !known.contains(value))
            object.report(u"values"_s,
                          VisitPlanWords::tr("'%1' is not known. Use: %2.").arg(value.left(40), known.join(u", "_s)));
}

VisitWhen readWhen(DataObject object)
{
    VisitWhen when;
    when.title = Words::read(object.object(u"title"_s));
    if (object.has(u"ageAtLeast"_s))
        when.ageAtLeast = int(object.integer(u"ageAtLeast"_s, 1, 130));
    if (object.has(u"fact"_s))
        readFact(object, when);
    if (object.has(u"incidents"_s))
        when.incidents = readChoices<IncidentKind>(object, u"incidents"_s);
    if (object.has(u"injuries"_s))
        when.injuries = readChoices<Injury>(object, u"injuries"_s);
    if (!when.incidents.empty() || !when.injuries.empty())
        when.withinDays = int(object.integer(u"withinDays"_s, 1, 400));
    if (when.ageAtLeast == 0 && when.fact.isEmpty() && when.withinDays == 0)
        object.report({}, VisitPlanWords::tr("this reason says nothing. Give ageAtLeast, fact or incidents."));
    object.nothingElse();
    return when;
}

VisitTierPlan readTier(DataObject object)
{
    VisitTierPlan tier;
    tier.key = object.text(u"key"_s);
    tier.title = Words::read(object.object(u"title"_s));
    tier.every = readInterval(object);
    for (DataObject& when : object.objects(u"when"_s))
        tier.when.push_back(readWhen(when));
    object.nothingElse();
    return tier;
}

VisitInterval readTitled(DataObject object)
{
    Words::read(object.object(u"title"_s));
    const VisitInterval interval = readInterval(object);
    object.nothingElse();
    return interval;
}

VisitPlan::MajorChange readChange(DataObject object)
{
    VisitPlan::MajorChange change;
    change.title = Words::read(object.object(u"title"_s));
    change.within.days = int(object.integer(u"days"_s, 1, 30));
    change.lookBackDays = int(object.integer(u"withinDays"_s, 1, 400));
    change.incidents = readKeys<IncidentKind>(object, u"incidents"_s);
    change.injuries = readKeys<Injury>(object, u"injuries"_s);
    change.absencesEnded = readKeys<AbsenceReason>(object, u"absencesEnded"_s);
    object.nothingElse();
    return change;
}

void readSource(DataObject object)
{
    Words::read(object.object(u"document"_s));
    object.text(u"number"_s);
    if (object.has(u"note"_s))
        Words::read(object.object(u"note"_s));
    object.nothingElse();
}

void runVisitExample(DataObject& example, const VisitPlan& plan)
{
    DataObject given = example.object(u"facts"_s);
    Facts facts;
    facts.on = given.day(u"on"_s);
    std::vector<Incident> incidents;
    for (const QString& key : given.keys()) {
        const QString value = given.json().value(key).toString();
        if (key == u"born") {
            facts.born = given.day(key);
        } else if (key == u"incident") {
            Incident incident;
            incident.kind
                = choiceFromKey<IncidentKind>(given.oneOf(key, keysOf<IncidentKind>())).value_or(IncidentKind());
            incident.on = facts.on;
            incidents.push_back(incident);
        } else if (key != u"on") {
            facts.known.push_back(
                {0, key == abilityLevelKind ? declaredAbilityKind.toString() : key, value, facts.on, {}});
        }
    }
    const VisitPlan::Proposal proposal = plan.propose(facts, incidents);
    if (const QString wanted = example.text(u"tier"_s); proposal.tier->key != wanted)
        example.report(u"tier"_s,
                       VisitPlanWords::tr("the example wants '%1', the rules propose '%2'.")
                           .arg(wanted.left(40), proposal.tier->key));
    example.nothingElse();
}

} // namespace visit_plan

std::optional<QDate> VisitWhen::since(const Facts& facts, const std::vector<Incident>& recent) const
{
    QDate since = facts.born.value_or(facts.on);
    if (ageAtLeast > 0) {
        if (!facts.born || ageOn(*facts.born, facts.on) < ageAtLeast)
            return std::nullopt;
        since = reachesAge(*facts.born, ageAtLeast);
    }
    const auto earliest = [&since](const std::vector<QDate>& days) {
        if (days.empty())
            return false;
        since = std::max(since, *std::min_element(days.begin(), days.end()));
        return true;
    };
    if (!fact.isEmpty()) {
        std::vector<QDate> days;
        for (const KnownFact* each : facts.ofKind(fact))
            if (values.contains(each->value))
                days.push_back(each->from);
        if (!earliest(days))
            return std::nullopt;
    }
    if (withinDays == 0)
        return since;
    std::vector<QDate> days;
    for (const Incident& each : recent)
        if (each.on <= facts.on && each.on.daysTo(facts.on) < withinDays
            && (std::find(incidents.begin(), incidents.end(), each.kind) != incidents.end()
                || std::find(injuries.begin(), injuries.end(), each.injury) != injuries.end()))
            days.push_back(each.on);
    return earliest(days) ? std::optional(since) : std::nullopt;
}

Result<VisitPlan> VisitPlan::builtIn()
{
    initVisitResources();
    QFile file(u":/catalogues/visits.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, tr("The catalogue of visits cannot be read."), file.fileName());
    return read(file.readAll(), u"visits.json"_s);
}

Result<VisitPlan> VisitPlan::read(const QByteArray& bytes, const QString& name)
{
    DataFile file(bytes, name);
    DataObject root = file.root();
    VisitPlan plan;
    root.oneOf(u"format"_s, {u"songhe-visits/1"_s});
    visit_plan::readSource(root.object(u"source"_s));
    for (DataObject& tier : root.objects(u"tiers"_s)) {
        plan.m_tiers.push_back(visit_plan::readTier(tier));
        if (plan.tier(plan.m_tiers.back().key) != &plan.m_tiers.back())
            tier.report(u"key"_s, tr("this key stands here twice."));
    }
    if (plan.m_tiers.empty() || !plan.m_tiers.back().when.empty())
        root.report(u"tiers"_s, tr("the last one must be for everybody: without reasons."));
    plan.m_change = visit_plan::readChange(root.object(u"majorChange"_s));
    plan.m_notMet = visit_plan::readTitled(root.object(u"notMet"_s));
    plan.m_survival = visit_plan::readTitled(root.object(u"survival"_s));
    std::vector<DataObject> examples = root.objects(u"examples"_s);
    if (examples.empty())
        root.report(u"examples"_s, tr("this list is empty."));
    root.nothingElse();
    RETURN_IF_ERROR(file.result()); // examples prove only a file that could be read
    for (DataObject& example : examples)
        visit_plan::runVisitExample(example, plan);
    RETURN_IF_ERROR(file.result());
    return plan;
}

VisitPlan::Proposal VisitPlan::propose(const Facts& facts, const std::vector<Incident>& recent) const
{
    Proposal proposal {&m_tiers.back(), {}};
    for (const VisitTierPlan& tier : m_tiers)
        for (const VisitWhen& when : tier.when) {
            const std::optional<QDate> since = when.since(facts, recent);
            if (!since)
                continue;
            if (!proposal.firstDue) {
                proposal.tier = &tier;
                proposal.why = when.title.text();
            }
            const QDate due = tier.every.after(*since);
            proposal.firstDue = std::min(proposal.firstDue.value_or(due), due);
        }
    return proposal;
}

VisitPlan::Watched VisitPlan::watched() const
{
    Watched watched;
    for (const VisitTierPlan& tier : m_tiers)
        for (const VisitWhen& when : tier.when) {
            watched.everybody = watched.everybody || (when.fact.isEmpty() && when.withinDays == 0);
            watched.incidentDays = std::max(watched.incidentDays, when.withinDays);
            if (when.fact == abilityLevelKind)
                watched.kinds << assessedAbilityKind.toString() << declaredAbilityKind.toString();
            else
                for (const QString& value : when.values)
                    watched.facts << when.fact + u'=' + value;
        }
    return watched;
}

const VisitTierPlan* VisitPlan::tier(const QString& key) const
{
    for (const VisitTierPlan& tier : m_tiers)
        if (tier.key == key)
            return &tier;
    return nullptr;
}

} // namespace songhe
