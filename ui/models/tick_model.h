// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"

namespace songhe::ui {

/// A list with a box to tick in front of each row. The first column is the box's and has no words of its own.
template <typename R> class TickModel : public RecordTableModel<R> {
public:
    /// `ticked` and `notTicked`: what a screen reader says.
    TickModel(std::vector<Column<R>> columns, QString ticked, QString notTicked, QObject* parent = nullptr)
        : RecordTableModel<R>(std::move(columns), parent)
        , m_words {std::move(notTicked), std::move(ticked)}
    { }

    void setRecords(std::vector<R> records)
    {
        m_ticked.assign(records.size(), false);
        RecordTableModel<R>::setRecords(std::move(records));
    }
    [[nodiscard]] bool isTicked(int row) const { return m_ticked[std::size_t(row)]; }
    void toggle(int row)
    {
        if (row < 0 || std::size_t(row) >= m_ticked.size())
            return;
        m_ticked[std::size_t(row)] = !m_ticked[std::size_t(row)];
        const QModelIndex box = this->index(row, 0);
        Q_EMIT this->dataChanged(box, box);
    }
    /// In the order of the list.
    [[nodiscard]] std::vector<R> ticked() const
    {
        std::vector<R> chosen;
        for (std::size_t row = 0; row < m_ticked.size(); ++row)
            if (m_ticked[row])
                chosen.push_back(this->records()[row]);
        return chosen;
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (index.column() == 0 && this->record(index)) {
            if (role == Qt::CheckStateRole)
                return int(isTicked(index.row()) ? Qt::Checked : Qt::Unchecked);
            if (role == Qt::AccessibleTextRole)
                return m_words[isTicked(index.row()) ? 1 : 0];
        }
        return RecordTableModel<R>::data(index, role);
    }

private:
    QString m_words[2];
    std::vector<bool> m_ticked;
};

} // namespace songhe::ui
