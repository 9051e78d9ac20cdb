// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/service.h"
#include "core/storage/record_table.h"

namespace songhe {

/// One paper slip of a service that was made. The second one is a reprint, and says so.
struct SlipPrint {
    static constexpr const char* family = "slip_print";

    Id<SlipPrint> id;
    Id<Service> service;
    QString form; ///< a5, roll80
    int copy = 1; ///< 1: the first
    Recorded recorded;
};

template <> const Schema<SlipPrint>& schemaOf<SlipPrint>();

class SlipPrintRepository {
public:
    explicit SlipPrintRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_prints(ledger)
    { }

    Result<SlipPrint> add(const SlipPrint& print) { return m_prints.add(print); }
    /// How many slips of this service were made.
    Result<int> copies(Id<Service> service);

private:
    Ledger& m_ledger;
    RecordTable<SlipPrint> m_prints;
};

} // namespace songhe
