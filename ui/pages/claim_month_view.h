// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/claim_side.h"

#include <array>

class QLabel;

namespace songhe::ui {

class ActionButton;
class Pill;
class TableView;

/// A settled period: what it comes to, every line with its reason, adjustments with the line they correct, and beside
/// them the sums and steps or the facts of one line.
class ClaimMonthView : public QWidget {
    Q_OBJECT

public:
    explicit ClaimMonthView(const Surroundings& around, QWidget* parent = nullptr);

    void showMonth(const SettledMonth& month);
    /// Kept, not kept, or kept with other lines.
    void showState(const SettledMonth& month);
    void showFacts(const LineFacts& facts);
    /// False where none were open.
    bool closeFacts();
    void focusLines();
    /// Chooses a kept line among all; null where it is none of this claim.
    const SettledLine* choose(Id<ClaimLine> line);

Q_SIGNALS:
    void opened(const songhe::ui::SettledLine& line);
    void recordAsked(const QString& page, qint64 record);

private:
    enum class Shown { All, Paid, NotPaid, Held, Adjustments };

    QWidget* makeFigures();
    QWidget* makeLines();
    [[nodiscard]] static bool fits(Shown shown, const SettledLine& line);
    void filter(Shown shown);
    void showSum(ClaimSide::SumOf sum, const QString& label);
    void showLines(std::vector<SettledLine> lines);

    Surroundings m_around;
    std::vector<SettledLine> m_lines;
    std::optional<SettledMonth> m_month; ///< without lines, for going back to the sums

    QLabel* m_total = nullptr;
    QLabel* m_capitals = nullptr;
    QLabel* m_paidCaption = nullptr;
    QLabel* m_paid = nullptr;
    QLabel* m_people = nullptr;
    QLabel* m_refused = nullptr;
    QLabel* m_held = nullptr;
    Pill* m_state = nullptr;
    QLabel* m_stateWhen = nullptr;
    std::array<ActionButton*, 5> m_filters {};
    RecordTableModel<SettledLine>* m_model = nullptr;
    TableView* m_table = nullptr;
    ClaimSide* m_side = nullptr;
};

} // namespace songhe::ui
