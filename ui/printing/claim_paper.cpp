// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/claim_paper.h"

#include "core/base/clock.h"
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
    if (first.isValid())
        return u"%1年%2月"_s.arg(first.year()).arg(first.month());
    const QString year = period.section(u'Q', 0, 0);
    return period.contains(u'Q') ? u"%1年第%2季度"_s.arg(year, period.section(u'Q', 1)) : u"%1年"_s.arg(year);
}

QString headingOf(const ClaimSheetData& data)
{
    return data.ofMeals ? u"助餐补贴申领汇总表"_s : u"补贴申领汇总表"_s;
}

/// +3.00 or −3.00
QString signedYuan(Fen fen)
{
    return fen.value > 0 ? u'+' + fen.yuanText() : fen.yuanText();
}

QString momentWords(const QDateTime& at)
{
    return u"%1 %2"_s.arg(Clock::dayOf(at).toString(Qt::ISODate), Clock::timeOf(at).toString(u"HH:mm"_s));
}

TemplateValues claimValues(const ClaimSheetData& data)
{
    qint64 paid = 0;
    qint64 held = 0;
    QStringList people;
    for (const ClaimPaperLine& line : data.lines) {
        held += line.held ? 1 : 0;
        if (!line.payable)
            continue;
        ++paid;
        people.append(line.elderName);
    }
    people.removeDuplicates();
    Fen corrections;
    for (const ClaimPaperAdjustment& adjustment : data.adjustments)
        corrections.value += adjustment.difference.value;
    const auto count = qint64(data.adjustments.size());
    TemplateValues values;
    values.fields = {
        {u"heading"_s, Value(headingOf(data))},
        {u"unit"_s, Value(data.ofMeals ? u"餐"_s : u"项"_s)},
        {u"paid_word"_s, Value(data.ofMeals ? u"补贴餐次"_s : u"补贴项数"_s)},
        {u"people_word"_s, Value(data.ofMeals ? u"补贴人数"_s : u"补贴对象"_s)},
        {u"people_unit"_s, Value(data.ofMeals ? u"人"_s : u"个"_s)},
        {u"adjustments.count"_s, count == 0 ? Value() : Value(count)},
        {u"adjustments.fen"_s, Value(signedYuan(corrections))},
        {u"provisional"_s, data.provisional ? Value(u"就餐点本年度考评结果尚未录入，金额为暂定数"_s) : Value()},
        {u"centre.name"_s, Value(data.centre)},
        {u"centre.code"_s, Value(data.centreCode)},
        {u"period"_s, Value(periodWords(data.period))},
        {u"policy.title"_s, Value(data.policyTitle)},
        {u"policy.number"_s, data.policyNumber.isEmpty() ? Value() : Value(data.policyNumber)},
        {u"policy.id"_s, Value(data.policyId)},
        {u"total.fen"_s, Value(data.total())},
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

Fen ClaimSheetData::total() const
{
    Fen sum;
    for (const ClaimPaperLine& line : lines)
        sum.value += line.payable ? line.fen.value : 0;
    for (const ClaimPaperAdjustment& adjustment : adjustments)
        sum.value += adjustment.difference.value;
    return sum;
}

Result<std::unique_ptr<ClaimPaper>> ClaimPaper::make(ClaimSheetData data)
{
    ASSIGN_OR_RETURN(const QString head, filledTemplate(u"claim_head"_s, claimValues(data)));
    ASSIGN_OR_RETURN(std::vector<PrintColumn> lineColumns, printColumns(u"claim_lines"_s));
    ASSIGN_OR_RETURN(std::vector<PrintColumn> sumColumns, printColumns(u"claim_sums"_s));
    std::unique_ptr<ClaimPaper> paper(new ClaimPaper(std::move(data)));
    ASSIGN_OR_RETURN(paper->m_adjustmentColumns, printColumns(u"claim_adjustments"_s));
    ASSIGN_OR_RETURN(paper->m_changeColumns, printColumns(u"claim_changes"_s));
    ASSIGN_OR_RETURN(paper->m_stepColumns, printColumns(u"claim_steps"_s));
    ASSIGN_OR_RETURN(paper->m_choiceColumns, printColumns(u"claim_choices"_s));
    ASSIGN_OR_RETURN(paper->m_capColumns, printColumns(u"claim_caps"_s));
    if (!paper->m_data.ofMeals) {
        const std::map<QString, QString> titles {{u"site"_s, u"机构或设施"_s}, {u"elder"_s, u"姓名或项目"_s}};
        for (PrintColumn& column : lineColumns)
            if (const auto known = titles.find(column.key); known != titles.end())
                column.title = known->second;
        for (PrintColumn& column : sumColumns)
            if (column.key == u"count")
                column.title = u"项数"_s;
    }
    paper->m_head = head;
    paper->m_lineColumns = std::move(lineColumns);
    paper->m_sumColumns = std::move(sumColumns);
    return paper;
}

QString ClaimPaper::title() const
{
    return u"%1 %2 %3"_s.arg(headingOf(m_data), m_data.centreCode, m_data.period);
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

/// A table under its title; nothing where it has no rows. Where it ends.
double ClaimPaper::paintTable(Sheets& sheets, double y, int totalSheets, const QString& title,
                              const std::vector<PrintColumn>& columns, const std::vector<QStringList>& rows) const
{
    constexpr double titleHeight = 64;
    constexpr double leastTable = 150; // a title never stands alone at the foot of a sheet
    if (rows.empty())
        return y;
    if (y + titleHeight + leastTable > claimBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = claimBody.top();
    }
    QPainter& painter = sheets.painter();
    painter.setFont(paperFont(34, true));
    painter.setPen(Qt::black);
    painter.drawText(QRectF(claimBody.left(), y, claimBody.width(), titleHeight - 4), Qt::AlignLeft | Qt::AlignVCenter,
                     title);
    TablePainter table(sheets, columns, [&] {
        paintFrame(sheets, totalSheets);
        return claimBody;
    });
    table.start(QRectF(claimBody.left(), y + titleHeight, claimBody.width(), claimBody.bottom() - y - titleHeight));
    for (const QStringList& row : rows)
        table.row(row);
    return table.bottom() + 30;
}

double ClaimPaper::paintSums(Sheets& sheets, double y, int totalSheets) const
{
    const auto table = [&](const QString& title, const std::vector<ClaimPaperSum>& sums, bool money) {
        std::vector<QStringList> rows;
        for (const ClaimPaperSum& sum : sums)
            rows.push_back({sum.label.isEmpty() ? u"未注明"_s : sum.label, QString::number(sum.count),
                            money ? sum.fen.yuanText() : u"—"_s});
        y = paintTable(sheets, y, totalSheets, title, m_sumColumns, rows);
    };
    const auto bySite = [](const ClaimPaperLine& line) { return line.site; };
    const auto byReason = [](const ClaimPaperLine& line) { return line.reason; };
    table(m_data.ofMeals ? u"按就餐点"_s : u"按机构或设施"_s, sumsBy(m_data.lines, true, false, bySite), true);
    table(u"按补贴依据"_s, sumsBy(m_data.lines, true, false, byReason), true);
    table(u"暂缓，补正后可申领"_s, sumsBy(m_data.lines, false, true, byReason), false);
    table(u"不予补贴"_s, sumsBy(m_data.lines, false, false, byReason), false);
    return y;
}

/// What earlier claims come to more or less.
double ClaimPaper::paintCorrections(Sheets& sheets, double y, int totalSheets) const
{
    std::vector<QStringList> rows;
    for (const ClaimPaperAdjustment& one : m_data.adjustments)
        rows.push_back({QString::number(rows.size() + 1), one.on.toString(Qt::ISODate), one.name, one.corrects,
                        signedYuan(one.difference), one.reason});
    return paintTable(sheets, y, totalSheets, u"对已签章申领的更正"_s, m_adjustmentColumns, rows);
}

/// What was sent against what settling gives now.
double ClaimPaper::paintChanges(Sheets& sheets, double y, int totalSheets) const
{
    if (!m_data.changes)
        return y;
    std::vector<QStringList> rows;
    Fen sum;
    for (const ClaimPaperChange& one : *m_data.changes) {
        const Fen difference {one.now.value - one.sent.value};
        rows.push_back({QString::number(rows.size() + 1), one.on.toString(Qt::ISODate), one.name, one.how,
                        one.sent.yuanText(), one.now.yuanText(), signedYuan(difference), one.reason});
        sum.value += difference.value;
    }
    if (rows.empty())
        rows.push_back({{}, {}, u"没有差异"_s, {}, {}, {}, {}, u"按现有记录重新结算，与报出时相同"_s});
    else
        rows.push_back({{}, u"合计"_s, {}, {}, {}, {}, signedYuan(sum), {}});
    return paintTable(sheets, y, totalSheets, u"退回后重新结算的差异"_s, m_changeColumns, rows);
}

/// What the amount stands on: caps, choices, and the steps so far.
double ClaimPaper::paintGround(Sheets& sheets, double y, int totalSheets) const
{
    std::vector<QStringList> caps, choices, steps;
    for (const ClaimPaperCap& cap : m_data.caps)
        caps.push_back({cap.site, cap.before.yuanText(), cap.after.yuanText()});
    for (const auto& [label, choice] : m_data.choices)
        choices.push_back({label, choice});
    for (const ClaimPaperStep& step : m_data.steps)
        steps.push_back({step.what, momentWords(step.at), step.who, step.note});
    y = paintTable(sheets, y, totalSheets, u"年度上限使用情况"_s, m_capColumns, caps);
    y = paintTable(sheets, y, totalSheets, u"政策未写明之处的处理"_s, m_choiceColumns, choices);
    return paintTable(sheets, y, totalSheets, u"办理过程"_s, m_stepColumns, steps);
}

/// On sheets of their own, unless the few there are fit below the signatures.
void ClaimPaper::paintLines(Sheets& sheets, double y, int totalSheets) const
{
    constexpr double tallRow = 90;
    if (y + 200 + tallRow * double(m_data.lines.size()) > claimBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = claimBody.top();
    }
    sheets.painter().setFont(paperFont(34, true));
    sheets.painter().setPen(Qt::black);
    sheets.painter().drawText(QRectF(claimBody.left(), y, claimBody.width(), 60), Qt::AlignLeft | Qt::AlignVCenter,
                              u"明细"_s);
    TablePainter table(sheets, m_lineColumns, [&] {
        paintFrame(sheets, totalSheets);
        return claimBody;
    });
    table.start(QRectF(claimBody.left(), y + 64, claimBody.width(), claimBody.bottom() - y - 64));
    int number = 0;
    Fen sum;
    for (const ClaimPaperLine& line : m_data.lines) {
        const QString state = line.held ? u"暂缓"_s : line.payable ? line.fen.yuanText() : u"0.00"_s;
        table.row({QString::number(++number), line.on.toString(u"M月d日"_s), line.elderName, line.site, state,
                   line.late ? u"（往期补登）"_s + line.reason : line.reason});
        sum.value += line.payable ? line.fen.value : 0;
    }
    table.row({{}, u"合计"_s, {}, {}, sum.yuanText(), capitals(sum)}, true);
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
    y = paintCorrections(sheets, y, totalSheets);
    y = paintChanges(sheets, y, totalSheets);
    y = paintGround(sheets, y, totalSheets);
    const double boxes = signatureHeight + 20;
    if (y + boxes > claimBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = claimBody.top();
    }
    paintSignatureBoxes(sheets.painter(), QRectF(claimBody.left(), y + 20, claimBody.width(), signatureHeight),
                        {u"制表人"_s, u"审核人"_s, u"中心负责人（签章）"_s, u"街道（镇）审核"_s, u"区民政局审批"_s});
    if (!m_data.lines.empty())
        paintLines(sheets, y + 20 + signatureHeight + 40, totalSheets);
    return sheets.count();
}

} // namespace songhe::printing
