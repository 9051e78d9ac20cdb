// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/district_report_paper.h"

#include "ui/printing/signature_boxes.h"

#include <QtCore/QJsonArray>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr QSizeF overviewSheet {2970, 2100};
constexpr double overviewMargin = 150;
constexpr QRectF overviewBody {overviewMargin, overviewMargin + 130, 2970 - 2 * overviewMargin,
                               2100 - 2 * overviewMargin - 190};

QStringList overviewCells(const QString& number, const DistrictReportLine& line)
{
    QStringList cells {number, line.code, line.name, line.quarter};
    for (const qint64 count : {line.packages, line.elders, line.meals, line.services, line.claims, line.records})
        cells << QString::number(count);
    return cells;
}

} // namespace

DistrictReportData DistrictReportData::of(const QString& office, QDate on, const QJsonObject& report, int findings)
{
    DistrictReportData data {office, on, findings, {}};
    const QJsonObject tables = report[u"tables"_s].toObject();
    for (const QJsonValue& centre : report[u"centres"_s].toArray()) {
        DistrictReportLine line;
        line.code = centre[u"code"_s].toString();
        const auto count = [&](const QString& table) { return tables[table].toObject()[line.code].toInteger(); };
        line.name = centre[u"name"_s].toString();
        line.quarter = centre[u"newest_quarter"_s].toString();
        line.packages = centre[u"packages"_s].toInteger();
        line.elders = count(u"elder"_s);
        line.meals = count(u"meal"_s);
        line.services = count(u"service"_s);
        line.claims = count(u"claim"_s);
        line.records = centre[u"records"_s].toInteger();
        data.lines.push_back(std::move(line));
    }
    return data;
}

Result<std::unique_ptr<DistrictReportPaper>> DistrictReportPaper::make(DistrictReportData data)
{
    ASSIGN_OR_RETURN(std::vector<PrintColumn> columns, printColumns(u"district_report"_s));
    std::unique_ptr<DistrictReportPaper> paper(new DistrictReportPaper(std::move(data)));
    paper->m_columns = std::move(columns);
    return paper;
}

QString DistrictReportPaper::title() const
{
    return u"各中心数据汇总表 %1"_s.arg(m_data.on.toString(Qt::ISODate));
}

void DistrictReportPaper::paint(Sheets& sheets) const
{
    // Twice: how many sheets there are stands on each of them.
    ImageSheets counting(12);
    const int total = paintAll(counting, 0);
    paintAll(sheets, total);
}

void DistrictReportPaper::paintFrame(Sheets& sheets, int totalSheets) const
{
    sheets.begin(overviewSheet);
    QPainter& painter = sheets.painter();
    painter.setPen(Qt::black);
    painter.setFont(paperFont(52, true));
    const QRectF head(overviewMargin, overviewMargin, overviewBody.width(), 80);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, u"各中心数据汇总表"_s);
    painter.setFont(paperFont(32));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                     u"%1　%2年%3月%4日　共 %5 个中心　疑点 %6 条"_s.arg(m_data.office)
                         .arg(m_data.on.year())
                         .arg(m_data.on.month())
                         .arg(m_data.on.day())
                         .arg(m_data.lines.size())
                         .arg(m_data.findings));
    painter.setFont(paperFont(26));
    const QRectF foot(overviewMargin, overviewSheet.height() - overviewMargin, overviewBody.width(), 50);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     u"第 %1 页 / 共 %2 页"_s.arg(sheets.count()).arg(totalSheets));
}

int DistrictReportPaper::paintAll(Sheets& sheets, int totalSheets) const
{
    paintFrame(sheets, totalSheets);
    TablePainter table(sheets, m_columns, [&] {
        paintFrame(sheets, totalSheets);
        return overviewBody;
    });
    table.start(overviewBody);
    DistrictReportLine sum;
    sum.name = u"合计"_s;
    int number = 0;
    for (const DistrictReportLine& line : m_data.lines) {
        table.row(overviewCells(QString::number(++number), line));
        sum.packages += line.packages;
        sum.elders += line.elders;
        sum.meals += line.meals;
        sum.services += line.services;
        sum.claims += line.claims;
        sum.records += line.records;
    }
    table.row(overviewCells({}, sum), true);
    double y = table.bottom() + 30;
    if (y + signatureHeight > overviewBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = overviewBody.top();
    }
    paintSignatureBoxes(sheets.painter(), QRectF(overviewBody.left(), y, overviewBody.width(), signatureHeight),
                        {u"制表人"_s, u"复核人"_s, u"负责人（签章）"_s});
    return sheets.count();
}

} // namespace songhe::printing
