// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_merge_page.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QDir>
#include <QtCore/QMutex>
#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

struct DistrictMergePage::Judged {
    QMutex guard;
    std::vector<FileOutcome> waiting;
};

DistrictMergePage::DistrictMergePage(const Surroundings& around, const DistrictOffice& office, QWidget* parent,
                                     StickFinder sticks)
    : DistrictPageBase(around, office, tr("Merge packages"), 560, parent)
    , m_findSticks(std::move(sticks))
{
    m_merge = new ActionButton(theme(), tr("Merge"), QKeySequence(Qt::CTRL | Qt::Key_Return), ActionButton::Kind::Main,
                               this);
    m_merge->setObjectName(u"merge"_s);
    connect(m_merge, &QPushButton::clicked, this, &DistrictMergePage::merge);
    addAction(m_merge);
    body()->insertWidget(0, makePlaces());
    body()->addWidget(makeOutcomes(), 1);
    auto* look = new QTimer(this);
    look->setInterval(200);
    connect(look, &QTimer::timeout, this, &DistrictMergePage::takeJudged);
    look->start();
}

QLineEdit* DistrictMergePage::folderLine(QWidget* card, const QString& label, const char* name,
                                         const QKeySequence& keys)
{
    auto* grid = card->findChild<QGridLayout*>(u"places"_s);
    const int row = grid->rowCount();
    auto* edit = new QLineEdit(card);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    edit->setMaxLength(1000);
    connect(edit, &QLineEdit::returnPressed, this, &DistrictMergePage::merge);
    auto* choose = new ActionButton(theme(), tr("Choose…"), keys, ActionButton::Kind::Plain, card);
    choose->setObjectName(QString::fromLatin1(name) + u"Choose"_s);
    choose->setAccessibleName(tr("Choose: %1").arg(label));
    connect(choose, &QPushButton::clicked, this, [this, edit, label] {
        if (const auto folder = asker().folder(label))
            edit->setText(QDir::toNativeSeparators(*folder));
        edit->setFocus();
    });
    grid->addWidget(makeLabel(label, TextRole::Body, card), row, 0);
    grid->addWidget(edit, row, 1);
    grid->addWidget(choose, row, 2);
    return edit;
}

QWidget* DistrictMergePage::makePlaces()
{
    auto* card = new Card(theme(), this);
    auto* grid = new QGridLayout;
    grid->setObjectName(u"places"_s);
    grid->setHorizontalSpacing(theme().px(12));
    grid->setVerticalSpacing(theme().px(8));
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    m_from = folderLine(card, tr("Stick or folder with the packages"), "from", QKeySequence(Qt::CTRL | Qt::Key_O));
    m_receipts = folderLine(card, tr("Receipts go into"), "receipts", QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(m_from, &QLineEdit::textChanged, this, &DistrictMergePage::proposeReceipts);
    return card;
}

QWidget* DistrictMergePage::makeOutcomes()
{
    auto* card = new Card(theme(), this);
    const auto count = [](const QString& title, qint64 (*of)(const RowCounts&)) {
        Column<FileOutcome> column;
        column.title = title;
        column.right = true;
        column.text = [of](const FileOutcome& outcome) {
            return outcome.status == u"refused"_s ? QString() : QLocale().toString(of(outcome.counts));
        };
        return column;
    };
    Column<FileOutcome> state;
    state.title = tr("State");
    state.text = statusWords;
    state.pill = statusTone;
    Column<FileOutcome> package;
    package.title = tr("Package");
    package.text
        = [](const FileOutcome& outcome) { return outcome.package.isEmpty() ? outcome.file : outcome.package; };
    Column<FileOutcome> centre;
    centre.title = tr("Centre");
    centre.text = [](const FileOutcome& outcome) { return outcome.centre; };
    Column<FileOutcome> why;
    why.title = tr("What to know");
    why.text = [](const FileOutcome& outcome) {
        return outcome.problems.empty() ? QString() : problemWords(outcome, outcome.problems.front());
    };
    m_outcomes = new RecordTableModel<FileOutcome>(
        {state, package, centre, count(tr("New"), [](const RowCounts& counts) { return counts.added; }),
         count(tr("Updated"), [](const RowCounts& counts) { return counts.updated; }),
         count(tr("Unchanged"), [](const RowCounts& counts) { return counts.unchanged + counts.older; }),
         count(tr("In conflict"), [](const RowCounts& counts) { return counts.conflict; }), why},
        this);
    m_table = new TableView(theme(), tr("What became of the packages"), card);
    m_table->setObjectName(u"outcomes"_s);
    m_table->setModel(m_outcomes);
    m_table->setEmptyText(
        tr("No package was judged yet."),
        tr("Choose the stick or folder (Ctrl+O), then Ctrl+Enter. Folders in it are looked through."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictMergePage::showDetail);
    card->body()->addWidget(m_table, 1);
    m_detail = makeWrapped({}, TextRole::Body, card);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setAccessibleName(tr("About the chosen package"));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->hide();
    card->body()->addWidget(m_detail);
    return card;
}

void DistrictMergePage::refresh()
{
    if (busy())
        return;
    if (m_from->text().isEmpty())
        for (const Stick& stick : m_findSticks())
            if (stick.removable) {
                m_from->setText(QDir::toNativeSeparators(stick.path));
                break;
            }
    m_table->fitColumns();
    if (m_from->text().isEmpty())
        m_from->setFocus();
}

void DistrictMergePage::proposeReceipts()
{
    // As long as nobody chose another place, the receipts go beside the packages: that stick goes back.
    if (m_receipts->text() != m_proposedReceipts)
        return;
    const QString from = QDir::fromNativeSeparators(m_from->text().trimmed());
    m_proposedReceipts = from.isEmpty() ? QString() : QDir::toNativeSeparators(QDir(from).filePath(u"receipts"_s));
    m_receipts->setText(m_proposedReceipts);
}

void DistrictMergePage::merge()
{
    if (busy())
        return;
    const QString from = QDir::fromNativeSeparators(m_from->text().trimmed());
    const QString receipts = QDir::fromNativeSeparators(m_receipts->text().trimmed());
    if (from.isEmpty() || receipts.isEmpty()) {
        say(from.isEmpty() ? tr("Choose the stick or folder with the packages (Ctrl+O).")
                           : tr("Choose where the receipts go (Ctrl+R)."),
            Tone::Soon);
        return;
    }
    say({}, Tone::Plain);
    m_outcomes->setRecords({});
    m_table->fitColumns();
    m_detail->hide();
    m_judged = std::make_shared<Judged>();
    m_task = startDistrictTask<MergeReport>(
        office(), this,
        [from, receipts, judged = m_judged](DistrictDesk& desk, Progress& progress) {
            return desk.merge({from}, receipts, progress, [&judged](const FileOutcome& outcome) {
                const QMutexLocker lock(&judged->guard);
                judged->waiting.push_back(outcome);
            });
        },
        [this](Result<MergeReport> report) { merged(std::move(report)); });
    follow(tr("Judging the packages one by one…"), m_task);
    m_merge->setEnabled(false);
}

void DistrictMergePage::takeJudged()
{
    if (!m_judged)
        return;
    std::vector<FileOutcome> judged;
    {
        const QMutexLocker lock(&m_judged->guard);
        judged.swap(m_judged->waiting);
    }
    if (judged.empty())
        return;
    m_outcomes->append(std::move(judged));
    m_table->fitColumns();
    m_table->scrollToBottom();
}

void DistrictMergePage::merged(Result<MergeReport> report)
{
    takeJudged();
    m_judged.reset();
    m_task = nullptr;
    m_merge->setEnabled(true);
    Q_EMIT changed();
    if (!report) {
        const int judged = m_outcomes->rowCount();
        if (report.error().kind == Error::Kind::Cancelled)
            say(judged == 0
                    ? tr("Stopped. Nothing was merged.")
                    : tr("Stopped. The %n package(s) of the list are judged and stay so; not all receipts are written. "
                         "Merge the same folder again for the rest and for the receipts.",
                         nullptr, judged),
                Tone::Soon);
        else
            say(report.error());
        return;
    }
    m_outcomes->setRecords(report->packages);
    m_table->fitColumns();
    int chosen = 0; // what needs somebody comes first to the eye
    for (std::size_t i = report->packages.size(); i-- > 0;)
        if (!report->packages[i].problems.empty())
            chosen = int(i);
    if (m_outcomes->rowCount() > 0)
        m_table->setCurrentIndex(m_outcomes->index(chosen, 0));
    m_table->setFocus();
    const bool refused = std::any_of(report->packages.begin(), report->packages.end(),
                                     [](const FileOutcome& outcome) { return outcome.status == u"refused"_s; });
    say(summary(*report), report->packages.empty() || refused ? Tone::Soon : Tone::Good);
}

QString DistrictMergePage::summary(const MergeReport& report) const
{
    if (report.packages.empty())
        return tr("No package was found there. Packages end in .zip.age.");
    int refused = 0;
    int known = 0;
    for (const FileOutcome& outcome : report.packages) {
        refused += outcome.status == u"refused"_s ? 1 : 0;
        known += outcome.status == u"already_here"_s ? 1 : 0;
    }
    QString words = tr("%1 merged, %2 already here, %3 refused.")
                        .arg(int(report.packages.size()) - refused - known)
                        .arg(known)
                        .arg(refused);
    if (!report.receipts.isEmpty())
        words += u' '
            + tr("%n receipt(s) are in %1. Give each centre its own back.", nullptr, int(report.receipts.size()))
                  .arg(m_receipts->text());
    if (!report.findings.empty())
        words += u' ' + tr("Findings: %1 (F3).").arg(report.findings.size());
    return words;
}

void DistrictMergePage::showDetail()
{
    const FileOutcome* outcome = m_outcomes->record(m_table->currentIndex());
    m_detail->setVisible(outcome != nullptr);
    if (!outcome)
        return;
    QStringList lines;
    for (const BagProblem& problem : outcome->problems)
        lines << problemWords(*outcome, problem);
    constexpr int mostLines = 4;
    if (lines.size() > mostLines)
        lines = lines.mid(0, mostLines) << tr("and %n more", nullptr, int(lines.size()) - mostLines);
    lines.prepend(u"%1 · %2"_s.arg(outcome->file, statusWords(*outcome)));
    if (const QString advice = adviceFor(*outcome); !advice.isEmpty())
        lines << advice;
    m_detail->setText(lines.join(u'\n'));
}

QString DistrictMergePage::problemWords(const FileOutcome& outcome, const BagProblem& problem)
{
    if (problem.code == u"unknown_centre"_s)
        return tr("The centre %1 is not on the list of centres.").arg(outcome.centre);
    return problem.file.isEmpty() ? problem.text : u"%1: %2"_s.arg(problem.file, problem.text);
}

QString DistrictMergePage::statusWords(const FileOutcome& outcome)
{
    if (outcome.status == u"merged"_s)
        return tr("merged");
    if (outcome.status == u"already_here"_s)
        return tr("already here");
    if (outcome.status == u"superseded"_s)
        return tr("merged, superseded");
    return tr("refused");
}

Tone DistrictMergePage::statusTone(const FileOutcome& outcome)
{
    if (outcome.status == u"refused"_s)
        return Tone::Bad;
    if (!outcome.problems.empty() || outcome.counts.conflict > 0)
        return Tone::Soon;
    return outcome.status == u"merged"_s ? Tone::Good : Tone::Plain;
}

QString DistrictMergePage::adviceFor(const FileOutcome& outcome)
{
    for (const BagProblem& problem : outcome.problems) {
        if (problem.code == u"unknown_centre"_s)
            return tr(
                "What to do: enter the centre with its signature key on the Centres page (F4), then merge again.");
        if (problem.code == u"bad_signature"_s)
            return tr(
                "What to do: ask the centre by telephone whether it sent this package, and compare the code of its "
                "key. Do not enter another key before that.");
        if (problem.code == u"cannot_open"_s)
            return tr("What to do: ask the centre to write the package again, sealed to the key of this office.");
        if (problem.code == u"bad_digest"_s || problem.code == u"chain_broken"_s)
            return tr("What to do: ask the centre to write the package again on another stick. Keep this one.");
    }
    if (outcome.counts.conflict > 0)
        return tr("What to do: the findings (F3) show both contents of each record in conflict.");
    return outcome.status == u"superseded"_s
        ? tr("A newer package of this centre is here already; this one changed only what was still missing.")
        : QString();
}
} // namespace songhe::ui
