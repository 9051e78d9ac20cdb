// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessments_page.h"

#include "ui/dialogs/new_assessment_dialog.h"
#include "ui/forms/assessment_tables_form.h"
#include "ui/pages/assessment_history.h"
#include "ui/pages/assessment_sheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

using RowKind = AssessmentRow::Kind;

QString rowState(const AssessmentRow& row)
{
    switch (row.kind) {
    case RowKind::SecondKeying:
        return AssessmentsPage::tr("second keying");
    case RowKind::Draft:
        return AssessmentsPage::tr("draft");
    case RowKind::Due:
        return row.expired ? AssessmentsPage::tr("expired") : AssessmentsPage::tr("due soon");
    case RowKind::Confirmed:
        return row.expired ? AssessmentsPage::tr("expired") : AssessmentsPage::tr("confirmed");
    }
    return {};
}

Tone rowTone(const AssessmentRow& row)
{
    if (row.kind == RowKind::Confirmed)
        return row.expired ? Tone::Plain : Tone::Good;
    return row.kind == RowKind::Due && row.expired ? Tone::Bad : Tone::Soon;
}

} // namespace

AssessmentsPage::AssessmentsPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Ability assessments"), parent)
    , m_surroundings(around)
    , m_desks(std::move(desks))
    , m_stack(new QStackedWidget(this))
{
    makeActions();
    m_message = makeWrapped({}, TextRole::Body, this);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    body()->addWidget(m_message);
    m_sheet = new AssessmentSheet(theme(), m_stack);
    m_tables = new AssessmentTablesForm(theme(), m_stack);
    m_tables->hide();
    m_history = new AssessmentHistory(around, m_desks.assessments, m_stack);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_sheet);
    m_stack->addWidget(makeDifferences());
    m_stack->addWidget(m_history);
    body()->addWidget(m_stack, 1);
    connect(m_sheet, &AssessmentSheet::answered, this, &AssessmentsPage::saveAnswers);
    connect(m_sheet, &AssessmentSheet::diagnosisTicked, this, &AssessmentsPage::tickTables);
    connect(m_tables, &AssessmentTablesForm::edited, this, &AssessmentsPage::saveTables);
    connect(m_tables, &AssessmentTablesForm::drawingWanted, this, &AssessmentsPage::chooseDrawing);
    connect(m_history, &AssessmentHistory::opened, this, [this](qint64 id) { openSheet({id}); });
    showView(List);
}

void AssessmentsPage::makeActions()
{
    using Kind = ActionButton::Kind;
    const auto action = [&](const QString& text, const QKeySequence& keys, Kind kind, int views,
                            void (AssessmentsPage::*slot)(), const char* name) {
        auto* button = new ActionButton(theme(), text, keys, kind, this);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, slot);
        addAction(button);
        m_actions.emplace_back(button, views);
        return button;
    };
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    m_empty = action(tr("Print an empty sheet"), {}, Kind::Plain, List, &AssessmentsPage::chooseEmptySheet, "empty");
    m_void = action(tr("Make void…"), {}, Kind::Plain, Sheet, &AssessmentsPage::voidSheet, "void");
    auto* history = new ActionButton(theme(), tr("History"), ctrl(Qt::Key_H), Kind::Plain, this);
    history->setObjectName(u"history"_s);
    connect(history, &QPushButton::clicked, this, [this] { showHistory(m_assessment.elder); });
    addAction(history);
    m_actions.emplace_back(history, Sheet);
    action(tr("Print"), ctrl(Qt::Key_P), Kind::Plain, Sheet, &AssessmentsPage::printSheet, "print");
    m_confirm = action(tr("Confirm…"), ctrl(Qt::Key_Return), Kind::Main, Sheet, &AssessmentsPage::confirm, "confirm");
    action(tr("Compare the two"), ctrl(Qt::Key_Return), Kind::Main, Keying, &AssessmentsPage::compareKeyings,
           "compare");
    action(tr("Correct the second keying"), {}, Kind::Plain, Differences, &AssessmentsPage::correctKeying,
           "correctKeying");
    action(tr("Correct the sheet"), {}, Kind::Main, Differences, &AssessmentsPage::correctSheet, "correctSheet");
    action(tr("New assessment"), ctrl(Qt::Key_N), Kind::Main, List | History, &AssessmentsPage::beginNew, "new");
    auto* back = new ActionButton(theme(), tr("Back"), QKeySequence(Qt::Key_Escape), Kind::Plain, this);
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, &AssessmentsPage::goBack);
    addAction(back);
    m_actions.emplace_back(back, Sheet | Keying | Differences | History);
}

QWidget* AssessmentsPage::makeList()
{
    auto* card = new Card(theme(), m_stack);
    card->setFlush();
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(10));
    for (const std::optional<RowKind> kind :
         {std::optional<RowKind>(), std::optional(RowKind::SecondKeying), std::optional(RowKind::Draft),
          std::optional(RowKind::Due), std::optional(RowKind::Confirmed)}) {
        auto* tab = new ActionButton(theme(), {}, {}, ActionButton::Kind::Tab, card);
        tab->setAutoExclusive(true);
        tab->setChecked(!kind);
        connect(tab, &QPushButton::clicked, this, [this, kind] {
            m_filter = kind;
            filterList();
        });
        tabs->addWidget(tab);
        m_tabs.emplace_back(kind, tab);
    }
    tabs->addStretch();
    card->body()->addLayout(tabs);
    card->body()->addWidget(makeRule(card));
    m_model = new RecordTableModel<AssessmentRow>(
        {{tr("State"), rowState, false, false, false, rowTone},
         {tr("Name"), [](const AssessmentRow& row) { return row.name; }, false, false, true},
         {tr("Standard"), [](const AssessmentRow& row) { return row.standard; }},
         {tr("Day"), [this](const AssessmentRow& row) { return dayText(row.on, today()); }},
         {tr("Level"), [](const AssessmentRow& row) { return row.level; }},
         {tr("Holds until"),
          [this](const AssessmentRow& row) { return row.dueOn ? dayText(*row.dueOn, today()) : QString(); }},
         {tr("To do, or who assessed"), [](const AssessmentRow& row) { return row.what; }, false, true}},
        this);
    m_table = new TableView(theme(), tr("Assessments"), card);
    m_table->setObjectName(u"assessments"_s);
    m_table->setModel(m_model);
    m_table->setColumnHidden(3, theme().folded()); // until when it holds matters more than from when
    m_table->setEmptyText(tr("Nothing is due and nothing is begun"),
                          tr("Ctrl+N begins an assessment; a draft that you leave waits here."));
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const AssessmentRow* row = m_model->record(index))
            openRow(AssessmentRow(*row)); // a copy: opening fills the list anew
    });
    card->body()->addWidget(m_table, 1);
    return card;
}

void AssessmentsPage::showView(View view)
{
    m_view = view;
    m_stack->setCurrentIndex(view == List ? 0 : view == History ? 3 : view == Differences ? 2 : 1);
    for (const auto& [button, views] : m_actions)
        button->setVisible((views & view) != 0);
    if (view == Sheet) {
        m_confirm->setVisible(m_assessment.isDraft() && !m_assessment.recorded.isVoided());
        m_void->setVisible(!m_assessment.recorded.isVoided());
    }
    showWhere();
}

void AssessmentsPage::showWhere()
{
    if (m_view == List) {
        setTitle(tr("Ability assessments"));
        setWhere(longDayText(today()));
        return;
    }
    const Id<Elder> elder = m_view == History ? m_history->elder() : m_assessment.elder;
    const auto hit = m_desks.index.byId(elder);
    setTitle(hit ? hit->name : tr("Ability assessments"));
    if (m_view == History) {
        setWhere(tr("All assessments"));
        return;
    }
    const Scale* scale = m_desks.assessments.scales().find(m_assessment.standard);
    QStringList where {scale ? scale->code : m_assessment.standard, dayText(m_assessment.assessedOn, today()),
                       choiceText(m_assessment.reason)};
    if (m_view == Sheet)
        where << (m_assessment.recorded.isVoided()
                      ? tr("void: %1").arg(m_assessment.recorded.voidReason.value_or(QString()))
                      : choiceText(m_assessment.state));
    else
        where << (m_view == Keying ? tr("second keying, without seeing the first")
                                   : tr("where the two keyings differ"));
    setWhere(where.join(u" · "_s));
}

void AssessmentsPage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

void AssessmentsPage::refresh()
{
    fillList();
    if (m_view == List)
        m_table->setFocus();
    if (m_view == History)
        m_history->show(m_history->elder());
}

void AssessmentsPage::fillList()
{
    const auto days = m_desks.settings.value(u"assessment.warn_days"_s);
    auto rows = days ? AssessmentWords::rows(m_desks.assessments, m_desks.index, m_desks.user, today(), days->toInt())
                     : Result<std::vector<AssessmentRow>>(fail(days.error()));
    if (!rows) {
        say(rows.error().message, Tone::Bad);
        return;
    }
    m_rows = *std::move(rows);
    filterList();
}

void AssessmentsPage::filterList()
{
    for (const auto& [kind, tab] : m_tabs) {
        const auto count = std::count_if(m_rows.begin(), m_rows.end(), [wanted = kind](const AssessmentRow& row) {
            return !wanted || row.kind == *wanted;
        });
        const QString words = !kind          ? tr("All")
            : *kind == RowKind::SecondKeying ? tr("Second keying")
            : *kind == RowKind::Draft        ? tr("Drafts")
            : *kind == RowKind::Due          ? tr("Due and expired")
                                             : tr("Confirmed");
        tab->setText(u"%1 %2"_s.arg(words).arg(count));
        tab->setAccessibleName(tab->text());
        tab->updateGeometry();
    }
    std::vector<AssessmentRow> shown;
    for (const AssessmentRow& row : m_rows)
        if (!m_filter || row.kind == *m_filter)
            shown.push_back(row);
    m_model->setRecords(std::move(shown));
    m_table->fitColumns();
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void AssessmentsPage::openRow(const AssessmentRow& row)
{
    if (row.kind == RowKind::Due)
        begin(row.elder, row.standardId, AssessmentReason::Routine);
    else if (row.kind == RowKind::SecondKeying)
        openKeying(row.id);
    else
        openSheet(row.id);
}

void AssessmentsPage::openRecord(qint64 id)
{
    if (m_desks.assessments.show({id})) {
        openSheet({id});
        return;
    }
    if (!m_desks.index.byId({id})) {
        asker().tell(tr("This record is not here. Look for it in the list."), {});
        return;
    }
    showHistory({id});
    beginNew();
}

/// The standard used last at this centre; nothing where none was used yet: the dialog begins with the newest.
QString AssessmentsPage::lastStandard() const
{
    const auto drafts = m_desks.assessments.drafts();
    const auto confirmed = m_desks.assessments.confirmed(1);
    const Assessment* last = drafts && !drafts->empty() ? &drafts->front() : nullptr;
    if (confirmed && !confirmed->empty() && (!last || last->recorded.at < confirmed->front().recorded.at))
        last = &confirmed->front();
    return last ? last->standard : QString();
}

void AssessmentsPage::beginNew()
{
    begin(m_view == History ? std::optional(m_history->elder()) : std::nullopt, lastStandard(),
          AssessmentReason::First);
}

void AssessmentsPage::begin(std::optional<Id<Elder>> elder, const QString& standard, AssessmentReason reason)
{
    auto* dialog
        = new NewAssessmentDialog(m_surroundings, m_desks.assessments, m_desks.index, {elder, standard, reason}, this);
    connect(dialog, &NewAssessmentDialog::started, this, [this](const Assessment& draft) {
        showSheet(draft);
        Q_EMIT changed();
    });
    dialog->open();
}

void AssessmentsPage::chooseEmptySheet()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"emptySheets"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Scale* scale : m_desks.assessments.scales().scales())
        menu->addAction(scale->code + u' ' + scale->title.text(), this, [this, scale] {
            if (m_desks.printEmpty)
                m_desks.printEmpty(this, *scale);
        });
    menu->popup(m_empty->mapToGlobal(QPoint(0, m_empty->height())));
}

bool AssessmentsPage::goBack()
{
    if (m_view == List)
        return false;
    if (unsaved() > 0 && m_tables->problem().isEmpty())
        saveTables();
    if (!mayDiscard(unsaved()))
        return true;
    say({}, Tone::Plain);
    showView(List);
    refresh();
    return true;
}

} // namespace songhe::ui
