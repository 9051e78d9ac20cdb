// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_difference.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace songhe {

using namespace Qt::StringLiterals;

template <> std::span<const ChoiceName> choiceNames<ChangedLine::How>()
{
    static constexpr ChoiceName names[] = {
        {int(ChangedLine::How::Added), "added", "ClaimDifference", QT_TRANSLATE_NOOP("ClaimDifference", "new")},
        {int(ChangedLine::How::Gone), "gone", "ClaimDifference", QT_TRANSLATE_NOOP("ClaimDifference", "gone")},
        {int(ChangedLine::How::Changed), "changed", "ClaimDifference", QT_TRANSLATE_NOOP("ClaimDifference", "changed")},
    };
    return names;
}

namespace claim_difference {

/// A record, its day, and the line it corrects where it is an adjustment.
using Key = std::tuple<QString, qint64, QDate, qint64>;

QJsonObject lineJson(const ChangedLine& line)
{
    return {{u"evidence"_s, line.evidence},
            {u"record"_s, QString::number(line.record)},
            {u"elder"_s, line.elder.isNull() ? QJsonValue() : QJsonValue(line.elder.text())},
            {u"on"_s, line.on.toString(Qt::ISODate)},
            {u"sent_fen"_s, line.sent.value},
            {u"now_fen"_s, line.now.value},
            {u"fen"_s, line.difference().value},
            {u"sent_code"_s, line.sentCode.isEmpty() ? QJsonValue() : QJsonValue(line.sentCode)},
            {u"now_code"_s, line.nowCode.isEmpty() ? QJsonValue() : QJsonValue(line.nowCode)},
            {u"text"_s, line.text}};
}

} // namespace claim_difference

qint64 ClaimDifference::count(ChangedLine::How how) const
{
    return std::count_if(lines.begin(), lines.end(), [how](const ChangedLine& line) { return line.how == how; });
}

QJsonObject ClaimDifference::toJson() const
{
    QJsonObject json {{u"sent_fen"_s, sent.value}, {u"now_fen"_s, now.value}, {u"fen"_s, difference().value}};
    for (const ChangedLine::How how : {ChangedLine::How::Added, ChangedLine::How::Gone, ChangedLine::How::Changed}) {
        QJsonArray list;
        for (const ChangedLine& line : lines)
            if (line.how == how)
                list << claim_difference::lineJson(line);
        json.insert(choiceKey(how), list);
    }
    return json;
}

Result<std::optional<ClaimDifference>> differenceOf(SettlementDesk& desk, const Claim& claim, Progress& progress)
{
    using namespace claim_difference;
    if (claim.state != ClaimState::Returned)
        return std::optional<ClaimDifference>();
    ClaimDifference difference;
    std::map<Key, ClaimLine> sent;
    RETURN_IF_ERROR(desk.walkLines(claim.id, [&](const ClaimLine& line) -> Result<void> {
        difference.sent.value += line.amount.value;
        sent.emplace(
            Key {line.evidence, line.evidenceId(), line.servedOn, line.corrects.value_or(Id<ClaimLine>()).value}, line);
        return {};
    }));
    const auto compare = [&](const SettledUnit& unit) -> Result<void> {
        difference.now.value += unit.amount.value;
        const Reason& reason = unit.judged.verdict.reason;
        ChangedLine line {ChangedLine::How::Added,
                          unit.evidence,
                          unit.evidenceId(),
                          unit.elder,
                          unit.site,
                          unit.on,
                          {},
                          unit.amount,
                          {},
                          reason.code,
                          {}};
        const auto before = sent.find({unit.evidence, unit.evidenceId(), unit.on, unit.corrects.value});
        if (before != sent.end()) {
            line.how = ChangedLine::How::Changed;
            line.sent = before->second.amount;
            line.sentCode = before->second.code;
            const bool same = line.sent == line.now && line.sentCode == line.nowCode
                && before->second.outcome == unit.judged.verdict.outcome;
            sent.erase(before);
            if (same)
                return {};
        }
        line.text = desk.reasonText(claim.policy, unit);
        difference.lines.push_back(std::move(line));
        return {};
    };
    ASSIGN_OR_RETURN(const Period period, Period::fromText(claim.period));
    RETURN_IF_ERROR(desk.settle(claim.policy, period, compare, progress));
    for (const auto& [key, line] : sent)
        difference.lines.push_back({ChangedLine::How::Gone,
                                    line.evidence,
                                    line.evidenceId(),
                                    line.elder,
                                    line.site,
                                    line.servedOn,
                                    line.amount,
                                    {},
                                    line.code,
                                    {},
                                    desk.reasonText(claim, line)});
    return std::optional(std::move(difference));
}

} // namespace songhe
