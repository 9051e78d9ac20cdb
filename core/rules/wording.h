// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"
#include "core/rules/verdict.h"

#include <QtCore/QCoreApplication>

#include <functional>

namespace songhe {

/// Puts reasons into the words of the user's language. The names of divisions and the words of fact values live further
/// up in the program and are handed in.
///
///     wording.text(policy, verdict)  // 'not payable: registered in 阿拉善左旗 from 2026-05-03, policy wants 包头市'
class Wording {
    Q_DECLARE_TR_FUNCTIONS(songhe::Wording)

public:
    using DivisionName = std::function<QString(const QString& code)>;                    ///< '150200' → 包头市
    using FactWords = std::function<QString(const QString& kind, const QString& value)>; ///< 'subsistence' → 低保

    Wording() = default;
    Wording(DivisionName divisions, FactWords facts)
        : m_divisions(std::move(divisions))
        , m_facts(std::move(facts))
    { }

    /// The reason alone: 'registered in 阿拉善左旗 from 2026-05-03, policy wants 包头市'.
    /// `policy` is the version that gave it; null where it is not at hand: then unknown codes come back as they are.
    [[nodiscard]] QString text(const Policy* policy, const Reason& reason) const;
    /// With what it means in front: 'not payable: …', 'pays 3.00 yuan: …', 'held: …'.
    [[nodiscard]] QString text(const Policy* policy, const Verdict& verdict) const;
    [[nodiscard]] QString text(const Policy* policy, Verdict::Outcome outcome, Fen fen, const Reason& reason) const;

    /// One ground: 'economic_category:subsistence' → 'subsistence'; a declared level says that it is declared.
    [[nodiscard]] QString ground(const QString& ground) const;

private:
    [[nodiscard]] QString fill(const QString& words, const Reason& reason) const;
    [[nodiscard]] QString shown(const QString& value, const QString& format) const;
    [[nodiscard]] QString division(const QString& code) const;
    [[nodiscard]] QString own(const Reason& reason) const;

    DivisionName m_divisions;
    FactWords m_facts;
};

/// The first placeholder of `words` ('{value|division}') whose name is not in `names` or whose format is unknown.
[[nodiscard]] std::optional<QString> wrongPlaceholder(const QString& words, const QStringList& names);

} // namespace songhe
