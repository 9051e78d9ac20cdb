// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/devices/device_plan.h"

#include "core/rules/data_file.h"

#include <QtCore/QFile>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initDeviceResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

Result<DevicePlan> DevicePlan::builtIn()
{
    initDeviceResources();
    QFile file(u":/catalogues/devices.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, tr("The catalogue of devices cannot be read."), file.fileName());
    return read(file.readAll(), u"devices.json"_s);
}

Result<DevicePlan> DevicePlan::read(const QByteArray& bytes, const QString& name)
{
    constexpr qint64 mostFen = 10'000'000;
    DataFile file(bytes, name);
    DataObject root = file.root();
    DevicePlan plan;
    root.oneOf(u"format"_s, {u"songhe-devices/1"_s});
    DataObject source = root.object(u"source"_s);
    Words::read(source.object(u"document"_s));
    Words::read(source.object(u"note"_s));
    source.nothingElse();
    plan.m_loanDays = int(root.integer(u"loanDays"_s, 1, 3650));
    for (DataObject& object : root.objects(u"kinds"_s)) {
        DeviceKind kind;
        kind.key = object.text(u"key"_s);
        kind.title = Words::read(object.object(u"title"_s));
        kind.deposit.value = object.integer(u"depositFen"_s, 0, mostFen);
        kind.lowRent.value = object.integer(u"lowRentFen"_s, 0, mostFen);
        kind.rent.value = object.integer(u"rentFen"_s, kind.lowRent.value, mostFen);
        object.nothingElse();
        if (plan.kind(kind.key))
            object.report(u"key"_s, tr("this key stands here twice."));
        plan.m_kinds.push_back(std::move(kind));
    }
    if (plan.m_kinds.empty())
        root.report(u"kinds"_s, tr("this list is empty."));
    root.nothingElse();
    RETURN_IF_ERROR(file.result());
    return plan;
}

const DeviceKind* DevicePlan::kind(const QString& key) const
{
    for (const DeviceKind& kind : m_kinds)
        if (kind.key == key)
            return &kind;
    return nullptr;
}

} // namespace songhe
