// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_desk.h"
#include "core/attendance/attendance_desk.h"
#include "core/centre/site_desk.h"
#include "core/elders/elder_index.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class ActionButton;
class DayEdit;
class SearchField;
class TableView;

/// F5: who comes to day care. The day's list of regulars; a scanned card or a name and Enter is in, the second time
/// out; all present in one step, and who is away with the reason.
class AttendancePage : public Page {
    Q_OBJECT

public:
    struct Desks {
        AttendanceDesk& attendance;
        AbsenceDesk& absences;
        const ElderIndex& index;
    };

    AttendancePage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;
    /// The day of one attendance, with its line chosen.
    void openRecord(qint64 id) override;

private:
    struct Line {
        Regular regular;
        QString name;
    };

    void makeActions();
    QWidget* makeQueue();
    QWidget* makeList();
    void showDay();
    [[nodiscard]] QDate day() const;
    void pass(Id<Elder> elder);
    void passChosen();
    void allPresent();
    void markAway(AbsenceReason reason);
    bool mayEndAbsence(const Line& line);
    void voidChosen();
    void say(const QString& text, Tone tone);
    [[nodiscard]] const Line* chosen() const;
    [[nodiscard]] static QString stateOf(const Line& line);
    [[nodiscard]] static Tone toneOf(const Line& line);
    [[nodiscard]] static QString remarkOf(const Line& line, QDate today);

    Desks m_desks;
    DayEdit* m_day = nullptr;
    SearchField* m_field = nullptr;
    QLabel* m_answer = nullptr;
    RecordTableModel<Line>* m_model = nullptr;
    TableView* m_table = nullptr;
    ActionButton* m_pass = nullptr;
    ActionButton* m_hospital = nullptr;
    ActionButton* m_away = nullptr;
    ActionButton* m_void = nullptr;
};

} // namespace songhe::ui
