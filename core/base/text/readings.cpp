// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/readings.h"

#include <QtCore/QFile>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

Failure damagedReading(const QString& path, qsizetype line)
{
    return fail(Error::Kind::Damaged,
                Readings::tr("%1, line %2: this is no reading of a character. Please install the program again.")
                    .arg(path)
                    .arg(line + 1));
}

Result<QStringList> readingLines(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io,
                    Readings::tr("The table of readings cannot be read. Please install the program again."), path);
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Result<Readings> Readings::load()
{
    return load(u":/readings/readings.tsv"_s, u":/readings/surnames.tsv"_s);
}

Result<Readings> Readings::load(const QString& readingsPath, const QString& surnamesPath)
{
    Readings readings;
    RETURN_IF_ERROR(readings.readReadings(readingsPath));
    RETURN_IF_ERROR(readings.readSurnames(surnamesPath));
    return readings;
}

Result<void> Readings::readReadings(const QString& path)
{
    struct Pair {
        char32_t character;
        bool also;
        Syllable syllable;
    };
    std::vector<Pair> pairs;
    ASSIGN_OR_RETURN(const QStringList lines, readingLines(path));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).split(u'\t');
        if (cells.size() != 3 || cells.at(0).isEmpty() || i > 0xFFFF
            || (!m_syllables.empty() && cells.at(0) <= m_syllables.back()))
            return damagedReading(path, i);
        m_syllables.push_back(cells.at(0));
        for (const bool also : {false, true})
            for (const uint character : cells.at(also ? 2 : 1).toUcs4())
                pairs.push_back({character, also, Syllable(i)});
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.character, a.also, a.syllable) < std::tie(b.character, b.also, b.syllable);
    });
    m_pool.reserve(pairs.size());
    for (const Pair& pair : pairs) {
        if (m_characters.empty() || m_characters.back().character != pair.character)
            m_characters.push_back({pair.character, quint32(m_pool.size()), 0});
        m_pool.push_back(pair.syllable);
        ++m_characters.back().count;
    }
    return {};
}

Result<void> Readings::readSurnames(const QString& path)
{
    ASSIGN_OR_RETURN(const QStringList lines, readingLines(path));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).split(u'\t');
        if (cells.size() != 2)
            return damagedReading(path, i);
        const QStringList spoken = cells.at(1).split(u' ');
        if (spoken.size() != cells.at(0).toUcs4().size())
            return damagedReading(path, i);
        auto& surname = m_surnames[cells.at(0)];
        surname.resize(std::size_t(spoken.size()));
        for (std::size_t at = 0; at < surname.size(); ++at) {
            const auto found = std::lower_bound(m_syllables.begin(), m_syllables.end(), spoken.at(qsizetype(at)));
            if (found == m_syllables.end() || *found != spoken.at(qsizetype(at)))
                return damagedReading(path, i);
            const auto syllable = Syllable(found - m_syllables.begin());
            if (std::find(surname[at].begin(), surname[at].end(), syllable) == surname[at].end())
                surname[at].push_back(syllable);
        }
        m_longestSurname = qMax(m_longestSurname, spoken.size());
    }
    return {};
}

std::span<const Readings::Syllable> Readings::of(char32_t character) const
{
    const auto found = std::lower_bound(m_characters.begin(), m_characters.end(), character,
                                        [](const Known& known, char32_t wanted) { return known.character < wanted; });
    if (found == m_characters.end() || found->character != character)
        return {};
    return {m_pool.data() + found->first, found->count};
}

std::vector<std::vector<Readings::Syllable>> Readings::ofName(const QList<uint>& name) const
{
    std::vector<std::vector<Syllable>> spoken(static_cast<std::size_t>(name.size()));
    for (qsizetype length = qMin(m_longestSurname, name.size()); length > 0; --length) {
        const auto surname
            = m_surnames.constFind(QString::fromUcs4(reinterpret_cast<const char32_t*>(name.constData()), length));
        // 单于 may be a surname or 单 with a given name beginning with 于; what is as long as the name is no surname.
        if (surname == m_surnames.cend() || (length == name.size() && length > 1))
            continue;
        std::copy(surname->begin(), surname->end(), spoken.begin());
        break;
    }
    for (std::size_t at = 0; at < spoken.size(); ++at)
        if (const auto usual = of(name.at(qsizetype(at))); spoken[at].empty() && !usual.empty())
            spoken[at].push_back(usual.front());
    return spoken;
}

} // namespace songhe
