// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/claim_replay.h"
#include "core/rules/policy_shelf.h"
#include "ui/models/record_table_model.h"
#include "ui/pages/district_page_base.h"

#include <QtCore/QHash>

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class TableView;

/// The centres' claims at the district (F8): each is recomputed from the packages it came with, then accepted, or
/// returned with a reason. The centre learns the decision by its next receipt; the page tells which decisions stand in
/// none yet, and writes those receipts.
class DistrictClaimsPage : public DistrictPageBase {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictClaimsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] bool busy() const override { return DistrictPageBase::busy() || m_task != nullptr; }

protected:
    void readEnded() override { showButtons(); }

private:
    /// What recomputing one package came to.
    struct Replayed {
        QString file;
        QString problem; ///< why it could not be recomputed
        ReplayReport report;
    };
    using ReplayedPackages = std::vector<Replayed>;
    /// A claim's number is unique at its centre alone, and a claim that was changed is another one.
    struct ClaimKey {
        QString centre;
        qint64 claim = 0;
        QString digest;
        friend bool operator==(const ClaimKey&, const ClaimKey&) = default;
        friend size_t qHash(const ClaimKey& key, size_t seed)
        {
            return qHashMulti(seed, key.centre, key.claim, key.digest);
        }
    };
    struct Claims {
        std::vector<ClaimOverview> all;
        std::vector<UntoldDecisions> untold;
    };

    void makeActions();
    QWidget* makeUntold();
    QWidget* makeList();
    void makeTable(Card& card);
    void showRead(Claims claims);
    void showUntold();
    void forgetStale();
    void filter();
    void showDetail();
    void showButtons();
    void replay();
    void replayed(Result<ReplayedPackages> packages);
    void accept();
    void giveBack();
    void decide(const ClaimOverview& claim, bool accepted, const QString& reason);
    void decided(const QString& place, const Result<ClaimDecision>& decision);
    void writeReceipts();
    void receiptsWritten(const Result<WrittenReceipts>& written, const QString& folder);
    [[nodiscard]] const ClaimOverview* chosen() const;
    [[nodiscard]] static ClaimKey keyOf(const ClaimOverview& claim) { return {claim.centre, claim.id, claim.digest}; }
    /// The difference; empty: it came out the same. Nothing: this claim, as it stands, was not recomputed yet.
    [[nodiscard]] std::optional<QString> difference(const ClaimOverview& claim) const;
    [[nodiscard]] QString policyText(const QString& policy) const;
    [[nodiscard]] QString replayText(const ClaimOverview& claim) const;
    [[nodiscard]] Tone replayTone(const ClaimOverview& claim) const;
    [[nodiscard]] static QString stateText(const ClaimOverview& claim);
    [[nodiscard]] static Tone stateTone(const ClaimOverview& claim);
    [[nodiscard]] static bool waits(const ClaimOverview& claim);

    Result<PolicyShelf> m_shelf;
    TaskBase* m_task = nullptr; ///< recomputes, decides or writes receipts
    std::vector<ClaimOverview> m_all;
    std::vector<UntoldDecisions> m_untold;
    QHash<ClaimKey, QString> m_replayed; ///< the difference; empty: it came out the same
    ChoiceBox* m_which = nullptr;
    ChoiceBox* m_centre = nullptr;
    ActionButton* m_replay = nullptr;
    ActionButton* m_return = nullptr;
    ActionButton* m_accept = nullptr;
    QWidget* m_untoldCard = nullptr;
    QLabel* m_untoldWords = nullptr;
    ActionButton* m_write = nullptr;
    RecordTableModel<ClaimOverview>* m_claims = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_detail = nullptr;
};

} // namespace songhe::ui
