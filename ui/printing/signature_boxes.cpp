// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/signature_boxes.h"

#include "ui/printing/sheets.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

void paintSignatureBoxes(QPainter& painter, const QRectF& area, const QStringList& words)
{
    const double width = area.width() / double(words.size());
    painter.setPen(QPen(Qt::black, 1.5));
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF box(area.left() + width * double(i), area.top(), width, area.height());
        painter.drawRect(box);
        painter.setFont(paperFont(30));
        painter.drawText(box.adjusted(12, 10, -12, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words[i]);
        painter.setFont(paperFont(26));
        painter.drawText(box.adjusted(12, 0, -12, -10), Qt::AlignRight | Qt::AlignBottom, u"年    月    日"_s);
    }
}

} // namespace songhe::printing
