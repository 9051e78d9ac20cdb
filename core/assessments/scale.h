// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"

#include <array>
#include <map>

namespace songhe {

/// One answer an item offers. Its score runs in the direction its group says.
struct ScaleOption {
    int score = 0;
    Words words;
    bool coma = false; ///< choosing it says that the elder lies in a coma
    QChar press;       ///< the one key that chooses it on the sheet
};

struct ScaleItem {
    QString code; ///< B.1.1, as in the standard and in every file
    Words title;
    std::optional<Words> note; ///< what belongs to it
    std::optional<Words> test; ///< how it is tried out with the elder
    std::vector<ScaleOption> options;

    [[nodiscard]] int bestKnown(int score) const; ///< index of the first option with that score; -1: none
};

/// What a sheet says to some items, all of them together: item index → scores that fit.
using AnswerPattern = std::vector<std::pair<int, std::vector<int>>>;

struct ScaleGrade {
    int grade = 0; ///< 0 is the best
    Words title;
    int from = 0, to = 0; ///< sums, where the group is summed up
};

/// A first-level indicator: its items, and how their answers become a sum or a grade.
struct ScaleGroup {
    enum class Method {
        Sum,        ///< scores are added up
        WorstMatch, ///< the worst grade one of whose patterns fits
    };
    enum class Direction { HigherIsBetter, HigherIsWorse };

    QString code;
    Words title;
    Method method = Method::Sum;
    Direction direction = Direction::HigherIsBetter;
    int max = 0;                    ///< the highest sum
    int first = 0;                  ///< index of its first item in Scale::items
    int count = 0;                  ///< of its items
    std::vector<ScaleGrade> grades; ///< empty where the standard grades the whole sheet only
    std::vector<std::pair<int, std::vector<AnswerPattern>>> patterns; ///< WorstMatch: by grade, worst first
};

struct ScaleLevel {
    int level = 0; ///< 0 is the best
    QString key;   ///< intact, mild, moderate, severe, complete
    Words title;
};

/// A clause that changes the preliminary level, and what makes it apply: any one of these.
struct ScaleClause {
    enum class Effect {
        Raise, ///< by `amount` levels
        Set,   ///< to level `amount`
        Stop,  ///< no other clause counts
    };

    QString id; ///< C1, G-C2
    Words title;
    Effect effect = Effect::Raise;
    int amount = 0;
    QStringList diagnosed;                    ///< one of these diagnoses
    std::vector<std::pair<int, int>> answers; ///< item index and score
    QStringList events;                       ///< together at least `atLeast` in 30 days
    int atLeast = 0;
    bool coma = false;
    std::optional<int> preliminary; ///< the preliminary level is this one
};

/// A point the standard's text leaves open, and what this program takes unless the centre chooses otherwise.
struct ScaleSetting {
    QString key; ///< mzt039.adl1_with_three
    Words title;
    QStringList choices;
    QString fallback;
    bool certain = false; ///< 'verified' in the file; else 'uncertain'
    Words why;
};

/// A point that no setting turns: where the sources are silent or differ, what this program takes, and how sure it is.
struct ScaleOpenPoint {
    QString id;
    Words question;
    Words taken;
    QString confidence; ///< verified, own_knowledge, uncertain
};

struct NamedWords {
    QString key;
    Words title;
};

/// One line of the tables beside the items: basic information, diseases, medicines, health problems.
struct ScaleField {
    enum class Kind { Text, Number, Choice, Multi, Rows };
    struct Option {
        QString key;
        Words words;
        QString diagnosis; ///< choosing it says that this was diagnosed
    };

    QString key;
    Words title;
    Kind kind = Kind::Text;
    QString from;    ///< 'elder.name', 'assessment.reason': filled from there, never typed
    QString setting; ///< shown only where this setting is 'yes'
    std::vector<Option> options;
    std::vector<NamedWords> columns; ///< of Rows
    QString diagnosis;               ///< of a choice: any option but the first says that this was diagnosed
    QString computed;                ///< 'bmi'
    int least = 0, most = 0;         ///< of a Number
};

struct ScaleTable {
    QString code; ///< A.2
    Words title;
    bool events = false; ///< the table of the events of the last 30 days
    std::vector<ScaleField> fields;
};

/// An ability assessment standard, read from a data file and proved by its own examples. A third standard is a third
/// file: nothing outside of the file knows an item, a threshold or a clause.
///
/// Scores run in the direction that each group says; grades and levels always count upwards from 0, the best.
struct Scale {
    QString id;   ///< mzt039-2013
    QString code; ///< MZ/T 039-2013
    Words title;
    Words document;
    Words note; ///< what the words of this file are
    QString clause;
    QDate validFrom;
    int assessors = 2;

    std::vector<ScaleSetting> settings;
    std::vector<ScaleOpenPoint> openPoints;
    QString intervalSetting, stackingSetting;
    std::vector<NamedWords> events, diagnoses;
    std::vector<ScaleItem> items;
    std::vector<ScaleGroup> groups;
    std::vector<ScaleLevel> levels;
    std::vector<ScaleClause> clauses;
    std::vector<ScaleTable> tables;

    bool byTotal = false;                  ///< the level follows from the total, else from the groups' grades
    std::vector<std::array<int, 3>> bands; ///< by total: level, from, to
    std::map<std::vector<int>, int>
        table;                     ///< by grades: combination → level; `openLevel` where the text leaves it open
    std::vector<int> tableOrder;   ///< group indexes in the order of a combination
    QString openSetting;           ///< decides the open combinations …
    QMap<QString, int> openLevels; ///< … by what was chosen
    static constexpr int openLevel = -1;

    QString digest; ///< SHA-256 (hex) of the canonical JSON of what decides; words and tables are outside

    [[nodiscard]] int itemIndex(const QString& itemCode) const; ///< -1: there is none
    [[nodiscard]] const ScaleLevel& level(int number) const { return levels[std::size_t(number)]; }
    [[nodiscard]] const ScaleLevel* levelByKey(const QString& levelKey) const;
    [[nodiscard]] const ScaleClause* clauseById(const QString& clauseId) const;
    [[nodiscard]] const ScaleSetting* setting(const QString& settingKey) const;
    [[nodiscard]] bool knowsEvent(const QString& key) const;
    [[nodiscard]] bool knowsDiagnosis(const QString& key) const;
    [[nodiscard]] int maxTotal() const;

    /// Reads and checks a scale file: unknown keys, gaps between bands, combinations without an answer and failing
    /// examples are errors that name file and place.
    static Result<Scale> read(const QByteArray& bytes, const QString& name);

private:
    std::map<QString, int> m_itemIndex;
    friend class ScaleReader;
};

/// The value of an assessed level among dated facts: 'mzt039-2013:moderate'. Levels are never converted between
/// standards; the standard stays with the level.
[[nodiscard]] inline QString assessedValue(const QString& scale, const QString& levelKey)
{
    return scale + u':' + levelKey;
}

} // namespace songhe
