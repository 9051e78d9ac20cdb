// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_index.h"
#include "tests/bench/bench.h"

#include <QtCore/QRandomGenerator>

#include <array>

namespace songhe::bench {

namespace {

constexpr int people = 100'000;
constexpr int searches = 6'000;

/// An invented person; the same for the same generator.
ElderIndex::Entry inventedPerson(qint64 id, QRandomGenerator& random)
{
    static const QString surnames = QStringLiteral("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇解区曾查朴盖任华纪缪");
    static const QString given = QStringLiteral(
        "秀英桂兰玉珍淑芬凤霞国庆建华志强永福德明长顺红梅春生宝贵金花文斌振东万里乔木松鹤云山清河海燕雪莲");
    const auto pick = [&random](const QString& from) { return from.at(random.bounded(int(from.size()))); };
    ElderIndex::Entry entry;
    entry.id = Id<Elder> {id};
    entry.name = QString(pick(surnames)) + pick(given) + (random.bounded(10) < 8 ? QString(pick(given)) : QString());
    entry.sex = random.bounded(2) == 0 ? Sex::Male : Sex::Female;
    entry.born = QDate(1925, 1, 1).addDays(random.bounded(40 * 365));
    entry.address = QStringLiteral("石拐区第%1街坊%2号").arg(random.bounded(80)).arg(random.bounded(400));
    entry.residentNumber = QStringLiteral("150205%1%2X")
                               .arg(entry.born->toString(QStringLiteral("yyyyMMdd")))
                               .arg(random.bounded(1000), 3, 10, QLatin1Char('0'));
    entry.phones = {QStringLiteral("1%1").arg(random.bounded(3'000'000'000U) + 3'000'000'000ULL)};
    entry.cardNumber = QString::number(id);
    return entry;
}

QString initialsOf(const QString& name, const Readings& readings)
{
    QString initials;
    for (const auto& character : readings.ofName(name.toUcs4()))
        if (!character.empty())
            initials += readings.text(character.front()).at(0);
    return initials;
}

QString pinyinOf(const QString& name, const Readings& readings)
{
    QString pinyin;
    for (const auto& character : readings.ofName(name.toUcs4()))
        if (!character.empty())
            pinyin += readings.text(character.front());
    return pinyin;
}

/// What somebody types who looks for this person, letter by letter.
QString typedFor(const ElderIndex::Entry& person, const Readings& readings, QRandomGenerator& random)
{
    const QString initials = initialsOf(person.name, readings);
    const QString pinyin = pinyinOf(person.name, readings);
    const std::array<QString, 9> ways {initials.left(1),
                                       initials.left(2),
                                       initials,
                                       pinyin.left(1 + random.bounded(int(pinyin.size()))),
                                       pinyin,
                                       person.name.left(1),
                                       person.name.mid(1),
                                       person.residentNumber.right(4),
                                       person.phones.first().right(4)};
    return ways.at(std::size_t(random.bounded(int(ways.size()))));
}

} // namespace

void benchSearch(Report& report)
{
    const Readings readings = must(Readings::load());
    QRandomGenerator random(20260901);
    std::vector<ElderIndex::Entry> entries;
    entries.reserve(people);
    for (int i = 0; i < people; ++i)
        entries.push_back(inventedPerson(i + 1, random));
    ElderIndex index(readings);
    const Took built = timed([&] { index.build(entries); });

    std::vector<Took> times;
    qsizetype found = 0;
    for (int i = 0; i < searches; ++i) {
        const QString typed = typedFor(entries.at(std::size_t(random.bounded(people))), readings, random);
        times.push_back(timed([&] { found += qsizetype(index.find(typed, 9).size()); }));
    }
    if (found < searches)
        giveUp(QStringLiteral("searches that find nobody measure nothing"));
    report.time(QStringLiteral("find as you type among %1 elders, p99 of the processor's time").arg(people),
                cpuQuantile(times, 0.99), 4);
    report.note(QStringLiteral("median %1 ms; by the clock p99 %2 ms; the index was built in %3 ms")
                    .arg(QString::number(cpuQuantile(times, 0.5), 'f', 3),
                         QString::number(wallQuantile(times, 0.99), 'f', 3), QString::number(built.cpu, 'f', 0)));
}

} // namespace songhe::bench
