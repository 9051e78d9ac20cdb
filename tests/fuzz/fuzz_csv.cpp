// SPDX-License-Identifier: GPL-3.0-or-later
// CSV of a package, in pieces of any size, and CSV that somebody calls a roster.
#include "core/exchange/csv_text.h"
#include "core/importing/sheet_readers.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace songhe;

namespace {

struct Taken {
    bool whole = false;
    std::vector<std::vector<QByteArray>> records;
    bool operator==(const Taken&) const = default;
};

Taken take(QByteArrayView bytes, qsizetype piece)
{
    Taken taken;
    CsvScanner scanner;
    const auto keep = [&](const std::vector<QByteArrayView>& cells) {
        auto& record = taken.records.emplace_back();
        for (const QByteArrayView cell : cells)
            record.push_back(cell.toByteArray());
        return taken.records.size() < 10'000;
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        if (!scanner.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)), keep))
            return taken;
    taken.whole = scanner.finish(keep);
    return taken;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (bytes.size() < 2)
        return 0;
    const Taken whole = take(bytes, bytes.size());
    fuzz::mustHold(take(bytes, 1 + uchar(bytes.front()) % 7) == whole);
    // What was taken apart and is put together again is the same.
    if (whole.whole) {
        std::string text;
        for (const auto& record : whole.records) {
            for (std::size_t i = 0; i < record.size(); ++i) {
                if (i > 0)
                    text.push_back(',');
                appendCsvCell(text, record[i]);
            }
            text.append("\r\n");
        }
        fuzz::mustHold(take({text.data(), qsizetype(text.size())}, qsizetype(text.size()) + 1).records
                       == whole.records);
    }
    SheetLimits limits;
    limits.rows = 2'000;
    limits.cells = 20'000;
    Progress progress;
    static_cast<void>(readCsv(bytes, progress, limits));
    return 0;
}
