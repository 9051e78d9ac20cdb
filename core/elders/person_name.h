// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

namespace songhe {

/// Names of persons, whatever people they belong to: no surname is asked for, nothing is split.
class PersonName {
    Q_DECLARE_TR_FUNCTIONS(songhe::PersonName)

public:
    static constexpr int fewest = 2; ///< code points
    static constexpr int most = 50;
};

/// The name as it is kept: every kind of middle dot is · (U+00B7), blanks within a Chinese name are taken out, Latin
/// names keep single blanks, characters beyond the BMP stay as they are. On failure `detail` is one of name.missing,
/// name.short, name.long, name.characters.
Result<QString> normalisedName(const QString& written);

} // namespace songhe
