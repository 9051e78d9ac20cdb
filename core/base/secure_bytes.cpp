// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secure_bytes.h"

#include <sodium.h>

#include <cstring>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace songhe {

namespace {

/// Keys and opened envelopes are small and many: a guarded allocation of its own for each costs six system calls. Slots
/// of locked, guarded blocks are handed out instead; a block stays until the program ends.
class Slots {
public:
    explicit Slots(std::size_t slotSize)
        : m_slotSize(slotSize)
    { }

    unsigned char* take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty())
            addBlock();
        unsigned char* slot = m_free.back();
        m_free.pop_back();
        return slot;
    }

    void giveBack(unsigned char* slot)
    {
        sodium_memzero(slot, m_slotSize);
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(slot); // never grows: room for every slot was made with its block
    }

private:
    void addBlock()
    {
        const std::size_t slots = blockSize / m_slotSize;
        auto* block = static_cast<unsigned char*>(sodium_malloc(blockSize));
        if (!block)
            throw std::bad_alloc();
        m_made += slots;
        m_free.reserve(m_made);
        for (std::size_t i = 0; i < slots; ++i)
            m_free.push_back(block + i * m_slotSize);
    }

    static constexpr std::size_t blockSize = 16 * 1024; ///< little, for what may be locked is little
    std::size_t m_slotSize;
    std::mutex m_mutex;
    std::vector<unsigned char*> m_free;
    std::size_t m_made = 0;
};

constexpr std::size_t keySize = 64;
constexpr std::size_t envelopeSize = 1024;

/// The slots for this size; none where it needs an allocation of its own. They outlive every static that holds a key.
Slots* slotsFor(std::size_t size)
{
    static auto* const keys = new Slots(keySize);
    static auto* const envelopes = new Slots(envelopeSize);
    if (size <= keySize)
        return keys;
    return size <= envelopeSize ? envelopes : nullptr;
}

} // namespace

SecureBytes::SecureBytes(std::size_t size)
{
    if (size == 0)
        return;
    initCrypto();
    Slots* const slots = slotsFor(size);
    m_data = slots ? slots->take() : static_cast<unsigned char*>(sodium_malloc(size));
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
    if (Slots* const slots = m_data ? slotsFor(m_size) : nullptr)
        slots->giveBack(m_data);
    else if (m_data)
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
