// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

namespace songhe::ui {

class EmptyState;

/// What models tell beside Qt's roles.
enum ItemRole {
    PillRole = Qt::UserRole + 1, ///< int(Tone): draw the text as a pill
    MutedRole,                   ///< bool: grey
    StrongRole,                  ///< bool
    KeyRole,                     ///< bool: draw the text as a key cap
    TailRole,                    ///< bool: where there is no room the beginning goes, not the end
};

/// Draws every table cell: padding, thin row lines, pills, greys.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

/// A table as in the drawings: rows chosen whole, no grid, what belongs here said where there is nothing.
/// Enter or a double click opens a row. Who comes in with Tab stands on a chosen row.
class TableView : public QTableView {
    Q_OBJECT

public:
    TableView(const Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);

    /// Columns are as wide as their words; the last one takes the rest. Call it after `setModel`.
    void fitColumns();
    /// This column takes the rest instead of the last one.
    void setStretchColumn(int column) { m_stretch = column; }
    void setEmptyText(const QString& what, const QString& how);

Q_SIGNALS:
    void opened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showEmpty();

    const Theme& m_theme;
    EmptyState* m_empty;
    int m_stretch = -1;
};

} // namespace songhe::ui
