// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/ledger.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// One line per setting; a key that is not here cannot be written.
struct SettingLine {
    const char* key;
    const char* fallback;
    const char* label; ///< QT_TRANSLATE_NOOP in context Setting
    bool (*allows)(const QString& value);
    const char* allowed; ///< what it may be, QT_TRANSLATE_NOOP in context Setting
};
std::span<const SettingLine> settingLines();

/// What the centre has chosen. Never secret, never about a person.
class Settings {
    Q_DECLARE_TR_FUNCTIONS(songhe::Settings)

public:
    explicit Settings(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<QString> value(const QString& key);
    /// `Invalid`, naming the key and what is allowed, where the value is none for it.
    Result<void> set(const QString& key, const QString& value);

private:
    Ledger& m_ledger;
};

} // namespace songhe
