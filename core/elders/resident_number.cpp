// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/resident_number.h"

#include "core/base/text/digits.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

template <> std::span<const ChoiceName> choiceNames<NumberRepair>()
{
    static constexpr ChoiceName names[] = {
        {int(NumberRepair::FullWidth), "full_width", "ResidentNumber",
         QT_TRANSLATE_NOOP("ResidentNumber", "full-width digits made plain")},
        {int(NumberRepair::Blanks), "blanks", "ResidentNumber",
         QT_TRANSLATE_NOOP("ResidentNumber", "blanks taken out of the number")},
        {int(NumberRepair::PlainX), "plain_x", "ResidentNumber",
         QT_TRANSLATE_NOOP("ResidentNumber", "x at the end of the number made X")},
        {int(NumberRepair::Widened), "widened", "ResidentNumber",
         QT_TRANSLATE_NOOP("ResidentNumber", "15-digit number widened to 18")},
    };
    return names;
}

namespace {

Failure numberFault(const char16_t* code, const QString& message)
{
    return fail(Error::Kind::Invalid, message, QString::fromUtf16(code));
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isAsciiDigit);
}

/// Plain characters without blanks, noting what had to be mended.
QString cleanedNumber(const QString& written, std::vector<NumberRepair>& repairs)
{
    const QString plain = plainWidth(written);
    QString dense = withoutBlanks(plain);
    // An apostrophe in front is how spreadsheets are told to keep text; hyphens part groups.
    dense.remove(u'-').remove(u'\'').remove(QChar(0x2019)).remove(QChar(0x2013)).remove(QChar(0x2014));
    QString widthOnly = written;
    widthOnly.remove(QChar(0x3000));
    if (plainWidth(widthOnly) != widthOnly)
        repairs.push_back(NumberRepair::FullWidth);
    if (dense.size() != plain.size())
        repairs.push_back(NumberRepair::Blanks);
    if (!dense.isEmpty() && u"x×χΧхХ"_s.contains(dense.back())) {
        dense.back() = u'X';
        repairs.push_back(NumberRepair::PlainX);
    }
    return dense;
}

/// Sequence codes 996 to 999 were kept for those who had turned a hundred: they were born in the 1800s.
QString widenedNumber(const QString& fifteen)
{
    const bool centenarian = QStringView(fifteen).mid(12, 2) == u"99" && fifteen.at(14) >= u'6';
    const QString first17 = fifteen.left(6) + (centenarian ? u"18"_s : u"19"_s) + fifteen.mid(6);
    return first17 + residentCheckCharacter(first17);
}

NumberKind kindOfNumber(const QString& number)
{
    if (number.startsWith(u"810000"))
        return NumberKind::HongKongPermit;
    if (number.startsWith(u"820000"))
        return NumberKind::MacauPermit;
    if (number.startsWith(u"830000"))
        return NumberKind::TaiwanPermit;
    return number.startsWith(u'9') ? NumberKind::ForeignerPermit : NumberKind::Citizen;
}

Result<void> checkShape(const QString& number)
{
    static const QRegularExpression spreadsheetNumber(u"^\\d(?:\\.\\d+)?[eE]\\+?\\d+$|^\\d{15,18}\\.0+$"_s);
    if (number.isEmpty())
        return numberFault(u"number.missing", ResidentNumber::tr("The resident number is missing."));
    if (spreadsheetNumber.match(number).hasMatch())
        return numberFault(
            u"number.as_number",
            ResidentNumber::tr("The spreadsheet keeps this resident number as a number: its last digits are "
                               "lost. Format the cell as text and type the number again from the card."));
    if (number.size() != 15 && number.size() != 18)
        return numberFault(
            u"number.length",
            ResidentNumber::tr("A resident number has 18 characters, this one has %1. Please compare it with "
                               "the card.")
                .arg(number.size()));
    const QStringView body = QStringView(number).left(number.size() == 18 ? 17 : 15);
    if (!areDigits(body) || (number.size() == 18 && number.back() != u'X' && !isAsciiDigit(number.back())))
        return numberFault(
            u"number.characters",
            ResidentNumber::tr("A resident number has digits only, at the end perhaps an X. Please compare it "
                               "with the card."));
    return {};
}

} // namespace

QChar residentCheckCharacter(QStringView first17)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (first17.size() != 17 || !areDigits(first17))
        return {};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i)
        sum += (first17.at(i).unicode() - u'0') * weights[i];
    return u"10X98765432"[sum % 11];
}

Result<ResidentNumber> parseResidentNumber(const QString& written, QDate latest)
{
    ResidentNumber number;
    // A longer cell is no number; it is cut so that nobody can make us work on megabytes.
    number.text = cleanedNumber(written.left(100), number.repairs);
    RETURN_IF_ERROR(checkShape(number.text));
    if (number.text.size() == 15) {
        number.text = widenedNumber(number.text);
        number.widened = true;
        number.repairs.push_back(NumberRepair::Widened);
    }
    number.born = QDate::fromString(number.text.mid(6, 8), u"yyyyMMdd"_s);
    if (residentCheckCharacter(QStringView(number.text).left(17)) != number.text.back())
        return numberFault(
            u"number.check_digit",
            ResidentNumber::tr("The check digit of the resident number is wrong: a digit was mistyped. Please "
                               "compare it with the card."));
    if (!number.born.isValid() || number.born.year() < 1800 || (latest.isValid() && number.born > latest))
        return numberFault(
            u"number.date",
            ResidentNumber::tr("The date of birth in the resident number does not exist. Please compare it "
                               "with the card."));
    number.sex = number.text.at(16).digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
    number.kind = kindOfNumber(number.text);
    if (number.kind != NumberKind::ForeignerPermit)
        number.division = number.text.left(6);
    return number;
}

std::optional<QString> divisionWarning(const ResidentNumber& number, const Divisions& divisions)
{
    if (number.kind != NumberKind::Citizen)
        return std::nullopt;
    const Division* division = divisions.find(number.division);
    if (!division)
        return ResidentNumber::tr("The division %1 in the resident number is not known. The number is kept.")
            .arg(number.division);
    if (division->isAbolished())
        return ResidentNumber::tr("The division %1 (%2) in the resident number was abolished. The number stays valid.")
            .arg(number.division, division->fullName);
    return std::nullopt;
}

QString maskedResidentNumber(const QString& number)
{
    if (number.size() <= 8)
        return QString(number.size(), u'*');
    return number.left(4) + QString(number.size() - 8, u'*') + number.right(4);
}

} // namespace songhe
