// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/record_sections.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

RecordSections::RecordSections(const Surroundings& around, const QString& title, const ElderIndex& index,
                               QWidget* parent)
    : Page(around, title, parent)
    , m_index(index)
    , m_references {[this](const QString& family) { return knownOf(family); },
                    [this](const QString&, const QString& text) {
                        std::vector<Found> found;
                        for (const ElderHit& hit : m_index.find(text))
                            found.push_back({hit.name, hit.address, {}, hit.id.value});
                        return found;
                    },
                    [this](const QString& family, qint64 id) { return nameOf(family, id); },
                    [this](const QString& context, const QString& key) { return wordsOf(context, key); }}
    , m_tabRow(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
{
    m_tabRow->setSpacing(theme().px(4));
    body()->addLayout(m_tabRow);
    body()->addWidget(m_stack, 1);
}

ActionButton* RecordSections::action(const QString& text, const QKeySequence& keys, bool main, const char* name,
                                     std::function<void()> act)
{
    auto* button
        = new ActionButton(theme(), text, keys, main ? ActionButton::Kind::Main : ActionButton::Kind::Plain, this);
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, std::move(act));
    addAction(button);
    return button;
}

void RecordSections::makeActions()
{
    m_void = action(tr("Make void…"), {}, false, "void", [this] { section()->voidChosen(); });
    m_edit = action(tr("Edit"), QKeySequence(Qt::CTRL | Qt::Key_E), false, "edit", [this] { section()->editChosen(); });
    m_new = action(tr("New"), QKeySequence(Qt::CTRL | Qt::Key_N), true, "new", [this] { section()->newRecord(); });
    m_save = action(tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_Return), true, "save", [this] { section()->save(); });
    m_back = action(tr("Back"), QKeySequence(Qt::Key_Escape), false, "back", [this] { goBack(); });
}

void RecordSections::begin()
{
    makeActions();
    m_tabRow->addStretch();
    const auto stepping = [this](int key, int by) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    stepping(Qt::Key_PageDown, 1);
    stepping(Qt::Key_PageUp, -1);
    showSection(0);
}

void RecordSections::addSection(RecordSectionBase* made, const QString& title)
{
    auto* tab = new ActionButton(theme(), title, {}, ActionButton::Kind::Tab, this);
    tab->setObjectName(u"tab_"_s + made->listName());
    tab->setAutoExclusive(true);
    const int index = int(m_sections.size());
    connect(tab, &QPushButton::clicked, this, [this, index] { showSection(index); });
    connect(made, &RecordSectionBase::viewChanged, this, &RecordSections::showActions);
    connect(made, &RecordSectionBase::changed, this, [this] {
        m_few.clear();
        Q_EMIT changed();
    });
    m_tabRow->addWidget(tab);
    m_stack->addWidget(made);
    m_tabs.push_back(tab);
    m_sections.push_back(made);
}

std::optional<std::vector<Found>> RecordSections::knownOf(const QString& family) const
{
    if (family == u"elder")
        return std::nullopt;
    if (const auto known = m_few.constFind(family); known != m_few.constEnd())
        return *known;
    std::vector<Found> all = allOf(family);
    m_few.insert(family, all);
    return all;
}

std::vector<std::pair<QString, QString>> RecordSections::wordsOf(const QString&, const QString&) const
{
    return {};
}

QString RecordSections::nameOf(const QString& family, qint64 id) const
{
    if (family == u"elder") {
        const auto hit = m_index.byId({id});
        return hit ? hit->name : QString::number(id);
    }
    const auto all = knownOf(family);
    const auto found = std::find_if(all->begin(), all->end(), [&](const Found& each) { return each.record == id; });
    return found == all->end() ? QString::number(id) : found->title;
}

RecordSectionBase* RecordSections::section() const
{
    return m_sections[std::size_t(m_stack->currentIndex())];
}

void RecordSections::showSection(int index)
{
    if (m_stack->currentIndex() != index && !mayDiscard(unsaved())) {
        m_tabs[std::size_t(m_stack->currentIndex())]->setChecked(true);
        return;
    }
    if (section()->inForm())
        section()->showList();
    m_few.clear();
    m_stack->setCurrentIndex(index);
    m_tabs[std::size_t(index)]->setChecked(true);
    section()->reload();
    section()->showList();
}

void RecordSections::step(int by)
{
    const int count = int(m_sections.size());
    showSection((m_stack->currentIndex() + by + count) % count);
}

void RecordSections::showActions()
{
    if (!m_back)
        return; // the page is being made
    const RecordSectionBase* front = section();
    const bool form = front->inForm();
    for (ActionButton* button : {m_save, m_back})
        button->setVisible(form);
    m_new->setVisible(!form);
    for (ActionButton* button : {m_edit, m_void})
        button->setVisible(!form && front->hasChosen() && !front->listOnly());
    if (form)
        setWhere(u"%1 · %2"_s.arg(front->title(),
                                  front->adding() ? tr("new; fields with * are needed")
                                                  : tr("change; fields with * are needed")));
    else
        setWhere(front->listOnly() ? tr("%n line(s)", nullptr, front->records())
                                   : tr("%n record(s)", nullptr, front->records()));
    showOwnActions();
}

void RecordSections::recordsChanged()
{
    m_few.clear();
    section()->reload();
    Q_EMIT changed();
}

void RecordSections::refresh()
{
    m_few.clear();
    if (!section()->inForm())
        section()->reload();
}

void RecordSections::openRecord(qint64 id)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->listOnly())
            continue;
        m_sections[i]->reload();
        if (!m_sections[i]->has(id))
            continue;
        showSection(int(i));
        if (shown() == int(i))
            section()->choose(id);
        return;
    }
}

int RecordSections::unsaved() const
{
    return section()->unsaved();
}

bool RecordSections::goBack()
{
    if (!section()->inForm())
        return false;
    if (mayDiscard(unsaved()))
        section()->showList();
    return true;
}

} // namespace songhe::ui
