// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/day_options.h"
#include "app/cli/record_commands.h"

#include "core/devices/device_desk.h"

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

struct OpenDevices {
    DevicePlan plan;
    std::optional<DeviceDesk> desk;
};

Result<std::unique_ptr<OpenDevices>> openDevices(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    auto open = std::make_unique<OpenDevices>();
    ASSIGN_OR_RETURN(open->plan, DevicePlan::builtIn());
    open->desk.emplace(*ledger, open->plan);
    return open;
}

CommandResult deviceAdd(Context& context)
{
    ASSIGN_OR_RETURN(Device device, recordGiven<Device>(context));
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const Device added, open->desk->add(std::move(device)));
    return answerAdded(added);
}

Result<Device> deviceGiven(Context& context, DeviceDesk& desk)
{
    QString text = context.word(0);
    if (text.isEmpty()) {
        ASSIGN_OR_RETURN(text, context.need(u"device"_s));
    }
    return desk.resolve(text);
}

Result<std::optional<Fen>> fenGiven(const Context& context, const QString& option)
{
    if (!context.has(option))
        return std::optional<Fen>();
    bool whole = false;
    const qint64 fen = context.value(option).toLongLong(&whole);
    if (!whole)
        return usage(Context::tr("--%1: '%2' is no whole number.").arg(option, context.value(option).left(40)));
    return std::optional(Fen {fen});
}

/// Deposit and rent come from the catalogue and her category of the day unless they are given.
CommandResult deviceLend(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const Device device, deviceGiven(context, *open->desk));
    ASSIGN_OR_RETURN(const QString elder, context.need(u"elder"_s));
    DeviceLoan loan;
    loan.device = device.id;
    ASSIGN_OR_RETURN(loan.elder, elderCalled(context, elder));
    ASSIGN_OR_RETURN(loan.from, dayGiven(context));
    if (context.has(u"due"_s)) {
        ASSIGN_OR_RETURN(loan.dueOn, context.day(context.value(u"due"_s), u"--due"_s));
    }
    ASSIGN_OR_RETURN(const PolicyShelf* shelf, context.shelf());
    ASSIGN_OR_RETURN(const RentQuote quote, open->desk->quote(device.id, loan.elder, loan.from, *shelf));
    ASSIGN_OR_RETURN(const auto deposit, fenGiven(context, u"deposit-fen"_s));
    ASSIGN_OR_RETURN(const auto rent, fenGiven(context, u"rent-fen"_s));
    loan.deposit = deposit.value_or(quote.deposit);
    loan.rent = rent.value_or(quote.rent);
    loan.rentClass = quote.rentClass;
    if (context.has(u"note"_s))
        loan.note = context.value(u"note"_s);
    ASSIGN_OR_RETURN(const DeviceLoan added, open->desk->add(std::move(loan)));
    return answerAdded(added);
}

CommandResult deviceReturn(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const Device device, deviceGiven(context, *open->desk));
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto back, fenGiven(context, u"deposit-back-fen"_s));
    ASSIGN_OR_RETURN(const DeviceLoan ended, open->desk->takeBack(device.id, day, back));
    return answerChanged(ended);
}

/// Every device, and who has it on the day.
CommandResult deviceList(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const std::vector<Device> devices, open->desk->devices());
    ASSIGN_OR_RETURN(const std::vector<DeviceLoan> lent, open->desk->lentOn(day));
    QJsonArray json;
    QString text;
    for (const Device& device : devices) {
        QJsonObject shown = recordJson(device);
        QJsonValue loan, elder;
        for (const DeviceLoan& each : lent)
            if (each.device == device.id) {
                loan = each.id.text();
                elder = each.elder.text();
            }
        shown.insert(u"loan"_s, loan);
        shown.insert(u"lent_to"_s, elder);
        json << shown;
        text += recordLine(shown) + u'\n';
    }
    return Answer {json, text};
}

CommandResult deviceOverdue(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const std::vector<DeviceLoan> overdue, open->desk->overdueOn(day));
    Answer answer = answerList(overdue);
    if (overdue.empty())
        answer.text = DayText::tr("No device is overdue.");
    return answer;
}

CommandResult deviceVoid(Context& context)
{
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(const auto open, openDevices(context));
    ASSIGN_OR_RETURN(const Device device, deviceGiven(context, *open->desk));
    ASSIGN_OR_RETURN(const Device voided, open->desk->voidDevice(device.id, reason));
    return Answer {recordJson(voided), Context::tr("Record %1 is void now.").arg(voided.id.text())};
}

} // namespace

void addDeviceCommands(std::vector<Command>& table)
{
    table.push_back({"device add", "", recordOptions(fieldsOf<Device>()), &deviceAdd});
    table.push_back({"device lend",
                     "[CODE]",
                     {{"device", "CODE"},
                      {"elder", "ID|TEXT"},
                      {"on", "DATE"},
                      {"due", "DATE"},
                      {"deposit-fen", "N"},
                      {"rent-fen", "N"},
                      {"note", "V"}},
                     &deviceLend,
                     0,
                     1});
    table.push_back({"device return",
                     "[CODE]",
                     {{"device", "CODE"}, {"on", "DATE"}, {"deposit-back-fen", "N"}},
                     &deviceReturn,
                     0,
                     1});
    table.push_back({"device list", "", {{"on", "DATE"}}, &deviceList});
    table.push_back({"device overdue", "", {{"on", "DATE"}}, &deviceOverdue});
    table.push_back({"device void", "[CODE]", {{"device", "CODE"}, {"reason", "R"}}, &deviceVoid, 0, 1});
}

} // namespace songhe::cli
