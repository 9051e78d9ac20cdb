// SPDX-License-Identifier: GPL-3.0-or-later
// What an assessment report needs from the records.
#include "core/centre/settings.h"
#include "core/elders/elder_repository.h"
#include "ui/printing/assessment_paper.h"

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

QString dayWords(const std::optional<QDate>& day)
{
    return day ? day->toString(u"yyyy年M月d日"_s) : QString();
}

/// The report is Chinese whatever the user's language is.
QString chineseReason(AssessmentReason reason)
{
    switch (reason) {
    case AssessmentReason::First:
        return u"接受服务前初评"_s;
    case AssessmentReason::Routine:
        return u"接受服务后的常规评估"_s;
    case AssessmentReason::Immediate:
        return u"状况发生变化后的即时评估"_s;
    case AssessmentReason::Disputed:
        return u"对评估结果有疑问进行的复评"_s;
    }
    return {};
}

Result<bool> asksReligion(Session& session)
{
    ASSIGN_OR_RETURN(const QString asked, Settings(session.ledger()).value(u"assessment.religion"_s));
    return asked == u"yes";
}

} // namespace

Result<AssessmentSheetData> AssessmentPaper::gather(Session& session, AssessmentDesk& desk, Id<Assessment> id)
{
    AssessmentSheetData data;
    ASSIGN_OR_RETURN(const Assessment assessment, desk.show(id));
    ASSIGN_OR_RETURN(data.scale, desk.scaleOf(assessment));
    ASSIGN_OR_RETURN(data.score, desk.score(assessment));
    ASSIGN_OR_RETURN(data.religion, asksReligion(session));
    ASSIGN_OR_RETURN(data.drawing, desk.drawingOf(id));
    ASSIGN_OR_RETURN(const std::optional<Elder> elder, ElderRepository(session.ledger()).find(assessment.elder));
    if (!elder)
        return fail(Error::Kind::Damaged,
                    QCoreApplication::translate("songhe::printing", "The elder of assessment %1 cannot be found.")
                        .arg(id.text()));
    data.centre = session.centre().name;
    data.centreCode = session.centre().code;
    data.known = {{u"elder.name"_s, elder->name},
                  {u"elder.sex"_s,
                   elder->sex == Sex::Female     ? u"女"_s
                       : elder->sex == Sex::Male ? u"男"_s
                                                 : u"—"_s},
                  {u"elder.born"_s, dayWords(elder->born)},
                  {u"elder.resident_number"_s, elder->residentNumber.value_or(u"—"_s)},
                  {u"elder.ethnic_group"_s, elder->ethnicGroup.value_or(u"—"_s)},
                  {u"assessment.id"_s, id.text()},
                  {u"assessment.assessed_on"_s, dayWords(assessment.assessedOn)},
                  {u"assessment.reason"_s, chineseReason(assessment.reason)},
                  {u"assessment.provider"_s, assessment.provider.value_or(u"—"_s)},
                  {u"assessment.coma"_s, assessment.coma ? u"■ 有　□ 无"_s : u"□ 有　■ 无"_s}};
    data.assessment = assessment;
    return data;
}

Result<AssessmentSheetData> AssessmentPaper::emptySheet(Session& session, const Scale& scale)
{
    AssessmentSheetData data;
    data.scale = &scale;
    ASSIGN_OR_RETURN(data.religion, asksReligion(session));
    data.centre = session.centre().name;
    data.centreCode = session.centre().code;
    data.known
        = {{u"assessment.reason"_s, u"□ 接受服务前初评　□ 常规评估　□ 状况变化后的即时评估　□ 对结果有疑问的复评"_s},
           {u"elder.sex"_s, u"□ 男　□ 女"_s},
           {u"assessment.coma"_s, u"□ 有　□ 无"_s}};
    return data;
}

} // namespace songhe::printing
