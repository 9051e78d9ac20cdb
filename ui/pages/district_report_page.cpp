// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_report_page.h"

#include "core/exchange/package_table.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QLocale>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

using printing::DistrictReportData;
using printing::DistrictReportLine;
using printing::DistrictReportPaper;

DistrictReportPage::DistrictReportPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent)
    : DistrictPageBase(around, office, tr("Report"), 520, parent)
{
    m_print
        = new ActionButton(theme(), tr("Print…"), QKeySequence(Qt::CTRL | Qt::Key_P), ActionButton::Kind::Plain, this);
    m_print->setObjectName(u"print"_s);
    m_print->setEnabled(false);
    connect(m_print, &QPushButton::clicked, this, &DistrictReportPage::print);
    addAction(m_print);
    const ListAndSide cards = makeListAndSide();
    m_chosen = cards.chosen;
    makeList(*cards.list);
    makeCounts(*cards.side);
}

void DistrictReportPage::makeList(Card& card)
{
    const auto figure = [](const QString& title, qint64 DistrictReportLine::*count) {
        Column<DistrictReportLine> column;
        column.title = title;
        column.text = [count](const DistrictReportLine& line) { return QLocale().toString(line.*count); };
        column.right = true;
        return column;
    };
    Column<DistrictReportLine> code;
    code.title = tr("Centre");
    code.text = [](const DistrictReportLine& line) { return line.code.isEmpty() ? tr("All centres") : line.code; };
    code.strong = true;
    Column<DistrictReportLine> name;
    name.title = tr("Name");
    name.text = [](const DistrictReportLine& line) { return line.name; };
    Column<DistrictReportLine> quarter;
    quarter.title = tr("Newest quarter");
    quarter.text = [](const DistrictReportLine& line) {
        return line.quarter.isEmpty() && !line.code.isEmpty() ? tr("nothing yet") : line.quarter;
    };
    m_lines = new RecordTableModel<DistrictReportLine>({code, name, quarter,
                                                        figure(tr("Packages"), &DistrictReportLine::packages),
                                                        figure(tr("Records"), &DistrictReportLine::records)},
                                                       this);
    m_table = new TableView(theme(), tr("Centres"), &card);
    m_table->setObjectName(u"centres"_s);
    m_table->setModel(m_lines);
    m_table->setStretchColumn(1);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictReportPage::showCounts);
    card.body()->addWidget(m_table, 1);
}

void DistrictReportPage::makeCounts(Card& card)
{
    m_counts = new RecordTableModel<Count>(
        {
            {tr("Kind of record"), [](const Count& count) { return count.label; }},
            {tr("Records"), [](const Count& count) { return QLocale().toString(count.records); }, true},
        },
        this);
    m_countTable = new TableView(theme(), tr("Records by kind"), &card);
    m_countTable->setObjectName(u"counts"_s);
    m_countTable->setModel(m_counts);
    m_countTable->setStretchColumn(0);
    m_countTable->setEmptyText(tr("No record came from it."), tr("F2: merge packages."));
    card.body()->addWidget(m_countTable, 1);
}

void DistrictReportPage::refresh()
{
    setWhere(tr("Counting…"));
    read<Read>(
        tr("Counting…"),
        [](DistrictDesk& desk, Progress& progress) -> Result<Read> {
            Read made;
            ASSIGN_OR_RETURN(made.report, desk.report());
            ASSIGN_OR_RETURN(const std::vector<Finding> findings, desk.findings(progress));
            made.findings = int(findings.size());
            return made;
        },
        [this](Read made) { showRead(std::move(made)); });
}

void DistrictReportPage::showRead(Read made)
{
    say({}, Tone::Plain);
    m_read = std::move(made);
    m_table->setEmptyText(tr("No centre is entered yet."), tr("F4: enter the centres whose packages are taken."));
    std::vector<DistrictReportLine> lines
        = DistrictReportData::of(office().info().name, today(), m_read.report, m_read.findings).lines;
    int delivered = 0;
    DistrictReportLine all;
    for (const DistrictReportLine& line : lines) {
        delivered += line.packages > 0 ? 1 : 0;
        all.packages += line.packages;
        all.records += line.records;
    }
    setWhere(tr("%1 of %2 centres delivered · findings: %3").arg(delivered).arg(lines.size()).arg(m_read.findings));
    if (!lines.empty())
        lines.insert(lines.begin(), all);
    showRecords(*m_lines, *m_table, std::move(lines), [](const DistrictReportLine& line) { return line.code; });
    m_print->setEnabled(m_lines->rowCount() > 0);
    if (isVisible() && !m_countTable->hasFocus())
        m_table->setFocus();
    showCounts();
}

void DistrictReportPage::showCounts()
{
    const DistrictReportLine* line = m_lines->record(m_table->currentIndex());
    m_chosen->setText(!line                      ? QString()
                          : line->code.isEmpty() ? tr("All centres")
                                                 : u"%1 %2"_s.arg(line->code, line->name).trimmed());
    std::vector<Count> counts;
    const QJsonObject tables = m_read.report[u"tables"_s].toObject();
    if (line)
        for (const PackageTable& table : packageTables()) { // in the order of the packages
            const QString key = line->code.isEmpty() ? u"total"_s : line->code;
            if (const qint64 count = tables[table.name()].toObject()[key].toInteger(); count > 0)
                counts.push_back({packageTableText(table.name()), count});
        }
    m_counts->setRecords(std::move(counts));
    m_countTable->fitColumns();
}

void DistrictReportPage::print()
{
    auto paper = DistrictReportPaper::make(
        DistrictReportData::of(office().info().name, today(), m_read.report, m_read.findings));
    if (!paper) {
        asker().tell(paper.error());
        return;
    }
    preview(surroundings(), this, Result<std::unique_ptr<printing::Paper>>(*std::move(paper)),
            tr("Overview %1.pdf").arg(today().toString(Qt::ISODate)));
}

} // namespace songhe::ui
