// SPDX-License-Identifier: GPL-3.0-or-later
// What the meal desk does beside the queue: an earlier day, a late entry, deliveries in one batch, the slips of the
// day, the year's cap.
#include "ui/dialogs/delivery_dialog.h"
#include "ui/dialogs/late_entry_dialog.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/pages/meal_slips.h"
#include "ui/pages/meals_page.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void MealsPage::showCap()
{
    const auto cap = m_desks.meals.capOf(Id<Site> {m_site->key().toLongLong()}, day());
    const bool known = cap && *cap;
    m_capBox->setVisible(known);
    if (!known)
        return;
    const SiteCap& year = **cap;
    m_capUsed->setText(year.used.yuanText());
    m_capUsed->setMinimumWidth(m_capUsed->sizeHint().width()); // the words beside it give way
    m_capBar->setPercent(year.most.value > 0 ? int(100 * year.used.value / year.most.value) : 100);
    m_capBar->setAccessibleName(
        tr("Subsidies of this point in this year: %1 of %2 yuan").arg(year.used.yuanText(), year.most.yuanText()));
    const bool full = year.rest().value == 0;
    m_capRest->setText(
        full ? tr("The cap of %1 is used up: meals are recorded, not subsidised").arg(year.most.yuanText())
             : tr("Cap %1, left %2").arg(year.most.yuanText(), year.rest().yuanText()));
    setTone(m_capRest, full ? Tone::Bad : Tone::Plain);
}

/// Another day's meals: they are written up one by one. A batch is a delivery that goes out now.
void MealsPage::showDay(QDate shown)
{
    m_day = shown == today() ? QDate() : shown;
    m_dayEdit->setDay(day());
    m_together->setEnabled(isToday());
    m_hint->setVisible(isToday());
    m_candidates->setMinimumHeight(theme().px(isToday() ? 76 : 50));
    setBanner(m_dayBanner,
              isToday() ? QString() : tr("Writing up %1. Esc comes back to today.").arg(dayText(day(), today())),
              Tone::Soon);
    readDay();
    look();
}

void MealsPage::dayTyped()
{
    const std::optional<QDate> typed = m_dayEdit->day();
    if (!typed || *typed > today()) {
        m_dayEdit->setDay(day());
        showRefusal({}, tr("Meals are recorded on their day or later. Write the day as 2021-09-03 or 9-3."),
                    Tone::Soon);
        return;
    }
    showDay(*typed);
    m_field->setFocus();
}

void MealsPage::openOf(const QString& family, qint64 id)
{
    if (family != QLatin1String(Meal::family))
        return openRecord(id);
    const auto meal = m_desks.meals.find({id});
    if (!meal || !*meal) {
        showRefusal({}, meal ? tr("This meal is not here any more.") : meal.error().message, Tone::Bad);
        return;
    }
    m_site->setKey((*meal)->site.text());
    m_sitting->setKey(choiceKey((*meal)->sitting));
    showDay((*meal)->servedOn);
    for (int row = 0; row < m_list->rowCount(); ++row)
        if (m_list->records()[std::size_t(row)].meal.id == (*meal)->id) {
            m_table->selectRow(row);
            m_table->setFocus();
            return;
        }
    const auto hit = m_desks.elders.byId((*meal)->elder);
    showRefusal(hit ? hit->name : QString(), tr("This meal was made void; the list shows those that stand."),
                Tone::Soon);
}

/// Too many days back: the reason and a second person, who signs for it.
void MealsPage::askLate(const Candidate& candidate)
{
    const Meal meal = mealFor(candidate.elder.id);
    auto* dialog = new LateEntryDialog(
        {theme(), asker(), clock()},
        u"%1 · %2 · %3"_s.arg(candidate.elder.name, dayText(meal.servedOn, today()), choiceText(meal.sitting)),
        m_desks.others ? m_desks.others() : QStringList(),
        [this, candidate](const QString& reason, const QString& second, const SecureBytes& password) -> Result<void> {
            ASSIGN_OR_RETURN(const Id<User> who, m_desks.second(second, password));
            return recordLate(candidate, {reason, who});
        },
        this);
    connect(dialog, &QDialog::finished, m_field, [this] { m_field->setFocus(); });
    dialog->open();
}

Result<void> MealsPage::recordLate(const Candidate& candidate, const LateEntry& late)
{
    ASSIGN_OR_RETURN(const CheckIn done, m_desks.meals.checkIn(mealFor(candidate.elder.id), late));
    recorded(done);
    return {};
}

void MealsPage::deliverTogether()
{
    Batch batch;
    const Meal pattern = mealFor({});
    batch.site = pattern.site;
    batch.servedOn = pattern.servedOn;
    batch.sitting = pattern.sitting;
    batch.price = pattern.price;
    const auto known = m_desks.meals.deliveredBefore(batch.servedOn, batch.site, batch.sitting);
    if (!known) {
        showRefusal({}, known.error().message, Tone::Bad);
        return;
    }
    std::vector<DeliveryDialog::Line> lines;
    for (const Delivery& delivery : *known)
        if (const auto hit = m_desks.elders.byId(delivery.elder))
            lines.push_back(deliveryLine(*hit, delivery));
    auto* dialog = new DeliveryDialog(
        {theme(), asker(), clock()},
        u"%1 · %2 · %3"_s.arg(siteName(batch.site), choiceText(batch.sitting), dayText(today(), today())),
        std::move(lines),
        [this, batch](const std::vector<Id<Elder>>& elders) mutable {
            batch.elders = elders;
            return recordTogether(batch);
        },
        this);
    connect(dialog, &QDialog::finished, m_field, [this] { m_field->setFocus(); });
    dialog->open();
}

DeliveryDialog::Line MealsPage::deliveryLine(const ElderHit& hit, const Delivery& delivery)
{
    DeliveryDialog::Line line;
    const Candidate seen = candidateOf(hit, 0);
    line.elder = hit.id;
    line.name = hit.name;
    line.address = hit.address;
    line.often = tr("%1 times, last %2").arg(delivery.meals).arg(dayText(delivery.last, today()));
    line.state = seen.pill;
    line.tone = seen.tone;
    for (const Served& served : m_today) {
        if (served.meal.elder != hit.id)
            continue;
        line.ticked = false; // a second meal of the day is the clerk's own decision
        const Meal wanted = mealFor(hit.id);
        if (served.meal.site == wanted.site && served.meal.sitting == wanted.sitting)
            line.possible = false;
    }
    if (hit.died)
        line.possible = line.ticked = false;
    return line;
}

Result<void> MealsPage::recordTogether(const Batch& batch)
{
    ASSIGN_OR_RETURN(const std::vector<CheckIn> done, m_desks.meals.checkInAll(batch));
    int paid = 0;
    Fen money;
    QStringList warnings;
    for (const CheckIn& one : done) {
        m_today.insert(m_today.begin(), servedOf(one.meal, one.outlook));
        paid += one.outlook.verdict.payable() ? 1 : 0;
        money.value += one.outlook.verdict.fen.value;
        for (const QString& warning : one.warnings)
            warnings << tr("%1: %2").arg(one.elder.name, warning);
    }
    warnings << tr("Ctrl+Z takes all of them back together.");
    tell(warnings.size() > 1 ? Tone::Soon : Tone::Good,
         tr("Just recorded %1").arg(Clock::timeOf(done.front().meal.at).toString(u"HH:mm:ss"_s)),
         tr("%1 deliveries").arg(done.size()) + u" ✓"_s,
         tr("Subsidised %1 of them · %2 yuan together").arg(paid).arg(money.yuanText()), warnings.join(u'\n'));
    look();
    showServed();
    Q_EMIT changed();
    return {};
}

void MealsPage::showTakenBack(const std::vector<Meal>& meals)
{
    const Meal& first = meals.front();
    const QString what
        = tr("%1 of %2 is void.").arg(choiceText(first.sitting), Clock::timeOf(first.at).toString(u"HH:mm"_s));
    const auto hit = m_desks.elders.byId(first.elder);
    const QString name = meals.size() > 1 ? tr("%1 deliveries").arg(meals.size()) : hit ? hit->name : QString();
    tell(Tone::Soon, tr("Taken back"), name, what, {});
}

void MealsPage::printDay()
{
    const auto slips = m_desks.slipsOn(day());
    if (!slips) {
        showRefusal({}, slips.error().message, Tone::Bad);
        return;
    }
    if (slips->empty()) {
        showRefusal({}, tr("Record a meal first; its slip can be printed then."), Tone::Plain);
        return;
    }
    previewSlips(*slips, tr("slips") + u'-' + day().toString(Qt::ISODate) + u".pdf"_s);
}

void MealsPage::previewSlips(const std::vector<printing::Slip>& slips, const QString& fileName)
{
    const auto form = m_desks.settings.value(u"slip.paper"_s);
    const bool roll = form && *form == "roll80"_L1;
    preview({theme(), asker(), clock()}, this,
            {{tr("A5 sheets"), [slips] { return slipPaper(slips, printing::SlipForm::A5); }},
             {tr("80 mm roll"), [slips] { return slipPaper(slips, printing::SlipForm::Roll80); }}},
            roll ? 1 : 0, fileName);
}

} // namespace songhe::ui
