// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <optional>
#include <vector>

namespace songhe {

/// Where in a list the thing with an id stands. Small and flat, for loops that ask a million times: a node of a
/// std::unordered_map for each elder is one more walk to memory that is not near.
class IdIndex {
public:
    /// Adding an id again leaves it where it is. 0 is no id.
    void add(qint64 id, quint32 place)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        Slot& slot = m_slots[slotOf(id)];
        if (slot.id == id)
            return;
        slot = {id, place};
        ++m_count;
    }
    [[nodiscard]] std::optional<quint32> find(qint64 id) const
    {
        if (m_slots.empty())
            return std::nullopt;
        const Slot& slot = m_slots[slotOf(id)];
        return slot.id == id && id != 0 ? std::optional(slot.place) : std::nullopt;
    }

private:
    struct Slot {
        qint64 id = 0;
        quint32 place = 0;
    };

    /// The id's own slot or the free one where it would go. Never full, so the walk ends.
    [[nodiscard]] std::size_t slotOf(qint64 id) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = std::size_t((quint64(id) * 0x9E3779B97F4A7C15ULL) >> 32) & mask; // golden ratio: spreads runs
        while (m_slots[at].id != 0 && m_slots[at].id != id)
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        std::vector<Slot> before(m_slots.empty() ? 16 : m_slots.size() * 2);
        before.swap(m_slots);
        for (const Slot& slot : before)
            if (slot.id != 0)
                m_slots[slotOf(slot.id)] = slot;
    }

    std::vector<Slot> m_slots; ///< a power of two of them, at most half of them taken
    std::size_t m_count = 0;
};

} // namespace songhe
