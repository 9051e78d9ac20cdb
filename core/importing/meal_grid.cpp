// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/meal_grid.h"

#include "core/base/text/digits.h"
#include "core/importing/column_plan.h"
#include "core/importing/reason_text.h"
#include "core/importing/roster_words.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace meal_grid {

struct Line {
    GridCode code;
    const char* key;
    const char* text;
};

constexpr const char* context = "GridReason";
constexpr Line lines[] = {
    {GridCode::UnknownPerson, "unknown-person",
     QT_TRANSLATE_NOOP("GridReason",
                       "'%1' is not known here; %2 marks were not taken over. Add the person first, then "
                       "import the table again.")},
    {GridCode::AmbiguousPerson, "ambiguous-person",
     QT_TRANSLATE_NOOP("GridReason",
                       "Several people are called '%1'. Write the resident number or its last four digits "
                       "beside the name.")},
    {GridCode::NameDiffers, "name-differs",
     QT_TRANSLATE_NOOP("GridReason", "The resident number beside '%1' is that of %2. Find out who is meant.")},
    {GridCode::NumberLost, "number-as-number",
     QT_TRANSLATE_NOOP("GridReason",
                       "The resident number beside '%1' was kept as a number and has lost its last "
                       "digits; the name alone was used.")},
    {GridCode::DoubleMark, "double-mark", QT_TRANSLATE_NOOP("GridReason", "%1: marked twice; one meal is taken over.")},
    {GridCode::MarkNotTold, "mark-not-told",
     QT_TRANSLATE_NOOP("GridReason", "%1: '%2' is no mark that is known; no meal is taken over.")},
    {GridCode::AfterDeath, "after-death",
     QT_TRANSLATE_NOOP("GridReason", "%1: marked after the death on %2; no meal is taken over.")},
    {GridCode::InFuture, "in-future",
     QT_TRANSLATE_NOOP("GridReason", "%1: marked ahead of time; no meal is taken over.")},
    {GridCode::AlreadyRecorded, "already-recorded",
     QT_TRANSLATE_NOOP("GridReason", "%1 of the marks are recorded already and stay as they are.")},
    {GridCode::SecondMeal, "second-meal",
     QT_TRANSLATE_NOOP("GridReason",
                       "%1: a meal of that day is recorded already; this one is taken over and not paid.")},
    {GridCode::RowTotalDiffers, "row-total-differs",
     QT_TRANSLATE_NOOP("GridReason", "The total says %1, but there are %2 marks. Compare the row with the slips.")},
    {GridCode::DayTotalDiffers, "day-total-differs",
     QT_TRANSLATE_NOOP("GridReason", "%1: the total says %2, but there are %3 marks.")},
    {GridCode::TotalDiffers, "total-differs",
     QT_TRANSLATE_NOOP("GridReason", "The grand total says %1, but there are %2 marks.")},
};

const Line& lineOf(GridCode code)
{
    return *std::find_if(std::begin(lines), std::end(lines), [code](const Line& line) { return line.code == code; });
}

struct Mark {
    enum class Kind { None, One, Double, NotTold };
    Kind kind = Kind::None;
    MealWay way = MealWay::EatIn;
};

Mark readMark(const Cell& cell)
{
    static const QRegularExpression none(u"^(|0|[×✗✘xX/\\\\—–\\-]+|无|否|未|缺|休|假|请假|病假|外出|住院|停餐)$"_s);
    static const QRegularExpression one(u"^([√✓✔☑vVＶｖ1●★]|是|有|到|吃|堂食|就餐)$"_s);
    static const QRegularExpression twice(u"^([√✓✔vV]{2}|[2-9])$"_s);
    static const QRegularExpression delivered(u"^[√✓✔vV1]?(送|送餐|送上门|上门)[√✓✔vV1]?$"_s);
    static const QRegularExpression fetched(u"^[√✓✔vV1]?(取|代取|带|带走|打包|代领)[√✓✔vV1]?$"_s);
    if (cell.kind == Cell::Kind::Boolean)
        return {cell.raw == u"1" ? Mark::Kind::One : Mark::Kind::None};
    QString text = withoutBlanks(plainWidth(cell.raw));
    if (cell.kind == Cell::Kind::Number && text.contains(u'.'))
        text.remove(QRegularExpression(u"\\.0*$"_s));
    if (none.match(text).hasMatch())
        return {};
    if (one.match(text).hasMatch())
        return {Mark::Kind::One};
    if (twice.match(text).hasMatch())
        return {Mark::Kind::Double};
    if (delivered.match(text).hasMatch())
        return {Mark::Kind::One, MealWay::Delivered};
    if (fetched.match(text).hasMatch())
        return {Mark::Kind::One, MealWay::Fetched};
    return {Mark::Kind::NotTold};
}

/// 1, 1日, 9月1日, 9.1, or a day cell → day of the month; 0 where it is none.
int dayOfHeading(const Cell& cell)
{
    if (cell.kind == Cell::Kind::Date)
        return QDate::fromString(cell.raw, Qt::ISODate).day();
    static const QRegularExpression shape(u"^(?:\\d{1,2}[月./-])?(\\d{1,2})(?:日|号)?$"_s);
    const auto match = shape.match(withoutBlanks(plainWidth(cell.raw)));
    const int day = match.hasMatch() ? match.captured(1).toInt() : 0;
    return day <= 31 ? day : 0;
}

bool isTotalHeading(const QString& heading)
{
    static const QRegularExpression shape(
        u"^(合计|小计|总计|共计|总数|次数|天数|份数|餐数|就餐次数|用餐次数|合计.*[次份天餐])$"_s);
    return shape.match(withoutBlanks(heading)).hasMatch();
}

class Reader {
    Q_DECLARE_TR_FUNCTIONS(songhe::MealGrid)

public:
    Result<MealGrid> read(const Workbook& workbook);

private:
    bool findHeadings(const Sheet& sheet);
    Result<void> findMonth();
    void readRow(int row);
    void readTotals(int row);
    void checkRowTotal(GridRow& row, int marks) const;
    [[nodiscard]] QString shownDay(QDate day) const { return day.toString(Qt::ISODate); }
    [[nodiscard]] static std::optional<int> count(const Cell& cell);

    const Sheet* m_sheet = nullptr;
    int m_headingRow = -1;
    int m_nameColumn = -1;
    int m_numberColumn = -1;
    int m_totalColumn = -1;
    std::map<int, int> m_days; ///< column → day of the month
    std::map<int, int> m_marksOfColumn;
    int m_allMarks = 0;
    MealGrid m_grid;
};

std::optional<int> Reader::count(const Cell& cell)
{
    bool whole = false;
    const int number
        = QString(cell.raw).remove(QRegularExpression(u"(\\.0+)?[次份天餐人]*$"_s)).trimmed().toInt(&whole);
    return whole ? std::optional(number) : std::nullopt;
}

bool Reader::findHeadings(const Sheet& sheet)
{
    for (int row = 0; row < std::min(sheet.rowCount(), 20); ++row) {
        std::map<int, int> days;
        int name = -1;
        int number = -1;
        int total = -1;
        int last = 0;
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const Cell& cell = sheet.at(row, column);
            if (const int day = dayOfHeading(cell); day > last) {
                days[column] = day;
                last = day;
            } else if (cell.kind != Cell::Kind::Text) {
                continue;
            } else if (isTotalHeading(cell.raw)) {
                total = column;
            } else if (const RosterColumn what = columnOfHeading(cell.raw); what == RosterColumn::Name && name < 0) {
                name = column;
            } else if (what == RosterColumn::ResidentNumber && number < 0) {
                number = column;
            }
        }
        if (days.size() < 5 || name < 0)
            continue;
        m_sheet = &sheet;
        m_headingRow = row;
        m_nameColumn = name;
        m_numberColumn = number;
        m_totalColumn = total;
        m_days = std::move(days);
        return true;
    }
    return false;
}

Result<void> Reader::findMonth()
{
    static const QRegularExpression shape(u"((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})(?!\\d)"_s);
    QStringList texts {m_sheet->name};
    for (int row = 0; row < m_headingRow; ++row)
        for (const Cell& cell : m_sheet->rows[std::size_t(row)])
            texts.prepend(cell.raw); // what stands nearest to the table counts first
    for (const auto& [column, day] : m_days)
        if (const Cell& cell = m_sheet->at(m_headingRow, column); cell.kind == Cell::Kind::Date)
            texts.prepend(cell.raw);
    for (const QString& text : texts) {
        const auto match = shape.match(plainWidth(text));
        const QDate first(match.captured(1).toInt(), match.captured(2).toInt(), 1);
        if (!first.isValid())
            continue;
        m_grid.month = first;
        for (const QString& title : texts) {
            if (title.contains(u"早餐"))
                m_grid.sitting = Sitting::Breakfast;
            else if (title.contains(u"晚餐"))
                m_grid.sitting = Sitting::Dinner;
        }
        return {};
    }
    return fail(Error::Kind::Invalid,
                tr("It cannot be told which month the table is about. Write it into the title, as in "
                   "2021年9月老年人助餐登记表."));
}

void Reader::checkRowTotal(GridRow& row, int marks) const
{
    const auto written = m_totalColumn < 0 ? std::nullopt : count(m_sheet->at(row.sheetRow, m_totalColumn));
    if (!written || *written == marks)
        return;
    const int doubles
        = int(std::count_if(row.marks.begin(), row.marks.end(), [](const auto& m) { return m.isDouble; }));
    if (*written != marks + doubles)
        row.reasons.push_back({GridCode::RowTotalDiffers, {QString::number(*written), QString::number(marks)}});
}

void Reader::readRow(int sheetRow)
{
    GridRow row;
    row.sheetRow = sheetRow;
    row.name = m_sheet->at(sheetRow, m_nameColumn).raw.trimmed();
    const Cell& number = m_sheet->at(sheetRow, m_numberColumn);
    row.residentNumber = number.raw.trimmed();
    row.numberLost = number.kind == Cell::Kind::Number && row.residentNumber.size() > 8;
    int marks = 0;
    for (const auto& [column, dayNumber] : m_days) {
        const Cell& cell = m_sheet->at(sheetRow, column);
        const Mark mark = readMark(cell);
        if (mark.kind == Mark::Kind::None)
            continue;
        const QDate day(m_grid.month.year(), m_grid.month.month(), dayNumber);
        const QString shown = day.isValid() ? shownDay(day) : QString::number(dayNumber);
        if (mark.kind == Mark::Kind::NotTold || !day.isValid()) {
            row.reasons.push_back({GridCode::MarkNotTold, {shown, cell.raw.trimmed().left(20)}});
            continue;
        }
        row.marks.push_back({day, mark.way, mark.kind == Mark::Kind::Double});
        ++marks;
        ++m_marksOfColumn[column];
    }
    if (row.name.isEmpty() && row.residentNumber.isEmpty() && row.marks.empty())
        return; // a blank row, the days of the week
    m_allMarks += marks;
    checkRowTotal(row, marks);
    row.number = int(m_grid.rows.size()) + 1;
    m_grid.rows.push_back(std::move(row));
}

void Reader::readTotals(int row)
{
    for (const auto& [column, dayNumber] : m_days) {
        const auto written = count(m_sheet->at(row, column));
        const QDate day(m_grid.month.year(), m_grid.month.month(), dayNumber);
        if (written && *written != m_marksOfColumn[column])
            m_grid.reasons.push_back({GridCode::DayTotalDiffers,
                                      {day.isValid() ? shownDay(day) : QString::number(dayNumber),
                                       QString::number(*written), QString::number(m_marksOfColumn[column])}});
    }
    const auto written = m_totalColumn < 0 ? std::nullopt : count(m_sheet->at(row, m_totalColumn));
    if (written && *written != m_allMarks)
        m_grid.reasons.push_back({GridCode::TotalDiffers, {QString::number(*written), QString::number(m_allMarks)}});
}

Result<MealGrid> Reader::read(const Workbook& workbook)
{
    const bool found = std::any_of(workbook.sheets.begin(), workbook.sheets.end(),
                                   [this](const Sheet& sheet) { return findHeadings(sheet); });
    if (!found)
        return fail(Error::Kind::Invalid,
                    tr("No table of meals was found. It needs a heading row with 姓名 and the days of "
                       "the month."));
    RETURN_IF_ERROR(findMonth());
    for (int row = m_headingRow + 1; row < m_sheet->rowCount(); ++row) {
        QString first;
        for (const Cell& cell : m_sheet->rows[std::size_t(row)])
            if (first.isEmpty() && !cell.isEmpty())
                first = cell.raw;
        const bool footer = beginsFooter(first) || beginsFooter(m_sheet->at(row, m_nameColumn).raw);
        if (!footer)
            readRow(row);
        else if (isTotalHeading(first) || isTotalHeading(m_sheet->at(row, m_nameColumn).raw))
            readTotals(row);
    }
    return std::move(m_grid);
}

} // namespace meal_grid

QString GridReason::key() const
{
    return QLatin1String(meal_grid::lineOf(code).key);
}

QString GridReason::text() const
{
    return filledText(QCoreApplication::translate(meal_grid::context, meal_grid::lineOf(code).text), values);
}

Result<MealGrid> readMealGrid(const Workbook& workbook)
{
    return meal_grid::Reader().read(workbook);
}

} // namespace songhe
