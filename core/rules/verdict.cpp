// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/verdict.h"

#include <QtCore/QCoreApplication>

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<Verdict::Outcome>()
{
    static constexpr ChoiceName names[] = {
        {int(Verdict::Outcome::Pays), "pays", "Verdict", QT_TRANSLATE_NOOP("Verdict", "paid")},
        {int(Verdict::Outcome::Refused), "refused", "Verdict", QT_TRANSLATE_NOOP("Verdict", "not payable")},
        {int(Verdict::Outcome::Held), "held", "Verdict", QT_TRANSLATE_NOOP("Verdict", "held")},
    };
    return names;
}

} // namespace songhe
