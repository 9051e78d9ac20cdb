// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/assessments/assessment_desk.h"

#include <QtCore/QJsonDocument>

namespace songhe::cli {

/// What the commands about sheets and about scales say.
struct AssessText {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Assess)
};

/// The desk with its scales, for one command.
struct OpenScales {
    ScaleShelf scales;
    std::optional<AssessmentDesk> desk;
};

Result<std::unique_ptr<OpenScales>> openScales(Context& context);

/// A file of sheets, or standard input as '-'.
Result<QJsonDocument> readSheetFile(const QString& path);

/// What a person reads of a score.
QString scoreWords(const Scale& scale, const SheetScore& score);

/// 'assess score', 'assess standards' and 'assess choose'.
void addScaleCommands(std::vector<Command>& table);

} // namespace songhe::cli
