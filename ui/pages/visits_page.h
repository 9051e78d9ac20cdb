// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/staff_desk.h"
#include "core/visits/visit_desk.h"
#include "ui/pages/record_sections.h"

namespace songhe::ui {

/// F7: whom to visit, what was found, and how often each elder is visited.
class VisitsPage : public RecordSections {
    Q_OBJECT

public:
    struct Desks {
        VisitDesk& visits;
        StaffDesk& staff;
        const ElderIndex& index;
        /// The due list as the visitor's paper, over this page.
        std::function<void(QWidget* over, const std::vector<DueVisit>& due, QDate on)> print;
    };

    VisitsPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

private:
    enum Section { Due, Visits, Undecided, Tiers };

    void makeDue();
    void makeVisits();
    void makeUndecided();
    void makeTiers();
    void record(const DueVisit* due);
    void decide(const TierProposal* proposal);
    void decideAll();
    [[nodiscard]] QString tierText(const QString& key) const;
    [[nodiscard]] std::vector<Found> allOf(const QString& family) const override;
    [[nodiscard]] std::vector<std::pair<QString, QString>> wordsOf(const QString& context,
                                                                   const QString& key) const override;
    void showOwnActions() override;

    Desks m_desks;
    ListSection<DueVisit>* m_due = nullptr;
    RecordSection<Visit>* m_visits = nullptr;
    ListSection<TierProposal>* m_undecided = nullptr;
    RecordSection<VisitTier>* m_tiers = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_all = nullptr;
};

} // namespace songhe::ui
