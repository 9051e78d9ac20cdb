// SPDX-License-Identifier: GPL-3.0-or-later
// A zip of a stranger with a bag in it, or not: read twice, never unpacked, within the limits.
#include "core/exchange/bag.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QBuffer>

using namespace songhe;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    BagCheck check;
    check.limits.zip.bytes = 8 << 20;
    check.limits.zip.entries = 200;
    check.limits.tagFileBytes = 1 << 20;
    check.keep = {QStringLiteral("data/datapackage.json")};
    qint64 seen = 0;
    check.sight = [&](const QString& path, QByteArrayView piece) -> Result<void> {
        fuzz::mustHold(isSafeBagPath(path) || piece.isEmpty());
        seen += piece.size();
        return {};
    };
    ZipBag tree(
        [&]() -> Result<std::unique_ptr<QIODevice>> {
            auto device = std::make_unique<QBuffer>();
            device->setData(bytes);
            device->open(QIODevice::ReadOnly);
            return std::unique_ptr<QIODevice>(std::move(device));
        },
        check.limits.zip);
    Progress progress;
    const auto report = verifyBag(tree, progress, check);
    fuzz::mustHold(seen <= check.limits.zip.bytes);
    // A bag that is right says so twice.
    if (report && report->ok()) {
        const auto again = verifyBag(tree, progress, check);
        fuzz::mustHold(again.ok() && again->ok());
    }
    return 0;
}
