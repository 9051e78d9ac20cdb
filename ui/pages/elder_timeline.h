// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/timeline.h"
#include "core/divisions/divisions.h"
#include "core/elders/elder_desk.h"
#include "core/health/measurement_desk.h"
#include "core/security/record_history.h"
#include "core/subsidies/claim_repository.h"
#include "ui/models/change_words.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/labels.h"

class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class HealthView;
class TableView;

/// Everything recorded about one elder, newest first: meals, services, day care, visits, incidents, what was measured,
/// claims and facts, and who changed what. It reads on as one scrolls down, so that a file with ten years behind it
/// opens as fast as a new one.
class ElderTimeline : public Card {
    Q_OBJECT

public:
    using History
        = std::function<Result<std::vector<RecordChange>>(Id<Elder> elder, std::optional<qint64> before, int most)>;
    using Records = std::function<Result<std::vector<TimelineEntry>>(
        Id<Elder> elder, const QStringList& families, const std::optional<TimelinePlace>& before, int most)>;
    struct Desks {
        ElderDesk& elders;
        Records records; ///< a page of her records
        const Divisions& divisions;
        QString division; ///< places are named as seen from here
        std::function<QString(Id<User>)> userName;
        std::function<Result<std::vector<ClaimShare>>(Id<Elder>)> claims; ///< empty: there are none
        History history;                                                  ///< empty: no such tab
        MeasurementDesk* measurements = nullptr;                          ///< draws charts where it is given
        std::function<QString(Id<Elder>)> medicines = {};                 ///< by the newest assessment
    };

    ElderTimeline(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void show(const Elder& elder, const std::vector<Fact>& facts);

Q_SIGNALS:
    /// A fact was ended or made void.
    void changed();

private:
    enum class Kind { All, Meals, Services, DayCare, Visits, Incidents, Health, Devices, Claims, Facts, History };
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

    QWidget* makeTabs();
    QWidget* makeEvents();
    QWidget* makeHistory();
    void choose(Kind kind);
    void showAll();
    [[nodiscard]] Event eventOf(const Fact& fact) const;
    [[nodiscard]] Event eventOf(const TimelineEntry& entry) const;
    [[nodiscard]] Event eventOf(const ClaimShare& share) const;
    [[nodiscard]] bool isShown(const Event& event) const { return m_filter == Kind::All || event.kind == m_filter; }
    [[nodiscard]] bool readOn();
    void readOnWhereNeeded();
    void readHistory();
    void selectionChanged();
    void endFact();
    void voidFact();

    Surroundings m_around;
    Desks m_desks;
    Elder m_elder;
    std::vector<Fact> m_facts;           ///< hers
    std::vector<Event> m_known;          ///< facts and claims: few, all of them; newest first
    std::size_t m_knownShown = 0;        ///< so many of them were looked at
    std::optional<TimelinePlace> m_last; ///< of the records in the list
    bool m_recordsEnd = false;
    Kind m_filter = Kind::All;
    std::optional<qint64> m_historyTo;
    bool m_historyEnds = false;
    std::vector<std::pair<Kind, ActionButton*>> m_tabs;
    QStackedWidget* m_stack = nullptr;
    RecordTableModel<Event>* m_model = nullptr;
    TableView* m_timeline = nullptr;
    HealthView* m_health = nullptr;
    RecordTableModel<ChangeLine>* m_changes = nullptr;
    TableView* m_history = nullptr;
    ActionButton* m_end = nullptr;
    ActionButton* m_void = nullptr;
};

} // namespace songhe::ui
