// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <cstdlib>

namespace songhe::fuzz {

/// What must hold whatever the bytes are; the fuzzer keeps the input that breaks it.
inline void mustHold(bool holds)
{
    if (!holds)
        std::abort();
}

inline QByteArray bytesOf(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), qsizetype(size)};
}

} // namespace songhe::fuzz
