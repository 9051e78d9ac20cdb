// SPDX-License-Identifier: GPL-3.0-or-later
// Slips and their signatures, the sheet a group signs, and taking back what was just done.
#include "ui/pages/service_grid.h"
#include "ui/pages/services_page.h"
#include "ui/pages/services_page_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtGui/QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::ServicesPage)
};

} // namespace

QString takenBack()
{
    return StepWords::tr("Taken back at once (Ctrl+Z)");
}

/// In a field that has nothing to take back Ctrl+Z is the page's.
bool ServicesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* edit = qobject_cast<const QLineEdit*>(watched);
        if (edit && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) && !edit->isUndoAvailable()) {
            event->ignore();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void ServicesPage::remember(const QString& words, std::function<Result<void>()> back)
{
    m_steps.push_back({words, std::move(back)});
}

void ServicesPage::undoLast()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back(); // what cannot be taken back any more does not stand in the way of the one before
    const auto done = step.back();
    showSchedule();
    tell(done ? tr("Taken back: %1.").arg(step.words)
              : tr("%1 cannot be taken back: %2").arg(step.words, done.error().message),
         done ? Tone::Plain : Tone::Bad);
    m_grid->setFocus();
    Q_EMIT changed();
}

bool ServicesPage::sign(const Service& service)
{
    const SignedHow how = choiceFromKey<SignedHow>(m_how->key()).value_or(SignedHow::Signature);
    QString by;
    QString relation;
    if (how == SignedHow::Proxy) {
        const auto who = asker().text(tr("Signed by another person"), tr("Who signed?"), {}, true);
        const auto tie
            = who ? asker().text(tr("Signed by another person"), tr("Relation to the elder"), {}, true) : std::nullopt;
        if (!tie)
            return false;
        by = *who;
        relation = *tie;
    }
    const auto done = m_desks.services.sign(service.id, how, by, relation, true);
    if (!done) {
        tell(done.error().message, Tone::Soon);
        return false;
    }
    remember(tr("%1, %2: %3").arg(nameOf(u"elder"_s, service.elder.value), itemText(service.item), choiceText(how)),
             [this, service]() -> Result<void> { return backOf(m_desks.services.putBackSignature(service)); });
    tell(tr("%1, %2: %3 is noted.")
             .arg(nameOf(u"elder"_s, service.elder.value), itemText(service.item), choiceText(how)),
         Tone::Good);
    return true;
}

void ServicesPage::signChosen()
{
    const DayLine* line = chosen();
    if (!line || !line->service)
        return;
    const Service service = *line->service;
    if (!sign(service))
        return;
    showSchedule();
    chooseService(service.id);
    Q_EMIT changed();
}

void ServicesPage::scanned()
{
    const QString text = m_scan->text().trimmed();
    m_scan->clear();
    bool whole = false;
    const qint64 id = text.toLongLong(&whole);
    if (text.isEmpty())
        return;
    const auto service = whole
        ? m_desks.services.show({id})
        : Result<Service>(fail(Error::Kind::Invalid, tr("'%1' is no number of a slip.").arg(text.left(40))));
    if (!service) {
        tell(service.error().message, Tone::Bad);
        return;
    }
    setDay(service->servedOn);
    if (sign(*service)) {
        showSchedule();
        Q_EMIT changed();
    }
    chooseService(service->id);
    m_scan->setFocus();
}

void ServicesPage::printChosen()
{
    if (const DayLine* line = chosen(); line && line->service)
        printSlips({*line->service}, u"%1.pdf"_s.arg(line->service->id.text()));
}

void ServicesPage::printDay()
{
    const auto services = m_desks.services.listOn(m_day);
    if (!services || services->empty()) {
        tell(services ? tr("No service is recorded on this day; there is nothing to print.") : services.error().message,
             Tone::Soon);
        return;
    }
    printSlips(*services, u"%1.pdf"_s.arg(m_day.toString(Qt::ISODate)));
}

void ServicesPage::printSlips(const std::vector<Service>& services, const QString& fileName)
{
    using printing::SlipForm;
    const auto paper = [this, services](SlipForm form) {
        return [this, services, form]() -> Result<std::unique_ptr<printing::Paper>> {
            ASSIGN_OR_RETURN(const std::vector<printing::ServiceSlip> slips,
                             printing::ServicePapers(m_desks.session).look(services));
            ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> made, printing::ServiceSlipPaper::make(slips, form));
            return made;
        };
    };
    const auto usual = m_desks.settings.value(u"slip.paper"_s);
    const int shown = usual && *usual == u"roll80" ? 1 : 0;
    auto* dialog = preview({theme(), asker(), clock()}, this,
                           {{tr("A5 sheets"), paper(SlipForm::A5)}, {tr("80 mm roll"), paper(SlipForm::Roll80)}}, shown,
                           fileName);
    if (!dialog)
        return;
    connect(dialog, &PreviewDialog::printed, this, [this, services](int choice) {
        const auto noted
            = printing::ServicePapers(m_desks.session).printed(services, choice == 1 ? SlipForm::Roll80 : SlipForm::A5);
        if (!noted)
            asker().tell(noted.error());
    });
}

void ServicesPage::printSignIn()
{
    if (const DayLine* line = chosen(); line && line->service)
        showSignIn(this, [this, id = line->service->id] { return printing::SignInPaper::gather(m_desks.session, id); });
}

void ServicesPage::showSignIn(QWidget* over, const std::function<Result<printing::SignInData>()>& gather)
{
    const auto made = [&gather]() -> Result<std::unique_ptr<printing::Paper>> {
        ASSIGN_OR_RETURN(printing::SignInData sheet, gather());
        ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::SignInPaper::make(std::move(sheet)));
        return paper;
    };
    preview({theme(), asker(), clock()}, over, made(), u"%1.pdf"_s.arg(m_day.toString(Qt::ISODate)));
}

} // namespace songhe::ui
