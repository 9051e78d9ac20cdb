// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_index.h"

#include "core/base/text/digits.h"
#include "core/elders/search_text.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 julianEpoch = 2'300'000;

template <typename T> void wipe(std::vector<T>& memory)
{
    if (!memory.empty())
        sodium_memzero(memory.data(), memory.size() * sizeof(T));
    memory.clear();
    memory.shrink_to_fit();
}

void wipeText(QString& text)
{
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), std::size_t(text.size()) * sizeof(QChar));
    text.clear();
}

template <typename Map> void wipeKeys(Map& map)
{
    for (auto it = map.begin(); it != map.end(); ++it)
        wipeText(const_cast<QString&>(it.key())); // the map is thrown away right after
    map.clear();
}

QString phoneDigits(const QString& phone)
{
    QString digits;
    for (const QChar character : plainWidth(phone))
        if (isAsciiDigit(character))
            digits += character;
    return digits.right(15);
}

qint32 dayNumber(const std::optional<QDate>& day)
{
    return day && day->isValid() ? qint32(day->toJulianDay() - julianEpoch) : 0;
}

std::optional<QDate> dayOfNumber(qint32 number)
{
    return number == 0 ? std::nullopt : std::optional(QDate::fromJulianDay(number + julianEpoch));
}

} // namespace

ElderIndex::Entry ElderIndex::entryOf(const Elder& elder)
{
    return {.id = elder.id,
            .name = elder.name,
            .sex = elder.sex,
            .born = elder.born,
            .died = elder.died,
            .address = elder.address.value_or(QString()),
            .residentNumber = elder.residentNumber.value_or(QString()),
            .phones = elder.phones,
            .cardNumber = elder.cardNumber.value_or(QString())};
}

ElderIndex::ElderIndex(const Readings& readings)
    : m_readings(readings)
{ }

ElderIndex::~ElderIndex()
{
    clear();
}

void ElderIndex::clear()
{
    wipe(m_people);
    wipe(m_gates);
    wipe(m_firstGates);
    wipe(m_numberHeads);
    wipe(m_numberTails);
    wipe(m_gaps);
    wipe(m_order);
    wipe(m_spoken);
    wipe(m_texts);
    wipe(m_phones);
    m_rows.clear();
    wipeKeys(m_cards);
    wipeKeys(m_wordNumbers);
    for (QString& word : m_words)
        wipeText(word);
    m_words.clear();
    m_waste = 0;
}

void ElderIndex::build(const std::vector<Entry>& entries)
{
    // Once to learn the order, and again in that order: a search then runs through memory from front to back.
    std::vector<const Entry*> inOrder;
    clear();
    for (const Entry& entry : entries)
        if (!m_rows.contains(entry.id)) {
            m_order.push_back(addPerson(entry));
            inOrder.push_back(&entry);
        }
    std::sort(m_order.begin(), m_order.end(), [this](Row left, Row right) { return before(left, right); });
    const std::vector<Row> order = m_order;
    clear();
    m_people.reserve(order.size());
    m_rows.reserve(qsizetype(order.size()));
    for (const Row row : order)
        m_order.push_back(addPerson(*inOrder[row]));
}

void ElderIndex::put(const Entry& entry)
{
    remove(entry.id);
    compactIfWasteful();
    const Row row = addPerson(entry);
    m_order.insert(std::upper_bound(m_order.begin(), m_order.end(), row,
                                    [this](Row left, Row right) { return before(left, right); }),
                   row);
}

void ElderIndex::remove(Id<Elder> id)
{
    const auto known = m_rows.constFind(id);
    if (known == m_rows.cend())
        return;
    const Row row = *known;
    m_order.erase(std::find(m_order.begin(), m_order.end(), row));
    m_rows.erase(known);
    dropPerson(row);
}

ElderIndex::Row ElderIndex::addPerson(const Entry& entry)
{
    Row row = Row(m_people.size());
    if (m_gaps.empty()) {
        m_people.emplace_back();
        m_gates.push_back(0);
        m_firstGates.push_back(0);
        m_numberHeads.push_back(0);
        m_numberTails.push_back(0);
    } else {
        row = m_gaps.back();
        m_gaps.pop_back();
    }
    Person& person = m_people[row];
    person.id = entry.id;
    person.sex = entry.sex;
    person.born = dayNumber(entry.born);
    person.died = dayNumber(entry.died);
    person.name = keep(entry.name);
    person.address = keep(entry.address);
    person.card = keep(entry.cardNumber);
    person.phones = keep(entry.phones.join(u'\n'));
    if (entry.residentNumber.size() == 18) {
        std::memcpy(person.number, entry.residentNumber.toLatin1().constData(), 18);
        m_numberHeads[row] = search::tailOf(entry.residentNumber.left(16));
        m_numberTails[row] = search::tailOf(entry.residentNumber);
    }
    for (const QString& phone : entry.phones)
        if (const QString digits = phoneDigits(phone); !digits.isEmpty())
            m_phones.push_back({search::tailOf(digits), row, qint8(digits.size())});
    if (!entry.cardNumber.isEmpty())
        m_cards.insert(cardKey(entry.cardNumber), row);
    m_rows.insert(entry.id, row);
    speak(row, entry.name);
    return row;
}

void ElderIndex::dropPerson(Row row)
{
    Person& person = m_people[row];
    const auto card = m_cards.constFind(cardKey(textOf(person.card)));
    if (card != m_cards.cend() && *card == row)
        m_cards.erase(card);
    std::erase_if(m_phones, [row](const PhoneTail& phone) { return phone.row == row; });
    for (const Text text : {person.name, person.address, person.card, person.phones}) {
        std::fill_n(m_texts.begin() + text.at, text.size, u'\0');
        m_waste += text.size;
    }
    person = {};
    m_gates[row] = 0;
    m_firstGates[row] = 0;
    m_numberHeads[row] = 0;
    m_numberTails[row] = 0;
    m_gaps.push_back(row);
}

/// Years of corrections must not make the pools grow without end.
void ElderIndex::compactIfWasteful()
{
    if (m_waste < 65536 || m_waste < m_texts.size() / 2)
        return;
    std::vector<Entry> entries;
    for (const Row row : m_order) {
        const ElderHit known = hit(row, FoundBy::Part);
        entries.push_back({known.id, known.name, known.sex, known.born, known.died, known.address, known.residentNumber,
                           known.phones, known.cardNumber});
    }
    build(entries);
}

ElderIndex::Text ElderIndex::keep(const QString& text)
{
    const Text place {quint32(m_texts.size()), quint32(text.size())};
    m_texts.insert(m_texts.end(), reinterpret_cast<const char16_t*>(text.utf16()),
                   reinterpret_cast<const char16_t*>(text.utf16()) + text.size());
    return place;
}

QString ElderIndex::textOf(Text text) const
{
    return QString::fromUtf16(m_texts.data() + text.at, text.size);
}

QString ElderIndex::cardKey(const QString& card) const
{
    return withoutBlanks(plainWidth(card)).toLower();
}

quint32 ElderIndex::word(const QString& letters)
{
    const auto known = m_wordNumbers.constFind(letters);
    if (known != m_wordNumbers.cend())
        return *known;
    const auto number = quint32(m_readings.syllableCount()) + quint32(m_words.size());
    m_words.push_back(letters);
    m_wordNumbers.insert(letters, number);
    return number;
}

const QString& ElderIndex::wordText(quint32 number) const
{
    const auto syllables = quint32(m_readings.syllableCount());
    return number < syllables ? m_readings.text(Readings::Syllable(number)) : m_words[number - syllables];
}

/// All readings of a character, the usual ones (the surname's) first. ü may be typed v, u or yu.
std::vector<quint32> ElderIndex::wordsOf(char32_t character, const std::vector<quint32>& usual, quint32& usualCount)
{
    std::vector<quint32> words;
    const auto add = [&](quint32 number) {
        if (std::find(words.begin(), words.end(), number) != words.end())
            return;
        words.push_back(number);
        const QString syllable = wordText(number);
        if (const qsizetype v = syllable.indexOf(u'v'); v > 0)
            for (const QString& typed : {u"u"_s, u"yu"_s})
                words.push_back(word(QString(syllable).replace(v, 1, typed)));
    };
    for (const quint32 number : usual)
        add(number);
    usualCount = quint32(words.size());
    for (const Readings::Syllable reading : m_readings.of(character))
        add(reading);
    return words;
}

/// Writes the name down as characters with their words; a run of letters of another script is one word.
void ElderIndex::speak(Row row, const QString& name)
{
    const QList<uint> characters = name.toUcs4();
    const auto usual = m_readings.ofName(characters);
    const auto start = quint32(m_spoken.size());
    m_people[row].spoken = start;
    m_spoken.push_back(0);
    quint64 gate = 0;
    const auto append = [&](char32_t character, const std::vector<quint32>& words, quint32 usualCount) {
        m_spoken.insert(m_spoken.end(), {quint32(character), quint32(words.size()), usualCount});
        m_spoken.insert(m_spoken.end(), words.begin(), words.end());
        ++m_spoken[start];
        gate |= search::characterBit(character);
        for (const quint32 number : words) {
            const QString& letters = wordText(number);
            gate |= search::initialBit(letters.front().unicode());
            if (m_spoken[start] == 1)
                m_firstGates[row] |= search::initialBit(letters.front().unicode());
            for (const QChar letter : letters)
                if (!search::standsInside(letter.unicode()))
                    gate |= search::initialBit(letter.unicode());
        }
        if (m_spoken[start] == 1)
            m_firstGates[row] |= search::characterBit(character);
    };
    for (qsizetype at = 0; at < characters.size(); ++at) {
        const char32_t character = characters.at(at);
        const auto& spoken = usual[std::size_t(at)];
        if (!spoken.empty() || isHan(character)) {
            quint32 usualCount = 0;
            const auto words = wordsOf(character, {spoken.begin(), spoken.end()}, usualCount);
            append(character, words, usualCount);
            continue;
        }
        QString letters;
        for (; at < characters.size(); ++at) {
            const char32_t each = characters.at(at);
            if (isHan(each) || !(QChar::isLetterOrNumber(each) || QChar::isMark(each)))
                break;
            letters += QString::fromUcs4(&each, 1).toLower();
        }
        if (letters.isEmpty())
            continue; // · and blanks part words and are no part of any
        --at;
        append(character, {word(letters)}, 1);
    }
    m_gates[row] = gate;
}

bool ElderIndex::before(Row left, Row right) const
{
    const Person& a = m_people[left];
    const Person& b = m_people[right];
    const quint32* wordA = m_spoken.data() + a.spoken;
    const quint32* wordB = m_spoken.data() + b.spoken;
    const quint32 characters = std::min(wordA[0], wordB[0]);
    wordA += search::spokenHeader;
    wordB += search::spokenHeader;
    // Numbers of syllables rise with the alphabet; characters without a reading come last.
    for (quint32 i = 0; i < characters; ++i, wordA += 3 + wordA[1], wordB += 3 + wordB[1]) {
        const quint32 soundA = wordA[1] > 0 ? wordA[3] : ~quint32(0);
        const quint32 soundB = wordB[1] > 0 ? wordB[3] : ~quint32(0);
        if (soundA != soundB)
            return soundA < soundB;
        if (wordA[0] != wordB[0])
            return wordA[0] < wordB[0];
    }
    const auto name
        = [&](const Person& person) { return std::u16string_view(m_texts.data() + person.name.at, person.name.size); };
    if (const int compared = name(a).compare(name(b)); compared != 0)
        return compared < 0;
    return a.born != b.born ? a.born < b.born : a.id < b.id;
}

ElderHit ElderIndex::hit(Row row, FoundBy foundBy) const
{
    const Person& person = m_people[row];
    return {.id = person.id,
            .name = textOf(person.name),
            .sex = person.sex,
            .born = dayOfNumber(person.born),
            .died = dayOfNumber(person.died),
            .address = textOf(person.address),
            .residentNumber = person.number[0] ? QString::fromLatin1(person.number, 18) : QString(),
            .phones = textOf(person.phones).split(u'\n', Qt::SkipEmptyParts),
            .cardNumber = textOf(person.card),
            .foundBy = foundBy};
}

std::optional<ElderHit> ElderIndex::byId(Id<Elder> id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.cend() ? std::nullopt : std::optional(hit(*row, FoundBy::ExactName));
}

std::vector<Id<Elder>> ElderIndex::all() const
{
    std::vector<Id<Elder>> ids;
    ids.reserve(m_order.size());
    for (const Row row : m_order)
        ids.push_back(m_people[row].id);
    return ids;
}

} // namespace songhe
