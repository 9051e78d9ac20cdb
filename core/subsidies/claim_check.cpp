// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_check.h"

#include "core/subsidies/claim_check_repository.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace claim_check {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(songhe::ClaimCheck)
};

constexpr int lateAfterDays = 3;     ///< entered more than so many days after the meal
constexpr int endingWithinDays = 30; ///< a category that ends so soon after the period
constexpr int nearPercent = 90;      ///< of a cap

QString whyAway(const QString& reason)
{
    return evidenceWords(u"absence"_s, reason);
}

QString textOf(const QString& code, const CheckedRow& row)
{
    const QString day = row.on.toString(Qt::ISODate);
    if (code == u"ABSENT")
        return Words::tr("meal on %1 while she is recorded as away or in hospital (%2)").arg(day, whyAway(row.detail));
    if (code == u"SECOND_POINT")
        return Words::tr("meals at more than one point on %1; one is paid").arg(day);
    if (code == u"NO_SIGNATURE")
        return Words::tr("no signature for the meal of %1").arg(day);
    if (code == u"MANY_MEALS")
        return Words::tr("%1 meals in a period of %2 days; is that right?")
            .arg(row.detail.section(u'/', 0, 0), row.detail.section(u'/', 1));
    if (code == u"LATE_ENTRY")
        return Words::tr("the meal of %1 was entered on %2").arg(day, row.detail);
    if (code == u"ENDING")
        return Words::tr("what she is paid for ends on %1 (%2); ask for the new paper").arg(day, row.detail);
    if (code == u"DECLARED")
        return Words::tr("paid by a declared ability level, not by an assessment; assess her");
    if (code == u"HELD")
        return Words::tr("the line of %1 is held (%2)").arg(day, row.detail);
    if (code == u"AFTER_DEATH")
        return Words::tr("a meal on %1, after the death").arg(day);
    if (code == u"STAY_ABSENT" && row.detail.endsWith(u"/counted"))
        return Words::tr("in a bed, and recorded as away or in hospital from %1 (%2); those days are counted, as was "
                         "chosen for the policy")
            .arg(day, whyAway(row.detail.section(u'/', 0, 0)));
    if (code == u"STAY_ABSENT")
        return Words::tr("in a bed, and recorded as away or in hospital from %1 (%2); those days are not counted")
            .arg(day, whyAway(row.detail.section(u'/', 0, 0)));
    if (code == u"STAY_NOT_ATTENDED")
        return Words::tr("a bed by day is claimed, and on %1 day(s) on which others came to day care she is not "
                         "recorded as having come, first on %2; please check the attendance")
            .arg(row.detail, day);
    if (code == u"NOT_ATTENDED")
        return Words::tr("day care served on %1, and no attendance recorded that day; record it, or make the service "
                         "void")
            .arg(day);
    if (code == u"ATTENDED_ABSENT")
        return Words::tr("came to day care on %1 while she is recorded as away or in hospital (%2); one of the two is "
                         "wrong")
            .arg(day, whyAway(row.detail));
    if (code == u"ATTENDED_AFTER_DEATH")
        return Words::tr("came to day care on %1, after the death on %2; please check both days").arg(day, row.detail);
    if (code == u"LEVEL_CHANGED")
        return Words::tr("the ability level changed on %1, within the month; the level of the first day was taken")
            .arg(day);
    if (code == u"USE_CHANGED")
        return Words::tr(
                   "the use changed on %1, before the years for which it is bound were over; %2 yuan were claimed")
            .arg(day, Fen {row.detail.toLongLong()}.yuanText());
    if (code == u"STAFF_TWICE")
        return Words::tr("one member of staff in two places at a time on %1").arg(day);
    if (code == u"CLOCK_BACK") {
        const QJsonObject moved = QJsonDocument::fromJson(row.detail.toUtf8()).object();
        return Words::tr("the computer's clock went back from %1 to %2: times of entries around then may be wrong")
            .arg(moved.value(u"last"_s).toString(), moved.value(u"now"_s).toString());
    }
    if (code == u"ELDER_TWICE")
        return Words::tr("two services for one elder at the same time on %1").arg(day);
    if (code == u"RENT_DIFFERS")
        return Words::tr("lent for %1 yuan a month, which is more than her category of the lending day allows")
            .arg(Fen {row.detail.toLongLong()}.yuanText());
    if (code == u"TWO_BEDS")
        return Words::tr("a bed at home and a stay in an institution on %1").arg(day);
    return code;
}

/// The caps of the points: what is used of them once this claim is paid.
void addCaps(ClaimFindings& findings, const PolicyShelf& shelf, const Claim& claim)
{
    qint64 most = 0;
    if (const Policy* policy = shelf.onDay(claim.policy, claim.to))
        for (const Limit& limit : policy->limits)
            if (limit.scope == Limit::Scope::Site && limit.count == Limit::Count::Fen && limit.per == Limit::Per::Year)
                most = limit.most;
    for (const QJsonValue& one : claim.caps) {
        const qint64 used = one.toObject().value(u"after_fen"_s).toInteger();
        if (most == 0 || used * 100 < most * nearPercent)
            continue;
        findings.items.push_back({u"CAP_NEAR"_s,
                                  Words::tr("of this point's yearly %1 yuan, %2 are used after this claim")
                                      .arg(Fen {most}.yuanText(), Fen {used}.yuanText()),
                                  u"site"_s,
                                  one.toObject().value(u"site"_s).toString().toLongLong(),
                                  {},
                                  {},
                                  {}});
    }
}

void addOfClaim(ClaimFindings& findings, const Claim& claim)
{
    const auto about = [&](const char* code, const QString& text) {
        findings.items.push_back({QString::fromLatin1(code), text, u"claim"_s, claim.id.value, {}, {}, {}});
    };
    if (claim.draftPolicy)
        about("DRAFT_POLICY", Words::tr("the policy is a draft for comment; note its number before the claim is sent"));
    if (claim.provisional.value_or(false))
        about("PROVISIONAL",
              Words::tr("no evaluation of the point for this year is on file; the amount is provisional"));
    if (claim.correctionsElsewhere.value_or(false))
        about("EARLIER_DRAFT", Words::tr("an earlier period is still a draft; corrections go into that one"));
}

} // namespace claim_check

QJsonArray ClaimFindings::toJson() const
{
    QJsonArray list;
    for (const ClaimFinding& item : items)
        list << QJsonObject {{u"code"_s, item.code},
                             {u"text"_s, item.text},
                             {u"family"_s, item.family},
                             {u"record"_s, QString::number(item.record)},
                             {u"elder"_s, item.elder.isNull() ? QJsonValue() : QJsonValue(item.elder.text())},
                             {u"line"_s, item.line.isNull() ? QJsonValue() : QJsonValue(item.line.text())},
                             {u"on"_s, item.on ? QJsonValue(item.on->toString(Qt::ISODate)) : QJsonValue()}};
    return list;
}

Result<ClaimFindings> checkClaim(Ledger& ledger, const PolicyShelf& shelf, const Claim& claim)
{
    ClaimFindings findings;
    claim_check::addOfClaim(findings, claim);
    claim_check::addCaps(findings, shelf, claim);
    ClaimCheckRepository books(ledger);
    const Policy* policy = shelf.version(claim.policy, claim.policyVersion);
    ASSIGN_OR_RETURN(
        const std::vector<CheckedRow> rows,
        books.find(claim, claim_check::lateAfterDays, claim_check::endingWithinDays, policy ? policy->boundYears : 0));
    for (const CheckedRow& row : rows)
        findings.items.push_back({row.code, claim_check::textOf(row.code, row), row.family, row.record, row.elder,
                                  row.line, row.on.isValid() ? std::optional(row.on) : std::nullopt});
    return findings;
}

} // namespace songhe
