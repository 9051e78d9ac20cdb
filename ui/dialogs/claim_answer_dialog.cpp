// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/claim_answer_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

std::vector<ClaimState> ClaimAnswerDialog::possible(ClaimState state)
{
    switch (state) {
    case ClaimState::Signed:
    case ClaimState::Exported:
        return {ClaimState::Accepted, ClaimState::Returned, ClaimState::PartlyReturned};
    case ClaimState::Accepted:
    case ClaimState::PartlyReturned:
        return {ClaimState::Paid};
    default:
        return {};
    }
}

ClaimAnswerDialog::ClaimAnswerDialog(const Surroundings& around, const SettledMonth& month, Record record,
                                     QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_record(std::move(record))
    , m_state(new ChoiceBox(this))
    , m_on(new DayEdit(around.clock.today(), this))
    , m_fenLabel(makeLabel(tr("Money received (yuan)"), TextRole::Muted, this))
    , m_fen(new FenEdit(this))
    , m_noteLabel(makeLabel({}, TextRole::Muted, this))
    , m_note(new QLineEdit(this))
    , m_linesLabel(makeLabel(tr("Lines that were returned; Space ticks one"), TextRole::Muted, this))
    , m_model(nullptr)
    , m_table(nullptr)
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_save(new ActionButton(around.theme, tr("Write it down"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                              ActionButton::Kind::Main, this))
{
    const Theme& t = around.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"claimAnswer"_s);
    setWindowTitle(tr("What came back"));
    setMinimumWidth(t.px(520));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(t.px(6));
    column->addWidget(makeWrapped(
        tr("%1, %2 yuan, %3").arg(month.claim.period, month.claim.paid.yuanText(), choiceText(month.claim.state)),
        TextRole::Strong, this));
    const auto line = [&](QLabel* label, QWidget* editor, const char* name) {
        column->addWidget(label);
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label->text());
        column->addWidget(editor);
    };
    for (const ClaimState next : possible(month.claim.state))
        m_state->addItem(choiceText(next), choiceKey(next));
    line(makeLabel(tr("What happened"), TextRole::Muted, this), m_state, "answer");
    line(makeLabel(tr("Day on the letter or slip, where it has one"), TextRole::Muted, this), m_on, "on");
    m_fen->setFen(month.claim.paid);
    line(m_fenLabel, m_fen, "fen");
    m_note->setMaxLength(500);
    line(m_noteLabel, m_note, "note");
    makeLines(t, month);
    column->addWidget(m_linesLabel);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    m_message->hide();
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    m_save->setObjectName(u"record"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);
    connect(m_state, &QComboBox::currentIndexChanged, this, &ClaimAnswerDialog::stateChosen);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ClaimAnswerDialog::record);
    stateChosen();
}

void ClaimAnswerDialog::makeLines(const Theme& theme, const SettledMonth& month)
{
    const QDate now = m_around.clock.today();
    m_model = new TickModel<SettledLine>(
        {{{}, [](const SettledLine&) { return QString(); }},
         {tr("Day"), [now](const SettledLine& line) { return dayText(line.on, now); }},
         {tr("Name"), [](const SettledLine& line) { return line.name; }, false, false, true},
         {tr("Yuan"), [](const SettledLine& line) { return line.amount.yuanText(); }, true},
         {tr("Why"), [](const SettledLine& line) { return line.reason; }, false, true}},
        tr("ticked"), tr("not ticked"), this);
    std::vector<SettledLine> paid;
    for (const SettledLine& line : month.lines)
        if (!line.line.isNull() && line.outcome == Verdict::Outcome::Pays && !line.isAdjustment())
            paid.push_back(line);
    m_model->setRecords(std::move(paid));
    m_table = new TableView(theme, tr("Lines that were returned"), this);
    m_table->setObjectName(u"returnedLines"_s);
    m_table->setModel(m_model);
    m_table->setMinimumHeight(theme.px(200));
    m_table->fitColumns();
    m_table->installEventFilter(this);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    connect(m_table, &QTableView::clicked, this, &ClaimAnswerDialog::toggle);
}

ClaimState ClaimAnswerDialog::state() const
{
    return choiceFromKey<ClaimState>(m_state->key()).value_or(ClaimState::Accepted);
}

void ClaimAnswerDialog::stateChosen()
{
    const bool back = state() == ClaimState::Returned || state() == ClaimState::PartlyReturned;
    const bool parts = state() == ClaimState::PartlyReturned;
    const bool money = state() == ClaimState::Paid;
    m_noteLabel->setText(back ? tr("Why the district returned it (needed)") : tr("Note"));
    m_note->setAccessibleName(m_noteLabel->text());
    for (QWidget* widget : std::initializer_list<QWidget*> {m_fenLabel, m_fen})
        widget->setVisible(money);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_linesLabel, m_table})
        widget->setVisible(parts);
    m_message->hide();
    adjustSize();
}

bool ClaimAnswerDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggle(m_table->currentIndex());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ClaimAnswerDialog::toggle(const QModelIndex& index)
{
    m_model->toggle(index.row());
}

void ClaimAnswerDialog::record()
{
    if (!m_on->isRight() || !m_fen->isRight()) {
        setBanner(m_message, tr("Write the day as 2021-10-12 and the amount as 1234.00."), Tone::Soon);
        return;
    }
    Answer answer;
    answer.state = state();
    answer.on = m_on->day();
    answer.note = m_note->text().trimmed();
    if (answer.state == ClaimState::Paid)
        answer.fen = m_fen->fen();
    if (answer.state == ClaimState::PartlyReturned) {
        for (const SettledLine& line : m_model->ticked())
            answer.lines << line.line.text();
        if (answer.lines.isEmpty()) {
            setBanner(m_message, tr("Tick the lines that were returned, or choose 'returned' for all of them."),
                      Tone::Soon);
            return;
        }
    }
    if (const auto done = m_record(answer); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    accept();
}

} // namespace songhe::ui
