// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"
#include "core/centre/settings.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;

/// Who can open the package: the district by its key, which is kept in the settings, or whoever is told a passphrase.
class PackageSealForm : public QWidget {
    Q_OBJECT

public:
    /// Shorter passphrases are refused.
    static constexpr int leastPassphrase = 12;

    explicit PackageSealForm(const Surroundings& around, QWidget* parent = nullptr);

    /// What the settings hold.
    Result<void> load(Settings& settings);
    /// Checks what is typed and keeps the district's name and key.
    Result<void> accept(Settings& settings);
    [[nodiscard]] bool byPassphrase() const { return m_byPassphrase; }
    /// Empty where the district's key is used.
    [[nodiscard]] SecureBytes passphrase() const;
    [[nodiscard]] QString districtName() const;
    void clearPassphrase();

Q_SIGNALS:
    void edited();

private:
    QLineEdit* addField(QWidget* sheet, const QString& label, const QString& name, bool secret);
    void choose(bool byPassphrase);

    Surroundings m_around;
    bool m_byPassphrase = false;
    ActionButton* m_keyTab;
    ActionButton* m_passphraseTab;
    QStackedWidget* m_stack;
    QLineEdit* m_name;
    QLineEdit* m_key;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
};

} // namespace songhe::ui
