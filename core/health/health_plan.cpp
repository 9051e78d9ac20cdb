// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/health_plan.h"

#include "core/rules/data_file.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initHealthResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

namespace health_plan {

struct HealthPlanWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::HealthPlan)
};

qint64 scaleOf(int decimals)
{
    return decimals == 0 ? 1 : 10;
}

/// A decimal number without a sign, in the last decimal; no more decimals than the kind has.
std::optional<qint64> decimal(const QString& text, int decimals)
{
    static const QRegularExpression pattern(u"\\A([0-9]{1,4})(?:\\.([0-9]))?\\z"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch() || (decimals == 0 && !match.captured(2).isEmpty()))
        return std::nullopt;
    const qint64 whole = match.captured(1).toLongLong() * scaleOf(decimals);
    return decimals == 0 ? whole : whole + match.captured(2).toLongLong();
}

qint64 readDecimal(DataObject& object, const QString& key, int decimals)
{
    const auto number = decimal(object.text(key), decimals);
    if (!number)
        object.report(
            key,
            HealthPlanWords::tr("a number like 6.4 is wanted here, as text, with as many decimals as the kind has."));
    return number.value_or(0);
}

HealthTone readTone(DataObject& object)
{
    const QStringList tones {u"none"_s, u"soon"_s, u"bad"_s};
    return HealthTone(std::max(qsizetype(0), tones.indexOf(object.oneOf(u"tone"_s, tones))));
}

HealthBand readBand(DataObject object, const HealthKind& kind)
{
    HealthBand band;
    band.part = int(object.integer(u"part"_s, 1, std::max(qint64(1), qint64(kind.parts.size())))) - 1;
    if (object.has(u"from"_s))
        band.from = readDecimal(object, u"from"_s, kind.decimals);
    if (object.has(u"to"_s))
        band.to = readDecimal(object, u"to"_s, kind.decimals);
    if (!band.from && !band.to)
        object.report({}, HealthPlanWords::tr("from or to is wanted here."));
    band.tone = readTone(object);
    band.title = Words::read(object.object(u"title"_s));
    object.nothingElse();
    return band;
}

HealthKind readKind(DataObject object)
{
    HealthKind kind;
    QStringList keys;
    for (const ChoiceName& name : choiceNames<MeasurementKind>())
        keys << QString::fromLatin1(name.key);
    kind.kind = choiceFromKey<MeasurementKind>(object.oneOf(u"key"_s, keys)).value_or(MeasurementKind());
    kind.title = Words::read(object.object(u"title"_s));
    kind.unit = Words::read(object.object(u"unit"_s));
    kind.decimals = int(object.integer(u"decimals"_s, 0, 1));
    for (DataObject& each : object.objects(u"parts"_s)) {
        HealthPart part;
        part.title = Words::read(each.object(u"title"_s));
        part.least = readDecimal(each, u"least"_s, kind.decimals);
        part.most = readDecimal(each, u"most"_s, kind.decimals);
        if (part.least >= part.most)
            each.report(u"most"_s, HealthPlanWords::tr("it must be more than 'least'."));
        each.nothingElse();
        kind.parts.push_back(std::move(part));
    }
    if (kind.parts.empty())
        object.report(u"parts"_s, HealthPlanWords::tr("this list is empty."));
    for (DataObject& each : object.objects(u"bands"_s))
        kind.bands.push_back(readBand(each, kind));
    object.nothingElse();
    return kind;
}

void runHealthExample(DataObject& example, const HealthPlan& plan)
{
    const auto kind = choiceFromKey<MeasurementKind>(example.text(u"kind"_s));
    const QString value = example.text(u"value"_s);
    const HealthTone wanted = readTone(example);
    if (!kind) {
        example.report(u"kind"_s, HealthPlanWords::tr("there is no such kind."));
        return;
    }
    if (const auto figures = plan.kind(*kind).figures(value); !figures)
        example.report(u"value"_s, figures.error().message);
    const HealthBand* band = plan.kind(*kind).bandOf(value);
    if ((band ? band->tone : HealthTone::None) != wanted)
        example.report(u"tone"_s, HealthPlanWords::tr("the example and the bands do not agree."));
    example.nothingElse();
}

} // namespace health_plan

Result<std::vector<qint64>> HealthKind::figures(const QString& value) const
{
    const QStringList given = value.trimmed().split(u'/');
    std::vector<qint64> numbers;
    for (const QString& each : given)
        if (const auto number = health_plan::decimal(each, decimals))
            numbers.push_back(*number);
    const auto wrong = [this] {
        QStringList names;
        for (const HealthPart& part : parts)
            names << health_plan::HealthPlanWords::tr("%1 from %2 to %3")
                         .arg(part.title.text(), text({part.least}), text({part.most}));
        return fail(Error::Kind::Invalid,
                    health_plan::HealthPlanWords::tr("%1 is written as %2 (%3).")
                        .arg(choiceText(kind), parts.size() == 2 ? u"135/82"_s : text({parts.front().least}),
                             names.join(u", "_s)));
    };
    if (numbers.size() != parts.size() || given.size() != qsizetype(parts.size()))
        return wrong();
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (numbers[i] < parts[i].least || numbers[i] > parts[i].most)
            return wrong();
    if (parts.size() == 2 && numbers[1] >= numbers[0])
        return wrong();
    return numbers;
}

QString HealthKind::text(const std::vector<qint64>& numbers) const
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts << (decimals == 0 ? QString::number(number) : u"%1.%2"_s.arg(number / 10).arg(number % 10));
    return texts.join(u'/');
}

const HealthBand* HealthKind::bandOf(const QString& value) const
{
    const auto numbers = figures(value);
    if (!numbers)
        return nullptr;
    for (const HealthBand& band : bands) {
        const qint64 number = (*numbers)[std::size_t(band.part)];
        if ((!band.from || number >= *band.from) && (!band.to || number <= *band.to))
            return &band;
    }
    return nullptr;
}

Result<HealthPlan> HealthPlan::builtIn()
{
    initHealthResources();
    QFile file(u":/catalogues/health.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, tr("The catalogue of measurements cannot be read."), file.fileName());
    return read(file.readAll(), u"health.json"_s);
}

Result<HealthPlan> HealthPlan::read(const QByteArray& bytes, const QString& name)
{
    DataFile file(bytes, name);
    DataObject root = file.root();
    HealthPlan plan;
    root.oneOf(u"format"_s, {u"songhe-health/1"_s});
    DataObject source = root.object(u"source"_s);
    Words::read(source.object(u"document"_s));
    Words::read(source.object(u"note"_s));
    source.nothingElse();
    for (DataObject& kind : root.objects(u"kinds"_s)) {
        plan.m_kinds.push_back(health_plan::readKind(kind));
        if (std::size_t(plan.m_kinds.back().kind) + 1 != plan.m_kinds.size())
            kind.report(u"key"_s, tr("each kind must stand here once: blood_pressure, glucose, weight, temperature."));
    }
    if (plan.m_kinds.size() != choiceNames<MeasurementKind>().size())
        root.report(u"kinds"_s, tr("each kind must stand here once: blood_pressure, glucose, weight, temperature."));
    std::vector<DataObject> examples = root.objects(u"examples"_s);
    if (examples.empty())
        root.report(u"examples"_s, tr("this list is empty."));
    root.nothingElse();
    RETURN_IF_ERROR(file.result()); // examples prove only a file that could be read
    for (DataObject& example : examples)
        health_plan::runHealthExample(example, plan);
    RETURN_IF_ERROR(file.result());
    return plan;
}

} // namespace songhe
