// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

using namespace songhe;
using namespace songhe::cli;
using namespace Qt::StringLiterals;

TEST_CASE("every command is told under one subject", "[app][help]")
{
    for (const Command& command : commandTable()) {
        CAPTURE(command.words);
        CHECK(subjectsOf(command).size() == 1);
    }
}

TEST_CASE("help is a line for each subject, and a subject tells its commands", "[app][help]")
{
    const QString overview = helpOverview();
    CHECK(overview.count(u'\n') < 30);
    for (const Command& command : commandTable()) {
        const QString subject = subjectsOf(command).value(0);
        CHECK(overview.contains(u"\n  "_s + subject + u' '));
        CHECK(helpAbout({subject}).contains(u"  "_s + QString::fromUtf8(command.words)));
        CHECK(helpAbout({u"all"_s}).contains(u"  "_s + QString::fromUtf8(command.words)));
    }
    for (const QString& line : helpAbout({u"all"_s}).split(u'\n'))
        CHECK(line.size() <= 110);
    CHECK(helpAbout({u"district"_s, u"claim"_s}).count(u'\n') == 2);
    CHECK(helpAbout({u"elder"_s, u"show"_s, u"1001"_s}) == u"  elder show ID\n"_s);
    CHECK(helpAbout({u"nothing"_s}).isEmpty());
}

TEST_CASE("help is asked for before or behind a command", "[app][help]")
{
    tests::CommandLine cli;
    for (const QStringList& asked : {QStringList {u"help"_s, u"district"_s},
                                     {u"district"_s, u"--help"_s},
                                     {u"--lang"_s, u"en"_s, u"district"_s, u"-h"_s}}) {
        const auto told = cli.bare(asked);
        CHECK(told.code == 0);
        CHECK(told.out.contains("district merge"));
        CHECK_FALSE(told.out.contains("elder add"));
    }
    CHECK(cli.bare({u"--help"_s}).code == 0);
    CHECK(cli.bare({u"help"_s}).code == 0);
    CHECK(cli.bare({}).code == 2);
    CHECK(cli.bare({u"help"_s, u"nothing"_s}).code == 2);
}
