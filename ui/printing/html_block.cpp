// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/html_block.h"

#include "ui/printing/sheets.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPainter>
#include <QtGui/QTextDocument>

namespace songhe::printing {

namespace {

constexpr int htmlType = 33; // about 9.5 point

void layOut(QTextDocument& document, const QString& html, double width)
{
    document.setDocumentMargin(0);
    document.setDefaultFont(paperFont(htmlType));
    document.setHtml(html);
    document.setTextWidth(width);
}

} // namespace

double htmlHeight(const QString& html, double width)
{
    QTextDocument document;
    layOut(document, html, width);
    return document.size().height();
}

double paintHtml(QPainter& painter, const QRectF& area, const QString& html)
{
    QTextDocument document;
    layOut(document, html, area.width());
    painter.save();
    painter.translate(area.topLeft());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    return document.size().height();
}

} // namespace songhe::printing
