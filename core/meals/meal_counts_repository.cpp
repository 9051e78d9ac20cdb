// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_counts_repository.h"

namespace songhe {

namespace meal_rows {

/// Columns id, elder_id, site_id, served_on, at, receipt or 1.
Result<void> walk(Rows& rows, const MealCountsRepository::Each& each)
{
    MealInOrder meal;
    QByteArray day; // a day has hundreds of meals: its text is read once
    while (rows.next()) {
        if (const QByteArrayView shown = rows.bytesView(3); shown != day) {
            day = shown.toByteArray();
            meal.on = rows.day(3);
        }
        meal.meal = Id<Meal> {rows.integer(0)};
        meal.elder = Id<Elder> {rows.integer(1)};
        meal.site = Id<Site> {rows.integer(2)};
        meal.at = rows.bytesView(4);
        meal.signedFor = rows.integer(5) != 0;
        RETURN_IF_ERROR(each(meal));
    }
    return rows.failed();
}

} // namespace meal_rows

Result<void> MealCountsRepository::walk(QDate first, QDate last, const Each& each, bool receipts)
{
    // Without receipts the index meal_day answers this alone, in order.
    const QString plain = QStringLiteral(R"(
        SELECT id, elder_id, site_id, served_on, at, 1 FROM meal
        WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL ORDER BY served_on, at, id)");
    const QString asked = QStringLiteral(R"(
        SELECT id, elder_id, site_id, served_on, at, coalesce(receipt IN ('self', 'proxy'), 0) FROM meal
        WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL ORDER BY served_on, at, id)");
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(receipts ? asked : plain, {first, last}));
    return meal_rows::walk(rows, each);
}

Result<void> MealCountsRepository::walkUntil(QDate first, QDate last, const QDateTime& until, Id<Meal> except,
                                             const Each& each)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT id, elder_id, site_id, served_on, at, 1 FROM meal
        WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL
          AND (served_on < ? OR at <= ?) AND id <> ? ORDER BY served_on, at, id)"),
                                        {first, last, last, until, except}));
    return meal_rows::walk(rows, each);
}

Result<void> MealCountsRepository::walkElder(Id<Elder> elder, QDate first, QDate last, const QDateTime& until,
                                             Id<Meal> except, const Each& each)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT id, site_id, served_on FROM meal
        WHERE elder_id = ? AND served_on BETWEEN ? AND ? AND voided_at IS NULL
          AND (served_on < ? OR at <= ?) AND id <> ? ORDER BY served_on, at, id)"),
                                        {elder, first, last, last, until, except}));
    while (rows.next())
        RETURN_IF_ERROR(each({Id<Meal> {rows.integer(0)}, elder, Id<Site> {rows.integer(1)}, rows.day(2)}));
    return rows.failed();
}

Result<qint64> MealCountsRepository::count(QDate first, QDate last)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT COUNT(*) FROM meal WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL)"),
                                        {first, last}));
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    RETURN_IF_ERROR(rows.failed());
    return count;
}

Result<QDateTime> MealCountsRepository::lastMoment(QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT at FROM meal WHERE served_on = ? AND voided_at IS NULL ORDER BY served_on DESC, at DESC LIMIT 1)"),
                                        {day}));
    const QDateTime last = rows.next() ? rows.moment(0) : QDateTime();
    RETURN_IF_ERROR(rows.failed());
    return last;
}

Result<qint64> MealCountsRepository::countAtSite(Id<Site> site, QDate first, QDate last)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT COUNT(*) FROM meal WHERE served_on BETWEEN ? AND ? AND site_id = ? AND voided_at IS NULL)"),
                                        {first, last, site}));
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    RETURN_IF_ERROR(rows.failed());
    return count;
}

} // namespace songhe
