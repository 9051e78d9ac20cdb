// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/services/catalogue.h"
#include "core/staff/staff.h"

namespace songhe {

enum class ServicePlace { Home, Centre, Elsewhere };
template <> std::span<const ChoiceName> choiceNames<ServicePlace>();

/// How the one who was served, or somebody in her place, proved it.
enum class SignedHow { Signature, Fingerprint, Proxy };
template <> std::span<const ChoiceName> choiceNames<SignedHow>();

/// One service done for one elder. Meals have records of their own.
struct Service {
    static constexpr const char* family = "service";

    Id<Service> id;
    Id<Elder> elder;
    QString item; ///< of the service catalogue: cleaning, bath
    QDate servedOn;
    std::optional<QDateTime> at; ///< when it began, UTC
    std::optional<int> minutes;
    std::optional<Id<Staff>> staff;
    std::optional<Id<Site>> site;
    std::optional<ServicePlace> place;
    Fen price;
    Fen subsidy;                     ///< the part of the price that public money pays
    std::optional<int> satisfaction; ///< 1 to 5
    std::optional<QString> origin;   ///< desk, records
    std::optional<QString> note;     ///< sealed
    std::optional<Payer> payer;
    std::optional<Id<Service>> group; ///< of many who were served together: the first one's number, its own there
    std::optional<SignedHow> signedHow;
    std::optional<QDateTime> signedAt; ///< when the slip came back signed, UTC
    std::optional<QString> signedBy;   ///< sealed; the proxy
    std::optional<QString> relation;   ///< sealed; the proxy's to the elder
    std::optional<QString> complaint;  ///< sealed
    Recorded recorded;
};

template <> const Schema<Service>& schemaOf<Service>();

} // namespace songhe
