// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roster_preview_view.h"

#include "core/elders/resident_number.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

Tone toneOfRosterOutcome(RosterOutcome outcome)
{
    switch (outcome) {
    case RosterOutcome::Accept:
        return Tone::Good;
    case RosterOutcome::Warn:
        return Tone::Soon;
    case RosterOutcome::Duplicate:
        return Tone::Plain;
    case RosterOutcome::Reject:
        break;
    }
    return Tone::Bad;
}

QString rosterOutcomeText(RosterOutcome outcome)
{
    switch (outcome) {
    case RosterOutcome::Accept:
        return RosterPreviewView::tr("goes in");
    case RosterOutcome::Warn:
        return RosterPreviewView::tr("goes in, look at it");
    case RosterOutcome::Duplicate:
        return RosterPreviewView::tr("here already");
    case RosterOutcome::Reject:
        break;
    }
    return RosterPreviewView::tr("stays out");
}

} // namespace

RosterPreviewView::RosterPreviewView(const Surroundings& around, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
{
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(14));
    auto* card = new Card(t, this);
    card->setFlush();
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    tabs->setSpacing(t.px(4));
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        m_tabs[i] = new ActionButton(t, tr("Rows"), {}, ActionButton::Kind::Tab, card);
        m_tabs[i]->setObjectName(u"outcome%1"_s.arg(i));
        m_tabs[i]->setAutoExclusive(true);
        connect(m_tabs[i], &QPushButton::clicked, this,
                [this, i] { filter(i == 0 ? std::nullopt : std::optional(RosterOutcome(int(i) - 1))); });
        tabs->addWidget(m_tabs[i]);
    }
    tabs->addStretch();
    card->body()->addLayout(tabs);
    m_model = new RecordTableModel<Row>(
        {
            {tr("Row"), [](const Row& row) { return QString::number(row.sheetRow); }, true, true},
            {tr("Outcome"),
             [](const Row& row) { return row.updates ? tr("brought up to date") : rosterOutcomeText(row.outcome); },
             false, false, false,
             [](const Row& row) { return row.updates ? Tone::Good : toneOfRosterOutcome(row.outcome); }},
            {tr("Name"), [](const Row& row) { return row.name; }, false, false, true},
            {tr("Resident number"), [](const Row& row) { return row.number; }},
            {tr("Born"), [](const Row& row) { return row.person; }},
            {tr("Why"), [](const Row& row) { return row.reasons; }, false, true},
        },
        this);
    m_table = new TableView(t, tr("Rows of the roster"), card);
    m_table->setObjectName(u"rows"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("No row of this kind."), {});
    card->body()->addWidget(m_table, 1);
    m_reasons = makeWrapped({}, TextRole::Body, card);
    m_reasons->setObjectName(u"reasons"_s);
    m_reasons->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    // Room for two lines always, so that the table does not jump from row to row.
    m_reasons->setMinimumHeight(2 * QFontMetrics(t.font()).lineSpacing() + t.px(18));
    m_reasons->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    card->body()->addWidget(makeRule(card));
    card->body()->addWidget(m_reasons);
    column->addWidget(card, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RosterPreviewView::showReasons);
}

RosterPreviewView::Row RosterPreviewView::rowOf(const Sheet& sheet, const ColumnPlan& plan, const JudgedRow& judged,
                                                bool update) const
{
    Row row;
    row.sheetRow = judged.row.sheetRow + 1;
    row.outcome = judged.outcome;
    row.updates = update && judged.differs;
    row.name = judged.row.elder.name;
    const auto written = [&](RosterColumn what) {
        const int column = plan.columnOf(what);
        return column < 0 ? QString() : sheet.at(judged.row.sheetRow, column).shown.simplified();
    };
    if (row.name.isEmpty())
        row.name = written(RosterColumn::Name);
    const QString number = judged.row.elder.residentNumber.value_or(written(RosterColumn::ResidentNumber));
    row.number = number.size() > 8 ? maskedResidentNumber(number) : number;
    if (judged.row.elder.born)
        row.person = judged.row.elder.born->toString(Qt::ISODate);
    QStringList reasons;
    for (const RosterReason& reason : judged.row.reasons)
        reasons << reason.text();
    row.reasons = reasons.join(u' ');
    return row;
}

void RosterPreviewView::showReport(const Sheet& sheet, const ColumnPlan& plan, const RosterReport& report, bool update)
{
    m_rows.clear();
    m_rows.reserve(report.items.size());
    for (const JudgedRow& judged : report.items)
        m_rows.push_back(rowOf(sheet, plan, judged, update));
    const QString words[]
        = {tr("All %1"), tr("Goes in %1"), tr("Look at %1"), tr("Here already %1"), tr("Stays out %1")};
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const int count = i == 0 ? report.rows() : report.count(RosterOutcome(int(i) - 1));
        m_tabs[i]->setText(words[i].arg(count));
        m_tabs[i]->setAccessibleName(m_tabs[i]->text());
        m_tabs[i]->updateGeometry();
    }
    m_tabs[0]->setChecked(true);
    filter(std::nullopt);
}

void RosterPreviewView::filter(std::optional<RosterOutcome> outcome)
{
    std::vector<Row> rows;
    for (const Row& row : m_rows)
        if (!outcome || row.outcome == *outcome)
            rows.push_back(row);
    m_model->setRecords(std::move(rows));
    m_table->fitColumns();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showReasons();
    m_table->setFocus();
}

void RosterPreviewView::showReasons()
{
    const Row* row = m_model->record(m_table->currentIndex());
    m_reasons->setText(!row ? QString() : row->reasons.isEmpty() ? tr("Nothing to remark.") : row->reasons);
}

} // namespace songhe::ui
