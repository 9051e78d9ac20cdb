// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace songhe::tests {

/// A file of ours as the rules of the house look at it.
struct SourceFile {
    QString path; ///< from the top of the tree, with slashes: `core/meals/meal.h`
    QString text;

    [[nodiscard]] QStringList lines() const { return text.split(QLatin1Char('\n')); }
    /// The text with comments blanked out, line numbers kept; string literals stay.
    [[nodiscard]] QString withoutComments() const;
    /// The text with comments and the insides of string literals blanked out.
    [[nodiscard]] QString codeOnly() const;
    [[nodiscard]] bool isIn(const QString& folder) const { return path.startsWith(folder + QLatin1Char('/')); }
};

/// Every file below the folders given (from the top of the tree) whose name ends in one of `endings`, by path.
QList<SourceFile> filesIn(const QStringList& folders, const QStringList& endings);

/// The C++ of the product: core, ui and app.
const QList<SourceFile>& productSources();
/// And that of the tests.
const QList<SourceFile>& allSources();

/// `path:line` for every match of the pattern in `text`, which belongs to `file`.
QStringList placesOf(const QString& pattern, const SourceFile& file, const QString& text);

} // namespace songhe::tests
