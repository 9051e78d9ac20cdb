// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/answer_sheet.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace songhe::ui {

/// The item that is answered now, with the wording of every option, and the keys of a sheet: the option's own key
/// chooses it, arrows, Home and End walk, Backspace takes an answer back, Enter goes on. A key that no option has does
/// nothing, and one that is held down counts once.
class SheetItemView : public QWidget {
    Q_OBJECT

public:
    explicit SheetItemView(const Theme& theme, QWidget* parent = nullptr);

    void showItem(const AnswerSheet& sheet, int item);
    /// Arrows walk still; nothing is chosen or taken back.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    void setHint(const QString& hint);

Q_SIGNALS:
    void chosen(int option);
    void takenBack();
    void stepped(int items); ///< -1, 1
    void jumped(bool toEnd);
    void goOn();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool walk(int key);
    void press(const QString& typed);

    const Theme& m_theme;
    const ScaleItem* m_item = nullptr;
    bool m_readOnly = false;
    QLabel* m_group;
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_test;
    QLabel* m_hint;
    QVBoxLayout* m_rows;
};

} // namespace songhe::ui
