// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/package_page.h"

#include "ui/dialogs/preview_dialog.h"
#include "ui/pages/package_facts_card.h"
#include "ui/pages/package_seal_form.h"
#include "ui/pages/receipts_card.h"
#include "ui/printing/package_cover.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/task_bar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QString PackagePage::quarterWords(Quarter quarter)
{
    return periodText(Period::quarterOf(quarter.first()));
}

PackagePage::PackagePage(const Surroundings& around, Session& session, QWidget* parent, StickFinder sticks)
    : Page(around, tr("Quarterly package"), parent)
    , m_surroundings(around)
    , m_session(session)
    , m_findSticks(std::move(sticks))
{
    if (theme().folded()) // lines that break are not counted into a layout's least height: it scrolls instead
        setMinimumHeight(theme().px(580));
    makeActions();
    m_steps = new StepBar(theme(),
                          {tr("Check"), tr("Choose the stick"), tr("Write and compare"), tr("Hand-over sheet")}, this);
    body()->addWidget(m_steps);
    m_message = makeWrapped({}, TextRole::Body, this);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    body()->addWidget(m_message);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    auto* left = new QVBoxLayout;
    m_work = new Card(theme(), this);
    m_taskBar = new TaskBar(theme(), m_work);
    m_work->body()->addWidget(m_taskBar);
    m_work->body()->addStretch();
    m_work->hide();
    m_stack = new QStackedWidget(this);
    for (QWidget* step : {makeCheck(), makePlace(), makeWritten(), makeHandOver()})
        m_stack->addWidget(step);
    left->addWidget(m_work, 1);
    left->addWidget(m_stack, 1);
    row->addLayout(left, 19);
    m_facts = new PackageFactsCard(theme(), this);
    row->addWidget(m_facts, 13);
    body()->addLayout(row, 1);
}

bool PackagePage::busy() const
{
    return m_task != nullptr || (m_receipts && m_receipts->busy());
}

int PackagePage::step() const
{
    return m_stack->currentIndex();
}

Quarter PackagePage::quarter() const
{
    const auto chosen = Quarter::fromText(m_quarter->key());
    return chosen ? *chosen : Quarter::of(today());
}

QString PackagePage::quarterText() const
{
    return quarterWords(quarter());
}

void PackagePage::refresh()
{
    if (busy())
        return;
    Settings settings(m_session.ledger());
    if (const auto loaded = m_seal->load(settings); !loaded)
        say(loaded.error().message, Tone::Bad);
    m_receipts->refresh();
    showStep(step());
    if (step() == CheckStep)
        check();
}

int PackagePage::unsaved() const
{
    return m_seal->byPassphrase() && !m_seal->passphrase().isEmpty() && !m_written ? 1 : 0;
}

bool PackagePage::goBack()
{
    if (busy() || step() == CheckStep)
        return false;
    say({}, Tone::Plain);
    showStep(step() == PlaceStep ? CheckStep : step() == HandOverStep ? WrittenStep : CheckStep);
    if (step() == CheckStep)
        check();
    return true;
}

void PackagePage::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    prepare();
    showFacts();
}

void PackagePage::prepare()
{
    const QString acts[]
        = {tr("Choose the stick"), tr("Write to %1").arg(m_stick.name.isEmpty() ? tr("the stick") : m_stick.name),
           tr("Hand-over sheet"), tr("Done")};
    m_next->setText(acts[step()]);
    m_next->setAccessibleName(acts[step()]);
    m_next->updateGeometry();
    m_next->setEnabled(!busy() && (step() != PlaceStep || !m_stick.path.isEmpty()));
    m_quarter->setVisible(step() == CheckStep);
    m_print->setVisible(step() == HandOverStep);
    m_print->setEnabled(m_written.has_value());
    setWhere(m_seal->districtName().isEmpty() ? quarterText()
                                              : u"%1 → %2"_s.arg(quarterText(), m_seal->districtName()));
}

void PackagePage::next()
{
    if (busy())
        return;
    switch (step()) {
    case CheckStep:
        say({}, Tone::Plain);
        m_written.reset();
        findSticks();
        showStep(PlaceStep);
        m_stickTable->setFocus();
        break;
    case PlaceStep:
        beginWriting();
        break;
    case WrittenStep:
        say({}, Tone::Plain);
        showStep(HandOverStep);
        showHandOver();
        break;
    default:
        say({}, Tone::Plain);
        showStep(CheckStep);
        check();
    }
}

void PackagePage::check()
{
    if (step() != CheckStep)
        return;
    if (busy()) {
        m_checkAgain = true; // another quarter was chosen meanwhile
        return;
    }
    m_checkTitle->setText(tr("Looking through %1…").arg(quarterText()));
    // Quick work: the table stays where it is, and so does the keyboard.
    m_task = startBookTask<std::vector<PackageDoubt>>(
        m_session, this,
        [asked = quarter()](Session& books, Progress&) -> Result<std::vector<PackageDoubt>> {
            ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(books));
            return PackageDesk(books.ledger(), std::move(identity)).preflight(asked);
        },
        [this](Result<std::vector<PackageDoubt>> doubts) { checked(std::move(doubts)); });
    prepare();
    showFacts();
}

void PackagePage::checked(Result<std::vector<PackageDoubt>> doubts)
{
    ended();
    if (std::exchange(m_checkAgain, false)) {
        check();
        return;
    }
    m_checkTitle->setText(tr("Check of %1").arg(quarterText()));
    if (!doubts) {
        say(doubts.error().message, Tone::Bad);
        return;
    }
    m_doubts->setRecords(*std::move(doubts));
    m_doubtTable->fitColumns();
    if (m_doubts->rowCount() > 0)
        m_doubtTable->setCurrentIndex(m_doubts->index(0, 0));
    if (!m_quarter->hasFocus())
        m_doubtTable->setFocus();
}

void PackagePage::openDoubt(const PackageDoubt& doubt)
{
    if (!doubt.elders.empty())
        Q_EMIT goTo(u"elders"_s, doubt.elders.front());
    else if (doubt.code == u"month_not_settled"_s)
        Q_EMIT goTo(u"claims"_s, 0);
    else if (doubt.code == u"no_recipient"_s)
        next(); // the key is asked for beside the stick
}

void PackagePage::findSticks()
{
    std::vector<Stick> sticks = m_findSticks();
    sticks.insert(sticks.end(), m_chosenFolders.begin(), m_chosenFolders.end());
    std::stable_sort(sticks.begin(), sticks.end(),
                     [](const Stick& left, const Stick& right) { return left.removable && !right.removable; });
    int chosen = 0;
    for (std::size_t i = 0; i < sticks.size(); ++i)
        if (sticks[i].path == m_stick.path)
            chosen = int(i);
    m_stick = sticks.empty() ? Stick() : sticks[std::size_t(chosen)];
    m_sticks->setRecords(std::move(sticks));
    m_stickTable->fitColumns();
    m_stickTable->setCurrentIndex(m_sticks->index(chosen, 0));
}

void PackagePage::chooseFolder()
{
    const auto folder = asker().folder(tr("Choose a folder for the package"));
    if (!folder)
        return;
    m_chosenFolders.push_back(folderAsStick(*folder));
    m_stick = m_chosenFolders.back();
    findSticks();
    prepare();
    m_stickTable->setFocus();
}

void PackagePage::beginWriting()
{
    if (m_stick.path.isEmpty()) {
        say(tr("Plug a stick in, or choose a folder (Ctrl+O)."), Tone::Bad);
        return;
    }
    if (const QString problem = stickProblem(m_stick, expectedSize()); !problem.isEmpty()) {
        say(problem, Tone::Bad);
        return;
    }
    Settings settings(m_session.ledger());
    if (const auto accepted = m_seal->accept(settings); !accepted) {
        say(accepted.error().message, Tone::Bad);
        return;
    }
    m_passphrase = std::make_shared<const SecureBytes>(m_seal->passphrase());
    showStep(WrittenStep);
    follow(tr("Writing to %1 and reading it back…").arg(m_stick.name),
           startBookTask<WrittenPackage>(
               m_session, this,
               [asked = quarter(), folder = m_stick.path,
                passphrase = m_passphrase](Session& books, Progress& progress) -> Result<WrittenPackage> {
                   ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(books));
                   FolderPlace place(folder);
                   PackageRequest request;
                   request.quarter = asked;
                   if (!passphrase->isEmpty())
                       request.passphrase = passphrase->clone();
                   request.summary = printing::packageCover(books);
                   return PackageDesk(books.ledger(), std::move(identity)).write(std::move(request), place, progress);
               },
               [this](Result<WrittenPackage> result) { written(std::move(result)); }));
}

qint64 PackagePage::expectedSize()
{
    // A package is as big as the one before, or bigger; nobody knows before it is written.
    const auto before = PackageRepository(m_session.ledger()).newest();
    return before && *before ? (*before)->size + (*before)->size / 4 : 0;
}

void PackagePage::written(Result<WrittenPackage> result)
{
    ended();
    if (!result) {
        showStep(PlaceStep);
        const bool stopped = result.error().kind == Error::Kind::Cancelled;
        say(stopped ? tr("Stopped. The stick is as it was; no package was written.") : result.error().message,
            stopped ? Tone::Plain : Tone::Bad);
        return;
    }
    m_written = *std::move(result);
    m_seal->clearPassphrase();
    Q_EMIT changed();
    std::vector<Count> counts;
    if (const auto sheet = printing::handOverSheet(m_session, m_written->package))
        for (const printing::PackageCount& count : sheet->counts)
            counts.push_back({count.label, count.records});
    m_counts->setRecords(std::move(counts));
    m_countTable->fitColumns();
    QString where = u"%1 · %2"_s.arg(m_written->path, sizeText(m_written->package.size));
    if (m_written->package.supersedes)
        where += u'\n'
            + tr("It replaces package %1 of the same quarter.")
                  .arg(*m_written->package.supersedes, 4, 10, QLatin1Char('0'));
    m_where->setText((QStringList {where} + m_written->notices).join(u'\n'));
    verify();
}

void PackagePage::verify()
{
    m_answer->setText(tr("Written."));
    follow(
        tr("Opening it as the district will, and checking every row…"),
        startBookTask<PackageVerdict>(
            m_session, this,
            [path = m_written->path, passphrase = m_passphrase](Session& books,
                                                                Progress& progress) -> Result<PackageVerdict> {
                ASSIGN_OR_RETURN(PackageIdentity identity, packageIdentity(books));
                ASSIGN_OR_RETURN(const SecureBytes own, books.ageIdentity());
                PackageTrust trust;
                if (!passphrase->isEmpty()) {
                    trust.keys.passphrase = passphrase->clone();
                    ASSIGN_OR_RETURN(trust.publicKey,
                                     MinisignPublicKey::fromText(books.centre().minisignPublicKey.toLatin1()));
                }
                return PackageDesk(books.ledger(), std::move(identity)).verify(path, std::move(trust), own, progress);
            },
            [this](Result<PackageVerdict> verdict) { verified(std::move(verdict)); }));
}

void PackagePage::verified(Result<PackageVerdict> verdict)
{
    m_passphrase.reset();
    ended();
    showStep(WrittenStep);
    if (!verdict) {
        const bool stopped = verdict.error().kind == Error::Kind::Cancelled;
        m_answer->setText(tr("Written and read back; the full check was not finished."));
        say(stopped ? QString() : verdict.error().message, Tone::Bad);
        return;
    }
    if (!verdict->ok()) {
        QStringList problems;
        for (const BagProblem& problem : verdict->problems)
            problems << (problem.file.isEmpty() ? problem.text : u"%1: %2"_s.arg(problem.file, problem.text));
        m_answer->setText(tr("The package on the stick does not hold together."));
        say(problems.mid(0, 5).join(u'\n'), Tone::Bad);
        return;
    }
    m_answer->setText(tr("Written, read back and checked: every byte is right."));
    if (m_stick.removable)
        m_where->setText(m_where->text() + u'\n' + tr("All of it is on the stick. It may be pulled out now."));
    m_countTable->setFocus();
}

Result<std::unique_ptr<printing::Paper>> PackagePage::handOverPaper()
{
    ASSIGN_OR_RETURN(printing::PackageSheetData sheet, printing::handOverSheet(m_session, m_written->package));
    ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::PackagePaper::make(std::move(sheet)));
    return paper;
}

void PackagePage::showHandOver()
{
    const auto paper = handOverPaper();
    if (!paper) {
        say(paper.error().message, Tone::Bad);
        return;
    }
    // As wide as there is room, so that nobody has to scroll sideways.
    const double inches = printing::a4.width() / 254.0;
    const double dots = std::max(40.0, (m_stack->width() - theme().px(20)) / inches);
    const std::vector<QImage> sheets = printing::pictures(**paper, dots, 1);
    if (!sheets.empty())
        m_sheet->setPixmap(QPixmap::fromImage(sheets.front()));
    m_print->setFocus();
}

void PackagePage::print()
{
    if (m_written && step() == HandOverStep)
        preview(m_surroundings, this, handOverPaper(),
                tr("Hand-over sheet %1.pdf").arg(m_written->package.fileName.section(u'.', 0, 0)));
}

void PackagePage::follow(const QString& what, TaskBase* task)
{
    m_task = task;
    if (!task)
        return;
    say({}, Tone::Plain);
    m_taskBar->follow(what, task);
    m_stack->hide(); // first: both together would make the window grow
    m_work->show();
    prepare();
}

void PackagePage::ended()
{
    m_task = nullptr;
    m_work->hide();
    m_stack->show();
    prepare();
}

void PackagePage::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

} // namespace songhe::ui
