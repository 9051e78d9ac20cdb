// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/importing/record_json.h"

#include <functional>

namespace songhe::cli {

/// The options of 'NAME add': the short keys of the record's field table with - for _. They live as long as the
/// program.
std::vector<OptionLine> recordOptions(std::span<const FieldInfo> fields);
/// What was given with them, as `import records` takes it.
Result<QJsonObject> recordJsonFromOptions(Context& context, std::span<const FieldInfo> fields);
/// One line of a list: what is filled in, in the order of the field table.
[[nodiscard]] QString recordLine(const QJsonObject& json);

template <typename R> std::vector<FieldInfo> fieldsOf()
{
    return {schemaOf<R>().fields.begin(), schemaOf<R>().fields.end()};
}

/// What was given with the options of NAME add.
template <typename R> Result<R> recordGiven(Context& context)
{
    ASSIGN_OR_RETURN(const QJsonObject json, recordJsonFromOptions(context, fieldsOf<R>()));
    auto record = recordFromJson<R>(json);
    if (!record)
        return usage(record.error().message);
    return *std::move(record);
}

template <typename R> Answer answerAdded(const R& added)
{
    const QJsonObject shown = recordJson(added);
    return {shown, Context::tr("Recorded under number %1.").arg(added.id.text()) + u'\n' + recordLine(shown)};
}

template <typename R> Answer answerChanged(const R& record)
{
    const QJsonObject shown = recordJson(record);
    return {shown, recordLine(shown)};
}

/// The command lines of one family that lives by its field table alone: add, list and void. `Desk` has add(R), the
/// functions list and take back.
///
///     recordCommands<Absence, AbsenceDesk, &AbsenceDesk::voidAbsence>(table, "absence add", "absence list", …, &all);
template <typename R, typename Desk> CommandResult addRecord(Context& context)
{
    ASSIGN_OR_RETURN(R record, recordGiven<R>(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const R added, Desk(*ledger).add(std::move(record)));
    return answerAdded(added);
}

template <typename R> Answer answerList(const std::vector<R>& records)
{
    QJsonArray json;
    QString text;
    for (const R& record : records) {
        json << recordJson(record);
        text += recordLine(json.last().toObject()) + u'\n';
    }
    return {json, text};
}

template <typename R, typename Desk, auto TakeBack> CommandResult voidRecord(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString reason, context.need(QStringLiteral("reason")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    Desk desk(*ledger);
    ASSIGN_OR_RETURN(const R voided, (desk.*TakeBack)(Id<R> {id}, reason));
    return Answer {recordJson(voided), Context::tr("Record %1 is void now.").arg(voided.id.text())};
}

} // namespace songhe::cli
