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
    for (const auto& one : placed) {
        const int at = one.first;
        const Entry& entry = one.second;
        const auto person = std::find_if(m_people.begin(), m_people.end(),
                                         [&](const Person& each) { return each.staff == entry.staff; });
        const int line = person == m_people.end() ? int(m_people.size()) - 1 : int(person - m_people.begin());
        cells[{line, at}] << entry.text.split(u'\n');
        open[{line, at}] = open[{line, at}] || !entry.done;
    }
    std::vector<int> lines(m_people.size(), 2);
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
            item->setData(doneRole, !open[{y, x}]);
            item->setData(Qt::AccessibleTextRole, u"%1, %2: %3"_s.arg(names[y], titles[x], texts.join(u"; "_s)));
            lines[std::size_t(y)] = std::max(lines[std::size_t(y)], int(texts.size()));
            setItem(y, x, item);
        }
    const int height = QFontMetrics(m_theme.font(Type::Small)).lineSpacing();
    for (int y = 0; y < rowCount(); ++y)
        setRowHeight(y, lines[std::size_t(y)] * height + m_theme.px(8));
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
