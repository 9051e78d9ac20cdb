// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ability_view.h"

#include "ui/models/assessment_rows.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/line_chart.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

AbilityView::AbilityView(const Theme& theme, AssessmentDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_level(makeWrapped({}, TextRole::StrongName, this))
    , m_from(makeWrapped({}, TextRole::Muted, this))
    , m_ends(makeWrapped({}, TextRole::Body, this))
    , m_title(makeLabel({}, TextRole::MutedSmall, this))
    , m_chart(new LineChart(theme, this))
{
    setObjectName(u"ability"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    m_level->setObjectName(u"abilityLevel"_s);
    m_from->setObjectName(u"abilityFrom"_s);
    m_ends->setObjectName(u"abilityEnds"_s);
    m_chart->setObjectName(u"abilityChart"_s);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_level, m_from, m_ends, m_title, m_chart})
        column->addWidget(widget);
}

void AbilityView::show(Id<Elder> elder, QDate today)
{
    const auto list = m_desk.listOf(elder);
    const auto newest = list
        ? std::find_if(list->begin(), list->end(),
                       [](const Assessment& sheet) { return sheet.state == AssessmentState::Confirmed; })
        : std::vector<Assessment>::const_iterator();
    const bool any = list && newest != list->end();
    for (QWidget* widget : std::initializer_list<QWidget*> {m_from, m_title, m_chart})
        widget->setVisible(any);
    setBanner(m_ends, list ? QString() : list.error().message, Tone::Bad);
    m_level->setText(any ? AssessmentWords::level(m_desk.scales(), *newest) : tr("Ability: not assessed yet"));
    if (!any)
        return;
    const Scale* scale = m_desk.scales().find(newest->standard);
    m_from->setText(u"%1 · %2"_s.arg(scale ? scale->code : newest->standard, dayText(newest->assessedOn, today)));
    if (newest->isExpiredOn(today))
        setBanner(m_ends, tr("Expired on %1: assess her anew.").arg(dayText(*newest->dueOn, today)), Tone::Bad);
    if (!scale || !AssessmentWords::drawTotals(*m_chart, *scale, *list))
        m_chart->hide();
    m_title->setText(scale && scale->byTotal ? tr("Ability score") : tr("Ability level"));
}

} // namespace songhe::ui
