// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <cstddef>
#include <memory>
#include <span>

namespace songhe {

/// Bytes that must not be left lying about: locked in memory, wiped when freed, never copied by accident.
/// For keys, passwords and passphrases.
class SecureBytes {
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size); ///< zero-filled
    explicit SecureBytes(QByteArrayView bytes);
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;
    ~SecureBytes();

    [[nodiscard]] static SecureBytes random(std::size_t size);
    [[nodiscard]] SecureBytes clone() const { return SecureBytes(view()); }

    [[nodiscard]] unsigned char* data() { return m_data; }
    [[nodiscard]] const unsigned char* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] QByteArrayView view() const { return {reinterpret_cast<const char*>(m_data), qsizetype(m_size)}; }
    void clear();

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Must be called once before any other use of libsodium; safe to call again. False: the machine has no randomness.
bool initCrypto();

} // namespace songhe
