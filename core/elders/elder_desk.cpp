// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_desk.h"

#include "core/elders/person_name.h"
#include "core/elders/resident_number.h"

namespace songhe {

namespace {

constexpr int payableAge = 60;
constexpr qsizetype mostPhotoBytes = 2 << 20;

bool overlap(const Fact& left, const Fact& right)
{
    const bool leftEndsBefore = left.to && *left.to < right.from;
    const bool rightEndsBefore = right.to && *right.to < left.from;
    return !leftEndsBefore && !rightEndsBefore;
}

bool isPicture(const QByteArray& bytes)
{
    return bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x89PNG\r\n\x1a\n");
}

} // namespace

Result<void> ElderDesk::checkElder(Elder& elder) const
{
    ASSIGN_OR_RETURN(elder.name, normalisedName(elder.name));
    if (elder.residentNumber && elder.residentNumber->trimmed().isEmpty())
        elder.residentNumber.reset();
    elder.bornDiffers.reset();
    if (elder.residentNumber) {
        ASSIGN_OR_RETURN(const ResidentNumber number, parseResidentNumber(*elder.residentNumber, m_ledger.today()));
        elder.residentNumber = number.text;
        if (elder.sex == Sex::Unknown)
            elder.sex = number.sex;
        if (!elder.born)
            elder.born = number.born;
        if (*elder.born != number.born && !elder.bornProof)
            elder.bornDiffers = true;
        elder.noNumberReason.reset();
    }
    if (elder.diedAt && !elder.died)
        elder.died = Clock::dayOf(*elder.diedAt);
    if (elder.diedAt && Clock::dayOf(*elder.diedAt) != *elder.died)
        return fail(Error::Kind::Invalid, tr("The moment of death lies on another day than the date of death."));
    if (elder.born && *elder.born > m_ledger.today())
        return fail(Error::Kind::Invalid, tr("The date of birth lies in the future. Please check it."));
    if (elder.died && *elder.died > m_ledger.today())
        return fail(Error::Kind::Invalid, tr("The date of death lies in the future. Please check it."));
    if (elder.died && elder.born && *elder.died < *elder.born)
        return fail(Error::Kind::Invalid, tr("The date of death lies before the date of birth. Please check both."));
    return {};
}

std::vector<ElderWarning> ElderDesk::warningsFor(const Elder& elder) const
{
    std::vector<ElderWarning> warnings;
    if (!elder.residentNumber)
        warnings.push_back(
            {QStringLiteral("no_number"), tr("There is no resident number yet. Please add it when the card is here.")});
    const auto number = elder.residentNumber ? parseResidentNumber(*elder.residentNumber)
                                             : Result<ResidentNumber>(fail(Error::Kind::NotFound, {}));
    if (number && elder.sex != Sex::Unknown && elder.sex != number->sex)
        warnings.push_back(
            {QStringLiteral("sex_differs"), tr("The sex differs from the resident number. Please check it.")});
    if (number && elder.born && *elder.born != number->born)
        warnings.push_back({QStringLiteral("born_differs"),
                            tr("The date of birth differs from the resident number (%1). Please check it.")
                                .arg(number->born.toString(Qt::ISODate))});
    if (m_divisions && elder.division && !m_divisions->find(*elder.division))
        warnings.push_back({QStringLiteral("division_unknown"),
                            tr("The division code %1 is not known. Please check it.").arg(*elder.division)});
    if (elder.born && elder.born->addYears(payableAge) > m_ledger.today())
        warnings.push_back({QStringLiteral("younger_than_60"), tr("Younger than 60. Most subsidies begin at 60.")});
    return warnings;
}

Result<Elder> ElderDesk::add(Elder elder, std::vector<Fact> facts)
{
    RETURN_IF_ERROR(checkElder(elder));
    return m_ledger.transact([&]() -> Result<Elder> {
        ASSIGN_OR_RETURN(Elder added, m_elders.add(elder));
        for (Fact& fact : facts) {
            fact.elder = added.id;
            RETURN_IF_ERROR(addFact(fact));
        }
        return added;
    });
}

Result<Elder> ElderDesk::edit(Elder elder)
{
    RETURN_IF_ERROR(checkElder(elder));
    return m_ledger.transact([&]() -> Result<Elder> {
        RETURN_IF_ERROR(standing(elder.id));
        return m_elders.change(elder);
    });
}

Result<Elder> ElderDesk::voidElder(Id<Elder> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_elders.voidElder(id, reason); });
}

Failure ElderDesk::notFound(Id<Elder> id)
{
    return fail(Error::Kind::NotFound,
                tr("There is no elder with number %1. Please search by name or number tail.").arg(id.value));
}

Result<Elder> ElderDesk::show(Id<Elder> id)
{
    ASSIGN_OR_RETURN(std::optional<Elder> found, m_elders.find(id));
    if (!found)
        return notFound(id);
    return *std::move(found);
}

/// What is void takes no more entries. The envelope stays closed: a roster asks this for every fact of every person.
Result<void> ElderDesk::standing(Id<Elder> id)
{
    ASSIGN_OR_RETURN(const std::optional<bool> isVoided, m_elders.isVoided(id));
    if (!isVoided)
        return notFound(id);
    if (*isVoided)
        return fail(Error::Kind::Refused, tr("This file was made void. Please write it into the file that counts."));
    return {};
}

Result<std::optional<Id<Elder>>> ElderDesk::findByNumber(const QString& residentNumber)
{
    ASSIGN_OR_RETURN(const ResidentNumber number, parseResidentNumber(residentNumber));
    return m_elders.findByNumber(number.text);
}

Result<void> ElderDesk::checkFact(const Fact& fact)
{
    if (!fact.from.isValid())
        return fail(Error::Kind::Invalid, tr("The first day is missing. Please fill it in."));
    if (fact.to && *fact.to < fact.from)
        return fail(Error::Kind::Invalid,
                    tr("The last day (%1) lies before the first (%2). Please check both.")
                        .arg(fact.to->toString(Qt::ISODate), fact.from.toString(Qt::ISODate)));
    const auto allowed = factValues(fact.kind);
    const bool known = allowed.empty() || std::any_of(allowed.begin(), allowed.end(), [&](const ChoiceName& name) {
                           return fact.value == QLatin1String(name.key);
                       });
    if (!known) {
        QStringList keys;
        for (const ChoiceName& name : allowed)
            keys << QString::fromLatin1(name.key);
        return fail(Error::Kind::Invalid,
                    tr("'%1' is no value of %2. Use one of: %3.")
                        .arg(fact.value, choiceKey(fact.kind), keys.join(QStringLiteral(", "))));
    }
    ASSIGN_OR_RETURN(const std::vector<Fact> others, m_elders.factsOf(fact.elder, fact.kind));
    for (const Fact& other : others) {
        const bool same = other.id != fact.id && overlap(other, fact);
        if (same && (!severalMayHold(fact.kind) || (other.value == fact.value && other.written == fact.written)))
            return fail(Error::Kind::Conflict,
                        tr("%1: '%2' holds from %3 already, and only one may hold on a day. Please end that one first.")
                            .arg(choiceText(fact.kind), factValueText(other), other.from.toString(Qt::ISODate)));
    }
    return {};
}

void ElderDesk::tellPlace(Fact& fact) const
{
    if (!m_divisions || fact.kind != FactKind::RegisteredDivision || m_divisions->find(fact.value))
        return;
    const PlaceMatch match = m_divisions->match(fact.value);
    if (match.code && match.candidates.size() <= 1)
        fact.value = *match.code;
    else
        fact.doubtful = true;
}

Result<Fact> ElderDesk::addFact(Fact fact)
{
    if (!fact.learnedOn.isValid())
        fact.learnedOn = m_ledger.today();
    return m_ledger.transact([&]() -> Result<Fact> {
        RETURN_IF_ERROR(standing(fact.elder));
        tellPlace(fact);
        sealFreeText(fact);
        RETURN_IF_ERROR(checkFact(fact));
        return m_elders.addFact(fact);
    });
}

Result<Fact> ElderDesk::replaceFact(Fact fact)
{
    return m_ledger.transact([&]() -> Result<Fact> {
        ASSIGN_OR_RETURN(const std::vector<Fact> others, m_elders.factsOf(fact.elder, fact.kind));
        for (const Fact& other : others) {
            if (!other.holdsOn(fact.from))
                continue;
            if (other.from >= fact.from)
                return fail(Error::Kind::Conflict,
                            tr("%1: '%2' begins on that very day. Please make it void with a reason if it was wrong.")
                                .arg(choiceText(fact.kind), factValueText(other)));
            RETURN_IF_ERROR(endFact(other.id, fact.from.addDays(-1)));
        }
        return addFact(fact);
    });
}

Result<Fact> ElderDesk::endFact(Id<Fact> id, QDate lastDay)
{
    return m_ledger.transact([&]() -> Result<Fact> {
        ASSIGN_OR_RETURN(std::optional<Fact> fact, m_elders.findFact(id));
        if (!fact || fact->recorded.isVoided())
            return fail(Error::Kind::NotFound, tr("There is no fact with number %1.").arg(id.value));
        fact->to = lastDay;
        sealFreeText(*fact);
        RETURN_IF_ERROR(checkFact(*fact));
        return m_elders.changeFact(*fact);
    });
}

Result<void> ElderDesk::setPhoto(Id<Elder> elder, const QByteArray& image)
{
    if (image.size() > mostPhotoBytes || !isPicture(image))
        return fail(Error::Kind::Invalid, tr("Please choose a JPEG or PNG picture of at most 2 MB."));
    return m_ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(show(elder));
        return m_elders.setPhoto(elder, image);
    });
}

Result<QByteArray> ElderDesk::photoOf(Id<Elder> elder)
{
    ASSIGN_OR_RETURN(const std::optional<ElderPhoto> photo, m_elders.photoOf(elder));
    return photo ? photo->image : QByteArray();
}

} // namespace songhe
