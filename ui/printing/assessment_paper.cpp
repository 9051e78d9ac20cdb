// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/assessment_paper.h"

#include "ui/printing/qr.h"
#include "ui/printing/signature_boxes.h"

#include <QtCore/QJsonArray>
#include <QtGui/QImage>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr double sheetMargin = 150;
constexpr QRectF sheetBody {sheetMargin, sheetMargin, 2100 - 2 * sheetMargin, 2970 - 2 * sheetMargin - 60};
constexpr double headingHeight = 84;
constexpr double drawingSide = 600;

/// As on the paper form: every option stands there, the chosen one is filled.
QString box(bool chosen, const QString& words)
{
    return (chosen ? u"■ "_s : u"□ "_s) + words;
}

QString blank(int width = 12)
{
    return QString(width, u'_');
}

QString orBlank(const std::optional<QString>& text)
{
    return text.value_or(blank());
}

QString levelWords(const Scale& scale, std::optional<int> chosen)
{
    QStringList boxes;
    for (const ScaleLevel& level : scale.levels)
        boxes << box(chosen == level.level, QString::number(level.level) + u' ' + level.title.zh);
    return boxes.join(u"　"_s);
}

} // namespace

Result<std::unique_ptr<AssessmentPaper>> AssessmentPaper::make(AssessmentSheetData data)
{
    std::unique_ptr<AssessmentPaper> paper(new AssessmentPaper(std::move(data)));
    ASSIGN_OR_RETURN(paper->m_fieldColumns, printColumns(u"assessment_fields"_s));
    ASSIGN_OR_RETURN(paper->m_itemColumns, printColumns(u"assessment_items"_s));
    ASSIGN_OR_RETURN(paper->m_resultColumns, printColumns(u"assessment_result"_s));
    return paper;
}

QString AssessmentPaper::title() const
{
    return m_data.assessment ? u"能力评估报告 %1 %2"_s.arg(m_data.known.value(u"elder.name"_s),
                                                           m_data.assessment->assessedOn.toString(Qt::ISODate))
                             : u"能力评估空白表 %1"_s.arg(m_data.scale->code);
}

void AssessmentPaper::paint(Sheets& sheets) const
{
    // Twice: how many sheets there are stands on each of them.
    ImageSheets counting(12);
    const int total = paintAll(counting, 0);
    paintAll(sheets, total);
}

int AssessmentPaper::paintAll(Sheets& sheets, int totalSheets) const
{
    Place at {sheets, totalSheets, 0};
    newSheet(at);
    paintTitle(at);
    paintTables(at);
    paintItems(at);
    paintDrawing(at);
    paintResult(at);
    paintSignatures(at);
    return sheets.count();
}

void AssessmentPaper::newSheet(Place& at) const
{
    at.sheets.begin(a4);
    QPainter& painter = at.sheets.painter();
    painter.setFont(paperFont(26));
    painter.setPen(Qt::black);
    const QRectF foot(sheetBody.left(), a4.height() - sheetMargin + 10, sheetBody.width(), 50);
    QString words = m_data.scale->code + u" · "_s + m_data.centre;
    if (m_data.assessment && m_data.assessment->digest)
        words += u" · 校验码 "_s + m_data.assessment->digest->left(12);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, words);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     u"第 %1 页 / 共 %2 页"_s.arg(at.sheets.count()).arg(at.total));
    at.y = sheetBody.top();
}

void AssessmentPaper::needRoom(Place& at, double tall) const
{
    if (at.y + tall > sheetBody.bottom())
        newSheet(at);
}

void AssessmentPaper::paintHeading(Place& at, const QString& text) const
{
    needRoom(at, headingHeight + 200); // a heading never stands alone at the foot of a sheet
    at.sheets.painter().setFont(paperFont(34, true));
    at.sheets.painter().setPen(Qt::black);
    at.sheets.painter().drawText(QRectF(sheetBody.left(), at.y + 16, sheetBody.width(), headingHeight - 20),
                                 Qt::AlignLeft | Qt::AlignVCenter, text);
    at.y += headingHeight;
}

template <typename Fill>
void AssessmentPaper::paintRows(Place& at, const std::vector<PrintColumn>& columns, Fill&& fill) const
{
    TablePainter table(at.sheets, columns, [&] {
        newSheet(at);
        return sheetBody;
    });
    table.start(QRectF(sheetBody.left(), at.y, sheetBody.width(), sheetBody.bottom() - at.y));
    fill(table);
    at.y = table.bottom() + 20;
}

void AssessmentPaper::paintTitle(Place& at) const
{
    QPainter& painter = at.sheets.painter();
    painter.setPen(Qt::black);
    painter.setFont(paperFont(58, true));
    painter.drawText(QRectF(sheetBody.left(), at.y, sheetBody.width(), 90), Qt::AlignHCenter | Qt::AlignVCenter,
                     m_data.assessment ? u"老年人能力评估报告"_s : u"老年人能力评估表"_s);
    painter.setFont(paperFont(30));
    painter.drawText(QRectF(sheetBody.left(), at.y + 90, sheetBody.width(), 50), Qt::AlignHCenter | Qt::AlignVCenter,
                     u"%1《%2》　%3"_s.arg(m_data.scale->code, m_data.scale->title.zh, m_data.centre));
    at.y += 160;
    if (!m_data.assessment || m_data.assessment->state == AssessmentState::Confirmed)
        return;
    // Nobody takes a draft for a result.
    const QRectF band(sheetBody.left(), at.y, sheetBody.width(), 60);
    painter.drawRect(band);
    painter.setFont(paperFont(32, true));
    painter.drawText(band, Qt::AlignCenter,
                     m_data.assessment->isDraft() ? u"草稿：尚未确认，不得作为评估结论"_s
                                                  : u"本评估已被后来的评估取代"_s);
    at.y += 80;
}

QString AssessmentPaper::fieldText(const ScaleField& field) const
{
    if (!field.from.isEmpty())
        return m_data.known.value(field.from, blank());
    const QJsonValue value = m_data.assessment ? m_data.assessment->tables.value(field.key) : QJsonValue();
    switch (field.kind) {
    case ScaleField::Kind::Text:
        return value.toString().isEmpty() ? blank(24) : value.toString();
    case ScaleField::Kind::Number:
        return value.isDouble() ? QString::number(value.toDouble()) : blank(6);
    case ScaleField::Kind::Choice:
    case ScaleField::Kind::Multi: {
        QStringList boxes;
        for (const ScaleField::Option& option : field.options)
            boxes << box(value.isArray() ? value.toArray().contains(option.key) : value.toString() == option.key,
                         option.words.zh);
        return boxes.join(u"　"_s);
    }
    case ScaleField::Kind::Rows:
        break;
    }
    QStringList titles;
    for (const NamedWords& column : field.columns)
        titles << column.title.zh;
    QStringList rows {titles.join(u"｜"_s)};
    for (const QJsonValue& row : value.toArray()) {
        QStringList cells;
        for (const NamedWords& column : field.columns)
            cells << row.toObject().value(column.key).toString();
        rows << cells.join(u"｜"_s);
    }
    while (!m_data.assessment && rows.size() < 5)
        rows << QString();
    return rows.join(u'\n');
}

QString AssessmentPaper::eventsText() const
{
    QStringList texts;
    for (const NamedWords& kind : m_data.scale->events) {
        const int times = m_data.assessment ? m_data.assessment->events.value(kind.key).toInt() : -1;
        // The form knows four bands; what was counted stands behind them.
        QStringList boxes {box(times == 0, u"无"_s), box(times == 1, u"1次"_s), box(times == 2, u"2次"_s),
                           box(times >= 3, times > 3 ? u"3次及以上（%1次）"_s.arg(times) : u"3次及以上"_s)};
        texts << kind.title.zh + u"："_s + boxes.join(u"　"_s);
    }
    return texts.join(u'\n');
}

void AssessmentPaper::paintTables(Place& at) const
{
    for (const ScaleTable& table : m_data.scale->tables) {
        paintHeading(at, table.code + u"　"_s + table.title.zh);
        paintRows(at, m_fieldColumns, [&](TablePainter& rows) {
            if (table.events)
                rows.row({u"次数"_s, eventsText()});
            for (const ScaleField& field : table.fields)
                if (field.setting.isEmpty() || m_data.religion)
                    rows.row({field.title.zh, fieldText(field)});
        });
    }
}

QString AssessmentPaper::itemText(const AnswerSheet* sheet, int item) const
{
    const int chosen = sheet ? sheet->chosen(item) : -1;
    const ScaleItem& asked = m_data.scale->items[std::size_t(item)];
    QStringList lines;
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        lines << box(int(i) == chosen, u"%1分　%2"_s.arg(asked.options[i].score).arg(asked.options[i].words.zh));
    if (asked.test)
        lines << u"做法："_s + asked.test->zh;
    return lines.join(u'\n');
}

void AssessmentPaper::paintItems(Place& at) const
{
    const Scale& scale = *m_data.scale;
    std::optional<AnswerSheet> sheet;
    if (m_data.assessment)
        if (auto filled = sheetOf(scale, *m_data.assessment))
            sheet = *std::move(filled);
    for (std::size_t g = 0; g < scale.groups.size(); ++g) {
        const ScaleGroup& group = scale.groups[g];
        paintHeading(at, group.code + u"　"_s + group.title.zh);
        paintRows(at, m_itemColumns, [&](TablePainter& rows) {
            for (int i = group.first; i < group.first + group.count; ++i) {
                const ScaleItem& item = scale.items[std::size_t(i)];
                const QString name = item.note ? item.title.zh + u"（"_s + item.note->zh + u'）' : item.title.zh;
                rows.row({item.code, name, itemText(sheet ? &*sheet : nullptr, i),
                          sheet && sheet->isAnswered(i) ? QString::number(sheet->score(i)) : QString()});
            }
            if (group.method == ScaleGroup::Method::Sum)
                rows.row({{},
                          u"合计"_s,
                          u"满分 %1 分"_s.arg(group.max),
                          g < m_data.score.sums.size() && m_data.score.sums[g] ? QString::number(*m_data.score.sums[g])
                                                                               : QString()},
                         true);
        });
    }
}

QString AssessmentPaper::clausesText() const
{
    QStringList boxes;
    for (const ScaleClause& clause : m_data.scale->clauses)
        boxes << box(m_data.score.clauses.contains(clause.id), clause.id + u'　' + clause.title.zh);
    return boxes.join(u'\n');
}

/// Annex C: grades or sums, preliminary level, clauses, final level.
std::vector<std::pair<QString, QString>> AssessmentPaper::resultLines() const
{
    const Scale& scale = *m_data.scale;
    std::vector<std::pair<QString, QString>> lines;
    for (std::size_t g = 0; g < scale.groups.size(); ++g) {
        const ScaleGroup& group = scale.groups[g];
        QStringList parts;
        if (group.method == ScaleGroup::Method::Sum && group.grades.empty())
            parts << u"%1 / %2 分"_s
                         .arg(g < m_data.score.sums.size() && m_data.score.sums[g]
                                  ? QString::number(*m_data.score.sums[g])
                                  : blank(4))
                         .arg(group.max);
        for (const ScaleGrade& grade : group.grades)
            parts << box(g < m_data.score.grades.size() && m_data.score.grades[g] == grade.grade,
                         QString::number(grade.grade) + u' ' + grade.title.zh);
        lines.emplace_back(group.code + u' ' + group.title.zh, parts.join(u"　"_s));
    }
    if (scale.byTotal)
        lines.emplace_back(u"总分"_s,
                           u"%1 / %2 分"_s.arg(m_data.score.total ? QString::number(*m_data.score.total) : blank(4))
                               .arg(scale.maxTotal()));
    lines.emplace_back(u"初步等级"_s, levelWords(scale, m_data.score.preliminary));
    lines.emplace_back(u"等级变更条款"_s, clausesText());
    lines.emplace_back(u"最终等级"_s, levelWords(scale, m_data.score.final));
    if (!m_data.assessment)
        return lines;
    const Assessment& assessment = *m_data.assessment;
    if (m_data.score.ambiguous) {
        const ScaleSetting* setting = scale.setting(scale.openSetting);
        lines.emplace_back(u"标准歧义说明"_s,
                           u"%1：按“%2”读取。%3\n两名评估员确认理由：%4"_s.arg(
                               setting ? setting->title.zh : scale.openSetting, m_data.score.reading,
                               setting ? setting->why.zh : QString(), orBlank(assessment.ambiguityReason)));
    }
    QStringList settings;
    for (auto it = assessment.choices.begin(); it != assessment.choices.end(); ++it)
        settings << it.key() + u" = "_s + it.value().toString();
    if (!settings.isEmpty())
        lines.emplace_back(u"所用设定"_s, settings.join(u"；"_s));
    if (assessment.dueOn)
        lines.emplace_back(u"等级有效至"_s, assessment.dueOn->toString(u"yyyy年M月d日"_s));
    if (assessment.remark)
        lines.emplace_back(u"备注"_s, *assessment.remark);
    return lines;
}

void AssessmentPaper::paintResult(Place& at) const
{
    paintHeading(at, u"评估结果"_s);
    paintRows(at, m_resultColumns, [&](TablePainter& rows) {
        for (const auto& [label, value] : resultLines())
            rows.row({label, value}, label == u"最终等级");
    });
    at.sheets.painter().setFont(paperFont(24));
    at.sheets.painter().setPen(Qt::black);
    at.sheets.painter().drawText(QRectF(sheetBody.left(), at.y - 8, sheetBody.width(), 40),
                                 Qt::AlignLeft | Qt::AlignVCenter, u"注："_s + m_data.scale->note.zh);
    at.y += 44;
}

void AssessmentPaper::paintDrawing(Place& at) const
{
    const bool wanted = std::any_of(m_data.scale->items.begin(), m_data.scale->items.end(),
                                    [](const ScaleItem& item) { return item.test.has_value(); });
    const QImage image = QImage::fromData(m_data.drawing);
    if (image.isNull() && (m_data.assessment || !wanted))
        return;
    paintHeading(at, u"画钟图"_s);
    needRoom(at, drawingSide + 20);
    const QRectF frame(sheetBody.left(), at.y, drawingSide, drawingSide);
    QPainter& painter = at.sheets.painter();
    painter.setPen(QPen(Qt::black, 1.5));
    painter.drawRect(frame);
    if (!image.isNull()) {
        const QSizeF size = QSizeF(image.size()).scaled(frame.size() * 0.96, Qt::KeepAspectRatio);
        painter.drawImage(QRectF(frame.center() - QPointF(size.width(), size.height()) / 2, size), image);
    }
    at.y += drawingSide + 20;
}

void AssessmentPaper::paintSignatures(Place& at) const
{
    needRoom(at, signatureHeight + 130);
    QPainter& painter = at.sheets.painter();
    painter.setFont(paperFont(30));
    painter.setPen(Qt::black);
    const Assessment blankSheet;
    const Assessment& said = m_data.assessment ? *m_data.assessment : blankSheet;
    painter.drawText(
        QRectF(sheetBody.left(), at.y, sheetBody.width(), 100), Qt::AlignLeft | Qt::TextWordWrap,
        u"评估地点：%1　　评估员：%2、%3　　信息提供者：%4"_s.arg(orBlank(said.place), orBlank(said.assessor1),
                                                                  orBlank(said.assessor2), orBlank(said.provider)));
    at.y += 110;
    paintSignatureBoxes(painter, QRectF(sheetBody.left(), at.y, sheetBody.width(), signatureHeight),
                        {u"评估员甲（签名）"_s, u"评估员乙（签名）"_s, u"信息提供者（签名）"_s});
    at.y += signatureHeight;
}

} // namespace songhe::printing
