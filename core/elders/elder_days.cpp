// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/elder_days.h"

namespace songhe {

namespace {

struct SpanText {
    Q_DECLARE_TR_FUNCTIONS(songhe::DaySpan)
};

} // namespace

QString originOf(EntryWay way)
{
    return way == EntryWay::Desk ? QStringLiteral("desk") : QStringLiteral("records");
}

Result<void> checkSpan(const DaySpan& span)
{
    if (!span.from.isValid())
        return fail(Error::Kind::Invalid, SpanText::tr("The first day is missing. Please fill it in."));
    if (span.to && *span.to < span.from)
        return fail(Error::Kind::Invalid,
                    SpanText::tr("The last day (%1) lies before the first (%2). Please check both.")
                        .arg(span.to->toString(Qt::ISODate), span.from.toString(Qt::ISODate)));
    return {};
}

Result<Elder> ElderDays::check(Id<Elder> id, const DaySpan& span, EntryWay way)
{
    RETURN_IF_ERROR(checkSpan(span));
    if (id.isNull())
        return fail(Error::Kind::Invalid, tr("It does not say whose it is. Please name the elder."));
    ASSIGN_OR_RETURN(std::optional<Elder> elder, m_elders.find(id));
    if (!elder)
        return fail(Error::Kind::NotFound,
                    tr("There is no elder with number %1. Please search by name or number tail.").arg(id.text()));
    if (elder->recorded.isVoided())
        return fail(
            Error::Kind::Refused,
            tr("The file of elder %1 was made void. Please write it into the file that counts.").arg(id.text()));
    if (!elder->died)
        return *std::move(elder);
    const QString died = elder->died->toString(Qt::ISODate);
    if (span.from > *elder->died)
        return fail(
            Error::Kind::Refused,
            tr("Elder %1 is recorded as deceased on %2, and this begins on %3. Please check the day or the file.")
                .arg(id.text(), died, span.from.toString(Qt::ISODate)));
    if (way == EntryWay::Desk && (!span.to || *span.to > *elder->died))
        return fail(Error::Kind::Refused,
                    tr("Elder %1 is recorded as deceased on %2. Please enter that day, or an earlier one, as the last.")
                        .arg(id.text(), died));
    return *std::move(elder);
}

} // namespace songhe
