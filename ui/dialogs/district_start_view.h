// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "ui/dialogs/steps_view.h"

#include <functional>

namespace songhe::ui {

/// How a district office begins: it opens its store with its identity file, or sets both up. Nobody can open a package
/// without the identity file, so whoever sets up is asked for a copy in another place before going on.
class DistrictStartView : public StepsView {
    Q_OBJECT

public:
    struct Services {
        DistrictPlaces known;           ///< where they were last; empty: nothing was set up from this computer
        QString newStore;               ///< proposed for a new one
        std::function<void()> toCentre; ///< this is a centre after all; may be empty
        /// Told as soon as an office was opened or set up; may be empty.
        std::function<void(const DistrictPlaces&)> remember = {};
    };
    using Done = std::function<void(std::unique_ptr<DistrictOffice>)>;

    DistrictStartView(const Surroundings& around, Services services, Done done, QWidget* parent = nullptr);
    ~DistrictStartView() override;

protected:
    void next() override;
    void back() override;

private:
    enum Part { OpenPart, OfficePart, IdentityPart, KeysPart };
    /// A store's place, and the database's password where it is a server and the address has none.
    struct StoreField {
        QLineEdit* place = nullptr;
        QLabel* passwordLabel = nullptr;
        QLineEdit* password = nullptr;
    };

    void makeOpen();
    void makeOffice();
    void makeIdentity();
    void makeKeys();
    QLineEdit* line(QWidget* part, const QString& label, const QString& hint, const char* name);
    QLineEdit* placeLine(QWidget* part, const QString& label, const QString& hint, const char* name,
                         std::function<std::optional<QString>()> choose);
    StoreField storeField(QWidget* part, const QString& hint, const char* name,
                          std::function<std::optional<QString>()> choose);
    [[nodiscard]] static QString storeOf(const StoreField& field);
    void lookAtStore(const StoreField& field);
    void chooseIdentityKind(bool makeNew);
    void proposeIdentity();
    void showStep(Part part);
    [[nodiscard]] QWidget* firstOf(Part part) const;
    void open();
    void setUp();
    void work(const QString& what, std::function<Result<std::unique_ptr<DistrictOffice>>()> job, Part after);
    void saveCopy();
    void saveKeys();
    void begin();

    Services m_services;
    Done m_done;
    bool m_working = false;
    bool m_newIdentity = true;
    bool m_copied = false;
    std::unique_ptr<DistrictOffice> m_office;
    ActionButton* m_other = nullptr;
    ActionButton* m_centre = nullptr;
    StoreField m_store;
    QLineEdit* m_identity = nullptr;
    QLineEdit* m_name = nullptr;
    StoreField m_newStore;
    ActionButton* m_makeNew = nullptr;
    ActionButton* m_useOne = nullptr;
    QLineEdit* m_newIdentityFile = nullptr;
    QLabel* m_recipient = nullptr;
    QLabel* m_publicKey = nullptr;
    QLabel* m_code = nullptr;
};

/// What a district gives to each of its centres: two keys, as lines of a text file.
Result<void> saveDistrictKeys(const DistrictInfo& info, const QString& file);
/// A store's address without its password, to be shown and remembered.
[[nodiscard]] QString withoutPassword(const QString& store);

} // namespace songhe::ui
