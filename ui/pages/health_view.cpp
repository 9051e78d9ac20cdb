// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/health_view.h"

#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/line_chart.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int pointsShown = 200;
constexpr std::size_t mostFigures = 2;

} // namespace

HealthView::HealthView(const Theme& theme, MeasurementDesk& desk, Medicines medicines, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_medicinesOf(std::move(medicines))
    , m_kind(new ChoiceBox(choiceNames<MeasurementKind>(), false, this))
    , m_newest(makeWrapped({}, TextRole::Body, this))
    , m_medicines(makeWrapped({}, TextRole::Muted, this))
    , m_doctor(makeWrapped({}, TextRole::Body, this))
{
    setObjectName(u"health"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(8));
    m_kind->setObjectName(u"healthKind"_s);
    m_kind->setAccessibleName(tr("What was measured"));
    m_newest->setObjectName(u"healthNewest"_s);
    m_medicines->setObjectName(u"healthMedicines"_s);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme.px(12));
    top->addWidget(m_kind);
    top->addWidget(m_newest, 1);
    column->addLayout(top);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(theme.px(12));
    for (std::size_t i = 0; i < mostFigures; ++i) {
        auto* chart = new LineChart(theme, this);
        chart->setObjectName(u"healthChart%1"_s.arg(i + 1));
        charts->addWidget(chart, 1);
        m_charts.push_back(chart);
    }
    column->addLayout(charts);
    m_doctor->setObjectName(u"healthDoctor"_s);
    column->addWidget(m_doctor);
    column->addWidget(m_medicines);
    connect(m_kind, &QComboBox::activated, this, &HealthView::draw);
}

void HealthView::showDoctor(const std::vector<Fact>& facts, QDate today)
{
    QStringList contracts;
    for (const Fact& fact : facts)
        if (fact.kind == FactKind::FamilyDoctor && !fact.recorded.isVoided() && fact.holdsOn(today))
            contracts << (fact.to ? tr("%1, from %2 to %3")
                                        .arg(factValueText(fact), dayText(fact.from, today), dayText(*fact.to, today))
                                  : tr("%1, since %2").arg(factValueText(fact), dayText(fact.from, today)));
    m_doctor->setText(contracts.isEmpty() ? tr("Family doctor: no contract is recorded")
                                          : tr("Family doctor: %1").arg(contracts.join(tr("; "))));
}

void HealthView::show(Id<Elder> elder, const std::vector<Fact>& facts, QDate today)
{
    m_elder = elder;
    showDoctor(facts, today);
    const QString medicines = m_medicinesOf ? m_medicinesOf(elder) : QString();
    m_medicines->setText(medicines.isEmpty() ? QString() : tr("Medicines (assessment): %1").arg(medicines));
    m_medicines->setVisible(!medicines.isEmpty());
    draw();
}

void HealthView::draw()
{
    const MeasurementKind which = choiceFromKey<MeasurementKind>(m_kind->key()).value_or(MeasurementKind());
    const HealthKind& kind = m_desk.plan().kind(which);
    const auto found = m_desk.newestOf(m_elder, which, pointsShown);
    for (LineChart* chart : m_charts)
        chart->hide();
    if (!found || found->empty()) {
        setBanner(m_newest, found ? tr("Not measured yet") : found.error().message, found ? Tone::Plain : Tone::Bad);
        return;
    }
    const Measurement& newest = found->back();
    const HealthBand* band = kind.bandOf(newest.value);
    QString words = u"%1  %2 %3"_s.arg(newest.on.toString(Qt::ISODate), newest.value, kind.unit.text());
    if (band)
        words += u" · "_s + band->title.text();
    setBanner(m_newest, words, !band ? Tone::Good : band->tone == HealthTone::Bad ? Tone::Bad : Tone::Soon);
    if (found->size() < 2)
        return;
    const double scale = kind.decimals == 0 ? 1 : 10;
    for (std::size_t part = 0; part < std::min(kind.parts.size(), m_charts.size()); ++part) {
        std::vector<LineChart::Point> points;
        double least = 1e9, most = 0;
        for (const Measurement& one : *found) {
            const auto figures = kind.figures(one.value);
            if (!figures)
                continue;
            const double value = double((*figures)[part]) / scale;
            least = std::min(least, value);
            most = std::max(most, value);
            points.push_back(
                {one.on, value, u"%1: %2 %3"_s.arg(one.on.toString(Qt::ISODate), one.value, kind.unit.text())});
        }
        if (most <= least)
            most = least + 1;
        m_charts[part]->setLine(kind.parts[part].title.text(), std::move(points), least, most,
                                {{least, QString::number(least)}, {most, QString::number(most)}});
        m_charts[part]->show();
    }
}

} // namespace songhe::ui
