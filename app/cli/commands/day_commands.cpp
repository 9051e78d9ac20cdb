// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/day_options.h"
#include "app/cli/record_commands.h"

#include "core/attendance/attendance_desk.h"
#include "core/care/day_summary.h"
#include "core/care/timeline.h"
#include "core/centre/site_desk.h"
#include "core/devices/device_desk.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "ui/printing/visit_paper.h"

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

/// A list of one family: of --elder, or of the day.
template <typename R, typename Desk> CommandResult listDay(Context& context, Desk& desk)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const std::optional<Id<Elder>> elder, elderGiven(context));
    if (!elder) {
        ASSIGN_OR_RETURN(const std::vector<R> found, desk.listIn(DaySpan {day, day}));
        return answerList(found);
    }
    if constexpr (requires { desk.listOf(*elder); }) {
        ASSIGN_OR_RETURN(const std::vector<R> found, desk.listOf(*elder));
        return answerList(found);
    } else {
        ASSIGN_OR_RETURN(const std::vector<R> found, desk.listOf(*elder, DaySpan {QDate(1, 1, 1), std::nullopt}));
        return answerList(found);
    }
}

// ---- attendance

Result<std::optional<Id<Site>>> siteGiven(Context& context)
{
    if (!context.has(u"site"_s))
        return std::optional<Id<Site>>();
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Site site, SiteDesk(*ledger).resolve(context.value(u"site"_s)));
    return std::optional(site.id);
}

CommandResult attendanceIn(Context& context)
{
    Attendance day;
    ASSIGN_OR_RETURN(day.elder, elderCalled(context, context.word(0)));
    ASSIGN_OR_RETURN(day.on, dayGiven(context));
    ASSIGN_OR_RETURN(day.site, siteGiven(context));
    day.in = context.value(u"at"_s);
    if (context.has(u"note"_s))
        day.note = context.value(u"note"_s);
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Attendance added, AttendanceDesk(*ledger).add(std::move(day)));
    return answerAdded(added);
}

CommandResult attendanceOut(Context& context)
{
    ASSIGN_OR_RETURN(const Id<Elder> elder, elderCalled(context, context.word(0)));
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Attendance left, AttendanceDesk(*ledger).leave(elder, day, context.value(u"at"_s)));
    return answerChanged(left);
}

CommandResult attendanceAll(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto site, siteGiven(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const std::vector<Attendance> made,
                     AttendanceDesk(*ledger).allPresent(day, context.value(u"at"_s), site));
    Answer answer = answerList(made);
    answer.text = DayText::tr("%n regular(s) recorded as present.", nullptr, int(made.size())) + u'\n' + answer.text;
    return answer;
}

/// Those who came, each with the absence that contradicts it; with --regulars everybody of the day's list.
CommandResult attendanceList(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const std::optional<Id<Elder>> elder, elderGiven(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    AttendanceDesk desk(*ledger);
    if (elder) {
        ASSIGN_OR_RETURN(const auto found, desk.listOf(*elder, {QDate(1, 1, 1), std::nullopt}));
        return answerList(found);
    }
    ASSIGN_OR_RETURN(const std::vector<Regular> regulars, desk.regularsOn(day));
    QJsonArray json;
    QString text;
    for (const Regular& regular : regulars) {
        if (!regular.attendance && !context.has(u"regulars"_s))
            continue;
        QJsonObject shown = regular.attendance ? recordJson(*regular.attendance)
                                               : QJsonObject {{u"elder_id"_s, regular.elder.text()}};
        shown.insert(u"absence"_s, regular.absence ? QJsonValue(regular.absence->id.text()) : QJsonValue());
        json << shown;
        text += recordLine(shown);
        if (regular.attendance && regular.absence)
            text += u"  "_s + DayText::tr("recorded as absent as well: one of the two is wrong");
        text += u'\n';
    }
    return Answer {json, text};
}

// ---- visits

struct OpenVisits {
    VisitPlan plan;
    std::optional<VisitDesk> desk;
};

Result<std::unique_ptr<OpenVisits>> openVisits(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    auto open = std::make_unique<OpenVisits>();
    ASSIGN_OR_RETURN(open->plan, VisitPlan::builtIn());
    open->desk.emplace(*ledger, open->plan);
    return open;
}

CommandResult visitAdd(Context& context)
{
    ASSIGN_OR_RETURN(Visit visit, recordGiven<Visit>(context));
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const Visit added, open->desk->add(std::move(visit)));
    return answerAdded(added);
}

CommandResult visitTier(Context& context)
{
    ASSIGN_OR_RETURN(VisitTier tier, recordGiven<VisitTier>(context));
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const VisitTier added, open->desk->add(std::move(tier)));
    return answerAdded(added);
}

CommandResult visitList(Context& context)
{
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    return listDay<Visit>(context, *open->desk);
}

CommandResult visitDue(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const std::vector<DueVisit> due, open->desk->dueOn(day));
    QJsonArray json;
    QString text;
    for (const DueVisit& visit : due) {
        json << QJsonObject {{u"elder"_s, visit.elder.text()},
                             {u"tier"_s, visit.tier},
                             {u"kind"_s, choiceKey(visit.kind)},
                             {u"due"_s, visit.due.toString(Qt::ISODate)}};
        text += DayText::tr("%1  elder %2: %3, %4")
                    .arg(visit.due.toString(Qt::ISODate), visit.elder.text(), choiceText(visit.kind),
                         open->plan.tier(visit.tier) ? open->plan.tier(visit.tier)->title.text() : visit.tier)
            + u'\n';
    }
    if (due.empty())
        text = DayText::tr("No visit is due.");
    return Answer {json, text};
}

/// What the facts propose, where nothing is decided or too seldom; with --take it is decided so.
CommandResult visitPropose(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const std::vector<TierProposal> proposals, open->desk->proposals(day));
    if (context.has(u"take"_s)) {
        ASSIGN_OR_RETURN(const std::vector<VisitTier> made, open->desk->takeProposals(proposals, day));
        return answerList(made);
    }
    QJsonArray json;
    QString text;
    for (const TierProposal& proposal : proposals) {
        json << QJsonObject {{u"elder"_s, proposal.elder.text()},
                             {u"tier"_s, proposal.tier},
                             {u"why"_s, proposal.why},
                             {u"decided"_s, proposal.decided ? QJsonValue(proposal.decided->tier) : QJsonValue()}};
        text += DayText::tr("elder %1: %2 (%3)")
                    .arg(proposal.elder.text(), open->plan.tier(proposal.tier)->title.text(), proposal.why)
            + u'\n';
    }
    return Answer {json, text};
}

CommandResult visitVoid(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const Visit voided, open->desk->voidVisit({id}, reason));
    return Answer {recordJson(voided), Context::tr("Record %1 is void now.").arg(voided.id.text())};
}

CommandResult printVisits(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(Session * session, context.session());
    ASSIGN_OR_RETURN(const auto open, openVisits(context));
    ASSIGN_OR_RETURN(const std::vector<DueVisit> due, open->desk->dueOn(day));
    ASSIGN_OR_RETURN(printing::VisitSheetData data, printing::VisitPaper::gather(*session, open->plan, due, day));
    ASSIGN_OR_RETURN(const auto paper, printing::VisitPaper::make(std::move(data)));
    const QString file
        = context.has(u"to"_s) ? context.value(u"to"_s) : u"visits-%1.pdf"_s.arg(day.toString(Qt::ISODate));
    ASSIGN_OR_RETURN(const printing::Printed done, printing::writePdf(*paper, file));
    return Answer {QJsonObject {{u"file"_s, done.file}, {u"pages"_s, done.pages}, {u"note"_s, done.note}},
                   DayText::tr("Printed: %1 (%2 pages)").arg(done.file).arg(done.pages)
                       + (done.note.isEmpty() ? QString() : u'\n' + done.note)};
}

// ---- incidents and measurements

CommandResult incidentList(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    IncidentDesk desk(*ledger);
    return listDay<Incident>(context, desk);
}

CommandResult measurementAdd(Context& context)
{
    ASSIGN_OR_RETURN(Measurement one, recordGiven<Measurement>(context));
    ASSIGN_OR_RETURN(const HealthPlan plan, HealthPlan::builtIn());
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Measurement added, MeasurementDesk(*ledger, plan).add(std::move(one)));
    Answer answer = answerAdded(added);
    const HealthBand* band = plan.kind(added.kind).bandOf(added.value);
    QJsonObject json = answer.json.toObject();
    json.insert(u"warning"_s, band ? QJsonValue(band->title.text()) : QJsonValue());
    answer.json = json;
    if (band)
        answer.text += u'\n' + band->title.text();
    return answer;
}

CommandResult measurementList(Context& context)
{
    ASSIGN_OR_RETURN(const HealthPlan plan, HealthPlan::builtIn());
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    MeasurementDesk desk(*ledger, plan);
    return listDay<Measurement>(context, desk);
}

CommandResult measurementVoid(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), u"ID"_s));
    ASSIGN_OR_RETURN(const QString reason, context.need(u"reason"_s));
    ASSIGN_OR_RETURN(const HealthPlan plan, HealthPlan::builtIn());
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Measurement voided, MeasurementDesk(*ledger, plan).voidMeasurement({id}, reason));
    return Answer {recordJson(voided), Context::tr("Record %1 is void now.").arg(voided.id.text())};
}

// ---- the day and the elder

QString dayWords(const DaySummary& day)
{
    QString text = DayText::tr("%1: %2 people, %3 meals; %4 came to day care, %5 absent; %6 visits made, %7 due, %8 "
                               "overdue.")
                       .arg(day.on.toString(Qt::ISODate))
                       .arg(day.people)
                       .arg(day.meals)
                       .arg(day.in)
                       .arg(day.absent)
                       .arg(day.visited)
                       .arg(day.due)
                       .arg(day.overdue);
    for (auto sum = day.services.begin(); sum != day.services.end(); ++sum)
        text += u'\n'
            + DayText::tr("%1: %2 persons, %3 times, %4 minutes, %5 yuan")
                  .arg(sum.key())
                  .arg(sum->persons)
                  .arg(sum->times)
                  .arg(sum->minutes)
                  .arg(sum->price.yuanText());
    for (auto count = day.incidents.begin(); count != day.incidents.end(); ++count)
        text += u'\n' + DayText::tr("Incidents, %1: %2").arg(count.key()).arg(count.value());
    return text + u'\n'
        + DayText::tr("Services: %1 yuan, of it %2 from public money, %3 paid by themselves.")
              .arg(day.price.yuanText(), day.subsidy.yuanText(), day.selfPaid().yuanText());
}

CommandResult daySum(Context& context)
{
    ASSIGN_OR_RETURN(const QDate day, dayGiven(context));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const VisitPlan plan, VisitPlan::builtIn());
    ASSIGN_OR_RETURN(const DaySummary summary, daySummary(*ledger, plan, day));
    return Answer {summary.toJson(), dayWords(summary)};
}

CommandResult elderTimeline(Context& context)
{
    constexpr int usualMost = 60;
    constexpr int highestMost = 100'000;
    ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.word(0), u"ID"_s));
    bool whole = true;
    const int most = context.has(u"most"_s) ? context.value(u"most"_s).toInt(&whole) : usualMost;
    if (!whole || most < 1 || most > highestMost)
        return usage(DayText::tr("--most: a whole number from 1 to %1 is wanted.").arg(highestMost));
    const QStringList families = context.has(u"kind"_s) ? context.value(u"kind"_s).split(u',') : Timeline::families();
    for (const QString& family : families)
        if (!Timeline::families().contains(family))
            return usage(DayText::tr("--kind: '%1' is not known. Use: %2.")
                             .arg(family.left(40), Timeline::families().join(u", "_s)));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const VisitPlan visits, VisitPlan::builtIn());
    ASSIGN_OR_RETURN(const HealthPlan health, HealthPlan::builtIn());
    ASSIGN_OR_RETURN(const DevicePlan devices, DevicePlan::builtIn());
    ASSIGN_OR_RETURN(const auto entries,
                     Timeline(*ledger, {visits, health, devices}).page({elder}, families, std::nullopt, most));
    QJsonArray json;
    QString text;
    for (const TimelineEntry& entry : entries) {
        json << QJsonObject {{u"record"_s, entry.family},
                             {u"id"_s, QString::number(entry.place.id)},
                             {u"on"_s, entry.place.on.toString(Qt::ISODate)},
                             {u"text"_s, entry.content}};
        text += u"%1  %2  %3\n"_s.arg(entry.place.on.toString(Qt::ISODate), entry.what, entry.content);
    }
    return Answer {json, text};
}

template <typename R, typename Desk, auto TakeBack> Command dayVoid(const char* words)
{
    return {words, "ID", {{"reason", "R"}}, &voidRecord<R, Desk, TakeBack>, 1, 1};
}

} // namespace

void addDayCommands(std::vector<Command>& table)
{
    const std::vector<OptionLine> listing {{"elder", "ID"}, {"on", "DATE"}};
    const std::vector<OptionLine> coming {{"on", "DATE"}, {"at", "HH:MM"}, {"site", "P1"}, {"note", "V"}};
    table.push_back({"attendance in", "ID|TEXT", coming, &attendanceIn, 1, 1});
    table.push_back({"attendance out", "ID|TEXT", {{"on", "DATE"}, {"at", "HH:MM"}}, &attendanceOut, 1, 1});
    table.push_back({"attendance all", "", {{"on", "DATE"}, {"at", "HH:MM"}, {"site", "P1"}}, &attendanceAll});
    table.push_back({"attendance list", "", {{"elder", "ID"}, {"on", "DATE"}, {"regulars"}}, &attendanceList});
    table.push_back(dayVoid<Attendance, AttendanceDesk, &AttendanceDesk::voidAttendance>("attendance void"));
    table.push_back({"visit add", "", recordOptions(fieldsOf<Visit>()), &visitAdd});
    table.push_back({"visit list", "", listing, &visitList});
    table.push_back({"visit due", "", {{"on", "DATE"}}, &visitDue});
    table.push_back({"visit tier", "", recordOptions(fieldsOf<VisitTier>()), &visitTier});
    table.push_back({"visit propose", "", {{"on", "DATE"}, {"take"}}, &visitPropose});
    table.push_back({"visit void", "ID", {{"reason", "R"}}, &visitVoid, 1, 1});
    table.push_back({"print visits", "", {{"on", "DATE"}, {"to", "FILE.pdf"}}, &printVisits, 0, 0, true});
    table.push_back({"incident add", "", recordOptions(fieldsOf<Incident>()), &addRecord<Incident, IncidentDesk>});
    table.push_back({"incident list", "", listing, &incidentList});
    table.push_back(dayVoid<Incident, IncidentDesk, &IncidentDesk::voidIncident>("incident void"));
    table.push_back({"measurement add", "", recordOptions(fieldsOf<Measurement>()), &measurementAdd});
    table.push_back({"measurement list", "", listing, &measurementList});
    table.push_back({"measurement void", "ID", {{"reason", "R"}}, &measurementVoid, 1, 1});
    table.push_back({"day summary", "", {{"on", "DATE"}}, &daySum});
    table.push_back({"elder timeline", "ID", {{"kind", "K"}, {"most", "N"}}, &elderTimeline, 1, 1});
}

} // namespace songhe::cli
