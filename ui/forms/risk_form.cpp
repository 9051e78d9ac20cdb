// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/risk_form.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/check_line.h"
#include "ui/widgets/labels.h"

#include <QtGui/QIntValidator>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget())
            delete item->widget();
        else if (item->layout())
            clearLayout(*item->layout());
        delete item;
    }
}

RiskForm::RiskForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    m_column->setSpacing(theme.px(8));
}

void RiskForm::setScale(const Scale& scale, bool readOnly)
{
    clearLayout(*m_column);
    m_events.clear();
    m_diagnoses.clear();
    addEvents(scale, readOnly);
    addDiagnoses(scale, readOnly);
    auto* on = new ActionButton(m_theme, tr("Go on"), {}, ActionButton::Kind::Plain, this);
    on->setObjectName(u"risksGoOn"_s);
    connect(on, &QPushButton::clicked, this, &RiskForm::goOn);
    m_column->addWidget(on, 0, Qt::AlignLeft);
    m_column->addStretch();
}

void RiskForm::addEvents(const Scale& scale, bool readOnly)
{
    m_column->addWidget(makeWrapped(tr("How often in the last 30 days"), TextRole::StrongName, this));
    for (const NamedWords& kind : scale.events) {
        auto* row = new QHBoxLayout;
        auto* edit = new QLineEdit(this);
        edit->setObjectName(u"events_"_s + kind.key);
        edit->setAccessibleName(kind.title.text());
        edit->setValidator(new QIntValidator(0, AnswerSheet::mostEvents, edit));
        edit->setMaxLength(2);
        edit->setFixedWidth(m_theme.px(64));
        edit->setAlignment(Qt::AlignRight);
        edit->setReadOnly(readOnly);
        row->addWidget(edit);
        row->addWidget(makeWrapped(kind.title.text(), TextRole::Body, this), 1);
        m_column->addLayout(row);
        connect(edit, &QLineEdit::textEdited, this,
                [this, key = kind.key](const QString& text) { Q_EMIT eventsTyped(key, text.toInt()); });
        connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
        m_events.emplace_back(kind.key, edit);
    }
}

void RiskForm::addDiagnoses(const Scale& scale, bool readOnly)
{
    m_proposal = makeWrapped({}, TextRole::Muted, this);
    m_proposal->setObjectName(u"proposal"_s);
    m_take = new ActionButton(m_theme, tr("Take over what is recorded"), {}, ActionButton::Kind::Plain, this);
    m_take->setObjectName(u"takeProposal"_s);
    connect(m_take, &QPushButton::clicked, this, [this] {
        for (auto event = m_proposed.cbegin(); event != m_proposed.cend(); ++event)
            Q_EMIT eventsTyped(event.key(), event.value());
        for (const auto& [key, edit] : m_events)
            edit->setText(QString::number(m_proposed.value(key, edit->text().toInt())));
    });
    m_column->addWidget(m_proposal);
    m_column->addWidget(m_take, 0, Qt::AlignLeft);
    m_take->setEnabled(!readOnly);
    propose({});
    m_column->addSpacing(m_theme.px(8));
    m_column->addWidget(makeWrapped(tr("Diagnosed by a physician"), TextRole::StrongName, this));
    for (const NamedWords& diagnosis : scale.diagnoses) {
        auto* box = new CheckLine(m_theme, diagnosis.title.text(), u"diagnosed_"_s + diagnosis.key, this);
        box->setEnabled(!readOnly);
        m_column->addWidget(box);
        connect(box, &CheckLine::toggled, this, [this, key = diagnosis.key](bool yes) {
            if (!m_showing)
                Q_EMIT diagnosisTicked(key, yes);
        });
        m_diagnoses.emplace_back(diagnosis.key, box);
    }
}

void RiskForm::show(const AnswerSheet& sheet)
{
    m_showing = true;
    for (const auto& [key, edit] : m_events)
        if (!edit->hasFocus() || edit->text().toInt() != sheet.events(key)) // not under the typing hand
            edit->setText(QString::number(sheet.events(key)));
    for (const auto& [key, box] : m_diagnoses)
        box->setChecked(sheet.diagnosed().contains(key));
    m_showing = false;
}

void RiskForm::propose(const QMap<QString, int>& recorded)
{
    m_proposed = recorded;
    QStringList words;
    for (const auto& [key, edit] : m_events)
        if (recorded.value(key) > 0)
            words << u"%1 %2"_s.arg(edit->accessibleName()).arg(recorded.value(key));
    m_proposal->setText(
        tr("Recorded in the last 30 days: %1. Please ask whether that is all.").arg(words.join(u"、"_s)));
    m_proposal->setVisible(!words.isEmpty());
    m_take->setVisible(!words.isEmpty() && m_take->isEnabled());
}

void RiskForm::focusFirst()
{
    if (m_events.empty())
        return;
    m_events.front().second->setFocus();
    m_events.front().second->selectAll();
}

} // namespace songhe::ui
