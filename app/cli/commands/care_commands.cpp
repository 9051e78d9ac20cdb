// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_commands.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/care/care_search.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

const QString elderOption = QStringLiteral("elder");
const QString onOption = QStringLiteral("on");

/// Of one elder where --elder is given, else those of the day --on, or of today.
template <typename R, typename Desk, auto Of, auto In> CommandResult listDated(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    Desk desk(*ledger);
    if (context.has(elderOption)) {
        ASSIGN_OR_RETURN(const qint64 elder, context.needId(context.value(elderOption), QStringLiteral("--elder")));
        ASSIGN_OR_RETURN(const std::vector<R> found, (desk.*Of)(Id<Elder> {elder}));
        return answerList(found);
    }
    QDate day = ledger->today();
    if (context.has(onOption)) {
        ASSIGN_OR_RETURN(day, context.day(context.value(onOption), QStringLiteral("--on")));
    }
    ASSIGN_OR_RETURN(const std::vector<R> found, (desk.*In)(DaySpan {day, day}));
    return answerList(found);
}

template <typename R, typename Desk, auto List> CommandResult listAll(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    Desk desk(*ledger);
    ASSIGN_OR_RETURN(const std::vector<R> found, (desk.*List)());
    return answerList(found);
}

/// The last day of what was open.
template <typename R, typename Desk, auto End> CommandResult endRecord(Context& context)
{
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.word(0), QStringLiteral("ID")));
    ASSIGN_OR_RETURN(const QString text, context.need(onOption));
    ASSIGN_OR_RETURN(const QDate day, context.day(text, QStringLiteral("--on")));
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    Desk desk(*ledger);
    ASSIGN_OR_RETURN(const R ended, (desk.*End)(Id<R> {id}, day));
    const QJsonObject shown = recordJson(ended);
    return Answer {shown, recordLine(shown)};
}

template <typename R, typename Desk> Command addLine(const char* words)
{
    return {words, "", recordOptions(fieldsOf<R>()), &addRecord<R, Desk>};
}

template <typename R, typename Desk, auto TakeBack> Command voidLine(const char* words)
{
    return {words, "ID", {{"reason", "R"}}, &voidRecord<R, Desk, TakeBack>, 1, 1};
}

void addElderLines(std::vector<Command>& table)
{
    const std::vector<OptionLine> dated {{"elder", "ID"}, {"on", "DATE"}};
    const std::vector<OptionLine> ending {{"on", "DATE"}};
    table.push_back(addLine<Absence, AbsenceDesk>("absence add"));
    table.push_back(
        {"absence list", "", dated, &listDated<Absence, AbsenceDesk, &AbsenceDesk::listOf, &AbsenceDesk::listIn>});
    table.push_back({"absence end", "ID", ending, &endRecord<Absence, AbsenceDesk, &AbsenceDesk::end>, 1, 1});
    table.push_back(voidLine<Absence, AbsenceDesk, &AbsenceDesk::voidAbsence>("absence void"));
    table.push_back(addLine<BedStay, BedDesk>("bed-stay add"));
    table.push_back({"bed-stay list", "", dated, &listDated<BedStay, BedDesk, &BedDesk::staysOf, &BedDesk::staysIn>});
    table.push_back({"bed-stay end", "ID", ending, &endRecord<BedStay, BedDesk, &BedDesk::endStay>, 1, 1});
    table.push_back(voidLine<BedStay, BedDesk, &BedDesk::voidStay>("bed-stay void"));
    table.push_back(addLine<HomeCareBed, BedDesk>("home-care-bed add"));
    table.push_back({"home-care-bed list", "", dated,
                     &listDated<HomeCareBed, BedDesk, &BedDesk::homeBedsOf, &BedDesk::homeBedsIn>});
    table.push_back({"home-care-bed end", "ID", ending, &endRecord<HomeCareBed, BedDesk, &BedDesk::endHomeBed>, 1, 1});
    table.push_back(voidLine<HomeCareBed, BedDesk, &BedDesk::voidHomeBed>("home-care-bed void"));
}

void addPlaceLines(std::vector<Command>& table)
{
    table.push_back(addLine<Facility, FacilityDesk>("facility add"));
    table.push_back({"facility list", "", {}, &listAll<Facility, FacilityDesk, &FacilityDesk::list>});
    table.push_back(voidLine<Facility, FacilityDesk, &FacilityDesk::voidFacility>("facility void"));
    table.push_back(addLine<Premises, FacilityDesk>("premises add"));
    table.push_back({"premises list", "", {}, &listAll<Premises, FacilityDesk, &FacilityDesk::premises>});
    table.push_back(voidLine<Premises, FacilityDesk, &FacilityDesk::voidPremises>("premises void"));
    table.push_back(addLine<Project, ProjectDesk>("project add"));
    table.push_back({"project list", "", {}, &listAll<Project, ProjectDesk, &ProjectDesk::list>});
    table.push_back(voidLine<Project, ProjectDesk, &ProjectDesk::voidProject>("project void"));
    table.push_back(addLine<CostItem, ProjectDesk>("cost-item add"));
    table.push_back({"cost-item list", "", {}, &listAll<CostItem, ProjectDesk, &ProjectDesk::costs>});
    table.push_back(voidLine<CostItem, ProjectDesk, &ProjectDesk::voidCost>("cost-item void"));
    table.push_back(addLine<Acceptance, ProjectDesk>("acceptance add"));
    table.push_back({"acceptance list", "", {}, &listAll<Acceptance, ProjectDesk, &ProjectDesk::acceptances>});
    table.push_back(voidLine<Acceptance, ProjectDesk, &ProjectDesk::voidAcceptance>("acceptance void"));
    table.push_back(addLine<Evaluation, EvaluationDesk>("evaluation add"));
    table.push_back({"evaluation list", "", {}, &listAll<Evaluation, EvaluationDesk, &EvaluationDesk::evaluations>});
    table.push_back(voidLine<Evaluation, EvaluationDesk, &EvaluationDesk::voidEvaluation>("evaluation void"));
    table.push_back(addLine<Budget, EvaluationDesk>("budget add"));
    table.push_back({"budget list", "", {}, &listAll<Budget, EvaluationDesk, &EvaluationDesk::budgets>});
    table.push_back(voidLine<Budget, EvaluationDesk, &EvaluationDesk::voidBudget>("budget void"));
}

/// Incidents and visits, as the window's search finds them.
CommandResult careFind(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ASSIGN_OR_RETURN(const Readings readings, Readings::load());
    ASSIGN_OR_RETURN(const std::vector<Elder> elders, ElderDesk(*ledger).list());
    std::vector<ElderIndex::Entry> entries;
    for (const Elder& elder : elders)
        entries.push_back(ElderIndex::entryOf(elder));
    ElderIndex index(readings);
    index.build(entries);
    const auto named = [&index](const QString& word) {
        std::vector<Id<Elder>> ids;
        for (const ElderHit& hit : index.find(word))
            ids.push_back(hit.id);
        return ids;
    };
    ASSIGN_OR_RETURN(const std::vector<CareFound> found, CareSearch(*ledger).find(context.word(0), named));
    QJsonArray json;
    QString text;
    for (const CareFound& one : found) {
        json << QJsonObject {{u"record"_s, one.family},
                             {u"id"_s, QString::number(one.id)},
                             {u"elder"_s, one.elder.text()},
                             {u"on"_s, one.on.toString(Qt::ISODate)},
                             {u"title"_s, one.title}};
        text += u"[%1]  %2  %3  %4\n"_s.arg(one.id).arg(one.on.toString(Qt::ISODate), one.elder.text(), one.title);
    }
    return Answer {json, text};
}

} // namespace

void addCareCommands(std::vector<Command>& table)
{
    addElderLines(table);
    addPlaceLines(table);
    table.push_back({"care find", "TEXT", {}, &careFind, 1, 1});
}

} // namespace songhe::cli
