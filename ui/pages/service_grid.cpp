// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/service_grid.h"

#include "core/base/clock.h"
#include "ui/widgets/edits.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int daysOfWeek = 7;
constexpr int mostLines = 4; ///< in a cell; more are counted

struct GridWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::ServiceGrid)
};

QString weekday(QDate day)
{
    const QString names[] = {GridWords::tr("Mon"), GridWords::tr("Tue"), GridWords::tr("Wed"), GridWords::tr("Thu"),
                             GridWords::tr("Fri"), GridWords::tr("Sat"), GridWords::tr("Sun")};
    return names[day.dayOfWeek() - 1];
}

} // namespace

ServiceGrid::ServiceGrid(const Theme& theme, QWidget* parent)
    : QTableWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"grid"_s);
    setAccessibleName(tr("Who does what when"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableWidget::cellDoubleClicked, this, &ServiceGrid::orderWanted);
}

void ServiceGrid::fill(const std::vector<Person>& people, const QStringList& titles,
                       const std::vector<std::pair<int, Entry>>& placed)
{
    const int row = currentRow();
    const int column = currentColumn();
    m_people = people;
    m_people.push_back({{}, tr("Nobody yet")});
    clear();
    setRowCount(int(m_people.size()));
    setColumnCount(int(titles.size()));
    setHorizontalHeaderLabels(titles);
    QStringList names;
    for (const Person& person : m_people)
        names << person.name;
    setVerticalHeaderLabels(names);
    std::map<std::pair<int, int>, QStringList> cells;
    std::map<std::pair<int, int>, bool> open;
    for (const auto& [at, entry] : placed) {
        const auto person = std::find_if(m_people.begin(), m_people.end(),
                                         [&](const Person& each) { return each.staff == entry.staff; });
        const int line = person == m_people.end() ? int(m_people.size()) - 1 : int(person - m_people.begin());
        cells[{line, at}] << entry.text;
        open[{line, at}] = open[{line, at}] || !entry.done;
    }
    std::vector<int> lines(m_people.size(), 1);
    for (int y = 0; y < rowCount(); ++y)
        for (int x = 0; x < columnCount(); ++x) {
            QStringList texts = cells[{y, x}];
            auto* item = new QTableWidgetItem;
            item->setToolTip(texts.join(u'\n'));
            if (texts.size() > mostLines) {
                const auto more = texts.size() - mostLines + 1;
                texts = texts.mid(0, mostLines - 1) << tr("and %n more", nullptr, int(more));
            }
            item->setText(texts.join(u'\n'));
            if (!texts.isEmpty())
                item->setBackground(open[{y, x}] ? m_theme.tonePaper(Tone::Soon) : m_theme.tonePaper(Tone::Good));
            item->setData(Qt::AccessibleTextRole, u"%1, %2: %3"_s.arg(names[y], titles[x], texts.join(u"; "_s)));
            lines[std::size_t(y)] = std::max(lines[std::size_t(y)], int(texts.size()));
            setItem(y, x, item);
        }
    const int height = QFontMetrics(m_theme.font()).height();
    for (int y = 0; y < rowCount(); ++y)
        setRowHeight(y, lines[std::size_t(y)] * height + m_theme.px(12));
    setCurrentCell(std::clamp(row, 0, rowCount() - 1), std::clamp(column, 0, columnCount() - 1));
}

void ServiceGrid::showDay(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries)
{
    m_first = day;
    m_week = false;
    QStringList titles;
    for (int hour = firstHour; hour <= lastHour; ++hour)
        titles << QTime(hour, 0).toString(u"HH:mm"_s);
    std::vector<std::pair<int, Entry>> placed;
    for (const Entry& entry : entries)
        if (Clock::dayOf(entry.at) == day)
            placed.emplace_back(std::clamp(Clock::timeOf(entry.at).hour(), firstHour, lastHour) - firstHour, entry);
    fill(people, titles, placed);
}

void ServiceGrid::showWeek(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries, QDate today)
{
    m_first = day.addDays(1 - day.dayOfWeek());
    m_week = true;
    QStringList titles;
    for (int i = 0; i < daysOfWeek; ++i) {
        const QDate one = m_first.addDays(i);
        titles << tr("%1 %2").arg(weekday(one), dayText(one, today));
    }
    std::vector<std::pair<int, Entry>> placed;
    for (const Entry& entry : entries) {
        const qint64 at = m_first.daysTo(Clock::dayOf(entry.at));
        if (at >= 0 && at < daysOfWeek)
            placed.emplace_back(int(at), entry);
    }
    fill(people, titles, placed);
    setCurrentCell(std::max(0, currentRow()), int(m_first.daysTo(day)));
}

Id<Staff> ServiceGrid::staff() const
{
    return currentRow() < 0 ? Id<Staff>() : m_people[std::size_t(currentRow())].staff;
}

QDate ServiceGrid::day() const
{
    return m_week && currentColumn() >= 0 ? m_first.addDays(currentColumn()) : m_first;
}

QTime ServiceGrid::time() const
{
    return {m_week || currentColumn() < 0 ? firstHour + 1 : firstHour + currentColumn(), 0};
}

void ServiceGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT orderWanted();
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace songhe::ui
