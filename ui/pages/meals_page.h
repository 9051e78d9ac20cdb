// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/elders/elder_index.h"
#include "core/meals/meal_desk.h"
#include "core/security/session.h"
#include "ui/dialogs/delivery_dialog.h"
#include "ui/models/record_table_model.h"
#include "ui/printing/slip.h"
#include "ui/shell/page.h"

#include <QtCore/QHash>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace songhe::ui {

class ActionButton;
class Card;
class ChoiceBox;
class DayEdit;
class TableView;
class ThinBar;

/// The lunch queue: initials, a tail or a scanned card, Enter records. The answer stands in large type; Ctrl+Z takes
/// the last one back.
class MealsPage : public Page {
    Q_OBJECT

public:
    struct Desks {
        MealDesk& meals;
        SiteDesk& sites;
        Settings& settings;
        const ElderIndex& elders;
        const CentreInfo& centre;
        QString person;                                                        ///< who is at work
        std::function<Result<std::vector<printing::Slip>>(QDate day)> slipsOn; ///< one for each elder served that day
        /// Who else may confirm a late entry, and who it is by her name and password.
        std::function<QStringList()> others {};
        std::function<Result<Id<User>>(const QString& name, const SecureBytes& password)> second {};
    };

    MealsPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;
    void openRecord(qint64 elder) override;
    /// `meal`: the desk opens on its day, with its row chosen.
    void openOf(const QString& family, qint64 id) override;
    bool goBack() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// One found elder, as the clerk tells her from others of the same name.
    struct Candidate {
        ElderHit elder;
        int number = 0; ///< 1 is chosen by Enter, 2 to 9 by their key
        QString pill;
        Tone tone = Tone::Plain;
    };
    /// One meal of the list under the field.
    struct Served {
        Meal meal;
        QString name;
        Verdict::Outcome outcome = Verdict::Outcome::Refused;
        Fen subsidy;
        QString why;
    };

    [[nodiscard]] static Tone toneOf(Verdict::Outcome outcome);
    void makeActions();
    QWidget* makeQueueCard();
    QWidget* makeAnswerCard();
    QWidget* makeListCard();
    QHBoxLayout* makeListActions(QWidget* parent);
    QWidget* makeCountsCard();

    void look();
    [[nodiscard]] Candidate candidateOf(const ElderHit& elder, int number);
    bool chooseByDigit(int digit);
    bool moveChoice(int step);
    void recordChosen();
    void record(const Candidate& candidate);
    Result<void> recordLate(const Candidate& candidate, const LateEntry& late);
    void askLate(const Candidate& candidate);
    void recorded(const CheckIn& done);
    /// The day whose meals are shown and recorded: today, unless the clerk writes up an earlier one.
    [[nodiscard]] QDate day() const { return m_day.isValid() ? m_day : today(); }
    [[nodiscard]] bool isToday() const { return day() == today(); }
    void dayTyped();
    void showDay(QDate day);
    void readDay();
    void undo();
    void voidSelected();
    void printSlip();
    void tell(Tone tone, const QString& when, const QString& name, const QString& money, const QString& why);
    void showAnswer(const CheckIn& done);
    void showRefusal(const QString& name, const QString& message, Tone tone);
    void showServed();
    void showCounts();
    QWidget* makeCap(QWidget* parent);
    void showCap();
    void deliverTogether();
    [[nodiscard]] DeliveryDialog::Line deliveryLine(const ElderHit& hit, const Delivery& delivery);
    Result<void> recordTogether(const Batch& batch);
    void showTakenBack(const std::vector<Meal>& meals);
    void printDay();
    void previewSlips(const std::vector<printing::Slip>& slips, const QString& fileName);
    void setWay(MealWay way);
    [[nodiscard]] Meal mealFor(Id<Elder> elder) const;
    [[nodiscard]] Served servedOf(const Meal& meal, const Outlook& outlook) const;
    [[nodiscard]] QString siteName(Id<Site> site) const;

    Desks m_desks;
    std::vector<Site> m_sites;
    Fen m_price;
    MealWay m_way = MealWay::EatIn;
    QDate m_day;                 ///< invalid: today, also after midnight
    std::vector<Served> m_today; ///< of the day shown, newest first, all points and sittings

    DayEdit* m_dayEdit = nullptr;
    ActionButton* m_together = nullptr;
    QLabel* m_dayBanner = nullptr;
    QLabel* m_hint = nullptr;
    ChoiceBox* m_site = nullptr;
    ChoiceBox* m_sitting = nullptr;
    QLineEdit* m_field = nullptr;
    QLineEdit* m_fetchedBy = nullptr;
    std::vector<ActionButton*> m_ways;
    RecordTableModel<Candidate>* m_found = nullptr;
    TableView* m_candidates = nullptr;
    Card* m_answer = nullptr;
    QLabel* m_answerWhen = nullptr;
    QLabel* m_answerName = nullptr;
    QLabel* m_answerMoney = nullptr;
    QLabel* m_answerWhy = nullptr;
    RecordTableModel<Served>* m_list = nullptr;
    TableView* m_table = nullptr;
    ActionButton* m_void = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_split = nullptr;
    QLabel* m_allDay = nullptr;
    QLabel* m_money = nullptr;
    QWidget* m_capBox = nullptr;
    QLabel* m_capUsed = nullptr;
    ThinBar* m_capBar = nullptr;
    QLabel* m_capRest = nullptr;
};

} // namespace songhe::ui
