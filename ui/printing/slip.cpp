// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/slip.h"

#include "core/base/clock.h"
#include "core/base/text/chinese_date.h"
#include "ui/printing/html_block.h"
#include "ui/printing/qr.h"
#include "ui/printing/template.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

TemplateValues slipValues(const Slip& slip)
{
    TemplateValues values;
    Fen price;
    Fen subsidy;
    bool known = false;
    std::vector<TemplateFields> lines;
    for (const SlipLine& line : slip.lines) {
        lines.push_back({{u"meal.served_on"_s, Value(line.on)},
                         {u"meal.sitting"_s, Value(line.sitting)},
                         {u"meal.way"_s, Value(line.way)},
                         {u"site.name"_s, Value(line.site)},
                         {u"meal.price_fen"_s, Value(line.price)},
                         {u"subsidy_fen"_s, line.subsidy ? Value(*line.subsidy) : Value()}});
        price.value += line.price.value;
        subsidy.value += line.subsidy.value_or(Fen {}).value;
        known = known || line.subsidy.has_value();
    }
    const Fen own {std::max<qint64>(0, price.value - subsidy.value)};
    values.lists.insert(u"lines"_s, lines);
    values.fields = {
        {u"centre.name"_s, Value(slip.centre)},
        {u"slip.number"_s, Value(slip.number)},
        {u"elder.name"_s, Value(slip.elderName)},
        {u"recorded_by"_s, Value(slip.recordedBy)},
        {u"recorded_at"_s,
         Value(paperDay(Clock::dayOf(slip.recordedAt)) + u' ' + Clock::timeOf(slip.recordedAt).toString(u"HH:mm"_s))},
        {u"fetched_by"_s, slip.fetchedBy.isEmpty() ? Value() : Value(slip.fetchedBy)},
        {u"total.price_fen"_s, price.value > 0 ? Value(price) : Value()},
        {u"total.subsidy_fen"_s, known ? Value(subsidy) : Value()},
        {u"total.own_fen"_s, known && price.value > 0 ? Value(own) : Value()},
        {u"demonstration"_s, slip.demonstration ? Value(u"1"_s) : Value()},
        {u"reprint"_s, slip.reprint ? Value(u"1"_s) : Value()},
    };
    return values;
}

} // namespace

Result<std::unique_ptr<SlipPaper>> SlipPaper::make(const std::vector<Slip>& slips, SlipForm form)
{
    std::vector<Ready> ready;
    ready.reserve(slips.size());
    for (const Slip& slip : slips) {
        ASSIGN_OR_RETURN(
            const QString html,
            filledTemplate(form == SlipForm::A5 ? u"meal_slip_a5"_s : u"meal_slip_roll"_s, slipValues(slip)));
        ready.push_back({html, slip.number});
    }
    return std::unique_ptr<SlipPaper>(new SlipPaper(std::move(ready), form));
}

void paintSlip(Sheets& sheets, const QString& html, const QString& number, SlipForm form)
{
    if (form == SlipForm::A5) {
        constexpr double margin = 110;
        constexpr double qr = 260;
        sheets.begin(a5);
        const QRectF area(margin, margin, a5.width() - 2 * margin, a5.height() - 2 * margin);
        paintQr(sheets.painter(), QRectF(area.right() - qr + 40, area.top() - 40, qr, qr), number);
        paintHtml(sheets.painter(), area, html);
        return;
    }
    constexpr double margin = 40;
    constexpr double qr = 240;
    const double width = rollWidth - 2 * margin;
    const double tall = htmlHeight(html, width);
    sheets.begin({rollWidth, margin + tall + qr + 60});
    paintHtml(sheets.painter(), QRectF(margin, margin, width, tall), html);
    paintQr(sheets.painter(), QRectF((rollWidth - qr) / 2, margin + tall, qr, qr), number);
}

void SlipPaper::paint(Sheets& sheets) const
{
    for (const Ready& slip : m_slips)
        paintSlip(sheets, slip.html, slip.number, m_form);
}

QString SlipPaper::title() const
{
    return u"助餐服务单"_s;
}

} // namespace songhe::printing
