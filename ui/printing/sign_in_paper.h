// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "core/services/service_desk.h"
#include "ui/printing/sheets.h"
#include "ui/printing/table_painter.h"

namespace songhe::printing {

/// What stands on the sheet that a group signs: one service, and who takes part.
struct SignInData {
    QString centre;
    QString item, place, staff;
    QString number; ///< of the group's first record; empty while nothing is recorded yet
    QDate on;
    QString time; ///< 14:00–15:30
    QStringList names;
    bool demonstration = false;
};

/// The list a group signs (签到表): who, with a box for the signature or fingerprint and one for a proxy; A4.
class SignInPaper final : public Paper {
public:
    /// Of a recorded group, or of the one elder who was served alone. `NotFound` where no such service counts.
    static Result<SignInData> gather(Session& session, Id<Service> id);
    /// Before anything is recorded: what is planned, and for whom.
    static Result<SignInData> gather(Session& session, const Service& pattern, const std::vector<Id<Elder>>& elders);
    static Result<std::unique_ptr<SignInPaper>> make(SignInData data);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit SignInPaper(SignInData data)
        : m_data(std::move(data))
    { }
    int paintAll(Sheets& sheets, int totalSheets) const;
    void paintFrame(Sheets& sheets, int totalSheets) const;

    SignInData m_data;
    std::vector<PrintColumn> m_columns;
};

} // namespace songhe::printing
