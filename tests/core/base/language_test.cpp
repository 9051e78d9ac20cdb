// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"
#include "tests/support/catch.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("every language that is offered has its words inside the program", "[language]")
{
    REQUIRE(languages().first() == u"zh_CN"_s);
    for (const QString& language : languages())
        CHECK(QFile::exists(u":/i18n/songhe_%1.qm"_s.arg(language)));
}

TEST_CASE("a language that is not spoken here is refused", "[language]")
{
    CHECK_FALSE(loadTranslations(*QCoreApplication::instance(), u"xx"_s));
    CHECK_FALSE(loadTranslations(*QCoreApplication::instance(), u"../zh_CN"_s));
}
