// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/score.h"
#include "ui/shell/page.h"
#include "ui/widgets/sheet_item_list.h"

#include <optional>

class QStackedWidget;

namespace songhe::ui {

class RiskForm;
class SheetItemView;
class SheetResult;

/// A sheet of any scale, filled one key an item: its items at the left, the one that is answered in the middle, what
/// it comes to at the right. Used for the first keying, for the blind second one, and to look at a confirmed sheet.
/// It keeps no record: who uses it saves on `answered`.
class AssessmentSheet : public QWidget {
    Q_OBJECT

public:
    AssessmentSheet(const Theme& theme, QWidget* parent = nullptr);

    /// `tables`: shown as a part of its own; null: a sheet without. It is not owned.
    void open(const AnswerSheet& sheet, const ScaleChoices& choices, bool readOnly, QWidget* tables);
    /// Events of the last 30 days as they are recorded: stands beside the fields, until a person takes it over.
    void propose(const QMap<QString, int>& recorded);
    /// The same sheet after it was saved: what stands in the tables may have changed its diagnoses.
    void take(const AnswerSheet& sheet);

    [[nodiscard]] const AnswerSheet& sheet() const { return *m_sheet; }
    [[nodiscard]] int currentItem() const { return m_item; }
    void showPart(SheetPart part, int item = 0);

Q_SIGNALS:
    void answered();
    void diagnosisTicked(const QString& diagnosis, bool yes);

private:
    void choose(int option);
    void takeBack();
    void step(int items);
    void goOn();
    void changed();
    void showAll();
    [[nodiscard]] int firstMissing() const;

    const Theme& m_theme;
    std::optional<AnswerSheet> m_sheet;
    ScaleChoices m_choices;
    SheetPart m_part = SheetPart::Items;
    int m_item = 0;
    bool m_readOnly = false;
    QWidget* m_tables = nullptr;
    SheetItemList* m_list;
    SheetItemView* m_view;
    RiskForm* m_risks;
    SheetResult* m_result;
    QStackedWidget* m_middle;
};

} // namespace songhe::ui
