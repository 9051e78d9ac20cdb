// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_writer.h"
#include "core/security/session.h"
#include "ui/printing/package_paper.h"

namespace songhe::printing {

/// What cover and hand-over sheet tell of a package: its counts by table, the claims of its quarter, who may open it.
Result<PackageSheetData> packageSheet(Session& session, const PackageSummary& summary);
/// The hand-over sheet of a package that lies on the stick: with file name, size and digest.
Result<PackageSheetData> handOverSheet(Session& session, const Package& written);
/// Makes data/summary.pdf for the package writer. `session` must outlive it.
[[nodiscard]] SummaryMaker packageCover(Session& session);

} // namespace songhe::printing
