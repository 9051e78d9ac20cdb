// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elders_page.h"

#include "core/elders/resident_number.h"
#include "ui/dialogs/fact_dialog.h"
#include "ui/dialogs/merge_elders_dialog.h"
#include "ui/dialogs/roster_import_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int shownElders = 500; ///< of a search; the whole list is shown without one

} // namespace

EldersPage::EldersPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Elders"), parent)
    , m_desks(std::move(desks))
    , m_stack(new QStackedWidget(this))
{
    makeActions();
    m_file = new ElderFile(around, m_desks.file, m_stack);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_file);
    m_stack->addWidget(makeForm());
    body()->addWidget(m_stack, 1);
    connect(m_file, &ElderFile::changed, this, &Page::changed);
    showView(List);
}

void EldersPage::makeActions()
{
    const auto action = [&](const QString& text, const QKeySequence& keys, ActionButton::Kind kind, View view,
                            void (EldersPage::*slot)(), const char* name) {
        auto* button = new ActionButton(theme(), text, keys, kind, this);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, slot);
        addAction(button);
        m_actions.emplace_back(button, view);
    };
    using Kind = ActionButton::Kind;
    action(tr("Import a roster"), QKeySequence(Qt::CTRL | Qt::Key_I), Kind::Plain, List, &EldersPage::importRoster,
           "import");
    action(tr("New elder"), QKeySequence(Qt::CTRL | Qt::Key_N), Kind::Main, List, &EldersPage::newElder, "new");
    action(tr("Make void…"), {}, Kind::Plain, File, &EldersPage::voidElder, "voidElder");
    action(tr("Merge files…"), {}, Kind::Plain, File, &EldersPage::mergeFiles, "mergeFiles");
    action(tr("Edit"), QKeySequence(Qt::CTRL | Qt::Key_E), Kind::Plain, File, &EldersPage::editElder, "edit");
    if (m_desks.file.assessments)
        action(tr("New assessment"), {}, Kind::Plain, File, &EldersPage::newAssessment, "newAssessment");
    action(tr("New fact"), QKeySequence(Qt::CTRL | Qt::Key_N), Kind::Main, File, &EldersPage::newFact, "newFact");
    action(tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_Return), Kind::Main, Form, &EldersPage::save, "save");
    auto* back = new ActionButton(theme(), tr("Back"), QKeySequence(Qt::Key_Escape), Kind::Plain, this);
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, &EldersPage::goBack);
    addAction(back);
    m_actions.emplace_back(back, AnyButList);
}

QWidget* EldersPage::makeList()
{
    auto* card = new Card(theme(), m_stack);
    card->setFlush();
    m_search = new QLineEdit(card);
    m_search->setObjectName(u"filter"_s);
    m_search->setAccessibleName(tr("Search the list"));
    m_search->setPlaceholderText(tr("Name, pinyin initials, tail of ID number or phone, card"));
    m_search->setMaxLength(60);
    m_search->setClearButtonEnabled(true);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(theme().px(12), theme().px(12), theme().px(12), theme().px(12));
    bar->addWidget(m_search);
    card->body()->addLayout(bar);
    m_model = new RecordTableModel<ElderHit>(
        {{tr("Name"), [](const ElderHit& e) { return e.name; }, false, false, true},
         {tr("Sex"), [](const ElderHit& e) { return choiceText(e.sex); }},
         {tr("Age"),
          [this](const ElderHit& e) {
              const auto age = yearsOn(e.born, today());
              return age ? QString::number(*age) : QString();
          },
          true},
         {tr("ID number"), [](const ElderHit& e) { return maskedResidentNumber(e.residentNumber); }, false, true},
         {tr("Phone"), [](const ElderHit& e) { return e.phones.value(0); }},
         {tr("Card"), [](const ElderHit& e) { return e.cardNumber; }},
         {tr("State"),
          [this](const ElderHit& e) { return e.died ? tr("died %1").arg(dayText(*e.died, today())) : QString(); },
          false, false, false, [](const ElderHit&) { return Tone::Plain; }},
         {tr("Address"), [](const ElderHit& e) { return e.address; }, false, true, false, {}, false, true}},
        this);
    m_table = new TableView(theme(), tr("Elders"), card);
    m_table->setObjectName(u"elders"_s);
    m_table->setModel(m_model);
    card->body()->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &EldersPage::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_model->rowCount() > 0)
            openIndex(m_model->index(0, 0));
    });
    connect(m_table, &TableView::opened, this, &EldersPage::openIndex);
    return card;
}

QWidget* EldersPage::makeForm()
{
    auto* card = new Card(theme(), m_stack);
    m_form = new RecordForm<Elder>(theme(), today(),
                                   {"name", "sex", "resident_number", "born", "no_number_reason", "ethnic_group",
                                    "phones", "card_number", "address", "contacts", "died", "remarks"},
                                   card);
    m_message = makeWrapped({}, TextRole::Body, card);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_form);
    card->body()->addStretch();
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    return scroll;
}

void EldersPage::showView(View view)
{
    m_view = view;
    m_stack->setCurrentIndex(view);
    for (const auto& [button, of] : m_actions)
        button->setVisible(of == AnyButList ? view != List : of == view);
    if (view == List) {
        setTitle(tr("Elders"));
        setWhere(tr("%n people", nullptr, int(m_desks.index.size())));
        m_search->setFocus();
        return;
    }
    if (view == File) {
        const Elder& elder = m_file->elder();
        setTitle(elder.name);
        QStringList where {choiceText(elder.sex)};
        if (const auto age = yearsOn(elder.born, today()))
            where << tr("%1 years").arg(*age);
        if (elder.residentNumber)
            where << maskedResidentNumber(*elder.residentNumber);
        if (elder.address)
            where << *elder.address;
        setWhere(where.join(u" · "_s));
        m_file->setFocus();
        return;
    }
    setTitle(m_adding ? tr("New elder") : tr("Edit %1").arg(m_file->elder().name));
    setWhere(tr("Fields with * are needed"));
    setBanner(m_message, {}, Tone::Plain);
    m_form->focusFirst();
}

void EldersPage::refresh()
{
    fillList();
    if (m_view == File)
        m_file->reload();
    if (m_view == List)
        showView(List);
}

void EldersPage::fillList()
{
    const QString wanted = m_search->text().trimmed();
    std::vector<ElderHit> shown;
    if (wanted.isEmpty()) {
        for (const Id<Elder> id : m_desks.index.all())
            if (auto hit = m_desks.index.byId(id))
                shown.push_back(*std::move(hit));
        m_table->setEmptyText(tr("No elder is here yet"),
                              tr("Ctrl+I brings in the roster you have; Ctrl+N writes a new elder by hand."));
    } else {
        shown = m_desks.index.find(wanted, shownElders);
        m_table->setEmptyText(tr("Nobody found"), tr("Fewer letters, or the last digits of the ID number?"));
    }
    m_model->setRecords(std::move(shown));
    m_table->fitColumns();
}

void EldersPage::openIndex(const QModelIndex& index)
{
    if (const ElderHit* hit = m_model->record(index))
        openRecord(hit->id.value);
}

void EldersPage::openRecord(qint64 id)
{
    if (unsaved() > 0 && !mayDiscard(unsaved()))
        return;
    const auto elder = m_desks.file.elders.show({id});
    if (!elder) {
        asker().tell(elder.error());
        return;
    }
    m_file->show(*elder);
    showView(File);
}

int EldersPage::unsaved() const
{
    return m_view == Form ? m_form->changedFields() : 0;
}

bool EldersPage::goBack()
{
    if (m_view == List) {
        const bool had = !m_search->text().isEmpty();
        m_search->clear();
        return had;
    }
    if (!mayDiscard(unsaved()))
        return true;
    const bool toFile = m_view == Form && !m_adding;
    showView(toFile ? File : List);
    return true;
}

void EldersPage::newElder()
{
    m_adding = true;
    m_form->setRecord(Elder());
    showView(Form);
}

void EldersPage::editElder()
{
    m_adding = false;
    m_form->setRecord(m_file->elder());
    showView(Form);
}

void EldersPage::save()
{
    const auto typed = m_form->record();
    if (!typed) {
        setBanner(m_message, typed.error().message, Tone::Soon);
        return;
    }
    const auto saved = m_adding ? m_desks.file.elders.add(*typed) : m_desks.file.elders.edit(*typed);
    if (!saved) {
        setBanner(m_message, saved.error().message, Tone::Bad);
        return;
    }
    m_desks.index.put(ElderIndex::entryOf(*saved));
    m_file->show(*saved);
    fillList();
    showView(File);
    Q_EMIT changed();
}

void EldersPage::newFact()
{
    auto* dialog = new FactDialog({theme(), asker(), clock()}, m_desks.file.elders, m_desks.file.divisions,
                                  m_file->elder().id, this);
    connect(dialog, &FactDialog::saved, this, [this] {
        m_file->reload();
        Q_EMIT changed();
    });
    dialog->open();
}

void EldersPage::newAssessment()
{
    Q_EMIT goTo(u"assessments"_s, m_file->elder().id.value);
}

void EldersPage::voidElder()
{
    const Elder elder = m_file->elder();
    const auto reason = asker().text(tr("Make void"), tr("Why is the file of %1 void?").arg(elder.name), {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.file.elders.voidElder(elder.id, *reason); !done) {
        asker().tell(done.error());
        return;
    }
    m_desks.index.remove(elder.id);
    fillList();
    showView(List);
    Q_EMIT changed();
}

/// Two files of one person. What the core refuses to who is no manager is told before anything is chosen.
void EldersPage::mergeFiles()
{
    if (const auto allowed = ElderMerge(m_desks.session.ledger()).mayMerge(); !allowed) {
        asker().tell(allowed.error());
        return;
    }
    auto* dialog = new MergeEldersDialog({theme(), asker(), clock()}, m_desks.session.ledger(), m_desks.index,
                                         m_file->elder(), this);
    connect(dialog, &MergeEldersDialog::merged, this, [this](Id<Elder> into, Id<Elder> gone) {
        m_desks.index.remove(gone);
        fillList();
        openRecord(into.value);
        Q_EMIT changed();
    });
    dialog->open();
}

void EldersPage::importRoster()
{
    auto* dialog
        = new RosterImportDialog({theme(), asker(), clock()}, m_desks.session, m_desks.file.divisions, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RosterImportDialog::imported, this, [this] {
        if (const auto done = m_desks.reloadIndex(); !done)
            asker().tell(done.error());
        refresh();
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace songhe::ui
