// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

class QCoreApplication;

namespace songhe {

/// Languages the program speaks, the default first: `zh_CN`, `en`.
[[nodiscard]] QStringList languages();

/// Makes tr() speak `language` from now on; words of Qt's own dialogs too, where the machine has them. One that is not
/// spoken here leaves everything as it was and returns false. May be called again to change the language.
bool loadTranslations(QCoreApplication& app, const QString& language);

} // namespace songhe
