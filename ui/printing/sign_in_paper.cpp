// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/sign_in_paper.h"

#include "core/base/text/chinese_date.h"
#include "core/centre/site_repository.h"
#include "core/elders/elder_repository.h"
#include "ui/printing/service_slip.h"
#include "ui/printing/signature_boxes.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr QSizeF signInSheet {2100, 2970};
constexpr double signInMargin = 150;
constexpr double signInHead = 300;
constexpr QRectF signInBody {signInMargin, signInMargin + signInHead, 2100 - 2 * signInMargin,
                             2970 - 2 * signInMargin - signInHead - 60};

} // namespace

Result<SignInData> SignInPaper::gather(Session& session, Id<Service> id)
{
    ASSIGN_OR_RETURN(const std::vector<Service> group, ServiceDesk(session.ledger()).groupOf(id));
    if (group.empty())
        return fail(Error::Kind::NotFound, ServicePapers::tr("Nobody takes part in this service any more."));
    std::vector<Id<Elder>> elders;
    for (const Service& each : group)
        elders.push_back(each.elder);
    ASSIGN_OR_RETURN(SignInData data, gather(session, group.front(), elders));
    data.number = group.front().group.value_or(group.front().id).text();
    return data;
}

Result<SignInData> SignInPaper::gather(Session& session, const Service& pattern, const std::vector<Id<Elder>>& elders)
{
    Ledger& ledger = session.ledger();
    SignInData data;
    data.centre = session.centre().name;
    data.demonstration = session.centre().demonstration;
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    const CatalogueItem* item = catalogue->find(pattern.item);
    data.item = item ? item->title.zh : pattern.item;
    data.on = pattern.servedOn.isValid() || !pattern.at ? pattern.servedOn : Clock::dayOf(*pattern.at);
    data.time = slotOnPaper(pattern);
    if (pattern.place)
        data.place = placeOnPaper(*pattern.place);
    if (pattern.site) {
        ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(ledger).find(*pattern.site));
        if (site)
            data.place = QString(site->name + u' ' + data.place).trimmed();
    }
    if (pattern.staff) {
        ASSIGN_OR_RETURN(const std::optional<Staff> staff, StaffRepository(ledger).find(*pattern.staff));
        data.staff = staff ? staff->name : QString();
    }
    ElderRepository known(ledger);
    for (const Id<Elder> each : elders) {
        ASSIGN_OR_RETURN(const std::optional<Elder> elder, known.find(each));
        if (elder)
            data.names << elder->name;
    }
    return data;
}

Result<std::unique_ptr<SignInPaper>> SignInPaper::make(SignInData data)
{
    ASSIGN_OR_RETURN(std::vector<PrintColumn> columns, printColumns(u"sign_in"_s));
    std::unique_ptr<SignInPaper> paper(new SignInPaper(std::move(data)));
    paper->m_columns = std::move(columns);
    return paper;
}

QString SignInPaper::title() const
{
    return u"签到表 %1 %2"_s.arg(m_data.item, m_data.on.toString(Qt::ISODate));
}

void SignInPaper::paint(Sheets& sheets) const
{
    // Twice: how many sheets there are stands on each of them.
    ImageSheets counting(12);
    const int total = paintAll(counting, 0);
    paintAll(sheets, total);
}

void SignInPaper::paintFrame(Sheets& sheets, int totalSheets) const
{
    sheets.begin(signInSheet);
    QPainter& painter = sheets.painter();
    painter.setPen(Qt::black);
    const auto line = [&](double y, double height, int side, const QString& text) {
        painter.drawText(QRectF(signInMargin, signInMargin + y, signInBody.width(), height), side | Qt::AlignVCenter,
                         text);
    };
    painter.setFont(paperFont(56, true));
    line(0, 90, Qt::AlignHCenter, m_data.demonstration ? u"服务签到表（演示数据）"_s : u"服务签到表"_s);
    painter.setFont(paperFont(34));
    line(105, 54, Qt::AlignLeft, m_data.centre);
    line(105, 54, Qt::AlignRight, u"%1　%2"_s.arg(paperDay(m_data.on), m_data.time).trimmed());
    line(165, 54, Qt::AlignLeft, u"项目：%1"_s.arg(m_data.item));
    line(165, 54, Qt::AlignRight, u"应到 %1 人　实到 ______ 人"_s.arg(m_data.names.size()));
    line(225, 54, Qt::AlignLeft, u"地点：%1"_s.arg(m_data.place.isEmpty() ? u"________________"_s : m_data.place));
    line(225, 54, Qt::AlignRight, u"服务人员：%1"_s.arg(m_data.staff.isEmpty() ? u"____________"_s : m_data.staff));
    painter.setFont(paperFont(26));
    const QRectF foot(signInMargin, signInSheet.height() - signInMargin, signInBody.width(), 50);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     m_data.number.isEmpty() ? QString() : u"编号 %1"_s.arg(m_data.number));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     u"第 %1 页 / 共 %2 页"_s.arg(sheets.count()).arg(totalSheets));
}

int SignInPaper::paintAll(Sheets& sheets, int totalSheets) const
{
    paintFrame(sheets, totalSheets);
    TablePainter table(sheets, m_columns, [&] {
        paintFrame(sheets, totalSheets);
        return signInBody;
    });
    table.start(signInBody);
    int number = 0;
    for (const QString& name : m_data.names)
        // A line more than the name takes: a hand signs there.
        table.row({QString::number(++number), name, u" \n "_s, QString(), QString()});
    double y = table.bottom() + 30;
    if (y + signatureHeight > signInBody.bottom()) {
        paintFrame(sheets, totalSheets);
        y = signInBody.top();
    }
    paintSignatureBoxes(sheets.painter(), QRectF(signInBody.left(), y, signInBody.width(), signatureHeight),
                        {u"服务人员"_s, u"负责人"_s});
    return sheets.count();
}

} // namespace songhe::printing
