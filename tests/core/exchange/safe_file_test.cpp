// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/safe_file.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("what a killed writer left is cleared away, and no other file is touched", "[safefile]")
{
    QTemporaryDir folder;
    const QStringList others {u".a.zip.part"_s, u".a.zip..part"_s, u".a.zip.note.part"_s, u".b.zip.12ab.part"_s};
    for (const QString& name : others + QStringList {u".a.zip.12ab.part"_s}) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    {
        SafeFile file(folder.filePath(u"a.zip"_s));
        REQUIRE(file.open());
        REQUIRE(file.commit());
    }
    QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    left.sort();
    QStringList wanted = others + QStringList {u"a.zip"_s};
    wanted.sort();
    CHECK(left == wanted);
}
