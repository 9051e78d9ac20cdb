// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/facts.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace songhe {

/// What is seldom known of a life beside its dates.
struct LifeNotes {
    std::optional<QDateTime> diedAt; ///< the moment of death, UTC
    bool bornDiffers = false;        ///< see Facts
    std::vector<KnownFact> absences; ///< days in hospital or away; value: why
};

/// The facts of one elder over all time: gives those of a day, and the next day on which anything may be different, so
/// that a settlement judges each stretch of days once.
class FactTimeline {
public:
    using Notes = LifeNotes;
    FactTimeline() = default;
    /// `single`: the kinds of which one holds on a day. Where records overlap, the one with the later first day counts,
    /// then the one with the higher id. `fileVoid`: the file was made void, whatever the day.
    FactTimeline(std::optional<QDate> born, std::optional<QDate> died, std::vector<KnownFact> facts,
                 const QStringList& single, bool fileVoid = false, Notes notes = {});

    [[nodiscard]] Facts asOf(QDate day) const;
    /// The first day after `day` whose facts, ages or death may differ; an invalid day where there is none.
    [[nodiscard]] QDate changesAfter(QDate day) const;

    [[nodiscard]] std::optional<QDate> born() const { return m_born; }
    [[nodiscard]] std::optional<QDate> died() const { return m_died; }
    [[nodiscard]] bool fileVoid() const { return m_fileVoid; }
    [[nodiscard]] const Notes& notes() const { return m_notes; }
    /// All of them, by kind, first day, id.
    [[nodiscard]] const std::vector<KnownFact>& facts() const { return m_facts; }

private:
    std::optional<QDate> m_born;
    std::optional<QDate> m_died;
    std::vector<KnownFact> m_facts; ///< by kind, first day, id
    bool m_fileVoid = false;
    Notes m_notes;
    std::vector<bool> m_single; ///< is m_facts[i] of a kind of which one holds?
};

} // namespace songhe
