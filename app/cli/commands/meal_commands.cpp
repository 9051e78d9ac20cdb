// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

namespace songhe::cli {

void addMealCommands(std::vector<Command>&)
{ }

} // namespace songhe::cli
