// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels.h"

class QGridLayout;

namespace songhe::ui {

class Pill;

/// Beside the steps: which file, where to, who can open it, who signs, what came before, and what that is good for.
class PackageFactsCard : public Card {
    Q_OBJECT

public:
    struct Line {
        QString text;
        QString pill; ///< none where empty
        Tone tone = Tone::Plain;
    };

    explicit PackageFactsCard(const Theme& theme, QWidget* parent = nullptr);
    void tell(const QString& fileName, const std::vector<Line>& lines);

private:
    const Theme& m_theme;
    QLabel* m_file;
    QVBoxLayout* m_lines;
};

} // namespace songhe::ui
