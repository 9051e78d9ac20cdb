// SPDX-License-Identifier: GPL-3.0-or-later
// What is found about claims; the rest of the class stands in finding_repository.cpp.
#include "core/base/fen.h"
#include "core/district/finding_repository.h"
#include "core/district/finding_rows.h"

#include <QtCore/QDate>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

namespace songhe {

using namespace Qt::StringLiterals;

namespace finding_claims {

/// A line of a claim that was made, of a bed or a device, with the span of what it is about.
struct SpanLine {
    qint64 line = 0;
    qint64 evidence = 0;
    QString centre;
    QString from;
    QString to; ///< of an open end: after every day
};

/// Lines of one person, one policy, one kind of thing and one month.
struct SpanGroup {
    QByteArray person;
    QString policy;
    QString about;
    QString kind; ///< of a device
    QString month;
    std::vector<SpanLine> lines;

    [[nodiscard]] bool same(const SpanGroup& other) const
    {
        return person == other.person && policy == other.policy && about == other.about && kind == other.kind
            && month == other.month;
    }
};

/// Of a bed both the first and the last day count; a device that came back on a day is free for the next one.
bool overlap(const SpanLine& left, const SpanLine& right, bool lastDayCounts)
{
    return lastDayCounts ? left.from <= right.to && right.from <= left.to
                         : left.from < right.to && right.from < left.to;
}

/// A policy file that some package brought.
struct Rule {
    QString digest;
    QString policy;
    qint64 version = 0;
    bool draft = false;
    QDate from;
    QDate to;
    QStringList sentBy; ///< centres; of files that came long ago empty

    [[nodiscard]] bool covers(QDate day) const { return from <= day && day <= to; }
    /// What was promulgated goes before a draft, and then the newer version.
    [[nodiscard]] bool goesBefore(const Rule& other) const
    {
        return policy == other.policy && std::pair(!draft, version) > std::pair(!other.draft, other.version);
    }
};

QDate dayFrom(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate);
}

/// What a finding tells of the file that stood against a claim: version, first day and who sent it.
QStringList otherSide(const Rule& rule)
{
    constexpr qsizetype mostNamed = 3;
    QString senders = rule.sentBy.mid(0, mostNamed).join(u", "_s);
    if (rule.sentBy.size() > mostNamed)
        senders += u" …"_s;
    return {QString::number(rule.version), rule.from.toString(Qt::ISODate), senders};
}

/// How a file stood in a span of days.
struct Standing {
    bool inForce = false;          ///< on any day of the span
    const Rule* instead = nullptr; ///< the one that goes before it on the span's last day that it covers
};

/// Of all that go before this one on a day the first; null if it is itself in force then.
const Rule* goingBefore(const std::vector<Rule>& rules, const Rule& rule, QDate day)
{
    const Rule* first = nullptr;
    for (const Rule& other : rules)
        if (other.covers(day) && other.goesBefore(first ? *first : rule))
            first = &other;
    return first;
}

/// A draft is in force where nothing was promulgated: each page of such a claim says so. A file that no package brought
/// is not. Only the days on which something changes are looked at, for a package may claim for thousands of years.
Standing standingOf(const std::vector<Rule>& rules, const QString& digest, QDate from, QDate to)
{
    const auto rule
        = std::find_if(rules.begin(), rules.end(), [&digest](const Rule& each) { return each.digest == digest; });
    if (rule == rules.end())
        return {};
    const QDate first = qMax(from, rule->from);
    const QDate last = qMin(to, rule->to);
    if (!first.isValid() || !last.isValid() || first > last)
        return {};
    std::vector<QDate> days {first};
    for (const Rule& other : rules)
        if (other.goesBefore(*rule) && other.to >= first && other.to < last)
            days.push_back(other.to.addDays(1));
    if (std::any_of(days.begin(), days.end(), [&](QDate day) { return !goingBefore(rules, *rule, day); }))
        return {true, nullptr};
    return {false, goingBefore(rules, *rule, last)};
}

} // namespace finding_claims

Result<void> FindingRepository::claimsAfterDeath()
{
    struct Found {
        qint64 centre = 0;
        qint64 elder = 0;
        QString died;
        qint64 fen = 0;
        std::vector<FoundRecord> records;
    };
    std::vector<Found> all;
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT l.centre, l.elder_id, d.died, l.amount_fen, l.id FROM claim_line l "
                        "CROSS JOIN dead_person d JOIN claim c ON c.centre = l.centre AND c.id = l.claim_id "
                        "WHERE d.centre = l.centre AND d.id = l.elder_id AND l.voided_at IS NULL "
                        "AND l.amount_fen <> 0 AND l.served_on > d.died AND "_s
                        + finding_rows::made(u"c"_s) + u" ORDER BY l.centre, l.elder_id, l.id"_s));
        while (rows->next()) {
            const qint64 centre = rows->integer(0);
            const qint64 elder = rows->integer(1);
            if (all.empty() || all.back().centre != centre || all.back().elder != elder)
                all.push_back({centre, elder, rows->text(2), 0, {}});
            all.back().fen += rows->integer(3);
            all.back().records.push_back({code(centre), u"claim_line"_s, rows->integer(4)});
        }
        RETURN_IF_ERROR(rows->failed());
    }
    for (Found& found : all) {
        if (found.fen <= 0) // what was taken back by an adjustment is no claim any more
            continue;
        ASSIGN_OR_RETURN(const std::vector<FoundRecord> files, filesOfDeath(found.centre, found.elder, found.died));
        found.records.insert(found.records.end(), files.begin(), files.end());
        QStringList centres;
        for (const FoundRecord& record : found.records)
            if (!centres.contains(record.centre))
                centres << record.centre;
        RETURN_IF_ERROR(add({u"claim_after_death"_s,
                             std::move(centres),
                             std::move(found.records),
                             {found.died, Fen {found.fen}.yuanText()}}));
    }
    return {};
}

Result<std::vector<FoundRecord>> FindingRepository::filesOfDeath(qint64 centre, qint64 elder, const QString& died)
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(
            u"SELECT e.centre, e.id FROM elder e WHERE e.centre = ? AND e.id = ? AND e.died = ? UNION "
            "SELECT e.centre, e.id FROM shared_person s JOIN shared_person o ON o.person = s.person "
            "JOIN elder e ON e.centre = o.centre AND e.id = o.id WHERE s.centre = ? AND s.id = ? AND e.died = ?"_s,
            {Value(centre), Value(elder), Value(died), Value(centre), Value(elder), Value(died)}));
    std::vector<FoundRecord> files;
    while (rows->next())
        files.push_back({code(rows->integer(0)), u"elder"_s, rows->integer(1)});
    RETURN_IF_ERROR(rows->failed());
    return files;
}

Result<QSet<std::pair<qint64, qint64>>> FindingRepository::takenBack()
{
    ASSIGN_OR_RETURN(
        const DistrictStore::Answer rows,
        m_store.run(
            u"SELECT l.centre, l.id FROM claim_line a JOIN claim c ON c.centre = a.centre AND c.id = a.claim_id "
            "JOIN claim_line l ON l.centre = a.centre AND l.id = a.corrects_id "
            "WHERE a.corrects_id IS NOT NULL AND a.voided_at IS NULL AND "_s
            + finding_rows::made(u"c"_s)
            + u" GROUP BY l.centre, l.id, l.amount_fen HAVING l.amount_fen + sum(a.amount_fen) <= 0"_s));
    QSet<std::pair<qint64, qint64>> lines;
    while (rows->next())
        lines.insert({rows->integer(0), rows->integer(1)});
    RETURN_IF_ERROR(rows->failed());
    return lines;
}

Result<void> FindingRepository::claimedTwice()
{
    // Two claims of one centre about the same record: its own program does not sign those, but books that were restored
    // do not know what they signed before. Meals are by far the most lines: they are looked at where that may have
    // been.
    const QString lines = u"FROM claim_line l JOIN claim c ON c.centre = l.centre AND c.id = l.claim_id "
                          "WHERE l.outcome = 'pays' AND l.corrects_id IS NULL AND l.voided_at IS NULL AND "_s
        + finding_rows::made(u"c"_s)
        + u" AND (l.about <> 'meal' OR l.centre IN (SELECT centre FROM lineage WHERE began > 0))"_s;
    struct Claimed {
        finding_rows::Group group;
        std::vector<std::pair<qint64, qint64>> lines;
    };
    std::vector<Claimed> all;
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(
                u"SELECT g.centre, g.policy, g.about, g.record, g.served_on, l.id FROM ("
                "SELECT l.centre AS centre, c.policy AS policy, l.about AS about, coalesce(l.meal_id, l.record_id) AS "
                "record, l.served_on AS served_on %1 "
                "GROUP BY l.centre, c.policy, l.about, coalesce(l.meal_id, l.record_id), l.served_on "
                "HAVING count(DISTINCT l.claim_id) > 1) g "
                "JOIN claim_line l ON l.centre = g.centre AND l.about = g.about AND l.served_on = g.served_on "
                "AND coalesce(l.meal_id, l.record_id) = g.record JOIN claim c ON c.centre = l.centre "
                "AND c.id = l.claim_id AND c.policy = g.policy WHERE l.outcome = 'pays' AND l.corrects_id IS NULL "
                "AND l.voided_at IS NULL AND %2 "
                "ORDER BY g.centre, g.policy, g.about, g.record, g.served_on, l.id"_s.arg(lines,
                                                                                          finding_rows::made(u"c"_s))));
        while (rows->next()) {
            const QString key = u"%1|%2|%3|%4"_s.arg(rows->text(1), rows->text(4), rows->text(2)).arg(rows->integer(3));
            const QString centre = code(rows->integer(0));
            if (all.empty() || all.back().group.key != key || !all.back().group.centres.contains(centre))
                all.push_back({{{}, key, {}, {}}, {}});
            all.back().group.take(centre, u"claim_line"_s, rows->integer(5));
            all.back().lines.emplace_back(rows->integer(0), rows->integer(5));
        }
        RETURN_IF_ERROR(rows->failed());
    }
    if (all.empty())
        return {};
    ASSIGN_OR_RETURN(const auto back, takenBack());
    for (Claimed& claimed : all) {
        const auto gone = std::count_if(claimed.lines.begin(), claimed.lines.end(),
                                        [&back](const auto& line) { return back.contains(line); });
        if (std::ptrdiff_t(claimed.lines.size()) - gone > 1)
            RETURN_IF_ERROR(add({u"claimed_twice"_s,
                                 claimed.group.centres,
                                 std::move(claimed.group.records),
                                 {claimed.group.key.section(u'|', 0, 0), claimed.group.key.section(u'|', 1, 1)}}));
    }
    return {};
}

Result<void> FindingRepository::claimedAtTwoCentres()
{
    using finding_claims::SpanGroup;
    using finding_claims::SpanLine;
    std::vector<SpanGroup> groups;
    {
        ASSIGN_OR_RETURN(const auto back, takenBack());
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(
                u"SELECT s.person, c.policy, l.about, coalesce(d.kind, ''), l.served_on, l.centre, l.id, b.id, "
                "b.from_on, coalesce(b.to_on, '9999-12-31') FROM claim_line l CROSS JOIN shared_person s "
                "JOIN claim c ON c.centre = l.centre AND c.id = l.claim_id JOIN ("
                "SELECT 'bed_stay' AS about, centre, id, from_on, to_on, 0 AS device FROM bed_stay "
                "WHERE voided_at IS NULL UNION ALL "
                "SELECT 'home_care_bed', centre, id, from_on, to_on, 0 FROM home_care_bed "
                "WHERE voided_at IS NULL UNION ALL "
                "SELECT 'device_loan', centre, id, from_on, to_on, device_id FROM device_loan "
                "WHERE voided_at IS NULL) b ON b.about = l.about AND b.centre = l.centre AND b.id = l.record_id "
                "LEFT JOIN device d ON d.centre = b.centre AND d.id = b.device "
                "WHERE s.centre = l.centre AND s.id = l.elder_id AND l.about IN ('bed_stay', 'home_care_bed', "
                "'device_loan') AND l.outcome = 'pays' AND l.corrects_id IS NULL AND l.voided_at IS NULL AND %1 "
                "ORDER BY s.person, c.policy, l.about, 4, l.served_on, l.centre, l.id"_s.arg(
                    finding_rows::made(u"c"_s))));
        while (rows->next()) {
            if (back.contains({rows->integer(5), rows->integer(6)}))
                continue;
            SpanGroup here {rows->blob(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4).left(7), {}};
            if (groups.empty() || !groups.back().same(here))
                groups.push_back(std::move(here));
            groups.back().lines.push_back(
                {rows->integer(6), rows->integer(7), code(rows->integer(5)), rows->text(8), rows->text(9)});
        }
        RETURN_IF_ERROR(rows->failed());
    }
    for (const SpanGroup& group : groups) {
        const bool lastDayCounts = group.about != u"device_loan";
        QStringList centres;
        std::vector<FoundRecord> records;
        QString day; // the first on which it was claimed at two places
        for (const SpanLine& line : group.lines)
            for (const SpanLine& other : group.lines) {
                if (other.centre == line.centre || !finding_claims::overlap(line, other, lastDayCounts))
                    continue;
                const QString both = qMax(qMax(line.from, other.from), group.month + u"-01"_s);
                day = day.isEmpty() ? both : qMin(day, both);
                if (!centres.contains(line.centre))
                    centres << line.centre;
                records.push_back({line.centre, u"claim_line"_s, line.line});
                records.push_back({line.centre, group.about, line.evidence});
            }
        std::sort(records.begin(), records.end());
        records.erase(std::unique(records.begin(), records.end(),
                                  [](const FoundRecord& left, const FoundRecord& right) {
                                      return !(left < right) && !(right < left);
                                  }),
                      records.end());
        if (!records.empty())
            RETURN_IF_ERROR(add({u"claimed_twice"_s, std::move(centres), std::move(records), {group.policy, day}}));
    }
    return {};
}

Result<void> FindingRepository::rulesOutOfForce()
{
    using finding_claims::Rule;
    std::vector<Rule> rules;
    {
        ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                         m_store.run(u"SELECT digest, policy, version, draft, valid_from, "
                                     "coalesce(valid_to, '9999-12-31') FROM policy_file"_s));
        while (rows->next())
            rules.push_back({rows->text(0),
                             rows->text(1),
                             rows->integer(2),
                             rows->integer(3) != 0,
                             finding_claims::dayFrom(rows->text(4)),
                             finding_claims::dayFrom(rows->text(5)),
                             {}});
        RETURN_IF_ERROR(rows->failed());
    }
    std::sort(rules.begin(), rules.end(),
              [](const Rule& left, const Rule& right) { return left.digest < right.digest; });
    {
        ASSIGN_OR_RETURN(const DistrictStore::Answer rows, m_store.run(u"SELECT digest, centre FROM policy_source"_s));
        while (rows->next())
            for (Rule& rule : rules)
                if (rule.digest == rows->text(0))
                    rule.sentBy << code(rows->integer(1));
        RETURN_IF_ERROR(rows->failed());
    }
    for (Rule& rule : rules)
        rule.sentBy.sort();
    std::vector<Finding> found;
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT c.centre, c.id, c.policy, c.period, c.from_on, c.to_on, c.versions, c.paid_fen "
                        "FROM claim c WHERE "_s
                        + finding_rows::made(u"c"_s)));
        while (rows->next()) {
            const QJsonArray versions = QJsonDocument::fromJson(rows->text(6).toUtf8()).array();
            const QDate from = finding_claims::dayFrom(rows->text(4));
            const QDate to = finding_claims::dayFrom(rows->text(5));
            // Money that no version of the policy stands behind is out of force, too.
            bool inForce = !versions.isEmpty() || rows->integer(7) == 0;
            QStringList values {rows->text(2), rows->text(3)};
            for (const QJsonValue& version : versions) {
                const auto standing = finding_claims::standingOf(rules, version[u"digest"_s].toString(), from, to);
                inForce = inForce && standing.inForce;
                if (standing.instead && values.size() == 2)
                    values << finding_claims::otherSide(*standing.instead);
            }
            if (!inForce)
                found.push_back({u"rule_out_of_force"_s,
                                 {code(rows->integer(0))},
                                 {{code(rows->integer(0)), u"claim"_s, rows->integer(1)}},
                                 std::move(values)});
        }
        RETURN_IF_ERROR(rows->failed());
    }
    for (Finding& each : found)
        RETURN_IF_ERROR(add(std::move(each)));
    return {};
}

} // namespace songhe
