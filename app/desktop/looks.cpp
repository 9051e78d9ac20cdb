// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/looks.h"

#include <QtCore/QSettings>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

Looks Looks::read(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Looks looks;
    looks.language = settings.value(u"language"_s, looks.language).toString();
    looks.textPercent = settings.value(u"text_scale"_s, looks.textPercent).toInt();
    looks.highContrast = settings.value(u"contrast"_s).toString() == "high"_L1;
    return looks;
}

void Looks::write(const QString& file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"language"_s, language);
    settings.setValue(u"text_scale"_s, textPercent);
    settings.setValue(u"contrast"_s, highContrast ? u"high"_s : u"normal"_s);
}

} // namespace songhe::desktop
