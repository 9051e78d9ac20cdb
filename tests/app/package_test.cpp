// SPDX-License-Identifier: GPL-3.0-or-later
#include "songhe_source_dir.h"
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A quarter's package of the roster and its September, opened with the stock tools alone.
struct OpenedPackage {
    CommandLine cli;
    QJsonObject centre;
    QString file;
    QString bag; ///< folder

    OpenedPackage()
    {
        centre = cli.init();
        cli.importRoster();
        cli.importGrid();
        cli.done({u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, u"2021-09"_s, u"--write"_s});
        const QString key = cli.outside(u"district.key"_s);
        const Outcome made = stock(u"age-keygen"_s, {u"-o"_s, key});
        const QString recipient
            = QRegularExpression(u"age1[0-9a-z]+"_s).match(QString::fromUtf8(contentOf(key))).captured();
        REQUIRE(recipient.size() == 62);
        REQUIRE(QDir().mkpath(cli.outside(u"stick"_s)));
        file = cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, cli.outside(u"stick"_s),
                         u"--recipient"_s, recipient})
                   .toObject()
                   .value("file"_L1)
                   .toString();
        stock(u"age"_s, {u"-d"_s, u"-i"_s, key, u"-o"_s, cli.outside(u"package.zip"_s), file});
        stock(u"unzip"_s, {u"-q"_s, cli.outside(u"package.zip"_s), u"-d"_s, cli.outside(u"opened"_s)});
        const QStringList folders = QDir(cli.outside(u"opened"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        REQUIRE(folders.size() == 1);
        bag = cli.outside(u"opened/"_s + folders.first());
    }

    /// A stock program run in the bag (or outside, before there is one); it must succeed.
    Outcome stock(const QString& program, const QStringList& arguments)
    {
        const QString path = QStandardPaths::findExecutable(program);
        INFO(program.toStdString() << " " << arguments.join(u' ').toStdString());
        REQUIRE_FALSE(path.isEmpty());
        const Outcome outcome = runProgram(path, arguments, bag.isEmpty() ? cli.outside(u"."_s) : bag);
        INFO(outcome.err.toStdString() << outcome.out.toStdString());
        REQUIRE(outcome.code == 0);
        return outcome;
    }
};

QStringList residentNumbers(CommandLine& cli)
{
    QStringList numbers;
    for (const QJsonValue& elder : cli.done({u"elder"_s, u"list"_s}).toArray())
        if (const QString number = elder["resident_number"_L1].toString(); !number.isEmpty())
            numbers.append(number);
    return numbers;
}

} // namespace

TEST_CASE("stock tools open, check and read a quarter's package", "[app][exchange]")
{
    OpenedPackage package;

    package.stock(u"sha256sum"_s, {u"--quiet"_s, u"-c"_s, u"manifest-sha256.txt"_s});
    package.stock(u"sha256sum"_s, {u"--quiet"_s, u"-c"_s, u"tagmanifest-sha256.txt"_s});
    package.stock(u"minisign"_s,
                  {u"-V"_s, u"-q"_s, u"-P"_s, package.centre.value("minisign_public_key"_L1).toString(), u"-m"_s,
                   u"tagmanifest-sha256.txt"_s});
    CHECK(contentOf(package.bag + u"/bagit.txt"_s).startsWith("BagIt-Version: 1.0\n"));

    const QString cover = QString::fromUtf8(package.stock(u"pdftotext"_s, {u"data/summary.pdf"_s, u"-"_s}).out);
    CHECK(cover.normalized(QString::NormalizationForm_KC).contains(u"松鹤中心"_s));

    const Outcome read = package.stock(
        u"node"_s, {QStringLiteral(SONGHE_SOURCE_DIR "/tests/validators/check.js"), u"data/datapackage.json"_s});
    CHECK(read.object().value("problems"_L1).toArray() == QJsonArray());
    CHECK(read.object().value("rows"_L1).toObject().value("meal"_L1).toInt() > 2000);

    SECTION("and so does the program itself")
    {
        const QJsonObject verified = package.cli
                                         .done({u"package"_s, u"verify"_s, package.file, u"--identity"_s,
                                                package.cli.outside(u"district.key"_s)})
                                         .toObject();
        CHECK(verified.value("ok"_L1).toBool());
        CHECK(verified.value("problems"_L1).toArray().isEmpty());
    }
    SECTION("and a changed byte is found")
    {
        QByteArray content = contentOf(package.file);
        content[content.size() / 2] = char(content.at(content.size() / 2) ^ 1);
        const QString forged = package.cli.write(u"stick/forged.zip.age"_s, content);
        const Outcome refused = package.cli.run(
            {u"package"_s, u"verify"_s, forged, u"--identity"_s, package.cli.outside(u"district.key"_s)});
        CHECK(refused.code == 1);
        CHECK_FALSE(refused.object().value("ok"_L1).toBool(true));
    }
}

TEST_CASE("a spreadsheet program saves the package's workbook and no resident number is harmed", "[app][exchange]")
{
    OpenedPackage package;
    const QStringList numbers = residentNumbers(package.cli);
    REQUIRE(numbers.size() > 200);

    package.stock(u"soffice"_s,
                  {u"--headless"_s, u"--convert-to"_s, u"ods"_s, u"--outdir"_s, package.cli.outside(u"saved"_s),
                   u"data/tables.xlsx"_s});
    // -1: every sheet into a file of its own.
    package.stock(u"soffice"_s,
                  {u"--headless"_s, u"--convert-to"_s,
                   u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"_s, u"--outdir"_s,
                   package.cli.outside(u"sheets"_s), package.cli.outside(u"saved/tables.ods"_s)});
    QByteArray sheets;
    const QDir folder(package.cli.outside(u"sheets"_s));
    for (const QString& name : folder.entryList(QDir::Files))
        sheets += contentOf(folder.filePath(name));
    QStringList harmed;
    for (const QString& number : numbers)
        if (!sheets.contains(number.toUtf8()))
            harmed.append(number);
    CHECK(harmed.join(u' ') == u""_s);
}
