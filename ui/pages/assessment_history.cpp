// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment_history.h"

#include "ui/models/assessment_rows.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void shareWidth(TableView& table, std::initializer_list<int> columns)
{
    table.horizontalHeader()->setStretchLastSection(false);
    for (const int column : columns)
        table.horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

AssessmentHistory::AssessmentHistory(const Surroundings& around, AssessmentDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_desk(desk)
{
    // In large type two wordings side by side need the whole width; the page scrolls then.
    auto* parts = new QBoxLayout(around.theme.folded() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(around.theme.px(14));
    parts->addWidget(makeSheets(), 45);
    parts->addWidget(makeComparison(), 55);
}

QWidget* AssessmentHistory::makeSheets()
{
    const Theme& t = m_around.theme;
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(14));
    auto* charts = new Card(t, tr("Level over time"), side);
    for (const Scale* scale : m_desk.scales().scales()) {
        m_chartTitles.push_back(makeWrapped(scale->code, TextRole::Muted, charts));
        auto* chart = new LineChart(t, charts);
        chart->setObjectName(u"levels_"_s + scale->id);
        charts->body()->addWidget(m_chartTitles.back());
        charts->body()->addWidget(chart);
        m_charts.emplace_back(scale, chart);
    }
    column->addWidget(charts);
    auto* card = new Card(t, side);
    card->setFlush();
    m_sheets = new RecordTableModel<Assessment>(
        {{tr("Day"), [this](const Assessment& a) { return dayText(a.assessedOn, m_around.clock.today()); }},
         {tr("State"), [](const Assessment& a) { return choiceText(a.state); }, false, false, false,
          [](const Assessment& a) {
              return a.isDraft() ? Tone::Soon : a.state == AssessmentState::Confirmed ? Tone::Good : Tone::Plain;
          }},
         {tr("Level"), [this](const Assessment& a) { return AssessmentWords::level(m_desk.scales(), a); }},
         {tr("Standard"),
          [this](const Assessment& a) {
              const Scale* scale = m_desk.scales().find(a.standard);
              return scale ? scale->code : a.standard;
          },
          false, true}},
        this);
    m_sheetTable = new TableView(t, tr("Assessments, newest first"), card);
    m_sheetTable->setObjectName(u"sheets"_s);
    m_sheetTable->setModel(m_sheets);
    m_sheetTable->setMinimumHeight(t.px(120));
    m_sheetTable->setEmptyText(tr("Nobody has assessed her yet"), tr("Ctrl+N begins the first assessment."));
    connect(m_sheetTable, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const Assessment* sheet = m_sheets->record(index))
            Q_EMIT opened(sheet->id.value);
    });
    card->body()->addWidget(m_sheetTable, 1);
    column->addWidget(card, 1);
    return side;
}

QWidget* AssessmentHistory::makeComparison()
{
    const Theme& t = m_around.theme;
    auto* card = new Card(t, tr("Two side by side"), this);
    auto* row = new QHBoxLayout;
    const auto box = [&](const char* name, const QString& label) {
        auto* made = new ChoiceBox(card);
        made->setObjectName(QString::fromLatin1(name));
        made->setAccessibleName(label);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(6);
        row->addWidget(made, 1);
        connect(made, &QComboBox::activated, this, &AssessmentHistory::compare);
        return made;
    };
    m_left = box("compareLeft", tr("Earlier sheet"));
    m_right = box("compareRight", tr("Later sheet"));
    card->body()->addLayout(row);
    m_message = makeWrapped({}, TextRole::Body, card);
    m_message->setObjectName(u"compareMessage"_s);
    card->body()->addWidget(m_message);
    m_lines = new RecordTableModel<SheetDifference>(
        {{tr("Item"),
          [](const SheetDifference& line) {
              return line.code.contains(u'.') && line.code.front().isUpper() ? line.code + u' ' + line.title
                                                                             : line.title;
          }},
         {tr("Earlier"), [](const SheetDifference& line) { return line.left; }},
         {QString(), [](const SheetDifference& line) { return line.left == line.right ? QString() : tr("changed"); },
          false, false, false, [](const SheetDifference&) { return Tone::Soon; }},
         {tr("Later"), [](const SheetDifference& line) { return line.right; }}},
        this);
    m_lineTable = new TableView(t, tr("Item by item"), card);
    m_lineTable->setObjectName(u"comparison"_s);
    m_lineTable->setModel(m_lines);
    m_lineTable->setMinimumHeight(t.px(280));
    m_lineTable->setEmptyText(tr("Nothing to compare yet"), tr("Two sheets of one standard stand here side by side."));
    card->body()->addWidget(m_lineTable, 1);
    return card;
}

void AssessmentHistory::show(Id<Elder> elder)
{
    m_elder = elder;
    m_list.clear();
    if (auto list = m_desk.listOf(elder))
        m_list = *std::move(list);
    else
        m_around.asker.tell(list.error());
    m_sheets->setRecords(m_list);
    m_sheetTable->fitColumns();
    drawCharts();
    fillChoices();
    compare();
}

void AssessmentHistory::focusList()
{
    m_sheetTable->setFocus();
    if (m_sheets->rowCount() > 0)
        m_sheetTable->selectRow(0);
}

void AssessmentHistory::drawCharts()
{
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        const auto& [scale, chart] = m_charts[i];
        const bool any = AssessmentWords::drawLevels(*chart, *scale, m_list);
        chart->setVisible(any);
        m_chartTitles[i]->setVisible(any);
    }
}

/// The two newest of one standard that count stand there to begin with.
void AssessmentHistory::fillChoices()
{
    m_left->clear();
    m_right->clear();
    for (const Assessment& sheet : m_list) {
        const Scale* scale = m_desk.scales().find(sheet.standard);
        const QString words
            = u"%1 · %2"_s.arg(dayText(sheet.assessedOn, m_around.clock.today()), scale ? scale->code : sheet.standard);
        m_left->addItem(words, sheet.id.text());
        m_right->addItem(words, sheet.id.text());
    }
    for (std::size_t later = 0; later < m_list.size(); ++later)
        for (std::size_t earlier = later + 1; earlier < m_list.size(); ++earlier)
            if (m_list[later].state == AssessmentState::Confirmed && m_list[earlier].state == AssessmentState::Confirmed
                && m_list[later].standard == m_list[earlier].standard) {
                m_right->setKey(m_list[later].id.text());
                m_left->setKey(m_list[earlier].id.text());
                return;
            }
}

const Assessment* AssessmentHistory::chosen(const ChoiceBox& box) const
{
    for (const Assessment& sheet : m_list)
        if (sheet.id.text() == box.key())
            return &sheet;
    return nullptr;
}

void AssessmentHistory::compare()
{
    m_lines->setRecords({});
    setBanner(m_message, {}, Tone::Plain);
    const Assessment* left = chosen(*m_left);
    const Assessment* right = chosen(*m_right);
    if (!left || !right || left == right)
        return;
    if (left->standard != right->standard) {
        setBanner(m_message,
                  tr("These two follow different standards. Levels and items are never converted; choose two sheets of "
                     "one standard."),
                  Tone::Soon);
        return;
    }
    const Scale* scale = m_desk.scales().find(left->standard);
    if (!scale)
        return;
    const auto one = sheetOf(*scale, *left);
    const auto other = sheetOf(*scale, *right);
    if (!one || !other) {
        setBanner(m_message, (one ? other : one).error().message, Tone::Bad);
        return;
    }
    std::vector<SheetDifference> lines = compareSheets(*one, *other, true);
    lines.insert(lines.begin(),
                 {{},
                  tr("Level"),
                  AssessmentWords::level(m_desk.scales(), *left),
                  AssessmentWords::level(m_desk.scales(), *right)});
    m_lines->setRecords(std::move(lines));
    m_lineTable->fitColumns();
    m_lineTable->setColumnWidth(0, qMin(m_lineTable->columnWidth(0), m_around.theme.px(150)));
    shareWidth(*m_lineTable, {1, 3});
}

} // namespace songhe::ui
