// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_view.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

namespace songhe::ui {

namespace {

/// A box with or without a tick at the left of `inner`.
void paintTick(QPainter& painter, const Theme& theme, const QRect& inner, bool ticked)
{
    const Tokens& t = theme.tokens();
    const int side = theme.px(16);
    const QRectF box(inner.left() + 0.5, inner.center().y() - side / 2 + 0.5, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ticked ? t.pine : t.mutedInk, 1));
    painter.setBrush(ticked ? t.pine : t.surface);
    painter.drawRoundedRect(box, theme.px(3), theme.px(3));
    if (!ticked)
        return;
    painter.setPen(QPen(t.surface, theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF({box.topLeft() + QPointF(side * 0.24, side * 0.52), box.topLeft() + QPointF(side * 0.43, side * 0.70),
                   box.topLeft() + QPointF(side * 0.76, side * 0.30)}));
}

} // namespace

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = m_theme.tokens();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.palePine);
    painter->setPen(QPen(t.softLine, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const int padding = m_theme.px(12);
    const QRect inner = option.rect.adjusted(padding, 0, -padding, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant pill = index.data(PillRole);
    if (index.data(KeyRole).toBool()) {
        const QRect box(inner.left(), inner.top(), keyHintSize(m_theme, text).width(), inner.height());
        paintKeyHint(*painter, m_theme, box, text, t.mutedInk, t.surface, t.line);
    } else if (const QVariant check = index.data(Qt::CheckStateRole); check.isValid()) {
        paintTick(*painter, m_theme, inner, check.toInt() == Qt::Checked);
    } else if (pill.isValid() && !text.isEmpty()) {
        QRect box(inner.topLeft(), pillSize(m_theme, text).boundedTo(QSize(inner.width(), inner.height())));
        box.moveTop(inner.center().y() - box.height() / 2);
        paintPill(*painter, m_theme, box, text, Tone(pill.toInt()));
    } else {
        painter->setFont(m_theme.font(Type::Body, index.data(StrongRole).toBool()));
        painter->setPen(index.data(MutedRole).toBool() ? t.mutedInk : t.ink);
        const QVariant aligned = index.data(Qt::TextAlignmentRole);
        const int alignment = aligned.isValid() ? aligned.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(
            inner, alignment,
            QFontMetrics(painter->font())
                .elidedText(text, index.data(TailRole).toBool() ? Qt::ElideLeft : Qt::ElideRight, inner.width()));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics(m_theme.font(Type::Body, index.data(StrongRole).toBool()));
    const int words
        = index.data(PillRole).isValid() ? pillSize(m_theme, text).width() : metrics.horizontalAdvance(text);
    return {words + m_theme.px(26), std::max(m_theme.px(36), metrics.height() + m_theme.px(12))};
}

TableView::TableView(const Theme& theme, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_empty(new EmptyState(theme, {}, {}, viewport()))
{
    setAccessibleName(accessibleName);
    setItemDelegate(new CellDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    const int row = std::max(theme.px(36), QFontMetrics(theme.font()).height() + theme.px(12));
    verticalHeader()->setDefaultSectionSize(row);
    verticalHeader()->setMinimumSectionSize(row);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->hide();
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

void TableView::fitColumns()
{
    if (!model())
        return;
    const QFontMetrics heading(m_theme.font());
    const int columns = model()->columnCount();
    const int stretch = m_stretch >= 0 && m_stretch < columns ? m_stretch : columns - 1;
    horizontalHeader()->setStretchLastSection(stretch == columns - 1);
    for (int column = 0; column < columns; ++column) {
        if (column == stretch) {
            if (column != columns - 1)
                horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        int width = heading.horizontalAdvance(title) + m_theme.px(28);
        const int looked = std::min(60, model()->rowCount());
        for (int row = 0; row < looked; ++row)
            width = std::max(width, itemDelegate()->sizeHint({}, model()->index(row, column)).width());
        setColumnWidth(column, std::min(width, m_theme.px(320)));
    }
    showEmpty();
}

void TableView::setEmptyText(const QString& what, const QString& how)
{
    m_empty->setText(what, how);
    showEmpty();
}

void TableView::showEmpty()
{
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(!model() || model()->rowCount() == 0);
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

/// Qt makes the first row the current one without choosing it: what the keys act on must be seen.
void TableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && selectionModel() && !selectionModel()->hasSelection() && currentIndex().isValid())
        selectRow(currentIndex().row());
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace songhe::ui
