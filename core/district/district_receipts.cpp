// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on their way to the centres: a receipt brings them.
#include "core/district/district_desk.h"

#include "core/district/told_repository.h"

#include <QtCore/QDir>

namespace songhe {

Result<std::vector<UntoldDecisions>> DistrictDesk::untold()
{
    ASSIGN_OR_RETURN(const auto counts, ToldRepository(m_store).untold());
    ASSIGN_OR_RETURN(const std::vector<TrustedCentre> centres, m_districts.centres());
    std::vector<UntoldDecisions> found;
    for (const TrustedCentre& centre : centres)
        if (const int decisions = counts.value(centre.number); decisions > 0)
            found.push_back({centre.number, centre.code, decisions});
    return found;
}

Result<WrittenReceipts> DistrictDesk::writeReceipts(const QString& receiptFolder, Progress& progress)
{
    ASSIGN_OR_RETURN(const std::vector<UntoldDecisions> waiting, untold());
    WrittenReceipts written;
    if (waiting.empty())
        return written;
    if (!QDir().mkpath(receiptFolder))
        return fail(Error::Kind::Io, tr("The folder for the receipts cannot be made: %1").arg(receiptFolder));
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        RETURN_IF_ERROR(progress.step(qint64(i), qint64(waiting.size())));
        // Each receipt brings all decisions about its centre's claims, so one is enough: the newest package's.
        ASSIGN_OR_RETURN(const std::vector<MergedPackage> packages, m_districts.packages(waiting[i].number));
        if (packages.empty())
            continue;
        const auto newest = std::max_element(
            packages.begin(), packages.end(), [](const MergedPackage& left, const MergedPackage& right) {
                return std::pair(left.sequence, left.mergedAt) < std::pair(right.sequence, right.mergedAt);
            });
        Progress part([&](int) {
            if (progress.stopped())
                part.stop();
        });
        auto path = writeReceipt(newest->sha256, receiptFolder, part);
        if (!path) {
            const Error::Kind kind = path.error().kind;
            if (kind != Error::Kind::Damaged && kind != Error::Kind::Invalid)
                return fail(std::move(path).error());
            written.problems << path.error().message; // the others get theirs
            continue;
        }
        written.receipts << *path;
        written.decisions += waiting[i].decisions;
    }
    RETURN_IF_ERROR(progress.step(qint64(waiting.size()), qint64(waiting.size())));
    return written;
}

Result<void> DistrictDesk::markTold(const std::vector<ClaimDecision>& decisions)
{
    return ToldRepository(m_store).told(decisions, m_clock.now());
}

} // namespace songhe
