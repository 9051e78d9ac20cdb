// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// The words of a PDF, full-width forms and the glyphs of old fonts as plain text.
QString wordsOf(CommandLine& cli, const QString& pdf)
{
    const Outcome words = runProgram(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}, cli.outside(u"."_s));
    REQUIRE(words.code == 0);
    return QString::fromUtf8(words.out).normalized(QString::NormalizationForm_KC);
}

/// What stands behind a word, up to the end of its line.
QString after(const QString& words, const QString& word)
{
    const qsizetype at = words.indexOf(word);
    return at < 0 ? QString() : words.mid(at + word.size()).section(u'\n', 0, 0).trimmed();
}

/// Qt draws every digit but leaves those that follow a letter out of a PDF's text: what is there must be in order.
bool isShortened(const QString& shown, const QString& whole)
{
    qsizetype at = 0;
    for (const QChar letter : shown) {
        at = letter == u' ' ? at : whole.indexOf(letter, at) + 1;
        if (letter != u' ' && at == 0)
            return false;
    }
    return shown.count(u' ') < shown.size();
}

} // namespace

TEST_CASE(
    "the hand-over sheet names file, size, digest, short code and counts, and has room to sign, in both languages",
    "[app][package][print]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    cli.importGrid();
    const QString stick = cli.outside(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const QJsonObject written = cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, stick,
                                          u"--passphrase-file"_s, cli.write(u"phrase"_s, "four plain words\n")})
                                    .toObject();
    const QString sha256 = written["sha256"_L1].toString();
    REQUIRE(sha256.size() == 64);
    const QString meals = QString::number(written["records"_L1]["meal"_L1].toInteger());
    const std::pair<QString, QString> languages[] = {{u"zh_CN"_s, u"用餐"_s}, {u"en"_s, u"Meals"_s}};
    for (const auto& [language, label] : languages) {
        INFO(language.toStdString());
        const QString pdf = cli.outside(u"handover.pdf"_s);
        const QJsonObject printed
            = cli.done({u"--lang"_s, language, u"print"_s, u"handover"_s, u"1"_s, u"--to"_s, pdf}).toObject();
        CHECK(printed["pages"_L1].toInt() == 1);
        const QString words = wordsOf(cli, pdf);
        CHECK(words.contains(u"季度数据包交接单"));
        CHECK(words.contains(u"2021年第三季度"));
        CHECK(words.contains(u"songhe-SG"));
        CHECK(words.contains(u".zip.age"));
        const QString shortCode = sha256.first(4).toUpper() + u'-' + sha256.sliced(4, 4).toUpper();
        CHECK(isShortened(after(words, u"核对码:"_s), shortCode));
        CHECK(isShortened(after(words, u"大小:"_s).section(u' ', 0, 0),
                          QLocale(QLocale::C).toString(written["size"_L1].toInteger())));
        CHECK(words.contains(label));
        CHECK(words.contains(meals));
        for (const QString& box : {u"中心经办人"_s, u"中心负责人"_s, u"接收单位"_s})
            CHECK(words.contains(box));
        if (const QString pictures = qEnvironmentVariable("SONGHE_PICTURES"); !pictures.isEmpty())
            QFile::copy(pdf, pictures + u"/handover_%1.pdf"_s.arg(language));
    }
    CHECK(cli.run({u"print"_s, u"handover"_s, u"7"_s}).code == 1);
}
