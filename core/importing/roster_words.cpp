// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_words.h"

#include "core/base/text/digits.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace roster_words {

struct Line {
    const char16_t* words; ///< parted by blanks
    FactKind kind;
    const char* value;
};

constexpr Line lines[] = {
    {u"特困 特困供养 特困人员 特困供养人员 分散供养 集中供养 分散特困 集中特困 城市特困 农村特困 五保 五保户 五保供养 "
     u"农村五保 三无 城市三无 三无人员",
     FactKind::EconomicCategory, "destitute"},
    {u"低保 城市低保 农村低保 城镇低保 城乡低保 低保户 低保家庭 低保对象 低保人员 最低生活保障 最低生活保障家庭 "
     u"享受低保 "
     u"城低保 农低保",
     FactKind::EconomicCategory, "subsistence"},
    {u"低保边缘 低保边缘户 低保边缘家庭 边缘 边缘户 边缘家庭 最低生活保障边缘家庭 低边", FactKind::EconomicCategory,
     "near_subsistence"},
    {u"低收入 低收入户 低收入家庭 低收入人员 低收入群体", FactKind::EconomicCategory, "low_income"},
    {u"建档立卡 建档立卡户 建档立卡贫困户 贫困户 建档立卡人员 脱贫户", FactKind::EconomicCategory, "registered_poor"},
    {u"失独 失独家庭 失独老人 失独户", FactKind::FamilySituation, "bereaved_only_child"},
    {u"计划生育特殊家庭 计生特殊家庭 计划生育特扶 计生特扶 特扶 特扶家庭 计划生育特别扶助 计生特殊",
     FactKind::FamilySituation, "family_planning_special"},
    {u"独居 独居老人 独自居住 一人居住 单独居住 独身居住", FactKind::Living, "alone"},
    {u"空巢 空巢老人 空巢家庭 纯老家庭", FactKind::Living, "empty_nest"},
    {u"留守 留守老人 农村留守", FactKind::Living, "left_behind"},
    {u"与配偶同住 与老伴同住 和配偶同住 和老伴同住 配偶同住 与配偶居住 与老伴居住 同配偶居住 夫妻同住 夫妻同居 与配偶",
     FactKind::Living, "with_spouse"},
    {u"与子女同住 和子女同住 与儿女同住 子女同住 与子女居住 随子女居住 同子女居住 与儿子同住 与女儿同住 与子女",
     FactKind::Living, "with_children"},
    {u"养老机构 机构养老 与亲属同住 与保姆同住 与他人同住 与父母同住", FactKind::Living, "other"},
    {u"能力完好 完好 能力正常", FactKind::DeclaredAbility, "intact"},
    {u"轻度 轻度失能 能力轻度受损 轻度受损 轻度失能老人", FactKind::DeclaredAbility, "mild"},
    {u"中度 中度失能 能力中度受损 中度受损 中度失能老人", FactKind::DeclaredAbility, "moderate"},
    {u"重度 重度失能 能力重度受损 重度受损 重度失能老人", FactKind::DeclaredAbility, "severe"},
    {u"完全失能 能力完全丧失 完全丧失 全失能", FactKind::DeclaredAbility, "complete"},
    {u"自理 生活自理 能自理 完全自理 基本自理 自理老人", FactKind::CareClass, "self_care"},
    {u"半失能 半自理 部分自理 半失能老人 半护理 介助", FactKind::CareClass, "semi_disabled"},
    {u"失能 不能自理 生活不能自理 失能老人 全护理 介护", FactKind::CareClass, "disabled"},
    {u"失智 痴呆 认知症 老年痴呆 阿尔茨海默病 阿尔茨海默症 失智老人 认知障碍", FactKind::Dementia, "diagnosed"},
};

constexpr Line insurances[] = {
    {u"职工 职工医保 城镇职工 城镇职工医保 职工医疗保险 城镇职工医疗保险 城镇职工基本医疗保险",
     FactKind::MedicalInsurance, "employee"},
    {u"居民 居民医保 城乡居民 城乡居民医保 城镇居民 城镇居民医保 新农合 农合 合作医疗 居民医疗保险 城乡居民医疗保险 "
     u"城乡居民基本医疗保险",
     FactKind::MedicalInsurance, "resident"},
    {u"商业 商业保险 商业医保 商业医疗保险", FactKind::MedicalInsurance, "commercial"},
    {u"无 未参保 没有 自费", FactKind::MedicalInsurance, "none"},
    {u"其他 其它 公费 公费医疗 离休", FactKind::MedicalInsurance, "other"},
};

template <std::size_t N> QHash<QString, ToldFact> tableOf(const Line (&source)[N])
{
    QHash<QString, ToldFact> table;
    for (const Line& line : source)
        for (const QString& word : QString::fromUtf16(line.words).split(u' '))
            table.insert(word, {line.kind, QString::fromLatin1(line.value)});
    return table;
}

QString plainWord(const QString& word)
{
    QString text = withoutBlanks(plainWidth(word));
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.mid(1, text.size() - 2);
    return text;
}

/// 肢体二级, 视力残疾1级
std::optional<ToldFact> disability(const QString& word)
{
    static const QRegularExpression shape(
        u"^(视力|听力|言语|语言|肢体|智力|精神|多重)(?:残疾)?(?:([一二三四1-4])级?)?$"_s);
    static const QHash<QString, QString> kinds {
        {u"视力"_s, u"visual"_s}, {u"听力"_s, u"hearing"_s},  {u"言语"_s, u"speech"_s},
        {u"语言"_s, u"speech"_s}, {u"肢体"_s, u"physical"_s}, {u"智力"_s, u"intellectual"_s},
        {u"精神"_s, u"mental"_s}, {u"多重"_s, u"multiple"_s},
    };
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    QString value = kinds.value(match.captured(1));
    if (const QString grade = match.captured(2); !grade.isEmpty()) {
        const qsizetype han = u"一二三四"_s.indexOf(grade);
        value += u':' + (han >= 0 ? QString::number(han + 1) : grade);
    }
    return ToldFact {FactKind::Disability, value};
}

bool isYes(const QString& word)
{
    static const QStringList words {u"是"_s, u"有"_s, u"√"_s, u"✓"_s, u"✔"_s, u"1"_s, u"Y"_s, u"y"_s, u"享受"_s};
    return words.contains(word);
}

bool isNone(const QString& word)
{
    static const QStringList words {u"无"_s,   u"没有"_s, u"-"_s,    u"--"_s,    u"—"_s,    u"——"_s,
                                    u"/"_s,    u"正常"_s, u"普通"_s, u"一般"_s,  u"暂无"_s, u"非"_s,
                                    u"不是"_s, u"\\"_s,   u"均无"_s, u"都不是"_s};
    return words.contains(word);
}

ToldCell read(const QString& cell, const QHash<QString, ToldFact>& table, const QString& yes)
{
    static const QRegularExpression parts(u"[、,，;；/／|+＋&\\n\\r。]+|以及|[和及且]"_s);
    ToldCell told;
    const QString whole = plainWord(cell);
    // A word may itself hold a sign that parts others.
    const QStringList words = table.contains(whole) || isNone(whole) ? QStringList {whole} : cell.split(parts);
    for (const QString& written : words) {
        QString word = plainWord(written);
        if (word.isEmpty())
            continue;
        if (!yes.isEmpty() && isYes(word))
            word = yes;
        else if (!yes.isEmpty() && (word == u"否" || isNone(word) || word == u"0" || word == u"×"))
            continue; // 是否低保: 否 says nothing of other categories
        if (const auto known = table.constFind(word); known != table.constEnd()) {
            if (std::find(told.facts.begin(), told.facts.end(), *known) == told.facts.end())
                told.facts.push_back(*known);
        } else if (const auto grade = disability(word)) {
            told.facts.push_back(*grade);
        } else if (isNone(word) || word == u"否") {
            told.saysNone = true;
        } else {
            told.unknown << written.trimmed();
        }
    }
    return told;
}

/// 13800138000, +86…, 0472-5151234, 5151234, 0472-5151234-802, 400-…, 110-like short numbers of offices are not.
bool isPhone(const QString& text)
{
    static const QRegularExpression shape(
        u"^(?:\\+?86-?)?(?:1\\d{10}|(?:\\(?0\\d{2,3}\\)?-?)?[2-9]\\d{6,7}(?:[-转]\\d{1,6})?|[48]00-?\\d{3}-?\\d{4})$"_s);
    return shape.match(text).hasMatch();
}

} // namespace roster_words

ToldCell factsOfWords(const QString& cell, const QString& yes)
{
    static const auto table = roster_words::tableOf(roster_words::lines);
    return roster_words::read(cell, table, yes);
}

ToldCell insuranceOfWords(const QString& cell)
{
    static const auto table = roster_words::tableOf(roster_words::insurances);
    return roster_words::read(cell, table, {});
}

ToldPhones phonesOfCell(const QString& cell)
{
    static const QRegularExpression strong(u"[/／、,，;；|\\n\\r]+|或"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    ToldPhones told;
    for (const QString& part : cell.split(strong)) {
        const QString plain = plainWidth(part).simplified();
        if (plain.isEmpty())
            continue;
        const QStringList words = plain.split(blanks);
        const bool apart = words.size() > 1
            && std::all_of(words.begin(), words.end(), [](const QString& word) { return roster_words::isPhone(word); });
        for (const QString& phone : apart ? words : QStringList {QString(plain).remove(u' ')}) {
            if (!told.phones.contains(phone))
                told.phones << phone;
            if (!roster_words::isPhone(phone))
                told.odd << phone;
        }
    }
    return told;
}

Sex sexOfWord(const QString& cell)
{
    const QString word = withoutBlanks(plainWidth(cell)).toLower();
    static const QStringList male {u"男"_s, u"男性"_s, u"m"_s, u"male"_s, u"1"_s, u"男士"_s};
    static const QStringList female {u"女"_s, u"女性"_s, u"f"_s, u"female"_s, u"2"_s, u"女士"_s};
    if (male.contains(word))
        return Sex::Male;
    return female.contains(word) ? Sex::Female : Sex::Unknown;
}

bool saysDeceased(const QString& remark)
{
    static const QRegularExpression word(u"(已故|去世|死亡|病故|逝世|过世|亡故|身故|离世|病逝)"_s);
    static const QRegularExpression another(u"(配偶|老伴|丈夫|妻子|老公|爱人|儿子|女儿|子女|独子|独女|孩子|父母)"
                                            "[^，,。；;]{0,6}$"_s);
    auto matches = word.globalMatch(remark);
    while (matches.hasNext())
        if (!another.match(remark.left(matches.next().capturedStart())).hasMatch())
            return true;
    return false;
}

bool beginsFooter(const QString& firstCell)
{
    static const QRegularExpression shape(
        u"^(合计|总计|小计|共计|总人数|本页合计|累计|合计人数|共\\d+人|填表|填报|制表|审核|复核|核对|经办|负责人|"
        u"单位负责人|主管|"
        "单位盖章|单位公章|盖章|公章|签字|注[:：]|说明[:：]|备注[:：]|社区盖章|街道盖章|联系电话[:：])"_s);
    QString text = withoutBlanks(firstCell);
    while (!text.isEmpty() && u"（(【["_s.contains(text.front()))
        text.remove(0, 1);
    return shape.match(text).hasMatch();
}

} // namespace songhe
