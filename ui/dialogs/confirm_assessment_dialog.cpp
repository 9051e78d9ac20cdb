// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirm_assessment_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sheet_result.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

ConfirmAssessmentDialog::ConfirmAssessmentDialog(const Surroundings& around, AssessmentDesk& desk, const Scale& scale,
                                                 const Assessment& sheet, const SheetScore& score, const QString& elder,
                                                 QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_desk(desk)
    , m_sheet(sheet)
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_replaced(new ChoiceBox(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"confirmAssessment"_s);
    setWindowTitle(tr("Confirm the assessment"));
    const Theme& t = around.theme;
    setMinimumWidth(t.px(520));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    column->setSpacing(t.px(6));
    column->addWidget(
        makeWrapped(u"%1 · %2 · %3"_s.arg(elder, scale.code, dayText(sheet.assessedOn, around.clock.today())),
                    TextRole::Muted, this));
    addResult(*column, scale, score);
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeWrapped(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    line(tr("First assessor"), m_first, "confirmFirst");
    line(scale.assessors > 1 ? tr("Second assessor") : tr("Second assessor, if any"), m_second, "confirmSecond");
    m_first->setText(sheet.assessor1.value_or(QString()));
    m_second->setText(sheet.assessor2.value_or(QString()));
    for (QLineEdit* edit : {m_first, m_second})
        edit->setMaxLength(60);
    if (score.ambiguous) {
        m_reason = new QLineEdit(this);
        m_reason->setMaxLength(500);
        line(tr("Why both assessors stand by this level"), m_reason, "ambiguityReason");
    }
    line(tr("It replaces"), m_replaced, "replaces");
    fillReplaced(scale);
    column->addWidget(makeWrapped(tr("Afterwards it is frozen. It can then only be made void with a reason, or be "
                                     "replaced by a later sheet."),
                                  TextRole::MutedSmall, this));
    column->addWidget(m_message);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* act = new ActionButton(t, tr("Confirm and freeze"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                 ActionButton::Kind::Main, this);
    act->setObjectName(u"confirmAct"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(act);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &ConfirmAssessmentDialog::confirm);
    (m_first->text().isEmpty()        ? m_first
         : m_second->text().isEmpty() ? m_second
         : m_reason                   ? m_reason
                                      : m_first)
        ->setFocus();
}

/// Sizes of type are known once it shows; lines that break need the height then.
void ConfirmAssessmentDialog::grow()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void ConfirmAssessmentDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    grow();
}

void ConfirmAssessmentDialog::addResult(QVBoxLayout& column, const Scale& scale, const SheetScore& score)
{
    QLabel* level = makeLabel(score.final ? scale.level(*score.final).title.text() : u"—"_s, TextRole::Answer, this);
    level->setObjectName(u"level"_s);
    column.addWidget(level);
    column.addWidget(makeWrapped(SheetResult::preliminaryText(scale, score), TextRole::Muted, this));
    QLabel* clauses = makeWrapped({}, TextRole::Body, this);
    column.addWidget(clauses);
    setBanner(clauses, SheetResult::clauseLines(scale, score).join(u'\n'), Tone::Plain);
    QLabel* ambiguous = makeWrapped({}, TextRole::Body, this);
    ambiguous->setObjectName(u"ambiguous"_s);
    column.addWidget(ambiguous);
    setBanner(ambiguous, SheetResult::ambiguityText(scale, score), Tone::Soon);
}

void ConfirmAssessmentDialog::fillReplaced(const Scale& scale)
{
    m_replaced->addItem(tr("no other sheet"), QString());
    const auto list = m_desk.listOf(m_sheet.elder);
    if (!list)
        return;
    for (const Assessment& other : *list) {
        if (other.id == m_sheet.id || other.state != AssessmentState::Confirmed || other.standard != scale.id)
            continue;
        const ScaleLevel* level = other.level ? scale.levelByKey(*other.level) : nullptr;
        m_replaced->addItem(u"%1 · %2"_s.arg(dayText(other.assessedOn, m_around.clock.today()),
                                             level ? level->title.text() : QString()),
                            other.id.text());
        // Two of one day cannot both count: this one is there to correct it.
        if (other.assessedOn == m_sheet.assessedOn)
            m_replaced->setKey(other.id.text());
    }
}

void ConfirmAssessmentDialog::confirm()
{
    Confirmation by;
    by.assessor1 = m_first->text();
    by.assessor2 = m_second->text();
    by.ambiguityReason = m_reason ? m_reason->text() : QString();
    if (const QString replaced = m_replaced->key(); !replaced.isEmpty())
        by.supersedes = Id<Assessment> {replaced.toLongLong()};
    const auto done = m_desk.confirm(m_sheet.id, by);
    if (!done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        grow();
        return;
    }
    accept();
    Q_EMIT confirmed(*done);
}

} // namespace songhe::ui
