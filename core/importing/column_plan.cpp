// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/column_plan.h"

#include "core/base/text/digits.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <set>

namespace songhe {

using namespace Qt::StringLiterals;

template <> std::span<const ChoiceName> choiceNames<RosterColumn>()
{
    static constexpr ChoiceName names[] = {
        {int(RosterColumn::Ignored), "ignored", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "(not taken over)")},
        {int(RosterColumn::Name), "name", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Name")},
        {int(RosterColumn::Sex), "sex", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Sex")},
        {int(RosterColumn::ResidentNumber), "resident_number", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Resident number")},
        {int(RosterColumn::Born), "born", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Date of birth")},
        {int(RosterColumn::EthnicGroup), "ethnic_group", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Ethnic group")},
        {int(RosterColumn::RegisteredPlace), "registered_place", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Registered in")},
        {int(RosterColumn::Address), "address", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Present address")},
        {int(RosterColumn::Phone), "phone", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Phone")},
        {int(RosterColumn::Category), "category", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Category of hardship")},
        {int(RosterColumn::Living), "living", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Living arrangement")},
        {int(RosterColumn::Ability), "ability", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Ability")},
        {int(RosterColumn::Disability), "disability", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Disability")},
        {int(RosterColumn::Dementia), "dementia", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Dementia")},
        {int(RosterColumn::MedicalInsurance), "medical_insurance", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Medical insurance")},
        {int(RosterColumn::FamilyDoctor), "family_doctor", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Family doctor")},
        {int(RosterColumn::ContactName), "contact_name", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Contact: name")},
        {int(RosterColumn::ContactRelation), "contact_relation", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Contact: relation")},
        {int(RosterColumn::ContactPhone), "contact_phone", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Contact: phone")},
        {int(RosterColumn::CardNumber), "card_number", "RosterColumn",
         QT_TRANSLATE_NOOP("RosterColumn", "Card number")},
        {int(RosterColumn::Died), "died", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Date of death")},
        {int(RosterColumn::Remarks), "remarks", "RosterColumn", QT_TRANSLATE_NOOP("RosterColumn", "Remarks")},
    };
    return names;
}

namespace headings {

constexpr int mostTitleRows = 40;

/// 身份证号码（必填）* → 身份证号码
QString plain(const QString& heading)
{
    static const QRegularExpression brackets(u"[(\\[【〔][^)\\]】〕]*[)\\]】〕]"_s);
    static const QRegularExpression signs(u"[\\p{P}\\p{S}]"_s);
    QString text = withoutBlanks(plainWidth(heading)).toLower();
    text.remove(brackets);
    return text.remove(signs);
}

/// The first line whose pattern is found decides; the narrow ones stand before the wide ones.
struct Line {
    const char16_t* pattern;
    RosterColumn column;
};

constexpr Line lines[] = {
    {u"^(序号|编号|号|no|年龄|岁数|周岁|退回原因|refusedbecause)$", RosterColumn::Ignored},
    // Somebody else's particulars.
    {u"(监护人|联系人|紧急|家属|亲属|子女|赡养|担保人).*(身份证|证件|住址|地址|单位|职业|年龄)", RosterColumn::Ignored},
    {u"(与|是否).*(子女|家属|亲属|配偶|老伴).*(同住|居住|生活)", RosterColumn::Living},
    {u"(监护人|联系人|紧急|家属|亲属|子女|赡养|担保人).*(电话|手机|联系方式|号码)", RosterColumn::ContactPhone},
    {u"(监护人|联系人|紧急|家属|亲属|子女|赡养|担保人).*关系|^与.*关系$|^关系$", RosterColumn::ContactRelation},
    {u"(监护人|联系人|紧急联系|担保人)|(家属|亲属|子女).*姓名|^家属$|^亲属$|^子女$|contactname|emergencycontact",
     RosterColumn::ContactName},
    {u"配偶|户主|填表|经办|负责人|社工|护理员", RosterColumn::Ignored},
    // The elder's own.
    {u"身份证.*(住址|地址)", RosterColumn::RegisteredPlace},
    {u"有效期|证件类型|证件种类|残疾证|低保证|户口本|户口性质|户籍性质|户口类|户籍类", RosterColumn::Ignored},
    {u"身份证|证件号|公民身份|身份号码|居民身份|居住证号|residentnumber|idnumber|^id$", RosterColumn::ResidentNumber},
    {u"户籍|户口|籍贯所在|registered", RosterColumn::RegisteredPlace},
    {u"死亡|去世|逝世|过世|身故|故去", RosterColumn::Died},
    {u"残疾", RosterColumn::Disability},
    {u"失智|认知|痴呆", RosterColumn::Dementia},
    {u"居住(状况|情况|类型|类别|方式|形式|状态)|家庭(结构|类型)|独居|空巢|留守|living", RosterColumn::Living},
    {u"能力|自理|失能|护理(等级|级别|类型)|照护等级|评估(等级|结果|级别)|ability", RosterColumn::Ability},
    {u"困难|低保|特困|五保|三无|失独|特扶|计划生育|计生|建档立卡|贫困|经济(状况|情况|类型|类别|条件)|"
     u"(人员|老人|老年人|对象|身份|家庭|人群|救助|保障|享受)(类别|类型|性质|待遇|政策)|^类别$|^类型$|category",
     RosterColumn::Category},
    {u"医保|医疗(保险|保障)|参保", RosterColumn::MedicalInsurance},
    {u"家庭医生|签约", RosterColumn::FamilyDoctor},
    {u"住址|地址|居住地|住所|现居|现住|门牌|小区|address", RosterColumn::Address},
    {u"民族|ethnic", RosterColumn::EthnicGroup},
    {u"性别|^sex$|gender", RosterColumn::Sex},
    {u"出生|生日|^born$|birth", RosterColumn::Born},
    {u"卡号|餐卡|就餐卡|一卡通|老年证号|优待证|cardnumber", RosterColumn::CardNumber},
    {u"电话|手机|联系方式|^tel$|phone|mobile", RosterColumn::Phone},
    {u"备注|附注|说明|备考|remark|^note", RosterColumn::Remarks},
    {u"姓名|名字|^服务对象$|^老人$|^name$|fullname", RosterColumn::Name},
};

/// Several columns of these make sense; their cells are put together.
bool mayStandTwice(RosterColumn column)
{
    return column == RosterColumn::Ignored || column == RosterColumn::Phone || column == RosterColumn::Category
        || column == RosterColumn::Living || column == RosterColumn::Disability || column == RosterColumn::Remarks
        || column == RosterColumn::Ability || column == RosterColumn::Dementia;
}

bool looksLikeHeading(const QString& text)
{
    return text.size() <= 30 && !text.contains(QRegularExpression(u"\\d{3}"_s));
}

int knownKinds(const Sheet& sheet, int row)
{
    std::set<RosterColumn> kinds;
    for (int column = 0; column < int(sheet.rows[std::size_t(row)].size()); ++column) {
        const Cell& cell = sheet.at(row, column);
        if (cell.kind == Cell::Kind::Text && looksLikeHeading(cell.raw))
            kinds.insert(columnOfHeading(cell.raw));
    }
    kinds.erase(RosterColumn::Ignored);
    const bool tellsWho = kinds.contains(RosterColumn::Name) || kinds.contains(RosterColumn::ResidentNumber);
    return tellsWho ? int(kinds.size()) : 0;
}

/// Is the row below the second storey of the headings? Then it holds headings and nothing else.
bool isSecondStorey(const Sheet& sheet, int row)
{
    int known = 0;
    int others = 0;
    for (int column = 0; column < sheet.columnCount(); ++column) {
        const Cell& cell = sheet.at(row, column);
        if (cell.isEmpty())
            continue;
        if (cell.kind != Cell::Kind::Text || !looksLikeHeading(cell.raw))
            return false;
        ++(columnOfHeading(cell.raw) != RosterColumn::Ignored ? known : others);
    }
    return known > others;
}

QStringList headingTexts(const Sheet& sheet, int row, int storeys)
{
    QStringList texts;
    QString above;
    for (int column = 0; column < sheet.columnCount(); ++column) {
        const QString upper = sheet.at(row, column).raw.trimmed();
        const QString lower = storeys > 1 ? sheet.at(row + 1, column).raw.trimmed() : QString();
        if (!upper.isEmpty())
            above = upper;
        if (lower.isEmpty() || lower == upper)
            texts << upper;
        else
            texts << above + lower;
    }
    // The reasons in a workbook of refused rows are no column of the roster.
    while (!texts.isEmpty()
           && (texts.constLast().isEmpty() || plain(texts.constLast()) == u"退回原因"
               || plain(texts.constLast()) == u"refusedbecause"))
        texts.removeLast();
    return texts;
}

std::vector<RosterColumn> columnsOf(const QStringList& texts)
{
    std::vector<RosterColumn> columns;
    std::set<RosterColumn> seen;
    for (const QString& text : texts) {
        RosterColumn column = columnOfHeading(text);
        // 紧急联系人, then 联系电话: the contact's.
        const bool afterContact = !columns.empty()
            && (columns.back() == RosterColumn::ContactName || columns.back() == RosterColumn::ContactRelation);
        if (column == RosterColumn::Phone && afterContact)
            column = RosterColumn::ContactPhone;
        if (!mayStandTwice(column) && !seen.insert(column).second)
            column = RosterColumn::Ignored;
        columns.push_back(column);
    }
    return columns;
}

} // namespace headings

RosterColumn columnOfHeading(const QString& heading)
{
    static const auto compiled = [] {
        std::vector<std::pair<QRegularExpression, RosterColumn>> patterns;
        for (const headings::Line& line : headings::lines)
            patterns.emplace_back(QRegularExpression(QString::fromUtf16(line.pattern)), line.column);
        return patterns;
    }();
    const QString text = headings::plain(heading);
    if (text.isEmpty())
        return RosterColumn::Ignored;
    for (const auto& [pattern, column] : compiled)
        if (pattern.match(text).hasMatch())
            return column;
    return RosterColumn::Ignored;
}

int ColumnPlan::columnOf(RosterColumn what) const
{
    const auto found = std::find(columns.begin(), columns.end(), what);
    return found == columns.end() ? -1 : int(found - columns.begin());
}

QByteArray ColumnPlan::headingDigest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& heading : headings)
        hash.addData(headings::plain(heading).toUtf8() + '\n');
    return hash.result();
}

Result<ColumnPlan> proposeColumns(const Workbook& workbook)
{
    ColumnPlan plan;
    int best = 1; // a single known heading is chance
    for (int number = 0; number < int(workbook.sheets.size()); ++number) {
        const Sheet& sheet = workbook.sheets[std::size_t(number)];
        for (int row = 0; row < std::min(sheet.rowCount(), headings::mostTitleRows); ++row) {
            const int kinds = headings::knownKinds(sheet, row);
            if (kinds > best) {
                best = kinds;
                plan.sheet = number;
                plan.headingRow = row;
            }
        }
    }
    if (best < 2)
        return fail(Error::Kind::Invalid,
                    QCoreApplication::translate("songhe::ColumnPlan",
                                                "No headings were found. The table needs a row that names its columns, "
                                                "such as 姓名, 身份证号码 and 户籍地."));
    const Sheet& sheet = workbook.sheets[std::size_t(plan.sheet)];
    // Where headings stand in two storeys, the lower one may hold more of them.
    if (plan.headingRow > 0 && !sheet.isBlankRow(plan.headingRow - 1)
        && headings::isSecondStorey(sheet, plan.headingRow) && headings::knownKinds(sheet, plan.headingRow - 1) > 1) {
        --plan.headingRow;
        plan.headingRows = 2;
    } else if (headings::isSecondStorey(sheet, plan.headingRow + 1)) {
        plan.headingRows = 2;
    }
    plan.headings = headings::headingTexts(sheet, plan.headingRow, plan.headingRows);
    plan.columns = headings::columnsOf(plan.headings);
    return plan;
}

} // namespace songhe
