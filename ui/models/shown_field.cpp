// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "ui/models/record_table_model.h"
#include "ui/widgets/edits.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

QString shownField(const FieldInfo& field, const Value& value, QDate today)
{
    if (value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Day:
        return dayText(value.day(), today);
    case FieldKind::Moment: {
        const QDateTime moment = value.moment();
        return u"%1 %2"_s.arg(dayText(Clock::dayOf(moment), today), Clock::timeOf(moment).toString(u"HH:mm"_s));
    }
    case FieldKind::Money:
        return Fen {value.integer()}.yuanText();
    case FieldKind::Area:
        return Area {value.integer()}.squareMetresText();
    case FieldKind::Flag:
        return value.integer() != 0 ? QCoreApplication::translate("songhe::ui", "yes") : QString();
    case FieldKind::Choice:
        for (const ChoiceName& name : field.choices())
            if (value.text() == QLatin1String(name.key))
                return QCoreApplication::translate(name.context, name.label);
        return value.text();
    case FieldKind::TextList: {
        const auto list = detail::jsonList(value.text());
        return list ? list->join(u"、"_s) : value.text();
    }
    case FieldKind::Integer:
    case FieldKind::Id:
    case FieldKind::Reference:
        return value.isInteger() ? QString::number(value.integer()) : value.text();
    case FieldKind::Text:
        return value.text();
    case FieldKind::Json:
    case FieldKind::Bytes:
        break;
    }
    return {};
}

} // namespace songhe::ui
