// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 2.13 (Debian 12) and 3 alike; Qt's strings printed as text.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QString>

#include <ostream>

inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}

inline std::ostream& operator<<(std::ostream& out, const QByteArray& bytes)
{
    return out << '"' << bytes.toStdString() << '"';
}

inline std::ostream& operator<<(std::ostream& out, QDate day)
{
    return out << day.toString(Qt::ISODate).toStdString();
}

namespace Catch {
/// A failed Result says why in the test's output.
template <typename T> struct StringMaker<songhe::Result<T>> {
    static std::string convert(const songhe::Result<T>& result)
    {
        if (result)
            return "ok";
        return (result.error().message + QStringLiteral(" [") + result.error().detail + QStringLiteral("]"))
            .toStdString();
    }
};
} // namespace Catch
