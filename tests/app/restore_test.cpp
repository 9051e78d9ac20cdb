// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QMap>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// The lines of bag-info.txt of a package that is sealed to a passphrase.
QMap<QString, QString> infoOf(CommandLine& cli, const QString& package, const QString& phrase)
{
    const QString zip = cli.outside(u"opened.zip"_s);
    QFile::remove(zip);
    cli.done({u"unseal"_s, u"--passphrase-file"_s, phrase, package, zip});
    const Outcome info = runProgram(u"unzip"_s, {u"-p"_s, zip, u"*/bag-info.txt"_s}, cli.outside(u"."_s));
    REQUIRE(info.code == 0);
    QMap<QString, QString> lines;
    for (const QString& line : QString::fromUtf8(info.out).split(u'\n', Qt::SkipEmptyParts))
        lines.insert(line.section(u": "_s, 0, 0), line.section(u": "_s, 1));
    return lines;
}

} // namespace

TEST_CASE("each restore begins a lineage that stands in every later package, and the numbers of packages go on",
          "[app][package][backup]")
{
    CommandLine cli;
    cli.init();
    const QString phrase = cli.write(u"phrase"_s, "four plain words\n");
    const QString stick = cli.outside(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const auto write = [&] {
        const QJsonObject written = cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, stick,
                                              u"--passphrase-file"_s, phrase})
                                        .toObject();
        QMap<QString, QString> info = infoOf(cli, written["file"_L1].toString(), phrase);
        CHECK(info.value(u"Songhe-Sequence"_s) == QString::number(written["sequence"_L1].toInt()));
        return info;
    };
    const QString backup = cli.outside(u"backup.db"_s);
    cli.done({u"backup"_s, backup});
    const QMap<QString, QString> first = write();
    const QString original = first.value(u"Songhe-Lineage"_s);
    CHECK(first.value(u"Songhe-Lineages"_s) == original + u"@0"_s);

    QStringList seen {original};
    for (const int sequence : {2, 3}) {
        cli.done({u"restore"_s, backup, u"--yes"_s});
        const QMap<QString, QString> info = write();
        CHECK(info.value(u"Songhe-Sequence"_s) == QString::number(sequence));
        const QString lineage = info.value(u"Songhe-Lineage"_s);
        CHECK_FALSE(seen.contains(lineage));
        seen << lineage;
        // The first, and the one of this restore: what came between was given up with the data it replaced.
        const QStringList chain = info.value(u"Songhe-Lineages"_s).split(u' ');
        REQUIRE(chain.size() == 2);
        CHECK(chain[0] == original + u"@0"_s);
        CHECK(chain[1].section(u'@', 0, 0) == lineage);
        CHECK(chain[1].section(u'@', 1).toLongLong() > 0);
    }
    // A backup made after a restore carries that lineage on.
    const QString later = cli.outside(u"later.db"_s);
    cli.done({u"backup"_s, later});
    cli.done({u"restore"_s, later, u"--yes"_s});
    const QMap<QString, QString> last = write();
    const QStringList chain = last.value(u"Songhe-Lineages"_s).split(u' ');
    REQUIRE(chain.size() == 3);
    CHECK(chain[1].section(u'@', 0, 0) == seen.last());
    CHECK(chain[1].section(u'@', 1).toLongLong() < chain[2].section(u'@', 1).toLongLong());
    CHECK(chain[2].section(u'@', 0, 0) == last.value(u"Songhe-Lineage"_s));
    CHECK(last.value(u"Songhe-Sequence"_s) == u"4"_s);
    CHECK(cli.done({u"audit"_s, u"verify"_s}).toObject()["ok"_L1].toBool());
}
