// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/signed_lines.h"

#include "core/storage/record_table.h"
#include "core/subsidies/claim_step.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

SignedUnit SignedLines::unitOf(const Rows& row)
{
    SignedUnit unit;
    unit.line = Id<ClaimLine> {row.integer(0)};
    unit.evidence = row.text(1);
    unit.record = row.integer(2);
    unit.elder = Id<Elder> {row.integer(3)};
    unit.site = Id<Site> {row.integer(4)};
    unit.on = row.day(5);
    unit.net = Fen {row.integer(6)};
    return unit;
}

void SignedLines::finish(SignedUnit& unit) const
{
    if (const auto adjusted = m_adjusted.find(unit.line.value); adjusted != m_adjusted.end())
        unit.net.value += adjusted->second;
    unit.returned = m_returned.contains(unit.line.value);
    if (unit.returned)
        unit.net = {};
}

Result<SignedLines> SignedLines::load(Ledger& ledger, const QString& policy)
{
    SignedLines lines;
    ASSIGN_OR_RETURN(lines.m_claims,
                     RecordTable<Claim>(ledger).list(u"WHERE policy = ? AND voided_at IS NULL AND state NOT IN "
                                                     "('draft', 'checked', 'returned') ORDER BY from_on, id"_s,
                                                     {policy}));
    for (const Claim& claim : lines.m_claims) {
        ASSIGN_OR_RETURN(Rows rows,
                         ledger.store.run(u"SELECT id, about, coalesce(meal_id, record_id), elder_id, site_id, "
                                          "served_on, amount_fen, corrects_id FROM claim_line WHERE claim_id = ? AND "
                                          "kind <> 'regular' AND voided_at IS NULL ORDER BY id"_s,
                                          {claim.id}));
        while (rows.next()) {
            if (rows.isNull(7))
                lines.m_late[rows.day(5)].push_back(unitOf(rows));
            else
                lines.m_adjusted[rows.integer(7)] += rows.integer(6);
        }
        RETURN_IF_ERROR(rows.failed());
        if (claim.state != ClaimState::PartlyReturned && claim.state != ClaimState::Paid)
            continue;
        ASSIGN_OR_RETURN(
            const std::vector<ClaimStep> steps,
            RecordTable<ClaimStep>(ledger).list(u"WHERE claim_id = ? AND voided_at IS NULL"_s, {claim.id}));
        for (const ClaimStep& step : steps)
            for (const QString& id : step.lines)
                lines.m_returned.insert(id.toLongLong());
    }
    return lines;
}

QDate SignedLines::first() const
{
    QDate day = m_claims.empty() ? QDate() : m_claims.front().from;
    return m_late.empty() ? day : std::min(day, m_late.begin()->first);
}

QDate SignedLines::last() const
{
    QDate day;
    for (const Claim& claim : m_claims)
        day = day.isValid() ? std::max(day, claim.to) : claim.to;
    return day;
}

bool SignedLines::cover(QDate day) const
{
    return std::any_of(m_claims.begin(), m_claims.end(),
                       [day](const Claim& claim) { return claim.from <= day && day <= claim.to; });
}

Result<void> SignedLines::pin(PolicyCalendar& calendar, const PolicyShelf& shelf) const
{
    for (const Claim& claim : m_claims) {
        std::vector<std::shared_ptr<const Policy>> judged;
        for (const QJsonValue& version : claim.versions) {
            const Policy* known = shelf.byDigest(version.toObject().value(u"digest"_s).toString());
            if (!known)
                return fail(Error::Kind::NotFound,
                            PolicyShelf::tr("The policy that claim %1 was signed by is not here any more. Import %2 "
                                            "version %3 again.")
                                .arg(claim.id.text(), claim.policy)
                                .arg(version.toObject().value(u"version"_s).toInt()));
            auto frozen = std::make_shared<Policy>(*known);
            for (PolicySetting& setting : frozen->settings)
                setting.chosen = claim.settings.value(setting.key).toString(setting.chosen);
            judged.push_back(std::move(frozen));
        }
        calendar.pin(claim.from, claim.to, std::move(judged));
    }
    return {};
}

/// The next regular line into m_next; false where there is none.
Result<bool> SignedLines::Days::read()
{
    while (m_claim < m_lines.m_claims.size()) {
        if (!m_rows) {
            ASSIGN_OR_RETURN(Rows rows,
                             m_ledger.store.run(u"SELECT id, about, coalesce(meal_id, record_id), elder_id, "
                                                "site_id, served_on, amount_fen FROM claim_line WHERE claim_id = ? "
                                                "AND kind = 'regular' AND voided_at IS NULL ORDER BY id"_s,
                                                {m_lines.m_claims[m_claim].id}));
            m_rows.emplace(std::move(rows));
        }
        if (m_rows->next()) {
            m_next = unitOf(*m_rows);
            m_lines.finish(*m_next);
            return true;
        }
        RETURN_IF_ERROR(m_rows->failed());
        m_rows.reset();
        ++m_claim;
    }
    return false;
}

Result<void> SignedLines::Days::take(QDate day, std::vector<SignedUnit>& units)
{
    units.clear();
    for (;;) {
        if (!m_next) {
            ASSIGN_OR_RETURN(const bool more, read());
            if (!more)
                break;
        }
        if (m_next->on > day)
            break;
        if (m_next->on == day)
            units.push_back(*std::move(m_next));
        m_next.reset();
    }
    const auto late = m_lines.m_late.find(day);
    if (late != m_lines.m_late.end())
        for (SignedUnit unit : late->second) {
            m_lines.finish(unit);
            units.push_back(std::move(unit));
        }
    return {};
}

} // namespace songhe
