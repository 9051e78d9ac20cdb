// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_desk.h"

#include "core/district/finding_repository.h"
#include "core/district/package_intake.h"
#include "core/exchange/package_place.h"
#include "core/exchange/receipt_writer.h"
#include "core/exchange/safe_file.h"
#include "core/exchange/short_code.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>

namespace songhe {

using namespace Qt::StringLiterals;

namespace district_desk {

const QString packageEnd = QStringLiteral(".zip.age");
const QString receiptEnd = QStringLiteral(".receipt.zip.age");

bool isPackageName(const QString& name)
{
    return name.endsWith(packageEnd) && !name.endsWith(receiptEnd);
}

/// Problem codes as others rely on them; what the bag's own check calls more precisely stays in the words.
QString codeOf(const QString& code)
{
    if (code == u"cannot_open"_s || code == u"damaged"_s)
        return u"cannot_open"_s;
    if (code == u"not_signed"_s || code == u"bad_signature"_s)
        return u"bad_signature"_s;
    if (code == u"unknown_centre"_s || code == u"chain_broken"_s || code == u"name_differs"_s)
        return code;
    return u"bad_digest"_s;
}

RowCounts countsFrom(const QJsonObject& json)
{
    return {json[u"new"_s].toInteger(),        json[u"updated"_s].toInteger(),  json[u"unchanged"_s].toInteger(),
            json[u"superseded"_s].toInteger(), json[u"conflict"_s].toInteger(), json[u"refused"_s].toInteger()};
}

QJsonArray problemsJson(const std::vector<BagProblem>& problems)
{
    QJsonArray json;
    for (const BagProblem& problem : problems)
        json << QJsonObject {
            {u"code"_s, problem.code},
            {u"text"_s, problem.file.isEmpty() ? problem.text : problem.file + u": "_s + problem.text}};
    return json;
}

} // namespace district_desk

QStringList packageFiles(const QStringList& paths)
{
    QStringList found;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            found << path;
            continue;
        }
        QDirIterator walk(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (district_desk::isPackageName(QFileInfo(file).fileName()))
                found << file;
        }
    }
    // songhe-CODE-2026Q3-0004: quarters and sequences rise together, and a code stays together.
    std::sort(found.begin(), found.end(), [](const QString& left, const QString& right) {
        const auto key = [](const QString& path) {
            const QString name = QFileInfo(path).fileName();
            return std::pair(name.section(u'-', 0, -3) + u'-' + name.section(u'-', -1), path);
        };
        return key(left) < key(right);
    });
    return found;
}

QJsonObject FileOutcome::toJson() const
{
    return {{u"file"_s, file},
            {u"centre"_s, centre},
            {u"sequence"_s, sequence},
            {u"package"_s, package},
            {u"short_code"_s, packageShortCode(sha256)},
            {u"status"_s, status},
            {u"problems"_s, district_desk::problemsJson(problems)},
            // What is older than what is here changes nothing: it counts among the unchanged.
            {u"records"_s,
             QJsonObject {{u"new"_s, counts.added},
                          {u"updated"_s, counts.updated},
                          {u"unchanged"_s, counts.unchanged + counts.older},
                          {u"conflict"_s, counts.conflict},
                          {u"superseded"_s, counts.older},
                          {u"refused"_s, counts.refused}}}};
}

QJsonObject MergeReport::toJson() const
{
    QJsonArray files;
    for (const FileOutcome& file : packages)
        files << file.toJson();
    QJsonArray found;
    for (const Finding& finding : findings)
        found << finding.toJson();
    return {{u"packages"_s, files}, {u"findings"_s, found}, {u"receipts"_s, QJsonArray::fromStringList(receipts)}};
}

Result<TrustedCentre> DistrictDesk::trust(const QString& code, const QString& minisignKey)
{
    if (code.trimmed().isEmpty() || code.size() > 40)
        return fail(Error::Kind::Invalid, tr("The centre's code is missing or too long."));
    ASSIGN_OR_RETURN(const MinisignPublicKey key, MinisignPublicKey::fromText(minisignKey.trimmed().toLatin1()));
    return m_store.transact([&]() -> Result<TrustedCentre> {
        ASSIGN_OR_RETURN(auto known, m_districts.centre(code.trimmed()));
        if (known && known->minisignKey != key.text())
            return fail(
                Error::Kind::Conflict,
                tr("Centre %1 is trusted with another key already. A centre's key does not change: ask there what "
                   "happened before you go on.")
                    .arg(code));
        if (!known) {
            RETURN_IF_ERROR(m_districts.trust(code.trimmed(), key.text(), m_clock.now()));
            RETURN_IF_ERROR(FindingRepository(m_store).expire()); // who is trusted is asked for packages
            ASSIGN_OR_RETURN(known, m_districts.centre(code.trimmed()));
        }
        return *known;
    });
}

/// Says so in the outcome, where these bytes were merged before.
Result<bool> DistrictDesk::isKnown(FileOutcome& outcome)
{
    ASSIGN_OR_RETURN(const auto known, m_districts.package(outcome.sha256));
    if (!known)
        return false;
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, m_districts.centres());
    for (const TrustedCentre& centre : centres)
        if (centre.number == known->centre)
            outcome.centre = centre.code;
    outcome.package = known->name;
    outcome.sequence = known->sequence;
    outcome.status = u"already_here"_s;
    for (const QJsonValue& table : known->tables)
        outcome.counts.unchanged += district_desk::countsFrom(table.toObject()).rows();
    return true;
}

Result<FileOutcome> DistrictDesk::mergeFile(const QString& path, Progress& progress, bool& changed)
{
    FileOutcome outcome;
    outcome.file = QFileInfo(path).fileName();
    const auto refused = [&](const char* code, const QString& text) {
        outcome.status = u"refused"_s;
        outcome.problems.push_back({QString::fromLatin1(code), {}, text});
        return outcome;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refused("cannot_open", tr("The file cannot be read. Check the stick and the rights."));
    const auto digest = sha256Of(file);
    if (!digest)
        return refused("cannot_open", digest.error().message);
    outcome.sha256 = QString::fromLatin1(digest->toHex());
    ASSIGN_OR_RETURN(const bool known, isKnown(outcome));
    if (known)
        return outcome;
    PackageTrust trust;
    for (const AgeIdentity& identity : m_keys.identities.identities) {
        ASSIGN_OR_RETURN(AgeIdentity copy, AgeIdentity::fromText(identity.text().view()));
        trust.keys.identities.push_back(std::move(copy));
    }
    std::optional<PackageVerdict> verdict;
    std::optional<Error> unreadable;
    auto merged = m_store.transact([&]() -> Result<void> {
        // Another program may have merged it since.
        ASSIGN_OR_RETURN(const bool knownNow, isKnown(outcome));
        if (knownNow)
            return {};
        PackageIntake intake(m_store, m_keys, m_clock, progress);
        auto judged = verifyPackage(path, trust, progress, &intake);
        if (!judged) {
            if (!intake.failure() && judged.error().kind != Error::Kind::Cancelled)
                unreadable = judged.error(); // the stick, not the store
            return fail(std::move(judged).error());
        }
        verdict = std::move(*judged);
        if (QString::fromLatin1(verdict->sha256.toHex()) != outcome.sha256 && !verdict->sha256.isEmpty())
            verdict->problems.push_back({u"damaged"_s, {}, tr("The file changed while it was read.")});
        if (std::any_of(verdict->problems.begin(), verdict->problems.end(), refusesPackage))
            return fail(Error::Kind::Refused, {});
        RETURN_IF_ERROR(intake.finish());
        RETURN_IF_ERROR(FindingRepository(m_store).expire());
        outcome.counts = intake.counts();
        outcome.status = intake.package().status;
        changed = true;
        return {};
    });
    if (unreadable)
        return refused("cannot_open", unreadable->message);
    if (!merged && (!verdict || merged.error().kind != Error::Kind::Refused))
        return fail(std::move(merged).error()); // the store, not the package
    if (!verdict)
        return outcome;
    outcome.package = verdict->name;
    outcome.centre = verdict->centreCode;
    outcome.sequence = verdict->sequence;
    outcome.problems = std::move(verdict->problems);
    for (BagProblem& problem : outcome.problems)
        problem.code = district_desk::codeOf(problem.code);
    if (!merged)
        outcome.status = u"refused"_s;
    return outcome;
}

Result<MergeReport> DistrictDesk::merge(const QStringList& paths, const QString& receiptFolder, Progress& progress,
                                        const Judged& judged)
{
    for (const QString& path : paths)
        if (!QFileInfo::exists(path))
            return fail(Error::Kind::NotFound, tr("There is nothing at %1.").arg(path));
    const QStringList files = packageFiles(paths);
    MergeReport report;
    bool changed = false;
    for (qsizetype i = 0; i < files.size(); ++i) {
        RETURN_IF_ERROR(progress.step(i, files.size() + 1));
        // Each file counts its own percents; for whoever waits they are a part of the whole.
        int furthest = 0;
        Progress part([&](int percent) {
            furthest = std::max(furthest, percent);
            if (!progress.step(i * 100 + furthest, (files.size() + 1) * 100))
                part.stop();
        });
        ASSIGN_OR_RETURN(FileOutcome outcome, mergeFile(files[i], part, changed));
        if (judged)
            judged(outcome);
        report.packages.push_back(std::move(outcome));
    }
    if (changed)
        RETURN_IF_ERROR(m_store.settle());
    ASSIGN_OR_RETURN(report.findings, findings(progress));
    if (receiptFolder.isEmpty())
        return report;
    if (!QDir().mkpath(receiptFolder))
        return fail(Error::Kind::Io, tr("The folder for the receipts cannot be made: %1").arg(receiptFolder));
    QStringList done;
    for (FileOutcome& outcome : report.packages) {
        if (outcome.status == u"refused"_s || done.contains(outcome.sha256))
            continue;
        done << outcome.sha256;
        auto written = writeReceipt(outcome.sha256, receiptFolder, progress);
        if (written)
            report.receipts << *written;
        else if (written.error().kind == Error::Kind::Damaged || written.error().kind == Error::Kind::Invalid)
            outcome.problems.push_back({u"no_receipt"_s, {}, written.error().message}); // the others get theirs
        else
            return fail(std::move(written).error());
    }
    return report;
}

/// After the package. Where one name was given to two packages, by a restored centre or by centres whose codes differ
/// in signs that no file name has, the one that came first keeps the plain name and the others add their digest's
/// beginning.
Result<QString> DistrictDesk::receiptName(const MergedPackage& package)
{
    ASSIGN_OR_RETURN(const std::vector<MergedPackage> packages, m_districts.packages());
    const bool isFirst = std::none_of(packages.begin(), packages.end(), [&](const MergedPackage& other) {
        return other.name == package.name
            && std::pair(other.mergedAt, other.sha256) < std::pair(package.mergedAt, package.sha256);
    });
    return receiptFileName(isFirst ? package.name : package.name + u'-' + package.sha256.left(8));
}

Result<QString> DistrictDesk::writeReceipt(const QString& sha256, const QString& folder, Progress& progress)
{
    ASSIGN_OR_RETURN(const auto package, m_districts.package(sha256));
    ASSIGN_OR_RETURN(const DistrictInfo district, readDistrict(m_store));
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, m_districts.centres());
    const auto centre = std::find_if(centres.begin(), centres.end(), [&](const TrustedCentre& each) {
        return package && each.number == package->centre;
    });
    if (!package || centre == centres.end())
        return fail(Error::Kind::NotFound, tr("The package of this receipt is not in the store. Merge it first."));
    ReceiptContent content;
    content.head
        = {package->name,     package->sha256, centre->code,  centre->uuid,  package->lineage,     package->quarter,
           package->sequence, package->status, m_clock.now(), district.name, district.minisignKey, package->problems};
    for (auto it = package->tables.constBegin(); it != package->tables.constEnd(); ++it) {
        const RowCounts counts = district_desk::countsFrom(it.value().toObject());
        content.tables.insert(
            it.key(),
            {counts.added + counts.updated + counts.unchanged, counts.older, counts.conflict, counts.refused});
    }
    content.outcomes = [&](const CsvSink& sink) {
        return m_districts.eachOutcome(package->centre, sha256,
                                       [&](const QByteArray& packed) { return sink(qUncompress(packed)); });
    };
    ASSIGN_OR_RETURN(const std::vector<ClaimDecision> decisions, m_districts.decisions(centre->number));
    for (const ClaimDecision& decision : decisions) {
        ASSIGN_OR_RETURN(const QString reason, openReason(m_keys.identities, decision.sealedReason));
        content.decisions.push_back({decision.claim, decision.revision, decision.accepted, reason, decision.decidedAt,
                                     decision.claimDigest, momentFromText(decision.signedAt)});
    }
    if (centre->ageRecipient.isEmpty())
        return fail(Error::Kind::Invalid,
                    tr("The newest package of centre %1 names no key that a receipt could be sealed "
                       "to, so nobody there could open one. Ask the centre to write a package with "
                       "its own program.")
                        .arg(centre->code));
    const QStringList recipients {centre->ageRecipient, district.ageRecipient};
    // Written anew each time, since decisions may have come: the old one stays until the new one is whole.
    ASSIGN_OR_RETURN(const QString name, receiptName(*package));
    SafeFile file(QDir(folder).filePath(name));
    RETURN_IF_ERROR(file.open());
    RETURN_IF_ERROR(songhe::writeReceipt(content, recipients, m_keys.minisignSecret, file.device(), progress));
    RETURN_IF_ERROR(file.commit());
    RETURN_IF_ERROR(markTold(decisions));
    return file.path();
}

Result<std::vector<Finding>> DistrictDesk::findings(Progress& progress)
{
    FindingRepository repository(m_store);
    ASSIGN_OR_RETURN(const bool expired, repository.expired());
    if (expired)
        RETURN_IF_ERROR(m_store.transact([&] { return repository.lookAnew(progress); }));
    return repository.list();
}

Result<QJsonObject> DistrictDesk::report()
{
    return ReportRepository(m_store).report();
}

Result<QString> DistrictDesk::digest()
{
    return ReportRepository(m_store).contentDigest();
}

Result<ClaimDecision> DistrictDesk::decide(const QString& centreCode, qint64 claim, bool accepted,
                                           const QString& reason)
{
    if (!accepted && reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("A claim goes back with a reason. Please give one."));
    if (reason.size() > mostReason)
        return fail(Error::Kind::Invalid,
                    tr("The reason is too long. Please say it in at most %1 characters.").arg(mostReason));
    return m_store.transact([&]() -> Result<ClaimDecision> {
        ASSIGN_OR_RETURN(const std::vector<ClaimHere> found, ReportRepository(m_store).claims(centreCode, claim));
        if (found.empty())
            return fail(Error::Kind::NotFound, tr("No package brought a claim with the number %1.").arg(claim));
        if (found.size() > 1)
            return fail(Error::Kind::Conflict,
                        tr("More than one centre has a claim with this number. Say which with --centre."));
        const ClaimHere& here = found.front();
        if (!here.isSigned())
            return fail(Error::Kind::Refused, tr("This claim is not signed: there is nothing to decide yet."));
        ASSIGN_OR_RETURN(const DistrictInfo district, readDistrict(m_store));
        ASSIGN_OR_RETURN(const QByteArray sealedReason, sealReason(district, reason.trimmed()));
        // In their order, even if a clock goes back: a centre takes over the newest.
        ASSIGN_OR_RETURN(const QDateTime last, m_districts.lastDecided(here.centre, claim));
        const QDateTime now = last.isValid() ? qMax(m_clock.now(), last.addMSecs(1)) : m_clock.now();
        const ClaimDecision decision {here.centre,  claim, here.revision, accepted,
                                      sealedReason, now,   here.digest,   here.signedAt};
        RETURN_IF_ERROR(m_districts.decide(decision));
        return decision;
    });
}

Result<std::vector<ClaimOverview>> DistrictDesk::claims()
{
    ASSIGN_OR_RETURN(std::vector<ClaimOverview> found, ReportRepository(m_store).allClaims());
    for (ClaimOverview& claim : found) {
        ASSIGN_OR_RETURN(claim.reason, openReason(m_keys.identities, claim.sealedReason));
    }
    return found;
}

Result<ReplayReport> DistrictDesk::replay(const QString& path, Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Error::Kind::Io, tr("The file cannot be read. Check the stick and the rights."));
    ASSIGN_OR_RETURN(const QByteArray digest, sha256Of(file));
    ASSIGN_OR_RETURN(const auto known, m_districts.package(QString::fromLatin1(digest.toHex())));
    if (known)
        return replayClaims(path, m_keys.identities, progress);
    ReplayReport report;
    report.problems.push_back({u"not_merged"_s, QFileInfo(path).fileName(),
                               tr("This file was not merged here, so nobody has checked who signed it. Merge it "
                                  "first.")});
    return report;
}

} // namespace songhe
