// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/answer_sheet.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QListWidget>

namespace songhe::ui {

/// The parts of a sheet beside its items.
enum class SheetPart { Items, Risks, Tables };

/// All items of a sheet under their groups, each with the score it has so far; below them the other parts. It never
/// takes the focus: the keys stay with the item that is answered.
class SheetItemList : public QListWidget {
    Q_OBJECT

public:
    explicit SheetItemList(const Theme& theme, QWidget* parent = nullptr);

    void setScale(const Scale& scale, bool withTables);
    void showScores(const AnswerSheet& sheet);
    void mark(SheetPart part, int item);

Q_SIGNALS:
    void wanted(songhe::ui::SheetPart part, int item);

private:
    void add(const QString& code, const QString& title, SheetPart part, int item);

    const Theme& m_theme;
};

} // namespace songhe::ui
