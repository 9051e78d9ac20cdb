// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of the tables of annex A: one for each kind of field.
#include "ui/forms/assessment_tables_form.h"
#include "ui/widgets/check_line.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableWidget>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int mostRows = 60; ///< of a table of medicines
constexpr int boxesSideBySide = 2;

QString noProblem()
{
    return {};
}

QJsonValue rowsOf(const QTableWidget& table, const std::vector<NamedWords>& columns)
{
    QJsonArray rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        QJsonObject cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            const QTableWidgetItem* cell = table.item(row, column);
            if (const QString text = cell ? cell->text().trimmed() : QString(); !text.isEmpty())
                cells.insert(columns[std::size_t(column)].key, text);
        }
        if (!cells.isEmpty())
            rows.append(cells);
    }
    return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows);
}

/// One empty row stands below the filled ones, for the next.
void showRows(QTableWidget& table, const std::vector<NamedWords>& columns, const QJsonArray& rows)
{
    table.setRowCount(int(qMin<qsizetype>(rows.size() + 1, mostRows)));
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < table.columnCount(); ++column) {
            const QString text = rows.at(row).toObject().value(columns[std::size_t(column)].key).toString();
            if (!table.item(row, column))
                table.setItem(row, column, new QTableWidgetItem);
            table.item(row, column)->setText(text);
        }
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height()
                         + table.rowCount() * table.verticalHeader()->defaultSectionSize() + 4);
}

} // namespace

QWidget* AssessmentTablesForm::makeText(const ScaleField& field)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(200);
    edit->setReadOnly(m_shown.readOnly);
    connect(edit, &QLineEdit::editingFinished, this, &AssessmentTablesForm::tell);
    m_lines.push_back({field.key,
                       [edit] {
                           const QString text = edit->text().trimmed();
                           return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
                       },
                       [edit](const QJsonValue& value) {
                           if (!edit->hasFocus())
                               edit->setText(value.toString());
                       },
                       noProblem});
    return edit;
}

QWidget* AssessmentTablesForm::makeNumber(const ScaleField& field)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(6);
    edit->setFixedWidth(m_theme.px(110));
    edit->setReadOnly(m_shown.readOnly);
    connect(edit, &QLineEdit::editingFinished, this, &AssessmentTablesForm::tell);
    const auto read = [edit]() -> QJsonValue {
        bool number = false;
        const double value = edit->text().trimmed().toDouble(&number);
        return number ? QJsonValue(value) : QJsonValue(QJsonValue::Undefined);
    };
    m_lines.push_back(
        {field.key, read,
         [edit](const QJsonValue& value) {
             if (!edit->hasFocus())
                 edit->setText(value.isDouble() ? QString::number(value.toDouble()) : QString());
         },
         [edit, read, least = field.least, most = field.most, title = field.title] {
             const QString text = edit->text().trimmed();
             const double value = read().toDouble(least - 1);
             const bool right = text.isEmpty() || (least <= value && value <= most);
             setStyled(edit, "wrong", !right);
             return right ? QString()
                          : tr("%1: '%2' is not a number from %3 to %4.").arg(title.text(), text).arg(least).arg(most);
         }});
    return edit;
}

QWidget* AssessmentTablesForm::makeChoice(const ScaleField& field)
{
    auto* box = new ChoiceBox(this);
    box->addItem(QString(), QString());
    for (const ScaleField::Option& option : field.options)
        box->addItem(option.words.text(), option.key);
    box->setEnabled(!m_shown.readOnly);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::activated, this, &AssessmentTablesForm::tell);
    m_lines.push_back(
        {field.key, [box] { return box->key().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(box->key()); },
         [box](const QJsonValue& value) { box->setKey(value.toString()); }, noProblem});
    return box;
}

QWidget* AssessmentTablesForm::makeMulti(const ScaleField& field)
{
    auto* group = new QWidget(this);
    auto* grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->setHorizontalSpacing(m_theme.px(12));
    std::vector<std::pair<QString, CheckLine*>> boxes;
    const int across = m_theme.folded() ? 1 : boxesSideBySide;
    for (const ScaleField::Option& option : field.options) {
        auto* box = new CheckLine(m_theme, option.words.text(), u"table_%1_%2"_s.arg(field.key, option.key), group);
        box->setEnabled(!m_shown.readOnly);
        connect(box, &CheckLine::toggled, this, &AssessmentTablesForm::tell);
        grid->addWidget(box, int(boxes.size()) / across, int(boxes.size()) % across);
        boxes.emplace_back(option.key, box);
    }
    m_lines.push_back({field.key,
                       [boxes] {
                           QJsonArray chosen;
                           for (const auto& [key, box] : boxes)
                               if (box->isChecked())
                                   chosen.append(key);
                           return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
                       },
                       [boxes](const QJsonValue& value) {
                           for (const auto& [key, box] : boxes)
                               box->setChecked(value.toArray().contains(key));
                       },
                       noProblem});
    return group;
}

QWidget* AssessmentTablesForm::makeRows(const ScaleField& field)
{
    auto* table = new QTableWidget(0, int(field.columns.size()), this);
    QStringList titles;
    for (const NamedWords& column : field.columns)
        titles << column.title.text();
    table->setHorizontalHeaderLabels(titles);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(m_theme.px(36));
    table->setEditTriggers(m_shown.readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::AllEditTriggers);
    table->setTabKeyNavigation(true);
    connect(table, &QTableWidget::cellChanged, this, &AssessmentTablesForm::tell);
    m_lines.push_back({field.key, [table, columns = field.columns] { return rowsOf(*table, columns); },
                       [table, columns = field.columns](const QJsonValue& value) {
                           // Also while a row is being filled: an empty one follows it.
                           if (rowsOf(*table, columns).toArray() != value.toArray()
                               || table->rowCount() < value.toArray().size() + 1)
                               showRows(*table, columns, value.toArray());
                       },
                       noProblem});
    return table;
}

} // namespace songhe::ui
