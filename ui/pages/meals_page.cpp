// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/meals_page.h"

#include "ui/pages/meal_slips.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int shownCandidates = 9;

Sitting sittingAt(QTime time)
{
    return time < QTime(10, 0) ? Sitting::Breakfast : time < QTime(15, 0) ? Sitting::Lunch : Sitting::Dinner;
}

} // namespace

MealsPage::MealsPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Meal desk"), parent)
    , m_desks(std::move(desks))
{
    makeActions();
    auto* top = new QHBoxLayout;
    top->setSpacing(theme().px(14));
    top->addWidget(makeQueueCard(), 60);
    top->addWidget(makeAnswerCard(), 40);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(theme().px(14));
    bottom->addWidget(makeListCard(), 1);
    bottom->addWidget(makeCountsCard());
    body()->addLayout(top);
    body()->addLayout(bottom, 1);
    m_sitting->setKey(choiceKey(sittingAt(Clock::timeOf(clock().now()))));
    showRefusal({}, {}, Tone::Plain);
}

Tone MealsPage::toneOf(Verdict::Outcome outcome)
{
    switch (outcome) {
    case Verdict::Outcome::Pays:
        return Tone::Good;
    case Verdict::Outcome::Held:
        return Tone::Soon;
    case Verdict::Outcome::Refused:
        break;
    }
    return Tone::Plain;
}

void MealsPage::refresh()
{
    if (auto sites = m_desks.sites.list()) {
        m_sites = *std::move(sites);
        const QString chosen = m_site->key();
        m_site->clear();
        for (const Site& site : m_sites)
            m_site->addItem(site.name, site.id.text());
        m_site->setKey(chosen);
        m_site->setVisible(m_sites.size() > 1);
    }
    if (const auto price = m_desks.settings.value(u"meal.price_fen"_s))
        m_price = Fen {price->toLongLong()};
    showDay(today()); // who comes back to the desk finds today's queue
    m_field->setFocus();
}

void MealsPage::readDay()
{
    m_today.clear();
    if (const auto meals = m_desks.meals.listOn(day())) {
        for (const Meal& meal : *meals)
            if (const auto outlook = m_desks.meals.preview(meal))
                m_today.push_back(servedOf(meal, *outlook));
        std::reverse(m_today.begin(), m_today.end());
    } else {
        showRefusal({}, meals.error().message, Tone::Bad);
    }
    showServed();
}

void MealsPage::openRecord(qint64 elder)
{
    if (const auto hit = m_desks.elders.byId({elder})) {
        m_field->setText(hit->name);
        look();
    }
}

bool MealsPage::goBack()
{
    if (m_field->text().isEmpty() && !isToday()) {
        showDay(today());
        m_field->setFocus();
        return true;
    }
    if (m_field->text().isEmpty())
        return false;
    m_field->clear();
    look();
    m_field->setFocus();
    return true;
}

QString MealsPage::siteName(Id<Site> site) const
{
    for (const Site& known : m_sites)
        if (known.id == site)
            return known.name;
    return {};
}

MealsPage::Served MealsPage::servedOf(const Meal& meal, const Outlook& outlook) const
{
    const auto hit = m_desks.elders.byId(meal.elder);
    return {meal, hit ? hit->name : QString(), outlook.verdict.outcome, outlook.verdict.fen, outlook.text};
}

void MealsPage::showServed()
{
    const Id<Site> site {m_site->key().toLongLong()};
    const auto sitting = choiceFromKey<Sitting>(m_sitting->key()).value_or(Sitting::Lunch);
    std::vector<Served> shown;
    for (const Served& served : m_today)
        if (served.meal.site == site && served.meal.sitting == sitting)
            shown.push_back(served);
    m_list->setRecords(std::move(shown));
    m_table->fitColumns();
    m_void->setEnabled(false);
    // The sitting stands in its box beside, and so does the point where there are several.
    const QString shownDay = dayText(day(), today());
    setWhere(m_sites.size() > 1 ? shownDay : u"%1 · %2"_s.arg(siteName(site), shownDay));
    showCounts();
}

void MealsPage::showCounts()
{
    int pays = 0;
    int held = 0;
    for (const Served& served : m_list->records()) {
        pays += served.outcome == Verdict::Outcome::Pays ? 1 : 0;
        held += served.outcome == Verdict::Outcome::Held ? 1 : 0;
    }
    const int all = m_list->rowCount();
    m_count->setText(QString::number(all));
    m_count->setAccessibleName(tr("%1 meals at this sitting").arg(all));
    QString split = tr("subsidised %1   not %2").arg(pays).arg(all - pays - held);
    if (held > 0)
        split += u"   "_s + tr("to check %1").arg(held);
    m_split->setText(split);
    Fen money;
    for (const Served& served : m_today)
        money.value += served.subsidy.value;
    m_allDay->setText(
        (isToday() ? tr("Today, all sittings: %1") : tr("That day, all sittings: %1")).arg(m_today.size()));
    m_money->setText(
        (isToday() ? tr("Subsidies of today %1 yuan") : tr("Subsidies of that day %1 yuan")).arg(money.yuanText()));
    showCap();
}

Meal MealsPage::mealFor(Id<Elder> elder) const
{
    Meal meal;
    meal.elder = elder;
    meal.site = Id<Site> {m_site->key().toLongLong()};
    meal.servedOn = day();
    meal.sitting = choiceFromKey<Sitting>(m_sitting->key()).value_or(Sitting::Lunch);
    meal.way = m_way;
    meal.price = m_price;
    if (const QString who = m_fetchedBy->text().trimmed(); m_way == MealWay::Fetched && !who.isEmpty())
        meal.fetchedBy = who;
    return meal;
}

MealsPage::Candidate MealsPage::candidateOf(const ElderHit& elder, int number)
{
    Candidate candidate {elder, number, {}, Tone::Plain};
    for (const Served& served : m_today) {
        if (served.meal.elder != elder.id)
            continue;
        candidate.pill = isToday() ? tr("already recorded today") : tr("already recorded that day");
        candidate.tone = Tone::Soon;
        return candidate;
    }
    if (elder.died) {
        candidate.pill = tr("died %1").arg(dayText(*elder.died, today()));
        candidate.tone = Tone::Bad;
        return candidate;
    }
    if (const auto outlook = m_desks.meals.preview(mealFor(elder.id))) {
        const Verdict& verdict = outlook->verdict;
        candidate.tone = toneOf(verdict.outcome);
        candidate.pill = verdict.payable()              ? tr("subsidised %1").arg(verdict.fen.yuanText())
            : verdict.outcome == Verdict::Outcome::Held ? tr("to check")
                                                        : tr("not subsidised");
    }
    return candidate;
}

void MealsPage::look()
{
    const QString wanted = m_field->text().trimmed();
    std::vector<Candidate> found;
    if (!wanted.isEmpty())
        for (const ElderHit& hit : m_desks.elders.find(wanted, shownCandidates))
            found.push_back(candidateOf(hit, int(found.size()) + 1));
    const bool none = found.empty();
    m_found->setRecords(std::move(found));
    m_candidates->setEmptyText(wanted.isEmpty() ? QString() : tr("Nobody found"),
                               wanted.isEmpty() ? QString()
                                                : tr("Fewer letters, or the last digits of the ID number?"));
    m_candidates->fitColumns();
    if (!none)
        m_candidates->selectRow(0);
}

bool MealsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // With an empty field Ctrl+Z is the desk's, not the field's.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) && m_field->text().isEmpty()) {
            event->ignore();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        recordChosen();
        return true;
    }
    if (plain && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up))
        return moveChoice(key->key() == Qt::Key_Down ? 1 : -1);
    if (plain && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9)
        return chooseByDigit(key->key() - Qt::Key_0);
    return Page::eventFilter(watched, event);
}

/// Digits are also typed: tails, and cards like A0217. One chooses only where it cannot be meant as text.
bool MealsPage::chooseByDigit(int digit)
{
    const QString typed = m_field->text().trimmed();
    const bool hasDigit = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    if (typed.isEmpty() || hasDigit || std::size_t(digit) > m_found->records().size())
        return false;
    if (!m_desks.elders.find(typed + QString::number(digit), 1).empty())
        return false;
    record(m_found->records()[std::size_t(digit - 1)]);
    return true;
}

bool MealsPage::moveChoice(int step)
{
    if (m_found->rowCount() == 0)
        return false;
    m_candidates->selectRow(std::clamp(m_candidates->currentIndex().row() + step, 0, m_found->rowCount() - 1));
    return true;
}

void MealsPage::recordChosen()
{
    if (m_field->text().trimmed().isEmpty())
        return;
    const Candidate* chosen = m_found->record(m_candidates->currentIndex());
    if (chosen)
        record(Candidate(*chosen));
    else
        showRefusal(m_field->text(), tr("Nobody of that name or number is here. Nothing was recorded."), Tone::Soon);
}

void MealsPage::record(const Candidate& candidate)
{
    const Meal meal = mealFor(candidate.elder.id);
    if (const auto second = m_desks.meals.wantsSecond(meal); second && *second && m_desks.second)
        return askLate(candidate);
    const auto done = m_desks.meals.checkIn(meal);
    if (!done) {
        showRefusal(candidate.elder.name, done.error().message, Tone::Soon);
        m_field->selectAll();
        return;
    }
    recorded(*done);
}

void MealsPage::recorded(const CheckIn& done)
{
    m_today.insert(m_today.begin(), servedOf(done.meal, done.outlook));
    showAnswer(done);
    m_field->clear();
    m_fetchedBy->clear();
    setWay(MealWay::EatIn);
    look();
    showServed();
    Q_EMIT changed();
}

/// Empty lines take no room.
void MealsPage::tell(Tone tone, const QString& when, const QString& name, const QString& money, const QString& why)
{
    m_answer->setStrip(tone == Tone::Plain && name.isEmpty() ? std::nullopt : std::optional(tone));
    const std::pair<QLabel*, QString> lines[]
        = {{m_answerWhen, when}, {m_answerName, name}, {m_answerMoney, money}, {m_answerWhy, why}};
    for (const auto& [label, text] : lines) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    }
}

void MealsPage::showAnswer(const CheckIn& done)
{
    const Verdict& verdict = done.outlook.verdict;
    const Fen own {std::max<qint64>(0, done.meal.price.value - verdict.fen.value)};
    QStringList why = done.warnings;
    why.append(done.outlook.text);
    tell(done.warnings.isEmpty() ? toneOf(verdict.outcome) : Tone::Soon,
         tr("Just recorded %1").arg(Clock::timeOf(done.meal.at).toString(u"HH:mm:ss"_s)), done.elder.name + u" ✓"_s,
         done.meal.price.value > 0
             ? tr("Subsidy %1 yuan · own share %2 yuan").arg(verdict.fen.yuanText(), own.yuanText())
             : tr("Subsidy %1 yuan").arg(verdict.fen.yuanText()),
         why.join(u'\n'));
}

void MealsPage::showRefusal(const QString& name, const QString& message, Tone tone)
{
    if (message.isEmpty())
        tell(Tone::Plain, tr("Ready"), {}, {}, tr("Who was recorded last stands here in large letters."));
    else
        tell(tone, tr("Not recorded"), name, message, {});
}

void MealsPage::undo()
{
    const auto undone = m_desks.meals.undoLast();
    if (!undone) {
        showRefusal({}, undone.error().message, Tone::Bad);
        return;
    }
    if (undone->empty()) {
        showRefusal({}, tr("There is nothing of yours today to take back."), Tone::Plain);
        return;
    }
    std::erase_if(m_today, [&](const Served& served) {
        return std::any_of(undone->begin(), undone->end(), [&](const Meal& meal) { return meal.id == served.meal.id; });
    });
    showServed();
    showTakenBack(*undone);
    m_field->setFocus();
    Q_EMIT changed();
}

void MealsPage::voidSelected()
{
    const Served* chosen = m_list->record(m_table->currentIndex());
    if (!chosen)
        return;
    const Id<Meal> id = chosen->meal.id;
    const auto reason = asker().text(tr("Make void"), tr("Why is the meal of %1 void?").arg(chosen->name), {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.meals.voidMeal(id, *reason); !done) {
        showRefusal(chosen->name, done.error().message, Tone::Bad);
        return;
    }
    std::erase_if(m_today, [&](const Served& served) { return served.meal.id == id; });
    showServed();
    Q_EMIT changed();
}

void MealsPage::printSlip()
{
    const Served* chosen = m_list->record(m_table->currentIndex());
    if (!chosen && m_list->rowCount() > 0)
        chosen = &m_list->records().front();
    if (!chosen) {
        showRefusal({}, tr("Record a meal first; its slip can be printed then."), Tone::Plain);
        return;
    }
    const printing::Slip slip = mealSlip(m_desks.centre, chosen->name, siteName(chosen->meal.site), m_desks.person,
                                         chosen->meal, chosen->subsidy);
    previewSlips({slip}, tr("slip") + u'-' + chosen->meal.id.text() + u".pdf"_s);
}

void MealsPage::setWay(MealWay way)
{
    m_way = way;
    for (std::size_t i = 0; i < m_ways.size(); ++i)
        m_ways[i]->setChecked(int(i) == int(way));
    m_fetchedBy->setVisible(way == MealWay::Fetched);
    if (way == MealWay::Fetched && isVisible())
        m_fetchedBy->setFocus();
}

} // namespace songhe::ui
