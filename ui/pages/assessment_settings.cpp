// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment_settings.h"

#include "ui/widgets/edits.h"
#include "ui/widgets/sheet_result.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

AssessmentSettings::AssessmentSettings(const Theme& theme, AssessmentDesk& desk, Settings& settings, QWidget* parent)
    : Card(theme, tr("Ability assessments"), parent)
    , m_desk(desk)
    , m_settings(settings)
{
    for (const Scale* scale : desk.scales().scales())
        addOpenPoints(theme, *scale);
    m_second = addNumber(theme, tr("Sheets that a second person keys again, in percent"),
                         "assessment.second_keying_percent");
    m_warn = addNumber(theme, tr("Days before the end of a level to remind"), "assessment.warn_days");
    m_religion = new ChoiceBox(this);
    m_religion->setObjectName(u"assessment.religion"_s);
    m_religion->setAccessibleName(tr("Ask for religion"));
    m_religion->addItem(tr("no"), u"no"_s);
    m_religion->addItem(tr("yes"), u"yes"_s);
    body()->addWidget(makeWrapped(tr("Ask for religion"), TextRole::Muted, this));
    body()->addWidget(m_religion);
    body()->addStretch();
    connect(m_religion, &QComboBox::activated, this, [this] { put("assessment.religion", m_religion->key()); });
}

void AssessmentSettings::addOpenPoints(const Theme& theme, const Scale& scale)
{
    for (const ScaleSetting& point : scale.settings) {
        auto* box = new ChoiceBox(this);
        box->setObjectName(point.key);
        box->setAccessibleName(scale.code + u' ' + point.title.text());
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        for (const QString& choice : point.choices)
            box->addItem(choice == point.fallback ? tr("%1 (preset)").arg(scaleChoiceText(choice))
                                                  : scaleChoiceText(choice),
                         choice);
        body()->addWidget(makeWrapped(scale.code + u' ' + point.title.text(), TextRole::Muted, this));
        body()->addWidget(box);
        // Why the centre is asked at all stands beside it.
        body()->addWidget(makeWrapped(point.why.text(), TextRole::MutedSmall, this));
        body()->addSpacing(theme.px(4));
        connect(box, &QComboBox::activated, this, [this, box, key = point.key] {
            if (const auto done = m_desk.choose(key, box->key()); !done)
                Q_EMIT refused(done.error().message);
            else
                Q_EMIT saved();
        });
        m_points.push_back({&scale, {point.key, box}});
    }
}

QLineEdit* AssessmentSettings::addNumber(const Theme& theme, const QString& label, const char* key)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(key));
    edit->setAccessibleName(label);
    edit->setMaxLength(3);
    edit->setFixedWidth(theme.px(96));
    body()->addWidget(makeWrapped(label, TextRole::Muted, this));
    body()->addWidget(edit, 0, Qt::AlignLeft); // else the whole card is no wider than this
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, key] { put(key, edit->text().trimmed()); });
    return edit;
}

QString AssessmentSettings::valueOf(const char* key)
{
    const auto value = m_settings.value(QString::fromLatin1(key));
    return value ? *value : QString();
}

void AssessmentSettings::put(const char* key, const QString& value)
{
    if (valueOf(key) == value)
        return;
    if (const auto done = m_settings.set(QString::fromLatin1(key), value); !done)
        Q_EMIT refused(done.error().message);
    else
        Q_EMIT saved();
}

void AssessmentSettings::refresh()
{
    if (const auto choices = m_desk.choices())
        for (const auto& [scale, point] : m_points)
            point.second->setKey(choiceOf(*scale, *choices, point.first));
    m_second->setText(valueOf("assessment.second_keying_percent"));
    m_warn->setText(valueOf("assessment.warn_days"));
    m_religion->setKey(valueOf("assessment.religion"));
}

} // namespace songhe::ui
