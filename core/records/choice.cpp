// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/choice.h"

#include <QtCore/QCoreApplication>

namespace songhe::detail {

QString choiceKey(std::span<const ChoiceName> names, int value)
{
    for (const ChoiceName& name : names)
        if (name.value == value)
            return QString::fromLatin1(name.key);
    return {};
}

std::optional<int> choiceValue(std::span<const ChoiceName> names, const QString& key)
{
    for (const ChoiceName& name : names)
        if (key == QLatin1String(name.key))
            return name.value;
    return std::nullopt;
}

QString choiceText(std::span<const ChoiceName> names, int value)
{
    for (const ChoiceName& name : names)
        if (name.value == value)
            return QCoreApplication::translate(name.context, name.label);
    return {};
}

} // namespace songhe::detail
