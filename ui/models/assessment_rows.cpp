// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/assessment_rows.h"

#include "ui/widgets/line_chart.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int confirmedShown = 50;

AssessmentRow rowOf(AssessmentRow::Kind kind, const Assessment& sheet, const ScaleShelf& scales,
                    const ElderIndex& index)
{
    AssessmentRow row;
    row.kind = kind;
    row.id = sheet.id;
    row.elder = sheet.elder;
    const auto hit = index.byId(sheet.elder);
    row.name = hit ? hit->name : u"—"_s;
    row.standardId = sheet.standard;
    const Scale* scale = scales.find(sheet.standard);
    row.standard = scale ? scale->code : sheet.standard;
    row.on = sheet.assessedOn;
    row.level = AssessmentWords::level(scales, sheet);
    row.dueOn = sheet.dueOn;
    return row;
}

} // namespace

QString AssessmentWords::level(const ScaleShelf& scales, const Assessment& sheet)
{
    const Scale* scale = scales.find(sheet.standard);
    const ScaleLevel* found = scale && sheet.level ? scale->levelByKey(*sheet.level) : nullptr;
    if (!found)
        return {};
    return sheet.total ? tr("%1 · %2 points").arg(found->title.text()).arg(*sheet.total) : found->title.text();
}

Result<QString> AssessmentWords::keyingState(AssessmentDesk& desk, const Assessment& draft, Id<User> user)
{
    ASSIGN_OR_RETURN(const Scale* scale, desk.scaleOf(draft));
    ASSIGN_OR_RETURN(const std::optional<AssessmentKeying> keying, desk.keyingOf(draft.id));
    bool full = false;
    if (keying) {
        ASSIGN_OR_RETURN(const AnswerSheet second, sheetOf(*scale, *keying));
        full = second.isComplete();
    }
    if (!full)
        return draft.recorded.by == user ? tr("A colleague keys it a second time")
                                         : tr("Enter: key it a second time, without seeing the first");
    ASSIGN_OR_RETURN(const std::vector<SheetDifference> differing, desk.differences(draft.id));
    return differing.empty() ? tr("Both keyings agree; it can be confirmed")
                             : tr("The two keyings differ at %n item(s)", nullptr, int(differing.size()));
}

Result<void> AssessmentWords::addDrafts(std::vector<AssessmentRow>& rows, AssessmentDesk& desk, const ElderIndex& index,
                                        Id<User> user)
{
    ASSIGN_OR_RETURN(const std::vector<Assessment> drafts, desk.drafts());
    std::vector<AssessmentRow> unfinished;
    for (const Assessment& draft : drafts) {
        ASSIGN_OR_RETURN(const Scale* scale, desk.scaleOf(draft));
        ASSIGN_OR_RETURN(const AnswerSheet sheet, sheetOf(*scale, draft));
        ASSIGN_OR_RETURN(const bool second, desk.wantsSecondKeying(draft));
        if (second && sheet.isComplete()) {
            rows.push_back(rowOf(AssessmentRow::Kind::SecondKeying, draft, desk.scales(), index));
            ASSIGN_OR_RETURN(rows.back().what, keyingState(desk, draft, user));
            continue;
        }
        AssessmentRow row = rowOf(AssessmentRow::Kind::Draft, draft, desk.scales(), index);
        row.what = sheet.isComplete() ? tr("Every item is answered; confirm it")
                                      : tr("%1 of %2 items answered")
                                            .arg(int(scale->items.size()) - sheet.missing().size())
                                            .arg(scale->items.size());
        unfinished.push_back(std::move(row));
    }
    rows.insert(rows.end(), unfinished.begin(), unfinished.end());
    return {};
}

Result<std::vector<AssessmentRow>> AssessmentWords::rows(AssessmentDesk& desk, const ElderIndex& index, Id<User> user,
                                                         QDate today, int warnDays)
{
    std::vector<AssessmentRow> rows;
    RETURN_IF_ERROR(addDrafts(rows, desk, index, user));
    ASSIGN_OR_RETURN(const std::vector<DueAssessment> due, desk.dueOn(today, warnDays));
    for (const DueAssessment& one : due) {
        Assessment sheet;
        sheet.id = one.due.assessment;
        sheet.elder = one.due.elder;
        sheet.standard = one.due.standard;
        sheet.assessedOn = one.due.assessedOn;
        sheet.level = one.due.level;
        sheet.dueOn = one.due.dueOn;
        AssessmentRow row = rowOf(AssessmentRow::Kind::Due, sheet, desk.scales(), index);
        row.expired = one.expired;
        row.what = one.expired ? tr("Expired: her claim lines are held until a new assessment")
                               : tr("Enter: begin the new assessment");
        rows.push_back(std::move(row));
    }
    ASSIGN_OR_RETURN(const std::vector<Assessment> confirmed, desk.confirmed(confirmedShown));
    for (const Assessment& sheet : confirmed) {
        AssessmentRow row = rowOf(AssessmentRow::Kind::Confirmed, sheet, desk.scales(), index);
        row.expired = sheet.isExpiredOn(today);
        QStringList assessors {sheet.assessor1.value_or(QString()), sheet.assessor2.value_or(QString())};
        assessors.removeAll(QString());
        row.what = assessors.join(u"、"_s);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool AssessmentWords::drawLevels(LineChart& chart, const Scale& scale, const std::vector<Assessment>& newestFirst)
{
    const int worst = int(scale.levels.size()) - 1;
    std::vector<LineChart::Point> points;
    for (auto sheet = newestFirst.rbegin(); sheet != newestFirst.rend(); ++sheet)
        if (sheet->standard == scale.id && sheet->state == AssessmentState::Confirmed && sheet->final)
            points.push_back(
                {sheet->assessedOn, double(worst - *sheet->final),
                 tr("%1: %2").arg(sheet->assessedOn.toString(Qt::ISODate), scale.level(*sheet->final).title.text())});
    if (points.empty())
        return false;
    std::vector<std::pair<double, QString>> rows;
    for (auto level = scale.levels.rbegin(); level != scale.levels.rend(); ++level)
        rows.emplace_back(double(worst - level->level), level->title.text());
    chart.setLine(tr("Levels by %1").arg(scale.code), std::move(points), 0, worst, std::move(rows));
    return true;
}

bool AssessmentWords::drawTotals(LineChart& chart, const Scale& scale, const std::vector<Assessment>& newestFirst)
{
    if (!scale.byTotal)
        return drawLevels(chart, scale, newestFirst);
    std::vector<LineChart::Point> points;
    for (auto sheet = newestFirst.rbegin(); sheet != newestFirst.rend(); ++sheet)
        if (sheet->standard == scale.id && sheet->state == AssessmentState::Confirmed && sheet->total)
            points.push_back({sheet->assessedOn, double(*sheet->total),
                              tr("%1: %2 points").arg(sheet->assessedOn.toString(Qt::ISODate)).arg(*sheet->total)});
    if (points.empty())
        return false;
    const int most = scale.maxTotal();
    chart.setLine(tr("Totals by %1").arg(scale.code), std::move(points), 0, most,
                  {{0, u"0"_s}, {double(most), QString::number(most)}});
    return true;
}

} // namespace songhe::ui
