// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/delivery_dialog.h"

#include "ui/models/record_table_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

/// The lines with a tick in front.
class DeliveryModel : public RecordTableModel<DeliveryDialog::Line> {
    using Line = DeliveryDialog::Line;

public:
    DeliveryModel(std::vector<Column<Line>> columns, QObject* parent)
        : RecordTableModel(std::move(columns), parent)
    { }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Line* line = record(index);
        if (line && index.column() == 0 && line->possible) {
            if (role == Qt::CheckStateRole)
                return int(line->ticked ? Qt::Checked : Qt::Unchecked);
            if (role == Qt::AccessibleTextRole)
                return line->ticked ? DeliveryDialog::tr("ticked") : DeliveryDialog::tr("not ticked");
        }
        return RecordTableModel::data(index, role);
    }

    template <typename Change> void change(Change&& alter)
    {
        std::vector<Line> lines = records();
        for (Line& line : lines)
            if (line.possible)
                alter(line);
        setRecords(std::move(lines));
    }
};

DeliveryDialog::DeliveryDialog(const Surroundings& around, const QString& what, std::vector<Line> lines, Record record,
                               QWidget* parent)
    : QDialog(parent)
    , m_record(std::move(record))
    , m_model(new DeliveryModel(
          {{{}, [](const Line&) { return QString(); }},
           {tr("Name"), [](const Line& line) { return line.name; }, false, false, true},
           {tr("Address"), [](const Line& line) { return line.address; }, false, false, false, {}, false, true},
           {tr("Brought"), [](const Line& line) { return line.often; }, false, true},
           {tr("Subsidy"), [](const Line& line) { return line.state; }, false, false, false,
            [](const Line& line) { return line.tone; }}},
          this))
    , m_table(new TableView(around.theme, tr("Those to whom meals are brought"), this))
    , m_counts(makeLabel({}, TextRole::Body, this))
    , m_message(makeWrapped({}, TextRole::Body, this))
    , m_all(new ActionButton(around.theme, tr("All or none"), QKeySequence(Qt::CTRL | Qt::Key_A),
                             ActionButton::Kind::Plain, this))
    , m_save(new ActionButton(around.theme, tr("Record the deliveries"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                              ActionButton::Kind::Main, this))
{
    const Theme& t = around.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"deliveries"_s);
    setWindowTitle(tr("Batch delivery"));
    resize(t.px(800), t.px(520));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    column->setSpacing(t.px(12));
    column->addWidget(makeLabel(what, TextRole::StrongName, this));
    column->addWidget(makeWrapped(tr("Those to whom this sitting was brought in the last 14 days. Take out with Space "
                                     "who gets none today; all others are recorded together."),
                                  TextRole::Muted, this));
    m_table->setObjectName(u"deliveryLines"_s);
    m_table->setModel(m_model);
    m_table->setStretchColumn(2);
    m_table->setEmptyText(tr("Nobody got this sitting brought in the last 14 days"),
                          tr("Record the first delivery at the desk with Alt+2; she stands here tomorrow."));
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    m_message->hide();
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    m_all->setObjectName(u"all"_s);
    m_save->setObjectName(u"record"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(t.px(8));
    buttons->addWidget(m_all);
    buttons->addWidget(m_counts, 1);
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false); // Enter in the list is no press of a button

    m_model->setRecords(std::move(lines));
    m_table->fitColumns();
    m_table->selectRow(0);
    m_table->setFocus();
    connect(m_table, &QTableView::clicked, this, &DeliveryDialog::toggle);
    connect(m_all, &QPushButton::clicked, this, &DeliveryDialog::toggleAll);
    connect(m_save, &QPushButton::clicked, this, &DeliveryDialog::record);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    count();
}

bool DeliveryDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggle(m_table->currentIndex());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void DeliveryDialog::toggle(const QModelIndex& index)
{
    const Line* chosen = m_model->record(index);
    if (!chosen)
        return;
    const int row = index.row();
    const Id<Elder> elder = chosen->elder;
    m_model->change([&](Line& line) { line.ticked = line.elder == elder ? !line.ticked : line.ticked; });
    m_table->selectRow(row);
    count();
}

void DeliveryDialog::toggleAll()
{
    const bool all = std::all_of(m_model->records().begin(), m_model->records().end(),
                                 [](const Line& line) { return !line.possible || line.ticked; });
    m_model->change([&](Line& line) { line.ticked = !all; });
    m_table->selectRow(0);
    count();
}

void DeliveryDialog::count()
{
    const auto ticked = std::count_if(m_model->records().begin(), m_model->records().end(),
                                      [](const Line& line) { return line.possible && line.ticked; });
    m_counts->setText(tr("%1 of %2 ticked").arg(ticked).arg(m_model->rowCount()));
    m_save->setEnabled(ticked > 0);
    m_all->setEnabled(m_model->rowCount() > 0);
}

void DeliveryDialog::record()
{
    std::vector<Id<Elder>> elders;
    for (const Line& line : m_model->records())
        if (line.possible && line.ticked)
            elders.push_back(line.elder);
    if (const auto done = m_record(elders); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    accept();
}

} // namespace songhe::ui
