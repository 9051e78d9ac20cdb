// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/divisions/divisions.h"

#include "core/base/text/digits.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// 150200 → 1502, 150000 → 15: what every code within begins with.
QStringView significant(QStringView code)
{
    while (code.size() > 2 && code.size() % 2 == 0 && code.endsWith(u"00"))
        code.chop(2);
    return code;
}

/// 市辖区, 省直辖县级行政区划: entries that order the table and are no place.
bool isPlaceholder(const QString& name)
{
    return name == u"市辖区" || name == u"县" || name == u"市" || name.contains(u"直辖县级"_s)
        || name.contains(u"直辖行政单位"_s);
}

Result<QStringList> linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io,
                    Divisions::tr("The table of divisions cannot be read. Please install the program again."), path);
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Failure damagedLine(const QString& path, qsizetype line)
{
    return fail(
        Error::Kind::Damaged,
        Divisions::tr("%1, line %2: this is no division. Please install the program again.").arg(path).arg(line + 1));
}

bool isCode(const QString& text)
{
    return text.size() == 6 && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

/// What people leave out at the end of a name; at least two characters must remain.
QString shortName(const QString& name)
{
    static const QRegularExpression peoples(
        u"(?:蒙古族|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|"
        u"黎族|傈僳族|佤族|畲族|"
        "高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
        "锡伯族?|阿昌族|普米族|塔吉克族?|"
        "怒族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|独龙族|鄂伦春族|各族|蒙古)+$"_s);
    static const QString endings[]
        = {u"特别行政区"_s, u"自治区"_s, u"自治州"_s, u"自治县"_s, u"自治旗"_s, u"地区"_s, u"矿区"_s,
           u"林区"_s,       u"省"_s,     u"市"_s,     u"区"_s,     u"县"_s,     u"旗"_s,   u"盟"_s};
    for (const QString& ending : endings) {
        if (!name.endsWith(ending))
            continue;
        QString rest = name.chopped(ending.size());
        if (ending.startsWith(u"自治"))
            if (QString bare = QString(rest).remove(peoples); bare.size() >= 2)
                rest = bare;
        return rest.size() >= 2 ? rest : QString();
    }
    return {};
}

/// 中山 before 路 is a street and no city: a short name must not be the beginning of something else.
bool goesOnAsStreet(QStringView rest)
{
    static const QRegularExpression street(
        u"^[东南西北中前后新老一二三四五]?(?:大|小|支|环)?(?:路|街|道|巷|胡同|村|镇|乡|庄|屯|堡|里|苑|园|桥|花园|"
        "公园|广场|小区|社区|苏木|嘎查|湖|山|河|江|口|店|家)"_s);
    return street.match(rest.toString()).hasMatch();
}

bool endsInFull(const QString& text)
{
    return u"省市区县旗盟州"_s.contains(text.back());
}

} // namespace

/// A way of reading the beginning of a text as division, part of division …
struct Divisions::Reading {
    qsizetype entry = -1;
    qsizetype length = 0;
    int parts = 0;
    bool lastIsShort = false;
};

Result<Divisions> Divisions::load()
{
    return load(u":/divisions/gbt2260.tsv"_s, u":/divisions/aliases.tsv"_s);
}

Result<Divisions> Divisions::load(const QString& tablePath, const QString& aliasPath)
{
    Divisions divisions;
    RETURN_IF_ERROR(divisions.readTable(tablePath));
    divisions.composeFullNames();
    for (qsizetype entry = 0; entry < qsizetype(divisions.m_entries.size()); ++entry)
        divisions.nameEntry(entry);
    RETURN_IF_ERROR(divisions.readAliases(aliasPath));
    return divisions;
}

Result<void> Divisions::readTable(const QString& path)
{
    ASSIGN_OR_RETURN(const QStringList lines, linesOf(path));
    m_entries.reserve(std::size_t(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).split(u'\t');
        if (cells.size() != 4 || !isCode(cells.at(0)) || cells.at(1).isEmpty()
            || (!m_entries.empty() && cells.at(0) < m_entries.back().code))
            return damagedLine(path, i);
        m_entries.push_back({cells.at(0), cells.at(1), cells.at(3), cells.at(2)});
        Division& entry = m_entries.back();
        // Of several former names of one code the last one counts.
        if (const auto known = m_byCode.constFind(entry.code);
            known == m_byCode.cend() || m_entries[std::size_t(*known)].isAbolished())
            m_byCode.insert(entry.code, qsizetype(m_entries.size()) - 1);
    }
    return {};
}

void Divisions::composeFullNames()
{
    for (Division& entry : m_entries) {
        if (!entry.fullName.isEmpty())
            continue;
        for (const QString& parent : {entry.code.left(2) + u"0000"_s, entry.code.left(4) + u"00"_s})
            if (const Division* above = find(parent); above && above->code != entry.code && above->code == parent
                && !above->isAbolished() && !isPlaceholder(above->name))
                entry.fullName += above->name;
        entry.fullName += entry.name;
    }
}

void Divisions::nameEntry(qsizetype entry)
{
    const QString& name = m_entries[std::size_t(entry)].name;
    if (isPlaceholder(name))
        return;
    addName(name, entry);
    addName(shortName(name), entry);
    if (name.endsWith(u"自治州"))
        addName(shortName(name) + u'州', entry);
}

void Divisions::addName(const QString& text, qsizetype entry)
{
    if (text.size() < 2)
        return;
    std::vector<Name>& names = m_names[text.left(2)];
    if (std::none_of(names.begin(), names.end(),
                     [&](const Name& name) { return name.entry == entry && name.text == text; }))
        names.push_back({text, entry, !endsInFull(text)});
}

Result<void> Divisions::readAliases(const QString& path)
{
    ASSIGN_OR_RETURN(const QStringList lines, linesOf(path));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).split(u'\t');
        if (cells.size() != 2 || !m_byCode.contains(cells.at(0)))
            return damagedLine(path, i);
        addName(cells.at(1), m_byCode.value(cells.at(0)));
    }
    return {};
}

const Division* Divisions::find(const QString& code) const
{
    const auto found = m_byCode.constFind(code.size() == 9 || code.size() == 12 ? code.left(6) : code);
    return found == m_byCode.cend() ? nullptr : &m_entries[std::size_t(*found)];
}

QString Divisions::nameOf(const QString& code) const
{
    const Division* division = find(code);
    return division ? division->fullName : code;
}

QString Divisions::nameOf(const QString& code, const QString& seenFrom) const
{
    QString name = nameOf(code);
    for (const QString& parent : {seenFrom.left(4) + u"00"_s, seenFrom.left(2) + u"0000"_s}) {
        if (!within(code, parent) || code == parent)
            continue;
        const QString known = nameOf(parent);
        return name.startsWith(known) && name.size() > known.size() ? name.mid(known.size()) : name;
    }
    return name;
}

bool Divisions::within(const QString& code, const QString& ancestor)
{
    return !ancestor.isEmpty() && code.startsWith(significant(ancestor));
}

std::vector<const Division*> Divisions::children(const QString& code) const
{
    std::vector<const Division*> found;
    for (const Division& entry : m_entries) {
        if (entry.isAbolished() || isPlaceholder(entry.name) || entry.code == code)
            continue;
        const QStringView own = significant(entry.code);
        if (code.isEmpty()) {
            if (own.size() == 2)
                found.push_back(&entry);
            continue;
        }
        if (!within(entry.code, code))
            continue;
        // Counties that belong to a province directly (直辖市, 省直辖) stand beside its cities.
        const Division* city = find(entry.code.left(4) + u"00"_s);
        const bool direct = !city || isPlaceholder(city->name);
        if (significant(code).size() == 2 ? (own.size() == 4 || direct) : own.size() == 6)
            found.push_back(&entry);
    }
    return found;
}

void Divisions::readOn(const QString& text, const Reading& from, std::vector<Reading>& readings) const
{
    const auto names = m_names.constFind(text.mid(from.length, 2));
    if (names == m_names.cend())
        return;
    const QStringView rest = QStringView(text).mid(from.length);
    for (const Name& name : *names) {
        if (!rest.startsWith(name.text))
            continue;
        const QString& code = m_entries[std::size_t(name.entry)].code;
        if (from.entry >= 0) {
            const QString& above = m_entries[std::size_t(from.entry)].code;
            if (code == above || !within(code, above))
                continue;
        }
        const Reading reading {name.entry, from.length + name.text.size(), from.parts + 1, name.isShort};
        readings.push_back(reading);
        readOn(text, reading, readings);
    }
}

PlaceMatch Divisions::matchCode(const QString& digits) const
{
    QString code = digits.left(6);
    if (code.size() == 2 || code.size() == 4)
        code = code.leftJustified(6, u'0');
    if (const Division* division = find(code))
        return {division->code, {division->code}};
    return {};
}

PlaceMatch Divisions::match(const QString& written, const QString& near) const
{
    static const QRegularExpression allDigits(u"^\\d{2}(?:\\d{2}|\\d{4}|\\d{7}|\\d{10})?$"_s);
    static const QRegularExpression noise(u"^(?:中华人民共和国|中国|户籍地?|现住址|[:：])+|[-—_/\\\\,，、;；.。·|>]"_s);
    QString text = withoutBlanks(plainWidth(written.left(400)));
    if (allDigits.match(text).hasMatch())
        return matchCode(text);
    text.remove(noise);

    std::vector<Reading> readings;
    readOn(text, {}, readings);
    std::erase_if(readings, [&](const Reading& reading) {
        const QStringView rest = QStringView(text).mid(reading.length);
        if (rest.isEmpty() || !reading.lastIsShort)
            return false;
        // A bare short name of a county in front of more text is more often a street: 友谊大街 is not 友谊县.
        const bool bareCounty = reading.parts == 1 && !m_entries[std::size_t(reading.entry)].code.endsWith(u"00");
        return bareCounty || goesOnAsStreet(rest);
    });
    if (readings.empty())
        return {};

    // The longest reading wins; of equally long ones those of today, then those near the centre.
    const auto entryOf
        = [&](const Reading& reading) -> const Division& { return m_entries[std::size_t(reading.entry)]; };
    const qsizetype longest
        = std::max_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
              return a.length < b.length;
          })->length;
    const auto keepIf = [&](auto&& holds) {
        if (std::any_of(readings.begin(), readings.end(), holds))
            std::erase_if(readings, [&](const Reading& reading) { return !holds(reading); });
    };
    keepIf([&](const Reading& reading) { return reading.length == longest; });
    keepIf([&](const Reading& reading) { return !entryOf(reading).isAbolished(); });
    for (const qsizetype digits : {6, 4, 2})
        if (near.size() >= digits)
            keepIf([&](const Reading& reading) { return entryOf(reading).code.startsWith(near.left(digits)); });

    PlaceMatch match;
    for (const Reading& reading : readings)
        if (const QString& code = entryOf(reading).code;
            std::find(match.candidates.begin(), match.candidates.end(), code) == match.candidates.end())
            match.candidates.push_back(code);
    std::sort(match.candidates.begin(), match.candidates.end());
    // 吉林 may be the province or its city: the wider one is certain.
    const QString widest = match.candidates.front();
    if (std::all_of(match.candidates.begin(), match.candidates.end(),
                    [&](const QString& code) { return within(code, widest); }))
        match = {widest, {widest}};
    return match;
}

} // namespace songhe
