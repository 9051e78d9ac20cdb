// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>

class QPainter;

namespace songhe::printing {

/// The height a filled template takes at this width, in tenths of a millimetre (so are its `px`).
[[nodiscard]] double htmlHeight(const QString& html, double width);
/// Paints it at the top of `area`; returns its height.
double paintHtml(QPainter& painter, const QRectF& area, const QString& html);

} // namespace songhe::printing
