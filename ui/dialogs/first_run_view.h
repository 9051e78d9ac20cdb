// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "ui/dialogs/steps_view.h"

#include <functional>

namespace songhe::ui {

/// The first start: the centre, the first person, the recovery key. The key is shown once; whoever goes on has typed a
/// part of it back from paper.
class FirstRunView : public StepsView {
    Q_OBJECT

public:
    struct Services {
        DataFolder& folder;                           ///< outlives the view
        const Divisions& divisions;                   ///< outlives the view
        std::function<Result<CentreKeys>()> makeKeys; ///< called in a worker
        std::function<void()> openDemonstration;      ///< may be empty
        KdfCost cost = {};
        std::function<void()> openDistrict = {}; ///< may be empty
    };
    using Done = std::function<void(std::unique_ptr<Session>)>;

    FirstRunView(const Surroundings& around, Services services, Done done, QWidget* parent = nullptr);

protected:
    void next() override;
    void back() override;

private:
    struct Made {
        QString recoveryKey;
        CentreKeys keys;
        std::unique_ptr<Session> session;
    };

    void makeCentreStep();
    void makePersonStep();
    void makeKeyStep();
    QLineEdit* shortField(QWidget* part, const QString& label, const QString& hint, const char* name);
    void lookUpDivision();
    bool centreIsRight();
    bool personIsRight();
    void create();
    void created(Result<Made> made);
    void printKey();
    void confirmKey();
    void showStep(int step);

    Services m_services;
    Done m_done;
    QString m_division;
    std::optional<Made> m_made;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_code = nullptr;
    QLineEdit* m_place = nullptr;
    QLabel* m_placeFound = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_again = nullptr;
    QLabel* m_key = nullptr;
    QLineEdit* m_typedBack = nullptr;
    ActionButton* m_district = nullptr;
};

} // namespace songhe::ui
