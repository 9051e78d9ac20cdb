// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/package_paper.h"

#include "core/exchange/short_code.h"
#include "ui/printing/html_block.h"
#include "ui/printing/qr.h"
#include "ui/printing/signature_boxes.h"
#include "ui/printing/template.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr double coverMargin = 200;
constexpr QRectF coverArea {coverMargin, coverMargin, 2100 - 2 * coverMargin, 2970 - 2 * coverMargin};

Value textOrNothing(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

/// 2021Q3 → 2021年第三季度
QString quarterWords(const QString& quarter)
{
    static const QString numbers = u"一二三四"_s;
    const int number = quarter.right(1).toInt();
    if (quarter.size() != 6 || number < 1 || number > 4)
        return quarter;
    return u"%1年第%2季度"_s.arg(quarter.left(4), numbers.mid(number - 1, 1));
}

/// Long keys and digests in groups of four can be compared by eye.
QString inGroups(const QString& text, int group)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); i += group)
        out += (i > 0 ? u" "_s : QString()) + text.mid(i, group);
    return out;
}

TemplateValues packageValues(const PackageSheetData& data)
{
    TemplateValues values;
    std::vector<TemplateFields> counts;
    for (const PackageCount& count : data.counts)
        counts.push_back({{u"label"_s, Value(count.label)},
                          {u"records"_s, Value(count.records)},
                          {u"corrections"_s, Value(count.corrections)}});
    std::vector<TemplateFields> claims;
    for (const PackageClaim& claim : data.claims)
        claims.push_back({{u"claim.period"_s, Value(claim.period)},
                          {u"claim.policy"_s, Value(claim.policy)},
                          {u"claim.count"_s, Value(claim.count)},
                          {u"claim.fen"_s, Value(claim.fen)}});
    values.lists = {{u"counts"_s, counts}, {u"claims"_s, claims}};
    values.fields = {
        {u"centre.name"_s, Value(data.centre)},
        {u"centre.code"_s, Value(data.centreCode)},
        {u"quarter"_s, Value(quarterWords(data.quarter))},
        {u"sequence"_s, Value(u"%1"_s.arg(data.sequence, 4, 10, QLatin1Char('0')))},
        {u"recipient"_s, textOrNothing(data.recipient)},
        {u"signature_key"_s, Value(data.signatureKey)},
        {u"prepared_by"_s, textOrNothing(data.preparedBy)},
        {u"on"_s, Value(data.on)},
        {u"demonstration"_s, data.demonstration ? Value(u"1"_s) : Value()},
        {u"has_claims"_s, claims.empty() ? Value() : Value(u"1"_s)},
        {u"file.name"_s, textOrNothing(data.fileName)},
        {u"file.size"_s, Value(QLocale(QLocale::C).toString(data.fileSize))},
        {u"file.sha256"_s, Value(inGroups(data.sha256, 8))},
        {u"file.short_code"_s, Value(packageShortCode(data.sha256))},
    };
    return values;
}

/// A centre with every kind of record and a year of claims gets smaller letters, not a cut sheet; returns the height.
double paintOnOneSheet(QPainter& painter, const QString& html)
{
    const double scale = qMin(1.0, coverArea.height() / htmlHeight(html, coverArea.width()));
    painter.save();
    painter.translate(coverArea.topLeft());
    painter.scale(scale, scale);
    const double tall = paintHtml(painter, QRectF(QPointF(), coverArea.size()), html);
    painter.restore();
    return tall * scale;
}

} // namespace

Result<std::unique_ptr<PackagePaper>> PackagePaper::make(PackageSheetData data)
{
    ASSIGN_OR_RETURN(const QString html, filledTemplate(u"package"_s, packageValues(data)));
    std::unique_ptr<PackagePaper> paper(new PackagePaper(std::move(data)));
    paper->m_html = html;
    return paper;
}

void PackagePaper::paint(Sheets& sheets) const
{
    sheets.begin(a4);
    double y = coverArea.top() + paintOnOneSheet(sheets.painter(), m_html) + 30;
    constexpr double qr = 360;
    const bool withFile = !m_data.sha256.isEmpty();
    // Code and boxes belong together: both on this sheet, or both on the next.
    if (y + (withFile ? qr : signatureHeight) > coverArea.bottom()) {
        sheets.begin(a4);
        y = coverArea.top();
    }
    QRectF boxes(coverArea.left(), y, coverArea.width(), signatureHeight);
    if (withFile) {
        paintQr(sheets.painter(), QRectF(coverArea.left(), y, qr, qr), m_data.sha256);
        boxes.setLeft(coverArea.left() + qr + 40);
    }
    paintSignatureBoxes(sheets.painter(), boxes, {u"中心经办人"_s, u"中心负责人（签章）"_s, u"接收单位（签章）"_s});
}

QString PackagePaper::title() const
{
    return u"%1 %2 %3"_s.arg(m_data.sha256.isEmpty() ? u"季度数据包封面"_s : u"季度数据包交接单"_s, m_data.centreCode,
                             m_data.quarter);
}

Result<std::unique_ptr<RecoveryPaper>> RecoveryPaper::make(RecoverySheetData data)
{
    TemplateValues values;
    values.fields = {
        {u"centre.name"_s, Value(data.centre)},
        {u"centre.code"_s, Value(data.centreCode)},
        {u"on"_s, Value(data.on)},
        {u"recovery_key"_s, Value(data.recoveryKey)},
        {u"minisign_public_key"_s, Value(data.minisignPublicKey)},
        {u"age_recipient"_s, Value(data.ageRecipient)},
    };
    ASSIGN_OR_RETURN(const QString html, filledTemplate(u"recovery"_s, values));
    return std::unique_ptr<RecoveryPaper>(new RecoveryPaper(html));
}

void RecoveryPaper::paint(Sheets& sheets) const
{
    sheets.begin(a4);
    const double tall = paintHtml(sheets.painter(), coverArea, m_html);
    paintSignatureBoxes(sheets.painter(),
                        QRectF(coverArea.left(), coverArea.top() + tall + 60, coverArea.width(), signatureHeight),
                        {u"打印人"_s, u"中心负责人（签章）"_s, u"保管人"_s});
}

QString RecoveryPaper::title() const
{
    return u"恢复密钥"_s;
}

} // namespace songhe::printing
