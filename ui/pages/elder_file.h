// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "ui/pages/elder_timeline.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class AbilityView;
class FlowLayout;

/// One elder's file: what is true of her today, and everything recorded, newest first.
class ElderFile : public QWidget {
    Q_OBJECT

public:
    struct Desks {
        ElderDesk& elders;
        ElderTimeline::Records records; ///< a page of her records
        const Divisions& divisions;
        QString division; ///< the centre's own: places are named as seen from its province
        std::function<QString(Id<User>)> userName;
        AssessmentDesk* assessments = nullptr; ///< shows her ability where it is given
        std::function<Result<std::vector<ClaimShare>>(Id<Elder>)> claims = {};
        ElderTimeline::History history = {}; ///< who changed what
        MeasurementDesk* measurements = nullptr;
    };

    ElderFile(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void show(const Elder& elder);
    void reload();
    [[nodiscard]] const Elder& elder() const { return m_elder; }

Q_SIGNALS:
    void changed();

private:
    QWidget* makePersonCard();
    void showPerson();
    void showFactsOfToday(const std::vector<Fact>& facts);
    void choosePhoto();
    [[nodiscard]] QString medicinesOf(Id<Elder> elder) const;

    Surroundings m_around;
    Desks m_desks;
    Elder m_elder;
    QLabel* m_photo = nullptr;
    QLabel* m_lines = nullptr;
    QWidget* m_pillBox = nullptr;
    FlowLayout* m_pills = nullptr;
    AbilityView* m_ability = nullptr;
    QLabel* m_contacts = nullptr;
    QLabel* m_warnings = nullptr;
    QLabel* m_remarks = nullptr;
    ElderTimeline* m_timeline = nullptr;
};

} // namespace songhe::ui
