// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/divisions/divisions.h"
#include "core/elders/elder_desk.h"
#include "core/meals/meal_desk.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class AbilityView;
class ActionButton;
class FlowLayout;
class TableView;

/// One elder's file: what is true of her today, and everything recorded, newest first.
class ElderFile : public QWidget {
    Q_OBJECT

public:
    struct Desks {
        ElderDesk& elders;
        MealDesk& meals;
        const Divisions& divisions;
        QString division; ///< the centre's own: places are named as seen from its province
        std::function<QString(Id<User>)> userName;
        AssessmentDesk* assessments = nullptr; ///< shows her ability where it is given
    };

    ElderFile(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void show(const Elder& elder);
    void reload();
    [[nodiscard]] const Elder& elder() const { return m_elder; }

Q_SIGNALS:
    void changed();

private:
    enum class Kind { All, Meals, Facts };
    struct Event {
        QDate on;
        Kind kind = Kind::Meals;
        QString what;
        QString content;
        QString who;
        QString amount;
        Tone tone = Tone::Plain;
        std::optional<Fact> fact;
    };

    QWidget* makePersonCard();
    QWidget* makeTimelineCard();
    void showPerson();
    void showFactsOfToday(const std::vector<Fact>& facts);
    void gather(const std::vector<Fact>& facts);
    void filter();
    void selectionChanged();
    void choosePhoto();
    void endFact();
    void voidFact();

    Surroundings m_around;
    Desks m_desks;
    Elder m_elder;
    std::vector<Event> m_events;
    Kind m_filter = Kind::All;
    QLabel* m_photo = nullptr;
    QLabel* m_lines = nullptr;
    QWidget* m_pillBox = nullptr;
    FlowLayout* m_pills = nullptr;
    AbilityView* m_ability = nullptr;
    QLabel* m_contacts = nullptr;
    QLabel* m_warnings = nullptr;
    QLabel* m_remarks = nullptr;
    RecordTableModel<Event>* m_model = nullptr;
    TableView* m_timeline = nullptr;
    ActionButton* m_end = nullptr;
    ActionButton* m_void = nullptr;
};

} // namespace songhe::ui
