// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/service.h"
#include "core/storage/record_table.h"

namespace songhe {

class ServiceRepository {
public:
    explicit ServiceRepository(Ledger& ledger)
        : m_services(ledger)
    { }

    Result<Service> add(const Service& service) { return m_services.add(service); }
    Result<Service> change(const Service& service) { return m_services.change(service); }
    Result<Service> voidService(Id<Service> id, const QString& reason) { return m_services.voidRecord(id, reason); }
    Result<std::optional<Service>> find(Id<Service> id) { return m_services.find(id); }
    /// Not void; by moment, then id.
    Result<std::vector<Service>> listOn(QDate day);
    Result<std::vector<Service>> listIn(QDate first, QDate last);
    /// All who were served together.
    Result<std::vector<Service>> listOf(Id<Service> group);
    Result<std::vector<Service>> listOf(Id<Elder> elder, QDate first, QDate last);
    Result<std::vector<Service>> listOf(Id<Staff> staff, QDate first, QDate last);

private:
    RecordTable<Service> m_services;
};

} // namespace songhe
