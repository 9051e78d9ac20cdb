// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/assessments/answer_sheets.h"
#include "tests/ui/support/pictures.h"
#include "ui/printing/assessment_paper.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

using namespace songhe;
using namespace songhe::printing;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

AssessmentSheetData filled(const Scale& scale)
{
    AssessmentSheetData data;
    data.scale = &scale;
    data.centre = u"友谊社区日间照料中心"_s;
    data.centreCode = u"YY001"_s;
    Assessment assessment;
    assessment.standard = scale.id;
    assessment.assessedOn = QDate(2021, 6, 18);
    assessment.state = AssessmentState::Confirmed;
    assessment.answers = bestAnswers(scale);
    assessment.events = {{u"fall"_s, 4}};
    assessment.assessor1 = u"王芳"_s;
    assessment.assessor2 = u"刘杰"_s;
    assessment.dueOn = QDate(2022, 6, 18);
    assessment.digest = QString(64, u'b');
    assessment.tables = {{u"medicines"_s,
                          QJsonArray {QJsonObject {{u"name"_s, u"硝苯地平控释片"_s},
                                                   {u"way"_s, u"口服"_s},
                                                   {u"dose"_s, u"30mg"_s},
                                                   {u"frequency"_s, u"每日1次"_s}}}}};
    data.score = scoreSheet(*sheetOf(scale, assessment));
    data.known = {{u"elder.name"_s, u"张秀英"_s}, {u"elder.sex"_s, u"女"_s}};
    data.assessment = assessment;
    return data;
}

/// Every option of every item, table, event, grade, level (preliminary and final) and clause has its box.
qsizetype boxesOf(const Scale& scale)
{
    std::size_t boxes = scale.events.size() * 4 + scale.levels.size() * 2 + scale.clauses.size();
    for (const ScaleItem& item : scale.items)
        boxes += item.options.size();
    for (const ScaleGroup& group : scale.groups)
        boxes += group.grades.size();
    for (const ScaleTable& table : scale.tables)
        for (const ScaleField& field : table.fields)
            boxes += field.setting.isEmpty() ? field.options.size() : 0;
    return qsizetype(boxes);
}

/// The text of a PDF, its Kangxi radicals turned back into characters.
QString textOf(const Paper& paper)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"paper.pdf"_s);
    REQUIRE(writePdf(paper, file));
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    REQUIRE(reader.waitForFinished());
    return QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

} // namespace

TEST_CASE("a report has every item, the clauses that raised the level, and until when it holds", "[ui][printing]")
{
    for (const Scale* scale : {&mzt039(), &gbt42195()}) {
        const auto paper = AssessmentPaper::make(filled(*scale));
        REQUIRE(paper);
        const QString text = textOf(**paper);
        CHECK(text.count(u"■"_s) + text.count(u"□"_s) == boxesOf(*scale));
        CHECK(text.contains(u"硝苯地平控释片"_s));
        CHECK(text.contains(u"(4次)"_s));
        CHECK(text.contains(u"2022年6月18日"_s));
        CHECK(text.count(u"■"_s) >= int(scale->items.size()) + 4);
        CHECK(text.contains(scale->clauses[1].title.zh.left(10).normalized(QString::NormalizationForm_KC)));
        CHECK(text.contains(u"bbbbbbbbbbbb"_s));
        CHECK_FALSE(text.contains(u"宗教"_s));
        CHECK_FALSE(text.contains(u"草稿"_s));
    }
}

TEST_CASE("a draft's report says on its first sheet that it is none", "[ui][printing]")
{
    AssessmentSheetData data = filled(gbt42195());
    data.assessment->state = AssessmentState::Draft;
    const auto paper = AssessmentPaper::make(std::move(data));
    REQUIRE(paper);
    CHECK(textOf(**paper).contains(u"草稿"_s));
}

TEST_CASE("the empty sheet offers every option and a place for the clock, and asks for religion where the centre does",
          "[ui][printing]")
{
    AssessmentSheetData data;
    data.scale = &mzt039();
    data.centre = u"友谊社区日间照料中心"_s;
    data.religion = true;
    const auto paper = AssessmentPaper::make(std::move(data));
    REQUIRE(paper);
    const QString text = textOf(**paper);
    CHECK(text.contains(u"画钟图"_s));
    CHECK(text.contains(u"宗教"_s));
    CHECK(text.count(u"□"_s) > 100);
    CHECK_FALSE(text.contains(u"■"_s));
    int page = 0;
    for (const QImage& image : pictures(**paper, 60))
        CHECK(ui::savePicture(image, u"assessment-blank-%1"_s.arg(++page)));
}
