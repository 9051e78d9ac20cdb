// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pays.h"

#include "core/rules/policy.h"
#include "core/rules/verdict.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace pays_reader {

constexpr qint64 mostMoney = 100'000'000'000;

struct UnitName {
    const char* key;
    const char* evidence; ///< families it may come from, apart by blanks
};
constexpr UnitName units[] = {
    {"meal", "meal"},
    {"bed_month", "bed_stay home_care_bed"},
    {"facility_year", "facility"},
    {"evaluation", "evaluation"},
    {"project", "project"},
    {"instalment", "project"},
    {"facility", "facility"},
    {"elder", "elder"},
    {"budget", "budget"},
    {"service", "service"},
    {"loan_month", "device_loan"},
};

AmountTier readTier(DataObject object)
{
    AmountTier tier;
    if (object.has(u"when"_s))
        tier.when = Condition::read(object.object(u"when"_s), true);
    if (object.has(u"fen"_s)) {
        tier.fen = Fen {object.integer(u"fen"_s, 0, mostMoney)};
    } else {
        tier.granted = true;
        tier.leastFen = object.integer(u"leastFen"_s, 0, mostMoney);
        tier.mostFen = object.integer(u"mostFen"_s, tier.leastFen, mostMoney);
        tier.setting = object.textOr(u"setting"_s, {});
    }
    if (object.has(u"mostSquareMetres"_s))
        tier.mostSquareMetres = object.integer(u"mostSquareMetres"_s, 1, 1'000'000);
    tier.reason = object.textOr(u"reason"_s, {});
    object.nothingElse();
    return tier;
}

Verdict heldFor(const char* code, QMap<QString, QString> values, std::vector<qint64> decided)
{
    return Verdict::held({QString::fromLatin1(code), std::move(values)}, std::move(decided));
}

/// The share of a month's amount: by days rounded down, or all or nothing.
qint64 ofMonth(qint64 fen, const Measures& measures, const QString& partMonth)
{
    if (partMonth == u"from_15_days")
        return measures.days >= 15 ? fen : 0;
    if (partMonth == u"full_months")
        return measures.days == measures.daysOf ? fen : 0;
    return fen * measures.days / measures.daysOf;
}

/// The shares of the instalments differ by less than their number in fen; what does not divide comes with the last.
qint64 instalmentOf(qint64 fen, int instalments, int index)
{
    const qint64 each = fen / instalments;
    return index == instalments - 1 ? fen - each * (instalments - 1) : each;
}

} // namespace pays_reader

bool Pays::isMoney() const
{
    return percent > 0 || std::any_of(tiers.begin(), tiers.end(), [](const AmountTier& tier) {
               return tier.granted || tier.fen.value > 0;
           });
}

QStringList Pays::names() const
{
    QStringList names {u"fen"_s, u"tier"_s};
    if (unit == Unit::BedMonth)
        names << u"days"_s << u"of"_s << u"month_fen"_s;
    if (unit == Unit::LoanMonth)
        names << u"rent"_s;
    if (bySquareMetre)
        names << u"area"_s << u"counted_area"_s;
    if (percent > 0)
        names << u"cost"_s << u"percent"_s << u"whole"_s << u"instalment"_s << u"instalments"_s;
    return names;
}

QStringList Pays::factKinds() const
{
    QStringList kinds;
    for (const AmountTier& tier : tiers)
        if (tier.when)
            tier.when->gatherKinds(kinds);
    return kinds;
}

Pays Pays::read(DataObject object)
{
    using namespace pays_reader;
    Pays pays;
    QStringList known;
    for (const UnitName& unit : units)
        known << QString::fromLatin1(unit.key);
    const auto index = std::max(qsizetype(0), known.indexOf(object.oneOf(u"unit"_s, known)));
    pays.unit = Unit(index);
    const QStringList families = QString::fromLatin1(units[index].evidence).split(u' ');
    pays.evidence
        = families.size() == 1 && !object.has(u"evidence"_s) ? families.front() : object.oneOf(u"evidence"_s, families);
    if (object.has(u"tiers"_s)) {
        for (const DataObject& tier : object.objects(u"tiers"_s))
            pays.tiers.push_back(readTier(tier));
        pays.none = object.textOr(u"none"_s, {});
        if (pays.tiers.empty())
            object.report(u"tiers"_s, DataObject::tr("this list is empty."));
        else if (pays.tiers.back().when && pays.none.isEmpty())
            object.report(u"none"_s,
                          DataObject::tr("where every tier has a condition, name the reason if none holds."));
    } else if (object.has(u"cost"_s)) {
        DataObject cost = object.object(u"cost"_s);
        pays.percent = int(cost.integer(u"percent"_s, 1, 100));
        pays.costKinds = cost.texts(u"kinds"_s);
        if (cost.has(u"mostFen"_s))
            pays.mostFen = cost.integer(u"mostFen"_s, 1, mostMoney);
        if (cost.has(u"instalments"_s))
            pays.instalments = int(cost.integer(u"instalments"_s, 1, 20));
        cost.nothingElse();
        pays.tiers.emplace_back();
    } else if (object.has(u"granted"_s)) {
        pays.tiers.push_back(readTier(object.object(u"granted"_s)));
    } else {
        AmountTier tier;
        tier.fen = Fen {object.integer(u"fen"_s, 0, mostMoney)};
        pays.tiers.push_back(std::move(tier));
    }
    pays.bySquareMetre = object.flagOr(u"bySquareMetre"_s, false);
    pays.reason = object.text(u"reason"_s);
    object.nothingElse();
    return pays;
}

Verdict amountOf(const Policy& policy, const Facts& facts, Reason paid, std::vector<qint64> decided)
{
    using namespace pays_reader;
    const Pays& pays = policy.pays;
    const Measures& measures = facts.measures;
    const AmountTier* tier = nullptr;
    std::optional<Verdict> held;
    for (const AmountTier& one : pays.tiers) {
        if (one.when) {
            Condition::Finding finding = one.when->test(facts, policy.ageRule());
            if (finding.held && !held)
                held = Verdict::held({finding.code, std::move(finding.values)}, finding.facts);
            if (!finding.holds)
                continue;
            decided.insert(decided.end(), finding.facts.begin(), finding.facts.end());
            paid.values.insert(u"tier"_s, finding.ground);
        }
        tier = &one;
        break;
    }
    if (held)
        return *std::move(held);
    if (!tier)
        return Verdict::refused({pays.none, {}}, std::move(decided));
    qint64 fen = tier->fen.value;
    if (tier->granted) {
        const QString chosen = policy.setting(tier->setting);
        const std::optional<qint64> granted = measures.granted ? std::optional(measures.granted->value)
            : chosen.isEmpty()                                 ? std::nullopt
                                                               : std::optional(chosen.toLongLong());
        const QMap<QString, QString> range {{u"least"_s, QString::number(tier->leastFen)},
                                            {u"most"_s, QString::number(tier->mostFen)}};
        if (!granted)
            return heldFor("AMOUNT_NOT_SET", range, std::move(decided));
        if (*granted < tier->leastFen || *granted > tier->mostFen)
            return heldFor("AMOUNT_OUT_OF_RANGE", range, std::move(decided));
        fen = *granted;
    }
    if (pays.bySquareMetre) {
        if (measures.areaDm2 <= 0)
            return heldFor("AREA_UNKNOWN", {}, std::move(decided));
        const qint64 counted
            = tier->mostSquareMetres > 0 ? std::min(measures.areaDm2, tier->mostSquareMetres * 100) : measures.areaDm2;
        paid.values.insert(u"area"_s, QString::number(measures.areaDm2));
        paid.values.insert(u"counted_area"_s, QString::number(counted));
        fen = fen * counted / 100;
    }
    if (pays.percent > 0) {
        fen = measures.cost.value * pays.percent / 100;
        if (pays.mostFen > 0)
            fen = std::min(fen, pays.mostFen);
        paid.values.insert(u"cost"_s, QString::number(measures.cost.value));
        paid.values.insert(u"percent"_s, QString::number(pays.percent));
        paid.values.insert(u"whole"_s, QString::number(fen));
        paid.values.insert(u"instalment"_s, QString::number(measures.instalment + 1));
        paid.values.insert(u"instalments"_s, QString::number(pays.instalments));
        if (pays.instalments > 1)
            fen = instalmentOf(fen, pays.instalments, measures.instalment);
    }
    if (pays.unit == Pays::Unit::BedMonth && measures.daysOf > 0) {
        paid.values.insert(u"days"_s, QString::number(measures.days));
        paid.values.insert(u"of"_s, QString::number(measures.daysOf));
        paid.values.insert(u"month_fen"_s, QString::number(fen));
        fen = ofMonth(fen, measures, policy.setting(u"part_month"));
    }
    if (pays.unit == Pays::Unit::LoanMonth)
        paid.values.insert(u"rent"_s, QString::number(measures.rent.value));
    if (fen == 0 && pays.isMoney())
        return Verdict::refused({reason_code::nothingCounted.toString(), {}}, std::move(decided));
    if (!tier->reason.isEmpty())
        paid.code = tier->reason;
    paid.values.insert(u"fen"_s, QString::number(fen));
    return Verdict::pays(Fen {fen}, std::move(paid), std::move(decided));
}

} // namespace songhe
