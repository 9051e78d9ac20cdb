// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_reader.h"

#include "core/base/text/digits.h"
#include "core/elders/person_name.h"
#include "core/elders/resident_number.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace roster_row {

QString Reader::fitting(const QString& written, int most, RosterColumn what)
{
    if (written.size() <= most)
        return written;
    m_row.add(RosterCode::CutShort, {choiceText(what), QString::number(most)});
    return written.left(most);
}

void Reader::readNumber()
{
    const Cell& written = cell(RosterColumn::ResidentNumber);
    if (written.isEmpty()) {
        m_row.add(RosterCode::NoNumber);
        return;
    }
    static const QRegularExpression scientific(u"^\\s*\\d(\\.\\d+)?[eE]\\+?\\d+\\s*$"_s);
    if (written.kind == Cell::Kind::Number || scientific.match(written.raw).hasMatch()) {
        m_numberRefused = true;
        m_row.add(RosterCode::NumberAsNumber);
        return;
    }
    auto number = parseResidentNumber(written.raw, m_context.today);
    if (!number) {
        m_numberRefused = true;
        const QString& fault = number.error().detail;
        if (fault == u"number.as_number")
            m_row.add(RosterCode::NumberAsNumber);
        else if (fault == u"number.check_digit")
            m_row.add(RosterCode::NumberCheckDigit);
        else if (fault == u"number.length")
            m_row.add(RosterCode::NumberLength, {QString::number(withoutBlanks(written.raw).size())});
        else if (fault == u"number.date")
            m_row.add(RosterCode::NumberDate);
        else
            m_row.add(RosterCode::NumberCharacters);
        return;
    }
    for (const NumberRepair repair : number->repairs) {
        switch (repair) {
        case NumberRepair::FullWidth:
            m_row.add(RosterCode::FullWidth);
            break;
        case NumberRepair::Blanks:
            m_row.add(RosterCode::Blanks);
            break;
        case NumberRepair::PlainX:
            m_row.add(RosterCode::PlainX);
            break;
        case NumberRepair::Widened:
            m_row.add(RosterCode::Widened);
            break;
        }
    }
    if (number->isResidencePermit())
        m_row.add(RosterCode::ResidencePermit);
    else if (const Division* division = m_context.divisions.find(number->division); !division)
        m_row.add(RosterCode::DivisionUnknown, {number->division});
    else if (division->isAbolished())
        m_row.add(RosterCode::DivisionAbolished, {division->fullName});
    if (!number->widened && number->text.endsWith(u"000"))
        m_row.add(RosterCode::NumberEndsInZeros);
    m_row.elder.residentNumber = number->text;
    m_number = *std::move(number);
}

void Reader::readName()
{
    const QString written = text(RosterColumn::Name);
    if (written.isEmpty()) {
        m_row.add(RosterCode::NoName);
        return;
    }
    auto name = normalisedName(written);
    if (!name) {
        m_row.add(RosterCode::NameBad, {name.error().message});
        m_row.elder.name = written.left(PersonName::most);
        return;
    }
    if (*name != written)
        m_row.add(RosterCode::NameTidied);
    m_row.elder.name = *std::move(name);
}

void Reader::readSex()
{
    const QString written = text(RosterColumn::Sex);
    const Sex told = sexOfWord(written);
    if (!written.isEmpty() && told == Sex::Unknown)
        m_row.add(RosterCode::SexNotTold, {written.left(20)});
    m_row.elder.sex = m_number ? m_number->sex : told;
    if (m_number && told != Sex::Unknown && told != m_number->sex)
        m_row.add(RosterCode::SexDiffers, {choiceText(told), choiceText(m_number->sex)});
    else if (m_number && written.isEmpty() && m_plan.columnOf(RosterColumn::Sex) >= 0)
        m_row.add(RosterCode::SexFromNumber);
}

/// 1938.1 in a number cell may have been 1938.10: a number loses its last zero.
bool mayBeOctober(const Cell& cell, const WrittenDate& date, QDate born)
{
    return cell.kind == Cell::Kind::Number && date.precision == DatePrecision::Month && date.day.month() == 1
        && born.month() == 10 && born.year() == date.day.year();
}

void Reader::readBorn()
{
    const Cell& written = cell(RosterColumn::Born);
    const QString shown = written.raw.trimmed().left(40);
    const DateReading reading = readDate(written.raw);
    Elder& elder = m_row.elder;
    if (m_number) {
        elder.born = m_number->born;
        const bool bareSerial
            = written.kind == Cell::Kind::Number && dayOfSerial(written.raw.toDouble(), false) == m_number->born;
        if (reading.kind == DateReading::Kind::Read && !reading.date.agreesWith(m_number->born)
            && !mayBeOctober(written, reading.date, m_number->born))
            m_row.add(RosterCode::BornDiffers, {shown, m_number->born.toString(Qt::ISODate)});
        else if (reading.kind == DateReading::Kind::Impossible)
            m_row.add(RosterCode::BornImpossible, {shown});
        else if (reading.kind == DateReading::Kind::NotADate && !bareSerial)
            m_row.add(RosterCode::BornUnreadable, {shown});
    } else if (reading.kind == DateReading::Kind::Read && reading.date.day <= m_context.today) {
        m_row.bornAsFarAs = reading.date.precision;
        if (reading.date.precision != DatePrecision::Year)
            elder.born = reading.date.day;
        if (!m_numberRefused && reading.date.precision == DatePrecision::Month)
            m_row.add(RosterCode::BornMonthOnly, {shown});
        else if (!m_numberRefused && reading.date.precision == DatePrecision::Year)
            m_row.add(RosterCode::BornYearOnly, {shown});
    } else if (reading.kind != DateReading::Kind::Empty) {
        m_row.add(RosterCode::BornUnreadable, {shown});
    }
    if (const auto age = elder.born ? ageInYears(*elder.born, m_context.today) : std::nullopt; age && *age < 60)
        m_row.add(RosterCode::YoungerThan60, {elder.born->toString(Qt::ISODate)});

    const QString died = text(RosterColumn::Died);
    const DateReading death = readDate(died);
    if (death.kind == DateReading::Kind::Read && death.date.precision == DatePrecision::Day
        && death.date.day <= m_context.today && (!elder.born || death.date.day >= *elder.born))
        elder.died = death.date.day;
    if (!died.isEmpty() && !factsOfWords(died).saysNone)
        m_row.add(elder.died ? RosterCode::Deceased : RosterCode::DiedUnreadable, {died.left(40)});
}

void Reader::readPlaces()
{
    const QString registered = fitting(text(RosterColumn::RegisteredPlace), 100, RosterColumn::RegisteredPlace);
    if (!registered.isEmpty()) {
        const PlaceMatch match = m_context.divisions.match(registered, m_context.near);
        const bool told = match.code && match.candidates.size() <= 1;
        m_row.facts.push_back({FactKind::RegisteredDivision, told ? *match.code : fact_value::unknown.toString(), !told,
                               told ? QString() : registered});
        if (!told)
            m_row.add(RosterCode::PlaceNotTold, {registered});
    }
    const QString address = fitting(text(RosterColumn::Address), 200, RosterColumn::Address);
    if (!address.isEmpty()) {
        m_row.elder.address = address;
        m_row.elder.division = m_context.divisions.match(address, m_context.near).code;
    }
}

void Reader::readPhones()
{
    for (int column = 0; column < int(m_plan.columns.size()); ++column) {
        if (m_plan.columns[std::size_t(column)] != RosterColumn::Phone)
            continue;
        const ToldPhones told = phonesOfCell(m_sheet.at(m_row.sheetRow, column).raw);
        for (const QString& odd : told.odd)
            m_row.add(RosterCode::PhoneOdd, {odd});
        if (told.phones.size() > 1)
            m_row.add(RosterCode::SeveralPhones);
        for (const QString& phone : told.phones)
            if (!m_row.elder.phones.contains(phone))
                m_row.elder.phones << phone;
    }
}

void Reader::readContact()
{
    static const QRegularExpression several(u"[/／、,，;；\\n]+"_s);
    static const QRegularExpression bracket(u"^(.*?)[(（](.*)[)）]$"_s);
    const QStringList names = text(RosterColumn::ContactName).split(several, Qt::SkipEmptyParts);
    const QStringList phones = phonesOfCell(text(RosterColumn::ContactPhone)).phones;
    const bool paired = names.size() == phones.size();
    for (qsizetype i = 0; i < std::max<qsizetype>(names.size(), phones.isEmpty() ? 0 : 1); ++i) {
        QString name = names.value(i).simplified();
        QString relation = text(RosterColumn::ContactRelation);
        if (const auto match = bracket.match(name); match.hasMatch()) {
            name = match.captured(1);
            relation = match.captured(2);
        }
        QJsonObject contact;
        if (!name.isEmpty())
            contact.insert(u"name"_s, name);
        if (!relation.isEmpty())
            contact.insert(u"relation"_s, relation);
        const QString phone = paired ? phones.value(i) : (i == 0 ? phones.join(u'、') : QString());
        if (!phone.isEmpty())
            contact.insert(u"phone"_s, phone);
        if (!contact.isEmpty())
            m_row.elder.contacts.append(contact);
    }
}

void Reader::readRemarks()
{
    QStringList remarks;
    for (int column = 0; column < int(m_plan.columns.size()); ++column) {
        const QString written = m_sheet.at(m_row.sheetRow, column).raw.trimmed();
        if (m_plan.columns[std::size_t(column)] == RosterColumn::Remarks && !written.isEmpty())
            remarks << written;
    }
    const QString remark = remarks.join(u'；');
    if (saysDeceased(remark) && !m_row.elder.died)
        m_row.add(RosterCode::Deceased, {remark.left(40)});
    static const QRegularExpression aboutNumber(u"身份证|补办|证件|无证|未办|户口"_s);
    if (!m_number && !m_numberRefused)
        m_row.elder.noNumberReason = aboutNumber.match(remark).hasMatch() ? remark.left(100) : u"花名册未填"_s;
    remarks << m_kept;
    if (!remarks.isEmpty())
        m_row.elder.remarks = fitting(remarks.join(u'；'), 1000, RosterColumn::Remarks);
    if (const QString group = fitting(text(RosterColumn::EthnicGroup), 20, RosterColumn::EthnicGroup); !group.isEmpty())
        m_row.elder.ethnicGroup = group;
    if (const QString card = fitting(text(RosterColumn::CardNumber), 40, RosterColumn::CardNumber); !card.isEmpty())
        m_row.elder.cardNumber = card;
}

RosterRow Reader::read()
{
    readName();
    readNumber();
    readSex();
    readBorn();
    readPlaces();
    readPhones();
    readContact();
    readFactColumns();
    readRemarks();
    return std::move(m_row);
}

/// The first cell with something in it.
QString firstText(const Sheet& sheet, int row)
{
    for (const Cell& cell : sheet.rows[std::size_t(row)])
        if (!cell.isEmpty())
            return cell.raw;
    return {};
}

bool repeatsHeadings(const Sheet& sheet, int row, const ColumnPlan& plan)
{
    int same = 0;
    for (int column = 0; column < int(plan.headings.size()); ++column)
        if (!plan.headings[column].isEmpty() && sheet.at(row, column).raw.trimmed() == plan.headings[column])
            ++same;
    return same >= 2;
}

} // namespace roster_row

RosterOutcome RosterRow::outcome() const
{
    RosterOutcome gravest = RosterOutcome::Accept;
    for (const RosterReason& reason : reasons)
        gravest = std::max(gravest, reason.outcome());
    return gravest;
}

bool isPersonRow(const Sheet& sheet, int row, const ColumnPlan& plan)
{
    bool anything = false; // a running number alone is nobody
    for (int column = 0; column < int(plan.columns.size()); ++column)
        anything = anything
            || (plan.columns[std::size_t(column)] != RosterColumn::Ignored && !sheet.at(row, column).isEmpty());
    if (!anything || roster_row::repeatsHeadings(sheet, row, plan))
        return false;
    return !beginsFooter(roster_row::firstText(sheet, row))
        && !beginsFooter(sheet.at(row, plan.columnOf(RosterColumn::Name)).raw);
}

RosterRow readRosterRow(const Sheet& sheet, int row, const ColumnPlan& plan, const RosterContext& context)
{
    return roster_row::Reader(sheet, row, plan, context).read();
}

QString rosterTitle(const Sheet& sheet, const ColumnPlan& plan)
{
    for (int row = 0; row < std::min(plan.headingRow, sheet.rowCount()); ++row)
        if (const QString text = roster_row::firstText(sheet, row).simplified(); !text.isEmpty())
            return text.left(100);
    return {};
}

std::optional<QDate> factsFromOfRoster(const Sheet& sheet, const ColumnPlan& plan)
{
    static const QRegularExpression titled(u"(?<!\\d)((?:19|20)\\d{2})\\s*年"_s);
    static const QRegularExpression filled(
        u"(?:填报|填表|制表|上报|统计|截止|截至)(?:日期|时间|日)?\\s*[:：]?\\s*((?:19|20)\\d{2})\\s*[年./-]"_s);
    for (const QRegularExpression& shape : {titled, filled}) {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const bool above = row < plan.headingRow;
            if (!above && (row < plan.firstDataRow() || !beginsFooter(roster_row::firstText(sheet, row))))
                continue;
            for (const Cell& cell : sheet.rows[std::size_t(row)])
                if (const auto match = shape.match(cell.raw); match.hasMatch())
                    return QDate(match.captured(1).toInt(), 1, 1);
        }
    }
    return std::nullopt;
}

} // namespace songhe
