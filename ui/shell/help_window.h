// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/manual.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QDialog>

class QListWidget;
class QTextBrowser;

namespace songhe::ui {

/// A key and what it does.
struct KeyLine {
    QString key;
    QString act;
};

/// The manual beside the work: chapters at the left, the chosen one at the right, and under it the keys of the page one
/// is on. It does not stop the work; Esc closes it.
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    HelpWindow(const Theme& theme, std::vector<ManualChapter> chapters, QWidget* parent);

    /// Opens the first chapter about that page. `everywhere`: keys that work on all pages.
    void showPage(const QString& page, std::vector<KeyLine> keys, std::vector<KeyLine> everywhere);

private:
    void showChapter(int chapter);

    const Theme& m_theme;
    std::vector<ManualChapter> m_chapters;
    QString m_page;
    std::vector<KeyLine> m_keys, m_everywhere;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace songhe::ui
