// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

namespace songhe {

/// RFC 4180 on bytes: quotes only where they are needed. (A std::string: its push_back is inline, QByteArray's is not.)
inline void appendCsvCell(std::string& out, QByteArrayView cell)
{
    bool plain = true;
    for (const char c : cell)
        plain = plain && c != ',' && c != '"' && c != '\r' && c != '\n';
    if (plain) {
        out.append(cell.data(), std::size_t(cell.size()));
        return;
    }
    out.push_back('"');
    for (const char c : cell) {
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

inline void appendCsvNumber(std::string& out, qint64 number)
{
    std::array<char, 24> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), std::size_t(end - digits.data()));
}

/// The whole number that a cell holds; nothing where it holds anything else.
[[nodiscard]] inline std::optional<qint64> csvNumber(QByteArrayView cell)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(cell.begin(), cell.end(), number);
    if (cell.isEmpty() || error != std::errc() || end != cell.end())
        return std::nullopt;
    return number;
}

/// Takes CSV apart as it comes, in pieces of any size. Strict: a quote opens and closes a whole cell or the text is
/// none.
class CsvScanner {
public:
    /// Calls `each(const std::vector<QByteArrayView>& cells)` for every record; it answers whether to go on. False: the
    /// text is no CSV, or `each` wanted no more. Views last until the next record.
    template <typename Each> bool feed(QByteArrayView bytes, Each&& each)
    {
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            // The inside of a cell goes over in one piece.
            const qsizetype from = at;
            if (m_state == State::Quoted) {
                while (at < bytes.size() && bytes[at] != '"')
                    ++at;
            } else if (m_state != State::Closed && m_state != State::Return) {
                while (at < bytes.size() && !special(bytes[at]))
                    ++at;
            }
            if (at > from) {
                m_text.append(bytes.data() + from, std::size_t(at - from));
                if (m_state != State::Quoted)
                    m_state = State::Plain;
                if (m_text.size() - m_start > maxCell)
                    return false;
            }
            if (at < bytes.size() && !take(bytes[at], each))
                return false;
        }
        return true;
    }
    /// A last record may lack its line break.
    template <typename Each> bool finish(Each&& each)
    {
        if (m_state == State::Quoted)
            return false;
        return m_state == State::Record ? true : record(each);
    }
    /// Cells above this many bytes are refused, and records of more cells or bytes.
    static constexpr std::size_t maxCell = 1024 * 1024;
    static constexpr std::size_t maxCells = 1000;
    static constexpr std::size_t maxRecord = 16 * maxCell;

private:
    static bool special(char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; }

    enum class State { Record, Cell, Plain, Quoted, Closed, Return };

    template <typename Each> bool take(char c, Each&& each)
    {
        switch (m_state) {
        case State::Quoted:
            if (c == '"')
                m_state = State::Closed;
            else
                m_text.push_back(c);
            return m_text.size() - m_start <= maxCell;
        case State::Closed:
            if (c == '"') {
                m_text.push_back('"');
                m_state = State::Quoted;
                return true;
            }
            break;
        case State::Return:
            return c == '\n' && record(each);
        case State::Record:
        case State::Cell:
            if (c == '"') {
                m_state = State::Quoted;
                return true;
            }
            break;
        case State::Plain:
            break;
        }
        if (c == ',') {
            closeCell();
            m_state = State::Cell;
            return m_ends.size() < maxCells && m_text.size() <= maxRecord;
        }
        if (c == '\n')
            return record(each);
        if (c == '\r') {
            m_state = State::Return;
            return true;
        }
        if (m_state == State::Closed || c == '"')
            return false;
        m_text.push_back(c);
        m_state = State::Plain;
        return m_text.size() - m_start <= maxCell;
    }

    void closeCell()
    {
        m_ends.push_back(m_text.size());
        m_start = m_text.size();
    }

    template <typename Each> bool record(Each&& each)
    {
        closeCell();
        m_cells.clear();
        std::size_t from = 0;
        for (const std::size_t end : m_ends) {
            m_cells.emplace_back(m_text.data() + from, qsizetype(end - from));
            from = end;
        }
        const bool more = each(static_cast<const std::vector<QByteArrayView>&>(m_cells));
        m_text.clear();
        m_ends.clear();
        m_start = 0;
        m_state = State::Record;
        return more;
    }

    State m_state = State::Record;
    std::string m_text;
    std::size_t m_start = 0;
    std::vector<std::size_t> m_ends;
    std::vector<QByteArrayView> m_cells;
};

} // namespace songhe
