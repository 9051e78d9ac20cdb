// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>
#include <span>

namespace songhe {

/// One value of a closed list: the number in C++, the key in files and tables, the words on screen.
///
///     enum class Sitting { Breakfast, Lunch, Dinner };
///     template <> std::span<const ChoiceName> choiceNames<Sitting>();   // defined in the .cpp
struct ChoiceName {
    int value;
    const char* key;     ///< `lunch`
    const char* context; ///< translation context
    const char* label;   ///< QT_TRANSLATE_NOOP
};

template <typename E> std::span<const ChoiceName> choiceNames();

namespace detail {
QString choiceKey(std::span<const ChoiceName> names, int value);
std::optional<int> choiceValue(std::span<const ChoiceName> names, const QString& key);
QString choiceText(std::span<const ChoiceName> names, int value);
} // namespace detail

template <typename E> QString choiceKey(E value)
{
    return detail::choiceKey(choiceNames<E>(), int(value));
}

/// In the words of the user's language.
template <typename E> QString choiceText(E value)
{
    return detail::choiceText(choiceNames<E>(), int(value));
}

template <typename E> std::optional<E> choiceFromKey(const QString& key)
{
    const auto value = detail::choiceValue(choiceNames<E>(), key);
    return value ? std::optional(E(*value)) : std::nullopt;
}

} // namespace songhe
