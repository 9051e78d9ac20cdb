// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/scale.h"
#include "core/rules/data_file.h"

namespace songhe {

/// Reads a scale file from top to bottom; see resources/scales/ for the format. Problems go to the file.
class ScaleReader {
public:
    /// `root` outlives the reader.
    explicit ScaleReader(DataObject& root)
        : m_root(root)
    { }

    Scale read();

private:
    void readHead();
    void readSettings();
    void readGroups();
    void readGroup(DataObject object);
    void readItem(DataObject object, bool numbered);
    void readGrades(DataObject& object, ScaleGroup& group);
    void readPatterns(DataObject& object, ScaleGroup& group);
    void checkPatterns(DataObject& object, const ScaleGroup& group);
    void readLevels();
    void readResult();
    void readBands(DataObject& result);
    void readTable(DataObject& result);
    void readClauses();
    void readClause(DataObject object);
    void readOpenPoints();
    void readTables();
    [[nodiscard]] ScaleField readField(DataObject object);
    [[nodiscard]] static Words optionWords(DataObject& object);
    [[nodiscard]] std::vector<NamedWords> named(const QString& key);

    /// Bounds of a sensible file.
    static constexpr int highestScore = 1000;
    static constexpr int highestGrade = 9;

    DataObject& m_root;
    Scale m_scale;
};

/// Runs the examples of a scale file; a wrong one is reported to it.
void runScaleExamples(DataObject& root, const Scale& scale);

} // namespace songhe
