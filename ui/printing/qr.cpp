// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/qr.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <memory>
#include <qrencode.h>

namespace songhe::printing {

bool paintQr(QPainter& painter, const QRectF& box, const QString& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return false;
    constexpr int margin = 4;
    const int modules = code->width + 2 * margin;
    const double step = std::min(box.width(), box.height()) / modules;
    // One path: single rectangles show hairlines between them in some viewers.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            int run = 0;
            while (x + run < code->width && (code->data[y * code->width + x + run] & 1) != 0)
                ++run;
            if (run > 0)
                path.addRect(box.left() + (x + margin) * step, box.top() + (y + margin) * step, run * step, step);
            x += run;
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(box, Qt::white);
    painter.fillPath(path, Qt::black);
    painter.restore();
    return true;
}

} // namespace songhe::printing
