// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/meal_grid_dialog.h"

#include "core/centre/site_desk.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

enum GridStep { GridFileStep, GridPreviewStep, GridResultStep };

} // namespace

MealGridDialog::MealGridDialog(const Surroundings& around, Session& session, const QString& file, QWidget* parent)
    : ImportDialog(around, tr("Import a month of meals"), {tr("File"), tr("Preview"), tr("Result")}, parent)
    , m_session(session)
{
    addStep(makeStart());
    addStep(makePreview());
    addStep(makeResult());
    showStep(GridFileStep);
    if (!file.isEmpty())
        read(file);
}

QWidget* MealGridDialog::makeStart()
{
    auto* start = new QWidget(this);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(14));
    column->addWidget(makeFileStep(tr("Choose the month's table: names down, days across."),
                                   tr("Marks such as √, ✓, 1 or 送 are meals. Nothing is written before you have seen "
                                      "what it would be.")),
                      1);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_site = new ChoiceBox(start);
    m_site->setObjectName(u"site"_s);
    m_site->setAccessibleName(tr("Served at"));
    m_site->setMinimumWidth(theme().px(240));
    QLabel* label = makeLabel(tr("Served at"), TextRole::Body, start);
    label->setBuddy(m_site);
    row->addWidget(label);
    row->addWidget(m_site);
    row->addStretch();
    column->addLayout(row);
    if (const auto sites = SiteDesk(m_session.ledger()).list())
        for (const Site& known : *sites)
            m_site->addItem(known.name, known.id.value);
    return start;
}

QWidget* MealGridDialog::makePreview()
{
    auto* preview = new QWidget(this);
    auto* column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(14));
    auto* head = new Card(theme(), preview);
    m_what = makeWrapped({}, TextRole::Figure, head);
    m_what->setObjectName(u"what"_s);
    m_counts = makeWrapped({}, TextRole::Body, head);
    m_counts->setObjectName(u"counts"_s);
    head->body()->addWidget(m_what);
    head->body()->addWidget(m_counts);
    column->addWidget(head);
    auto* card = new Card(theme(), preview);
    card->setFlush();
    m_model = new RecordTableModel<Remark>(
        {
            {tr("Row"), [](const Remark& remark) { return remark.row; }, false, true},
            {tr("Name"), [](const Remark& remark) { return remark.name; }, false, false, true},
            {tr("What to look at"), [](const Remark& remark) { return remark.text; }},
        },
        this);
    m_table = new TableView(theme(), tr("What to look at"), card);
    m_table->setObjectName(u"remarks"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("Nothing to look at: every mark is a meal of somebody known."), {});
    card->body()->addWidget(m_table);
    column->addWidget(card, 1);
    return preview;
}

QWidget* MealGridDialog::makeResult()
{
    auto* card = new Card(theme(), this);
    card->setStrip(Tone::Good);
    m_answer = makeWrapped({}, TextRole::Answer, card);
    m_answer->setObjectName(u"answer"_s);
    m_after = makeWrapped({}, TextRole::Name, card);
    card->body()->addWidget(m_answer);
    card->body()->addWidget(m_after);
    card->body()->addStretch();
    return card;
}

void MealGridDialog::prepare(int step)
{
    if (step == GridFileStep)
        setNext(tr("Choose the file…"), m_site->count() > 0);
    else if (step == GridPreviewStep)
        setNext(tr("Write %n meals", nullptr, m_judged ? int(m_judged->report.meals.size()) : 0),
                m_judged && !m_judged->report.meals.empty());
    else
        setNext(tr("Done"));
}

void MealGridDialog::next()
{
    if (step() == GridPreviewStep) {
        carryOut();
    } else if (step() == GridResultStep) {
        accept();
    } else if (const auto file
               = around().asker.fileToOpen(tr("Choose the month's table"), tr("Tables (*.xlsx *.xls *.ods *.csv)"))) {
        read(*file);
    }
}

Id<Site> MealGridDialog::site() const
{
    return Id<Site> {m_site->currentData().toLongLong()};
}

Result<MealGridDialog::Judged> MealGridDialog::judge(const QString& file, Id<Site> site, Session& books,
                                                     Progress& progress)
{
    ASSIGN_OR_RETURN(Workbook workbook, readWorkbook(file, progress));
    ASSIGN_OR_RETURN(const MealGrid grid, readMealGrid(workbook));
    Judged judged;
    ASSIGN_OR_RETURN(judged.report, MealGridDesk(books.ledger()).check(workbook, site));
    QHash<int, const GridRow*> rows;
    for (const GridRow& row : grid.rows)
        rows.insert(row.number, &row);
    for (const MealGridReport::Item& item : judged.report.items) {
        const GridRow* row = rows.value(item.row);
        for (const GridReason& reason : item.reasons)
            judged.remarks.push_back(
                {row ? QString::number(row->sheetRow + 1) : QString(), row ? row->name : QString(), reason.text()});
    }
    judged.workbook = std::make_shared<const Workbook>(std::move(workbook));
    return judged;
}

void MealGridDialog::read(const QString& file)
{
    m_fileName = QFileInfo(file).fileName();
    follow(
        tr("Reading %1…").arg(m_fileName),
        startBookTask<Judged>(
            m_session, this,
            [file, where = site()](Session& books, Progress& progress) { return judge(file, where, books, progress); },
            [this](Result<Judged> judged) {
                ended();
                if (!judged) {
                    sayError(judged.error(), tr("Stopped. Nothing was written."));
                    return;
                }
                m_judged = *std::move(judged);
                showReport();
                showStep(GridPreviewStep);
                m_table->setFocus();
            }));
}

void MealGridDialog::showReport()
{
    const MealGridReport& report = m_judged->report;
    m_what->setText(
        tr("%1: %n meals to write", nullptr, int(report.meals.size())).arg(periodText(Period::monthOf(report.month))));
    QStringList counts {m_site->currentText(), tr("%n people known", nullptr, report.people)};
    const auto tell = [&counts](int count, const QString& words) {
        if (count > 0)
            counts << words;
    };
    tell(report.already, tr("%n recorded already", nullptr, report.already));
    tell(report.unknown, tr("%n rows of people not on file", nullptr, report.unknown));
    tell(report.doubles, tr("%n double marks, each written once", nullptr, report.doubles));
    tell(report.afterDeath, tr("%n marks after a death, not written", nullptr, report.afterDeath));
    m_counts->setText(counts.join(u" · "_s));
    m_model->setRecords(m_judged->remarks);
    m_table->fitColumns();
}

void MealGridDialog::carryOut()
{
    follow(tr("Importing %1…").arg(m_fileName),
           startBookTask<MealGridReport>(
               m_session, this,
               [workbook = m_judged->workbook, where = site()](Session& books, Progress& progress) {
                   return MealGridDesk(books.ledger()).carryOut(*workbook, where, progress);
               },
               [this](Result<MealGridReport> done) {
                   ended();
                   if (!done) {
                       sayError(done.error(), tr("Stopped. No meal was written."));
                       return;
                   }
                   m_answer->setText(tr("%n meals written", nullptr, int(done->meals.size())));
                   m_after->setText(tr("%1 · %2. Settle the month on the page Claims (F8).")
                                        .arg(periodText(Period::monthOf(done->month)), m_site->currentText()));
                   showStep(GridResultStep);
                   Q_EMIT imported();
               }));
}

} // namespace songhe::ui
