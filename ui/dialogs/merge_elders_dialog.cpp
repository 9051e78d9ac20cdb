// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/merge_elders_dialog.h"

#include "core/elders/resident_number.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int mostFilesShown = 50;

QString movingWords(const QString& family)
{
    struct Family {
        QStringView key;
        QString words;
    };
    const Family families[] = {
        {u"fact", MergeEldersDialog::tr("facts")},
        {u"meal", MergeEldersDialog::tr("meals")},
        {u"assessment", MergeEldersDialog::tr("assessments")},
        {u"assessment_keying", MergeEldersDialog::tr("second keyings")},
        {u"assessment_drawing", MergeEldersDialog::tr("drawings of assessments")},
        {u"bed_stay", MergeEldersDialog::tr("bed stays")},
        {u"home_care_bed", MergeEldersDialog::tr("beds at home")},
        {u"absence", MergeEldersDialog::tr("absences")},
        {u"service", MergeEldersDialog::tr("services")},
        {u"agreement", MergeEldersDialog::tr("agreements")},
        {u"plan_item", MergeEldersDialog::tr("lines of the service plan")},
        {u"booking", MergeEldersDialog::tr("bookings")},
        {u"attendance", MergeEldersDialog::tr("days of day care")},
        {u"visit", MergeEldersDialog::tr("visits")},
        {u"visit_tier", MergeEldersDialog::tr("how often she is visited")},
        {u"incident", MergeEldersDialog::tr("incidents")},
        {u"measurement", MergeEldersDialog::tr("measurements")},
        {u"device_loan", MergeEldersDialog::tr("loans of devices")},
    };
    for (const Family& known : families)
        if (family == known.key)
            return known.words;
    return family;
}

} // namespace

MergeEldersDialog::MergeEldersDialog(const Surroundings& around, Ledger& ledger, const ElderIndex& index,
                                     const Elder& shown, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_ledger(ledger)
    , m_index(index)
    , m_shown(shown)
    , m_search(new QLineEdit(this))
    , m_stays(new ChoiceBox(this))
    , m_preview(makeWrapped({}, TextRole::Body, this))
    , m_reason(new QLineEdit(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    const Theme& t = around.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"mergeElders"_s);
    setWindowTitle(tr("Merge two files of one person"));
    setMinimumWidth(t.px(620));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(t.px(6));
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    m_search->setPlaceholderText(tr("Name, pinyin initials, tail of ID number or phone, card"));
    m_search->setMaxLength(60);
    m_search->setText(shown.name);
    line(tr("The other file of %1").arg(shown.name), m_search, "otherFile");
    makeTable();
    column->addWidget(m_table);
    m_stays->addItem(tr("The file that was open (%1)").arg(shown.id.text()), u"shown"_s);
    m_stays->addItem(tr("The other file"), u"other"_s);
    line(tr("Which file stays"), m_stays, "stays");
    m_preview->setObjectName(u"preview"_s);
    column->addWidget(m_preview);
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("For example: entered twice, seen by her ID card"));
    line(tr("Why these are one person's files"), m_reason, "reason");
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    column->addWidget(m_message);
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    m_merge = new ActionButton(t, tr("Merge the files"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                               ActionButton::Kind::Main, this);
    m_merge->setObjectName(u"mergeNow"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_merge);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &MergeEldersDialog::find);
    connect(m_stays, &QComboBox::currentIndexChanged, this, &MergeEldersDialog::look);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, &MergeEldersDialog::mergeNow);
    find();
    m_search->setFocus();
}

void MergeEldersDialog::makeTable()
{
    m_model = new RecordTableModel<ElderHit>(
        {{tr("Name"), [](const ElderHit& e) { return e.name; }, false, false, true},
         {tr("Sex"), [](const ElderHit& e) { return choiceText(e.sex); }},
         {tr("Born"), [](const ElderHit& e) { return e.born ? e.born->toString(Qt::ISODate) : QString(); }},
         {tr("ID number"), [](const ElderHit& e) { return maskedResidentNumber(e.residentNumber); }, false, true},
         {tr("Card"), [](const ElderHit& e) { return e.cardNumber; }},
         {tr("Address"), [](const ElderHit& e) { return e.address; }, false, true, false, {}, false, true}},
        this);
    m_table = new TableView(m_around.theme, tr("Files that may be hers"), this);
    m_table->setObjectName(u"files"_s);
    m_table->setModel(m_model);
    m_table->setMinimumHeight(m_around.theme.px(150));
    m_table->setEmptyText(tr("Nobody found"), tr("Fewer letters, or the last digits of the ID number?"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MergeEldersDialog::look);
}

void MergeEldersDialog::find()
{
    std::vector<ElderHit> found;
    if (const QString wanted = m_search->text().trimmed(); !wanted.isEmpty())
        found = m_index.find(wanted, mostFilesShown);
    std::erase_if(found, [this](const ElderHit& hit) { return hit.id == m_shown.id; });
    const bool any = !found.empty();
    m_model->setRecords(std::move(found));
    m_table->fitColumns();
    if (any)
        m_table->selectRow(0);
    look();
}

Id<Elder> MergeEldersDialog::into() const
{
    return m_stays->key() == u"shown"_s ? m_shown.id : m_other;
}

Id<Elder> MergeEldersDialog::gone() const
{
    return m_stays->key() == u"shown"_s ? m_other : m_shown.id;
}

QString MergeEldersDialog::previewText(const MergedFiles& preview) const
{
    QStringList moving;
    for (const auto& [family, count] : preview.byFamily)
        moving << tr("%1: %2").arg(movingWords(family)).arg(count);
    QStringList lines;
    lines << (moving.isEmpty()
                  ? tr("File %1 has no records that would move to file %2.").arg(gone().text(), into().text())
                  : tr("From file %1 to file %2: %3.").arg(gone().text(), into().text(), moving.join(tr(", "))));
    if (preview.doubled > 0)
        lines << tr("In both files, so made void in the one that goes: %1.").arg(preview.doubled);
    if (preview.left > 0)
        lines << tr("Facts that stay in the void file, as the other one says something of those days itself: %1.")
                     .arg(preview.left);
    lines << tr("File %1 becomes void and keeps its number and history. A merge cannot be taken back by one key: the "
                "records would have to be corrected one by one.")
                 .arg(gone().text());
    return lines.join(u'\n');
}

void MergeEldersDialog::look()
{
    const ElderHit* other = m_model->record(m_table->currentIndex());
    m_other = other ? other->id : Id<Elder>();
    m_merge->setEnabled(other != nullptr);
    m_preview->clear();
    setBanner(m_message, {}, Tone::Plain);
    if (!other)
        return grow();
    const auto preview = ElderMerge(m_ledger).preview(gone(), into());
    if (preview) {
        m_preview->setText(previewText(*preview));
    } else {
        m_merge->setEnabled(false);
        setBanner(m_message, preview.error().message, Tone::Soon);
    }
    grow();
}

void MergeEldersDialog::mergeNow()
{
    const Id<Elder> stays = into();
    const Id<Elder> goes = gone();
    if (const auto done = ElderMerge(m_ledger).merge(goes, stays, m_reason->text()); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        grow();
        return;
    }
    accept();
    Q_EMIT merged(stays, goes);
}

/// Lines that break need the height once their text is known.
void MergeEldersDialog::grow()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(qMax(width(), minimumWidth()))));
}

} // namespace songhe::ui
