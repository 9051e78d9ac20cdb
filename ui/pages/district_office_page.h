// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/district_page_base.h"

namespace songhe::ui {

class ChoiceBox;

/// What the district office is: its two keys for the centres, where its store and identity lie, how the window looks.
class DistrictOfficePage : public DistrictPageBase {
    Q_OBJECT

public:
    /// What can be chosen about the window's looks, as it is now.
    struct Looks {
        QString language;
        int textPercent = 100;
        bool highContrast = false;
    };

    /// `office` must outlive the page.
    DistrictOfficePage(const Surroundings& around, const DistrictOffice& office, const QStringList& languages,
                       Looks looks, QWidget* parent = nullptr);

Q_SIGNALS:
    void looksChosen(const songhe::ui::DistrictOfficePage::Looks& looks);

private:
    QWidget* makeKeys();
    QWidget* makePlaces();
    QWidget* makeLooks(const QStringList& languages, const Looks& looks);
    void fact(Card& card, const QString& label, const QString& text, const char* name);
    void choose();
    void saveKeys();
    void saveCopy();

    ChoiceBox* m_scale = nullptr;
    ChoiceBox* m_contrast = nullptr;
    ChoiceBox* m_language = nullptr;
};

} // namespace songhe::ui
