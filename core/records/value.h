// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/fen.h"
#include "core/base/id.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>
#include <variant>

namespace songhe {

/// One value as the data file keeps it: nothing, a whole number, text or bytes.
/// Days and moments become ISO text, money a number of fen, areas of dm², choices their key.
class Value {
public:
    Value() = default;
    Value(std::nullopt_t) { }
    Value(int number)
        : m_value(qint64(number))
    { }
    Value(qint64 number)
        : m_value(number)
    { }
    Value(bool flag)
        : m_value(qint64(flag ? 1 : 0))
    { }
    Value(Fen fen)
        : m_value(fen.value)
    { }
    Value(Area area)
        : m_value(area.dm2)
    { }
    template <typename T>
    Value(Id<T> id)
        : m_value(id.value)
    { }
    Value(QString text)
        : m_value(std::move(text))
    { }
    Value(QByteArray bytes)
        : m_value(std::move(bytes))
    { }
    Value(QDate day);               ///< an invalid day is nothing
    Value(const QDateTime& moment); ///< an invalid moment is nothing
    template <typename T> Value(const std::optional<T>& maybe)
    {
        if (maybe)
            *this = Value(*maybe);
    }
    Value(const char*) = delete;

    [[nodiscard]] bool isNull() const { return m_value.index() == 0; }
    [[nodiscard]] bool isInteger() const { return m_value.index() == 1; }
    [[nodiscard]] bool isText() const { return m_value.index() == 2; }
    [[nodiscard]] bool isBytes() const { return m_value.index() == 3; }

    /// 0, empty or invalid where the value is of another kind.
    [[nodiscard]] qint64 integer() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QDateTime moment() const;

    friend bool operator==(const Value&, const Value&) = default;

private:
    std::variant<std::monostate, qint64, QString, QByteArray> m_value;
};

} // namespace songhe
