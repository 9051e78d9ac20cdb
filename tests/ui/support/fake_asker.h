// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/asker.h"

#include <QtCore/QStringList>

namespace songhe::ui {

/// Answers as the test says, and remembers what was asked.
class FakeAsker final : public Asker {
public:
    bool agree = true;
    std::optional<QString> answer = QStringLiteral("because");
    std::optional<QString> file;
    QStringList asked;

    bool confirm(const Question& question) override
    {
        asked.append(question.text);
        return agree;
    }
    std::optional<QString> text(const QString& title, const QString&, const QString&, bool) override
    {
        asked.append(title);
        return answer;
    }
    void tell(const QString& message, const QString&) override { asked.append(message); }
    std::optional<QString> fileToOpen(const QString&, const QString&) override { return file; }
    std::optional<QString> fileToSave(const QString&, const QString&, const QString&) override { return file; }
    std::optional<QString> folder(const QString&) override { return file; }
};

} // namespace songhe::ui
