// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/fact_dialog.h"

#include "ui/models/fact_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

FactDialog::FactDialog(const Surroundings& around, ElderDesk& desk, const Divisions& divisions, Id<Elder> elder,
                       QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_desk(desk)
    , m_divisions(divisions)
    , m_elder(elder)
    , m_kind(new ChoiceBox(choiceNames<FactKind>(), false, this))
    , m_choice(new ChoiceBox(this))
    , m_grade(new ChoiceBox(this))
    , m_text(new QLineEdit(this))
    , m_place(makeLabel({}, TextRole::Muted, this))
    , m_from(new DayEdit(around.clock.today(), this))
    , m_to(new DayEdit(around.clock.today(), this))
    , m_evidence(new QLineEdit(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_save(new ActionButton(around.theme, tr("Record the fact"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                              ActionButton::Kind::Main, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New fact"));
    setMinimumWidth(around.theme.px(460));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(around.theme.px(6));
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    line(tr("What"), m_kind, "kind");
    line(tr("Value"), m_choice, "choice");
    m_grade->setObjectName(u"grade"_s);
    m_grade->setAccessibleName(tr("Grade"));
    for (int grade = 1; grade <= 4; ++grade)
        m_grade->addItem(tr("Grade %1").arg(grade), QString::number(grade));
    column->addWidget(m_grade);
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("Value"));
    m_text->setMaxLength(200);
    column->addWidget(m_text);
    column->addWidget(m_place);
    line(tr("First day"), m_from, "from");
    line(tr("Last day, if it ends"), m_to, "to");
    line(tr("Evidence"), m_evidence, "evidence");
    m_evidence->setMaxLength(500);
    m_evidence->setPlaceholderText(tr("Which paper, its number, how many pages"));
    column->addWidget(m_message);
    m_message->hide();
    auto* back
        = new ActionButton(around.theme, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    column->addSpacing(around.theme.px(8));
    column->addLayout(buttons);

    m_from->setDay(around.clock.today());
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FactDialog::kindChosen);
    connect(m_text, &QLineEdit::textChanged, this, &FactDialog::placeTyped);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FactDialog::save);
    kindChosen();
}

FactKind FactDialog::kind() const
{
    return choiceFromKey<FactKind>(m_kind->key()).value_or(FactKind::RegisteredDivision);
}

void FactDialog::kindChosen()
{
    const bool disability = kind() == FactKind::Disability;
    const auto values = factValues(kind());
    m_choice->setNames(values, false);
    if (disability)
        for (const auto& [key, words] : FactWords::disabilities())
            m_choice->addItem(words, key);
    const bool chosen = disability || !values.empty();
    m_choice->setVisible(chosen);
    m_grade->setVisible(disability);
    m_text->setVisible(!chosen);
    m_place->setVisible(kind() == FactKind::RegisteredDivision);
    m_text->clear();
    m_text->setPlaceholderText(kind() == FactKind::RegisteredDivision ? tr("Place or code, such as 包头市青山区")
                                                                      : QString());
}

void FactDialog::placeTyped()
{
    const auto match = m_divisions.match(m_text->text().trimmed());
    m_place->setText(match.code                     ? u"%1  %2"_s.arg(*match.code, m_divisions.nameOf(*match.code))
                         : m_text->text().isEmpty() ? QString()
                                                    : tr("Not found; it will be kept as written and marked."));
}

QString FactDialog::value() const
{
    if (kind() == FactKind::Disability)
        return m_choice->key() + u':' + m_grade->key();
    if (!factValues(kind()).empty())
        return m_choice->key();
    const QString text = m_text->text().trimmed();
    if (kind() == FactKind::RegisteredDivision)
        return m_divisions.match(text).code.value_or(text);
    return text;
}

void FactDialog::save()
{
    if (!m_from->day() || !m_to->isRight()) {
        setBanner(m_message, tr("Write the days as 2021-09-03; the first day is needed."), Tone::Soon);
        return;
    }
    Fact fact;
    fact.elder = m_elder;
    fact.kind = kind();
    fact.value = value();
    fact.from = *m_from->day();
    fact.to = m_to->day();
    fact.learnedOn = m_around.clock.today();
    fact.origin = u"desk"_s;
    fact.doubtful = fact.kind == FactKind::RegisteredDivision && !m_divisions.find(fact.value);
    if (const QString evidence = m_evidence->text().trimmed(); !evidence.isEmpty())
        fact.evidence = evidence;
    const auto done = severalMayHold(fact.kind) ? m_desk.addFact(fact) : m_desk.replaceFact(fact);
    if (!done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    Q_EMIT saved();
    accept();
}

} // namespace songhe::ui
