// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet on the assessments page: saved key by key, confirmed, keyed a second time.
#include "ui/dialogs/confirm_assessment_dialog.h"
#include "ui/forms/assessment_tables_form.h"
#include "ui/pages/assessment_history.h"
#include "ui/pages/assessment_sheet.h"
#include "ui/pages/assessments_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QWidget* AssessmentsPage::makeDifferences()
{
    auto* card = new Card(theme(), m_stack);
    card->setFlush();
    m_differences = new RecordTableModel<SheetDifference>(
        {{tr("Item"), [](const SheetDifference& line) { return line.code; }},
         {tr("Title"), [](const SheetDifference& line) { return line.title; }},
         {tr("First keying"), [](const SheetDifference& line) { return line.left; }},
         {tr("Second keying"), [](const SheetDifference& line) { return line.right; }}},
        this);
    m_differenceTable = new TableView(theme(), tr("Where the two keyings differ"), card);
    m_differenceTable->setObjectName(u"differences"_s);
    m_differenceTable->setModel(m_differences);
    m_differenceTable->setEmptyText(tr("Both keyings agree"), tr("The sheet can be confirmed."));
    connect(m_differenceTable, &TableView::opened, this, &AssessmentsPage::correctSheet);
    card->body()->addWidget(m_differenceTable, 1);
    return card;
}

void AssessmentsPage::openSheet(Id<Assessment> id)
{
    const auto found = m_desks.assessments.show(id);
    if (!found) {
        asker().tell(found.error());
        return;
    }
    showSheet(*found);
}

ScaleChoices AssessmentsPage::choicesFor(const Assessment& assessment)
{
    if (assessment.isDraft()) {
        const auto chosen = m_desks.assessments.choices();
        return chosen ? *chosen : ScaleChoices();
    }
    // A confirmed sheet goes on by what was chosen when it was confirmed.
    ScaleChoices choices;
    for (auto it = assessment.choices.begin(); it != assessment.choices.end(); ++it)
        choices.insert(it.key(), it.value().toString());
    return choices;
}

void AssessmentsPage::showSheet(const Assessment& assessment)
{
    const auto scale = m_desks.assessments.scaleOf(assessment);
    const auto sheet = scale ? sheetOf(**scale, assessment) : Result<AnswerSheet>(fail(scale.error()));
    if (!sheet) {
        asker().tell(sheet.error());
        return;
    }
    say({}, Tone::Plain);
    m_assessment = assessment;
    fillTables();
    showView(Sheet);
    m_sheet->open(*sheet, choicesFor(assessment), !assessment.isDraft() || assessment.recorded.isVoided(), m_tables);
    if (m_desks.events && assessment.isDraft())
        if (const auto recorded = m_desks.events(**scale, assessment.elder, assessment.assessedOn))
            m_sheet->propose(*recorded);
}

void AssessmentsPage::fillTables()
{
    const auto elder = m_desks.elders.show(m_assessment.elder);
    const auto religion = m_desks.settings.value(u"assessment.religion"_s);
    AssessmentTablesForm::Shown shown;
    shown.scale = m_desks.assessments.scales().find(m_assessment.standard);
    shown.known = knownForTables(elder ? *elder : Elder(), m_assessment, today());
    shown.religion = religion && *religion == u"yes";
    shown.readOnly = !m_assessment.isDraft() || m_assessment.recorded.isVoided();
    m_tables->open(shown, m_assessment);
    if (const auto drawing = m_desks.assessments.drawingOf(m_assessment.id))
        m_tables->showDrawing(*drawing);
}

/// Each answer is on the disk before the next item shows.
void AssessmentsPage::saveAnswers()
{
    if (m_view == Keying) {
        AssessmentKeying keying = m_keying;
        putSheet(keying, m_sheet->sheet());
        auto saved = m_desks.assessments.saveKeying(keying);
        if (saved)
            m_keying = *std::move(saved);
        else
            say(saved.error().message, Tone::Bad);
        return;
    }
    Assessment draft = m_assessment;
    putSheet(draft, m_sheet->sheet());
    const auto saved = m_desks.assessments.save(draft);
    if (saved)
        taken(*saved);
    else
        say(tr("This answer is not saved. %1").arg(saved.error().message), Tone::Bad);
}

void AssessmentsPage::saveTables()
{
    if (m_view != Sheet || !m_assessment.isDraft())
        return;
    Assessment draft = m_assessment;
    m_tables->put(draft);
    const QString problem = m_tables->problem();
    const auto saved = m_desks.assessments.save(draft);
    if (saved)
        taken(*saved);
    if (!saved || !problem.isEmpty())
        say(saved ? problem : saved.error().message, saved ? Tone::Soon : Tone::Bad);
}

void AssessmentsPage::taken(const Assessment& saved)
{
    m_assessment = saved;
    say({}, Tone::Plain);
    m_tables->take(saved);
    const Scale* scale = m_desks.assessments.scales().find(saved.standard);
    if (const auto sheet = scale ? sheetOf(*scale, saved) : Result<AnswerSheet>(fail({})))
        m_sheet->take(*sheet);
}

/// The tables of annex A and the part with the diagnoses say the same thing: one ticked here is ticked there.
void AssessmentsPage::tickTables(const QString& diagnosis, bool yes)
{
    const Scale* scale = m_desks.assessments.scales().find(m_assessment.standard);
    if (!scale || m_view != Sheet)
        return;
    for (const ScaleTable& table : scale->tables)
        for (const ScaleField& field : table.fields) {
            // Which of the kinds of it was diagnosed, a table of choices asks; the tick does not know.
            if (field.diagnosis == diagnosis && m_assessment.tables.contains(field.key))
                m_assessment.tables.remove(field.key);
            for (const ScaleField::Option& option : field.options) {
                if (option.diagnosis != diagnosis)
                    continue;
                QJsonArray chosen;
                for (const ScaleField::Option& each : field.options)
                    if (each.key == option.key ? yes
                                               : m_assessment.tables.value(field.key).toArray().contains(each.key))
                        chosen.append(each.key);
                m_assessment.tables.insert(field.key, chosen);
            }
        }
}

void AssessmentsPage::chooseDrawing()
{
    const auto name = asker().fileToOpen(tr("The drawn clock"), tr("Pictures (*.jpg *.jpeg *.png)"));
    if (!name)
        return;
    QFile file(*name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > AssessmentDesk::mostDrawingBytes) {
        asker().tell(tr("The picture cannot be read or is larger than 2 MB. Choose a smaller one."),
                     file.errorString());
        return;
    }
    const QByteArray image = file.readAll();
    if (const auto done = m_desks.assessments.setDrawing(m_assessment.id, image); !done)
        asker().tell(done.error());
    else
        m_tables->showDrawing(image);
}

void AssessmentsPage::confirm()
{
    if (!m_assessment.isDraft())
        return;
    if (unsaved() > 0)
        saveTables();
    const auto scale = m_desks.assessments.scaleOf(m_assessment);
    const auto score = m_desks.assessments.score(m_assessment);
    if (!scale || !score) {
        say((scale ? score.error() : scale.error()).message, Tone::Bad);
        return;
    }
    if (!score->final) {
        const QStringList missing = m_sheet->sheet().missing();
        say(tr("%n item(s) without an answer yet: %1.", nullptr, int(missing.size())).arg(missing.join(u", "_s)),
            Tone::Soon);
        m_sheet->showPart(SheetPart::Items, (*scale)->itemIndex(missing.value(0)));
        return;
    }
    const auto hit = m_desks.index.byId(m_assessment.elder);
    auto* dialog = new ConfirmAssessmentDialog(m_surroundings, m_desks.assessments, **scale, m_assessment, *score,
                                               hit ? hit->name : QString(), this);
    connect(dialog, &ConfirmAssessmentDialog::confirmed, this, [this](const Assessment& sheet) {
        showSheet(sheet);
        say(tr("Confirmed: %1, holds until %2.")
                .arg(AssessmentWords::level(m_desks.assessments.scales(), sheet),
                     sheet.dueOn ? dayText(*sheet.dueOn, today()) : QString()),
            Tone::Good);
        Q_EMIT changed();
    });
    dialog->open();
}

void AssessmentsPage::voidSheet()
{
    const auto hit = m_desks.index.byId(m_assessment.elder);
    const auto reason = asker().text(tr("Make void"),
                                     tr("Why is the assessment of %1 of %2 void?")
                                         .arg(hit ? hit->name : QString(), dayText(m_assessment.assessedOn, today())),
                                     {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.assessments.voidAssessment(m_assessment.id, *reason); !done) {
        asker().tell(done.error());
        return;
    }
    Q_EMIT changed();
    showView(List);
    refresh();
    say(tr("The assessment is void. Its level counts no longer."), Tone::Good);
}

void AssessmentsPage::printSheet()
{
    if (m_assessment.isDraft() && unsaved() > 0)
        saveTables();
    if (m_desks.print)
        m_desks.print(this, m_assessment.id);
}

void AssessmentsPage::showHistory(Id<Elder> elder)
{
    say({}, Tone::Plain);
    m_history->show(elder);
    showView(History);
    m_history->focusList();
}

/// Fields of the tables that were typed and not left yet; answers are saved with their key.
int AssessmentsPage::unsaved() const
{
    if (m_view != Sheet || !m_assessment.isDraft())
        return 0;
    if (!m_tables->problem().isEmpty())
        return 1;
    Assessment typed = m_assessment;
    m_tables->put(typed);
    const bool same = typed.tables == m_assessment.tables && typed.place == m_assessment.place
        && typed.assessor1 == m_assessment.assessor1 && typed.assessor2 == m_assessment.assessor2
        && typed.provider == m_assessment.provider && typed.remark == m_assessment.remark;
    return same ? 0 : 1;
}

/// Who filled the sheet sees the sheet, or where the two differ; anybody else keys it without seeing it.
void AssessmentsPage::openKeying(Id<Assessment> id)
{
    const auto found = m_desks.assessments.show(id);
    const auto known = m_desks.assessments.keyingOf(id);
    const auto scale = found ? m_desks.assessments.scaleOf(*found) : Result<const Scale*>(fail({}));
    if (!found || !known || !scale) {
        asker().tell(!found ? found.error() : !known ? known.error() : scale.error());
        return;
    }
    m_assessment = *found;
    m_keying = known->value_or(AssessmentKeying {});
    m_keying.assessment = id;
    const auto second = sheetOf(**scale, m_keying);
    if (second && second->isComplete()) {
        compareKeyings();
        return;
    }
    if (found->recorded.by == m_desks.user || !second) {
        showSheet(*found);
        return;
    }
    say({}, Tone::Plain);
    showView(Keying);
    m_sheet->open(*second, choicesFor(*found), false, nullptr);
}

void AssessmentsPage::compareKeyings()
{
    auto differing = m_desks.assessments.differences(m_assessment.id);
    if (!differing) {
        say(differing.error().message, Tone::Soon);
        return;
    }
    const int count = int(differing->size());
    m_differences->setRecords(*std::move(differing));
    m_differenceTable->fitColumns();
    shareWidth(*m_differenceTable, {2, 3});
    showView(Differences);
    say(count == 0 ? tr("Both keyings agree. The sheet can be confirmed.")
                   : tr("The two keyings differ at %n item(s). Look at the paper and correct the one that is wrong.",
                        nullptr, count),
        count == 0 ? Tone::Good : Tone::Soon);
    m_differenceTable->setFocus();
    if (count > 0)
        m_differenceTable->selectRow(0);
    Q_EMIT changed();
}

void AssessmentsPage::correctSheet()
{
    const SheetDifference* line = m_differences->record(m_differenceTable->currentIndex());
    const QString code = line ? line->code : QString();
    openSheet(m_assessment.id);
    if (m_view != Sheet || code.isEmpty())
        return;
    const int item = m_sheet->sheet().scale().itemIndex(code);
    m_sheet->showPart(item >= 0 ? SheetPart::Items : SheetPart::Risks, item);
}

void AssessmentsPage::correctKeying()
{
    const Scale* scale = m_desks.assessments.scales().find(m_assessment.standard);
    const auto second = scale ? sheetOf(*scale, m_keying) : Result<AnswerSheet>(fail({}));
    if (!second)
        return;
    const SheetDifference* line = m_differences->record(m_differenceTable->currentIndex());
    const int item = line ? scale->itemIndex(line->code) : 0;
    say({}, Tone::Plain);
    showView(Keying);
    m_sheet->open(*second, choicesFor(m_assessment), false, nullptr);
    m_sheet->showPart(line && item < 0 ? SheetPart::Risks : SheetPart::Items, item);
}

} // namespace songhe::ui
