// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_findings_page.h"

#include "core/elders/elder.h"
#include "core/exchange/package_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// What a kind of finding is called, how much it weighs, and what to do about it.
struct FindingKind {
    const char* code;
    const char* words;
    Tone tone;
    const char* advice;
};

constexpr FindingKind findingKinds[] = {
    {"double_meal", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "double meal"), Tone::Bad,
     QT_TRANSLATE_NOOP(
         "songhe::ui::DistrictFindingsPage",
         "Ask both centres where the person ate that day. The one that was wrong makes its meal void; its "
         "next package puts it right.")},
    {"overlapping_bed", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "beds overlap"), Tone::Bad,
     QT_TRANSLATE_NOOP(
         "songhe::ui::DistrictFindingsPage",
         "Ask both centres since when the person has lived where. The one that was wrong corrects the last "
         "day of its stay.")},
    {"claim_after_death", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "claim after death"), Tone::Bad,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Return the claim on the Claims page (F8) with this as its reason, or ask for the day of death "
                       "once more.")},
    {"claimed_twice", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "claimed twice"), Tone::Bad,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Return one of the claims on the Claims page (F8) and name the other in the reason.")},
    {"rule_out_of_force", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "rule not in force"), Tone::Bad,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Return the claim (F8). The centre imports the policy of that time and settles again.")},
    {"chain_broken", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "history rewritten"), Tone::Bad,
     QT_TRANSLATE_NOOP(
         "songhe::ui::DistrictFindingsPage",
         "Take the centre's data folder and its backups into keeping and ask who worked on them. Decide no "
         "claim of it before.")},
    {"conflict", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "two contents"), Tone::Soon,
     QT_TRANSLATE_NOOP(
         "songhe::ui::DistrictFindingsPage",
         "Ask the centre which one is right; it edits the record once, and its next package brings that.")},
    {"same_person", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "same person"), Tone::Plain,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Nothing is wrong by that alone. Compare what both centres have on file.")},
    {"sequence_gap", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "package missing"), Tone::Soon,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Ask the centre for the stick. If it is lost, the next package brings its records, too.")},
    {"sequence_rewound", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "number twice"), Tone::Soon,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "Ask the centre whether a backup was restored or two computers are in use.")},
    {"restored", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "restored"), Tone::Plain,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                       "The centre can bring back what is missing from its own packages (package recover).")},
    {"not_delivered", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "not delivered"), Tone::Soon,
     QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "Remind the centre of its quarterly package.")},
};

constexpr FindingKind probablePerson {
    "same_person", QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage", "probably the same"), Tone::Plain,
    QT_TRANSLATE_NOOP("songhe::ui::DistrictFindingsPage",
                      "Ask the centre without a resident number for it; then this line goes or is certain.")};

const FindingKind* findingKind(const Finding& finding)
{
    if (finding.code == u"same_person"_s && !finding.values.isEmpty())
        return &probablePerson;
    for (const FindingKind& kind : findingKinds)
        if (finding.code == QLatin1String(kind.code))
            return &kind;
    return nullptr;
}

} // namespace

QString DistrictFindingsPage::kindWords(const Finding& finding)
{
    const FindingKind* kind = findingKind(finding);
    return kind ? tr(kind->words) : finding.code;
}

QString DistrictFindingsPage::kindKey(const Finding& finding)
{
    return finding.code == u"same_person"_s && !finding.values.isEmpty() ? u"probable_person"_s : finding.code;
}

Tone DistrictFindingsPage::kindTone(const Finding& finding)
{
    const FindingKind* kind = findingKind(finding);
    return kind ? kind->tone : Tone::Soon;
}

QString DistrictFindingsPage::adviceFor(const Finding& finding)
{
    const FindingKind* kind = findingKind(finding);
    return kind ? tr(kind->advice) : QString();
}

DistrictFindingsPage::DistrictFindingsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent)
    : DistrictPageBase(around, office, tr("Findings"), 560, parent)
{
    const auto choice = [this](const QString& label, const char* name) {
        auto* box = new ChoiceBox(this);
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(label);
        box->setMinimumWidth(theme().px(150));
        connect(box, &QComboBox::activated, this, &DistrictFindingsPage::filter);
        addAction(box);
        return box;
    };
    m_kind = choice(tr("Kind of finding"), "kind");
    m_centre = choice(tr("Centre"), "centre");
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(14));
    row->addWidget(makeList(), 1);
    row->addWidget(makeEvidence(), 1);
    body()->addLayout(row, 1);
    fillChoices();
}

QWidget* DistrictFindingsPage::makeList()
{
    auto* card = new Card(theme(), this);
    Column<Finding> kind;
    kind.title = tr("Kind");
    kind.text = kindWords;
    kind.pill = kindTone;
    Column<Finding> words;
    words.title = tr("What was found");
    words.text = [](const Finding& finding) { return finding.text(); };
    m_findings = new RecordTableModel<Finding>({kind, words}, this);
    m_table = new TableView(theme(), tr("Findings"), card);
    m_table->setObjectName(u"findings"_s);
    m_table->setModel(m_findings);
    m_table->setEmptyText(tr("Reading…"), tr("While packages are being merged this waits."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DistrictFindingsPage::readEvidence);
    connect(m_table, &TableView::opened, this, [this] { m_evidenceTable->setFocus(Qt::TabFocusReason); });
    card->body()->addWidget(m_table, 1);
    return card;
}

QWidget* DistrictFindingsPage::makeEvidence()
{
    auto* card = new Card(theme(), this);
    m_words = makeWrapped({}, TextRole::StrongName, card);
    m_words->setObjectName(u"words"_s);
    m_advice = makeWrapped({}, TextRole::Muted, card);
    m_advice->setObjectName(u"advice"_s);
    card->body()->addWidget(m_words);
    card->body()->addWidget(m_advice);
    m_evidence = new RecordTableModel<Row>(
        {
            {tr("Centre"), [](const Row& row) { return row.side; }, false, false, true},
            {tr("Field"), [](const Row& row) { return row.what; }, false, true},
            {tr("Content"), [](const Row& row) { return row.value; }},
        },
        this);
    m_evidenceTable = new TableView(theme(), tr("Records of both sides"), card);
    m_evidenceTable->setObjectName(u"evidence"_s);
    m_evidenceTable->setModel(m_evidence);
    m_evidenceTable->setEmptyText(tr("No single record speaks for this."), {});
    card->body()->addWidget(m_evidenceTable, 1);
    return card;
}

void DistrictFindingsPage::refresh()
{
    setWhere(tr("Looking…"));
    m_table->setFocus();
    read<std::vector<Finding>>(
        tr("Looking through the records of all centres…"),
        [](DistrictDesk& desk, Progress& progress) { return desk.findings(progress); },
        [this](std::vector<Finding> findings) { showRead(std::move(findings)); });
}

bool DistrictFindingsPage::goBack()
{
    if (!m_evidenceTable->hasFocus())
        return false;
    m_table->setFocus();
    return true;
}

void DistrictFindingsPage::showRead(std::vector<Finding> findings)
{
    say({}, Tone::Plain);
    m_all = std::move(findings);
    m_table->setEmptyText(tr("Nothing was found."),
                          tr("F2: merge packages. Each merge looks through all of them anew."));
    fillChoices();
    filter();
}

void DistrictFindingsPage::fillChoices()
{
    const auto fill = [](ChoiceBox& box, const QString& all, const QList<std::pair<QString, QString>>& lines) {
        const QString before = box.key();
        box.clear();
        box.addItem(all, QString());
        for (const auto& [key, words] : lines)
            box.addItem(words, key);
        box.setKey(before);
    };
    QHash<QString, int> counts;
    QStringList centres;
    QList<std::pair<QString, QString>> kinds;
    for (const Finding& finding : m_all) {
        ++counts[kindKey(finding)];
        centres << finding.centres;
    }
    QStringList seen;
    for (const Finding& finding : m_all)
        if (const QString key = kindKey(finding); !seen.contains(key)) {
            seen << key;
            kinds.append({key, u"%1 (%2)"_s.arg(kindWords(finding)).arg(counts.value(key))});
        }
    centres.removeDuplicates();
    centres.sort();
    QList<std::pair<QString, QString>> codes;
    for (const QString& code : std::as_const(centres))
        codes.append({code, code});
    fill(*m_kind, tr("All kinds (%1)").arg(m_all.size()), kinds);
    fill(*m_centre, tr("All centres"), codes);
}

void DistrictFindingsPage::filter()
{
    std::vector<Finding> shown;
    for (const Finding& finding : m_all)
        if ((m_kind->key().isEmpty() || m_kind->key() == kindKey(finding))
            && (m_centre->key().isEmpty() || finding.centres.contains(m_centre->key())))
            shown.push_back(finding);
    setWhere(tr("%n finding(s)", nullptr, int(shown.size())));
    showRecords(*m_findings, *m_table, std::move(shown),
                [](const Finding& finding) { return finding.code + finding.place(); });
    readEvidence();
}

void DistrictFindingsPage::readEvidence()
{
    if (m_evidenceTask) {
        m_evidenceAgain = true; // another line was chosen meanwhile
        return;
    }
    const Finding* finding = m_findings->record(m_table->currentIndex());
    m_words->setText(finding ? finding->text() : QString());
    m_advice->setText(finding ? adviceFor(*finding) : QString());
    if (!finding || finding->records.empty()) {
        m_evidence->setRecords({});
        m_evidenceTable->fitColumns();
        return;
    }
    m_evidenceTask = startDistrictTask<std::vector<EvidenceRecord>>(
        office(), this, [about = *finding](DistrictDesk& desk, Progress&) { return desk.evidence(about); },
        [this, about = *finding](Result<std::vector<EvidenceRecord>> records) {
            showEvidence(about, std::move(records));
        });
}

void DistrictFindingsPage::showEvidence(const Finding& about, Result<std::vector<EvidenceRecord>> records)
{
    m_evidenceTask = nullptr;
    const Finding* finding = m_findings->record(m_table->currentIndex());
    if (std::exchange(m_evidenceAgain, false)
        && (!finding || finding->code != about.code || finding->place() != about.place())) {
        readEvidence();
        return;
    }
    if (!records) {
        say(records.error());
        return;
    }
    std::vector<Row> rows;
    for (const EvidenceRecord& record : *records)
        for (Row& row : rowsOf(record))
            rows.push_back(std::move(row));
    if (records->size() < about.records.size())
        rows.push_back(
            {{}, {}, tr("and %n more record(s)", nullptr, int(about.records.size() - records->size())), true});
    m_evidence->setRecords(std::move(rows));
    m_evidenceTable->fitColumns();
}

std::vector<DistrictFindingsPage::Row> DistrictFindingsPage::rowsOf(const EvidenceRecord& record) const
{
    std::vector<Row> rows;
    QString what = u"%1 %2"_s.arg(packageTableText(record.record.table)).arg(record.record.id);
    if (record.voided)
        what += u" · "_s + tr("void");
    if (record.otherContent)
        what += u" · "_s + tr("the other content");
    if (record.lines.empty())
        what += u" · "_s + tr("not in the store any more");
    rows.push_back({record.record.centre, record.centreName, what, true});
    if (!record.person.isEmpty())
        rows.push_back({{}, tr("Person"), record.person, false});
    for (const EvidenceLine& line : record.lines) {
        const bool person = !record.person.isEmpty() && QByteArrayView(line.field->options.refersTo) == Elder::family;
        if (line.label.isEmpty() || person || line.field->kind == FieldKind::Id || line.field->kind == FieldKind::Json)
            continue;
        const QString shown = line.named.isEmpty() ? shownField(*line.field, line.value, today()) : line.named;
        if (!shown.isEmpty())
            rows.push_back({{}, line.label, shown, false});
    }
    return rows;
}

} // namespace songhe::ui
