// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <span>
#include <vector>

namespace songhe {

/// How Chinese characters are read in Mandarin, without tones, ü written v. Loaded once and handed in; never changes.
class Readings {
    Q_DECLARE_TR_FUNCTIONS(songhe::Readings)

public:
    using Syllable = quint16; ///< number of a syllable; alphabetical order

    /// From the program's own resource; fails if that is damaged, naming file and line.
    static Result<Readings> load();
    static Result<Readings> load(const QString& readingsPath, const QString& surnamesPath);

    /// All readings of a character, the usual one first; empty if it has none.
    [[nodiscard]] std::span<const Syllable> of(char32_t character) const;
    /// The readings of a name's characters as they are spoken: the surname as surnames are read (单 shan, 尉迟 yu chi),
    /// else the usual one. One entry a character that has a reading at all; others are left empty.
    [[nodiscard]] std::vector<std::vector<Syllable>> ofName(const QList<uint>& name) const;
    [[nodiscard]] const QString& text(Syllable syllable) const { return m_syllables[syllable]; }
    [[nodiscard]] qsizetype syllableCount() const { return qsizetype(m_syllables.size()); }

private:
    struct Known {
        char32_t character;
        quint32 first;
        quint32 count;
    };
    Readings() = default;
    Result<void> readReadings(const QString& path);
    Result<void> readSurnames(const QString& path);

    std::vector<QString> m_syllables;
    std::vector<Known> m_characters; ///< by code point
    std::vector<Syllable> m_pool;
    /// Surname to the readings of its characters, each the preferred one first.
    QHash<QString, std::vector<std::vector<Syllable>>> m_surnames;
    qsizetype m_longestSurname = 0;
};

} // namespace songhe
