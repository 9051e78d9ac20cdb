// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/age_armor.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/strict_base64.h"

#include <cstring>

namespace songhe {

namespace age_armor {

constexpr QByteArrayView opening = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr QByteArrayView closing = "-----END AGE ENCRYPTED FILE-----";
constexpr qsizetype columns = 64;
constexpr qsizetype bytesALine = 48;
constexpr qsizetype maxBlanks = 1024;
constexpr qsizetype ended = -1;

Failure malformed(const char* what)
{
    return fail(Error::Kind::Damaged,
                ExchangeText::tr("The text form (armor) of this sealed file is not in order. Copy it again, whole and "
                                 "without changing lines."),
                QString::fromLatin1(what));
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace age_armor

Result<bool> ArmorReader::recognise(ByteSource& source)
{
    ASSIGN_OR_RETURN(const QByteArrayView start, source.peek(age_armor::maxBlanks + age_armor::opening.size()));
    qsizetype blanks = 0;
    while (blanks < start.size() && age_armor::isBlank(start[blanks]))
        ++blanks;
    return start.sliced(blanks).startsWith("-----BEGIN");
}

Result<QByteArray> ArmorReader::takeLine()
{
    ASSIGN_OR_RETURN(QByteArray line, m_source.line(age_armor::columns + 2));
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

Result<void> ArmorReader::start()
{
    for (qsizetype blanks = 0;; ++blanks) {
        ASSIGN_OR_RETURN(const QByteArrayView next, m_source.peek(1));
        if (next.isEmpty() || blanks > age_armor::maxBlanks)
            return age_armor::malformed("no opening line");
        if (!age_armor::isBlank(next[0]))
            break;
        m_source.skip(1);
    }
    ASSIGN_OR_RETURN(const QByteArray line, takeLine());
    if (line != age_armor::opening)
        return age_armor::malformed("opening line");
    m_started = true;
    return {};
}

Result<void> ArmorReader::finish()
{
    for (qsizetype blanks = 0;; ++blanks) {
        ASSIGN_OR_RETURN(const QByteArrayView next, m_source.peek(1));
        if (next.isEmpty())
            break;
        if (!age_armor::isBlank(next[0]) || blanks > age_armor::maxBlanks)
            return age_armor::malformed("something follows the closing line");
        m_source.skip(1);
    }
    m_ended = true;
    return {};
}

Result<void> ArmorReader::nextLine()
{
    if (!m_started)
        RETURN_IF_ERROR(start());
    ASSIGN_OR_RETURN(const QByteArray line, takeLine());
    if (line == age_armor::closing)
        return finish();
    if (m_lastLine || line.isEmpty() || line.size() > age_armor::columns)
        return age_armor::malformed("line length");
    const auto bytes = strictBase64(line, Base64Padding::Full);
    if (!bytes)
        return age_armor::malformed("base64");
    m_lastLine = bytes->size() < age_armor::bytesALine;
    m_ready += *bytes;
    return {};
}

qint64 ArmorReader::readData(char* data, qint64 most)
{
    if (failure())
        return -1;
    while (m_ready.size() < most && !m_ended) {
        if (auto line = nextLine(); !line)
            return failed(std::move(line).error()); // held bytes stay back with the damage behind them
    }
    const qint64 count = qMin(most, qint64(m_ready.size()));
    if (count == 0)
        return most == 0 ? 0 : age_armor::ended;
    std::memcpy(data, m_ready.constData(), std::size_t(count));
    m_ready.remove(0, count);
    return count;
}

Result<void> ArmorWriter::writeLines(bool last)
{
    QByteArray text;
    if (!m_started)
        text = age_armor::opening.toByteArray() + '\n';
    m_started = true;
    qsizetype at = 0;
    for (; m_held.size() - at >= age_armor::bytesALine; at += age_armor::bytesALine)
        text += m_held.sliced(at, age_armor::bytesALine).toBase64() + '\n';
    if (last && at < m_held.size()) {
        text += m_held.sliced(at).toBase64() + '\n';
        at = m_held.size();
    }
    m_held.remove(0, at);
    return writeAll(m_target, text);
}

qint64 ArmorWriter::writeData(const char* data, qint64 count)
{
    if (failure())
        return -1;
    m_held.append(data, count);
    if (auto written = writeLines(false); !written)
        return failed(std::move(written).error());
    return count;
}

Result<void> ArmorWriter::finish()
{
    if (failure())
        return fail(*failure());
    RETURN_IF_ERROR(writeLines(true));
    return writeAll(m_target, age_armor::closing.toByteArray() + '\n');
}

} // namespace songhe
