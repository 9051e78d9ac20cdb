// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/claim_step.h"
#include "ui/models/tick_model.h"
#include "ui/pages/settled_month.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class DayEdit;
class FenEdit;
class TableView;

/// What came back about a signed claim: accepted, returned as a whole or by lines, or the money. Space ticks a line.
/// Opens over `parent` and deletes itself.
class ClaimAnswerDialog : public QDialog {
    Q_OBJECT

public:
    struct Answer {
        ClaimState state = ClaimState::Accepted;
        std::optional<QDate> on; ///< the day on the letter or slip
        std::optional<Fen> fen;  ///< what arrived
        QStringList lines;       ///< of a part return
        QString note;            ///< of a return: the reason
    };
    /// Writes it down and tells what stood in the way; the dialog stays open then.
    using Record = std::function<Result<void>(const Answer& answer)>;

    /// `month` is kept and signed.
    ClaimAnswerDialog(const Surroundings& around, const SettledMonth& month, Record record, QWidget* parent);

    /// What may come next; empty where nothing may.
    [[nodiscard]] static std::vector<ClaimState> possible(ClaimState state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeLines(const Theme& theme, const SettledMonth& month);
    void stateChosen();
    void toggle(const QModelIndex& index);
    void record();
    [[nodiscard]] ClaimState state() const;

    Surroundings m_around;
    Record m_record;
    ChoiceBox* m_state;
    DayEdit* m_on;
    QLabel* m_fenLabel;
    FenEdit* m_fen;
    QLabel* m_noteLabel;
    QLineEdit* m_note;
    QLabel* m_linesLabel;
    TickModel<SettledLine>* m_model;
    TableView* m_table;
    QLabel* m_message;
    ActionButton* m_save;
};

} // namespace songhe::ui
