// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today_page.h"

#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int shownDays = 28;
constexpr int packageDays = 10; ///< a quarter's package is due by the tenth of the next month

} // namespace

TodayPage::TodayPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Today"), parent)
    , m_desks(std::move(desks))
{
    auto* lunch = new ActionButton(theme(), tr("Begin lunch"), {}, ActionButton::Kind::Main, this);
    lunch->setObjectName(u"beginLunch"_s);
    connect(lunch, &QPushButton::clicked, this, [this] { Q_EMIT goTo(u"meals"_s, 0); });
    addAction(lunch);

    auto* counters = new QHBoxLayout;
    counters->setSpacing(theme().px(14));
    m_eaten = addCounter(*counters, tr("Meals today"), "eaten", m_eatenBelow);
    m_month = addCounter(*counters, tr("Meals this month"), "month", m_monthBelow);
    m_people = addCounter(*counters, tr("Elders"), "people", m_peopleBelow);
    body()->addLayout(counters);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    auto* todo = new Card(theme(), tr("To be done"), this);
    m_list = new QWidget(todo);
    m_list->setObjectName(u"todo"_s);
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    todo->body()->addWidget(m_list);
    todo->body()->addStretch();
    row->addWidget(todo, 56);

    auto* weeks = new Card(theme(), tr("Meals of the last four weeks"), this);
    m_bars = new DayBars(theme(), weeks);
    m_bars->setObjectName(u"bars"_s);
    weeks->body()->addWidget(m_bars, 1);
    row->addWidget(weeks, 44);
    body()->addLayout(row, 1);
}

QLabel* TodayPage::addCounter(QHBoxLayout& row, const QString& title, const char* name, QLabel*& below)
{
    auto* card = new Card(theme(), this);
    card->body()->addWidget(makeLabel(title, TextRole::Muted, card));
    QLabel* figure = makeLabel(u"0"_s, TextRole::Figure, card);
    figure->setObjectName(QString::fromLatin1(name));
    card->body()->addWidget(figure);
    below = makeLabel({}, TextRole::Muted, card);
    card->body()->addWidget(below);
    row.addWidget(card, 1);
    return figure;
}

void TodayPage::refresh()
{
    setWhere(longDayText(today()));
    countToday();
    drawWeeks();
    listToDo();
}

void TodayPage::countToday()
{
    int payable = 0;
    std::size_t meals = 0;
    if (const auto list = m_desks.meals.listOn(today())) {
        meals = list->size();
        for (const Meal& meal : *list)
            if (const auto outlook = m_desks.meals.preview(meal); outlook && outlook->verdict.payable())
                ++payable;
    }
    m_eaten->setText(QString::number(meals));
    m_eatenBelow->setText(tr("%1 of them subsidised").arg(payable));

    int living = 0;
    int old = 0;
    for (const Id<Elder> id : m_desks.elders.all()) {
        const auto hit = m_desks.elders.byId(id);
        if (!hit || hit->died)
            continue;
        ++living;
        const auto age = yearsOn(hit->born, today());
        old += age && *age >= 80 ? 1 : 0;
    }
    m_people->setText(QString::number(living));
    m_peopleBelow->setText(tr("%1 of them 80 or older").arg(old));
}

void TodayPage::drawWeeks()
{
    const QDate first = today().addDays(1 - shownDays);
    const QDate monthStart(today().year(), today().month(), 1);
    const auto counts = m_desks.meals.countByDay(std::min(first, monthStart), today());
    std::vector<int> days(shownDays, 0);
    qint64 month = 0;
    qint64 openDays = 0;
    if (counts) {
        for (const MealCount& count : *counts) {
            if (count.on >= first)
                days[std::size_t(first.daysTo(count.on))] += int(count.meals);
            if (count.on >= monthStart) {
                month += count.meals;
                ++openDays;
            }
        }
    }
    m_month->setText(QString::number(month));
    m_monthBelow->setText(tr("on %n day(s)", nullptr, int(openDays)));
    m_bars->setDays(first, std::move(days), today());
}

void TodayPage::claimsToDo(std::vector<ToDo>& list)
{
    const QDate lastMonth = today().addMonths(-1);
    const QDate first(lastMonth.year(), lastMonth.month(), 1);
    const auto counts = m_desks.meals.countByDay(first, first.addMonths(1).addDays(-1));
    if (!counts || counts->empty())
        return;
    const QString period = Period::monthOf(first).text();
    const auto claims = m_desks.settlements.list();
    if (!claims)
        return;
    for (const Claim& claim : *claims) {
        if (claim.period != period || claim.recorded.isVoided())
            continue;
        list.push_back({tr("this month"), Tone::Plain,
                        tr("The claim of %1 stands as a draft: %2 yuan").arg(period, claim.paid.yuanText()), tr("Open"),
                        u"claims"_s});
        return;
    }
    list.push_back({tr("this month"), Tone::Soon, tr("The meals of %1 are not settled yet").arg(period), tr("Settle"),
                    u"claims"_s});
}

void TodayPage::packageToDo(std::vector<ToDo>& list)
{
    const QDate due(today().year(), ((today().month() - 1) / 3) * 3 + 1, packageDays);
    const Period quarter = Period::quarterOf(due.addMonths(-1));
    const auto counts = m_desks.meals.countByDay(quarter.first(), quarter.last());
    if (!counts || counts->empty())
        return;
    if (m_desks.writtenQuarters && m_desks.writtenQuarters().contains(quarter.text()))
        return;
    const qint64 days = today().daysTo(due);
    list.push_back({days < 0 ? tr("overdue") : tr("%n day(s)", nullptr, int(days)),
                    days < 0        ? Tone::Bad
                        : days <= 7 ? Tone::Soon
                                    : Tone::Plain,
                    tr("The package of %1 goes to the district by %2").arg(quarter.text(), dayText(due, today())),
                    tr("Check"), u"package"_s});
}

void TodayPage::assessmentsToDo(std::vector<ToDo>& list)
{
    const DueCounts due = m_desks.dueAssessments ? m_desks.dueAssessments() : DueCounts();
    if (due.expired > 0)
        list.push_back({tr("overdue"), Tone::Bad,
                        tr("%n expired ability level(s): the claim lines are held", nullptr, due.expired), tr("Assess"),
                        u"assessments"_s});
    if (due.soon > 0)
        list.push_back(
            {tr("%n day(s)", nullptr, int(today().daysTo(due.first))), Tone::Soon,
             tr("%n re-assessment(s) due, the first by %1", nullptr, due.soon).arg(dayText(due.first, today())),
             tr("Assess"), u"assessments"_s});
}

void TodayPage::certificatesToDo(std::vector<ToDo>& list)
{
    const DueCounts due = m_desks.dueCertificates ? m_desks.dueCertificates() : DueCounts();
    if (due.expired > 0)
        list.push_back(
            {tr("overdue"), Tone::Bad,
             tr("%n expired certificate(s) of the staff: nothing that wants them can be ordered", nullptr, due.expired),
             tr("Open"), u"services"_s});
    if (due.soon > 0)
        list.push_back({tr("%n day(s)", nullptr, int(today().daysTo(due.first))), Tone::Soon,
                        tr("%n certificate(s) of the staff end soon, the first on %1", nullptr, due.soon)
                            .arg(dayText(due.first, today())),
                        tr("Open"), u"services"_s});
}

void TodayPage::careToDo(std::vector<ToDo>& list)
{
    const CareCounts care = m_desks.care ? m_desks.care() : CareCounts();
    if (care.visitsOverdue > 0)
        list.push_back({tr("overdue"), Tone::Bad, tr("%n visit(s) overdue", nullptr, care.visitsOverdue), tr("Visit"),
                        u"visits"_s});
    if (care.visitsDue > 0)
        list.push_back(
            {tr("today"), Tone::Soon, tr("%n visit(s) due today", nullptr, care.visitsDue), tr("Visit"), u"visits"_s});
    if (care.devicesOverdue > 0)
        list.push_back({tr("overdue"), Tone::Bad, tr("%n device(s) not back yet", nullptr, care.devicesOverdue),
                        tr("Open"), u"care"_s});
}

void TodayPage::receiptsToDo(std::vector<ToDo>& list)
{
    const int open = m_desks.receiptItems ? m_desks.receiptItems() : 0;
    if (open > 0)
        list.push_back({tr("district"), Tone::Soon,
                        tr("%n record(s) that the district did not take over", nullptr, open), tr("Open"),
                        u"package"_s});
}

std::vector<TodayPage::ToDo> TodayPage::toDo()
{
    std::vector<ToDo> list;
    if (m_desks.elders.size() == 0)
        list.push_back(
            {tr("first"), Tone::Soon, tr("Bring in the roster of elders that you have"), tr("Import"), u"elders"_s});
    claimsToDo(list);
    packageToDo(list);
    receiptsToDo(list);
    assessmentsToDo(list);
    certificatesToDo(list);
    careToDo(list);
    if (list.empty())
        list.push_back({tr("done"), Tone::Good, tr("Nothing is due. Lunch can begin."), {}, {}});
    return list;
}

void TodayPage::listToDo()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const ToDo& todo : toDo()) {
        auto* line = new QWidget(m_list);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, theme().px(8), 0, theme().px(8));
        row->setSpacing(theme().px(14));
        row->addWidget(new Pill(theme(), todo.pill, todo.tone, line));
        row->addWidget(makeWrapped(todo.text, TextRole::Body, line), 1);
        if (!todo.act.isEmpty()) {
            auto* act = new ActionButton(theme(), todo.act, {}, ActionButton::Kind::Plain, line);
            act->setAccessibleName(u"%1: %2"_s.arg(todo.act, todo.text));
            connect(act, &QPushButton::clicked, this, [this, page = todo.page] { Q_EMIT goTo(page, 0); });
            row->addWidget(act);
        }
        m_lines->addWidget(line);
        m_lines->addWidget(makeRule(m_list));
    }
}

} // namespace songhe::ui
