// SPDX-License-Identifier: GPL-3.0-or-later
// The searching half of ElderIndex. What was typed is compared with every name, but most are turned down by one AND.

#include "core/base/text/digits.h"
#include "core/elders/elder_index.h"
#include "core/elders/search_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestQuery = 62; ///< positions fit into 64 bits with one to spare for the end

} // namespace

/// What was typed, made ready: for every word (syllable) and every position, where one may stand after reading a
/// character so said there: after its initial (z, zh), after all of it, or at the end of what was typed so far.
struct ElderIndex::Query {
    QString text; ///< plain, without blanks, lower case
    QList<uint> typed;
    quint64 gate = 0;
    quint64 firstGate = 0; ///< of what the first character must have where the name begins so
    qsizetype length = 0;
    bool hasLetters = false;
    bool hasHan = false;
    std::vector<quint64> any;   ///< [word * length + position]
    std::vector<quint64> whole; ///< all of the word only

    [[nodiscard]] quint64 end() const { return quint64(1) << length; }
};

/// Keeps the best: a bounded list for each way of being found, the living apart from the dead.
class ElderIndex::Found {
public:
    explicit Found(int limit)
        : m_limit(std::size_t(std::max(limit, 0)))
    { }

    void add(Row row, FoundBy foundBy, bool dead)
    {
        auto& list = m_lists[std::size_t(foundBy) * 2 + (dead ? 1 : 0)];
        if (list.size() < m_limit)
            list.push_back(row);
    }
    [[nodiscard]] bool isFull(FoundBy foundBy) const { return m_lists[std::size_t(foundBy) * 2].size() >= m_limit; }
    /// Are there as many as are wanted whose names begin so?
    [[nodiscard]] bool hasEnoughStarts() const
    {
        std::size_t count = 0;
        for (const FoundBy way : {FoundBy::ExactName, FoundBy::ExactPinyin, FoundBy::Start, FoundBy::OtherReading})
            count += m_lists[std::size_t(way) * 2].size() + m_lists[std::size_t(way) * 2 + 1].size();
        return count >= m_limit;
    }

    /// Best first, nobody twice.
    template <typename Each> void inOrder(Each&& each) const
    {
        std::vector<Row> shown;
        for (std::size_t list = 0; list < m_lists.size(); ++list)
            for (const Row row : m_lists[list]) {
                if (shown.size() >= m_limit)
                    return;
                if (std::find(shown.begin(), shown.end(), row) != shown.end())
                    continue;
                shown.push_back(row);
                each(row, FoundBy(list / 2));
            }
    }

private:
    std::size_t m_limit;
    std::array<std::vector<Row>, (std::size_t(FoundBy::Part) + 1) * 2> m_lists;
};

ElderIndex::Query ElderIndex::prepared(const QString& text) const
{
    Query query;
    for (const uint character : text.toUcs4()) {
        if (query.typed.size() >= longestQuery)
            break;
        const char32_t each = character == U'ü' ? U'v' : char32_t(character);
        if (QChar::isLetterOrNumber(each) || QChar::isMark(each) || isHan(each))
            query.typed.append(each);
    }
    query.length = query.typed.size();
    if (query.length == 0)
        return query;
    for (const char32_t each : query.typed) {
        query.hasHan = query.hasHan || isHan(each);
        query.hasLetters = query.hasLetters || !isHan(each);
        if (isHan(each))
            query.gate |= search::characterBit(each);
        else if (!search::standsInside(each))
            query.gate |= search::initialBit(each);
    }
    const char32_t first = query.typed.front();
    query.firstGate = isHan(first) ? search::characterBit(first) : search::initialBit(first);
    query.gate |= query.firstGate;
    if (!query.hasLetters)
        return query;

    const std::size_t words = std::size_t(m_readings.syllableCount()) + m_words.size();
    const auto length = std::size_t(query.length);
    query.any.assign(words * length, 0);
    query.whole.assign(words * length, 0);
    for (std::size_t number = 0; number < words; ++number) {
        const QList<uint> letters = wordText(quint32(number)).toUcs4();
        for (qsizetype at = 0; at < query.length; ++at) {
            qsizetype common = 0;
            while (common < letters.size() && at + common < query.length
                   && letters.at(common) == query.typed.at(at + common))
                ++common;
            if (common == 0)
                continue;
            quint64& any = query.any[number * length + std::size_t(at)];
            any = quint64(1) << (at + 1);
            if (common >= 2 && letters.at(1) == U'h' && u"zcs"_s.contains(QChar(ushort(letters.at(0)))))
                any |= quint64(1) << (at + 2);
            if (at + common == query.length)
                any |= query.end();
            if (common == letters.size()) {
                any |= quint64(1) << (at + common);
                query.whole[number * length + std::size_t(at)] = quint64(1) << (at + common);
            }
        }
    }
    return query;
}

/// Can the query be read off the characters from here on? `usualOnly`: with the usual readings alone.
bool ElderIndex::runsFrom(const Query& query, const quint32* character, quint32 left, bool usualOnly) const
{
    const auto length = std::size_t(query.length);
    quint64 positions = 1;
    for (; left > 0; --left, character += 3 + character[1]) {
        quint64 reached = 0;
        const quint32 words = usualOnly ? character[2] : character[1];
        for (quint64 open = positions; open != 0; open &= open - 1) {
            const auto at = std::size_t(std::countr_zero(open));
            if (query.typed.at(qsizetype(at)) == character[0])
                reached |= quint64(1) << (at + 1);
            if (query.hasLetters)
                for (quint32 word = 0; word < words; ++word)
                    reached |= query.any[character[3 + word] * length + at];
        }
        if (reached & query.end())
            return true;
        positions = reached;
        if (positions == 0)
            return false;
    }
    return false;
}

/// Is the whole name written out, in characters or in the usual pinyin?
bool ElderIndex::isWholeName(const Query& query, const quint32* character, quint32 left) const
{
    const auto length = std::size_t(query.length);
    quint64 positions = 1;
    for (; left > 0; --left, character += 3 + character[1]) {
        quint64 reached = 0;
        for (quint64 open = positions & ~query.end(); open != 0; open &= open - 1) {
            const auto at = std::size_t(std::countr_zero(open));
            if (query.typed.at(qsizetype(at)) == character[0])
                reached |= quint64(1) << (at + 1);
            if (query.hasLetters)
                for (quint32 word = 0; word < character[2]; ++word)
                    reached |= query.whole[character[3 + word] * length + at];
        }
        positions = reached;
    }
    return positions & query.end();
}

std::optional<FoundBy> ElderIndex::startMatch(const Query& query, const Person& person) const
{
    const quint32 count = m_spoken[person.spoken];
    const quint32* const first = m_spoken.data() + person.spoken + search::spokenHeader;
    if (!runsFrom(query, first, count, false))
        return std::nullopt;
    if (!runsFrom(query, first, count, true))
        return FoundBy::OtherReading;
    if (query.length >= 2 && isWholeName(query, first, count))
        return query.hasLetters && query.typed.front() < 0x2E80 ? FoundBy::ExactPinyin : FoundBy::ExactName;
    return FoundBy::Start;
}

std::optional<FoundBy> ElderIndex::insideMatch(const Query& query, const Person& person) const
{
    const quint32 count = m_spoken[person.spoken];
    const quint32* character = m_spoken.data() + person.spoken + search::spokenHeader;
    std::optional<FoundBy> best;
    for (quint32 at = 1; at < count; ++at) {
        character += 3 + character[1];
        if (!runsFrom(query, character, count - at, false))
            continue;
        if (runsFrom(query, character, count - at, true))
            return FoundBy::Inside;
        best = FoundBy::InsideOther;
    }
    return best;
}

void ElderIndex::findNames(const Query& query, Found& found) const
{
    if (query.length == 0)
        return;
    const auto mayBegin = [&](Row row) {
        return (m_firstGates[row] & query.firstGate) == query.firstGate && (m_gates[row] & query.gate) == query.gate;
    };
    for (const Row row : m_order) {
        if (!mayBegin(row))
            continue;
        const Person& person = m_people[row];
        if (const auto foundBy = startMatch(query, person))
            found.add(row, *foundBy, person.died != 0);
        // A single sign is never a whole name: nothing better can come once the list of beginnings is full.
        if (query.length == 1 && found.isFull(FoundBy::Start))
            return;
    }
    if (found.hasEnoughStarts())
        return; // what stands inside of a name comes after these
    for (const Row row : m_order) {
        if ((m_gates[row] & query.gate) != query.gate)
            continue;
        const Person& person = m_people[row];
        const auto foundBy = insideMatch(query, person);
        if (foundBy && !(mayBegin(row) && startMatch(query, person)))
            found.add(row, *foundBy, person.died != 0);
        if (found.isFull(FoundBy::Inside))
            return;
    }
}

void ElderIndex::findDigits(const QString& digits, Found& found) const
{
    const auto count = digits.size();
    const quint64 mask = count >= 16 ? ~quint64(0) : (quint64(1) << (4 * count)) - 1;
    const quint64 tail = search::tailOf(digits) & mask;
    const QByteArray plain = digits.toLatin1();
    const auto compared = std::min<qsizetype>(count, 16);
    const quint64 head = search::tailOf(digits.left(compared));
    for (const Row row : m_order) {
        if (m_numberTails[row] == 0 || count > 18)
            continue;
        const auto isAt = [&](qsizetype at) {
            return std::memcmp(m_people[row].number + at, plain.constData(), std::size_t(count)) == 0;
        };
        if ((m_numberTails[row] & mask) == tail && isAt(18 - count))
            found.add(row, count == 18 ? FoundBy::ExactName : FoundBy::NumberTail, m_people[row].died != 0);
        else if (count >= 4 && m_numberHeads[row] >> (4 * (16 - compared)) == head && isAt(0))
            found.add(row, FoundBy::Part, m_people[row].died != 0);
    }
    if (count > 15 || digits.endsWith(u'X'))
        return;
    for (const PhoneTail& phone : m_phones) {
        if (phone.count < count)
            continue;
        if ((phone.digits & mask) == tail)
            found.add(phone.row, FoundBy::PhoneTail, m_people[phone.row].died != 0);
        else if (count >= 3 && phone.digits >> (4 * (phone.count - count)) == tail)
            found.add(phone.row, FoundBy::Part, m_people[phone.row].died != 0);
    }
}

void ElderIndex::findCards(const QString& key, Found& found) const
{
    if (const auto card = m_cards.constFind(key); card != m_cards.cend())
        found.add(*card, FoundBy::Card, m_people[*card].died != 0);
    if (key.size() < 2 || std::none_of(key.begin(), key.end(), isAsciiDigit))
        return;
    for (auto card = m_cards.lowerBound(key); card != m_cards.cend() && card.key().startsWith(key); ++card)
        found.add(*card, FoundBy::Part, m_people[*card].died != 0);
}

std::vector<ElderHit> ElderIndex::find(const QString& text, int limit) const
{
    std::vector<ElderHit> hits;
    const QString key = cardKey(text.left(200));
    if (key.isEmpty() || limit <= 0)
        return hits;
    Found found(limit);
    findCards(key, found);
    if (const QString digits = key.toUpper(); search::isNumber(digits))
        findDigits(digits, found);
    if (!isAsciiDigit(key.front()))
        findNames(prepared(key), found);
    found.inOrder([&](Row row, FoundBy foundBy) { hits.push_back(hit(row, foundBy)); });
    return hits;
}

} // namespace songhe
