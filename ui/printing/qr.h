// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>

class QPainter;

namespace songhe::printing {

/// Draws a QR code into `box`, its 4 modules of margin included. False if the text is too long for one.
bool paintQr(QPainter& painter, const QRectF& box, const QString& text);

} // namespace songhe::printing
