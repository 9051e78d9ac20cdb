// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"

#include <QtCore/QCoreApplication>

#include <map>

namespace songhe {

/// What a merge did.
struct MergedFiles {
    Elder into;
    std::map<QString, int> byFamily; ///< how many of each family moved
    int moved = 0;                   ///< records that stand in the file that stays now
    int doubled = 0; ///< meals that both files had of one sitting: those of the file that goes were made void
    int left = 0;    ///< facts that stay in the file that goes, as the other one says something of those days itself
};

/// Puts two files of one person together. The file that goes is made void and keeps its number, its facts and its
/// history; its records move, each with its audit entry. What a signed claim paid for twice comes back as adjustments
/// in the next claim.
class ElderMerge {
    Q_DECLARE_TR_FUNCTIONS(songhe::ElderMerge)

public:
    explicit ElderMerge(Ledger& ledger)
        : m_ledger(ledger)
        , m_elders(ledger)
    { }

    /// Both files must stand. Refused where only the one that goes has a resident number, or both have different ones.
    /// The manager's to do. Nothing undoes it in one step: what moved would have to be corrected record by record.
    Result<MergedFiles> merge(Id<Elder> from, Id<Elder> into, const QString& reason);
    /// `Refused` for who is no manager.
    Result<void> mayMerge();
    /// What a merge would do; nothing is changed.
    Result<MergedFiles> preview(Id<Elder> from, Id<Elder> into);

    /// The families whose records a merge moves.
    [[nodiscard]] static QStringList families();

private:
    /// Within a transaction.
    Result<MergedFiles> moveEverything(Id<Elder> from, Id<Elder> into, const QString& reason);
    static void count(MergedFiles& done, const char* family);
    Result<void> checkFiles(const Elder& from, const Elder& into) const;
    Result<Elder> standing(Id<Elder> id);
    Result<void> moveFacts(Id<Elder> from, MergedFiles& done);
    Result<void> moveMeals(Id<Elder> from, const QString& reason, MergedFiles& done);
    Result<void> moveAttendance(Id<Elder> from, const QString& reason, MergedFiles& done);
    template <typename R> Result<void> moveAll(Id<Elder> from, MergedFiles& done);
    template <typename... R> Result<void> moveEach(Id<Elder> from, MergedFiles& done);

    Ledger& m_ledger;
    ElderRepository m_elders;
};

} // namespace songhe
