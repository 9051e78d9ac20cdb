// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_desk.h"

#include <mutex>

namespace songhe {

/// Where a district office keeps its work.
struct DistrictPlaces {
    QString store;    ///< a file's path or a PostgreSQL address
    QString identity; ///< path of the identity file
};

/// A district that was opened by its identity: what a window holds from opening to locking. Long work runs in threads,
/// each with a desk and a connection of its own; they take turns, so that nobody meets a half-merged package's lock.
class DistrictOffice {
    Q_DECLARE_TR_FUNCTIONS(songhe::DistrictOffice)

public:
    /// Sets a district up: in an empty store, with a new identity file (`newIdentity`) or one that is there. Where it
    /// fails, no new identity file stays behind.
    static Result<std::unique_ptr<DistrictOffice>> make(const DistrictPlaces& places, const QString& name,
                                                        bool newIdentity, const Clock& clock);
    /// `NotFound` where no district was set up; `WrongPassword` where the identity is another's.
    static Result<std::unique_ptr<DistrictOffice>> open(const DistrictPlaces& places, const Clock& clock);

    [[nodiscard]] const DistrictInfo& info() const { return m_info; }
    [[nodiscard]] const DistrictPlaces& places() const { return m_places; }
    /// Opens packages that are not in the store: to recompute their claims.
    [[nodiscard]] const AgeKeys& identities() const { return m_keys.identities; }

    /// `work(DistrictDesk&)` in the calling thread, once nobody else works; `Cancelled` when stopped while waiting.
    template <typename Work>
    auto work(Progress& progress, Work&& work) const -> std::invoke_result_t<Work, DistrictDesk&>
    {
        const std::unique_lock turn = takeTurn(progress);
        if (!turn.owns_lock())
            return fail(Error::Kind::Cancelled, tr("Stopped. Nothing was changed."));
        ASSIGN_OR_RETURN(const std::unique_ptr<DistrictStore> store, DistrictStore::open(m_places.store, false));
        ASSIGN_OR_RETURN(DistrictKeys keys, m_keys.clone());
        DistrictDesk desk(*store, std::move(keys), m_clock);
        return std::forward<Work>(work)(desk);
    }

private:
    DistrictOffice(DistrictPlaces places, DistrictInfo info, DistrictKeys keys, const Clock& clock)
        : m_places(std::move(places))
        , m_info(std::move(info))
        , m_keys(std::move(keys))
        , m_clock(clock)
    { }
    std::unique_lock<std::timed_mutex> takeTurn(const Progress& progress) const;

    DistrictPlaces m_places;
    DistrictInfo m_info;
    DistrictKeys m_keys;
    const Clock& m_clock;
    mutable std::timed_mutex m_turn;
};

/// Copies an identity file to another place, readable by its owner alone; read back and compared.
Result<void> copyIdentityFile(const QString& from, const QString& to);

} // namespace songhe
