// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claim_check_view.h"

#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/facilities/budget.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/project.h"
#include "core/services/service.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// The kind of a finding in one or two words.
QString findingKind(const QString& code)
{
    struct Kind {
        const char* code;
        const char* words;
    };
    static constexpr Kind kinds[] = {
        {"HELD", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "held")},
        {"SECOND_POINT", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "two points")},
        {"ABSENT", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "away")},
        {"STAY_ABSENT", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "away")},
        {"STAY_NOT_ATTENDED", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "did not come")},
        {"NOT_ATTENDED", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "did not come")},
        {"ATTENDED_ABSENT", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "away")},
        {"ATTENDED_AFTER_DEATH", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "after death")},
        {"AFTER_DEATH", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "after death")},
        {"NO_SIGNATURE", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "no signature")},
        {"MANY_MEALS", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "many meals")},
        {"LATE_ENTRY", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "late entry")},
        {"ENDING", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "ending soon")},
        {"DECLARED", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "declared level")},
        {"LEVEL_CHANGED", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "level changed")},
        {"TWO_BEDS", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "two beds")},
        {"STAFF_TWICE", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "staff in two places")},
        {"CLOCK_BACK", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "clock went back")},
        {"ELDER_TWICE", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "elder in two places")},
        {"USE_CHANGED", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "use changed")},
        {"CAP_NEAR", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "cap nearly used")},
        {"DRAFT_POLICY", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "draft policy")},
        {"PROVISIONAL", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "provisional")},
        {"EARLIER_DRAFT", QT_TRANSLATE_NOOP("songhe::ui::ClaimCheckView", "earlier draft")},
    };
    static constexpr char gathered[] = "songhe::ui::ClaimCheckView";
    for (const Kind& kind : kinds)
        if (code == QLatin1String(kind.code))
            return QCoreApplication::translate(gathered, kind.words);
    return code;
}

Tone findingTone(const QString& code)
{
    static const QStringList grave {u"AFTER_DEATH"_s,    u"ABSENT"_s,      u"TWO_BEDS"_s,
                                    u"USE_CHANGED"_s,    u"STAFF_TWICE"_s, u"ATTENDED_AFTER_DEATH"_s,
                                    u"ATTENDED_ABSENT"_s};
    return grave.contains(code) ? Tone::Bad : Tone::Soon;
}

bool ofFacilities(const QString& family)
{
    static const QStringList families {
        QString::fromLatin1(Facility::family),   QString::fromLatin1(Project::family),
        QString::fromLatin1(Evaluation::family), QString::fromLatin1(Budget::family),
        QString::fromLatin1(BedStay::family),    QString::fromLatin1(HomeCareBed::family),
    };
    return families.contains(family);
}

} // namespace

ClaimCheckView::ClaimCheckView(const Surroundings& around, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_head(makeWrapped({}, TextRole::Body, this))
{
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(14));
    m_head->setObjectName(u"checkHead"_s);
    column->addWidget(m_head);
    auto* card = new Card(t, this);
    card->setFlush();
    const QDate now = around.clock.today();
    m_model = new RecordTableModel<NamedFinding>(
        {
            {tr("What"), [](const NamedFinding& one) { return findingKind(one.finding.code); }, false, false, false,
             [](const NamedFinding& one) { return findingTone(one.finding.code); }},
            {tr("Whom or what"), [](const NamedFinding& one) { return one.name; }, false, false, true},
            {tr("Day"),
             [now](const NamedFinding& one) { return one.finding.on ? dayText(*one.finding.on, now) : QString(); }},
            {tr("What an auditor would ask"), [](const NamedFinding& one) { return one.finding.text; }},
        },
        this);
    m_table = new TableView(t, tr("What an auditor would ask about"), card);
    m_table->setObjectName(u"findings"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("Nothing was found that an auditor would ask about."),
                          tr("The claim can be signed as it is."));
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const NamedFinding* finding = m_model->record(index))
            open(*finding);
    });
    card->body()->addWidget(m_table);
    column->addWidget(card, 1);
}

void ClaimCheckView::showFindings(const Claim& claim, std::vector<NamedFinding> findings)
{
    const QString found = findings.empty() ? tr("nothing found") : tr("%n finding(s)", nullptr, int(findings.size()));
    m_head->setText(tr("%1, %2 yuan: %3. Enter opens what one is about; none of them stops a signature, but who signs "
                       "has seen them.")
                        .arg(claim.period, claim.paid.yuanText(), found));
    m_model->setRecords(std::move(findings));
    m_table->fitColumns();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void ClaimCheckView::focusList()
{
    m_table->setFocus();
}

void ClaimCheckView::open(const NamedFinding& named)
{
    const ClaimFinding& finding = named.finding;
    if (finding.family == QLatin1String(Meal::family) && !finding.line.isNull())
        Q_EMIT lineAsked(finding.line);
    else if (ofFacilities(finding.family))
        Q_EMIT recordAsked(u"facilities"_s, finding.record);
    else if (finding.family == QLatin1String(Service::family))
        Q_EMIT recordAsked(u"services"_s, finding.record);
    else if (finding.family == QLatin1String(Attendance::family))
        Q_EMIT recordAsked(u"attendance"_s, finding.record);
    else if (!finding.elder.isNull())
        Q_EMIT recordAsked(u"elders"_s, finding.elder.value);
    else if (finding.family == QLatin1String(Site::family))
        Q_EMIT recordAsked(u"settings"_s, finding.record);
}

} // namespace songhe::ui
