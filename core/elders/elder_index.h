// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text/readings.h"
#include "core/elders/elder.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <vector>

namespace songhe {

/// Why an elder stands in the list of found ones; best first.
enum class FoundBy {
    Card,        ///< her card was scanned
    ExactName,   ///< the whole name or the whole resident number
    ExactPinyin, ///< the whole name in pinyin, surname read as surnames are
    Start,       ///< the name begins so: characters, pinyin, initials or a mixture
    NumberTail,  ///< last characters of the resident number
    PhoneTail,
    OtherReading, ///< the name begins so with a rarer reading
    Inside,       ///< within the name
    InsideOther,  ///< within the name with a rarer reading
    Part,         ///< beginning of resident number, phone or card
};

/// One elder as a list needs her to tell people of one name apart.
struct ElderHit {
    Id<Elder> id;
    QString name;
    Sex sex = Sex::Unknown;
    std::optional<QDate> born;
    std::optional<QDate> died;
    QString address;
    QString residentNumber;
    QStringList phones;
    QString cardNumber;
    FoundBy foundBy = FoundBy::Part;
};

/// Finds elders as somebody types. Names stand sealed in the data file, so this index is built in memory after sign-in
/// and wiped on lock. Belongs to one thread.
///
/// A search may be any part of a name, its pinyin with or without blanks, initials (zcs, zhchsh), mixtures (zhangcs,
/// 张cs), the tail of a resident number or of a phone, or a card number. Order: see FoundBy; of those found alike the
/// living come before the dead, then by pinyin, name and age.
class ElderIndex {
public:
    struct Entry {
        Id<Elder> id;
        QString name;
        Sex sex = Sex::Unknown;
        std::optional<QDate> born;
        std::optional<QDate> died;
        QString address;
        QString residentNumber;
        QStringList phones;
        QString cardNumber;
    };
    [[nodiscard]] static Entry entryOf(const Elder& elder);

    /// `readings` must outlive the index.
    explicit ElderIndex(const Readings& readings);
    ElderIndex(const ElderIndex&) = delete;
    ElderIndex& operator=(const ElderIndex&) = delete;
    ~ElderIndex();

    /// Puts these in place of all that was there.
    void build(const std::vector<Entry>& entries);
    /// Adds an elder or replaces what was known of her.
    void put(const Entry& entry);
    void remove(Id<Elder> id);
    /// Forgets everybody and overwrites the memory.
    void clear();

    [[nodiscard]] qsizetype size() const { return qsizetype(m_order.size()); }
    /// At most `limit` elders, best first.
    [[nodiscard]] std::vector<ElderHit> find(const QString& text, int limit = 50) const;
    /// What is known of one elder, if she is here.
    [[nodiscard]] std::optional<ElderHit> byId(Id<Elder> id) const;
    /// Everybody, by pinyin, name and age; for lists.
    [[nodiscard]] std::vector<Id<Elder>> all() const;

private:
    using Row = quint32;
    struct Text {
        quint32 at = 0;
        quint32 size = 0;
    };
    struct Person {
        Id<Elder> id;
        quint32 spoken = 0; ///< where its characters stand in m_spoken
        Text name, address, card, phones;
        char number[18] = {};
        qint32 born = 0; ///< Julian day less epoch; 0: not known
        qint32 died = 0;
        Sex sex = Sex::Unknown;
    };
    struct PhoneTail {
        quint64 digits = 0;
        Row row = 0;
        qint8 count = 0;
    };
    struct Query;
    class Found;

    Row addPerson(const Entry& entry);
    void dropPerson(Row row);
    void speak(Row row, const QString& name);
    [[nodiscard]] std::vector<quint32> wordsOf(char32_t character, const std::vector<quint32>& usual,
                                               quint32& usualCount);
    [[nodiscard]] const QString& wordText(quint32 number) const;
    quint32 word(const QString& letters);
    Text keep(const QString& text);
    [[nodiscard]] QString textOf(Text text) const;
    [[nodiscard]] bool before(Row left, Row right) const;
    [[nodiscard]] ElderHit hit(Row row, FoundBy foundBy) const;
    [[nodiscard]] QString cardKey(const QString& card) const;
    void compactIfWasteful();

    [[nodiscard]] Query prepared(const QString& text) const;
    void findNames(const Query& query, Found& found) const;
    void findDigits(const QString& digits, Found& found) const;
    void findCards(const QString& key, Found& found) const;
    [[nodiscard]] std::optional<FoundBy> startMatch(const Query& query, const Person& person) const;
    [[nodiscard]] std::optional<FoundBy> insideMatch(const Query& query, const Person& person) const;
    [[nodiscard]] bool runsFrom(const Query& query, const quint32* character, quint32 left, bool usualOnly) const;
    [[nodiscard]] bool isWholeName(const Query& query, const quint32* character, quint32 left) const;

    const Readings& m_readings;
    std::vector<Person> m_people;       ///< removed ones leave a gap that the next one takes
    std::vector<quint64> m_gates;       ///< which letters and characters a name has: turns most down at once
    std::vector<quint64> m_firstGates;  ///< the same of its first character alone
    std::vector<quint64> m_numberHeads; ///< first 16 characters of the resident number, four bits each
    std::vector<quint64> m_numberTails; ///< last 16 characters of the resident number, four bits each; 0: none
    std::vector<Row> m_gaps;
    std::vector<Row> m_order;      ///< by pinyin, name, age
    std::vector<quint32> m_spoken; ///< a name: count of characters, then each: code point, readings, words
    std::vector<char16_t> m_texts;
    std::vector<PhoneTail> m_phones;
    std::vector<QString> m_words; ///< beyond the syllables: parts of names in other scripts
    QHash<QString, quint32> m_wordNumbers;
    QHash<Id<Elder>, Row> m_rows;
    QMap<QString, Row> m_cards;
    quint32 m_waste = 0; ///< characters of m_texts nobody uses any more
};

} // namespace songhe
