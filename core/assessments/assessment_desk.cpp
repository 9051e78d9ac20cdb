// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment_desk.h"

#include "core/elders/elder_repository.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// Tables are typed by people; a whole annex A fits many times over.
constexpr qsizetype mostTableBytes = 200'000;

/// What a confirmation finds; nobody else writes it.
void clearFindings(Assessment& sheet)
{
    sheet.level = sheet.reading = sheet.scaleDigest = sheet.digest = std::nullopt;
    sheet.preliminary = sheet.final = sheet.total = std::nullopt;
    sheet.grades.clear();
    sheet.clauses.clear();
    sheet.ambiguous = false;
    sheet.choices = {};
    sheet.dueOn = std::nullopt;
    sheet.confirmedAt = std::nullopt;
}

void copyFindings(Assessment& to, const Assessment& from)
{
    to.state = from.state;
    to.level = from.level;
    to.reading = from.reading;
    to.scaleDigest = from.scaleDigest;
    to.digest = from.digest;
    to.preliminary = from.preliminary;
    to.final = from.final;
    to.total = from.total;
    to.grades = from.grades;
    to.clauses = from.clauses;
    to.ambiguous = from.ambiguous;
    to.choices = from.choices;
    to.dueOn = from.dueOn;
    to.confirmedAt = from.confirmedAt;
}

ScaleChoices choicesFrom(const QJsonObject& json)
{
    ScaleChoices choices;
    for (auto it = json.begin(); it != json.end(); ++it)
        choices.insert(it.key(), it.value().toString());
    return choices;
}

/// Does a filled field of the tables say that this was diagnosed? Nothing where it says neither.
std::optional<bool> saysDiagnosed(const ScaleField& field, const QJsonValue& value, const QString& diagnosis)
{
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (field.diagnosis == diagnosis && !field.options.empty())
        return !value.toString().isEmpty() && value.toString() != field.options.front().key;
    for (const ScaleField::Option& option : field.options)
        if (option.diagnosis == diagnosis)
            return value.toArray().contains(option.key);
    return std::nullopt;
}

bool isPicture(const QByteArray& image)
{
    return image.startsWith("\xFF\xD8\xFF") || image.startsWith("\x89PNG\r\n\x1A\n");
}

} // namespace

Result<Elder> AssessmentDesk::assessedElder(const Assessment& sheet)
{
    if (!sheet.assessedOn.isValid() || sheet.assessedOn > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    tr("The day %1 has not come yet. An assessment is dated on the day it was made.")
                        .arg(sheet.assessedOn.toString(Qt::ISODate)));
    ASSIGN_OR_RETURN(std::optional<Elder> elder, ElderRepository(m_ledger).find(sheet.elder));
    if (!elder)
        return fail(
            Error::Kind::NotFound,
            tr("There is no elder with number %1. Please search by name or number tail.").arg(sheet.elder.value));
    if (elder->recorded.isVoided())
        return fail(Error::Kind::Refused,
                    tr("This file was made void (%1). Please assess her under the file that counts.")
                        .arg(elder->recorded.voidReason.value_or(QString())));
    if (elder->died && sheet.assessedOn > *elder->died)
        return fail(Error::Kind::Refused,
                    tr("Recorded as deceased on %1. Please check whom this sheet is about.")
                        .arg(elder->died->toString(Qt::ISODate)));
    return *std::move(elder);
}

Result<Assessment> AssessmentDesk::standing(Id<Assessment> id)
{
    ASSIGN_OR_RETURN(Assessment known, show(id));
    if (known.recorded.isVoided())
        return fail(Error::Kind::Refused, tr("Assessment %1 was made void; it cannot be changed.").arg(id.text()));
    return known;
}

Result<Assessment> AssessmentDesk::show(Id<Assessment> id)
{
    ASSIGN_OR_RETURN(std::optional<Assessment> found, m_assessments.find(id));
    if (!found)
        return fail(Error::Kind::NotFound, tr("There is no assessment with number %1.").arg(id.text()));
    return *std::move(found);
}

Result<void> AssessmentDesk::checkSheet(const Assessment& sheet)
{
    ASSIGN_OR_RETURN(const Scale* scale, scaleOf(sheet));
    RETURN_IF_ERROR(sheetOf(*scale, sheet));
    if (QJsonDocument(sheet.tables).toJson(QJsonDocument::Compact).size() > mostTableBytes)
        return fail(Error::Kind::Invalid, tr("The tables of this assessment are too long. Please shorten the texts."));
    return {};
}

/// Annex A and the clauses speak of the same diagnoses: what is ticked there need not be ticked twice.
Result<void> AssessmentDesk::takeDiagnoses(Assessment& sheet) const
{
    ASSIGN_OR_RETURN(const Scale* scale, scaleOf(sheet));
    ASSIGN_OR_RETURN(AnswerSheet filled, sheetOf(*scale, sheet));
    for (const NamedWords& diagnosis : scale->diagnoses)
        for (const ScaleTable& table : scale->tables)
            for (const ScaleField& field : table.fields)
                if (const auto said = saysDiagnosed(field, sheet.tables.value(field.key), diagnosis.key))
                    filled.setDiagnosed(diagnosis.key, *said);
    putSheet(sheet, filled);
    return {};
}

Result<Assessment> AssessmentDesk::start(Assessment draft)
{
    draft.state = AssessmentState::Draft;
    clearFindings(draft);
    if (!draft.origin)
        draft.origin = u"desk"_s;
    return m_ledger.transact([&]() -> Result<Assessment> {
        RETURN_IF_ERROR(assessedElder(draft));
        RETURN_IF_ERROR(checkSheet(draft));
        RETURN_IF_ERROR(takeDiagnoses(draft));
        return m_assessments.add(draft);
    });
}

Result<Assessment> AssessmentDesk::save(Assessment draft)
{
    return m_ledger.transact([&]() -> Result<Assessment> {
        ASSIGN_OR_RETURN(const Assessment known, standing(draft.id));
        if (!known.isDraft())
            return fail(Error::Kind::Refused,
                        tr("This assessment is confirmed and cannot be changed. Make it void with a reason, or confirm "
                           "a new one that replaces it."));
        draft.elder = known.elder;
        draft.standard = known.standard;
        draft.state = known.state;
        clearFindings(draft);
        RETURN_IF_ERROR(assessedElder(draft));
        RETURN_IF_ERROR(checkSheet(draft));
        RETURN_IF_ERROR(takeDiagnoses(draft));
        return m_assessments.change(draft);
    });
}

Result<SheetScore> AssessmentDesk::score(const Assessment& assessment)
{
    ASSIGN_OR_RETURN(const Scale* scale, scaleOf(assessment));
    ASSIGN_OR_RETURN(const AnswerSheet sheet, sheetOf(*scale, assessment));
    if (!assessment.isDraft())
        return scoreSheet(sheet, choicesFrom(assessment.choices));
    ASSIGN_OR_RETURN(const ScaleChoices chosen, choices());
    return scoreSheet(sheet, chosen);
}

Result<Assessment> AssessmentDesk::add(Assessment sheet, bool confirmed)
{
    sheet.state = AssessmentState::Draft;
    clearFindings(sheet);
    return m_ledger.transact([&]() -> Result<Assessment> {
        RETURN_IF_ERROR(assessedElder(sheet));
        RETURN_IF_ERROR(checkSheet(sheet));
        RETURN_IF_ERROR(takeDiagnoses(sheet));
        if (!sheet.id.isNull()) {
            ASSIGN_OR_RETURN(const std::optional<Assessment> known, m_assessments.find(sheet.id));
            if (known && known->isDraft() != confirmed) {
                copyFindings(sheet, *known); // the same sheet again is no other one for the moment it was confirmed
                return m_assessments.add(sheet);
            }
        }
        if (confirmed) {
            RETURN_IF_ERROR(freeze(sheet));
            RETURN_IF_ERROR(supersede(sheet));
        }
        return m_assessments.add(sheet);
    });
}

Result<Assessment> AssessmentDesk::voidAssessment(Id<Assessment> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_assessments.voidAssessment(id, reason); });
}

Result<std::vector<DueAssessment>> AssessmentDesk::dueOn(QDate day, int days)
{
    ASSIGN_OR_RETURN(const auto found, m_assessments.dueUntil(day.addDays(days)));
    std::vector<DueAssessment> due;
    for (const AssessmentRepository::Due& one : found)
        due.push_back({one, one.dueOn < day});
    return due;
}

Result<void> AssessmentDesk::setDrawing(Id<Assessment> id, const QByteArray& image)
{
    if (image.size() > mostDrawingBytes || !isPicture(image))
        return fail(Error::Kind::Invalid, tr("The drawing must be a JPEG or PNG of at most 2 MB."));
    return m_ledger.transact([&]() -> Result<void> {
        ASSIGN_OR_RETURN(const Assessment sheet, standing(id));
        if (!sheet.isDraft())
            return fail(Error::Kind::Refused, tr("This assessment is confirmed; its drawing stays as it is."));
        return m_assessments.putDrawing(sheet, image);
    });
}

Result<QByteArray> AssessmentDesk::drawingOf(Id<Assessment> id)
{
    ASSIGN_OR_RETURN(const std::optional<AssessmentDrawing> drawing, m_assessments.drawingOf(id));
    return drawing ? drawing->image : QByteArray();
}

Result<void> AssessmentDesk::choose(const QString& key, const QString& choice)
{
    QStringList possible;
    bool known = false;
    for (const Scale* scale : m_scales.scales())
        for (const ScaleSetting& setting : scale->settings) {
            possible << setting.key + u'=' + setting.choices.join(u'|');
            known = known || (setting.key == key && setting.choices.contains(choice));
        }
    if (!known)
        return fail(Error::Kind::Invalid,
                    tr("The standards do not leave open '%1'. They leave open: %2.")
                        .arg(u"%1=%2"_s.arg(key, choice).left(80), possible.join(u", "_s)));
    return m_ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(m_assessments.putChoice(key, choice));
        const QByteArray content = QJsonDocument(QJsonObject {{key, choice}}).toJson(QJsonDocument::Compact);
        return m_ledger.audit.append(
            {u"setting"_s, 0, 0, ChangeKind::Changed, m_ledger.clock.now(), m_ledger.user, content});
    });
}

} // namespace songhe
