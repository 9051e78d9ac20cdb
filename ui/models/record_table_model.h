// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/schema.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace songhe::ui {

/// How one value of a record's field is shown in lists; figures and money go right.
[[nodiscard]] QString shownField(const FieldInfo& field, const Value& value, QDate today);

/// A column of a list: from the record's field table, or computed.
template <typename R> struct Column {
    QString title;
    std::function<QString(const R&)> text;
    bool right = false;
    bool muted = false;
    bool strong = false;
    std::function<Tone(const R&)> pill = nullptr; ///< set: the text stands in a pill of this tone
    bool key = false;                             ///< the text is a key, drawn as its cap
    bool tail = false;                            ///< the end tells more than the beginning: addresses
};

/// The field `key` of R's schema as a column: title, text and alignment follow from the field table.
template <typename R> Column<R> schemaColumn(const char* key, QDate today)
{
    const Schema<R>& schema = schemaOf<R>();
    for (const Field<R>& field : schema.fields) {
        if (QLatin1String(field.options.key) != QLatin1String(key))
            continue;
        Column<R> column;
        column.title = QCoreApplication::translate(schema.info.context, field.options.label);
        if (field.kind == FieldKind::Area)
            column.title = QCoreApplication::translate("songhe::ui::FormBase", "%1 (m²)").arg(column.title);
        column.text = [&field, today](const R& record) { return shownField(field, field.read(record), today); };
        column.right
            = field.kind == FieldKind::Money || field.kind == FieldKind::Integer || field.kind == FieldKind::Area;
        return column;
    }
    Q_ASSERT_X(false, "schemaColumn", key);
    return {};
}

/// Shows any record in a table. Give it all records at once; it keeps a copy.
template <typename R> class RecordTableModel : public QAbstractTableModel {
public:
    explicit RecordTableModel(std::vector<Column<R>> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    { }

    void setRecords(std::vector<R> records)
    {
        beginResetModel();
        m_records = std::move(records);
        endResetModel();
    }
    /// Adds more at the end; what is chosen and where one has scrolled to stay.
    void append(std::vector<R> records)
    {
        if (records.empty())
            return;
        const int first = int(m_records.size());
        beginInsertRows({}, first, first + int(records.size()) - 1);
        m_records.insert(m_records.end(), std::make_move_iterator(records.begin()),
                         std::make_move_iterator(records.end()));
        endInsertRows();
    }
    [[nodiscard]] const std::vector<R>& records() const { return m_records; }
    /// nullptr where the index is none of ours.
    [[nodiscard]] const R* record(const QModelIndex& index) const
    {
        return index.isValid() && std::size_t(index.row()) < m_records.size() ? &m_records[std::size_t(index.row())]
                                                                              : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const R* found = record(index);
        if (!found)
            return {};
        const Column<R>& column = m_columns[std::size_t(index.column())];
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return column.text(*found);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft));
        case PillRole:
            return column.pill ? QVariant(int(column.pill(*found))) : QVariant();
        case MutedRole:
            return column.muted;
        case StrongRole:
            return column.strong;
        case KeyRole:
            return column.key;
        case TailRole:
            return column.tail;
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || std::size_t(section) >= m_columns.size())
            return {};
        const Column<R>& column = m_columns[std::size_t(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft));
        return {};
    }

private:
    std::vector<Column<R>> m_columns;
    std::vector<R> m_records;
};

/// Shows other records and stays on the one that was chosen, known again by `key(record)`; where it is gone, the one
/// that stands in its line now is chosen.
template <typename R, typename Key>
void showRecords(RecordTableModel<R>& model, TableView& table, std::vector<R> records, Key key)
{
    const R* chosen = model.record(table.currentIndex());
    const auto before = chosen ? std::optional(key(*chosen)) : std::nullopt;
    int row = std::min(std::max(0, table.currentIndex().row()), int(records.size()) - 1);
    for (std::size_t i = 0; before && i < records.size(); ++i)
        if (key(records[i]) == *before)
            row = int(i);
    model.setRecords(std::move(records));
    table.fitColumns();
    if (row >= 0)
        table.setCurrentIndex(model.index(row, 0));
}

} // namespace songhe::ui
