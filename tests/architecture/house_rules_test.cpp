// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

template <typename Exempt> QStringList codePlaces(const QList<SourceFile>& files, const QString& pattern, Exempt exempt)
{
    QStringList places;
    for (const SourceFile& file : files)
        if (!exempt(file))
            places += placesOf(pattern, file, file.codeOnly());
    return places;
}

bool mayHoldSql(const SourceFile& file)
{
    // The district's two databases are spoken to in two files, as storage does it for a centre's.
    return file.isIn(u"core/storage"_s) || file.isIn(u"core/security"_s) || file.path.endsWith(u"_repository.cpp"_s)
        || file.path.endsWith(u"_district_store.cpp"_s);
}

} // namespace

TEST_CASE("the rules of the house see what they are to see", "[architecture]")
{
    const SourceFile sample {u"core/x.cpp"_s,
                             u"// SELECT a FROM b\nauto a = u\"SELECT 1 // no comment\"_s; /* now( */\nauto b = "
                             u"R\"(UPDATE c\nSET d)\"; int e = 1'000; f(); // g()\n"_s};
    CHECK_FALSE(sample.withoutComments().contains(u"FROM b"_s));
    CHECK(sample.withoutComments().contains(u"SELECT 1 // no comment"_s));
    CHECK(sample.withoutComments().contains(u"SET d"_s));
    CHECK_FALSE(sample.codeOnly().contains(u"SELECT"_s));
    CHECK_FALSE(sample.codeOnly().contains(u"SET d"_s));
    CHECK(sample.codeOnly().contains(u"1'000; f();"_s));
    CHECK_FALSE(sample.codeOnly().contains(u"g()"_s));
    CHECK(placesOf(u"f\\(\\)"_s, sample, sample.codeOnly()) == QStringList {u"core/x.cpp:4"_s});
}

TEST_CASE("SQL stands in repositories, storage, security and migrations alone", "[architecture]")
{
    static const QString statement
        = u"\"[^\"]*\\b(SELECT\\s+[^\"]*\\sFROM\\s|INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\s|UPDATE\\s+\\w+\\s+SET\\s|"
          u"DELETE\\s+FROM\\s|(CREATE|DROP|ALTER)\\s+(TABLE|INDEX|TRIGGER|VIEW)\\s|PRAGMA\\s|BEGIN\\s+IMMEDIATE)"_s;
    QStringList places;
    for (const SourceFile& file : productSources())
        if (!mayHoldSql(file))
            places += placesOf(statement, file, file.withoutComments());
    CHECK(places.join(u'\n') == u""_s);
    CHECK(codePlaces(productSources(), u"\\bsqlite3_\\w+\\s*\\("_s, mayHoldSql).join(u'\n') == u""_s);
}

TEST_CASE("only the clock asks what day it is", "[architecture]")
{
    const auto places
        = codePlaces(allSources(),
                     u"\\b(currentDate|currentDateTime|currentDateTimeUtc|currentMSecsSinceEpoch|currentSecsSinceEpoch|"
                     u"QTime::currentTime|system_clock|gettimeofday|localtime|std::time)\\b"_s,
                     [](const SourceFile& file) {
                         return file.path.startsWith(u"core/base/clock."_s) || file.isIn(u"tests/bench"_s);
                     });
    CHECK(places.join(u'\n') == u""_s);
}

TEST_CASE("only the Asker opens message boxes", "[architecture]")
{
    const auto places = codePlaces(allSources(), u"\\bQMessageBox\\b"_s, [](const SourceFile& file) {
        return file.path.startsWith(u"ui/"_s) && file.path.section(u'/', -1).contains(u"asker"_s);
    });
    CHECK(places.join(u'\n') == u""_s);
}

TEST_CASE("nothing is reached through a singleton, and no page runs a loop of its own", "[architecture]")
{
    const auto places
        = codePlaces(productSources(), u"\\bstatic\\s+[\\w:<>]+\\s*[&*]\\s*instance\\s*\\(|\\bprocessEvents\\s*\\("_s,
                     [](const SourceFile&) { return false; });
    CHECK(places.join(u'\n') == u""_s);
}

TEST_CASE("no helper translates words that lupdate cannot gather", "[architecture][translations]")
{
    // In place of `QString keysTr(const char*)`: struct KeysText { Q_DECLARE_TR_FUNCTIONS(songhe::Keys) };
    // In app/cli: a helper named in cmake/Translations.cmake that looks up under "songhe::cli".
    static const QRegularExpression known(
        u"QString (\\w+)\\(const char\\* text\\)\\s*\\{\\s*return QCoreApplication::translate\\(\"songhe::cli\""_s);
    QStringList places;
    for (const SourceFile& file : productSources()) {
        const auto helper = known.match(file.text);
        if (helper.hasMatch() && QStringLiteral(SONGHE_LUPDATE_ARGUMENTS).contains(u"tr+="_s + helper.captured(1)))
            continue;
        places += placesOf(u"\\btranslate\\(\\s*\"[^\"]*\"\\s*,\\s*[^\"\\s]"_s, file, file.withoutComments());
    }
    CHECK(places.join(u'\n') == u""_s);
}

TEST_CASE("every source carries its licence in the first lines", "[architecture]")
{
    const auto others = filesIn({u"cmake"_s, u"translations"_s, u"docs"_s, u".ci"_s}, {u".sh"_s, u".py"_s, u".js"_s})
        + filesIn({u"tests"_s}, {u".js"_s, u".mjs"_s, u".py"_s, u".sh"_s});
    QStringList bare;
    for (const SourceFile& file : allSources() + others)
        if (!file.text.left(200).contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s))
            bare.append(file.path);
    CHECK(bare.join(u'\n') == u""_s);
}

TEST_CASE("a class's name stands in one header alone: of two with one name the linker would take either's destructor",
          "[architecture]")
{
    static const QRegularExpression space(u"^namespace ([\\w:]+) \\{"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression type(
        u"^(?:template <.*>\\s+)?(?:class|struct)\\s+(\\w+)(?: final)?(?:\\s*:[^:].*)?\\s*\\{"_s,
        QRegularExpression::MultilineOption);
    QHash<QString, QString> known;
    QStringList twice;
    for (const SourceFile& file : productSources()) {
        if (!file.path.endsWith(u".h"_s))
            continue;
        const QString code = file.codeOnly();
        const QString where = space.match(code).captured(1) + u"::"_s;
        for (auto found = type.globalMatch(code); found.hasNext();) {
            const QString name = where + found.next().captured(1);
            if (const QString other = known.value(name, file.path); other != file.path)
                twice << name + u": "_s + other + u", "_s + file.path;
            known.insert(name, file.path);
        }
    }
    CHECK(known.size() > 300);
    CHECK(twice.join(u'\n') == u""_s);
}

TEST_CASE("every header is guarded once", "[architecture]")
{
    QStringList bare;
    for (const SourceFile& file : allSources())
        if (file.path.endsWith(u".h"_s) && !file.text.contains(u"#pragma once"_s))
            bare.append(file.path);
    CHECK(bare.join(u'\n') == u""_s);
}

TEST_CASE("every JSON file under resources loads", "[architecture][resources]")
{
    for (const SourceFile& file : filesIn({u"resources"_s}, {u".json"_s})) {
        QJsonParseError error;
        QJsonDocument::fromJson(file.text.toUtf8(), &error);
        INFO(file.path.toStdString() << ", at " << error.offset);
        CHECK(error.errorString() == u"no error occurred"_s);
        CHECK_FALSE(file.text.contains(QChar::ReplacementCharacter));
    }
}

TEST_CASE("no file names a machine's folder", "[architecture]")
{
    // Pieced together, so that this file does not name one itself.
    const QString pattern = u"(^|[\\s\"'`(=])/(%1|%2|%3)/\\w|\\.\\./%4\\b|(^|[\\s\"'`(=])%4/\\w"_s.arg(u"wo"
                                                                                                       "rk"_s,
                                                                                                       u"ro"
                                                                                                       "ot"_s,
                                                                                                       u"ho"
                                                                                                       "me"_s,
                                                                                                       u"sha"
                                                                                                       "red"_s);
    const QStringList endings {u".cpp"_s, u".h"_s,  u".inl"_s,  u".md"_s,   u".txt"_s, u".cmake"_s, u".sql"_s,
                               u".sh"_s,  u".py"_s, u".json"_s, u".html"_s, u".js"_s,  u".yml"_s,   u".tsv"_s};
    QStringList places;
    for (const SourceFile& file :
         filesIn({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"cmake"_s, u"docs"_s, u"resources"_s, u"translations"_s},
                 endings))
        places += placesOf(pattern, file, file.text);
    CHECK(places.join(u'\n') == u""_s);
}
