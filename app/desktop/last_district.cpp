// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/last_district.h"

#include "ui/dialogs/district_start_view.h"

#include <QtCore/QSettings>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

DistrictPlaces readLastDistrict(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    return {settings.value(u"store"_s).toString(), settings.value(u"identity"_s).toString()};
}

void writeLastDistrict(const QString& file, const DistrictPlaces& places)
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"store"_s, ui::withoutPassword(places.store));
    settings.setValue(u"identity"_s, places.identity);
}

} // namespace songhe::desktop
