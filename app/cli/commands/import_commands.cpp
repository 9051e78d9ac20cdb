// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

namespace songhe::cli {

void addImportCommands(std::vector<Command>&)
{ }

} // namespace songhe::cli
