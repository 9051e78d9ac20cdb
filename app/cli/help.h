// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace songhe::cli {

/// The subjects, a line each, and how to read more.
[[nodiscard]] QString helpOverview();
/// All commands of a subject ('district'), or those that begin with these words ('district claim'); 'all' means every
/// one. The last words may be a command's own arguments. Empty where nothing begins so.
[[nodiscard]] QString helpAbout(QStringList words);
/// How a command is written, its options broken into lines.
[[nodiscard]] QString usageLine(const Command& command);
/// Names of the subjects to which a command belongs: exactly one.
[[nodiscard]] QStringList subjectsOf(const Command& command);

} // namespace songhe::cli
