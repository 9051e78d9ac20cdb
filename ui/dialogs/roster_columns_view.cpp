// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roster_columns_view.h"

#include "core/elders/resident_number.h"
#include "core/importing/roster_row.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

RosterColumnsView::RosterColumnsView(const Surroundings& around, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_where(makeWrapped({}, TextRole::Muted, this))
    , m_from(new DayEdit(around.clock.today(), this))
    , m_update(new ChoiceBox(this))
    , m_content(new QWidget)
    , m_grid(nullptr)
{
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(14));
    auto* card = new Card(t, this);
    card->body()->addWidget(m_where);
    auto* scroll = new QScrollArea(card);
    scroll->setAccessibleName(tr("Columns of the roster"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    scroll->viewport()->setAutoFillBackground(false);
    new QVBoxLayout(m_content);
    m_content->layout()->setContentsMargins(0, 0, t.px(8), 0);
    scroll->setWidget(m_content);
    card->body()->addWidget(scroll, 1);
    column->addWidget(card, 1);

    m_from->setObjectName(u"factsFrom"_s);
    m_from->setAccessibleName(tr("The facts hold from"));
    m_from->setFixedWidth(t.px(150));
    m_update->setObjectName(u"update"_s);
    m_update->setAccessibleName(tr("Who is here already"));
    m_update->addItem(tr("stays as on file"), u"stay"_s);
    m_update->addItem(tr("follows the roster where it differs"), u"follow"_s);
    auto* options = new QHBoxLayout;
    options->setSpacing(t.px(8));
    QLabel* label = makeLabel(tr("The facts hold from"), TextRole::Body, this);
    label->setBuddy(m_from);
    options->addWidget(label);
    options->addWidget(m_from);
    options->addSpacing(t.px(20));
    QLabel* already = makeLabel(tr("Who is here already"), TextRole::Body, this);
    already->setBuddy(m_update);
    options->addWidget(already);
    options->addWidget(m_update);
    options->addStretch();
    column->addLayout(options);
}

void RosterColumnsView::showPlan(const Workbook& workbook, const ColumnPlan& plan)
{
    m_plan = plan;
    m_choices.clear();
    const Theme& t = m_around.theme;
    auto* rows = new QWidget(m_content);
    m_grid = new QGridLayout(rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(t.px(20));
    m_grid->setVerticalSpacing(t.px(6));
    m_grid->setColumnStretch(1, 1);
    const QString titles[] = {tr("Heading in the file"), tr("First values"), tr("What it is")};
    for (int i = 0; i < 3; ++i)
        m_grid->addWidget(makeLabel(titles[i], TextRole::MutedSmall, rows), 0, i);
    const Sheet& sheet = workbook.sheets[std::size_t(plan.sheet)];
    for (int column = 0; column < int(plan.columns.size()); ++column)
        addColumn(sheet, column);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    auto* layout = static_cast<QVBoxLayout*>(m_content->layout());
    while (QLayoutItem* old = layout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    layout->addWidget(rows);
    QString where
        = tr("The headings stand in row %1; the people follow below.").arg(plan.headingRow + plan.headingRows);
    if (workbook.sheets.size() > 1)
        where = tr("Table '%1'.").arg(sheet.name) + u' ' + where;
    m_where->setText(where);
    m_from->setDay(factsFromOfRoster(sheet, plan).value_or(m_around.clock.today()));
}

void RosterColumnsView::addColumn(const Sheet& sheet, int column)
{
    const int row = m_grid->rowCount();
    QWidget* rows = m_grid->parentWidget();
    const QString heading = m_plan.headings.value(column);
    m_grid->addWidget(makeLabel(heading.isEmpty() ? tr("(column %1)").arg(column + 1) : heading, TextRole::Body, rows),
                      row, 0);
    QStringList values;
    const bool isNumber = m_plan.columns[std::size_t(column)] == RosterColumn::ResidentNumber;
    for (int i = m_plan.firstDataRow(); i < sheet.rowCount() && values.size() < 3; ++i)
        if (const Cell& cell = sheet.at(i, column); !cell.isEmpty())
            values << (isNumber ? maskedResidentNumber(cell.shown.simplified()) : cell.shown.simplified());
    QLabel* examples = makeLabel(values.join(u"   "_s), TextRole::Muted, rows);
    examples->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_grid->addWidget(examples, row, 1);
    auto* choice = new ChoiceBox(choiceNames<RosterColumn>(), false, rows);
    choice->setObjectName(u"column%1"_s.arg(column));
    choice->setAccessibleName(tr("What '%1' is").arg(heading));
    choice->setKey(choiceKey(m_plan.columns[std::size_t(column)]));
    choice->setMinimumWidth(m_around.theme.px(200));
    m_grid->addWidget(choice, row, 2);
    m_choices.push_back(choice);
}

ColumnPlan RosterColumnsView::plan() const
{
    ColumnPlan plan = m_plan;
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        plan.columns[i] = choiceFromKey<RosterColumn>(m_choices[i]->key()).value_or(RosterColumn::Ignored);
    return plan;
}

std::optional<QDate> RosterColumnsView::factsFrom() const
{
    return m_from->day();
}

bool RosterColumnsView::update() const
{
    return m_update->key() == u"follow"_s;
}

} // namespace songhe::ui
