// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/fact.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace songhe {

namespace {

constexpr ChoiceName economicCategories[] = {
    {0, "destitute", "Fact", QT_TRANSLATE_NOOP("Fact", "destitute")},
    {1, "subsistence", "Fact", QT_TRANSLATE_NOOP("Fact", "subsistence")},
    {2, "near_subsistence", "Fact", QT_TRANSLATE_NOOP("Fact", "near-subsistence")},
    {3, "low_income", "Fact", QT_TRANSLATE_NOOP("Fact", "low income")},
    {4, "registered_poor", "Fact", QT_TRANSLATE_NOOP("Fact", "registered poor")},
};
constexpr ChoiceName familySituations[] = {
    {0, "bereaved_only_child", "Fact", QT_TRANSLATE_NOOP("Fact", "bereaved of the only child")},
    {1, "family_planning_special", "Fact", QT_TRANSLATE_NOOP("Fact", "family-planning special")},
};
constexpr ChoiceName livings[] = {
    {0, "alone", "Fact", QT_TRANSLATE_NOOP("Fact", "lives alone")},
    {1, "empty_nest", "Fact", QT_TRANSLATE_NOOP("Fact", "empty nest")},
    {2, "left_behind", "Fact", QT_TRANSLATE_NOOP("Fact", "left behind")},
    {3, "with_spouse", "Fact", QT_TRANSLATE_NOOP("Fact", "with spouse")},
    {4, "with_children", "Fact", QT_TRANSLATE_NOOP("Fact", "with children")},
    {5, "other", "Fact", QT_TRANSLATE_NOOP("Fact", "other")},
};
constexpr ChoiceName dementias[] = {
    {0, "diagnosed", "Fact", QT_TRANSLATE_NOOP("Fact", "dementia diagnosed")},
};
constexpr ChoiceName insurances[] = {
    {0, "employee", "Fact", QT_TRANSLATE_NOOP("Fact", "employees' insurance")},
    {1, "resident", "Fact", QT_TRANSLATE_NOOP("Fact", "residents' insurance")},
    {2, "commercial", "Fact", QT_TRANSLATE_NOOP("Fact", "commercial insurance")},
    {3, "none", "Fact", QT_TRANSLATE_NOOP("Fact", "none")},
    {4, "other", "Fact", QT_TRANSLATE_NOOP("Fact", "other")},
};
constexpr ChoiceName abilities[] = {
    {0, "intact", "Fact", QT_TRANSLATE_NOOP("Fact", "ability intact")},
    {1, "mild", "Fact", QT_TRANSLATE_NOOP("Fact", "mild disability")},
    {2, "moderate", "Fact", QT_TRANSLATE_NOOP("Fact", "moderate disability")},
    {3, "severe", "Fact", QT_TRANSLATE_NOOP("Fact", "severe disability")},
    {4, "complete", "Fact", QT_TRANSLATE_NOOP("Fact", "complete disability")},
};
constexpr ChoiceName careClasses[] = {
    {0, "self_care", "Fact", QT_TRANSLATE_NOOP("Fact", "self-caring (declared)")},
    {1, "semi_disabled", "Fact", QT_TRANSLATE_NOOP("Fact", "semi-disabled (declared)")},
    {2, "disabled", "Fact", QT_TRANSLATE_NOOP("Fact", "disabled (declared)")},
};

} // namespace

template <> std::span<const ChoiceName> choiceNames<FactKind>()
{
    static constexpr ChoiceName names[] = {
        {int(FactKind::RegisteredDivision), "registered_division", "Fact", QT_TRANSLATE_NOOP("Fact", "Registered in")},
        {int(FactKind::EconomicCategory), "economic_category", "Fact", QT_TRANSLATE_NOOP("Fact", "Economic category")},
        {int(FactKind::FamilySituation), "family_situation", "Fact", QT_TRANSLATE_NOOP("Fact", "Family situation")},
        {int(FactKind::Living), "living", "Fact", QT_TRANSLATE_NOOP("Fact", "Living arrangement")},
        {int(FactKind::Disability), "disability", "Fact", QT_TRANSLATE_NOOP("Fact", "Disability")},
        {int(FactKind::Dementia), "dementia", "Fact", QT_TRANSLATE_NOOP("Fact", "Dementia")},
        {int(FactKind::MedicalInsurance), "medical_insurance", "Fact", QT_TRANSLATE_NOOP("Fact", "Medical insurance")},
        {int(FactKind::FamilyDoctor), "family_doctor", "Fact", QT_TRANSLATE_NOOP("Fact", "Family doctor")},
        {int(FactKind::DeclaredAbility), "declared_ability", "Fact",
         QT_TRANSLATE_NOOP("Fact", "Declared ability level")},
        {int(FactKind::CareClass), "care_class", "Fact", QT_TRANSLATE_NOOP("Fact", "Declared care class")},
    };
    return names;
}

bool severalMayHold(FactKind kind)
{
    return kind == FactKind::Living || kind == FactKind::FamilySituation || kind == FactKind::Disability;
}

std::span<const ChoiceName> factValues(FactKind kind)
{
    switch (kind) {
    case FactKind::EconomicCategory:
        return economicCategories;
    case FactKind::FamilySituation:
        return familySituations;
    case FactKind::Living:
        return livings;
    case FactKind::Dementia:
        return dementias;
    case FactKind::MedicalInsurance:
        return insurances;
    case FactKind::DeclaredAbility:
        return abilities;
    case FactKind::CareClass:
        return careClasses;
    case FactKind::RegisteredDivision:
    case FactKind::Disability:
    case FactKind::FamilyDoctor:
        return {};
    }
    return {};
}

QString factValueText(FactKind kind, const QString& value)
{
    for (const ChoiceName& name : factValues(kind))
        if (value == QLatin1String(name.key))
            return QCoreApplication::translate(name.context, name.label);
    if (value == fact_value::unknown)
        return QCoreApplication::translate("Fact", "not told");
    if (value == fact_value::contracted)
        return QCoreApplication::translate("Fact", "contracted");
    return value;
}

QString factValueText(const Fact& fact)
{
    return fact.written && !fact.written->isEmpty() ? *fact.written : factValueText(fact.kind, fact.value);
}

void sealFreeText(Fact& fact)
{
    static const QRegularExpression code(QStringLiteral("\\A[0-9]{6}(?:[0-9]{3}){0,2}\\z"));
    static const QRegularExpression disability(
        QStringLiteral("\\A(?:physical|visual|hearing|speech|intellectual|mental|multiple)(?::[1-4])?\\z"));
    QStringView plain = fact_value::unknown;
    bool free = false;
    switch (fact.kind) {
    case FactKind::RegisteredDivision:
        free = !code.match(fact.value).hasMatch();
        fact.doubtful = fact.doubtful || free;
        break;
    case FactKind::Disability:
        free = !disability.match(fact.value).hasMatch();
        break;
    case FactKind::FamilyDoctor:
        plain = fact_value::contracted;
        free = true;
        break;
    default:
        break;
    }
    if (!free || fact.value == plain || fact.value.isEmpty())
        return;
    if (!fact.written || fact.written->isEmpty())
        fact.written = fact.value;
    else if (*fact.written != fact.value)
        fact.written = fact.value + u'；' + *fact.written;
    fact.value = plain.toString();
}

template <> const Schema<Fact>& schemaOf<Fact>()
{
    static constexpr Field<Fact> fields[] = {
        field<&Fact::id>({.key = "id", .required = true}),
        field<&Fact::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Fact", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Fact::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Fact", "Kind"), .required = true}),
        field<&Fact::value>(
            {.key = "value", .label = QT_TRANSLATE_NOOP("Fact", "Value"), .required = true, .maxLength = 100}),
        field<&Fact::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Fact", "First day"), .required = true}),
        field<&Fact::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Fact", "Last day")}),
        field<&Fact::learnedOn>(
            {.key = "learned_on", .label = QT_TRANSLATE_NOOP("Fact", "Learned on"), .required = true}),
        field<&Fact::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Fact", "Where it came from"), .maxLength = 40}),
        field<&Fact::doubtful>(
            {.key = "doubtful", .label = QT_TRANSLATE_NOOP("Fact", "Could not be told"), .required = true}),
        field<&Fact::evidence>(
            {.key = "evidence", .label = QT_TRANSLATE_NOOP("Fact", "Evidence"), .maxLength = 500, .sealed = true}),
        field<&Fact::written>(
            {.key = "written", .label = QT_TRANSLATE_NOOP("Fact", "As written"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<Fact> schema {{Fact::family, "Fact", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
