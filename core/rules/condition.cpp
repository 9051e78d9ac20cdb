// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/condition.h"

#include "core/rules/verdict.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

const QStringList& askableFacts()
{
    static const QStringList known {u"age"_s, u"ability_level"_s, u"registered_division"_s, u"living"_s,
                                    u"economic_category"_s, u"family_situation"_s, u"dementia"_s, u"disability"_s,
                                    u"care_class"_s, u"family_doctor"_s, u"medical_insurance"_s,
                                    // of beds, facilities, their premises and evaluations, of projects
                                    u"stay_kind"_s, u"facility_kind"_s, u"locality"_s, u"district"_s,
                                    u"facility_division"_s, u"operator_kind"_s, u"area_dm2"_s, u"beds"_s, u"estate"_s,
                                    u"households"_s, u"project_kind"_s, u"acceptance"_s, u"use"_s,
                                    u"evaluation_scheme"_s, u"evaluation_grade"_s, u"evaluator"_s, u"budget_purpose"_s,
                                    u"public_part"_s, u"service_item"_s,
                                    // of the days in day care
                                    attendedKind.toString()};
    return known;
}

/// Those whose value is a whole number.
bool isNumberFact(const QString& fact)
{
    return fact == u"age" || fact == u"area_dm2" || fact == u"beds" || fact == u"households";
}

bool isDivisionCode(const QString& text)
{
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// '150200' stands for all of 1502: GB/T 2260 fills the levels below with zeros.
QStringView significantPart(QStringView code)
{
    while (code.size() > 2 && code.endsWith(u"00"))
        code.chop(2);
    return code;
}

QString groundOf(const QString& kind, const QString& value)
{
    return kind + u':' + value;
}

/// Nobody knows the level of that day: neither the one that has expired nor the declared one answers.
std::optional<Condition::Finding> expiredFinding(const QString& fact, const Facts& facts)
{
    const KnownFact* expired
        = fact == abilityLevelKind && facts.ofKind(fact).empty() ? facts.expiredAbility() : nullptr;
    if (!expired)
        return std::nullopt;
    Condition::Finding finding;
    finding.held = true;
    finding.code = reason_code::assessmentExpired.toString();
    finding.values.insert(u"last"_s, expired->from.addDays(-1).toString(Qt::ISODate));
    finding.values.insert(u"level"_s, expired->value);
    finding.facts = {expired->id};
    return finding;
}

} // namespace

bool Condition::accepts(const QString& value, const QString& wanted) const
{
    if (what == Operator::AtLeast || what == Operator::AtMost) {
        bool whole = false;
        const qint64 given = value.toLongLong(&whole);
        return whole && (what == Operator::AtLeast ? given >= number : given <= number);
    }
    if (what == Operator::Within)
        return isDivisionCode(value) && value.startsWith(significantPart(wanted));
    // 'mzt039-2013:moderate' is what that standard calls moderate; a policy that tells standards apart names the whole.
    return value == wanted || (fact == abilityLevelKind && value.section(u':', 1) == wanted);
}

Condition::Finding Condition::test(const Facts& facts, AgeRule ages) const
{
    if (what == Operator::Any)
        return testAny(facts, ages);
    if (what == Operator::AtLeastPerHousehold)
        return testPerHousehold(facts);
    return fact == u"age" ? testAge(facts, ages) : testFact(facts);
}

Condition::Finding Condition::testAge(const Facts& facts, AgeRule ages) const
{
    Finding finding;
    finding.values.insert(u"want"_s, QString::number(number));
    if (!facts.born) {
        finding.code = missing;
        return finding;
    }
    const int age = ageOn(*facts.born, facts.on, ages);
    finding.holds = what == Operator::AtLeast ? age >= number : age <= number;
    finding.code = finding.holds ? QString() : reason;
    finding.ground = groundOf(fact, QString::number(number));
    finding.values.insert(u"value"_s, QString::number(age));
    finding.values.insert(u"reaches"_s, reachesAge(*facts.born, number, ages).toString(Qt::ISODate));
    return finding;
}

Condition::Finding Condition::testFact(const Facts& facts) const
{
    if (auto expired = expiredFinding(fact, facts))
        return *std::move(expired);
    Finding finding;
    const QStringList wants = values.isEmpty() ? QStringList {QString::number(number)} : values;
    finding.values.insert(u"want"_s, wants.join(u','));
    auto held = facts.ofKind(fact);
    // What could not be told is as good as missing; its words, if any are left in clear, are for nobody else's eyes.
    std::erase_if(held, [&](const KnownFact* one) {
        return one->value == u"unknown" || (what == Operator::Within && !isDivisionCode(one->value.left(6)));
    });
    if (held.empty()) {
        finding.code = missing;
        return finding;
    }
    for (const QString& wanted : wants)
        for (const KnownFact* one : held)
            if (!finding.holds && accepts(one->value, wanted)) {
                finding.holds = true;
                finding.ground = groundOf(one->kind, one->value);
                finding.facts = {one->id};
                finding.values.insert(u"value"_s, one->value);
                finding.values.insert(u"from"_s, one->from.toString(Qt::ISODate));
            }
    if (finding.holds)
        return finding;
    finding.code = reason;
    finding.values.insert(u"value"_s, held.front()->value);
    finding.values.insert(u"from"_s, held.front()->from.toString(Qt::ISODate));
    for (const KnownFact* one : held)
        finding.facts.push_back(one->id);
    return finding;
}

/// New estates owe floor area by their households: so many dm² for each.
Condition::Finding Condition::testPerHousehold(const Facts& facts) const
{
    Finding finding;
    const auto given = facts.ofKind(fact);
    const auto households = facts.ofKind(u"households"_s);
    if (given.empty() || households.empty()) {
        finding.code = missing;
        return finding;
    }
    const qint64 want = households.front()->value.toLongLong() * number;
    finding.holds = given.front()->value.toLongLong() >= want;
    finding.code = finding.holds ? QString() : reason;
    finding.values.insert(u"want"_s, QString::number(want));
    finding.values.insert(u"value"_s, given.front()->value);
    finding.values.insert(u"from"_s, given.front()->from.toString(Qt::ISODate));
    return finding;
}

Condition::Finding Condition::testAny(const Facts& facts, AgeRule ages) const
{
    Finding none;
    std::optional<Finding> held;
    QStringList known;
    QStringList kinds;
    for (const Condition& alternative : any) {
        Finding finding = alternative.test(facts, ages);
        if (finding.holds)
            return finding;
        if (finding.held && !held)
            held = finding;
        if (kinds.contains(alternative.fact))
            continue;
        kinds << alternative.fact;
        for (const KnownFact* one : facts.ofKind(alternative.fact)) {
            known << groundOf(one->kind, one->value);
            none.facts.push_back(one->id);
        }
    }
    if (held) // no other group has room for her: it turns on what is held
        return *std::move(held);
    none.code = known.isEmpty() ? missing : reason;
    none.values.insert(u"known"_s, known.join(u','));
    return none;
}

QStringList Condition::namesForReason(const QString& code) const
{
    if (what == Operator::Any)
        return {u"known"_s};
    QStringList names {u"want"_s};
    if (code == missing)
        return names;
    names << u"value"_s;
    return names << (fact == u"age" ? u"reaches"_s : u"from"_s);
}

void Condition::gatherKinds(QStringList& kinds) const
{
    for (const Condition& alternative : any)
        alternative.gatherKinds(kinds);
    if (fact == abilityLevelKind)
        kinds << assessedAbilityKind.toString() << declaredAbilityKind.toString() << expiredAbilityKind.toString();
    else if (!fact.isEmpty() && fact != u"age")
        kinds << fact;
    if (what == Operator::AtLeastPerHousehold)
        kinds << u"households"_s;
}

Condition Condition::read(DataObject object, bool nested)
{
    Condition condition;
    if (object.has(u"any"_s)) {
        for (DataObject& alternative : object.objects(u"any"_s))
            condition.any.push_back(read(alternative, true));
        if (condition.any.empty())
            object.report(u"any"_s, DataObject::tr("this list is empty."));
        if (nested)
            object.report(u"any"_s, DataObject::tr("a list of alternatives cannot stand within another."));
    } else {
        condition.fact = object.oneOf(u"fact"_s, askableFacts());
        const bool number = isNumberFact(condition.fact);
        const QString what = object.oneOf(u"operator"_s,
                                          condition.fact == u"area_dm2"
                                              ? QStringList {u"atLeast"_s, u"atMost"_s, u"atLeastPerHousehold"_s}
                                              : number ? QStringList {u"atLeast"_s, u"atMost"_s}
                                                       : QStringList {u"within"_s, u"in"_s});
        condition.what = what == u"atLeast"  ? Operator::AtLeast
            : what == u"atMost"              ? Operator::AtMost
            : what == u"atLeastPerHousehold" ? Operator::AtLeastPerHousehold
            : what == u"within"              ? Operator::Within
                                             : Operator::In;
        if (number)
            condition.number = int(object.integer(u"value"_s, 0, condition.fact == u"age" ? 150 : 1'000'000'000));
        else
            condition.values = object.texts(u"value"_s);
        if (condition.what == Operator::Within)
            for (const QString& code : std::as_const(condition.values))
                if (!isDivisionCode(code))
                    object.report(u"value"_s, DataObject::tr("a division code of six digits is wanted here."));
        if (condition.fact == attendedKind)
            for (const QString& value : std::as_const(condition.values))
                if (value != u"yes" && value != u"no")
                    object.report(
                        u"value"_s,
                        DataObject::tr("'%1' is not known. Use one of: %2.").arg(value.left(60), u"yes, no"_s));
    }
    if (!nested) {
        condition.reason = object.text(u"reason"_s);
        condition.missing = object.textOr(u"missing"_s, condition.reason);
        condition.as = object.textOr(u"as"_s, {});
    }
    object.nothingElse();
    return condition;
}

} // namespace songhe
