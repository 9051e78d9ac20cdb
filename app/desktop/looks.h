// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QString>

namespace songhe::desktop {

/// How the window looked last, so that the sign-in looks the same before the books are open. Nothing else is in the
/// file.
struct Looks {
    QString language = QStringLiteral("zh_CN");
    int textPercent = 100;
    bool highContrast = false;

    static Looks read(const QString& file);
    void write(const QString& file) const;
    [[nodiscard]] ui::Theme theme() const
    {
        return ui::Theme(highContrast ? ui::Tokens::highContrast() : ui::Tokens::light(), textPercent);
    }
    friend bool operator==(const Looks&, const Looks&) = default;
};

} // namespace songhe::desktop
