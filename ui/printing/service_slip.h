// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "core/services/service_desk.h"
#include "ui/printing/slip.h"

namespace songhe::printing {

/// What stands on the slip of one service: for whom, what, when, how long, where, by whom, what it costs and who pays,
/// and boxes for her signature or fingerprint or a proxy. The QR code holds the record's number.
struct ServiceSlip {
    QString centre;
    QString number;
    QString elderName, item, staffName, siteName;
    QString place, payer, proof; ///< in words
    QDate on;
    QString time; ///< 09:00–10:30
    std::optional<int> minutes;
    Fen price, subsidy;
    QString caller; ///< who ordered, where it was not the elder herself: 王芳（女儿）13800000000
    QString recordedBy;
    QDateTime recordedAt;
    bool demonstration = false;
    int copy = 1; ///< the second and later ones say that they are reprints
};

/// Where a service was, as Chinese paper says it whatever the user's language is.
[[nodiscard]] QString placeOnPaper(ServicePlace place);
/// From when to when: 09:00–10:30; empty where it is not known.
[[nodiscard]] QString slotOnPaper(const Service& service);

/// One slip a sheet; A5, or the length it needs on an 80 mm roll.
class ServiceSlipPaper final : public Paper {
public:
    static Result<std::unique_ptr<ServiceSlipPaper>> make(const std::vector<ServiceSlip>& slips, SlipForm form);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    struct Ready {
        QString html, number;
    };
    ServiceSlipPaper(std::vector<Ready> slips, SlipForm form)
        : m_slips(std::move(slips))
        , m_form(form)
    { }
    std::vector<Ready> m_slips;
    SlipForm m_form;
};

/// Makes slips out of services: what desktop and command line both print.
class ServicePapers {
    Q_DECLARE_TR_FUNCTIONS(songhe::printing::ServicePapers)

public:
    explicit ServicePapers(Session& session)
        : m_session(session)
        , m_services(session.ledger())
        , m_bookings(session.ledger())
    { }

    /// Writes down that these slips are made (in one transaction) and gives them, each with its copy.
    Result<std::vector<ServiceSlip>> print(const std::vector<Service>& services, SlipForm form);
    /// The same as they would come out now, without writing it down: for a preview.
    Result<std::vector<ServiceSlip>> look(const std::vector<Service>& services);
    Result<void> printed(const std::vector<Service>& services, SlipForm form);
    /// One that counts. `NotFound` where no service has this number.
    Result<Service> service(Id<Service> id) { return m_services.show(id); }
    Result<std::vector<Service>> servicesOn(QDate day) { return m_services.listOn(day); }

private:
    Result<ServiceSlip> slipOf(const Service& service);
    Result<QString> userName(Id<User> user);

    Session& m_session;
    ServiceDesk m_services;
    BookingRepository m_bookings;
};

} // namespace songhe::printing
