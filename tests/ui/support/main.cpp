// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "core/base/secure_bytes.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QApplication>

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    songhe::initCrypto();
    songhe::ui::Theme().apply(app);
    return Catch::Session().run(argc, argv);
}
