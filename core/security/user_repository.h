// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/keys.h"
#include "core/security/user.h"
#include "core/storage/ledger.h"

namespace songhe {

/// Users and, for each of them, the data key wrapped by the password.
class UserRepository {
    Q_DECLARE_TR_FUNCTIONS(songhe::UserRepository)

public:
    /// What sign-in needs before any key is known.
    struct Login {
        Id<User> id;
        WrappedKey wrapped;
    };
    static Result<std::optional<Login>> findLogin(Store& store, const QByteArray& loginDigest);
    /// The only user's login, where there is just one.
    static Result<std::optional<Login>> onlyLogin(Store& store);

    explicit UserRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<User> add(User user, const QByteArray& loginDigest, const WrappedKey& wrapped);
    Result<void> setWrap(Id<User> id, const WrappedKey& wrapped);
    Result<std::vector<User>> list();
    Result<std::optional<User>> find(Id<User> id);

private:
    Result<User> read(const Rows& row);

    Ledger& m_ledger;
};

} // namespace songhe
