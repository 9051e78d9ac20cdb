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
    m_timeline = new ElderTimeline(around,
                                   {m_desks.elders, m_desks.records, m_desks.divisions, m_desks.division,
                                    m_desks.userName, m_desks.claims, m_desks.history, m_desks.measurements,
                                    [this](Id<Elder> elder) { return medicinesOf(elder); }},
                                   this);
    row->addWidget(m_timeline, 1);
    connect(m_timeline, &ElderTimeline::changed, this, [this] {
        reload();
        Q_EMIT changed();
    });
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
    m_timeline->show(m_elder, *facts);
}

/// As the newest confirmed assessment wrote them down.
QString ElderFile::medicinesOf(Id<Elder> elder) const
{
    if (!m_desks.assessments)
        return {};
    const auto list = m_desks.assessments->listOf(elder);
    if (!list)
        return {};
    for (const Assessment& sheet : *list) {
        if (sheet.state != AssessmentState::Confirmed)
            continue;
        const QJsonValue written = sheet.tables.value(u"medicines"_s);
        QStringList texts;
        for (const QJsonValue& row : written.toArray()) {
            QStringList cells;
            if (row.isObject())
                for (const QJsonValue& cell : row.toObject())
                    cells << cell.toString();
            else
                cells << row.toString();
            cells.removeAll(QString());
            texts << cells.join(u' ');
        }
        return written.isString() ? written.toString() : texts.join(u"、"_s);
    }
    return {};
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

} // namespace songhe::ui
