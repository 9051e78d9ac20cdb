// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secure_bytes.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace songhe {

SecureBytes::SecureBytes(std::size_t size)
{
    if (size == 0)
        return;
    initCrypto();
    m_data = static_cast<unsigned char*>(sodium_malloc(size));
    if (!m_data)
        throw std::bad_alloc();
    m_size = size;
    sodium_memzero(m_data, size);
}

SecureBytes::SecureBytes(QByteArrayView bytes)
    : SecureBytes(std::size_t(bytes.size()))
{
    if (m_size > 0)
        std::memcpy(m_data, bytes.data(), m_size);
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{ }

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    clear();
}

SecureBytes SecureBytes::random(std::size_t size)
{
    SecureBytes bytes(size);
    if (size > 0)
        randombytes_buf(bytes.m_data, size);
    return bytes;
}

void SecureBytes::clear()
{
    if (m_data)
        sodium_free(m_data); // wipes before it frees
    m_data = nullptr;
    m_size = 0;
}

bool initCrypto()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace songhe
