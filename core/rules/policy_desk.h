// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_repository.h"
#include "core/rules/policy_shelf.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// What a centre does with policy files: takes new ones in, and knows all that are at hand.
class PolicyDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::PolicyDesk)

public:
    explicit PolicyDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_files(ledger)
    { }

    /// The program's policies and the imported ones, with what the centre chose. Imported files are checked again: a
    /// damaged one is an error.
    Result<PolicyShelf> shelf();
    /// Checks the file and keeps its bytes. The same rules again change nothing; the same version with other rules is
    /// refused. `name` is the file's name as shown in messages.
    Result<Policy> import(const QByteArray& bytes, const QString& name);
    Result<Policy> importFile(const QString& path);
    /// Closes a point that the policy's text leaves open, from now on: choose("baotou-2020-meals", "last_unit",
    /// "stop").
    Result<void> choose(const QString& policy, const QString& setting, const QString& choice);
    /// For a demonstration centre: the meal policy with its invented extension to today.
    Result<Policy> importDemonstration();
    /// For a demonstration city: the meal policy, invented as in force, so that claims by it can be decided.
    Result<Policy> importDemonstrationInForce();

private:
    Ledger& m_ledger;
    PolicyRepository m_files;
};

} // namespace songhe
