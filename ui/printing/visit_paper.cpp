// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/visit_paper.h"

#include "core/elders/elder_repository.h"
#include "core/rules/facts.h"
#include "ui/printing/signature_boxes.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

/// On its side: there must be room to write.
constexpr QSizeF visitSheet {2970, 2100};
constexpr double visitMargin = 120;
constexpr QRectF visitBody {visitMargin, visitMargin + 130, 2970 - 2 * visitMargin, 2100 - 2 * visitMargin - 190};

QString visitDay(QDate day)
{
    return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
}

QString personWords(const Elder& elder, QDate on)
{
    const QString sex = elder.sex == Sex::Female ? u"女"_s : elder.sex == Sex::Male ? u"男"_s : QString();
    return elder.born ? u"%1 %2岁"_s.arg(sex).arg(ageOn(*elder.born, on)).trimmed() : sex;
}

} // namespace

Result<VisitSheetData> VisitPaper::gather(Session& session, const VisitPlan& plan, const std::vector<DueVisit>& due,
                                          QDate on)
{
    VisitSheetData data;
    data.centre = session.centre().name;
    data.demonstration = session.centre().demonstration;
    data.on = on;
    ElderRepository elders(session.ledger());
    for (const DueVisit& visit : due) {
        ASSIGN_OR_RETURN(const std::optional<Elder> elder, elders.find(visit.elder));
        if (!elder)
            continue;
        const VisitTierPlan* tier = plan.tier(visit.tier);
        QString kind = visit.kind == VisitKind::Survival ? u"生存认证"_s
            : visit.change                               ? plan.majorChange().title.zh
                                                         : (tier ? tier->title.zh : visit.tier);
        QString day = visit.due.year() == on.year() ? u"%1月%2日"_s.arg(visit.due.month()).arg(visit.due.day())
                                                    : visitDay(visit.due);
        if (visit.undecided)
            day += u"\n从未探访"_s;
        else if (visit.due < on)
            day += u"\n逾期 %1 天"_s.arg(visit.due.daysTo(on));
        data.lines.push_back({elder->name, personWords(*elder, on), elder->address.value_or(QString()),
                              elder->phones.join(u'、'), std::move(kind), std::move(day)});
    }
    return data;
}

Result<std::unique_ptr<VisitPaper>> VisitPaper::make(VisitSheetData data)
{
    ASSIGN_OR_RETURN(std::vector<PrintColumn> columns, printColumns(u"visit_lines"_s));
    std::unique_ptr<VisitPaper> paper(new VisitPaper(std::move(data)));
    paper->m_columns = std::move(columns);
    return paper;
}

QString VisitPaper::title() const
{
    return u"探访名单 %1"_s.arg(m_data.on.toString(Qt::ISODate));
}

void VisitPaper::paint(Sheets& sheets) const
{
    // Twice: how many sheets there are stands on each of them.
    ImageSheets counting(12);
    const int total = paintAll(counting, 0);
    paintAll(sheets, total);
}

void VisitPaper::paintFrame(Sheets& sheets, int totalSheets) const
{
    sheets.begin(visitSheet);
    QPainter& painter = sheets.painter();
    painter.setPen(Qt::black);
    painter.setFont(paperFont(52, true));
    const QRectF head(visitMargin, visitMargin, visitBody.width(), 80);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     m_data.demonstration ? u"探访名单（演示数据）"_s : u"探访名单"_s);
    painter.setFont(paperFont(32));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                     u"%1　%2　共 %3 人次"_s.arg(m_data.centre, visitDay(m_data.on)).arg(m_data.lines.size()));
    painter.setFont(paperFont(26));
    const QRectF foot(visitMargin, visitSheet.height() - visitMargin, visitBody.width(), 50);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, u"内含个人信息，用后交回中心，不得外传"_s);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     u"第 %1 页 / 共 %2 页"_s.arg(sheets.count()).arg(totalSheets));
}

int VisitPaper::paintAll(Sheets& sheets, int totalSheets) const
{
    paintFrame(sheets, totalSheets);
    TablePainter table(sheets, m_columns, [&] {
        paintFrame(sheets, totalSheets);
        return visitBody;
    });
    table.start(visitBody);
    int number = 0;
    for (const VisitPaperLine& line : m_data.lines)
        // Two empty lines are what a hand needs.
        table.row({QString::number(++number), line.elderName, line.about, line.address, line.phone, line.kind, line.due,
                   u"□见到 □未见到\n \n "_s});
    double y = table.bottom() + 30;
    if (y + signatureHeight > visitBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = visitBody.top();
    }
    paintSignatureBoxes(sheets.painter(), QRectF(visitBody.left(), y, visitBody.width(), signatureHeight),
                        {u"探访人"_s, u"收回人"_s});
    return sheets.count();
}

} // namespace songhe::printing
