// SPDX-License-Identifier: GPL-3.0-or-later
// What the package page is made of; what it does stands in package_page.cpp.
#include "ui/pages/package_page.h"

#include "core/exchange/minisign.h"
#include "ui/pages/package_facts_card.h"
#include "ui/pages/package_seal_form.h"
#include "ui/pages/receipts_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int quartersOffered = 12;

} // namespace

void PackagePage::makeActions()
{
    m_quarter = new ChoiceBox(this);
    m_quarter->setObjectName(u"quarter"_s);
    m_quarter->setAccessibleName(tr("Quarter"));
    m_quarter->setMinimumWidth(theme().px(170));
    Quarter offered = Quarter::of(today());
    for (int i = 0; i < quartersOffered; ++i) {
        m_quarter->addItem(quarterWords(offered), offered.text());
        offered = Quarter::of(offered.first().addDays(-1));
    }
    m_quarter->setCurrentIndex(1); // a package is written once its quarter is over
    connect(m_quarter, &QComboBox::currentIndexChanged, this, &PackagePage::check);
    addAction(m_quarter);
    m_print
        = new ActionButton(theme(), tr("Print"), QKeySequence(Qt::CTRL | Qt::Key_P), ActionButton::Kind::Plain, this);
    m_print->setObjectName(u"print"_s);
    connect(m_print, &QPushButton::clicked, this, &PackagePage::print);
    addAction(m_print);
    m_next = new ActionButton(theme(), tr("Next"), QKeySequence(Qt::CTRL | Qt::Key_Return), ActionButton::Kind::Main,
                              this);
    m_next->setObjectName(u"next"_s);
    connect(m_next, &QPushButton::clicked, this, &PackagePage::next);
    addAction(m_next);
}

QWidget* PackagePage::makeCheck()
{
    auto* both = new QWidget(this);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(14));
    auto* card = new Card(theme(), both);
    column->addWidget(card, 3);
    m_checkTitle = makeLabel({}, TextRole::StrongName, card);
    card->body()->addWidget(m_checkTitle);
    m_doubts = new RecordTableModel<PackageDoubt>(
        {
            {tr("State"), [](const PackageDoubt&) { return tr("look at it"); }, false, false, false,
             [](const PackageDoubt&) { return Tone::Soon; }},
            {tr("What is missing or doubtful"), [](const PackageDoubt& doubt) { return doubt.text; }},
        },
        this);
    m_doubtTable = new TableView(theme(), tr("What is missing or doubtful"), card);
    m_doubtTable->setObjectName(u"doubts"_s);
    m_doubtTable->setModel(m_doubts);
    m_doubtTable->setEmptyText(tr("Nothing is missing or doubtful."), tr("Ctrl+Enter: choose the stick."));
    m_doubtTable->setWordWrap(true);
    connect(m_doubtTable, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const PackageDoubt* doubt = m_doubts->record(index))
            openDoubt(*doubt);
    });
    card->body()->addWidget(m_doubtTable, 1);
    card->body()->addWidget(
        makeWrapped(tr("Enter opens what a line is about. None of these forbids the package."), TextRole::Muted, card));
    m_receipts = new ReceiptsCard(m_surroundings, m_session, both);
    connect(m_receipts, &ReceiptsCard::recordAsked, this, &Page::goTo);
    connect(m_receipts, &ReceiptsCard::told, this, &PackagePage::say);
    connect(m_receipts, &ReceiptsCard::imported, this, [this] {
        showFacts();
        Q_EMIT changed();
    });
    column->addWidget(m_receipts, 2);
    return both;
}

QWidget* PackagePage::makePlace()
{
    auto* card = new Card(theme(), this);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Where to"), TextRole::StrongName, card), 1);
    auto* folder = new ActionButton(theme(), tr("Another folder…"), QKeySequence(Qt::CTRL | Qt::Key_O),
                                    ActionButton::Kind::Plain, card);
    folder->setObjectName(u"folder"_s);
    connect(folder, &QPushButton::clicked, this, &PackagePage::chooseFolder);
    head->addWidget(folder);
    card->body()->addLayout(head);
    m_sticks = new RecordTableModel<Stick>(
        {
            {tr("Kind"), [](const Stick& stick) { return stick.removable ? tr("stick") : tr("folder"); }, false, false,
             false, [](const Stick& stick) { return stick.removable ? Tone::Good : Tone::Plain; }},
            {tr("Name"), [](const Stick& stick) { return stick.name; }, false, false, true},
            {tr("Free"), [](const Stick& stick) { return sizeText(stick.freeBytes); }, true},
            {tr("Place"), [](const Stick& stick) { return stick.path; }, false, true},
        },
        this);
    m_stickTable = new TableView(theme(), tr("Where to"), card);
    m_stickTable->setObjectName(u"sticks"_s);
    m_stickTable->setModel(m_sticks);
    m_stickTable->setEmptyText(tr("No stick is plugged in."), tr("Plug one in, or choose a folder (Ctrl+O)."));
    connect(m_stickTable, &TableView::opened, this, &PackagePage::next);
    connect(m_stickTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (const Stick* stick = m_sticks->record(index))
                    m_stick = *stick;
                showFacts();
            });
    card->body()->addWidget(m_stickTable, 1);
    card->body()->addWidget(makeRule(card));
    m_seal = new PackageSealForm(m_surroundings, card);
    connect(m_seal, &PackageSealForm::edited, this, &PackagePage::showFacts);
    card->body()->addWidget(m_seal);
    return card;
}

QWidget* PackagePage::makeWritten()
{
    auto* card = new Card(theme(), this);
    m_answer = makeWrapped({}, TextRole::StrongName, card);
    m_answer->setObjectName(u"answer"_s);
    m_where = makeWrapped({}, TextRole::Muted, card);
    m_where->setObjectName(u"where"_s);
    card->body()->addWidget(m_answer);
    card->body()->addWidget(m_where);
    m_counts = new RecordTableModel<Count>(
        {
            {tr("Contents"), [](const Count& count) { return count.label; }},
            {tr("Records"), [](const Count& count) { return QLocale().toString(count.records); }, true},
        },
        this);
    m_countTable = new TableView(theme(), tr("Contents of the package"), card);
    m_countTable->setObjectName(u"counts"_s);
    m_countTable->setModel(m_counts);
    card->body()->addWidget(m_countTable, 1);
    return card;
}

QWidget* PackagePage::makeHandOver()
{
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Hand-over sheet"));
    scroll->setWidgetResizable(true);
    m_sheet = new QLabel(scroll);
    m_sheet->setObjectName(u"sheet"_s);
    m_sheet->setAccessibleName(tr("Hand-over sheet"));
    m_sheet->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(m_sheet);
    return scroll;
}

void PackagePage::showFacts()
{
    if (!m_facts)
        return;
    std::optional<Package> before;
    int sequence = 1;
    if (const auto packages = PackageRepository(m_session.ledger()).list())
        for (const Package& package : *packages) {
            if (m_written && package.id == m_written->package.id)
                continue;
            if (!before || package.sequence > before->sequence)
                before = package;
        }
    if (before)
        sequence = before->sequence + 1;
    std::optional<Package> same;
    if (!m_written)
        if (const auto known = PackageRepository(m_session.ledger()).newestOf(quarter()))
            same = *known;
    const QString file = m_written ? m_written->package.fileName
                                   : packageName(m_session.centre().code, quarter(), sequence) + u".zip.age"_s;
    std::vector<PackageFactsCard::Line> lines;
    if (step() != CheckStep && !m_stick.path.isEmpty())
        lines.push_back({tr("To: %1, %2 free").arg(m_stick.name, sizeText(m_stick.freeBytes)),
                         m_stick.removable ? tr("stick") : QString(), Tone::Good});
    const auto key = Settings(m_session.ledger()).value(u"district.recipient"_s);
    const QString office = m_seal->districtName().isEmpty() ? tr("the district") : m_seal->districtName();
    if (m_seal->byPassphrase())
        lines.push_back({tr("For: whoever knows the passphrase"), tr("passphrase"), Tone::Plain});
    else
        lines.push_back({tr("For: %1").arg(office), key && !key->isEmpty() ? tr("key is set") : tr("key is missing"),
                         key && !key->isEmpty() ? Tone::Good : Tone::Soon});
    // The same code stands at the district beside this centre's key.
    const auto signer = MinisignPublicKey::fromText(m_session.centre().minisignPublicKey.toLatin1());
    lines.push_back({tr("Signed by: this centre"), signer ? signer->shortCode() : QString(), Tone::Plain});
    if (same)
        lines.push_back({tr("Replaces package %1 of the same quarter").arg(same->sequence, 4, 10, QLatin1Char('0')),
                         tr("new number"), Tone::Soon});
    if (before)
        lines.push_back({tr("Package before: %1").arg(before->sequence, 4, 10, QLatin1Char('0')),
                         before->acknowledgedAt ? tr("receipt is here") : tr("no receipt yet"),
                         before->acknowledgedAt ? Tone::Good : Tone::Soon});
    else
        lines.push_back({tr("Package before: none"), {}, Tone::Plain});
    m_facts->tell(file, lines);
    if (step() == PlaceStep)
        prepare();
}

} // namespace songhe::ui
