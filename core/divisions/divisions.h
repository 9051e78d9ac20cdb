// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace songhe {

/// One administrative division (GB/T 2260) of today or of the past.
struct Division {
    QString code;     ///< six digits: province 150000, city 150200, county 150205
    QString name;     ///< its own part: 石拐区
    QString fullName; ///< 内蒙古自治区包头市石拐区
    QString last;     ///< empty today; else the last revision of the standard that has it: 2016-07, or 1999

    [[nodiscard]] bool isAbolished() const { return !last.isEmpty(); }
};

/// Which division a place as written means.
struct PlaceMatch {
    std::optional<QString> code;     ///< nothing where it cannot be told
    std::vector<QString> candidates; ///< codes it could be, best first; `code` alone where that is set
};

/// The table of administrative divisions. Loaded once when the program starts and handed in; never changes.
class Divisions {
    Q_DECLARE_TR_FUNCTIONS(songhe::Divisions)

public:
    /// From the program's own resource; fails if that is damaged, naming file and line.
    static Result<Divisions> load();
    static Result<Divisions> load(const QString& tablePath, const QString& aliasPath);

    /// Today's division of that code, else the last former one; nullptr for an unknown code. Codes of towns and
    /// villages (9 and 12 digits) mean their county.
    [[nodiscard]] const Division* find(const QString& code) const;
    /// In full, 内蒙古自治区包头市石拐区; the code itself where it is unknown.
    [[nodiscard]] QString nameOf(const QString& code) const;
    /// Without the part that everybody at the centre knows: 包头市石拐区 seen from within 内蒙古, 石拐区 from within
    /// 包头.
    [[nodiscard]] QString nameOf(const QString& code, const QString& seenFrom) const;

    /// The best division for a place as people write it: 150205, 石拐区, 包头石拐, 内蒙古包头市石拐区,
    /// 包头市石拐区民族东路90号. `near`, the centre's own division, decides between places of one name.
    [[nodiscard]] PlaceMatch match(const QString& written, const QString& near = {}) const;

    /// Is `code` the division `ancestor` or part of it? By prefix: 150205 is within 150200 and 150000 (also 1502, 15).
    [[nodiscard]] static bool within(const QString& code, const QString& ancestor);

    /// Those of today directly below: the provinces for an empty code, the cities of 150000, the counties of 150200.
    [[nodiscard]] std::vector<const Division*> children(const QString& code) const;

private:
    struct Name {
        QString text;
        qsizetype entry = 0;
        bool isShort = false; ///< without 省, 市, 区, 县, 旗 …: 包头
    };
    struct Reading;

    Divisions() = default;
    Result<void> readTable(const QString& path);
    Result<void> readAliases(const QString& path);
    void composeFullNames();
    void nameEntry(qsizetype entry);
    void addName(const QString& text, qsizetype entry);
    void readOn(const QString& text, const Reading& from, std::vector<Reading>& readings) const;
    [[nodiscard]] PlaceMatch matchCode(const QString& digits) const;

    std::vector<Division> m_entries;           ///< by code, today's before former ones
    QHash<QString, qsizetype> m_byCode;        ///< first entry of a code
    QHash<QString, std::vector<Name>> m_names; ///< by their first two characters
};

} // namespace songhe
