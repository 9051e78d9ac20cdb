// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace songhe {

/// RFC 4180 on bytes: quotes only where they are needed.
inline void appendCsvCell(QByteArray& out, QByteArrayView cell)
{
    bool plain = true;
    for (const char c : cell)
        plain = plain && c != ',' && c != '"' && c != '\r' && c != '\n';
    if (plain) {
        out.append(cell.data(), cell.size());
        return;
    }
    out.append('"');
    for (const char c : cell) {
        if (c == '"')
            out.append('"');
        out.append(c);
    }
    out.append('"');
}

inline void appendCsvNumber(QByteArray& out, qint64 number)
{
    std::array<char, 24> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

/// Takes CSV apart as it comes, in pieces of any size. Strict: a quote opens and closes a whole cell or the text is
/// none.
class CsvScanner {
public:
    /// Calls `each(const std::vector<QByteArrayView>& cells)` for every record; it answers whether to go on. False: the
    /// text is no CSV, or `each` wanted no more. Views last until the next record.
    template <typename Each> bool feed(QByteArrayView bytes, Each&& each)
    {
        for (const char c : bytes)
            if (!take(c, each))
                return false;
        return true;
    }
    /// A last record may lack its line break.
    template <typename Each> bool finish(Each&& each)
    {
        if (m_state == State::Quoted)
            return false;
        return m_state == State::Record ? true : record(each);
    }
    /// Cells above this many bytes are refused.
    static constexpr qsizetype maxCell = 1024 * 1024;

private:
    enum class State { Record, Cell, Plain, Quoted, Closed, Return };

    template <typename Each> bool take(char c, Each&& each)
    {
        switch (m_state) {
        case State::Quoted:
            if (c == '"')
                m_state = State::Closed;
            else
                m_text.append(c);
            return m_text.size() - m_start <= maxCell;
        case State::Closed:
            if (c == '"') {
                m_text.append('"');
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
            return true;
        }
        if (c == '\n')
            return record(each);
        if (c == '\r') {
            m_state = State::Return;
            return true;
        }
        if (m_state == State::Closed || c == '"')
            return false;
        m_text.append(c);
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
        qsizetype from = 0;
        for (const qsizetype end : m_ends) {
            m_cells.push_back(QByteArrayView(m_text).sliced(from, end - from));
            from = end;
        }
        const bool more = each(static_cast<const std::vector<QByteArrayView>&>(m_cells));
        m_text.resize(0);
        m_ends.clear();
        m_start = 0;
        m_state = State::Record;
        return more;
    }

    State m_state = State::Record;
    QByteArray m_text;
    qsizetype m_start = 0;
    std::vector<qsizetype> m_ends;
    std::vector<QByteArrayView> m_cells;
};

} // namespace songhe
