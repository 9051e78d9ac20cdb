// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/staff_desk.h"

#include "core/centre/site_repository.h"

#include <QtCore/QRegularExpression>

namespace songhe {

namespace {

/// Certificates stand in clear, so nothing but a kind and days may stand there: a certificate's number names a person.
bool isCertificate(const QJsonValue& value)
{
    static const QRegularExpression word(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    const QJsonObject parts = value.toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        const bool isDay = part.key() == u"from" || part.key() == u"until";
        if (part.key() != u"kind" && !isDay)
            return false;
        if (isDay && !part.value().isNull() && !QDate::fromString(part.value().toString(), Qt::ISODate).isValid())
            return false;
    }
    return word.match(parts[u"kind"].toString()).hasMatch();
}

} // namespace

Result<void> StaffDesk::check(Staff& staff)
{
    constexpr qsizetype mostCertificates = 20;
    staff.name = staff.name.trimmed();
    if (staff.certificates.size() > mostCertificates
        || !std::all_of(staff.certificates.begin(), staff.certificates.end(), isCertificate))
        return fail(Error::Kind::Invalid,
                    tr("Write certificates as a list of at most %1, each with kind (a word such as care_worker), and "
                       "from and until as days.")
                        .arg(mostCertificates));
    if (staff.from && staff.to && *staff.to < *staff.from)
        return fail(Error::Kind::Invalid,
                    tr("The last day (%1) lies before the first (%2). Please check both.")
                        .arg(staff.to->toString(Qt::ISODate), staff.from->toString(Qt::ISODate)));
    if (!staff.site)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*staff.site));
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(staff.site->text()));
    return {};
}

Result<Staff> StaffDesk::add(Staff staff)
{
    return m_ledger.transact([&]() -> Result<Staff> {
        RETURN_IF_ERROR(check(staff));
        return m_staff.add(staff);
    });
}

Result<Staff> StaffDesk::edit(Staff staff)
{
    return m_ledger.transact([&]() -> Result<Staff> {
        RETURN_IF_ERROR(check(staff));
        return m_staff.change(staff);
    });
}

Result<Staff> StaffDesk::voidStaff(Id<Staff> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_staff.voidStaff(id, reason); });
}

} // namespace songhe
