// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/elders/elder_index.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/staff/staff_desk.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/forms/reference_edit.h"
#include "ui/pages/record_section.h"
#include "ui/printing/service_slip.h"
#include "ui/printing/sign_in_paper.h"

#include <QtCore/QHash>

class QHBoxLayout;
class QLineEdit;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class DayEdit;
class ServiceGrid;

/// F4: what is ordered and done for elders. A day or a week of the staff with orders from the catalogue, slips and
/// their signatures; beside it agreements, plans, prices and the staff.
class ServicesPage : public Page {
    Q_OBJECT

public:
    struct Desks {
        Session& session;
        BookingDesk& bookings;
        ServiceDesk& services;
        AgreementDesk& agreements;
        CatalogueDesk& catalogue;
        StaffDesk& staff;
        SiteDesk& sites;
        Settings& settings;
        const ElderIndex& index;
    };

    ServicesPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;
    /// A service, by its number.
    void openRecord(qint64 id) override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

private:
    /// What the list under the grid shows: an open booking, or what was done.
    struct DayLine {
        std::optional<Booking> booking;
        std::optional<Service> service;
        QString caller; ///< who ordered it, in words
    };
    /// Something done in this session that can be taken back.
    struct Step {
        QString words;
        std::function<Result<void>()> back;
    };
    enum View { DayView, WeekView };

    void makeActions();
    QWidget* makeSchedule();
    QHBoxLayout* makeDayRow(QWidget* parent);
    QHBoxLayout* makeLineActions(QWidget* parent);
    ActionButton* action(const QString& text, const QKeySequence& keys, bool main, const char* name,
                         void (ServicesPage::*act)());
    void addTab(const QString& title, const char* name);
    void makeSections();
    void makeStaff();
    template <typename R> void add(SectionPlan<R> plan);
    template <typename R> Column<R> column(const char* key) const;
    template <typename R> std::vector<Column<R>> columns(std::initializer_list<const char*> keys) const;
    [[nodiscard]] std::vector<Column<DayLine>> lineColumns() const;

    void showTab(int tab);
    void step(int by);
    void showActions();
    [[nodiscard]] RecordSectionBase* section() const; ///< null: the schedule is in front
    [[nodiscard]] bool inSchedule() const { return m_tab <= WeekView; }

    // the schedule
    bool eventFilter(QObject* watched, QEvent* event) override;

    void showSchedule();
    void showLines();
    void setDay(QDate day);
    [[nodiscard]] const DayLine* chosen() const;
    void chooseService(Id<Service> id);
    void order();
    void editOrder();
    [[nodiscard]] static std::vector<const char*> orderKeys();
    void newRecord() { section()->newRecord(); }
    void recordDone();
    void recordGroup();
    void finishChosen();
    void dropChosen();
    void printChosen();
    void printDay();
    void printSignIn();
    void showSignIn(QWidget* over, const std::function<Result<printing::SignInData>()>& gather);
    void printSlips(const std::vector<Service>& services, const QString& fileName);
    void signChosen();
    void scanned();
    /// True where it stands signed now.
    bool sign(const Service& service);
    /// Ctrl+Z takes the newest step back: an order is cancelled, a service void, with that as the reason.
    void remember(const QString& words, std::function<Result<void>()> back);
    void undoLast();
    void tell(const QString& text, Tone tone);
    [[nodiscard]] QString doubtText(const Service& service);

    // the form over the schedule
    template <typename R>
    void openForm(const R& start, const std::vector<const char*>& keys, const QString& title,
                  std::function<Result<QString>(const R&)> save);
    void fillUsual(FormBase* form, bool withPrice);
    void saveForm();
    void closeForm();
    void planFromAssessment();

    [[nodiscard]] References references() const;
    [[nodiscard]] std::optional<std::vector<Found>> allOf(const QString& family) const;
    [[nodiscard]] QString nameOf(const QString& family, qint64 id) const;
    [[nodiscard]] QString itemText(const QString& key) const;
    [[nodiscard]] QString progressText(const PlanItem& line) const;

    Desks m_desks;
    const Catalogue* m_catalogue = nullptr; ///< null where its file cannot be read: the page says so
    References m_references;
    mutable QHash<QString, std::vector<Found>> m_few;
    mutable QHash<qint64, std::vector<PlanProgress>> m_progress;
    QHBoxLayout* m_tabRow;
    QStackedWidget* m_stack;
    std::vector<ActionButton*> m_tabs;
    std::vector<RecordSectionBase*> m_sections;
    int m_tab = DayView;
    QDate m_day;

    DayEdit* m_dayEdit = nullptr;
    QLineEdit* m_scan = nullptr;
    ChoiceBox* m_how = nullptr;
    QLabel* m_message = nullptr;
    ServiceGrid* m_grid = nullptr;
    RecordTableModel<DayLine>* m_lines = nullptr;
    TableView* m_table = nullptr;

    QWidget* m_schedule = nullptr;
    QWidget* m_formPage = nullptr; ///< an order, a service, a proposal; over whatever is in front
    FormBase* m_form = nullptr;
    QLabel* m_formMessage = nullptr;
    QString m_formTitle;
    std::function<Result<QString>()> m_save;
    std::vector<Step> m_steps;

    ActionButton *m_order = nullptr, *m_new = nullptr, *m_record = nullptr, *m_group = nullptr, *m_slips = nullptr;
    ActionButton *m_edit = nullptr, *m_void = nullptr, *m_propose = nullptr, *m_saveButton = nullptr, *m_back = nullptr;
    ActionButton *m_done = nullptr, *m_drop = nullptr, *m_slip = nullptr, *m_sign = nullptr;
    ActionButton *m_undo = nullptr, *m_signIn = nullptr;
};

} // namespace songhe::ui
