// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/assessment_repository.h"

#include "core/centre/settings_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// What was chosen for scales stands among the centre's settings as 'scale.<setting>'.
const QString choicePrefix = QStringLiteral("scale.");

template <typename R> std::optional<R> firstOf(std::vector<R> found)
{
    return found.empty() ? std::optional<R>() : std::optional<R>(std::move(found.front()));
}

} // namespace

Result<std::vector<Assessment>> AssessmentRepository::listOf(Id<Elder> elder)
{
    return m_assessments.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY assessed_on DESC, id DESC"_s,
                              {elder});
}

Result<std::vector<Assessment>> AssessmentRepository::drafts()
{
    return m_assessments.list(u"WHERE state = 'draft' AND voided_at IS NULL ORDER BY recorded_at DESC, id DESC"_s);
}

Result<std::vector<Assessment>> AssessmentRepository::confirmed(int most)
{
    return m_assessments.list(
        u"WHERE state = 'confirmed' AND voided_at IS NULL ORDER BY assessed_on DESC, id DESC LIMIT ?"_s,
        {qint64(most)});
}

Result<std::optional<Id<Assessment>>> AssessmentRepository::confirmedOn(Id<Elder> elder, const QString& standard,
                                                                        QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT id FROM assessment
        WHERE elder_id = ? AND assessed_on = ? AND standard = ? AND state = 'confirmed' AND voided_at IS NULL
        ORDER BY id LIMIT 1)"_s,
                                        {elder, day, standard}));
    std::optional<Id<Assessment>> found;
    if (rows.next())
        found = Id<Assessment> {rows.integer(0)};
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::vector<AssessmentRepository::Due>> AssessmentRepository::dueUntil(QDate until)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT a.elder_id, a.id, a.standard, a.level, a.assessed_on, a.due_on
        FROM assessment a JOIN elder e ON e.id = a.elder_id
        WHERE a.due_on <= ? AND a.state = 'confirmed' AND a.voided_at IS NULL
          AND e.died IS NULL AND e.voided_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM assessment newer
                          WHERE newer.elder_id = a.elder_id AND newer.state = 'confirmed' AND newer.voided_at IS NULL
                            AND (newer.assessed_on, newer.id) > (a.assessed_on, a.id))
        ORDER BY a.due_on, a.elder_id)"_s,
                                        {until}));
    std::vector<Due> due;
    while (rows.next())
        due.push_back({Id<Elder> {rows.integer(0)}, Id<Assessment> {rows.integer(1)}, rows.text(2), rows.text(3),
                       rows.day(4), rows.day(5)});
    RETURN_IF_ERROR(rows.failed());
    return due;
}

Result<std::optional<AssessmentKeying>> AssessmentRepository::keyingOf(Id<Assessment> assessment)
{
    ASSIGN_OR_RETURN(std::vector<AssessmentKeying> found,
                     m_keyings.list(u"WHERE assessment_id = ? AND voided_at IS NULL"_s, {assessment}));
    return firstOf(std::move(found));
}

Result<std::optional<AssessmentDrawing>> AssessmentRepository::drawingOf(Id<Assessment> assessment)
{
    ASSIGN_OR_RETURN(std::vector<AssessmentDrawing> found,
                     m_drawings.list(u"WHERE assessment_id = ? AND voided_at IS NULL"_s, {assessment}));
    return firstOf(std::move(found));
}

Result<void> AssessmentRepository::putDrawing(const Assessment& assessment, const QByteArray& image)
{
    ASSIGN_OR_RETURN(const std::optional<AssessmentDrawing> known, drawingOf(assessment.id));
    AssessmentDrawing drawing = known.value_or(AssessmentDrawing {{}, assessment.elder, assessment.id, {}, {}});
    drawing.image = image;
    RETURN_IF_ERROR(known ? m_drawings.change(drawing) : m_drawings.add(drawing));
    return {};
}

Result<ScaleChoices> AssessmentRepository::choices()
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(u"SELECT key, value FROM setting WHERE key LIKE 'scale.%'"_s));
    ScaleChoices choices;
    while (rows.next())
        choices.insert(rows.text(0).sliced(choicePrefix.size()), rows.text(1));
    RETURN_IF_ERROR(rows.failed());
    return choices;
}

Result<void> AssessmentRepository::putChoice(const QString& key, const QString& choice)
{
    return SettingsRepository(m_ledger).put(choicePrefix + key, choice);
}

} // namespace songhe
