// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment_sheet.h"

#include "ui/forms/risk_form.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sheet_item_view.h"
#include "ui/widgets/sheet_result.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

QScrollArea* scrolling(QWidget* inner, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setProperty("surface", true);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The keys go to what it shows.
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

AssessmentSheet::AssessmentSheet(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new SheetItemList(theme, this))
    , m_view(new SheetItemView(theme, this))
    , m_risks(new RiskForm(theme, this))
    , m_result(new SheetResult(theme, this))
    , m_middle(new QStackedWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(14));
    auto* items = new Card(theme, this);
    items->setFlush();
    // Folded: large type; the item in the middle needs the room.
    items->setFixedWidth(theme.px(theme.folded() ? 172 : 226));
    items->body()->addWidget(m_list, 1);
    row->addWidget(items);
    auto* card = new Card(theme, this);
    card->setFlush();
    m_middle->addWidget(scrolling(m_view, m_middle));
    m_middle->addWidget(scrolling(m_risks, m_middle));
    card->body()->addWidget(m_middle, 1);
    row->addWidget(card, 1);
    m_result->setFixedWidth(theme.px(theme.folded() ? 220 : 280));
    row->addWidget(m_result);

    connect(m_list, &SheetItemList::wanted, this, &AssessmentSheet::showPart);
    connect(m_result, &SheetResult::itemWanted, this, [this](int item) { showPart(SheetPart::Items, item); });
    connect(m_view, &SheetItemView::chosen, this, &AssessmentSheet::choose);
    connect(m_view, &SheetItemView::takenBack, this, &AssessmentSheet::takeBack);
    connect(m_view, &SheetItemView::stepped, this, &AssessmentSheet::step);
    connect(m_view, &SheetItemView::jumped, this,
            [this](bool toEnd) { showPart(SheetPart::Items, toEnd ? int(m_sheet->scale().items.size()) - 1 : 0); });
    connect(m_view, &SheetItemView::goOn, this, &AssessmentSheet::goOn);
    connect(m_risks, &RiskForm::goOn, this,
            [this] { showPart(m_tables ? SheetPart::Tables : SheetPart::Items, qMax(firstMissing(), 0)); });
    connect(m_risks, &RiskForm::eventsTyped, this, [this](const QString& kind, int times) {
        m_sheet->setEvents(kind, times);
        changed();
    });
    connect(m_risks, &RiskForm::diagnosisTicked, this, [this](const QString& diagnosis, bool yes) {
        m_sheet->setDiagnosed(diagnosis, yes);
        Q_EMIT diagnosisTicked(diagnosis, yes);
        changed();
    });
}

void AssessmentSheet::open(const AnswerSheet& sheet, const ScaleChoices& choices, bool readOnly, QWidget* tables)
{
    m_sheet = sheet;
    m_choices = choices;
    m_readOnly = readOnly;
    if (tables && tables != m_tables)
        m_middle->addWidget(tables);
    m_tables = tables;
    m_list->setScale(sheet.scale(), tables != nullptr);
    m_result->setScale(sheet.scale());
    m_risks->setScale(sheet.scale(), readOnly);
    m_view->setReadOnly(readOnly);
    showAll();
    showPart(SheetPart::Items, qMax(firstMissing(), 0));
}

void AssessmentSheet::propose(const QMap<QString, int>& recorded)
{
    m_risks->propose(recorded);
}

void AssessmentSheet::take(const AnswerSheet& sheet)
{
    if (*m_sheet == sheet)
        return;
    m_sheet = sheet;
    showAll();
}

int AssessmentSheet::firstMissing() const
{
    for (int i = 0; i < int(m_sheet->scale().items.size()); ++i)
        if (!m_sheet->isAnswered(i))
            return i;
    return -1;
}

void AssessmentSheet::showAll()
{
    m_list->showScores(*m_sheet);
    m_risks->show(*m_sheet);
    m_result->show(*m_sheet, scoreSheet(*m_sheet, m_choices));
    m_view->showItem(*m_sheet, m_item = qMin(m_item, int(m_sheet->scale().items.size()) - 1));
    m_view->setHint(m_readOnly || firstMissing() >= 0 ? QString()
                                                      : tr("Every item is answered. Enter: events and diagnoses."));
}

void AssessmentSheet::showPart(SheetPart part, int item)
{
    if (part == SheetPart::Tables && !m_tables)
        return;
    m_part = part;
    if (part == SheetPart::Items)
        m_item = qBound(0, item, int(m_sheet->scale().items.size()) - 1);
    m_list->mark(part, m_item);
    switch (part) {
    case SheetPart::Items:
        m_view->showItem(*m_sheet, m_item);
        m_middle->setCurrentIndex(0);
        m_view->setFocus();
        break;
    case SheetPart::Risks:
        m_middle->setCurrentIndex(1);
        m_risks->focusFirst();
        break;
    case SheetPart::Tables:
        m_middle->setCurrentWidget(m_tables);
        m_tables->setFocus();
        break;
    }
}

void AssessmentSheet::choose(int option)
{
    if (m_readOnly)
        return;
    m_sheet->choose(m_item, option);
    changed();
    const int last = int(m_sheet->scale().items.size()) - 1;
    const int missing = firstMissing();
    showPart(SheetPart::Items, m_item < last ? m_item + 1 : missing >= 0 ? missing : last);
}

/// The answer of this item; where it has none, that of the one before: it was the last key pressed.
void AssessmentSheet::takeBack()
{
    if (!m_sheet->isAnswered(m_item) && m_item > 0)
        showPart(SheetPart::Items, m_item - 1);
    if (!m_sheet->isAnswered(m_item))
        return;
    m_sheet->choose(m_item, -1);
    changed();
    showPart(SheetPart::Items, m_item);
}

void AssessmentSheet::step(int items)
{
    showPart(SheetPart::Items, m_item + items);
}

/// Enter: to the next item without an answer; where all have one, to the part behind the items.
void AssessmentSheet::goOn()
{
    const int missing = firstMissing();
    if (missing >= 0)
        showPart(SheetPart::Items, missing);
    else
        showPart(SheetPart::Risks);
}

void AssessmentSheet::changed()
{
    showAll();
    Q_EMIT answered();
}

} // namespace songhe::ui
