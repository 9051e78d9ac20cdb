// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_people.h"

#include "core/elders/resident_number.h"

#include <iterator>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr const char16_t* surnames[] = {
    u"王", u"李", u"张", u"刘", u"陈", u"杨", u"赵", u"黄", u"周", u"吴", u"徐", u"孙",   u"马",   u"朱",   u"胡",
    u"郭", u"何", u"高", u"林", u"罗", u"郑", u"梁", u"谢", u"宋", u"唐", u"许", u"韩",   u"冯",   u"邓",   u"曹",
    u"彭", u"曾", u"肖", u"田", u"董", u"袁", u"潘", u"于", u"蒋", u"蔡", u"余", u"杜",   u"叶",   u"程",   u"苏",
    u"魏", u"吕", u"丁", u"任", u"沈", u"姚", u"卢", u"姜", u"崔", u"钟", u"谭", u"陆",   u"汪",   u"范",   u"金",
    u"石", u"廖", u"贾", u"夏", u"韦", u"付", u"方", u"白", u"邹", u"孟", u"熊", u"秦",   u"邱",   u"江",   u"尹",
    u"薛", u"闫", u"段", u"雷", u"侯", u"龙", u"史", u"陶", u"黎", u"贺", u"顾", u"毛",   u"郝",   u"龚",   u"邵",
    u"单", u"仇", u"解", u"区", u"查", u"盖", u"华", u"纪", u"缪", u"乐", u"员", u"尉迟", u"欧阳", u"司马",
};
// The first fifteen make up half of all names, as they do in the country.
constexpr int frequentSurnames = 15;

constexpr const char16_t* womensNames[] = {
    u"秀英", u"桂英", u"秀兰", u"玉兰", u"桂兰", u"淑珍", u"淑英", u"玉梅", u"凤英", u"桂芳", u"玉珍",
    u"秀珍", u"春兰", u"金花", u"翠花", u"素芬", u"瑞芳", u"月英", u"美荣", u"俊英", u"淑兰", u"凤兰",
    u"玉芝", u"桂珍", u"秀芳", u"爱莲", u"改花", u"二女", u"改梅", u"粉花", u"润莲", u"俊花", u"桃花",
    u"计花", u"喜梅", u"英",   u"兰",   u"芳",   u"敏",   u"琴",   u"凤仙", u"引弟", u"淑清", u"静宜",
};
constexpr const char16_t* mensNames[] = {
    u"建国", u"国强", u"志明", u"福生", u"德福", u"长顺", u"宝成", u"满仓", u"占山", u"有才",
    u"兴旺", u"树林", u"振华", u"国庆", u"永贵", u"玉山", u"海山", u"金锁", u"光明", u"文斌",
    u"二保", u"三娃", u"俊",   u"军",   u"明",   u"铁柱", u"根柱", u"拴柱", u"来福", u"贵喜",
    u"存良", u"耀先", u"守义", u"连生", u"万有", u"建民", u"援朝", u"卫东", u"德厚", u"润喜",
};
constexpr const char16_t* mongolianWomen[]
    = {u"娜仁花",   u"萨仁高娃",     u"其木格", u"斯琴高娃",   u"乌云其木格", u"格日勒",
       u"娜仁托雅", u"阿拉坦其其格", u"萨日娜", u"宝音其其格", u"托娅"};
constexpr const char16_t* mongolianMen[]
    = {u"额尔敦巴特尔", u"那顺巴雅尔", u"阿拉坦仓", u"巴图",       u"宝音德力格尔", u"朝鲁",
       u"苏和",         u"特木尔",     u"布和",     u"孟克巴雅尔", u"达林太",       u"乌力吉"};
constexpr const char16_t* uyghurWomen[]
    = {u"古丽娜尔·艾山", u"努尔古丽·阿不都拉", u"阿依夏木·吐尔逊", u"热孜万古丽·买买提"};
constexpr const char16_t* uyghurMen[] = {u"阿力木·买买提", u"吐尔逊·艾合买提", u"买买提·依明", u"艾山·热合曼"};
// 𠮟 and its like: characters beyond the BMP that stand on identity cards.
constexpr const char16_t* rareEndings[]
    = {u"\U00020C53", u"\U0002A7DD", u"\U000217C5", u"㛃", u"喆", u"淼", u"犇", u"\U00024EFD"};

struct District {
    const char16_t* code;
    const char16_t* name;
    const char16_t* streets[5];
};
constexpr District districts[] = {
    {u"150204", u"包头市青山区", {u"友谊大街", u"幸福路", u"富强路", u"自由路", u"文化路"}},
    {u"150203", u"包头市昆都仑区", {u"钢铁大街", u"团结大街", u"阿尔丁大街", u"林荫路", u"少先路"}},
    {u"150202", u"包头市东河区", {u"巴彦塔拉大街", u"和平路", u"南门外大街", u"环城路", u"西脑包大街"}},
    {u"150207", u"包头市九原区", {u"建设路", u"沙河街", u"赛汗街", u"劳动路", u"文明路"}},
    {u"150205", u"包头市石拐区", {u"石拐大街", u"喜桂图大街", u"大发街", u"民族东路", u"新区一路"}},
    {u"150221", u"包头市土默特右旗", {u"振华大街", u"敕勒川大街", u"工业街", u"新建街", u"文化路"}},
};
constexpr int districtWeights[] = {62, 18, 8, 6, 4, 2};
constexpr const char16_t* elsewhere[]
    = {u"150102", u"150105", u"150121", u"152921", u"150602", u"150802", u"150902", u"140202",
       u"140222", u"130705", u"130321", u"210102", u"110108", u"610802", u"620102", u"370102"};

QString text(const char16_t* words)
{
    return QString::fromUtf16(words);
}

} // namespace

QString DemoPeople::ethnicGroup()
{
    static constexpr int weights[] = {870, 90, 22, 12, 6};
    static constexpr const char16_t* groups[] = {u"汉族", u"蒙古族", u"回族", u"满族", u"维吾尔族"};
    return text(groups[m_random.weighted(weights)]);
}

QString DemoPeople::name(Sex sex, const QString& ethnicGroup)
{
    const bool woman = sex == Sex::Female;
    if (ethnicGroup == u"蒙古族" && m_random.chance(75))
        return text(woman ? m_random.pick(mongolianWomen) : m_random.pick(mongolianMen));
    if (ethnicGroup == u"维吾尔族")
        return text(woman ? m_random.pick(uyghurWomen) : m_random.pick(uyghurMen));
    QString surname = text(
        surnames[m_random.chance(50) ? m_random.roll(frequentSurnames) : m_random.roll(int(std::size(surnames)))]);
    if (ethnicGroup == u"回族" && m_random.chance(45))
        surname = u"马"_s;
    if (m_random.chance(0.8))
        return surname + text(m_random.pick(rareEndings));
    return surname + text(woman ? m_random.pick(womensNames) : m_random.pick(mensNames));
}

/// Ages as they are found at a centre's meal point, seen from the last day.
QDate DemoPeople::birthday()
{
    static constexpr int weights[] = {2, 38, 36, 19, 4, 1};
    static constexpr int fromAge[] = {55, 60, 70, 80, 90, 99};
    static constexpr int toAge[] = {59, 69, 79, 89, 98, 104};
    const int group = m_random.weighted(weights);
    const int age = m_random.between(fromAge[group], toAge[group]);
    return m_last.addYears(-age).addDays(-m_random.roll(365));
}

QString DemoPeople::residentNumber(const QString& division, QDate born, Sex sex)
{
    for (;;) {
        const int sequence = m_random.between(0, 497) * 2 + (sex == Sex::Male ? 1 : 2);
        const QString first17
            = division + born.toString(u"yyyyMMdd"_s) + QString::number(sequence).rightJustified(3, u'0');
        QString number = first17 + residentCheckCharacter(first17);
        if (m_numbers.contains(number))
            continue;
        m_numbers.insert(number);
        return number;
    }
}

QString DemoPeople::homeDivision()
{
    return m_random.chance(93) ? text(districts[m_random.weighted(districtWeights)].code)
                               : text(m_random.pick(elsewhere));
}

QString DemoPeople::address(const QString& division)
{
    for (const District& district : districts)
        if (division == QStringView(district.code)) {
            QString written = text(district.name) + text(m_random.pick(district.streets));
            written += u"%1号%2栋"_s.arg(m_random.between(1, 199)).arg(m_random.between(1, 30));
            return written
                + u"%1单元%2%3"_s.arg(m_random.between(1, 5))
                      .arg(m_random.between(1, 6))
                      .arg(m_random.between(1, 8), 2, 10, QChar(u'0'));
        }
    return {};
}

QString DemoPeople::phone()
{
    static constexpr const char16_t* carriers[]
        = {u"130", u"131", u"133", u"135", u"136", u"137", u"138", u"139", u"150",
           u"151", u"152", u"157", u"158", u"159", u"177", u"180", u"186", u"189"};
    if (m_random.chance(30))
        return u"0472-%1"_s.arg(m_random.between(2000000, 8999999));
    return text(m_random.pick(carriers)) + QString::number(m_random.roll(100'000'000)).rightJustified(8, u'0');
}

void DemoPeople::addFact(DemoPerson& person, FactKind kind, const QString& value, const QString& evidence)
{
    Fact fact;
    fact.kind = kind;
    fact.value = value;
    fact.from = kind == FactKind::RegisteredDivision ? person.elder.born.value_or(m_first)
                                                     : QDate(person.joined.year(), 1, 1);
    fact.learnedOn = person.joined;
    fact.origin = u"desk"_s;
    if (!evidence.isEmpty())
        fact.evidence = evidence;
    sealFreeText(fact);
    person.facts.push_back(fact);
}

void DemoPeople::addFacts(DemoPerson& person, const QString& registered)
{
    addFact(person, FactKind::RegisteredDivision, registered, m_random.chance(60) ? u"户口簿"_s : QString());
    if (m_random.chance(26)) {
        static constexpr int weights[] = {12, 46, 20, 16, 6};
        static constexpr const char16_t* values[]
            = {u"destitute", u"subsistence", u"near_subsistence", u"low_income", u"registered_poor"};
        addFact(person, FactKind::EconomicCategory, text(values[m_random.weighted(weights)]),
                u"证号 %1"_s.arg(m_random.between(100000, 999999)));
    }
    static constexpr int livingWeights[] = {16, 30, 4, 34, 14, 2};
    static constexpr const char16_t* livings[]
        = {u"alone", u"empty_nest", u"left_behind", u"with_spouse", u"with_children", u"other"};
    if (m_random.chance(88))
        addFact(person, FactKind::Living, text(livings[m_random.weighted(livingWeights)]));
    if (m_random.chance(2.5))
        addFact(person, FactKind::FamilySituation,
                m_random.chance(60) ? u"bereaved_only_child"_s : u"family_planning_special"_s);
    static constexpr int abilityWeights[] = {50, 24, 14, 8, 4};
    static constexpr const char16_t* abilities[] = {u"intact", u"mild", u"moderate", u"severe", u"complete"};
    if (m_random.chance(55)) {
        const int level = m_random.weighted(abilityWeights);
        person.frail = level >= 3;
        addFact(person, FactKind::DeclaredAbility, text(abilities[level]));
    } else if (m_random.chance(40)) {
        static constexpr const char16_t* classes[] = {u"self_care", u"self_care", u"semi_disabled", u"disabled"};
        addFact(person, FactKind::CareClass, text(m_random.pick(classes)));
    }
    if (m_random.chance(80))
        addFact(person, FactKind::MedicalInsurance, m_random.chance(58) ? u"employee"_s : u"resident"_s);
    if (m_random.chance(30))
        addFact(person, FactKind::FamilyDoctor,
                u"%1社区卫生服务中心"_s.arg(text(m_random.pick({u"青山路", u"幸福路", u"万青路", u"富强路"}))));
    if (m_random.chance(6))
        addFact(person, FactKind::Disability,
                u"%1:%2"_s.arg(m_random.chance(70) ? u"physical"_s : u"hearing"_s).arg(m_random.between(1, 4)));
    if (m_random.chance(3))
        addFact(person, FactKind::Dementia, u"diagnosed"_s);
}

/// Life goes on: a category ends, somebody moves in with the children, a household register is moved.
void DemoPeople::changeOneFact(DemoPerson& person)
{
    const int days = int(person.joined.daysTo(person.died.value_or(m_last)));
    if (days < 90)
        return;
    const QDate changed = person.joined.addDays(30 + m_random.roll(days - 60));
    for (std::size_t i = 0; i < person.facts.size(); ++i) {
        const Fact& before = person.facts[i];
        const bool ends = before.kind == FactKind::EconomicCategory && m_random.chance(45);
        const bool follows = (before.kind == FactKind::Living && m_random.chance(40))
            || (before.kind == FactKind::RegisteredDivision && m_random.chance(8));
        if (!ends && !follows)
            continue;
        DemoFactChange change {i, changed.addDays(-1), {}, qMin(changed.addDays(m_random.roll(20)), m_last)};
        if (follows) {
            Fact next = before;
            next.from = changed;
            next.learnedOn = change.learnedOn;
            next.evidence.reset();
            if (before.kind == FactKind::RegisteredDivision)
                next.value = homeDivision();
            else
                next.value = before.value == u"alone" ? u"with_children"_s : u"alone"_s;
            if (next.value == before.value)
                return;
            change.next = next;
        }
        person.change = change;
        return;
    }
}

DemoPerson DemoPeople::next()
{
    DemoPerson person;
    Elder& elder = person.elder;
    ++m_count;
    const int span = int(m_first.daysTo(m_last));
    person.joined = m_random.chance(62) ? m_first : m_first.addDays(m_random.roll(qMax(1, span)));
    elder.sex = m_random.chance(58) ? Sex::Female : Sex::Male;
    elder.ethnicGroup = ethnicGroup();
    elder.name = name(elder.sex, *elder.ethnicGroup);
    elder.born = birthday();
    const QString registered = homeDivision();
    if (m_random.chance(99.4))
        elder.residentNumber
            = residentNumber(m_random.chance(80) ? registered : homeDivision(), *elder.born, elder.sex);
    else
        elder.noNumberReason = u"身份证丢失，补办中"_s;
    const QString home = registered.startsWith(u"1502") && m_random.chance(90) ? registered : u"150204"_s;
    elder.address = address(home);
    elder.division = home;
    elder.phones << phone();
    if (m_random.chance(12))
        elder.phones << phone();
    const bool daughter = m_random.chance(55);
    elder.contacts.append(QJsonObject {{u"name"_s, name(daughter ? Sex::Female : Sex::Male, *elder.ethnicGroup)},
                                       {u"relation"_s, daughter ? u"女儿"_s : u"儿子"_s},
                                       {u"phone"_s, phone()}});
    if (m_random.chance(85))
        elder.cardNumber = QString::number(10'000'000 + m_count * 7).rightJustified(10, u'0');
    // One in thirty a year, more among the oldest; whoever died before the books begin is not in them.
    const int age = int(elder.born->daysTo(m_last) / 365);
    const double risk = (age > 85 ? 9.0 : age > 75 ? 3.5 : 1.2) * double(person.joined.daysTo(m_last)) / 365.0;
    if (m_random.chance(risk))
        person.died = person.joined.addDays(1 + m_random.roll(qMax(1, int(person.joined.daysTo(m_last)))));
    if (person.died && *person.died > m_last)
        person.died.reset();
    addFacts(person, registered);
    changeOneFact(person);
    return person;
}

} // namespace songhe
