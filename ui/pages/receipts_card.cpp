// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receipts_card.h"

#include "core/rules/policy_desk.h"
#include "ui/shell/asker.h"
#include "ui/tasks/book_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int mostItemsShown = 500;

} // namespace

ReceiptsCard::ReceiptsCard(const Surroundings& around, Session& session, QWidget* parent)
    : Card(around.theme, parent)
    , m_surroundings(around)
    , m_session(session)
{
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Back from the district"), TextRole::StrongName, this), 1);
    m_done = new ActionButton(around.theme, tr("Done…"), QKeySequence(Qt::CTRL | Qt::Key_D), ActionButton::Kind::Plain,
                              this);
    m_done->setObjectName(u"receiptDone"_s);
    connect(m_done, &QPushButton::clicked, this, &ReceiptsCard::done);
    head->addWidget(m_done);
    m_import = new ActionButton(around.theme, tr("Import a receipt…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                                ActionButton::Kind::Plain, this);
    m_import->setObjectName(u"receiptImport"_s);
    connect(m_import, &QPushButton::clicked, this, &ReceiptsCard::importReceipt);
    head->addWidget(m_import);
    body()->addLayout(head);
    m_items = new RecordTableModel<ReceiptItem>(
        {
            {tr("Outcome"), [](const ReceiptItem& item) { return outcomeWords(item); }, false, false, false,
             [](const ReceiptItem& item) { return item.outcome == u"superseded"_s ? Tone::Plain : Tone::Soon; }},
            {tr("Record"), [](const ReceiptItem& item) { return tableWords(item.about); }},
            {tr("What the district says"),
             [](const ReceiptItem& item) { return item.text.value_or(item.code.value_or(QString())); }},
        },
        this);
    m_table = new TableView(around.theme, tr("What the district did not take over"), this);
    m_table->setObjectName(u"receiptItems"_s);
    m_table->setModel(m_items);
    m_table->setEmptyText(tr("Nothing is left to do."), tr("Ctrl+I: import the receipt that the district gave back."));
    m_table->setWordWrap(true);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const ReceiptItem* item = m_items->record(index))
            open(*item);
    });
    body()->addWidget(m_table, 1);
}

void ReceiptsCard::refresh()
{
    auto items = ReceiptRepository(m_session.ledger()).items(true, mostItemsShown);
    if (!items) {
        Q_EMIT told(items.error().message, Tone::Bad);
        return;
    }
    m_items->setRecords(*std::move(items));
    m_table->fitColumns();
    if (m_items->rowCount() > 0)
        m_table->setCurrentIndex(m_items->index(0, 0));
    // Nothing to do takes no room from the check above.
    const bool some = m_items->rowCount() > 0;
    m_done->setVisible(some);
    m_table->setVisible(some);
    setSizePolicy(QSizePolicy::Preferred, some ? QSizePolicy::Preferred : QSizePolicy::Maximum);
}

QString ReceiptsCard::tableWords(const QString& table)
{
    static constexpr std::pair<const char*, const char*> pages[] = {
        {"elder", QT_TR_NOOP("elder's file")},
        {"meal", QT_TR_NOOP("meal")},
        {"service", QT_TR_NOOP("service")},
        {"claim", QT_TR_NOOP("claim")},
        {"claim_line", QT_TR_NOOP("line of a claim")},
        {"assessment", QT_TR_NOOP("assessment")},
        {"bed_stay", QT_TR_NOOP("bed stay")},
        {"device", QT_TR_NOOP("device")},
        {"device_loan", QT_TR_NOOP("loan of a device")},
        {"fact", QT_TR_NOOP("fact of an elder")},
        {"attendance", QT_TR_NOOP("day of day care")},
        {"visit", QT_TR_NOOP("visit")},
        {"facility", QT_TR_NOOP("facility")},
    };
    for (const auto& [name, words] : pages)
        if (table == QLatin1String(name))
            return tr(words);
    return table;
}

QString ReceiptsCard::outcomeWords(const ReceiptItem& item)
{
    static constexpr std::pair<const char*, const char*> outcomes[] = {
        {"superseded", QT_TR_NOOP("superseded")}, {"conflict", QT_TR_NOOP("in conflict")},
        {"refused", QT_TR_NOOP("refused")},       {"accepted", QT_TR_NOOP("accepted")},
        {"returned", QT_TR_NOOP("returned")},
    };
    for (const auto& [name, words] : outcomes)
        if (item.outcome == QLatin1String(name))
            return tr(words);
    return item.outcome;
}

void ReceiptsCard::importReceipt()
{
    if (busy())
        return;
    const auto file
        = m_surroundings.asker.fileToOpen(tr("The receipt from the district"), tr("Receipts (*.receipt.zip.age)"));
    if (!file)
        return;
    m_import->setEnabled(false);
    m_task = startBookTask<ReceiptReport>(
        m_session, this,
        [path = *file](Session& books, Progress& progress) -> Result<ReceiptReport> {
            ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
            ASSIGN_OR_RETURN(const SecureBytes own, books.ageIdentity());
            return ReceiptDesk(books.ledger(), books.centre(), shelf).import(path, own, progress);
        },
        [this](Result<ReceiptReport> report) { read(std::move(report)); });
}

void ReceiptsCard::read(Result<ReceiptReport> report)
{
    m_task = nullptr;
    m_import->setEnabled(true);
    if (!report) {
        Q_EMIT told(report.error().message, Tone::Bad);
        return;
    }
    refresh();
    const QString counts = tr("%1: accepted %2, superseded %3, in conflict %4, refused %5.")
                               .arg(report->package)
                               .arg(report->counts.accepted)
                               .arg(report->counts.superseded)
                               .arg(report->counts.conflict)
                               .arg(report->counts.refused);
    Q_EMIT told(report->alreadyHere ? counts + u' ' + tr("It was here already; only new decisions were taken over.")
                                    : counts,
                report->openItems > 0 ? Tone::Soon : Tone::Good);
    Q_EMIT imported();
}

void ReceiptsCard::open(const ReceiptItem& item)
{
    const auto elder = ReceiptRepository(m_session.ledger()).elderOf(item);
    if (elder && !elder->isNull()) {
        Q_EMIT recordAsked(u"elders"_s, elder->value);
        return;
    }
    const QString about = item.about;
    const bool claim = about == u"claim"_s || about.startsWith(u"claim_"_s);
    const bool device = about == u"device"_s || about == u"device_loan"_s;
    const bool staff = about == u"staff"_s || about == u"catalogue_price"_s || about == u"slip_print"_s;
    if (about == u"claim"_s)
        Q_EMIT recordAsked(u"claims"_s, item.record.value);
    else
        Q_EMIT recordAsked(claim ? u"claims"_s : device ? u"care"_s : staff ? u"services"_s : u"facilities"_s, 0);
}

void ReceiptsCard::done()
{
    const ReceiptItem* item = m_items->record(m_table->currentIndex());
    if (!item)
        return;
    const auto note = m_surroundings.asker.text(tr("Done"), tr("What was done about it"), {}, true);
    if (!note)
        return;
    const PolicyShelf none {};
    const auto kept = ReceiptDesk(m_session.ledger(), m_session.centre(), none).done(item->id, *note);
    if (!kept) {
        Q_EMIT told(kept.error().message, Tone::Bad);
        return;
    }
    refresh();
    Q_EMIT imported();
}

} // namespace songhe::ui
