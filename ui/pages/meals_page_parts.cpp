// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the meal desk and where; what it does is in meals_page.cpp.
#include "ui/pages/meals_page.h"

#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void MealsPage::makeActions()
{
    m_site = new ChoiceBox(this);
    m_site->setObjectName(u"site"_s);
    m_site->setAccessibleName(tr("Meal point"));
    m_sitting = new ChoiceBox(choiceNames<Sitting>(), false, this);
    m_sitting->setObjectName(u"sitting"_s);
    m_sitting->setAccessibleName(tr("Sitting"));
    m_dayEdit = new DayEdit(today(), this);
    m_dayEdit->setObjectName(u"day"_s);
    m_dayEdit->setAccessibleName(tr("Day"));
    m_dayEdit->setToolTip(tr("The day whose meals are recorded. Type an earlier one and press Enter to write up its "
                             "meals; Esc comes back to today."));
    m_dayEdit->setFixedWidth(theme().px(108));
    connect(m_dayEdit, &QLineEdit::returnPressed, this, &MealsPage::dayTyped);
    auto* together = new ActionButton(theme(), tr("Batch delivery"), QKeySequence(Qt::CTRL | Qt::Key_B),
                                      ActionButton::Kind::Plain, this);
    together->setObjectName(u"batch"_s);
    auto* back = new ActionButton(theme(), tr("Take the last one back"), QKeySequence(Qt::CTRL | Qt::Key_Z),
                                  ActionButton::Kind::Plain, this);
    back->setObjectName(u"undo"_s);
    m_together = together;
    addAction(m_dayEdit);
    addAction(m_site);
    addAction(m_sitting);
    addAction(together);
    addAction(back);
    connect(together, &QPushButton::clicked, this, &MealsPage::deliverTogether);
    connect(back, &QPushButton::clicked, this, &MealsPage::undo);
    connect(m_site, &QComboBox::activated, this, [this] {
        showServed();
        m_field->setFocus();
    });
    connect(m_sitting, &QComboBox::activated, this, [this] {
        showServed();
        m_field->setFocus();
    });
}

QWidget* MealsPage::makeQueueCard()
{
    auto* card = new Card(theme(), this);
    card->setMinimumHeight(theme().px(220));
    m_hint = makeWrapped(tr("Scan a card, or type initials, the tail of an ID number or of a phone; Enter records"),
                         TextRole::Muted, card);
    m_dayBanner = makeWrapped({}, TextRole::Body, card); // in the hint's place: there is no room to spare
    m_dayBanner->setObjectName(u"dayBanner"_s);
    m_dayBanner->hide();
    m_field = new QLineEdit(card);
    m_field->setObjectName(u"card"_s);
    m_field->setAccessibleName(tr("Who is eating"));
    m_field->setProperty("big", true);
    m_field->setMaxLength(60);
    m_field->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &MealsPage::look);

    m_found = new RecordTableModel<Candidate>(
        {{{},
          [](const Candidate& c) { return c.number == 1 ? u"↵"_s : QString::number(c.number); },
          false,
          false,
          false,
          {},
          true},
         {{}, [](const Candidate& c) { return c.elder.name; }, false, false, true},
         {{},
          [this](const Candidate& c) {
              const auto age = yearsOn(c.elder.born, today());
              return age ? tr("%1, %2 years").arg(choiceText(c.elder.sex)).arg(*age) : choiceText(c.elder.sex);
          }},
         {{}, [](const Candidate& c) { return c.elder.address; }, false, false, false, {}, false, true},
         {{},
          [](const Candidate& c) {
              return c.elder.residentNumber.isEmpty() ? QString() : tr("tail %1").arg(c.elder.residentNumber.right(4));
          },
          false,
          true},
         {{},
          [](const Candidate& c) { return c.pill; },
          false,
          false,
          false,
          [](const Candidate& c) { return c.tone; }}},
        this);
    m_candidates = new TableView(theme(), tr("Found elders"), card);
    m_candidates->setObjectName(u"candidates"_s);
    m_candidates->setModel(m_found);
    m_candidates->horizontalHeader()->hide();
    m_candidates->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidates->setStretchColumn(3); // the address gives way
    m_candidates->setColumnHidden(3, theme().folded());
    m_candidates->setFocusPolicy(Qt::NoFocus);
    m_candidates->setMinimumHeight(theme().px(76));
    connect(m_candidates, &QTableView::clicked, this, [this] { recordChosen(); });

    auto* ways = new QHBoxLayout;
    ways->setSpacing(theme().px(4));
    for (const ChoiceName& way : choiceNames<MealWay>()) {
        auto* button
            = new ActionButton(theme(), choiceText(MealWay(way.value)),
                               QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + way.value)), ActionButton::Kind::Tab, card);
        button->setObjectName(u"way_"_s + QString::fromLatin1(way.key));
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, value = MealWay(way.value)] { setWay(value); });
        m_ways.push_back(button);
        ways->addWidget(button);
    }
    m_fetchedBy = new QLineEdit(card);
    m_fetchedBy->setObjectName(u"fetchedBy"_s);
    m_fetchedBy->setAccessibleName(tr("Fetched by"));
    m_fetchedBy->setPlaceholderText(tr("Fetched by whom"));
    m_fetchedBy->setMaxLength(50);
    m_fetchedBy->hide();
    connect(m_fetchedBy, &QLineEdit::returnPressed, this, [this] { m_field->setFocus(); });
    ways->addWidget(m_fetchedBy, 1);
    ways->addStretch();

    card->body()->addWidget(m_hint);
    card->body()->addWidget(m_dayBanner);
    card->body()->addWidget(m_field);
    card->body()->addWidget(m_candidates, 1);
    card->body()->addLayout(ways);
    setWay(MealWay::EatIn);
    return card;
}

QWidget* MealsPage::makeAnswerCard()
{
    m_answer = new Card(theme(), this);
    m_answer->setObjectName(u"answer"_s);
    // Where the page scrolls there is room for every reason.
    m_answer->setMinimumHeight(theme().px(theme().folded() ? 300 : 220));
    m_answerWhen = makeLabel({}, TextRole::Muted, m_answer);
    m_answerName = makeWrapped({}, TextRole::Answer, m_answer);
    m_answerName->setObjectName(u"answerName"_s);
    m_answerMoney = makeWrapped({}, TextRole::Name, m_answer);
    m_answerMoney->setObjectName(u"answerMoney"_s);
    m_answerWhy = makeWrapped({}, TextRole::Muted, m_answer);
    m_answerWhy->setObjectName(u"answerWhy"_s);
    for (QLabel* label : {m_answerWhen, m_answerName, m_answerMoney, m_answerWhy})
        m_answer->body()->addWidget(label);
    m_answer->body()->addStretch();
    return m_answer;
}

QWidget* MealsPage::makeListCard()
{
    auto* card = new Card(theme(), this);
    card->setFlush();
    m_list = new RecordTableModel<Served>(
        {{tr("Time"), [](const Served& s) { return Clock::timeOf(s.meal.at).toString(u"HH:mm"_s); }},
         {tr("Name"), [](const Served& s) { return s.name; }},
         {tr("How served"),
          [](const Served& s) {
              return s.meal.fetchedBy ? tr("%1 (%2)").arg(choiceText(s.meal.way), *s.meal.fetchedBy)
                                      : choiceText(s.meal.way);
          }},
         {tr("Subsidy"),
          [](const Served& s) {
              return s.outcome == Verdict::Outcome::Pays ? tr("subsidised")
                  : s.outcome == Verdict::Outcome::Held  ? tr("to check")
                                                         : tr("not subsidised");
          },
          false, false, false, [](const Served& s) { return toneOf(s.outcome); }},
         {tr("Amount"), [](const Served& s) { return s.subsidy.yuanText(); }, true},
         {tr("Own share"),
          [](const Served& s) { return Fen {std::max<qint64>(0, s.meal.price.value - s.subsidy.value)}.yuanText(); },
          true},
         {tr("Remark"), [](const Served& s) { return s.why; }, false, true}},
        this);
    m_table = new TableView(theme(), tr("Meals of this sitting"), card);
    m_table->setObjectName(u"meals"_s);
    m_table->setModel(m_list);
    m_table->setEmptyText(tr("Nobody has eaten at this sitting yet"),
                          tr("Type initials in the field above and press Enter."));
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeRule(card));
    card->body()->addLayout(makeListActions(card));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_void->setEnabled(m_table->currentIndex().isValid()); });
    return card;
}

/// What can be done with the meals of the list stands under it: the page's head has room for what the queue needs.
QHBoxLayout* MealsPage::makeListActions(QWidget* parent)
{
    auto* slip
        = new ActionButton(theme(), tr("Slip"), QKeySequence(Qt::CTRL | Qt::Key_P), ActionButton::Kind::Plain, parent);
    slip->setObjectName(u"slip"_s);
    auto* day = new ActionButton(theme(), tr("Slips of the day"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                                 ActionButton::Kind::Plain, parent);
    day->setObjectName(u"daySlips"_s);
    m_void
        = new ActionButton(theme(), tr("Make void…"), QKeySequence(Qt::Key_Delete), ActionButton::Kind::Plain, parent);
    m_void->setObjectName(u"void"_s);
    m_void->setEnabled(false);
    connect(slip, &QPushButton::clicked, this, &MealsPage::printSlip);
    connect(day, &QPushButton::clicked, this, &MealsPage::printDay);
    connect(m_void, &QPushButton::clicked, this, &MealsPage::voidSelected);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().px(12), theme().px(8), theme().px(12), theme().px(8));
    row->setSpacing(theme().px(8));
    row->addWidget(slip);
    row->addWidget(day);
    row->addStretch();
    row->addWidget(m_void);
    return row;
}

QWidget* MealsPage::makeCountsCard()
{
    auto* card = new Card(theme(), this);
    card->setFixedWidth(theme().px(250));
    card->body()->setSpacing(theme().px(6));
    m_count = makeLabel(u"0"_s, TextRole::Figure, card);
    m_count->setObjectName(u"count"_s);
    m_split = makeWrapped({}, TextRole::Body, card);
    m_split->setObjectName(u"split"_s);
    m_allDay = makeWrapped({}, TextRole::Body, card);
    m_money = makeWrapped({}, TextRole::Muted, card);
    auto* sitting = new QHBoxLayout;
    sitting->addWidget(makeLabel(tr("This sitting"), TextRole::Muted, card), 1);
    sitting->addWidget(m_count);
    card->body()->addLayout(sitting);
    card->body()->addWidget(m_split);
    card->body()->addWidget(makeRule(card));
    card->body()->addWidget(m_allDay);
    card->body()->addWidget(m_money);
    card->body()->addWidget(makeCap(card));
    card->body()->addStretch();
    // Lines that break are not counted into a layout's least height.
    card->setMinimumHeight(theme().px(246));
    return card;
}

QWidget* MealsPage::makeCap(QWidget* parent)
{
    m_capBox = new QWidget(parent);
    m_capBox->setObjectName(u"cap"_s);
    auto* column = new QVBoxLayout(m_capBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(6));
    m_capUsed = makeLabel({}, TextRole::StrongName, m_capBox);
    m_capUsed->setObjectName(u"capUsed"_s);
    m_capBar = new ThinBar(theme(), m_capBox);
    m_capBar->setObjectName(u"capBar"_s);
    m_capRest = makeWrapped({}, TextRole::MutedSmall, m_capBox);
    m_capRest->setObjectName(u"capRest"_s);
    column->addWidget(makeRule(m_capBox));
    auto* used = new QHBoxLayout;
    used->addWidget(makeWrapped(tr("Paid here this year"), TextRole::Muted, m_capBox), 1);
    used->addWidget(m_capUsed);
    column->addLayout(used);
    column->addWidget(m_capBar);
    column->addWidget(m_capRest);
    return m_capBox;
}

} // namespace songhe::ui
