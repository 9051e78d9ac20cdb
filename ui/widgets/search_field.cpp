// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/widgets/buttons.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

SearchField::SearchField(const Theme& theme, Finder finder, const QString& keys, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_finder(std::move(finder))
    , m_keys(keys)
    , m_popup(new QFrame(window()))
    , m_list(new QListWidget(m_popup))
{
    setMaxLength(60);
    setTextMargins(0, 0, keyHintSize(theme, keys).width() + theme.px(8), 0);
    m_popup->setObjectName(u"popup"_s);
    m_popup->hide();
    m_list->setObjectName(u"found"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* box = new QVBoxLayout(m_popup);
    box->setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4));
    box->addWidget(m_list);
    connect(this, &QLineEdit::textEdited, this, &SearchField::look);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

SearchField::~SearchField() = default;

void SearchField::look()
{
    const QString wanted = text().trimmed();
    m_found = wanted.isEmpty() ? std::vector<Found>() : m_finder(wanted);
    m_list->clear();
    for (const Found& found : m_found) {
        auto* item
            = new QListWidgetItem(found.detail.isEmpty() ? found.title : u"%1    %2"_s.arg(found.title, found.detail));
        item->setSizeHint({0, std::max(m_theme.px(34), fontMetrics().height() + m_theme.px(12))});
        m_list->addItem(item);
    }
    if (!wanted.isEmpty() && m_found.empty()) {
        auto* none = new QListWidgetItem(tr("Nothing found. Try fewer letters, or the last digits of a number."));
        none->setFlags(Qt::NoItemFlags);
        none->setSizeHint({0, std::max(m_theme.px(34), fontMetrics().height() + m_theme.px(12))});
        m_list->addItem(none);
    }
    if (!m_found.empty())
        m_list->setCurrentRow(0);
    placePopup();
}

void SearchField::placePopup()
{
    if (m_list->count() == 0) {
        m_popup->hide();
        return;
    }
    if (m_popup->parentWidget() != window())
        m_popup->setParent(window());
    const int rows = std::min(9, m_list->count());
    const int tall = rows * m_list->sizeHintForRow(0) + m_theme.px(14);
    const QPoint below = mapTo(window(), QPoint(0, height() + m_theme.px(4)));
    m_popup->setGeometry(below.x(), below.y(), std::max(width(), m_theme.px(380)), tall);
    m_popup->show();
    m_popup->raise();
}

void SearchField::choose(int row)
{
    if (row < 0 || std::size_t(row) >= m_found.size())
        return;
    const Found found = m_found[std::size_t(row)];
    clear();
    look();
    Q_EMIT chosen(found);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        if (!m_found.empty())
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, int(m_found.size()) - 1));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            look();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    m_popup->hide();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_keys.isEmpty())
        return;
    QPainter painter(this);
    const QSize cap = keyHintSize(m_theme, m_keys);
    const Tokens& t = m_theme.tokens();
    paintKeyHint(painter, m_theme, QRect(width() - cap.width() - m_theme.px(12), 0, cap.width(), height()), m_keys,
                 t.mutedInk, t.surface, t.line);
}

} // namespace songhe::ui
