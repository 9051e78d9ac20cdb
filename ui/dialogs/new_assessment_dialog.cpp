// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_assessment_dialog.h"

#include "core/elders/resident_number.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int foundElders = 9;

QString elderLine(const ElderHit& hit, QDate today)
{
    QStringList parts {choiceText(hit.sex)};
    if (const auto age = yearsOn(hit.born, today))
        parts << NewAssessmentDialog::tr("%1 years").arg(*age);
    if (!hit.residentNumber.isEmpty())
        parts << maskedResidentNumber(hit.residentNumber);
    return parts.join(u" · "_s);
}

} // namespace

NewAssessmentDialog::NewAssessmentDialog(const Surroundings& around, AssessmentDesk& desk, const ElderIndex& index,
                                         const Start& start, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_desk(desk)
    , m_index(index)
    , m_search(new SearchField(
          around.theme,
          [this](const QString& text) {
              std::vector<Found> found;
              for (const ElderHit& hit : m_index.find(text, foundElders))
                  found.push_back({hit.name, elderLine(hit, m_around.clock.today()), {}, hit.id.value});
              return found;
          },
          {}, this))
    , m_person(makeWrapped({}, TextRole::StrongName, this))
    , m_standard(new ChoiceBox(this))
    , m_day(new DayEdit(around.clock.today(), this))
    , m_reason(new ChoiceBox(choiceNames<AssessmentReason>(), false, this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"newAssessment"_s);
    setWindowTitle(tr("New assessment"));
    const Theme& t = around.theme;
    setMinimumWidth(t.px(480));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    column->setSpacing(t.px(6));
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    line(tr("Elder"), m_search, "elder");
    m_search->setPlaceholderText(tr("Name, pinyin initials, tail of ID number or phone, card"));
    column->addWidget(m_person);
    m_person->setObjectName(u"person"_s);
    for (const Scale* scale : desk.scales().scales())
        m_standard->addItem(scale->code + u' ' + scale->title.text(), scale->id);
    line(tr("Standard"), m_standard, "standard");
    line(tr("Day of the assessment"), m_day, "day");
    line(tr("Why"), m_reason, "reason");
    column->addWidget(m_message);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* begin = new ActionButton(t, tr("Begin the sheet"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                   ActionButton::Kind::Main, this);
    begin->setObjectName(u"begin"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(begin);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);

    if (!start.standard.isEmpty())
        m_standard->setKey(start.standard);
    m_reason->setKey(choiceKey(start.reason));
    m_day->setDay(around.clock.today());
    connect(m_search, &SearchField::chosen, this, [this](const Found& found) { chooseElder({found.record}); });
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(begin, &QPushButton::clicked, this, &NewAssessmentDialog::begin);
    if (start.elder)
        chooseElder(*start.elder);
    else
        m_search->setFocus();
}

void NewAssessmentDialog::chooseElder(Id<Elder> elder)
{
    const auto hit = m_index.byId(elder);
    if (!hit)
        return;
    m_elder = elder;
    m_search->clear();
    m_person->setText(hit->name + u"  "_s + elderLine(*hit, m_around.clock.today()));
    setBanner(m_message, {}, Tone::Plain);
    m_standard->setFocus();
    // Who was assessed before is hardly assessed for the first time.
    if (m_reason->key() == choiceKey(AssessmentReason::First))
        if (const auto list = m_desk.listOf(elder); list && !list->empty())
            m_reason->setKey(choiceKey(AssessmentReason::Routine));
}

void NewAssessmentDialog::begin()
{
    if (!m_elder) {
        setBanner(m_message, tr("Choose the elder first: type a part of the name and press Enter."), Tone::Soon);
        m_search->setFocus();
        return;
    }
    if (!m_day->day()) {
        setBanner(m_message, tr("Write the day as 2021-09-03."), Tone::Soon);
        m_day->setFocus();
        return;
    }
    Assessment draft;
    draft.elder = *m_elder;
    draft.standard = m_standard->key();
    draft.assessedOn = *m_day->day();
    draft.reason = choiceFromKey<AssessmentReason>(m_reason->key()).value_or(AssessmentReason::First);
    const auto made = m_desk.start(draft);
    if (!made) {
        setBanner(m_message, made.error().message, Tone::Bad);
        return;
    }
    accept();
    Q_EMIT started(*made);
}

} // namespace songhe::ui
