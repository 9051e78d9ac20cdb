// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "core/exchange/claim_replay.h"
#include "core/rules/policy_shelf.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

#include <QtCore/QHash>

class QLabel;

namespace songhe::ui {

class ActionButton;
class Card;
class ChoiceBox;
class TableView;
class TaskBar;
class TaskBase;

/// The centres' claims at the district (F8): each is recomputed from the packages it came with, then accepted, or
/// returned with a reason. The centre learns the decision by its next receipt.
class DistrictClaimsPage : public Page {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictClaimsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] bool busy() const { return m_task != nullptr || m_replayTask != nullptr; }

private:
    /// What recomputing one package came to.
    struct Replayed {
        QString file;
        QString problem; ///< why it could not be recomputed
        ReplayReport report;
    };
    using ReplayedPackages = std::vector<Replayed>;
    /// A claim's number is unique at its centre alone.
    using ClaimKey = std::pair<QString, qint64>;

    void makeActions();
    QWidget* makeList();
    void read(Result<std::vector<ClaimOverview>> claims);
    void filter();
    void showDetail();
    void replay();
    void replayed(Result<ReplayedPackages> packages);
    void accept();
    void giveBack();
    void decide(bool accepted, const QString& reason);
    void say(const QString& text, Tone tone);
    [[nodiscard]] QString policyText(const QString& policy) const;
    [[nodiscard]] QString replayText(const ClaimOverview& claim) const;
    [[nodiscard]] Tone replayTone(const ClaimOverview& claim) const;
    [[nodiscard]] static QString stateText(const ClaimOverview& claim);
    [[nodiscard]] static Tone stateTone(const ClaimOverview& claim);
    [[nodiscard]] static bool waits(const ClaimOverview& claim);

    const DistrictOffice& m_office;
    Result<PolicyShelf> m_shelf;
    TaskBase* m_task = nullptr;
    TaskBase* m_replayTask = nullptr;
    bool m_again = false;
    std::vector<ClaimOverview> m_all;
    QHash<ClaimKey, QString> m_replayed; ///< the difference; empty: it came out the same
    ChoiceBox* m_which = nullptr;
    ChoiceBox* m_centre = nullptr;
    ActionButton* m_replay = nullptr;
    ActionButton* m_return = nullptr;
    ActionButton* m_accept = nullptr;
    QLabel* m_message = nullptr;
    Card* m_work = nullptr;
    TaskBar* m_taskBar = nullptr;
    RecordTableModel<ClaimOverview>* m_claims = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_detail = nullptr;
};

} // namespace songhe::ui
