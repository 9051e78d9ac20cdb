// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/fact.h"
#include "core/rules/fact_timeline.h"
#include "core/storage/ledger.h"

#include <unordered_map>

namespace songhe {

/// Dated facts as the rules see them: as of a day, no envelope opened. As records they are ElderRepository's matter.
class FactRepository {
public:
    explicit FactRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// What is true of the elder on that day; for the desk.
    Result<Facts> asOf(Id<Elder> elder, QDate day);
    Result<FactTimeline> timeline(Id<Elder> elder);
    /// The timelines of every elder, in one pass, no envelope opened; only facts of `kinds`. For settlement.
    Result<std::unordered_map<qint64, FactTimeline>> timelines(const QStringList& kinds);

private:
    Result<std::vector<KnownFact>> known(Id<Elder> elder);

    Ledger& m_ledger;
};

/// The keys of the kinds of which one holds on a day.
[[nodiscard]] QStringList singleFactKinds();

/// The words of a fact's value by the keys of kind and value, as `Wording` wants them: 'subsistence' → 低保.
[[nodiscard]] QString factWords(const QString& kind, const QString& value);

} // namespace songhe
