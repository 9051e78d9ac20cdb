// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/claim_paper.h"

#include "core/base/text/capitals.h"
#include "core/base/text/chinese_date.h"
#include "ui/printing/html_block.h"
#include "ui/printing/qr.h"
#include "ui/printing/signature_boxes.h"
#include "ui/printing/template.h"

#include <QtGui/QPainter>

#include <map>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr double claimMargin = 150;
constexpr double frameTop = 70;
constexpr QRectF claimBody {claimMargin, claimMargin + frameTop, 2100 - 2 * claimMargin,
                            2970 - 2 * claimMargin - 2 * frameTop};

std::vector<ClaimPaperSum> sumsBy(const std::vector<ClaimPaperLine>& lines, bool payable, bool held,
                                  QString (*label)(const ClaimPaperLine&))
{
    std::map<QString, ClaimPaperSum> sums;
    for (const ClaimPaperLine& line : lines) {
        if (line.payable != payable || line.held != held)
            continue;
        ClaimPaperSum& sum = sums[label(line)];
        sum.count += 1;
        sum.fen.value += line.fen.value;
    }
    std::vector<ClaimPaperSum> list;
    for (auto& [name, sum] : sums) {
        sum.label = name;
        list.push_back(sum);
    }
    return list;
}

QString periodWords(const QString& period)
{
    const QDate first = QDate::fromString(period + u"-01"_s, Qt::ISODate);
    return first.isValid() ? u"%1年%2月"_s.arg(first.year()).arg(first.month()) : period;
}

TemplateValues claimValues(const ClaimSheetData& data)
{
    qint64 fen = 0;
    qint64 paid = 0;
    qint64 held = 0;
    QStringList people;
    for (const ClaimPaperLine& line : data.lines) {
        held += line.held ? 1 : 0;
        if (!line.payable)
            continue;
        fen += line.fen.value;
        ++paid;
        people.append(line.elderName);
    }
    people.removeDuplicates();
    TemplateValues values;
    values.fields = {
        {u"centre.name"_s, Value(data.centre)},
        {u"centre.code"_s, Value(data.centreCode)},
        {u"period"_s, Value(periodWords(data.period))},
        {u"policy.title"_s, Value(data.policyTitle)},
        {u"policy.number"_s, data.policyNumber.isEmpty() ? Value() : Value(data.policyNumber)},
        {u"policy.id"_s, Value(data.policyId)},
        {u"total.fen"_s, Value(Fen {fen})},
        {u"total.count"_s, Value(paid)},
        {u"total.people"_s, Value(qint64(people.size()))},
        {u"total.refused"_s, Value(qint64(data.lines.size()) - paid - held)},
        {u"total.held"_s, held == 0 ? Value() : Value(held)},
        {u"prepared_by"_s, Value(data.preparedBy)},
        {u"prepared_on"_s, Value(data.preparedOn)},
    };
    return values;
}

} // namespace

Result<std::unique_ptr<ClaimPaper>> ClaimPaper::make(ClaimSheetData data)
{
    ASSIGN_OR_RETURN(const QString head, filledTemplate(u"claim_head"_s, claimValues(data)));
    ASSIGN_OR_RETURN(std::vector<PrintColumn> lineColumns, printColumns(u"claim_lines"_s));
    ASSIGN_OR_RETURN(std::vector<PrintColumn> sumColumns, printColumns(u"claim_sums"_s));
    std::unique_ptr<ClaimPaper> paper(new ClaimPaper(std::move(data)));
    paper->m_head = head;
    paper->m_lineColumns = std::move(lineColumns);
    paper->m_sumColumns = std::move(sumColumns);
    return paper;
}

QString ClaimPaper::title() const
{
    return u"助餐补贴申领汇总表 %1 %2"_s.arg(m_data.centreCode, m_data.period);
}

void ClaimPaper::paint(Sheets& sheets) const
{
    // Twice: how many sheets there are stands on each of them.
    ImageSheets counting(12);
    const int total = paintAll(counting, 0);
    paintAll(sheets, total);
}

void ClaimPaper::paintFrame(Sheets& sheets, int totalSheets) const
{
    sheets.begin(a4);
    QPainter& painter = sheets.painter();
    const QRectF top(claimMargin, claimMargin - 40, a4.width() - 2 * claimMargin, 60);
    if (m_data.draftPolicy || m_data.inventedPolicy) {
        painter.setFont(paperFont(32, true));
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(top);
        painter.setPen(Qt::black);
        painter.drawText(top, Qt::AlignCenter,
                         m_data.inventedPolicy ? u"演示政策：虚构，不得作为申领依据"_s
                                               : u"依据的政策为征求意见稿（草案），尚未正式施行"_s);
    }
    painter.setFont(paperFont(26));
    painter.setPen(Qt::black);
    const QRectF foot(claimMargin, a4.height() - claimMargin, a4.width() - 2 * claimMargin, 50);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     u"%1 · %2 · 校验码 %3"_s.arg(m_data.centre, periodWords(m_data.period), m_data.digest.left(12)));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     u"第 %1 页 / 共 %2 页"_s.arg(sheets.count()).arg(totalSheets));
}

double ClaimPaper::paintSums(Sheets& sheets, double y, int totalSheets) const
{
    const auto table = [&](const QString& title, const std::vector<ClaimPaperSum>& sums, bool money) {
        if (sums.empty())
            return;
        QPainter& painter = sheets.painter();
        painter.setFont(paperFont(34, true));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(claimBody.left(), y, claimBody.width(), 60), Qt::AlignLeft | Qt::AlignVCenter, title);
        TablePainter rows(sheets, m_sumColumns, [&] {
            paintFrame(sheets, totalSheets);
            return claimBody;
        });
        rows.start(QRectF(claimBody.left(), y + 64, claimBody.width(), claimBody.bottom() - y - 64));
        for (const ClaimPaperSum& sum : sums)
            rows.row({sum.label, QString::number(sum.count), money ? sum.fen.yuanText() : u"—"_s});
        y = rows.bottom() + 30;
    };
    table(u"按就餐点"_s, sumsBy(m_data.lines, true, false, [](const ClaimPaperLine& line) { return line.site; }), true);
    table(u"按补贴依据"_s, sumsBy(m_data.lines, true, false, [](const ClaimPaperLine& line) { return line.reason; }),
          true);
    table(u"暂缓，补正后可申领"_s,
          sumsBy(m_data.lines, false, true, [](const ClaimPaperLine& line) { return line.reason; }), false);
    table(u"不予补贴"_s, sumsBy(m_data.lines, false, false, [](const ClaimPaperLine& line) { return line.reason; }),
          false);
    return y;
}

int ClaimPaper::paintAll(Sheets& sheets, int totalSheets) const
{
    paintFrame(sheets, totalSheets);
    constexpr double qr = 260;
    const QRectF head(claimBody.left(), claimBody.top(), claimBody.width(), claimBody.height());
    if (!m_data.digest.isEmpty())
        paintQr(sheets.painter(), QRectF(head.right() - qr, head.top(), qr, qr), m_data.digest);
    double y = head.top() + std::max(qr, paintHtml(sheets.painter(), head, m_head)) + 30;
    y = paintSums(sheets, y, totalSheets);
    const double boxes = signatureHeight + 20;
    if (y + boxes > claimBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = claimBody.top();
    }
    paintSignatureBoxes(sheets.painter(), QRectF(claimBody.left(), y + 20, claimBody.width(), signatureHeight),
                        {u"制表人"_s, u"审核人"_s, u"中心负责人（签章）"_s, u"街道（镇）审核"_s, u"区民政局审批"_s});

    paintFrame(sheets, totalSheets);
    sheets.painter().setFont(paperFont(34, true));
    sheets.painter().drawText(QRectF(claimBody.left(), claimBody.top(), claimBody.width(), 60),
                              Qt::AlignLeft | Qt::AlignVCenter, u"明细"_s);
    TablePainter table(sheets, m_lineColumns, [&] {
        paintFrame(sheets, totalSheets);
        return claimBody;
    });
    table.start(claimBody.adjusted(0, 64, 0, 0));
    int number = 0;
    qint64 fen = 0;
    for (const ClaimPaperLine& line : m_data.lines) {
        table.row({QString::number(++number), line.on.toString(u"M月d日"_s), line.elderName, line.site,
                   line.payable ? line.fen.yuanText() : u"0.00"_s, line.reason});
        fen += line.payable ? line.fen.value : 0;
    }
    table.row({{}, u"合计"_s, {}, {}, Fen {fen}.yuanText(), capitals(Fen {fen})}, true);
    return sheets.count();
}

} // namespace songhe::printing
