// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/rules/policy_shelf.h"
#include "core/security/session.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace songhe {
class AssessmentDesk;
}

namespace songhe::ui {

class ActionButton;
class AssessmentSettings;
class ChoiceBox;
class FenEdit;
class TableView;

/// How the program looks, what a meal costs, where packages go, the meal points, and who may sign in.
class SettingsPage : public Page {
    Q_OBJECT

public:
    struct Desks {
        Session& session;
        Settings& settings;
        SiteDesk& sites;
        QStringList languages;
        QList<std::pair<QString, QString>> policies; ///< of meals: id and title
        KdfCost cost = {};                           ///< for new passwords
        AssessmentDesk* assessments = nullptr;
    };

    /// Those a meal can be judged by, the newest version's title beside the id.
    static QList<std::pair<QString, QString>> mealPolicies(const PolicyShelf& shelf);

    SettingsPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;

Q_SIGNALS:
    /// Text size, contrast or language changed: the window is built anew.
    void looksChanged();

private:
    [[nodiscard]] static QString roleText(const QString& role);
    QWidget* makeLooks();
    QWidget* makeWork();
    QWidget* makeSites();
    QWidget* makePeople();
    QWidget* line(QVBoxLayout& column, const QString& label, QWidget* editor, const char* key);
    void put(const char* key, const QString& value, bool looks);
    void addSite();
    void addUser();
    void changePassword();
    [[nodiscard]] QString valueOf(const char* key);

    Desks m_desks;
    QLabel* m_message;
    AssessmentSettings* m_assessments = nullptr;
    ChoiceBox* m_scale = nullptr;
    ChoiceBox* m_contrast = nullptr;
    ChoiceBox* m_language = nullptr;
    ChoiceBox* m_slip = nullptr;
    ChoiceBox* m_lock = nullptr;
    ChoiceBox* m_policy = nullptr;
    FenEdit* m_price = nullptr;
    QLineEdit* m_district = nullptr;
    QLineEdit* m_recipient = nullptr;
    QLineEdit* m_publicKey = nullptr;
    RecordTableModel<Site>* m_siteModel = nullptr;
    TableView* m_siteTable = nullptr;
    QLineEdit* m_siteCode = nullptr;
    QLineEdit* m_siteName = nullptr;
    RecordTableModel<User>* m_userModel = nullptr;
    TableView* m_userTable = nullptr;
    QLineEdit* m_userName = nullptr;
    ChoiceBox* m_userRole = nullptr;
    QLineEdit* m_userPassword = nullptr;
    QLineEdit* m_ownPassword = nullptr;
};

} // namespace songhe::ui
