// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/told_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<QMap<qint64, int>> ToldRepository::untold()
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT d.centre, count(*) FROM decision d LEFT JOIN told_decision t "
                                 "ON t.centre = d.centre AND t.claim = d.claim AND t.revision = d.revision "
                                 "AND t.decided_at = d.decided_at WHERE t.centre IS NULL GROUP BY d.centre"_s));
    QMap<qint64, int> found;
    while (rows->next())
        found.insert(rows->integer(0), int(rows->integer(1)));
    RETURN_IF_ERROR(rows->failed());
    return found;
}

/// Almost always none: then nobody has to wait for whoever writes.
Result<std::vector<ClaimDecision>> ToldRepository::untoldOf(const std::vector<ClaimDecision>& decisions)
{
    std::vector<ClaimDecision> missing;
    if (decisions.empty())
        return missing;
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT claim, revision, decided_at FROM told_decision WHERE centre = ?"_s,
                                 {Value(decisions.front().centre)}));
    QHash<std::pair<qint64, qint64>, QString> known;
    while (rows->next())
        known.insert({rows->integer(0), rows->integer(1)}, rows->text(2));
    RETURN_IF_ERROR(rows->failed());
    for (const ClaimDecision& decision : decisions)
        if (known.value({decision.claim, decision.revision}) != momentText(decision.decidedAt))
            missing.push_back(decision);
    return missing;
}

Result<void> ToldRepository::told(const std::vector<ClaimDecision>& decisions, const QDateTime& at)
{
    ASSIGN_OR_RETURN(const std::vector<ClaimDecision> missing, untoldOf(decisions));
    if (missing.empty())
        return {};
    return m_store.transact([&]() -> Result<void> {
        for (const ClaimDecision& decision : missing)
            RETURN_IF_ERROR(m_store.execute(
                u"INSERT INTO told_decision (centre, claim, revision, decided_at, told_at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (centre, claim, revision) DO UPDATE SET decided_at = excluded.decided_at, "
                "told_at = excluded.told_at"_s,
                {Value(decision.centre), Value(decision.claim), Value(decision.revision),
                 Value(momentText(decision.decidedAt)), Value(momentText(at))}));
        return {};
    });
}

} // namespace songhe
