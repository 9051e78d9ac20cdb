// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/elders/fact.h"

#include <QtCore/QCoreApplication>

namespace songhe::ui {

/// A fact's value in words: 包头市青山区, 低保, 肢体残疾二级. Places without what everybody at the centre knows.
class FactWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::FactWords)

public:
    [[nodiscard]] static QString value(const Fact& fact, const Divisions& divisions, const QString& seenFrom = {});
    /// Kinds of disability: key and words.
    [[nodiscard]] static std::vector<std::pair<QString, QString>> disabilities();
};

} // namespace songhe::ui
