// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/service_grid.h"

#include "core/base/clock.h"
#include "ui/widgets/edits.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int daysOfWeek = 7;
constexpr int mostLines = 5; ///< in a cell; more are counted
constexpr int manyPeople = 8;

constexpr int doneRole = Qt::UserRole + 1; ///< bool: all of the cell is done

/// Text of several lines on the paper of its state; the chosen cell has a frame.
class GridDelegate : public QStyledItemDelegate {
public:
    GridDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = m_theme.tokens();
        const QStringList lines = index.data(Qt::DisplayRole).toString().split(u'\n');
        painter->save();
        if (!lines.front().isEmpty())
            painter->fillRect(option.rect.adjusted(1, 1, -1, -1),
                              m_theme.tonePaper(index.data(doneRole).toBool() ? Tone::Good : Tone::Plain));
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(t.pine, m_theme.px(2)));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(t.ink);
        const QFontMetrics metrics = painter->fontMetrics();
        const int padding = m_theme.px(5);
        QRect line = option.rect.adjusted(padding, m_theme.px(4), -padding, 0);
        line.setHeight(metrics.lineSpacing());
        for (const QString& text : lines) {
            painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                              metrics.elidedText(text, Qt::ElideRight, line.width()));
            line.translate(0, metrics.lineSpacing());
        }
        painter->restore();
    }

private:
    const Theme& m_theme;
};

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
    setItemDelegate(new GridDelegate(theme, this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableWidget::cellDoubleClicked, this, &ServiceGrid::orderWanted);
}

int ServiceGrid::columnWidthNow() const
{
    return viewport()->width() / std::max(1, m_week ? daysOfWeek : lastHour - firstHour + 1);
}

/// As much of a day's name as its column has room for.
QStringList ServiceGrid::titles(int width) const
{
    QStringList whole, shorter;
    bool fits = true;
    for (int i = 0; i < (m_week ? daysOfWeek : lastHour - firstHour + 1); ++i) {
        const QDate day = m_first.addDays(i);
        whole << (m_week ? tr("%1 %2").arg(weekday(day), dayText(day, m_today))
                         : QTime(firstHour + i, 0).toString(u"HH:mm"_s));
        shorter << (m_week ? tr("%1 %2").arg(weekday(day), QString::number(day.day())) : whole.back());
        fits = fits && horizontalHeader()->fontMetrics().horizontalAdvance(whole.back()) + m_theme.px(16) <= width;
    }
    return fits ? whole : shorter;
}

/// One line where it fits; else a line for each part that does not.
QStringList ServiceGrid::linesOf(const Entry& entry, int width) const
{
    const QFontMetrics metrics(m_theme.font(Type::Small));
    QStringList lines {entry.time};
    for (const QString& part : m_week ? QStringList {entry.who, entry.item} : QStringList {entry.item, entry.who}) {
        const QString longer = lines.back() + u' ' + part;
        const bool apart = !m_week && part == entry.who; // an hour's cell is narrow: who stands on a line of her own
        if (!apart && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines << part;
    }
    return lines;
}

void ServiceGrid::fill(const std::vector<Person>& people, Placed placed)
{
    m_people = people;
    m_people.push_back({{}, tr("Nobody yet")});
    m_placed = std::move(placed);
    layOut();
}

void ServiceGrid::layOut()
{
    const int row = currentRow();
    const int column = currentColumn();
    const QStringList heads = titles(columnWidthNow());
    clear();
    setRowCount(int(m_people.size()));
    setColumnCount(int(heads.size()));
    setHorizontalHeaderLabels(heads);
    QStringList names;
    for (const Person& person : m_people)
        names << person.name;
    setVerticalHeaderLabels(names);
    std::map<std::pair<int, int>, std::vector<const Entry*>> cells;
    for (const auto& [at, entry] : m_placed) {
        const Id<Staff> whose = entry.staff;
        const auto person = std::find_if(m_people.begin(), m_people.end(),
                                         [whose](const Person& each) { return each.staff == whose; });
        const int line = person == m_people.end() ? int(m_people.size()) - 1 : int(person - m_people.begin());
        cells[{line, at}].push_back(&entry);
    }
    // Where many work, an empty row takes one line, so that more of them are in sight.
    const int least = int(m_people.size()) > manyPeople ? 1 : 2;
    const int height = QFontMetrics(m_theme.font(Type::Small)).lineSpacing();
    for (int y = 0; y < rowCount(); ++y) {
        int lines = least;
        for (int x = 0; x < columnCount(); ++x) {
            layOutCell(y, x, cells[{y, x}]);
            lines = std::max(lines, int(item(y, x)->text().count(u'\n')) + 1);
        }
        setRowHeight(y, lines * height + m_theme.px(8));
    }
    setCurrentCell(std::clamp(row, 0, rowCount() - 1), std::clamp(column, 0, columnCount() - 1));
}

void ServiceGrid::layOutCell(int row, int column, const std::vector<const Entry*>& entries)
{
    QStringList shown, whole;
    int hidden = 0; // entries, which are shown whole or not at all
    bool open = false;
    for (const Entry* entry : entries) {
        whole << u"%1 %2 %3"_s.arg(entry->time, entry->who, entry->item);
        open = open || !entry->done;
        const QStringList lines = linesOf(*entry, columnWidthNow() - m_theme.px(10));
        const int forTheRest = entry == entries.back() ? 0 : 1;
        if (hidden > 0 || int(shown.size() + lines.size()) + forTheRest > mostLines)
            ++hidden;
        else
            shown << lines;
    }
    if (hidden > 0)
        shown << tr("and %n more", nullptr, hidden);
    auto* cell = new QTableWidgetItem(shown.join(u'\n'));
    cell->setToolTip(whole.join(u'\n'));
    cell->setData(doneRole, !open);
    cell->setData(Qt::AccessibleTextRole,
                  u"%1, %2: %3"_s.arg(m_people[std::size_t(row)].name, horizontalHeaderItem(column)->text(),
                                      whole.join(u"; "_s)));
    setItem(row, column, cell);
}

void ServiceGrid::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (event->oldSize().width() == event->size().width() || m_people.empty())
        return;
    const QSignalBlocker quiet(this);
    layOut();
}

void ServiceGrid::showDay(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries)
{
    m_first = day;
    m_week = false;
    Placed placed;
    for (const Entry& entry : entries)
        if (Clock::dayOf(entry.at) == day)
            placed.emplace_back(std::clamp(Clock::timeOf(entry.at).hour(), firstHour, lastHour) - firstHour, entry);
    fill(people, std::move(placed));
}

void ServiceGrid::showWeek(QDate day, const std::vector<Person>& people, const std::vector<Entry>& entries, QDate today)
{
    m_first = day.addDays(1 - day.dayOfWeek());
    m_today = today;
    m_week = true;
    Placed placed;
    for (const Entry& entry : entries) {
        const qint64 at = m_first.daysTo(Clock::dayOf(entry.at));
        if (at >= 0 && at < daysOfWeek)
            placed.emplace_back(int(at), entry);
    }
    fill(people, std::move(placed));
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
