// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

Shell::Shell(const Surroundings& around, std::vector<PageEntry> pages, Finder finder, ShellWords words, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_entries(std::move(pages))
    , m_finder(std::move(finder))
    , m_stack(new QStackedWidget(this))
{
    m_stack->setObjectName(u"pages"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeNavigation(words));
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(makeTopBar(words));
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);

    auto* minute = new QTimer(this);
    minute->setInterval(5000);
    connect(minute, &QTimer::timeout, this, &Shell::tellTime);
    minute->start();
    tellTime();
    auto* helpKey = new QShortcut(QKeySequence(Qt::Key_F1), this);
    connect(helpKey, &QShortcut::activated, this, &Shell::help);
    if (!m_entries.empty())
        showPage(m_entries.front().key);
}

void Shell::help()
{
    std::vector<KeyLine> here;
    if (Page* shown = m_pages.value(m_current))
        for (const ActionButton* button : shown->findChildren<ActionButton*>())
            if (!button->keys().isEmpty())
                here.push_back({keyText(button->keys()), button->accessibleName()});
    std::vector<KeyLine> everywhere;
    for (const PageEntry& entry : m_entries)
        if (!entry.keys.isEmpty())
            everywhere.push_back({keyText(entry.keys), entry.title});
    everywhere.push_back({keyText(QKeySequence(Qt::CTRL | Qt::Key_K)), tr("Find anything")});
    everywhere.push_back({keyText(QKeySequence(Qt::CTRL | Qt::Key_L)), tr("Lock")});
    everywhere.push_back({keyText(QKeySequence(Qt::Key_Escape)), tr("Back")});
    Q_EMIT helpWanted(m_current, here, everywhere);
}

bool Shell::halfTyped() const
{
    if (unsaved() > 0)
        return true;
    const QWidget* shown = m_frames.value(m_current);
    if (!shown)
        return false;
    for (const QLineEdit* edit : shown->findChildren<QLineEdit*>())
        if (edit->isModified() && !edit->text().isEmpty())
            return true;
    for (const QPlainTextEdit* edit : shown->findChildren<QPlainTextEdit*>())
        if (edit->document()->isModified() && !edit->document()->isEmpty())
            return true;
    return false;
}

void Shell::dropIdlePages()
{
    for (const QString& key : m_pages.keys()) {
        if (key == m_current || m_pages.value(key)->unsaved() > 0)
            continue;
        m_pages.remove(key);
        delete m_frames.take(key);
    }
}

QWidget* Shell::makeNavigation(const ShellWords& words)
{
    const Theme& t = m_around.theme;
    auto* frame = new QFrame(this);
    frame->setObjectName(u"navigation"_s);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(t.px(10), t.px(16), t.px(10), t.px(16));
    column->setSpacing(t.px(2));

    auto* brand = new QHBoxLayout;
    brand->setContentsMargins(t.px(8), 0, 0, t.px(12));
    brand->setSpacing(t.px(10));
    auto* mark = new QLabel(frame);
    mark->setPixmap(brandMark(t, t.px(30)));
    brand->addWidget(mark);
    if (!t.folded())
        brand->addWidget(makeLabel(tr("Songhe"), TextRole::Brand, frame), 1);
    column->addLayout(brand);

    for (const PageEntry& entry : m_entries) {
        auto* button = new NavButton(t, entry.title, entry.shortTitle, keyText(entry.keys), frame);
        button->setObjectName(u"nav_"_s + entry.key);
        connect(button, &QPushButton::clicked, this, [this, key = entry.key] { showPage(key); });
        m_buttons.insert(entry.key, button);
        column->addWidget(button);
        if (!entry.keys.isEmpty()) {
            auto* shortcut = new QShortcut(entry.keys, this);
            connect(shortcut, &QShortcut::activated, this, [this, key = entry.key] { showPage(key); });
        }
    }
    column->addStretch();
    m_note = makeWrapped(words.note, TextRole::MutedSmall, frame);
    if (!t.folded()) {
        QLabel* centre = makeWrapped(words.centre, TextRole::MutedSmall, frame);
        centre->setContentsMargins(t.px(10), 0, 0, 0);
        m_note->setContentsMargins(t.px(10), 0, 0, 0);
        column->addWidget(centre);
        column->addWidget(m_note);
        int widest = t.px(164) - 1;
        for (NavButton* button : std::as_const(m_buttons)) {
            button->ensurePolished();
            widest = std::max(widest, button->sizeHint().width());
        }
        frame->setFixedWidth(widest + 2 * t.px(10) + 1); // and the line at its right
    } else {
        m_note->hide();
    }
    return frame;
}

QWidget* Shell::makeTopBar(const ShellWords& words)
{
    const Theme& t = m_around.theme;
    auto* frame = new QFrame(this);
    frame->setObjectName(u"topBar"_s);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(t.px(20), t.px(8), t.px(20), t.px(8));
    row->setSpacing(t.px(14));

    const QKeySequence searchKeys(Qt::CTRL | Qt::Key_K);
    m_search = new SearchField(
        t,
        [this](const QString& text) {
            std::vector<Found> found = findPages(text);
            std::vector<Found> records = m_finder ? m_finder(text) : std::vector<Found>();
            records.insert(records.end(), found.begin(), found.end());
            return records;
        },
        keyText(searchKeys), frame);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(words.find.isEmpty() ? tr("Find an elder or a page (pinyin initials will do)")
                                                      : words.find);
    m_search->setAccessibleName(tr("Find anything"));
    m_search->setMaximumWidth(t.px(400));
    connect(m_search, &SearchField::chosen, this, [this](const Found& found) { showPage(found.page, found.record); });
    auto* toSearch = new QShortcut(searchKeys, this);
    connect(toSearch, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    row->addWidget(m_search, 3);
    row->addStretch(1);
    if (words.demonstration)
        row->addWidget(new Pill(t, tr("Demonstration: invented people"), Tone::Soon, frame));
    m_time = makeLabel({}, TextRole::Body, frame);
    row->addWidget(m_time);
    row->addWidget(makeLabel(words.person, TextRole::Body, frame));
    auto* lock = new ActionButton(t, tr("Lock"), QKeySequence(Qt::CTRL | Qt::Key_L), ActionButton::Kind::Plain, frame);
    lock->setObjectName(u"lock"_s);
    connect(lock, &QPushButton::clicked, this, &Shell::lockWanted);
    row->addWidget(lock);
    return frame;
}

void Shell::tellTime()
{
    const QDateTime now = m_around.clock.now();
    const QString time = Clock::timeOf(now).toString(u"HH:mm"_s);
    const QDate day = Clock::dayOf(now);
    m_time->setText(m_around.theme.folded() ? u"%1 %2"_s.arg(dayText(day, day), time)
                                            : u"%1 %2"_s.arg(longDayText(day), time));
}

void Shell::setNote(const QString& note)
{
    m_note->setText(note);
}

std::vector<Found> Shell::findPages(const QString& text) const
{
    std::vector<Found> found;
    for (const PageEntry& entry : m_entries)
        if (entry.title.contains(text, Qt::CaseInsensitive)
            || (!text.isEmpty() && entry.initials.startsWith(text, Qt::CaseInsensitive)))
            found.push_back({entry.title, keyText(entry.keys), entry.key, 0});
    return found;
}

Page* Shell::page(const QString& key)
{
    if (Page* made = m_pages.value(key))
        return made;
    for (const PageEntry& entry : m_entries) {
        if (entry.key != key || !entry.make)
            continue;
        Page* page = entry.make(m_stack);
        m_pages.insert(key, page);
        QWidget* frame = page;
        if (m_around.theme.px(100) > 100) { // larger text may want more than a small screen has
            auto* scroll = new QScrollArea(m_stack);
            scroll->setWidgetResizable(true);
            scroll->setWidget(page);
            frame = scroll;
        }
        m_frames.insert(key, frame);
        m_stack->addWidget(frame);
        connect(page, &Page::goTo, this, &Shell::showPage);
        return page;
    }
    return nullptr;
}

void Shell::showPage(const QString& place, qint64 record)
{
    const QString key = place.section(u'#', 0, 0);
    const QString family = place.section(u'#', 1);
    Page* wanted = page(key);
    if (!wanted)
        return;
    m_current = key;
    m_stack->setCurrentWidget(m_frames.value(key));
    if (NavButton* button = m_buttons.value(key))
        button->setChecked(true);
    wanted->refresh();
    if (record != 0 && family.isEmpty())
        wanted->openRecord(record);
    else if (record != 0)
        wanted->openOf(family, record);
}

int Shell::unsaved() const
{
    int count = 0;
    for (const Page* page : m_pages)
        count += page->unsaved();
    return count;
}

void Shell::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        if (Page* shown = m_pages.value(m_current); shown && shown->goBack())
            return;
    QWidget::keyPressEvent(event);
}

} // namespace songhe::ui
