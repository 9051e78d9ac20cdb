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
    constexpr int mostHours = 84;
    staff.name = staff.name.trimmed();
    if (staff.weeklyHours && (*staff.weeklyHours < 0 || *staff.weeklyHours > mostHours))
        return fail(Error::Kind::Invalid,
                    tr("Hours a week are 0 to %1, not %2.").arg(mostHours).arg(*staff.weeklyHours));
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

Result<Staff> StaffDesk::show(Id<Staff> id)
{
    ASSIGN_OR_RETURN(std::optional<Staff> staff, m_staff.find(id));
    if (!staff || staff->recorded.isVoided())
        return fail(Error::Kind::NotFound,
                    tr("There is nobody of the staff with number %1. Please add the person first.").arg(id.text()));
    return *std::move(staff);
}

Result<std::vector<StaffDesk::Expiring>> StaffDesk::expiring(QDate day, int days)
{
    ASSIGN_OR_RETURN(const std::vector<Staff> all, m_staff.list());
    std::vector<Expiring> found;
    for (const Staff& staff : all) {
        if (!staff.worksOn(day))
            continue;
        for (const QJsonValue& each : staff.certificates) {
            const QString kind = each[u"kind"].toString();
            const QDate until = QDate::fromString(each[u"until"].toString(), Qt::ISODate);
            // One that was renewed meanwhile is no longer of interest.
            if (until.isValid() && until <= day.addDays(days) && !staff.isCertified(kind, day.addDays(days)))
                found.push_back({staff.id, staff.name, kind, until});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Expiring& left, const Expiring& right) { return left.until < right.until; });
    return found;
}

Result<Staff> StaffDesk::voidStaff(Id<Staff> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_staff.voidStaff(id, reason); });
}

} // namespace songhe
