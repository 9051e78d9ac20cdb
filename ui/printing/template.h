// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/records/value.h"

#include <QtCore/QHash>

#include <vector>

namespace songhe::printing {

using TemplateFields = QHash<QString, Value>;

/// What a print template is filled with.
struct TemplateValues {
    TemplateFields fields;
    QHash<QString, std::vector<TemplateFields>> lists;
};

/// Fills a template:
///
///     {{meal.served_on|day}}         2021年9月3日
///     {{meal.price_fen|capitals}}    叁元整 (yuan: 3.00)
///     {{?meal.note}}…{{/meal.note}}  only where there is one
///     {{*lines}}…{{/lines}}          once for each line of the list
///
/// Values are escaped: what people typed is never HTML. A key or filter nobody knows is an error naming the template
/// and the key.
Result<QString> fillTemplate(const QString& name, const QString& html, const TemplateValues& values);

/// The template file `:/print/NAME.html`, filled.
Result<QString> filledTemplate(const QString& name, const TemplateValues& values);

} // namespace songhe::printing
