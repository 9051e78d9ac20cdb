// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roster_import_dialog.h"

#include "ui/dialogs/roster_columns_view.h"
#include "ui/dialogs/roster_preview_view.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

enum RosterStep { RosterFileStep, RosterColumnsStep, RosterPreviewStep, RosterResultStep };

} // namespace

RosterImportDialog::RosterImportDialog(const Surroundings& around, Session& session, const Divisions& divisions,
                                       const QString& file, QWidget* parent)
    : ImportDialog(around, tr("Import a roster"), {tr("File"), tr("Columns"), tr("Preview"), tr("Result")}, parent)
    , m_session(session)
    , m_divisions(divisions)
{
    addStep(makeFileStep(tr("Choose a table of elders: .xlsx, .xls, .ods or .csv."),
                         tr("Nothing is written before you have seen every row.")));
    m_columns = new RosterColumnsView(around, this);
    addStep(m_columns);
    m_preview = new RosterPreviewView(around, this);
    addStep(m_preview);
    addStep(makeResult());
    showStep(RosterFileStep);
    if (!file.isEmpty())
        read(file);
}

QWidget* RosterImportDialog::makeResult()
{
    auto* card = new Card(theme(), this);
    card->setStrip(Tone::Good);
    m_answer = makeWrapped({}, TextRole::Answer, card);
    m_answer->setObjectName(u"answer"_s);
    m_counts = makeWrapped({}, TextRole::Name, card);
    m_counts->setObjectName(u"counts"_s);
    m_refused = makeWrapped({}, TextRole::Muted, card);
    m_save = new ActionButton(theme(), tr("Save the rows that stayed out"), QKeySequence(Qt::CTRL | Qt::Key_S),
                              ActionButton::Kind::Plain, card);
    m_save->setObjectName(u"saveRefused"_s);
    connect(m_save, &QPushButton::clicked, this, &RosterImportDialog::saveRefused);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_answer, m_counts, makeRule(card), m_refused})
        card->body()->addWidget(widget);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    card->body()->addStretch();
    return card;
}

void RosterImportDialog::prepare(int step)
{
    switch (step) {
    case RosterFileStep:
        setNext(tr("Choose the file…"));
        break;
    case RosterColumnsStep:
        setNext(tr("Look at every row"));
        break;
    case RosterPreviewStep:
        setNext(tr("Import %n people", nullptr, goingIn()), goingIn() > 0);
        break;
    default:
        setNext(tr("Done"));
    }
}

void RosterImportDialog::next()
{
    switch (step()) {
    case RosterFileStep:
        choose();
        break;
    case RosterColumnsStep:
        check();
        break;
    case RosterPreviewStep:
        carryOut();
        break;
    default:
        accept();
    }
}

void RosterImportDialog::choose()
{
    const auto file = around().asker.fileToOpen(tr("Choose the roster"), tr("Tables (*.xlsx *.xls *.ods *.csv)"));
    if (file)
        read(*file);
}

void RosterImportDialog::read(const QString& file)
{
    m_fileName = QFileInfo(file).fileName();
    follow(tr("Reading %1…").arg(m_fileName),
           startBookTask<Opened>(
               m_session, this,
               [this, file](Session& books, Progress& progress) -> Result<Opened> {
                   ASSIGN_OR_RETURN(Workbook workbook, readWorkbook(file, progress));
                   RosterDesk desk(books.ledger(), m_divisions, books.centre().division);
                   ASSIGN_OR_RETURN(ColumnPlan plan, desk.propose(workbook));
                   return Opened {std::make_shared<const Workbook>(std::move(workbook)), std::move(plan)};
               },
               [this](Result<Opened> opened) {
                   ended();
                   if (!opened) {
                       sayError(opened.error(), tr("Stopped. Nothing was read."));
                       return;
                   }
                   m_workbook = opened->workbook;
                   m_proposed = opened->plan;
                   m_columns->showPlan(*m_workbook, m_proposed);
                   showStep(RosterColumnsStep);
               }));
}

RosterOptions RosterImportDialog::options() const
{
    return {m_columns->factsFrom(), m_columns->update()};
}

void RosterImportDialog::check()
{
    if (!m_columns->factsFrom()) {
        say(tr("Write the day from which the facts hold, for example 2021-01-01."), Tone::Bad);
        return;
    }
    m_plan = m_columns->plan();
    if (m_plan.columns != m_proposed.columns)
        if (const auto kept = RosterDesk(m_session.ledger(), m_divisions, m_session.centre().division).remember(m_plan);
            !kept) {
            say(kept.error().message, Tone::Bad);
            return;
        }
    follow(tr("Reading every row…"),
           startBookTask<RosterReport>(
               m_session, this,
               [this, workbook = m_workbook, plan = m_plan, how = options()](Session& books, Progress& progress) {
                   return RosterDesk(books.ledger(), m_divisions, books.centre().division)
                       .check(*workbook, plan, how, progress);
               },
               [this](Result<RosterReport> report) {
                   ended();
                   if (!report) {
                       sayError(report.error(), tr("Stopped. Nothing was written."));
                       return;
                   }
                   m_report = *std::move(report);
                   showStep(RosterPreviewStep);
                   m_preview->showReport(m_workbook->sheets[std::size_t(m_plan.sheet)], m_plan, *m_report,
                                         m_columns->update());
               }));
}

int RosterImportDialog::goingIn() const
{
    if (!m_report)
        return 0;
    int count = m_report->count(RosterOutcome::Accept) + m_report->count(RosterOutcome::Warn);
    if (m_columns->update())
        for (const JudgedRow& row : m_report->items)
            count += row.outcome == RosterOutcome::Duplicate && row.differs ? 1 : 0;
    return count;
}

void RosterImportDialog::carryOut()
{
    follow(tr("Importing %1…").arg(m_fileName),
           startBookTask<RosterReport>(
               m_session, this,
               [this, workbook = m_workbook, plan = m_plan, how = options()](Session& books, Progress& progress) {
                   return RosterDesk(books.ledger(), m_divisions, books.centre().division)
                       .carryOut(*workbook, plan, how, progress);
               },
               [this](Result<RosterReport> done) {
                   ended();
                   if (!done) {
                       sayError(done.error(), tr("Stopped. Nobody was imported."));
                       return;
                   }
                   m_report = *std::move(done);
                   showResult(*m_report);
                   showStep(RosterResultStep);
                   Q_EMIT imported();
               }));
}

void RosterImportDialog::showResult(const RosterReport& done)
{
    m_answer->setText(tr("%n people imported", nullptr, done.added));
    QStringList counts;
    if (done.updated > 0)
        counts << tr("%n brought up to date", nullptr, done.updated);
    counts << tr("%n to look at", nullptr, done.count(RosterOutcome::Warn));
    counts << tr("%n here already", nullptr, done.count(RosterOutcome::Duplicate));
    counts << tr("%n stayed out", nullptr, done.count(RosterOutcome::Reject));
    m_counts->setText(counts.join(u" · "_s));
    const bool refused = done.count(RosterOutcome::Reject) > 0;
    m_refused->setText(refused ? tr("Save the rows that stayed out as a workbook: their cells and the reasons. Put "
                                    "them right there and import that file.")
                               : tr("No row stayed out."));
    m_save->setVisible(refused);
}

void RosterImportDialog::saveRefused()
{
    const QString name = QFileInfo(m_fileName).completeBaseName() + tr(" to correct") + u".xlsx"_s;
    const auto file = around().asker.fileToSave(tr("Save the rows that stayed out"), name, tr("Workbook (*.xlsx)"));
    if (!file)
        return;
    if (const auto saved = writeRosterProblems(*file, *m_workbook, m_plan, *m_report); saved)
        say(tr("Saved: %1").arg(*file), Tone::Good);
    else
        say(saved.error().message, Tone::Bad);
}

} // namespace songhe::ui
