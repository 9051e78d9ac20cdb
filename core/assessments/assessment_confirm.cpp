// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a filled sheet and a level that counts: both assessors, the second keying, the frozen result.
#include "core/assessments/assessment_desk.h"

#include "core/centre/settings.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

Result<void> AssessmentDesk::checkConfirmation(const Assessment& sheet, const Scale& scale, const Confirmation& by)
{
    const QString first = by.assessor1.trimmed(), second = by.assessor2.trimmed();
    if (first.isEmpty() || (scale.assessors > 1 && (second.isEmpty() || first == second)))
        return fail(Error::Kind::Invalid,
                    scale.assessors > 1 ? tr("%1 wants two assessors. Please enter both names.").arg(scale.code)
                                        : tr("Please enter the assessor's name."));
    ASSIGN_OR_RETURN(const SheetScore found, score(sheet));
    if (found.ambiguous && by.ambiguityReason.trimmed().isEmpty())
        return fail(Error::Kind::Refused,
                    tr("The standard's text gives two levels for these grades (%1). Both assessors must stand by the "
                       "result: please enter why.")
                        .arg(sheet.grades.join(u' ')));
    return checkSecondKeying(sheet);
}

Result<void> AssessmentDesk::checkSecondKeying(const Assessment& sheet)
{
    ASSIGN_OR_RETURN(const bool wanted, wantsSecondKeying(sheet));
    if (!wanted)
        return {};
    ASSIGN_OR_RETURN(const std::optional<AssessmentKeying> keyed, keyingOf(sheet.id));
    if (!keyed)
        return fail(
            Error::Kind::Refused,
            tr("This sheet was chosen for a second keying. Another person must key it before it is confirmed."));
    ASSIGN_OR_RETURN(const std::vector<SheetDifference> differing, differences(sheet.id));
    if (differing.empty())
        return {};
    QStringList items;
    for (const SheetDifference& one : differing)
        items << one.code;
    return fail(Error::Kind::Refused,
                tr("The two keyings differ at %1. Look at the paper and correct the one that is wrong.")
                    .arg(items.join(u", "_s)));
}

/// All clear fields but those that change afterwards. Sealed ones stay out: a digest in clear of a short name could be
/// guessed, and the audit log covers their sealed bytes.
QString AssessmentDesk::digestOf(const Assessment& sheet)
{
    QJsonObject content;
    for (const Field<Assessment>& field : schemaOf<Assessment>().fields)
        if (const QString key = field.key(); !field.options.sealed && key != u"state" && key != u"digest")
            content.insert(key, valueToJson(field, field.read(sheet)));
    const QByteArray canonical = QJsonDocument(content).toJson(QJsonDocument::Compact); // keys are sorted
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

Result<void> AssessmentDesk::freeze(Assessment& sheet)
{
    ASSIGN_OR_RETURN(const Scale* scale, scaleOf(sheet));
    ASSIGN_OR_RETURN(const AnswerSheet filled, sheetOf(*scale, sheet));
    if (const QStringList missing = filled.missing(); !missing.isEmpty())
        return fail(Error::Kind::Refused,
                    tr("%1: not answered yet. An assessment is confirmed when every item has its answer.")
                        .arg(missing.join(u", "_s)));
    ASSIGN_OR_RETURN(const ScaleChoices chosen, choices());
    const SheetScore found = scoreSheet(filled, chosen);
    putSheet(sheet, filled);
    sheet.state = AssessmentState::Confirmed;
    sheet.preliminary = found.preliminary;
    sheet.final = found.final;
    sheet.level = scale->level(*found.final).key;
    sheet.total = found.total;
    sheet.grades.clear();
    if (!scale->byTotal)
        for (const std::optional<int>& grade : found.grades)
            sheet.grades << QString::number(grade.value_or(0));
    sheet.clauses = found.clauses;
    sheet.ambiguous = found.ambiguous;
    if (found.ambiguous)
        sheet.reading = found.reading;
    sheet.choices = {};
    for (const ScaleSetting& setting : scale->settings)
        sheet.choices.insert(setting.key, choiceOf(*scale, chosen, setting.key));
    sheet.dueOn = lastDay(sheet.assessedOn, choiceOf(*scale, chosen, scale->intervalSetting).toInt());
    sheet.scaleDigest = scale->digest;
    sheet.confirmedAt = m_ledger.clock.now();
    sheet.digest = digestOf(sheet);
    return {};
}

Result<void> AssessmentDesk::supersede(const Assessment& sheet)
{
    if (sheet.supersedes) {
        ASSIGN_OR_RETURN(Assessment older, standing(*sheet.supersedes));
        if (older.elder != sheet.elder || older.state != AssessmentState::Confirmed)
            return fail(Error::Kind::Refused,
                        tr("Assessment %1 cannot be replaced by this one: it is not a confirmed one of the same elder.")
                            .arg(older.id.text()));
        older.state = AssessmentState::Superseded;
        RETURN_IF_ERROR(m_assessments.change(older));
    }
    ASSIGN_OR_RETURN(const std::optional<Id<Assessment>> other,
                     m_assessments.confirmedOn(sheet.elder, sheet.standard, sheet.assessedOn));
    if (other && *other != sheet.id)
        return fail(
            Error::Kind::Conflict,
            tr("Assessment %1 of the same day is confirmed already. If this sheet corrects it, confirm it as the "
               "one that replaces it.")
                .arg(other->text()));
    return {};
}

Result<Assessment> AssessmentDesk::confirm(Id<Assessment> id, const Confirmation& by)
{
    return m_ledger.transact([&]() -> Result<Assessment> {
        ASSIGN_OR_RETURN(Assessment sheet, standing(id));
        if (!sheet.isDraft())
            return fail(Error::Kind::Refused,
                        tr("Assessment %1 is %2 already.").arg(id.text(), choiceText(sheet.state)));
        RETURN_IF_ERROR(assessedElder(sheet));
        ASSIGN_OR_RETURN(const Scale* scale, scaleOf(sheet));
        sheet.supersedes = by.supersedes;
        Assessment frozen = sheet;
        RETURN_IF_ERROR(freeze(frozen)); // tells first what is missing
        sheet.grades = frozen.grades;
        RETURN_IF_ERROR(checkConfirmation(sheet, *scale, by));
        frozen.assessor1 = by.assessor1.trimmed();
        if (!by.assessor2.trimmed().isEmpty())
            frozen.assessor2 = by.assessor2.trimmed();
        if (frozen.ambiguous)
            frozen.ambiguityReason = by.ambiguityReason.trimmed();
        RETURN_IF_ERROR(supersede(frozen));
        return m_assessments.change(frozen);
    });
}

Result<bool> AssessmentDesk::wantsSecondKeying(const Assessment& assessment)
{
    ASSIGN_OR_RETURN(const QString share, Settings(m_ledger).value(u"assessment.second_keying_percent"_s));
    const QByteArray digest = QCryptographicHash::hash(assessment.id.text().toLatin1(), QCryptographicHash::Sha256);
    const int lot = ((uchar(digest[0]) << 8) | uchar(digest[1])) % 100;
    return lot < share.toInt();
}

Result<AssessmentKeying> AssessmentDesk::saveKeying(AssessmentKeying keying)
{
    return m_ledger.transact([&]() -> Result<AssessmentKeying> {
        ASSIGN_OR_RETURN(const Assessment sheet, standing(keying.assessment));
        if (!sheet.isDraft())
            return fail(Error::Kind::Refused, tr("This assessment is confirmed; there is nothing more to compare."));
        if (sheet.recorded.by == m_ledger.user)
            return fail(Error::Kind::Refused,
                        tr("You filled this sheet yourself. The second keying is for another person."));
        ASSIGN_OR_RETURN(const Scale* scale, scaleOf(sheet));
        RETURN_IF_ERROR(sheetOf(*scale, keying));
        keying.elder = sheet.elder;
        ASSIGN_OR_RETURN(const std::optional<AssessmentKeying> known, keyingOf(sheet.id));
        if (!known)
            return m_assessments.addKeying(keying);
        keying.id = known->id;
        keying.recorded = known->recorded;
        return m_assessments.changeKeying(keying);
    });
}

Result<std::vector<SheetDifference>> AssessmentDesk::differences(Id<Assessment> id)
{
    ASSIGN_OR_RETURN(const Assessment assessment, show(id));
    ASSIGN_OR_RETURN(const Scale* scale, scaleOf(assessment));
    ASSIGN_OR_RETURN(const std::optional<AssessmentKeying> keyed, keyingOf(id));
    ASSIGN_OR_RETURN(const AnswerSheet first, sheetOf(*scale, assessment));
    ASSIGN_OR_RETURN(const AnswerSheet second, sheetOf(*scale, keyed.value_or(AssessmentKeying {})));
    if (!second.isComplete())
        return fail(Error::Kind::Refused,
                    tr("The second keying is not full yet: %1.").arg(second.missing().join(u", "_s)));
    return compareSheets(first, second);
}

} // namespace songhe
