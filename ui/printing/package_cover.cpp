// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/package_cover.h"

#include "core/centre/settings.h"
#include "core/subsidies/claim_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe::printing {

namespace {

/// The tables a person asks about, in her words; the others travel with them and are counted in the bag.
struct TableWords {
    const char* family;
    const char* label;
};
constexpr char wordsContext[] = "PackageCover";
constexpr TableWords tableWords[] = {
    {"elder", QT_TRANSLATE_NOOP("PackageCover", "Files of elders")},
    {"fact", QT_TRANSLATE_NOOP("PackageCover", "Dated facts")},
    {"assessment", QT_TRANSLATE_NOOP("PackageCover", "Ability assessments")},
    {"assessment_keying", QT_TRANSLATE_NOOP("PackageCover", "Second keyings of assessments")},
    {"site", QT_TRANSLATE_NOOP("PackageCover", "Sites")},
    {"meal", QT_TRANSLATE_NOOP("PackageCover", "Meals")},
    {"absence", QT_TRANSLATE_NOOP("PackageCover", "Absences")},
    {"bed_stay", QT_TRANSLATE_NOOP("PackageCover", "Bed stays")},
    {"home_care_bed", QT_TRANSLATE_NOOP("PackageCover", "Beds at home")},
    {"service", QT_TRANSLATE_NOOP("PackageCover", "Services")},
    {"booking", QT_TRANSLATE_NOOP("PackageCover", "Bookings")},
    {"agreement", QT_TRANSLATE_NOOP("PackageCover", "Service agreements")},
    {"plan_item", QT_TRANSLATE_NOOP("PackageCover", "Service plans")},
    {"attendance", QT_TRANSLATE_NOOP("PackageCover", "Days of attendance")},
    {"visit", QT_TRANSLATE_NOOP("PackageCover", "Visits")},
    {"incident", QT_TRANSLATE_NOOP("PackageCover", "Incidents")},
    {"measurement", QT_TRANSLATE_NOOP("PackageCover", "Measurements")},
    {"device_loan", QT_TRANSLATE_NOOP("PackageCover", "Loans of devices")},
    {"facility", QT_TRANSLATE_NOOP("PackageCover", "Facilities")},
    {"project", QT_TRANSLATE_NOOP("PackageCover", "Projects")},
    {"claim", QT_TRANSLATE_NOOP("PackageCover", "Claims")},
    {"claim_line", QT_TRANSLATE_NOOP("PackageCover", "Claim lines")},
    {"claim_step", QT_TRANSLATE_NOOP("PackageCover", "Steps of claims")},
    {"claim_fact", QT_TRANSLATE_NOOP("PackageCover", "Facts of signed claims")},
    {"claim_record", QT_TRANSLATE_NOOP("PackageCover", "Records of signed claims")},
    {"claim_opening", QT_TRANSLATE_NOOP("PackageCover", "Closed months opened again")},
    {"audit", QT_TRANSLATE_NOOP("PackageCover", "Entries of the audit log")},
};

Result<PackageSheetData> sheetFor(Session& session, const QString& quarter, int sequence, const QJsonObject& counts,
                                  const QDateTime& at)
{
    PackageSheetData sheet;
    sheet.centre = session.centre().name;
    sheet.centreCode = session.centre().code;
    sheet.demonstration = session.centre().demonstration;
    sheet.quarter = quarter;
    sheet.sequence = sequence;
    sheet.signatureKey = session.centre().minisignPublicKey;
    sheet.on = Clock::dayOf(at);
    sheet.preparedBy = session.user().name;
    ASSIGN_OR_RETURN(sheet.recipient, Settings(session.ledger()).value(QStringLiteral("district.name")));
    for (const TableWords& table : tableWords) {
        const QJsonValue count = counts.value(QLatin1String(table.family));
        if (count.toInteger() > 0)
            sheet.counts.push_back({QCoreApplication::translate(wordsContext, table.label), count.toInteger(), 0});
    }
    ASSIGN_OR_RETURN(const Quarter span, Quarter::fromText(quarter));
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, ClaimRepository(session.ledger()).list());
    for (const Claim& claim : claims)
        if (claim.from >= span.first() && claim.to <= span.last() && !claim.recorded.isVoided())
            sheet.claims.push_back({claim.period, claim.policy, claim.paidCount, claim.paid});
    return sheet;
}

} // namespace

Result<PackageSheetData> packageSheet(Session& session, const PackageSummary& summary)
{
    return sheetFor(session, summary.quarter.text(), summary.sequence, summary.counts, summary.created);
}

Result<PackageSheetData> handOverSheet(Session& session, const Package& written)
{
    ASSIGN_OR_RETURN(PackageSheetData sheet,
                     sheetFor(session, written.quarter, written.sequence, written.counts, written.writtenAt));
    sheet.fileName = written.fileName;
    sheet.fileSize = written.size;
    sheet.sha256 = written.sha256;
    return sheet;
}

SummaryMaker packageCover(Session& session)
{
    return [&session](const PackageSummary& summary) -> Result<QByteArray> {
        ASSIGN_OR_RETURN(PackageSheetData sheet, packageSheet(session, summary));
        ASSIGN_OR_RETURN(const auto paper, PackagePaper::make(std::move(sheet)));
        return pdfBytes(*paper);
    };
}

} // namespace songhe::printing
