// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

class QWidget;

namespace songhe::ui {

/// Where a person who wants to look at pages and papers asks for their pictures: SONGHE_PICTURES. Empty: nobody does.
[[nodiscard]] QString picturesFolder();
/// Saves a picture there; true too where nobody asked.
bool savePicture(const QImage& image, const QString& name);
bool savePicture(QWidget& widget, const QString& name);

} // namespace songhe::ui
