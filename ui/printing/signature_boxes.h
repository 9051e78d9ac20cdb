// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QStringList>

class QPainter;

namespace songhe::printing {

constexpr double signatureHeight = 260;

/// Boxes side by side, each with its word above and 年 月 日 below.
void paintSignatureBoxes(QPainter& painter, const QRectF& area, const QStringList& words);

} // namespace songhe::printing
