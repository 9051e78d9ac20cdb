// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace songhe::ui {

/// One chapter of the manual: from its heading to the next one.
struct ManualChapter {
    QString title;
    QString page; ///< key of the page it is about; empty: of none
    QString text; ///< Markdown, with the heading
};

/// The manual as it lies in the program, in that language or in English.
[[nodiscard]] std::vector<ManualChapter> readManual(const QString& language);
/// '## Title', then perhaps '<!-- page: meals -->': a chapter. What stands before the first one is left out.
[[nodiscard]] std::vector<ManualChapter> chaptersOf(const QString& markdown);

} // namespace songhe::ui
