// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QtCore/QtGlobal>

namespace songhe::tests {

/// For a test that this computer's user cannot run, before it returns. Where nothing may be left out (SONGHE_RUNS_ALL,
/// which .ci/run sets where file systems may be mounted), it fails instead.
inline void skipped(const char* why)
{
    if (qEnvironmentVariableIsSet("SONGHE_RUNS_ALL"))
        FAIL("skipped: " << why);
    WARN("skipped: " << why);
}

} // namespace songhe::tests
