// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the centres' claims: recomputed, accepted, returned, told in receipts.
#include "ui/pages/district_claims_page.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void DistrictClaimsPage::replay()
{
    if (busy())
        return;
    const auto folder = asker().folder(tr("Stick or folder with the packages"));
    if (!folder)
        return;
    say({}, Tone::Plain);
    // The store is asked for each package by itself: other pages need not wait for all of them.
    m_task = startTask<ReplayedPackages>(
        this,
        [path = *folder, &district = office()](Progress& progress) -> Result<ReplayedPackages> {
            ReplayedPackages packages;
            const QStringList files = packageFiles({path});
            for (qsizetype i = 0; i < files.size(); ++i) {
                RETURN_IF_ERROR(progress.step(i, files.size()));
                Progress part([&](int percent) {
                    if (!progress.step(i * 100 + percent, files.size() * 100))
                        part.stop();
                });
                auto report = district.work(progress, [&](DistrictDesk& desk) { return desk.replay(files[i], part); });
                RETURN_IF_ERROR(progress.step(i + 1, files.size()));
                Replayed one;
                one.file = QFileInfo(files[i]).fileName();
                if (report)
                    one.report = *std::move(report);
                else
                    one.problem = report.error().message;
                packages.push_back(std::move(one));
            }
            return packages;
        },
        [this](Result<ReplayedPackages> packages) { replayed(std::move(packages)); });
    follow(tr("Recomputing the claims of every package…"), m_task);
    showButtons();
}

void DistrictClaimsPage::replayed(Result<ReplayedPackages> packages)
{
    m_task = nullptr;
    if (!packages) {
        if (packages.error().kind == Error::Kind::Cancelled)
            say(tr("Stopped. No claim was recomputed."), Tone::Plain);
        else
            say(packages.error());
        showDetail();
        return;
    }
    QSet<ClaimKey> same;
    QSet<ClaimKey> other; // a claim travels in more than one package
    QStringList problems;
    for (const Replayed& package : *packages) {
        if (!package.problem.isEmpty())
            problems << u"%1: %2"_s.arg(package.file, package.problem);
        else if (!package.report.problems.empty())
            problems << u"%1: %2"_s.arg(package.file, package.report.problems.front().text);
        for (const ReplayedClaim& claim : package.report.claims) {
            const ClaimKey key {package.report.centreCode, claim.claim.value, claim.digest};
            m_replayed.insert(key, claim.difference);
            (claim.same() ? same : other).insert(key);
        }
    }
    forgetStale();
    QString words = packages->empty()
        ? tr("No package was found there. Packages end in .zip.age.")
        : tr("%1 claims came out the same, %2 differ.").arg(same.size()).arg(other.size());
    constexpr qsizetype mostProblems = 3;
    if (!problems.isEmpty())
        words += u'\n' + problems.mid(0, mostProblems).join(u'\n');
    if (problems.size() > mostProblems)
        words += u'\n' + tr("and %n more", nullptr, int(problems.size() - mostProblems));
    say(words, problems.isEmpty() && other.isEmpty() && !packages->empty() ? Tone::Good : Tone::Soon);
    filter();
    m_table->setFocus();
}

void DistrictClaimsPage::accept()
{
    if (!chosen() || busy())
        return;
    const ClaimOverview claim = *chosen();
    const auto known = difference(claim);
    if (known && !known->isEmpty()
        && !asker().confirm({tr("Recomputing gave another result. Accept the claim all the same?"), *known,
                             tr("Accept it"), tr("Go back")}))
        return;
    decide(claim, true, {});
}

void DistrictClaimsPage::giveBack()
{
    if (!chosen() || busy())
        return;
    const ClaimOverview claim = *chosen();
    if (const auto reason = asker().text(tr("Return"), tr("Why the claim goes back; the centre reads it"), {}, true))
        decide(claim, false, *reason);
}

void DistrictClaimsPage::decide(const ClaimOverview& claim, bool accepted, const QString& reason)
{
    say(tr("Writing the decision down…"), Tone::Plain);
    m_task = startDistrictTask<ClaimDecision>(
        office(), this,
        [centre = claim.centre, id = claim.id, accepted, reason](DistrictDesk& desk, Progress&) {
            return desk.decide(centre, id, accepted, reason);
        },
        [this, place = u"%1 %2"_s.arg(claim.centre, claim.period)](const Result<ClaimDecision>& decision) {
            decided(place, decision);
        });
    showButtons();
}

void DistrictClaimsPage::decided(const QString& place, const Result<ClaimDecision>& decision)
{
    m_task = nullptr;
    if (!decision) {
        say(decision.error());
        showButtons();
        return;
    }
    say((decision->accepted ? tr("%1 is accepted.") : tr("%1 goes back.")).arg(place), Tone::Good);
    Q_EMIT changed();
    refresh();
}

void DistrictClaimsPage::writeReceipts()
{
    if (busy())
        return;
    const auto folder = asker().folder(tr("Receipts go into"));
    if (!folder)
        return;
    m_task = startDistrictTask<WrittenReceipts>(
        office(), this,
        [path = *folder](DistrictDesk& desk, Progress& progress) { return desk.writeReceipts(path, progress); },
        [this, path = *folder](const Result<WrittenReceipts>& written) { receiptsWritten(written, path); });
    follow(tr("Writing the receipts…"), m_task);
    showButtons();
}

void DistrictClaimsPage::receiptsWritten(const Result<WrittenReceipts>& written, const QString& folder)
{
    m_task = nullptr;
    if (written) {
        const QString told
            = tr("%n receipt(s) are in %1. Give each centre its own back.", nullptr, int(written->receipts.size()))
                  .arg(QDir::toNativeSeparators(folder));
        say((QStringList {told} + written->problems).join(u'\n'),
            written->problems.isEmpty() ? Tone::Good : Tone::Soon);
    } else
        say(written.error());
    refresh();
}

} // namespace songhe::ui
