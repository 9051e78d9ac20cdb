// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_desk.h"

#include "core/base/wipe.h"
#include "core/centre/settings.h"
#include "core/exchange/package_check_repository.h"
#include "core/exchange/package_numbers.h"
#include "core/rules/policy_desk.h"
#include "core/subsidies/claim_desk.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMap>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<PackageDoubt>> PackageDesk::preflight(Quarter quarter)
{
    PackageCheckRepository books(m_ledger);
    std::vector<PackageDoubt> doubts;
    const auto about = [&](const char* code, const QString& text, std::vector<qint64> elders = {}) {
        doubts.push_back({QString::fromLatin1(code), text, std::move(elders)});
    };
    ASSIGN_OR_RETURN(const qint64 meals, books.mealsIn(quarter));
    if (meals == 0)
        about("no_records", tr("No meal was recorded in %1. Is it the right quarter?").arg(quarter.text()));
    if (m_ledger.today() <= quarter.last())
        about("quarter_running",
              tr("%1 is not over before %2. What is recorded later needs another package.")
                  .arg(quarter.text(), quarter.last().toString(Qt::ISODate)));
    ASSIGN_OR_RETURN(const QString recipient, Settings(m_ledger).value(u"district.recipient"_s));
    if (recipient.isEmpty())
        about("no_recipient",
              tr("The district's key is not set. Enter it in the settings, or seal the package with a passphrase."));
    ASSIGN_OR_RETURN(const QStringList months, books.monthsWithoutClaim(quarter));
    for (const QString& month : months)
        about("month_not_settled", tr("%1 has meals but no claim. Settle the month first.").arg(month));
    ASSIGN_OR_RETURN(std::vector<qint64> elders, books.servedWithoutNumber(quarter));
    if (!elders.empty())
        about("no_number", tr("Persons served without a resident number: %1.").arg(elders.size()), elders);
    ASSIGN_OR_RETURN(elders, books.servedWithoutDivision(quarter));
    if (!elders.empty())
        about("no_division",
              tr("Persons served on a day for which no registered division is known: %1.").arg(elders.size()), elders);
    ASSIGN_OR_RETURN(elders, books.servedWithDoubtfulFacts(quarter));
    if (!elders.empty())
        about("doubtful_facts", tr("Persons served who have facts that could not be told: %1.").arg(elders.size()),
              elders);
    ASSIGN_OR_RETURN(elders, books.servedAfterDeath(quarter));
    if (!elders.empty())
        about("served_after_death", tr("Persons with meals after the date of death: %1.").arg(elders.size()), elders);
    return doubts;
}

Result<std::vector<PackageFile>> PackageDesk::policies()
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(m_ledger).shelf());
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, ClaimRepository(m_ledger).list());
    QMap<QString, QByteArray> files; // by name, so that their order is always the same
    const auto take = [&](const Policy* policy) {
        if (policy)
            files.insert(u"%1-%2.json"_s.arg(policy->id).arg(policy->version), policy->bytes);
    };
    for (const Claim& claim : claims)
        for (const QJsonValue& version : claim.versions)
            take(shelf.byDigest(version.toObject().value(u"digest"_s).toString()));
    ASSIGN_OR_RETURN(const QString current, Settings(m_ledger).value(u"meal.policy"_s));
    for (const Policy* policy : shelf.versions(current))
        take(policy);
    std::vector<PackageFile> list;
    for (auto it = files.constBegin(); it != files.constEnd(); ++it)
        list.push_back({it.key(), it.value()});
    return list;
}

Result<QStringList> PackageDesk::passNumbers(PackageRequest& request, const PackagePlace& place, Progress& progress)
{
    const QStringList files = place.packages();
    PackageRepository packages(m_ledger);
    ASSIGN_OR_RETURN(const std::vector<Package> known, packages.list());
    ASSIGN_OR_RETURN(const int next, packages.nextSequence());
    AgeKeys keys;
    if (m_identity.ageIdentity.size() > 0) {
        ASSIGN_OR_RETURN(AgeIdentity own, AgeIdentity::fromText(m_identity.ageIdentity.view()));
        keys.identities.push_back(std::move(own));
    }
    const QString& code = m_identity.centre.code;
    ASSIGN_OR_RETURN(const StickNumbers found, numbersOnStick(files, code, known, next - 1, keys, progress));
    request.above = qMax(request.above, found.highest);
    // Somebody else's file may have the very name.
    const auto isThere = [&](int number) {
        const QString name = packageName(code, request.quarter, number) + u".zip.age"_s;
        return std::any_of(files.begin(), files.end(),
                           [&name](const QString& path) { return QFileInfo(path).fileName() == name; });
    };
    while (isThere(qMax(next, request.above + 1)))
        request.above = qMax(next, request.above + 1);
    return found.notices;
}

Result<WrittenPackage> PackageDesk::write(PackageRequest request, PackagePlace& place, Progress& progress)
{
    if (!request.recipients.isEmpty() && !request.passphrase.isEmpty())
        return fail(Error::Kind::Invalid,
                    tr("A package is sealed to keys or to a passphrase, not to both. Leave one out."));
    if (request.recipients.isEmpty() && request.passphrase.isEmpty()) {
        ASSIGN_OR_RETURN(const QString recipient, Settings(m_ledger).value(u"district.recipient"_s));
        if (!recipient.isEmpty())
            request.recipients << recipient;
    }
    if (request.policies.empty()) {
        ASSIGN_OR_RETURN(request.policies, policies());
    }
    ASSIGN_OR_RETURN(QStringList notices, passNumbers(request, place, progress));
    ASSIGN_OR_RETURN(WrittenPackage written, PackageWriter(m_ledger, m_identity).write(request, place, progress));
    written.notices = std::move(notices);
    // Signed claims of the quarter have left the house with it.
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(m_ledger).shelf());
    RETURN_IF_ERROR(ClaimDesk(m_ledger, shelf, Wording())
                        .exported(request.quarter.first(), request.quarter.last(), written.package.fileName));
    return written;
}

Result<PackageVerdict> PackageDesk::verify(const QString& path, PackageTrust trust, const SecureBytes& own,
                                           Progress& progress)
{
    if (trust.keys.identities.empty() && trust.keys.passphrase.isEmpty()) {
        ASSIGN_OR_RETURN(AgeIdentity identity, AgeIdentity::fromText(own.view()));
        trust.keys.identities.push_back(std::move(identity));
        if (!trust.publicKey) {
            ASSIGN_OR_RETURN(trust.publicKey,
                             MinisignPublicKey::fromText(m_identity.centre.minisignPublicKey.toLatin1()));
        }
        // One of our own that was sealed to a passphrase alone: the passphrase is kept with its record.
        ASSIGN_OR_RETURN(const std::vector<Package> written, list());
        for (const Package& package : written)
            if (package.passphrase && package.fileName == QFileInfo(path).fileName())
                trust.keys.passphrase = takeSecret(package.passphrase->toUtf8());
    }
    return verifyPackage(path, trust, progress);
}

} // namespace songhe
