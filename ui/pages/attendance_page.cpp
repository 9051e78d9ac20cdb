// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/attendance_page.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

AttendancePage::AttendancePage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Day care"), parent)
    , m_desks(desks)
{
    makeActions();
    body()->addWidget(makeQueue());
    body()->addWidget(makeList(), 1);
    showDay();
}

void AttendancePage::makeActions()
{
    m_day = new DayEdit(today(), this);
    m_day->setObjectName(u"day"_s);
    m_day->setAccessibleName(tr("Day"));
    m_day->setToolTip(tr("Another day: write it as 9-3 or 2021-09-03 and press Enter"));
    m_day->setFixedWidth(theme().px(120));
    m_day->setDay(today());
    connect(m_day, &QLineEdit::returnPressed, this, &AttendancePage::showDay);
    addAction(m_day);
    m_void = new ActionButton(theme(), tr("Make void…"), QKeySequence(Qt::Key_Delete), ActionButton::Kind::Plain, this);
    m_void->setObjectName(u"void"_s);
    connect(m_void, &QPushButton::clicked, this, &AttendancePage::voidChosen);
    addAction(m_void);
    auto* all = new ActionButton(theme(), tr("All present"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                 ActionButton::Kind::Main, this);
    all->setObjectName(u"all"_s);
    connect(all, &QPushButton::clicked, this, &AttendancePage::allPresent);
    addAction(all);
}

QWidget* AttendancePage::makeQueue()
{
    auto* card = new Card(theme(), this);
    m_field = new SearchField(
        theme(),
        [this](const QString& text) {
            std::vector<Found> found;
            for (const ElderHit& hit : m_desks.index.find(text))
                found.push_back({hit.name, hit.address, {}, hit.id.value});
            return found;
        },
        {}, card);
    m_field->setObjectName(u"card"_s);
    m_field->setAccessibleName(tr("Who comes or leaves"));
    m_field->setProperty("big", true);
    m_field->setMaxLength(60);
    connect(m_field, &SearchField::chosen, this, [this](const Found& found) {
        m_field->clear();
        pass({found.record});
    });
    m_answer = makeWrapped({}, TextRole::Name, card);
    m_answer->setObjectName(u"answer"_s);
    card->body()->addWidget(
        makeWrapped(tr("Scan a card or type initials; Enter: she is here. The same again when she leaves."),
                    TextRole::Muted, card));
    card->body()->addWidget(m_field);
    card->body()->addWidget(m_answer);
    m_answer->hide();
    return card;
}

QWidget* AttendancePage::makeList()
{
    auto* card = new Card(theme(), this);
    card->setFlush();
    m_model = new RecordTableModel<Line>(
        {{tr("Name"), [](const Line& line) { return line.name; }, false, false, true},
         {tr("State"), [](const Line& line) { return stateOf(line); }, false, false, false,
          [](const Line& line) { return toneOf(line); }},
         {tr("Came at"),
          [](const Line& line) { return line.regular.attendance ? line.regular.attendance->in : QString(); }},
         {tr("Left at"),
          [](const Line& line) {
              return line.regular.attendance ? line.regular.attendance->out.value_or(QString()) : QString();
          }},
         {tr("Remark"), [this](const Line& line) { return remarkOf(line, today()); }, false, true}},
        this);
    m_table = new TableView(theme(), tr("Regulars of the day"), card);
    m_table->setObjectName(u"regulars"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("Nobody comes regularly yet"),
                          tr("Whoever comes today stands here tomorrow as well: type initials above and press Enter."));
    connect(m_table, &TableView::opened, this, &AttendancePage::passChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const Line* line = chosen();
        m_void->setVisible(line && line->regular.attendance);
        m_pass->setEnabled(line != nullptr);
        for (ActionButton* button : {m_hospital, m_away})
            button->setEnabled(line && !line->regular.attendance && !line->regular.absence);
    });
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeRule(card));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().px(12), theme().px(8), theme().px(12), theme().px(8));
    m_pass = new ActionButton(theme(), tr("In or out"), QKeySequence(Qt::CTRL | Qt::Key_I), ActionButton::Kind::Plain,
                              card);
    m_pass->setObjectName(u"pass"_s);
    connect(m_pass, &QPushButton::clicked, this, &AttendancePage::passChosen);
    const auto away = [&](const QString& text, int key, const char* name, AbsenceReason reason) {
        auto* button
            = new ActionButton(theme(), text, QKeySequence(Qt::CTRL | Qt::Key(key)), ActionButton::Kind::Plain, card);
        button->setObjectName(QLatin1String(name));
        button->setEnabled(false);
        connect(button, &QPushButton::clicked, this, [this, reason] { markAway(reason); });
        return button;
    };
    m_hospital = away(tr("In hospital"), Qt::Key_H, "hospital", AbsenceReason::Hospital);
    m_away = away(tr("Away"), Qt::Key_G, "away", AbsenceReason::Away);
    row->setSpacing(theme().px(8));
    row->addWidget(m_pass);
    row->addWidget(m_hospital);
    row->addWidget(m_away);
    row->addStretch();
    card->body()->addLayout(row);
    return card;
}

QString AttendancePage::stateOf(const Line& line)
{
    if (line.regular.attendance)
        return line.regular.attendance->out ? tr("left") : tr("here");
    return line.regular.absence ? tr("absent") : tr("not yet");
}

Tone AttendancePage::toneOf(const Line& line)
{
    if (line.regular.attendance && line.regular.absence)
        return Tone::Bad;
    return line.regular.attendance ? Tone::Good : line.regular.absence ? Tone::Soon : Tone::Plain;
}

QString AttendancePage::remarkOf(const Line& line, QDate today)
{
    if (!line.regular.absence)
        return line.regular.attendance ? line.regular.attendance->note.value_or(QString()) : QString();
    const Absence& absence = *line.regular.absence;
    const QString until = absence.to ? dayText(*absence.to, today) : tr("further notice");
    const QString words = tr("%1, until %2").arg(choiceText(absence.reason), until);
    return line.regular.attendance ? tr("recorded as absent as well (%1): one of the two is wrong").arg(words) : words;
}

QDate AttendancePage::day() const
{
    return m_day->day().value_or(today());
}

const AttendancePage::Line* AttendancePage::chosen() const
{
    return m_table->currentIndex().isValid() ? m_model->record(m_table->currentIndex()) : nullptr;
}

void AttendancePage::say(const QString& text, Tone tone)
{
    setBanner(m_answer, text, tone);
}

void AttendancePage::refresh()
{
    showDay();
    m_field->setFocus();
}

void AttendancePage::openRecord(qint64 id)
{
    const auto found = m_desks.attendance.find({id});
    if (!found || !*found)
        return;
    const Attendance& wanted = **found;
    m_day->setDay(wanted.on);
    showDay();
    const auto& lines = m_model->records();
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const Line& each) { return each.regular.elder == wanted.elder; });
    if (line == lines.end())
        return;
    m_table->setCurrentIndex(m_model->index(int(line - lines.begin()), 0));
    m_table->setFocus();
}

void AttendancePage::showDay()
{
    if (!m_day->isRight()) {
        say(tr("'%1' is not a day. Write it as 2021-09-03.").arg(m_day->text()), Tone::Soon);
        return;
    }
    m_day->setDay(day());
    const auto regulars = m_desks.attendance.regularsOn(day());
    if (!regulars) {
        asker().tell(regulars.error());
        return;
    }
    std::vector<Line> lines;
    int here = 0, left = 0, absent = 0;
    for (const Regular& regular : *regulars) {
        const auto hit = m_desks.index.byId(regular.elder);
        lines.push_back({regular, hit ? hit->name : regular.elder.text()});
        here += regular.attendance && !regular.attendance->out ? 1 : 0;
        left += regular.attendance && regular.attendance->out ? 1 : 0;
        absent += !regular.attendance && regular.absence ? 1 : 0;
    }
    // Those still to come stand first: that is who the clerk looks for.
    const auto rank = [](const Line& line) {
        return line.regular.attendance ? (line.regular.attendance->out ? 3 : 1) : line.regular.absence ? 2 : 0;
    };
    std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) { return rank(a) < rank(b); });
    const int all = int(lines.size());
    m_model->setRecords(std::move(lines));
    m_table->fitColumns();
    m_void->hide();
    for (ActionButton* button : {m_pass, m_hospital, m_away})
        button->setEnabled(false);
    setWhere(tr("%1 · %2 on the list: %3 here, %4 left, %5 absent, %6 not yet")
                 .arg(longDayText(day()))
                 .arg(all)
                 .arg(here)
                 .arg(left)
                 .arg(absent)
                 .arg(all - here - left - absent));
}

void AttendancePage::pass(Id<Elder> elder)
{
    const auto hit = m_desks.index.byId(elder);
    const QString name = hit ? hit->name : elder.text();
    const auto& lines = m_model->records();
    const auto line
        = std::find_if(lines.begin(), lines.end(), [&](const Line& each) { return each.regular.elder == elder; });
    const bool isHere = line != lines.end() && line->regular.attendance;
    if (line != lines.end() && !isHere && line->regular.absence && !mayEndAbsence(*line))
        return;
    Result<Attendance> done = [&] {
        if (isHere)
            return m_desks.attendance.leave(elder, day());
        Attendance came;
        came.elder = elder;
        came.on = day();
        return m_desks.attendance.add(std::move(came));
    }();
    if (!done) {
        say(name + u"　"_s + done.error().message, Tone::Bad);
        return;
    }
    showDay();
    say(isHere ? tr("%1 left at %2").arg(name, done->out.value_or(QString())) : tr("%1 came at %2").arg(name, done->in),
        Tone::Good);
    Q_EMIT changed();
}

/// Who was away and comes back: her absence ended the day before.
bool AttendancePage::mayEndAbsence(const Line& line)
{
    const Absence absence = *line.regular.absence;
    if (absence.from >= day())
        return true; // recorded for this very day: the desk says what to do
    if (!asker().confirm({tr("%1 is recorded as %2 since %3. Is she back?")
                              .arg(line.name, choiceText(absence.reason), dayText(absence.from, today())),
                          tr("The absence then ends on %1.").arg(dayText(day().addDays(-1), today())),
                          tr("She is back"), tr("Leave it")}))
        return false;
    if (const auto ended = m_desks.absences.end(absence.id, day().addDays(-1)); !ended) {
        say(ended.error().message, Tone::Bad);
        return false;
    }
    return true;
}

void AttendancePage::markAway(AbsenceReason reason)
{
    const Line* line = chosen();
    if (!line)
        return;
    const QString name = line->name;
    Absence absence;
    absence.elder = line->regular.elder;
    absence.from = day();
    absence.reason = reason;
    if (const auto done = m_desks.absences.add(std::move(absence)); !done) {
        say(name + u"　"_s + done.error().message, Tone::Bad);
        return;
    }
    showDay();
    say(tr("%1 is away (%2) until she comes again; meals and beds of these days are not claimed.")
            .arg(name, choiceText(reason)),
        Tone::Soon);
    Q_EMIT changed();
}

void AttendancePage::passChosen()
{
    if (const Line* line = chosen())
        pass(line->regular.elder);
}

void AttendancePage::allPresent()
{
    const auto done = m_desks.attendance.allPresent(day());
    if (!done) {
        say(done.error().message, Tone::Bad);
        return;
    }
    showDay();
    say(tr("%n recorded as present. Who is not here: choose the line and press Delete.", nullptr, int(done->size())),
        Tone::Good);
    Q_EMIT changed();
}

void AttendancePage::voidChosen()
{
    const Line* line = chosen();
    if (!line || !line->regular.attendance)
        return;
    const Id<Attendance> id = line->regular.attendance->id;
    const QString name = line->name;
    const auto reason = asker().text(tr("Make void"), tr("Why is the attendance of %1 void?").arg(name), {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.attendance.voidAttendance(id, *reason); !done) {
        asker().tell(done.error());
        return;
    }
    showDay();
    say(tr("The attendance of %1 is void.").arg(name), Tone::Plain);
    Q_EMIT changed();
}

} // namespace songhe::ui
