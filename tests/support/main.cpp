// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "core/base/secure_bytes.h"

#include <QtCore/QCoreApplication>

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    songhe::initCrypto();
    return Catch::Session().run(argc, argv);
}
