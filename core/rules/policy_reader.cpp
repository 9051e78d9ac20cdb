// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/evaluator.h"
#include "core/rules/policy.h"
#include "core/rules/wording.h"

#include <algorithm>

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace policy_reader {

struct KnownSetting {
    QString key;
    QStringList choices;
};

/// What a policy's text can leave open, and the ways this engine knows to close it.
const std::vector<KnownSetting>& knownSettings()
{
    static const std::vector<KnownSetting> known {
        {u"birthday"_s, {u"on_the_day"_s, u"day_after"_s}},
        {u"leap_birthday"_s, {u"mar_1"_s, u"feb_28"_s}},
        {u"year"_s, {u"calendar"_s, u"from-04"_s, u"from-07"_s, u"from-10"_s}},
        {u"last_unit"_s, {u"stop"_s, u"partial"_s}},
        {u"part_month"_s, {u"by_day"_s, u"from_15_days"_s, u"full_months"_s}},
        {u"days_away"_s, {u"not_counted"_s, u"counted"_s}},
        {attendanceSetting.toString(), {u"not_required"_s, u"required"_s}},
        {u"level_day"_s, {u"first_day"_s}},
        {u"instalment_rest"_s, {u"last"_s}},
    };
    return known;
}

/// Words and examples do not change what is paid: another translation is the same rule.
QString digestOf(QJsonObject rule)
{
    for (const QString& key : {u"title"_s, u"source"_s, u"reasons"_s, u"examples"_s, u"wantsEvaluation"_s})
        rule.remove(key);
    QJsonObject settings = rule.value(u"settings"_s).toObject();
    for (const QString& key : settings.keys()) {
        QJsonObject one = settings.value(key).toObject();
        one.remove(u"title"_s);
        settings.insert(key, one);
    }
    rule.insert(u"settings"_s, settings);
    const QByteArray canonical = QJsonDocument(rule).toJson(QJsonDocument::Compact); // keys are sorted
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

Limit readLimit(DataObject object)
{
    Limit limit;
    const QStringList counts {u"served"_s, u"paid"_s, u"fen"_s};
    const QStringList scopes {u"elder"_s, u"site"_s, u"facility"_s, u"project"_s};
    const QStringList pers {u"day"_s, u"month"_s, u"year"_s, u"once"_s};
    limit.count = Limit::Count(qMax(0, int(counts.indexOf(object.oneOf(u"count"_s, counts)))));
    limit.scope = Limit::Scope(qMax(0, int(scopes.indexOf(object.oneOf(u"scope"_s, scopes)))));
    limit.per = Limit::Per(qMax(0, int(pers.indexOf(object.oneOf(u"per"_s, pers)))));
    limit.most = object.integer(u"most"_s, 1, 100'000'000'000);
    limit.reason = object.text(u"reason"_s);
    object.nothingElse();
    return limit;
}

/// An amount that the text leaves to others: the centre enters it.
PolicySetting readNumber(const QString& key, DataObject one)
{
    PolicySetting setting;
    setting.key = key;
    setting.title = Words::read(one.object(u"title"_s));
    setting.number = true;
    setting.least = one.integer(u"least"_s, 0, 100'000'000'000);
    setting.most = one.integer(u"most"_s, setting.least, 100'000'000'000);
    if (one.has(u"default"_s))
        setting.chosen = QString::number(one.integer(u"default"_s, setting.least, setting.most));
    one.nothingElse();
    return setting;
}

std::vector<PolicySetting> readSettings(DataObject object)
{
    std::vector<PolicySetting> settings;
    for (const QString& key : object.keys())
        if (key == u"amount_fen" || key.startsWith(u"amount_fen_") || key == u"low_rent_fen")
            settings.push_back(readNumber(key, object.object(key)));
    for (const KnownSetting& known : knownSettings()) {
        if (!object.has(known.key))
            continue;
        DataObject one = object.object(known.key);
        PolicySetting setting;
        setting.key = known.key;
        setting.title = Words::read(one.object(u"title"_s));
        setting.choices = one.texts(u"choices"_s);
        for (const QString& choice : std::as_const(setting.choices))
            if (!known.choices.contains(choice))
                one.report(u"choices"_s,
                           DataObject::tr("'%1' is not known. Use one of: %2.")
                               .arg(choice.left(60), known.choices.join(u", "_s)));
        setting.chosen = one.oneOf(u"default"_s, setting.choices);
        one.nothingElse();
        settings.push_back(std::move(setting));
    }
    object.nothingElse();
    return settings;
}

/// Every code must have words, words may use only the values their code has, and no words stand there for nothing.
void checkReasons(DataObject& root, const Policy& policy)
{
    QMap<QString, QStringList> names; // code → names its words may use
    const auto allow = [&](const QString& code, const QStringList& allowed) {
        QStringList common;
        for (const QString& name : allowed)
            if (!names.contains(code) || names.value(code).contains(name))
                common << name;
        names.insert(code, common);
    };
    QStringList pays;
    for (const Condition& condition : policy.conditions) {
        allow(condition.reason, condition.namesForReason(condition.reason));
        allow(condition.missing, condition.namesForReason(condition.missing));
        if (!condition.as.isEmpty())
            pays << condition.as << condition.as + u"_want"_s;
    }
    for (const Limit& limit : policy.limits)
        allow(limit.reason, {u"most"_s, u"used"_s});
    pays += policy.pays.names();
    allow(policy.pays.reason, pays);
    if (!policy.pays.none.isEmpty())
        allow(policy.pays.none, {});
    for (const AmountTier& tier : policy.pays.tiers)
        if (!tier.reason.isEmpty())
            allow(tier.reason, pays);

    for (auto it = names.cbegin(); it != names.cend(); ++it)
        if (!policy.reasons.contains(it.key()))
            root.report(u"reasons"_s, DataObject::tr("there are no words for the reason %1.").arg(it.key().left(60)));
    for (auto it = policy.reasons.cbegin(); it != policy.reasons.cend(); ++it) {
        if (!names.contains(it.key()))
            root.report(u"reasons."_s + it.key(), DataObject::tr("no condition or limit gives this reason."));
        for (const QString& words : {it->zh, it->en})
            if (const auto wrong = wrongPlaceholder(words, names.value(it.key())))
                root.report(u"reasons."_s + it.key(),
                            DataObject::tr("the placeholder {%1} cannot be filled.").arg(*wrong));
    }
}

Facts readFacts(DataObject object, QMap<QString, qint64>& used, const Policy& policy)
{
    Facts facts;
    facts.on = object.day(u"on"_s);
    facts.born = object.maybeDay(u"born"_s);
    facts.died = object.maybeDay(u"died"_s);
    if (object.has(u"used"_s)) {
        DataObject counts = object.object(u"used"_s);
        for (const Limit& limit : policy.limits)
            if (counts.has(limit.reason))
                used.insert(limit.reason, counts.integer(limit.reason, 0, 100'000'000'000));
        counts.nothingElse();
    }
    if (object.has(u"measures"_s)) {
        DataObject measured = object.object(u"measures"_s);
        const auto number
            = [&](const QString& key) { return measured.has(key) ? measured.integer(key, 0, 100'000'000'000) : 0; };
        facts.measures.areaDm2 = number(u"area_dm2"_s);
        facts.measures.rent = Fen {number(u"rent_fen"_s)};
        facts.measures.cost = Fen {number(u"cost_fen"_s)};
        if (measured.has(u"granted_fen"_s))
            facts.measures.granted = Fen {number(u"granted_fen"_s)};
        facts.measures.days = int(number(u"days"_s));
        facts.measures.daysOf = int(number(u"of"_s));
        facts.measures.instalment = int(number(u"instalment"_s));
        measured.nothingElse();
    }
    facts.away = object.textOr(u"away"_s, {});
    qint64 id = 0;
    for (const QString& kind : policy.factKinds())
        if (object.has(kind))
            for (const QString& value : object.texts(kind))
                facts.known.push_back({++id, kind, value, facts.on, std::nullopt});
    object.nothingElse();
    return facts;
}

void runExample(DataObject& example, const Policy& policy)
{
    QMap<QString, qint64> used;
    const Facts facts = readFacts(example.object(u"facts"_s), used, policy);
    DataObject wanted = example.object(u"verdict"_s);
    const qint64 fen = wanted.integer(u"fen"_s, 0, 100'000'000'000);
    const QString code = wanted.text(u"code"_s);
    wanted.nothingElse();
    example.nothingElse();

    std::vector<qint64> counts;
    for (const Limit& limit : policy.limits)
        counts.push_back(used.value(limit.reason));
    const Verdict verdict = evaluate(policy, facts, counts);
    if (verdict.fen.value != fen || verdict.reason.code != code)
        example.report(u"verdict"_s,
                       DataObject::tr("this example gives %1 fen with %2, not %3 fen with %4.")
                           .arg(verdict.fen.value)
                           .arg(verdict.reason.code)
                           .arg(fen)
                           .arg(code.left(60)));
}

void readHead(DataObject& root, Policy& policy)
{
    root.oneOf(u"format"_s, {u"songhe-policy/1"_s});
    policy.id = root.text(u"id"_s);
    policy.version = int(root.integer(u"version"_s, 1, 1'000'000));
    policy.title = Words::read(root.object(u"title"_s));
    DataObject source = root.object(u"source"_s);
    policy.document = Words::read(source.object(u"document"_s));
    policy.number = source.textOr(u"number"_s, {});
    policy.clause = source.text(u"clause"_s);
    source.nothingElse();
    policy.status = root.oneOf(u"status"_s, {u"draft"_s, u"in_force"_s}) == u"draft" ? Policy::Status::Draft
                                                                                     : Policy::Status::InForce;
    policy.invented = root.flagOr(u"invented"_s, false);
    policy.requiresSignature = root.flagOr(u"requiresSignature"_s, false);
    policy.validFrom = root.day(u"validFrom"_s);
    policy.validTo = root.maybeDay(u"validTo"_s);
    if (policy.validTo && *policy.validTo < policy.validFrom)
        root.report(u"validTo"_s, DataObject::tr("the last day lies before the first."));
}

void readRules(DataObject& root, Policy& policy)
{
    policy.pays = Pays::read(root.object(u"pays"_s));
    for (const DataObject& condition : root.objects(u"conditions"_s))
        policy.conditions.push_back(Condition::read(condition));
    for (const DataObject& limit : root.objects(u"limits"_s))
        policy.limits.push_back(readLimit(limit));
    policy.settings = readSettings(root.object(u"settings"_s));
    for (const AmountTier& tier : policy.pays.tiers)
        if (!tier.setting.isEmpty()
            && std::none_of(policy.settings.begin(), policy.settings.end(),
                            [&](const PolicySetting& one) { return one.key == tier.setting && one.number; }))
            root.report(u"settings"_s, DataObject::tr("the setting %1 is missing.").arg(tier.setting.left(60)));
    const bool attended = policy.factKinds().contains(attendedKind.toString());
    if ((attended || !policy.setting(attendanceSetting).isEmpty()) && policy.pays.unit != Pays::Unit::BedMonth
        && policy.pays.unit != Pays::Unit::Service)
        root.report(attended ? u"conditions"_s : u"settings"_s,
                    DataObject::tr("attendance is known of months in beds and of services only."));
    if (root.has(u"stackableWith"_s))
        policy.stackableWith = root.texts(u"stackableWith"_s);
    if (root.has(u"boundYears"_s))
        policy.boundYears = int(root.integer(u"boundYears"_s, 1, 50));
    policy.wantsEvaluation = root.flagOr(u"wantsEvaluation"_s, false);
    DataObject reasons = root.object(u"reasons"_s);
    for (const QString& code : reasons.keys())
        policy.reasons.insert(code, Words::read(reasons.object(code)));
}

} // namespace policy_reader

Result<Policy> Policy::read(const QByteArray& bytes, const QString& name)
{
    DataFile file(bytes, name);
    RETURN_IF_ERROR(file.result());
    DataObject root = file.root();
    Policy policy;
    policy_reader::readHead(root, policy);
    policy_reader::readRules(root, policy);
    std::vector<DataObject> examples = root.objects(u"examples"_s);
    if (examples.empty())
        root.report(u"examples"_s, DataObject::tr("this list is empty."));
    root.nothingElse();
    policy_reader::checkReasons(root, policy);
    RETURN_IF_ERROR(file.result()); // examples prove only a policy that could be read
    for (DataObject& example : examples)
        policy_reader::runExample(example, policy);
    RETURN_IF_ERROR(file.result());
    policy.exampleCount = int(examples.size());
    policy.bytes = bytes;
    policy.digest = policy_reader::digestOf(root.json());
    return policy;
}

} // namespace songhe
