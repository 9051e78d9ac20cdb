// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/meal_grid.h"

#include "core/base/text/digits.h"
#include "core/elders/person_name.h"
#include "core/elders/resident_number.h"
#include "core/meals/meal_desk.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <set>

namespace songhe {

using namespace Qt::StringLiterals;

namespace meal_grid {

class Judge {
public:
    Judge(const GridPeople& people, Id<Site> site, QDate today);
    MealGridReport judge(const MealGrid& grid);

private:
    const Elder* personOf(GridRow& row) const;
    const Elder* byNumber(GridRow& row) const;
    const Elder* byName(GridRow& row) const;
    void takeMarks(GridRow& row, const Elder& elder, Sitting sitting);
    bool isRecorded(const Elder& elder, QDate day, Sitting sitting, bool& second) const;
    void report(int row, std::vector<GridReason> reasons);

    const GridPeople& m_people;
    Id<Site> m_site;
    QDate m_today;
    QHash<QString, const Elder*> m_byNumber;
    QHash<QString, std::vector<const Elder*>> m_byName;
    std::set<std::pair<qint64, QDate>> m_taken; ///< by this table
    MealGridReport m_report;
};

Judge::Judge(const GridPeople& people, Id<Site> site, QDate today)
    : m_people(people)
    , m_site(site)
    , m_today(today)
{
    for (const Elder& elder : people.elders) {
        if (elder.residentNumber)
            m_byNumber.insert(*elder.residentNumber, &elder);
        m_byName[elder.name].push_back(&elder);
    }
}

QString nameOf(const GridRow& row)
{
    return normalisedName(row.name).ok() ? *normalisedName(row.name) : row.name;
}

const Elder* Judge::byNumber(GridRow& row) const
{
    const auto number = parseResidentNumber(row.residentNumber);
    const Elder* found = number ? m_byNumber.value(number->text) : nullptr;
    if (!found)
        row.reasons.push_back({GridCode::UnknownPerson, {row.name, QString::number(row.marks.size())}});
    else if (!row.name.isEmpty() && nameOf(row) != found->name) {
        row.reasons.push_back({GridCode::NameDiffers, {row.name, found->name}});
        return nullptr;
    }
    return found;
}

const Elder* Judge::byName(GridRow& row) const
{
    QString tail = withoutBlanks(plainWidth(row.residentNumber)).toUpper();
    if (row.numberLost)
        tail.clear();
    std::vector<const Elder*> found = m_byName.value(nameOf(row));
    if (!tail.isEmpty())
        std::erase_if(found, [&](const Elder* elder) {
            return !elder->residentNumber || !elder->residentNumber->endsWith(tail);
        });
    if (found.size() == 1) {
        if (row.numberLost)
            row.reasons.push_back({GridCode::NumberLost, {row.name}});
        return found.front();
    }
    if (found.empty())
        row.reasons.push_back({GridCode::UnknownPerson, {row.name, QString::number(row.marks.size())}});
    else
        row.reasons.push_back({GridCode::AmbiguousPerson, {row.name}});
    return nullptr;
}

/// Tails have 4 to 8 characters, as in 身份证后四位.
const Elder* Judge::personOf(GridRow& row) const
{
    return row.residentNumber.size() > 8 && !row.numberLost ? byNumber(row) : byName(row);
}

bool Judge::isRecorded(const Elder& elder, QDate day, Sitting sitting, bool& second) const
{
    const auto meals = m_people.recorded.find({elder.id.value, day});
    if (meals == m_people.recorded.end())
        return false;
    second = true;
    return std::any_of(meals->second.begin(), meals->second.end(),
                       [&](const Meal& meal) { return meal.sitting == sitting && meal.site == m_site; });
}

void Judge::takeMarks(GridRow& row, const Elder& elder, Sitting sitting)
{
    int already = 0;
    for (const GridMark& mark : row.marks) {
        const QString day = mark.day.toString(Qt::ISODate);
        const bool taken = !m_taken.insert({elder.id.value, mark.day}).second; // in another row of this table
        if (mark.isDouble || taken) {
            ++m_report.doubles;
            row.reasons.push_back({GridCode::DoubleMark, {day}});
        }
        if (taken)
            continue;
        if (elder.died && mark.day > *elder.died) {
            ++m_report.afterDeath;
            row.reasons.push_back({GridCode::AfterDeath, {day, elder.died->toString(Qt::ISODate)}});
            continue;
        }
        if (mark.day > m_today) {
            row.reasons.push_back({GridCode::InFuture, {day}});
            continue;
        }
        bool second = false;
        if (isRecorded(elder, mark.day, sitting, second)) {
            ++already;
            continue;
        }
        if (second)
            row.reasons.push_back({GridCode::SecondMeal, {day}});
        Meal meal;
        meal.elder = elder.id;
        meal.site = m_site;
        meal.servedOn = mark.day;
        meal.sitting = sitting;
        meal.at = MealDesk::usualMoment(mark.day, sitting);
        meal.way = mark.way;
        meal.origin = u"grid"_s;
        m_report.meals.push_back(std::move(meal));
    }
    m_report.already += already;
    if (already > 0)
        row.reasons.push_back({GridCode::AlreadyRecorded, {QString::number(already)}});
}

void Judge::report(int row, std::vector<GridReason> reasons)
{
    if (!reasons.empty())
        m_report.items.push_back({row, std::move(reasons)});
}

MealGridReport Judge::judge(const MealGrid& grid)
{
    m_report.month = grid.month;
    for (GridRow row : grid.rows) {
        if (const Elder* elder = personOf(row)) {
            ++m_report.people;
            takeMarks(row, *elder, grid.sitting);
        } else {
            ++m_report.unknown;
        }
        report(row.number, std::move(row.reasons));
    }
    report(0, grid.reasons);
    return std::move(m_report);
}

} // namespace meal_grid

MealGridReport judgeMealGrid(const MealGrid& grid, const GridPeople& people, Id<Site> site, QDate today)
{
    return meal_grid::Judge(people, site, today).judge(grid);
}

QJsonObject MealGridReport::toJson() const
{
    QJsonArray rows;
    for (const Item& item : items) {
        QJsonArray reasons;
        for (const GridReason& reason : item.reasons)
            reasons.append(QJsonObject {{u"code"_s, reason.key()}, {u"text"_s, reason.text()}});
        rows.append(QJsonObject {{u"row"_s, item.row}, {u"reasons"_s, reasons}});
    }
    return {
        {u"month"_s, month.toString(u"yyyy-MM"_s)},
        {u"people"_s, people},
        {u"meals"_s, int(meals.size())},
        {u"unknown"_s, unknown},
        {u"doubles"_s, doubles},
        {u"after_death"_s, afterDeath},
        {u"already"_s, already},
        {u"items"_s, rows},
    };
}

} // namespace songhe
