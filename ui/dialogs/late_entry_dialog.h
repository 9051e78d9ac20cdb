// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secure_bytes.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace songhe::ui {

class ChoiceBox;

/// Why a meal is entered days after it was served, and the second person, who confirms it by her own password. Opens
/// over `parent` and deletes itself.
class LateEntryDialog : public QDialog {
    Q_OBJECT

public:
    /// Records it, and tells what stood in the way; the dialog stays open then.
    using Record = std::function<Result<void>(const QString& reason, const QString& second, SecureBytes password)>;

    /// `what`: whose meal of which day. `others`: the names of all who may confirm it.
    LateEntryDialog(const Surroundings& around, const QString& what, const QStringList& others, Record record,
                    QWidget* parent);

private:
    void recordNow();

    Record m_record;
    QLineEdit* m_reason;
    ChoiceBox* m_second;
    QLineEdit* m_password;
    QLabel* m_message;
};

} // namespace songhe::ui
