// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/sheet_readers.h"
#include "tests/core/importing/sheets.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <random>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace songhe {

TEST_CASE("every kind of file gives the same rows of a roster", "[importing]")
{
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        const auto workbook = readTestTable(file);
        REQUIRE(workbook);
        const Sheet& sheet = workbook->sheets.front();
        CHECK(sheet.rowCount() == 257);
        CHECK(sheet.columnCount() == 14);
        CHECK(sheet.at(0, 0).raw == u"友谊社区日间照料中心老年人花名册（2021年）"_s);
        CHECK(sheet.at(2, 3).raw == u"身份证号码"_s);
        CHECK(sheet.at(3, 1).raw == u"查振华"_s);
        CHECK(sheet.at(3, 3).raw == u"150205193706269810"_s);
        CHECK(sheet.at(3, 3).kind == Cell::Kind::Text);
        CHECK(sheet.at(8, 4).raw == u"1923-10-17"_s);
        CHECK(sheet.isBlankRow(23));
        if (workbook->format == SheetFormat::Csv)
            CHECK(sheet.at(10, 3).raw == u"1.502021943012E+017"_s);
        else {
            CHECK(sheet.at(10, 3).kind == Cell::Kind::Number);
            CHECK(sheet.at(8, 4).kind == Cell::Kind::Date);
        }
    }
}

TEST_CASE("the kind of a file is told by its bytes, not its name", "[importing]")
{
    QTemporaryDir folder;
    const QString renamed = folder.filePath(u"名册.csv"_s);
    REQUIRE(QFile::copy(sheetPath(u"roster/roster.ods"_s), renamed));
    Progress progress;
    const auto workbook = readWorkbook(renamed, progress);
    REQUIRE(workbook);
    CHECK(workbook->format == SheetFormat::Ods);
}

TEST_CASE("torn, forged, locked and oversized tables are refused with what to do", "[importing][hostile]")
{
    struct Case {
        const char* file;
        Error::Kind kind;
        const char* says;
    };
    const Case cases[] = {
        {"torn.xlsx", Error::Kind::Damaged, "torn"},
        {"bytes_changed.xlsx", Error::Kind::Damaged, ""},
        {"zip_bomb.xlsx", Error::Kind::Refused, "unpacks"},
        {"entities.xlsx", Error::Kind::Damaged, "forged"},
        {"external_entity.xlsx", Error::Kind::Damaged, "forged"},
        {"cut_off_inside.xlsx", Error::Kind::Damaged, "damaged"},
        {"rows_too_many.xlsx", Error::Kind::Invalid, "rows"},
        {"columns_too_many.xlsx", Error::Kind::Invalid, "columns"},
        {"cells_too_many.xlsx", Error::Kind::Invalid, "cells"},
        {"part_twice.xlsx", Error::Kind::Damaged, "twice"},
        {"repeats_huge.ods", Error::Kind::Invalid, "columns"},
        {"password.ods", Error::Kind::Refused, "password"},
        {"password.xlsx", Error::Kind::Refused, "password"},
        {"password.xls", Error::Kind::Refused, "password"},
        {"torn.xls", Error::Kind::Damaged, "damaged"},
        {"reader_crashes.xls", Error::Kind::Damaged, "damaged"}, // brings freexl itself down
        {"empty.csv", Error::Kind::Invalid, "empty"},
        {"blank.csv", Error::Kind::Invalid, "empty"},
        {"picture.xlsx", Error::Kind::Invalid, "no table"},
        {"noise.csv", Error::Kind::Damaged, "no table"},
        {"web_page.xls", Error::Kind::Invalid, "web page"},
        {"quote_never_ends.csv", Error::Kind::Damaged, "quotation mark"},
        {"no_such_string.xlsx", Error::Kind::Damaged, "text that"},
        {"no_such_file.xlsx", Error::Kind::NotFound, "cannot be opened"},
    };
    for (const Case& each : cases) {
        INFO(each.file);
        const auto workbook = readTestTable(u"sheets/"_s + QLatin1StringView(each.file));
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().kind == each.kind);
        INFO(workbook.error().message.toStdString());
        CHECK(workbook.error().message.contains(QLatin1StringView(each.says)));
    }
}

#ifndef __SANITIZE_ADDRESS__ // the sanitizer cannot live under a limit of memory
TEST_CASE("an old workbook that claims to be huge does not get the memory", "[importing][hostile]")
{
    QFile whole(sheetPath(u"roster/roster.xls"_s));
    REQUIRE(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    // The record that tells a sheet's size: first and last row, first and last column.
    const qsizetype size = bytes.indexOf(QByteArray("\x00\x02\x0E\x00", 4));
    REQUIRE(size > 0);
    bytes.replace(size + 4, 12, QByteArray("\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x04", 12));
    QTemporaryDir folder;
    QFile forged(folder.filePath(u"forged.xls"_s));
    REQUIRE(forged.open(QIODevice::WriteOnly));
    forged.write(bytes);
    forged.close();
    Progress progress;
    const auto workbook = readWorkbook(forged.fileName(), progress);
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().kind == Error::Kind::Damaged);
}
#endif

TEST_CASE("bytes changed at random are read or refused, never more", "[importing][hostile]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"changed"_s);
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        QFile whole(sheetPath(file));
        REQUIRE(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (quint32 seed = 1; seed <= 25; ++seed) {
            std::mt19937 random(seed); // the same on every machine
            QByteArray changed = bytes;
            for (int i = 0; i < 12; ++i)
                changed[qsizetype(random() % (i % 3 == 0 ? 4000U : quint32(bytes.size())))] = char(random());
            QFile out(path);
            REQUIRE(out.open(QIODevice::WriteOnly));
            out.write(changed);
            out.close();
            Progress progress;
            if (const auto workbook = readWorkbook(path, progress); !workbook)
                CHECK_FALSE(workbook.error().message.isEmpty());
        }
    }
}

TEST_CASE("limits hold for every kind of file", "[importing][hostile]")
{
    SheetLimits few;
    few.rows = 100;
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        CHECK_FALSE(readTestTable(file, few));
    }
    SheetLimits small;
    small.fileBytes = 1000;
    CHECK_FALSE(readTestTable(u"roster/roster.xlsx"_s, small));
}

TEST_CASE("reading stops when told to", "[importing]")
{
    for (const QString& file : rosterFiles()) {
        INFO(file.toStdString());
        Progress progress;
        progress.stop();
        const auto workbook = readWorkbook(sheetPath(file), progress);
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().kind == Error::Kind::Cancelled);
    }
}

TEST_CASE("separator and writing of a csv are found out", "[importing]")
{
    const auto semicolons = readTestTable(u"sheets/semicolon_bom.csv"_s);
    REQUIRE(semicolons);
    CHECK(semicolons->sheets[0].at(0, 0).raw == u"姓名"_s);
    CHECK(semicolons->sheets[0].at(1, 1).raw == u"友谊大街,19号;2栋"_s);

    const auto tabs = readTestTable(u"sheets/tab_utf16.csv"_s);
    REQUIRE(tabs);
    CHECK(tabs->sheets[0].at(1, 1).raw == u"友谊大街"_s);

    const auto lines = readTestTable(u"sheets/lines_in_cell.csv"_s);
    REQUIRE(lines);
    CHECK(lines->sheets[0].rowCount() == 3);
    CHECK(lines->sheets[0].at(1, 1).raw == u"第一行\n第二行, \"引号\""_s);
    CHECK(lines->sheets[0].at(2, 0).raw == u"𠮷田·艾山"_s);

    const auto rare = readTestTable(u"sheets/rare_gb18030.csv"_s);
    REQUIRE(rare);
    CHECK(rare->sheets[0].at(1, 0).raw == u"𠮷永贵"_s);
    CHECK(rare->sheets[0].at(1, 1).raw == u"㙍村"_s);

    const auto formula = readTestTable(u"sheets/formula_text.csv"_s);
    REQUIRE(formula);
    CHECK(formula->sheets[0].at(1, 1).raw == u"150205193706269810"_s);
}

TEST_CASE("only a serial number under a date style becomes a day", "[importing]")
{
    const auto workbook = readTestTable(u"sheets/dates.xlsx"_s);
    REQUIRE(workbook);
    const Sheet& sheet = workbook->sheets[0];
    CHECK(sheet.at(0, 0).kind == Cell::Kind::Date);
    CHECK(sheet.at(0, 0).raw == u"1937-06-26"_s);
    CHECK(sheet.at(0, 1).raw == u"1937-06-26"_s);
    CHECK(sheet.at(0, 2).kind == Cell::Kind::Number);
    CHECK(sheet.at(0, 3).kind == Cell::Kind::Number);
    CHECK(sheet.at(0, 4).raw == u"1900-02-28"_s);
    CHECK(sheet.at(0, 5).kind == Cell::Kind::Number);
    CHECK(sheet.at(0, 5).raw == u"1.502021943012E+17"_s);

    const auto other = readTestTable(u"sheets/dates_1904.xlsx"_s);
    REQUIRE(other);
    CHECK(other->sheets[0].at(0, 0).raw == u"1937-06-26"_s);

    CHECK(formatShowsDay(u"m\"月\"d\"日\""));
    CHECK(formatShowsDay(u"[$-804]yyyy/m/d;@"));
    CHECK_FALSE(formatShowsDay(u"0.00\"day\""));
    CHECK_FALSE(formatShowsDay(u"[Red]#,##0"));
    CHECK_FALSE(formatShowsDay(u"h:mm:ss"));
    CHECK_FALSE(formatShowsDay(u"\\d0"));
}

TEST_CASE("text in pieces, comments, errors and the strict form are read as a clerk sees them", "[importing]")
{
    const auto rich = readTestTable(u"sheets/rich_text_strict.xlsx"_s);
    REQUIRE(rich);
    CHECK(rich->sheets[0].at(0, 0).raw == u"王秀英"_s);
    CHECK(rich->sheets[0].at(0, 1).kind == Cell::Kind::Boolean);
    CHECK(rich->sheets[0].at(0, 2).raw == u"王\n英"_s);
    CHECK(rich->sheets[0].at(0, 3).raw == u"#N/A"_s);

    const auto commented = readTestTable(u"sheets/comment_in_cell.ods"_s);
    REQUIRE(commented);
    CHECK(commented->sheets[0].at(0, 0).raw == u"王  英\n二"_s);
    CHECK(commented->sheets[0].at(0, 1).kind == Cell::Kind::Number);
    CHECK(commented->sheets[0].at(0, 2).raw == u"1937-06-26"_s);

    const auto joined = readTestTable(u"sheets/roster_merged_cells.xlsx"_s);
    REQUIRE(joined);
    CHECK(joined->sheets[0].at(4, 4).raw == u"包头市石拐区友谊大街19号"_s);
    CHECK(joined->sheets[0].at(1, 3).raw == u"紧急联系人"_s);
}

} // namespace songhe
