// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/elders/elder_repository.h"

namespace songhe {

/// Something a clerk should look at, that does not stop the work.
struct ElderWarning {
    QString code; ///< sex_differs, born_differs, younger_than_60 …
    QString text;
};

/// Everything a person can do to elders' files and their dated facts. Each call is one transaction.
class ElderDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::ElderDesk)

public:
    /// With `divisions` (they must outlive the desk) a place is told from its words, and a code that is not known is
    /// marked.
    explicit ElderDesk(Ledger& ledger, const Divisions* divisions = nullptr)
        : m_ledger(ledger)
        , m_divisions(divisions)
        , m_elders(ledger)
    { }

    /// Checks and writes a new elder with what is known of her. Sex and date of birth are taken from the resident
    /// number where they are missing. A number that is here already is `Conflict`.
    Result<Elder> add(Elder elder, std::vector<Fact> facts = {});
    Result<Elder> edit(Elder elder);
    Result<Elder> voidElder(Id<Elder> id, const QString& reason);

    Result<Elder> show(Id<Elder> id); ///< `NotFound` where there is none; voided ones are shown
    Result<std::vector<Elder>> list() { return m_elders.list(); }
    Result<std::optional<Id<Elder>>> findByNumber(const QString& residentNumber);
    /// What does not fit together in a file, in the clerk's words.
    [[nodiscard]] std::vector<ElderWarning> warningsFor(const Elder& elder) const;

    /// A fact that overlaps another of a kind of which only one holds is refused; end the older one first.
    Result<Fact> addFact(Fact fact);
    /// Ends the facts of the same kind that hold on `fact.from` the day before, then adds: one step for 'she moved'.
    Result<Fact> replaceFact(Fact fact);
    Result<Fact> endFact(Id<Fact> id, QDate lastDay);
    Result<Fact> voidFact(Id<Fact> id, const QString& reason) { return m_elders.voidFact(id, reason); }
    Result<std::vector<Fact>> factsOf(Id<Elder> elder) { return m_elders.factsOf(elder); }

    /// At most 2 MB of JPEG or PNG.
    Result<void> setPhoto(Id<Elder> elder, const QByteArray& image);
    Result<QByteArray> photoOf(Id<Elder> elder); ///< empty where there is none

private:
    Result<void> checkElder(Elder& elder) const;
    Result<void> standing(Id<Elder> id);
    static Failure notFound(Id<Elder> id);
    Result<void> checkFact(const Fact& fact);
    void tellPlace(Fact& fact) const;

    Ledger& m_ledger;
    const Divisions* m_divisions;
    ElderRepository m_elders;
};

} // namespace songhe
