// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/clock.h"
#include "tests/ui/support/pictures.h"
#include "ui/printing/claim_paper.h"
#include "ui/printing/package_paper.h"
#include "ui/printing/qr.h"
#include "ui/printing/slip.h"
#include "ui/printing/template.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>

using namespace songhe;
using namespace songhe::printing;
using namespace Qt::StringLiterals;

namespace {

Slip slipOf(const QString& name)
{
    Slip slip;
    slip.centre = u"友谊社区日间照料中心"_s;
    slip.number = u"225771234567890123"_s;
    slip.elderName = name;
    slip.recordedBy = u"李敏"_s;
    slip.recordedAt = Clock::momentOf(QDate(2021, 9, 3), QTime(11, 40));
    slip.lines = {{QDate(2021, 9, 3), u"午餐"_s, u"堂食"_s, u"友谊食堂"_s, Fen {1200}, Fen {300}}};
    return slip;
}

ClaimSheetData claimOf(int lines)
{
    ClaimSheetData data;
    data.centre = u"友谊社区日间照料中心"_s;
    data.centreCode = u"YY001"_s;
    data.period = u"2021-09"_s;
    data.policyTitle = u"包头市居家和社区养老服务供餐补贴"_s;
    data.policyNumber = u"征求意见稿 六（二）4"_s;
    data.policyId = u"baotou-2020-meals"_s;
    data.digest = QString(64, u'a');
    data.draftPolicy = true;
    data.preparedBy = u"李敏"_s;
    data.preparedOn = QDate(2021, 10, 8);
    for (int i = 0; i < lines; ++i)
        data.lines.push_back({QDate(2021, 9, 1 + i % 30), i % 7 == 0 ? u"古丽娜尔·艾山"_s : u"王桂兰"_s, u"友谊食堂"_s,
                              Fen {300}, i % 5 != 0,
                              i % 5 != 0 ? u"城市低保，户籍在包头市青山区"_s
                                         : u"不予补贴：户籍自 2021-05-03 起在阿拉善左旗，政策要求包头市"_s});
    return data;
}

} // namespace

TEST_CASE("a template's values are escaped and its filters write as on paper", "[ui][printing]")
{
    TemplateValues values;
    values.fields = {{u"name"_s, Value(u"<b>王</b>"_s)},
                     {u"price_fen"_s, Value(Fen {123405})},
                     {u"on"_s, Value(QDate(2021, 9, 3))},
                     {u"note"_s, Value()}};
    values.lists.insert(u"lines"_s, {{{u"a"_s, Value(u"1"_s)}}, {{u"a"_s, Value(u"2"_s)}}});
    const auto filled = fillTemplate(
        u"t"_s,
        u"{{name}} {{price_fen|yuan}} {{price_fen|capitals}} {{on|day}}{{?note}}!{{/note}} {{*lines}}[{{a}}]{{/lines}}"_s,
        values);
    REQUIRE(filled);
    CHECK(*filled == u"&lt;b&gt;王&lt;/b&gt; 1,234.05 壹仟贰佰叁拾肆元零伍分 2021年9月3日 [1][2]"_s);
}

TEST_CASE("a template with an unknown key or filter is refused by name", "[ui][printing]")
{
    for (const QString& html : {u"{{nobody}}"_s, u"{{name|shout}}"_s, u"{{?name}}x"_s, u"{{name"_s}) {
        TemplateValues values;
        values.fields = {{u"name"_s, Value(u"x"_s)}};
        const auto filled = fillTemplate(u"slip"_s, html, values);
        REQUIRE(!filled);
        CHECK(filled.error().message.contains(u"slip"_s));
    }
}

TEST_CASE("slips are one sheet each, A5 or as long as the roll needs", "[ui][printing]")
{
    QTemporaryDir folder;
    const std::vector<Slip> slips {slipOf(u"王桂兰"_s), slipOf(u"古丽娜尔·艾山"_s)};
    const auto paper = SlipPaper::make(slips, SlipForm::A5);
    REQUIRE(paper);
    const auto printed = writePdf(**paper, folder.filePath(u"slip.pdf"_s));
    REQUIRE(printed);
    CHECK(printed->pages == 2);
    QFile file(printed->file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().startsWith("%PDF-"));

    const auto roll = SlipPaper::make(slips, SlipForm::Roll80);
    REQUIRE(roll);
    const auto sheets = pictures(**roll, 100);
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].width() == 315); // 80 mm
    CHECK(sheets[0].height() > sheets[0].width());
    CHECK(ui::savePicture(sheets[0], u"slip_roll"_s));
    CHECK(ui::savePicture(pictures(**paper, 100)[1], u"slip_a5"_s));
}

TEST_CASE("a claim of 200 lines repeats its frame on every sheet", "[ui][printing]")
{
    const auto paper = ClaimPaper::make(claimOf(200));
    REQUIRE(paper);
    const auto sheets = pictures(**paper, 50);
    REQUIRE(sheets.size() >= 4);
    CHECK(ui::savePicture(pictures(**paper, 100)[0], u"claim_1"_s));
    CHECK(ui::savePicture(pictures(**paper, 100)[1], u"claim_2"_s));
    // The band that says 'draft' stands at the top of each sheet: dark pixels where the frame is.
    for (const QImage& sheet : sheets) {
        int dark = 0;
        for (int x = 40; x < sheet.width() - 40; ++x)
            for (int y = 20; y < 36; ++y)
                dark += qGray(sheet.pixel(x, y)) < 160 ? 1 : 0;
        CHECK(dark > 100);
    }
}

TEST_CASE(
    "a claim on paper holds what it corrects, what was held, what was chosen, and its steps; the total counts both",
    "[ui][printing]")
{
    ClaimSheetData data = claimOf(20);
    for (std::size_t i = 0; i < data.lines.size(); i += 4) {
        data.lines[i].held = true;
        data.lines[i].payable = false;
        data.lines[i].fen = {};
        data.lines[i].reason = u"评估已于 2021-08-31 到期（重度失能），请重新评估"_s;
    }
    const Fen paid = data.total();
    data.adjustments
        = {{QDate(2021, 8, 3), u"王桂兰"_s, u"2021-08 申领单，原列 3.00 元（明细 225771234567890123）"_s, Fen {-300},
            u"记录已作废"_s},
           {QDate(2021, 8, 14), u"古丽娜尔·艾山"_s, u"2021-08 申领单，原列 0.00 元（明细 225771234567890456）"_s,
            Fen {300}, u"城市低保，户籍在包头市青山区"_s}};
    CHECK(data.total() == paid);
    data.adjustments.pop_back();
    CHECK(data.total() == Fen {paid.value - 300});
    data.provisional = true;
    data.caps = {{u"友谊食堂"_s, Fen {9'000'000}, Fen {9'004'500}}};
    data.choices = {{u"满60周岁从哪天起算"_s, u"生日当天起"_s}, {u"余额不足一餐时"_s, u"不予支付"_s}};
    const auto at = [](int day, int hour) { return Clock::momentOf(QDate(2021, 10, day), QTime(hour, 5)); };
    data.steps = {{u"已核对"_s, at(8, 10), u"李敏"_s, {}},
                  {u"已签章"_s, at(8, 11), u"赵海山"_s, {}},
                  {u"开放补登"_s, at(9, 9), u"赵海山"_s, u"至 2021-10-10；找到 9 月 5 日的纸质登记本"_s},
                  {u"部分退回"_s, at(12, 15), u"李敏"_s, u"文件日期 2021-10-11；退回 2 条；缺签收单"_s}};
    const auto paper = ClaimPaper::make(data);
    REQUIRE(paper);
    const auto sheets = pictures(**paper, 100);
    REQUIRE(sheets.size() >= 2);
    for (std::size_t i = 0; i < sheets.size(); ++i)
        CHECK(ui::savePicture(sheets[i], u"claim_full_%1"_s.arg(i + 1)));
}

TEST_CASE("a preview of many sheets counts them all and draws the first ones", "[ui][printing]")
{
    const auto paper = ClaimPaper::make(claimOf(200));
    REQUIRE(paper);
    const auto all = pictures(**paper, 30);
    const auto some = pictures(**paper, 30, 2);
    REQUIRE(some.size() == all.size());
    CHECK(some[1].size() == all[1].size());
    CHECK(some[2].size() == QSize(1, 1));
}

TEST_CASE("a folder that cannot be written is named, and nothing is left there", "[ui][printing]")
{
    const auto paper = ClaimPaper::make(claimOf(1));
    REQUIRE(paper);
    const auto printed = writePdf(**paper, u"/nonexistent/folder/claim.pdf"_s);
    REQUIRE(!printed);
    CHECK(printed.error().message.contains(u"/nonexistent/folder/claim.pdf"_s));
}

TEST_CASE("cover, hand-over sheet and recovery key are sheets too", "[ui][printing]")
{
    PackageSheetData data;
    data.centre = u"友谊社区日间照料中心"_s;
    data.centreCode = u"YY001"_s;
    data.quarter = u"2021Q3"_s;
    data.sequence = 12;
    data.signatureKey = u"RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"_s;
    data.on = QDate(2021, 10, 8);
    data.counts = {{u"助餐记录"_s, 6318, 11}};
    const auto cover = PackagePaper::make(data);
    REQUIRE(cover);
    const auto bytes = pdfBytes(**cover);
    REQUIRE(bytes);
    CHECK(bytes->startsWith("%PDF-"));
    data.fileName = u"songhe-YY001-2021Q3-0012.zip.age"_s;
    data.sha256 = QString(64, u'0');
    const auto handOver = PackagePaper::make(data);
    REQUIRE(handOver);
    CHECK(pictures(**handOver, 80).size() == 1);
    CHECK(ui::savePicture(pictures(**handOver, 80)[0], u"package_hand_over"_s));
    // With every table and a year of claims, nothing hangs over the edge and code and boxes stay together.
    for (int i = 0; i < 30; ++i)
        data.counts.push_back({u"记录"_s, i, 0});
    for (int i = 0; i < 14; ++i)
        data.claims.push_back({u"2021-09"_s, u"baotou-2020-meals"_s, 40, Fen {12000}});
    const auto full = PackagePaper::make(data);
    REQUIRE(full);
    const auto sheets = pictures(**full, 80);
    REQUIRE(sheets.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(ui::savePicture(sheets[i], u"package_hand_over_full_%1"_s.arg(i)));
        for (int x = 0; x < sheets[i].width(); ++x)
            if (sheets[i].pixelColor(x, sheets[i].height() - 30).lightness() < 128)
                FAIL_CHECK("ink at the lower edge of sheet " << i);
    }
    const auto recovery
        = RecoveryPaper::make({u"友谊"_s, u"YY001"_s, QDate(2021, 1, 4), u"ABCD-EFGH"_s, u"RW…"_s, u"age1…"_s});
    REQUIRE(recovery);
    const auto sheet = pictures(**recovery, 80);
    CHECK(sheet.size() == 1);
    CHECK(ui::savePicture(sheet[0], u"recovery"_s));
}

TEST_CASE("a text too long for a QR code is told, not drawn", "[ui][printing]")
{
    QImage image(100, 100, QImage::Format_RGB32);
    QPainter painter(&image);
    CHECK(!paintQr(painter, QRectF(0, 0, 100, 100), QString(5000, u'x')));
    CHECK(paintQr(painter, QRectF(0, 0, 100, 100), u"225771234567890123"_s));
}
