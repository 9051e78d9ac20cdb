// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preview_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtPrintSupport/QPrinterInfo>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr double previewDots = 84;
constexpr std::size_t previewSheets = 60; ///< more are printed but not shown

} // namespace

PreviewDialog::PreviewDialog(const Surroundings& around, std::unique_ptr<printing::Paper> paper,
                             const QString& fileName, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_paper(std::move(paper))
    , m_fileName(fileName)
    , m_scroll(new QScrollArea(this))
    , m_choice(new ChoiceBox(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_paper->title());
    setObjectName(u"preview"_s);
    const Theme& t = around.theme;
    resize(t.px(820), t.px(680));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    column->setSpacing(t.px(12));

    m_scroll->setAccessibleName(tr("Sheets"));
    m_scroll->setWidgetResizable(true);
    showSheets();
    column->addWidget(m_scroll, 1);
    column->addWidget(m_message);
    setBanner(m_message, printing::fontProblem(), Tone::Soon);

    const bool printer = !QPrinterInfo::availablePrinterNames().isEmpty();
    auto* printButton = new ActionButton(t, tr("Print"), QKeySequence(Qt::CTRL | Qt::Key_P),
                                         printer ? ActionButton::Kind::Main : ActionButton::Kind::Plain, this);
    printButton->setEnabled(printer);
    if (!printer)
        printButton->setToolTip(tr("No printer is set up on this computer; save the PDF instead."));
    auto* saveButton = new ActionButton(t, tr("Save as PDF"), QKeySequence(Qt::CTRL | Qt::Key_S),
                                        printer ? ActionButton::Kind::Plain : ActionButton::Kind::Main, this);
    saveButton->setObjectName(u"savePdf"_s);
    auto* close = new ActionButton(t, tr("Close"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(printButton);
    buttons->addWidget(saveButton);
    m_choice->setObjectName(u"paper"_s);
    m_choice->setAccessibleName(tr("Paper"));
    m_choice->hide();
    buttons->addWidget(m_choice);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(printButton, &QPushButton::clicked, this, &PreviewDialog::print);
    connect(saveButton, &QPushButton::clicked, this, &PreviewDialog::savePdf);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void PreviewDialog::offer(std::vector<PaperChoice> choices, int shown)
{
    m_choices = std::move(choices);
    for (const PaperChoice& choice : m_choices)
        m_choice->addItem(choice.name);
    m_choice->setCurrentIndex(shown);
    m_choice->setVisible(m_choices.size() > 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PreviewDialog::choose);
}

void PreviewDialog::choose(int choice)
{
    auto paper = m_choices[std::size_t(choice)].make();
    if (!paper) {
        setBanner(m_message, paper.error().message, Tone::Bad);
        return;
    }
    m_paper = *std::move(paper);
    showSheets();
}

void PreviewDialog::showSheets()
{
    auto* sheets = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(sheets);
    column->setSpacing(m_around.theme.px(14));
    const double dots = previewDots * m_around.theme.textPercent() / 100.0;
    std::vector<QImage> images = printing::pictures(*m_paper, dots, previewSheets);
    for (std::size_t i = 0; i < images.size() && i < previewSheets; ++i) {
        auto* sheet = new QLabel(sheets);
        sheet->setPixmap(QPixmap::fromImage(images[i]));
        sheet->setFrameStyle(int(QFrame::Box) | int(QFrame::Plain));
        sheet->setAccessibleName(tr("Sheet %1 of %2").arg(i + 1).arg(images.size()));
        column->addWidget(sheet, 0, Qt::AlignHCenter);
    }
    if (images.size() > previewSheets)
        column->addWidget(makeLabel(tr("The first %1 of %2 sheets are shown; all of them are printed.")
                                        .arg(previewSheets)
                                        .arg(images.size()),
                                    TextRole::Muted, sheets),
                          0, Qt::AlignHCenter);
    column->addStretch();
    m_scroll->setWidget(sheets);
}

void PreviewDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    printing::PagedSheets sheets(printer);
    m_paper->paint(sheets);
    sheets.finish();
    if (sheets.good()) {
        setBanner(m_message, tr("Sent to the printer %1.").arg(printer.printerName()), Tone::Good);
        told();
    } else
        setBanner(m_message, tr("The printer did not take it. Check that it is on, or save the PDF."), Tone::Bad);
}

void PreviewDialog::savePdf()
{
    const auto file = m_around.asker.fileToSave(tr("Save as PDF"), m_fileName, tr("PDF (*.pdf)"));
    if (!file)
        return;
    const auto done = printing::writePdf(*m_paper, *file);
    if (done) {
        setBanner(m_message, tr("Saved: %1 (%2 sheets)").arg(done->file).arg(done->pages), Tone::Good);
        told();
    } else
        setBanner(m_message, done.error().message, Tone::Bad);
}

void PreviewDialog::told()
{
    const int choice = std::max(0, m_choice->currentIndex());
    Q_EMIT printed(choice);
    if (!m_choices.empty())
        choose(choice);
}

PreviewDialog* preview(const Surroundings& around, QWidget* parent, Result<std::unique_ptr<printing::Paper>> paper,
                       const QString& fileName)
{
    if (!paper) {
        around.asker.tell(paper.error());
        return nullptr;
    }
    auto* dialog = new PreviewDialog(around, *std::move(paper), fileName, parent);
    dialog->open();
    return dialog;
}

PreviewDialog* preview(const Surroundings& around, QWidget* parent, std::vector<PaperChoice> choices, int shown,
                       const QString& fileName)
{
    auto paper = choices[std::size_t(shown)].make();
    if (!paper) {
        around.asker.tell(paper.error());
        return nullptr;
    }
    auto* dialog = new PreviewDialog(around, *std::move(paper), fileName, parent);
    dialog->offer(std::move(choices), shown);
    dialog->open();
    return dialog;
}

} // namespace songhe::ui
