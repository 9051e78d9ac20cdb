// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/reason_text.h"

namespace songhe {

QString filledText(const QString& words, const QStringList& values)
{
    QString filled;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int number = i + 1 < words.size() && words[i] == u'%' ? words[i + 1].digitValue() : -1;
        if (number < 1) {
            filled += words[i];
            continue;
        }
        filled += values.value(number - 1);
        ++i;
    }
    return filled;
}

} // namespace songhe
