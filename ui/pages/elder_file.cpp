// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elder_file.h"

#include "ui/models/fact_words.h"
#include "ui/pages/ability_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFile>
#include <QtCore/QJsonObject>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int soonDays = 30; ///< a fact that ends so soon is shown in amber
constexpr qint64 largestPhoto = 2'000'000;

} // namespace

ElderFile::ElderFile(const Surroundings& around, Desks desks, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_desks(std::move(desks))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(around.theme.px(14));
    row->addWidget(makePersonCard());
    row->addWidget(makeTimelineCard(), 1);
}

QWidget* ElderFile::makePersonCard()
{
    const Theme& t = m_around.theme;
    auto* card = new Card(t, this);
    card->setFixedWidth(t.px(330));
    auto* top = new QHBoxLayout;
    top->setSpacing(t.px(14));
    m_photo = new QLabel(card);
    m_photo->setObjectName(u"photo"_s);
    m_photo->setFixedSize(t.px(82), t.px(104));
    m_photo->setAlignment(Qt::AlignCenter);
    m_photo->setProperty("banner", u"plain"_s);
    top->addWidget(m_photo, 0, Qt::AlignTop);
    m_lines = makeWrapped({}, TextRole::Body, card);
    top->addWidget(m_lines, 1);
    card->body()->addLayout(top);
    auto* photo = new ActionButton(t, tr("Photo…"), {}, ActionButton::Kind::Plain, card);
    connect(photo, &QPushButton::clicked, this, &ElderFile::choosePhoto);
    card->body()->addWidget(photo, 0, Qt::AlignLeft);
    card->body()->addWidget(makeLabel(tr("Holds today"), TextRole::Muted, card));
    m_pillBox = new QWidget(card);
    m_pills = new FlowLayout(t.px(6), m_pillBox);
    card->body()->addWidget(m_pillBox);
    m_contacts = makeWrapped({}, TextRole::Body, card);
    m_warnings = makeWrapped({}, TextRole::Body, card);
    m_remarks = makeWrapped({}, TextRole::Muted, card);
    if (m_desks.assessments) {
        m_ability = new AbilityView(t, *m_desks.assessments, card);
        card->body()->addWidget(m_ability);
    }
    card->body()->addWidget(m_contacts);
    card->body()->addWidget(m_warnings);
    card->body()->addStretch();
    card->body()->addWidget(m_remarks);
    return card;
}

QWidget* ElderFile::makeTimelineCard()
{
    const Theme& t = m_around.theme;
    auto* card = new Card(t, this);
    card->setFlush();
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(t.px(12), t.px(10), t.px(12), t.px(10));
    tabs->setSpacing(t.px(4));
    const std::pair<QString, Kind> kinds[]
        = {{tr("All"), Kind::All}, {tr("Meals"), Kind::Meals}, {tr("Facts"), Kind::Facts}};
    for (const auto& [title, kind] : kinds) {
        auto* tab = new ActionButton(t, title, {}, ActionButton::Kind::Tab, card);
        tab->setAutoExclusive(true);
        tab->setChecked(kind == m_filter);
        connect(tab, &QPushButton::clicked, this, [this, wanted = kind] {
            m_filter = wanted;
            filter();
        });
        tabs->addWidget(tab);
    }
    tabs->addStretch();
    m_end = new ActionButton(t, tr("End the fact…"), {}, ActionButton::Kind::Plain, card);
    m_end->setObjectName(u"endFact"_s);
    m_void = new ActionButton(t, tr("Make void…"), {}, ActionButton::Kind::Plain, card);
    m_void->setObjectName(u"voidFact"_s);
    tabs->addWidget(m_end);
    tabs->addWidget(m_void);
    card->body()->addLayout(tabs);
    card->body()->addWidget(makeRule(card));
    m_model = new RecordTableModel<Event>(
        {{tr("Date"), [this](const Event& e) { return dayText(e.on, m_around.clock.today()); }},
         {tr("Matter"), [](const Event& e) { return e.what; }, false, false, false,
          [](const Event& e) { return e.tone; }},
         {tr("Content"), [](const Event& e) { return e.content; }},
         {tr("By"), [](const Event& e) { return e.who; }, false, true},
         {tr("Amount"), [](const Event& e) { return e.amount; }, true}},
        this);
    m_timeline = new TableView(t, tr("Everything recorded, newest first"), card);
    m_timeline->setObjectName(u"timeline"_s);
    m_timeline->setModel(m_model);
    m_timeline->setStretchColumn(2);
    m_timeline->setEmptyText(tr("Nothing is recorded yet"), tr("Ctrl+N records what is true of her and from when."));
    card->body()->addWidget(m_timeline, 1);
    connect(m_timeline->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ElderFile::selectionChanged);
    connect(m_end, &QPushButton::clicked, this, &ElderFile::endFact);
    connect(m_void, &QPushButton::clicked, this, &ElderFile::voidFact);
    return card;
}

void ElderFile::show(const Elder& elder)
{
    m_elder = elder;
    reload();
}

void ElderFile::reload()
{
    if (auto fresh = m_desks.elders.show(m_elder.id))
        m_elder = *std::move(fresh);
    showPerson();
    if (m_ability)
        m_ability->show(m_elder.id, m_around.clock.today());
    const auto facts = m_desks.elders.factsOf(m_elder.id);
    if (!facts) {
        setBanner(m_warnings, facts.error().message, Tone::Bad);
        return;
    }
    showFactsOfToday(*facts);
    gather(*facts);
    filter();
}

void ElderFile::showPerson()
{
    const QDate today = m_around.clock.today();
    QStringList lines;
    if (m_elder.cardNumber)
        lines << tr("Card  %1").arg(*m_elder.cardNumber);
    if (m_elder.born)
        lines << tr("Born  %1").arg(m_elder.born->toString(Qt::ISODate));
    if (m_elder.ethnicGroup)
        lines << tr("Ethnic group  %1").arg(*m_elder.ethnicGroup);
    if (!m_elder.phones.isEmpty())
        lines << tr("Phone  %1").arg(m_elder.phones.join(u"、"_s));
    if (m_elder.noNumberReason)
        lines << tr("No ID number: %1").arg(*m_elder.noNumberReason);
    m_lines->setText(lines.join(u'\n'));

    QStringList contacts;
    for (const QJsonValue& each : m_elder.contacts) {
        const QJsonObject contact = each.toObject();
        QString line = contact.value("name"_L1).toString();
        if (const QString relation = contact.value("relation"_L1).toString(); !relation.isEmpty())
            line = tr("%1 (%2)").arg(line, relation);
        contacts << u"%1  %2"_s.arg(line, contact.value("phone"_L1).toString()).trimmed();
    }
    m_contacts->setText(contacts.isEmpty() ? QString() : tr("Contacts") + u'\n' + contacts.join(u'\n'));

    QStringList warnings;
    if (m_elder.recorded.isVoided())
        warnings << tr("This file is void: %1").arg(m_elder.recorded.voidReason.value_or(QString()));
    if (m_elder.died)
        warnings << tr("Died on %1").arg(dayText(*m_elder.died, today));
    for (const ElderWarning& warning : m_desks.elders.warningsFor(m_elder))
        warnings << warning.text;
    setBanner(m_warnings, warnings.join(u'\n'), Tone::Soon);
    m_remarks->setText(m_elder.remarks.value_or(QString()));

    QPixmap picture;
    if (const auto photo = m_desks.elders.photoOf(m_elder.id); photo && !photo->isEmpty())
        picture.loadFromData(*photo);
    if (picture.isNull())
        m_photo->setText(tr("Photo"));
    else
        m_photo->setPixmap(picture.scaled(m_photo->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void ElderFile::showFactsOfToday(const std::vector<Fact>& facts)
{
    const Theme& t = m_around.theme;
    const QDate today = m_around.clock.today();
    m_pills->clear();
    for (const Fact& fact : facts) {
        if (!fact.holdsOn(today))
            continue;
        QString words = FactWords::value(fact, m_desks.divisions, m_desks.division);
        Tone tone = Tone::Good;
        if (fact.doubtful) {
            words = tr("%1 (to check)").arg(words);
            tone = Tone::Soon;
        } else if (fact.to && today.daysTo(*fact.to) <= soonDays) {
            words = tr("%1 until %2").arg(words, dayText(*fact.to, today));
            tone = Tone::Soon;
        } else if (fact.kind == FactKind::CareClass || fact.kind == FactKind::MedicalInsurance
                   || fact.kind == FactKind::FamilyDoctor) {
            tone = Tone::Plain;
        }
        auto* pill = new Pill(t, words, tone, m_pillBox);
        pill->setToolTip(choiceText(fact.kind));
        m_pills->addWidget(pill);
    }
    if (m_pills->count() == 0)
        m_pills->addWidget(new Pill(t, tr("nothing known"), Tone::Plain, m_pillBox));
    m_pillBox->updateGeometry();
}

void ElderFile::gather(const std::vector<Fact>& facts)
{
    const QDate today = m_around.clock.today();
    m_events.clear();
    for (const Fact& fact : facts) {
        QString content = FactWords::value(fact, m_desks.divisions, m_desks.division) + u"  "_s;
        content += fact.to ? tr("%1 to %2").arg(fact.from.toString(Qt::ISODate), fact.to->toString(Qt::ISODate))
                           : tr("from %1").arg(fact.from.toString(Qt::ISODate));
        if (fact.evidence)
            content += u" · "_s + *fact.evidence;
        if (fact.learnedOn != fact.from)
            content += u" · "_s + tr("learned on %1").arg(dayText(fact.learnedOn, today));
        m_events.push_back({fact.from,
                            Kind::Facts,
                            choiceText(fact.kind),
                            content,
                            m_desks.userName(fact.recorded.by),
                            {},
                            fact.doubtful ? Tone::Soon : Tone::Plain,
                            fact});
    }
    if (const auto meals = m_desks.meals.listOf(m_elder.id, today.addYears(-1), today))
        for (const Meal& meal : *meals)
            m_events.push_back({meal.servedOn,
                                Kind::Meals,
                                tr("Meal"),
                                u"%1 · %2"_s.arg(choiceText(meal.sitting), choiceText(meal.way)),
                                m_desks.userName(meal.recorded.by),
                                meal.price.yuanText(),
                                Tone::Good,
                                {}});
    std::stable_sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) { return a.on > b.on; });
}

void ElderFile::filter()
{
    std::vector<Event> shown;
    for (const Event& event : m_events)
        if (m_filter == Kind::All || event.kind == m_filter)
            shown.push_back(event);
    m_model->setRecords(std::move(shown));
    m_timeline->fitColumns();
    selectionChanged();
}

void ElderFile::selectionChanged()
{
    const Event* chosen = m_timeline->currentIndex().isValid() ? m_model->record(m_timeline->currentIndex()) : nullptr;
    m_end->setVisible(chosen && chosen->fact && !chosen->fact->to);
    m_void->setVisible(chosen && chosen->fact);
}

void ElderFile::choosePhoto()
{
    const auto name
        = m_around.asker.fileToOpen(tr("Photo of %1").arg(m_elder.name), tr("Pictures (*.jpg *.jpeg *.png)"));
    if (!name)
        return;
    QFile file(*name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPhoto) {
        m_around.asker.tell(tr("The picture cannot be read or is larger than 2 MB. Choose a smaller one."),
                            file.errorString());
        return;
    }
    if (const auto done = m_desks.elders.setPhoto(m_elder.id, file.readAll()); !done) {
        m_around.asker.tell(done.error());
        return;
    }
    reload();
    Q_EMIT changed();
}

void ElderFile::endFact()
{
    const Event* chosen = m_model->record(m_timeline->currentIndex());
    if (!chosen || !chosen->fact)
        return;
    const Id<Fact> id = chosen->fact->id;
    const QDate today = m_around.clock.today();
    const auto typed
        = m_around.asker.text(tr("End the fact"), tr("Last day on which this holds: %1").arg(chosen->content),
                              today.toString(Qt::ISODate), true);
    if (!typed)
        return;
    const auto last = DayEdit::read(*typed, today);
    if (!last) {
        m_around.asker.tell(tr("'%1' is not a day. Write it as 2021-09-03.").arg(*typed), {});
        return;
    }
    if (const auto done = m_desks.elders.endFact(id, *last); !done) {
        m_around.asker.tell(done.error());
        return;
    }
    reload();
    Q_EMIT changed();
}

void ElderFile::voidFact()
{
    const Event* chosen = m_model->record(m_timeline->currentIndex());
    if (!chosen || !chosen->fact)
        return;
    const Id<Fact> id = chosen->fact->id;
    const auto reason = m_around.asker.text(tr("Make void"), tr("Why is this void? %1").arg(chosen->content), {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.elders.voidFact(id, *reason); !done) {
        m_around.asker.tell(done.error());
        return;
    }
    reload();
    Q_EMIT changed();
}

} // namespace songhe::ui
