// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace songhe {

enum class Base64Padding { None, Full };

/// Canonical only: the text must be exactly what its bytes would be written as.
[[nodiscard]] inline std::optional<QByteArray> strictBase64(QByteArrayView text, Base64Padding padding)
{
    QByteArray::FromBase64Result decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto written
        = padding == Base64Padding::Full ? QByteArray::KeepTrailingEquals : QByteArray::OmitTrailingEquals;
    if (!decoded || decoded.decoded.toBase64(QByteArray::Base64Encoding | written) != text)
        return std::nullopt;
    return std::move(decoded.decoded);
}

} // namespace songhe
