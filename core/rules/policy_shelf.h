// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"

#include <QtCore/QCoreApplication>

#include <memory>
#include <vector>

namespace songhe {

/// All policies at hand: those that travel with the program and those a centre imported. The day decides which version
/// pays: the newest one that covers it.
class PolicyShelf {
    Q_DECLARE_TR_FUNCTIONS(songhe::PolicyShelf)

public:
    /// The policies of the program itself (`resources/policies/*.json`).
    static Result<PolicyShelf> builtIn();

    /// The same version with the same rules again changes nothing; with other rules it is `Conflict`.
    Result<void> add(Policy policy);

    /// Closes a point that the policy's text leaves open, in every version that has it. Call it before handing out
    /// policies. A setting or a choice that no version knows is `Invalid`, naming those there are.
    Result<void> choose(const QString& id, const QString& setting, const QString& choice);

    /// Null where no version covers the day.
    [[nodiscard]] const Policy* onDay(const QString& id, QDate day) const;
    /// The version nearest to the day where none covers it; null if the policy is unknown.
    [[nodiscard]] const Policy* nearest(const QString& id, QDate day) const;
    [[nodiscard]] const Policy* version(const QString& id, int version) const;
    [[nodiscard]] const Policy* byDigest(const QString& digest) const;
    /// All versions, oldest first; empty if the policy is unknown.
    [[nodiscard]] std::vector<const Policy*> versions(const QString& id) const;
    [[nodiscard]] QStringList ids() const;
    /// `NotFound`, naming the policies there are.
    [[nodiscard]] Result<void> mustKnow(const QString& id) const;

private:
    std::vector<std::shared_ptr<const Policy>> m_policies; ///< by id and version; pointers given out stay good
};

} // namespace songhe
