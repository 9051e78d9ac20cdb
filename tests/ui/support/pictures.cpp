// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/pictures.h"

#include <QtCore/QDir>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

namespace songhe::ui {

QString picturesFolder()
{
    return qEnvironmentVariable("SONGHE_PICTURES");
}

bool savePicture(const QImage& image, const QString& name)
{
    const QString folder = picturesFolder();
    return folder.isEmpty() || (QDir().mkpath(folder) && image.save(folder + u'/' + name + QStringLiteral(".png")));
}

bool savePicture(QWidget& widget, const QString& name)
{
    return picturesFolder().isEmpty() || savePicture(widget.grab().toImage(), name);
}

} // namespace songhe::ui
