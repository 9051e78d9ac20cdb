// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_item_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/option_row.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

SheetItemView::SheetItemView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(makeWrapped({}, TextRole::Muted, this))
    , m_title(makeWrapped({}, TextRole::Title, this))
    , m_note(makeWrapped({}, TextRole::Muted, this))
    , m_test(makeWrapped({}, TextRole::Body, this))
    , m_hint(makeWrapped({}, TextRole::Body, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"item"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    column->setSpacing(theme.px(8));
    m_title->setObjectName(u"itemTitle"_s);
    m_hint->setObjectName(u"itemHint"_s);
    column->addWidget(m_group);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_test);
    m_rows->setSpacing(theme.px(6));
    column->addLayout(m_rows);
    column->addWidget(m_hint);
    column->addStretch();
    column->addWidget(makeWrapped(tr("↑ ↓ walk · Backspace takes an answer back · Home End first and last"),
                                  TextRole::MutedSmall, this));
}

void SheetItemView::showItem(const AnswerSheet& sheet, int item)
{
    const Scale& scale = sheet.scale();
    m_item = &scale.items[std::size_t(item)];
    for (const ScaleGroup& group : scale.groups)
        if (group.first <= item && item < group.first + group.count)
            m_group->setText(
                tr("%1 %2 · item %3 of %4").arg(group.code, group.title.text()).arg(item + 1).arg(scale.items.size()));
    m_title->setText(m_item->code + u"  "_s + m_item->title.text());
    m_note->setText(m_item->note ? m_item->note->text() : QString());
    m_note->setVisible(m_item->note.has_value());
    setBanner(m_test, m_item->test ? tr("How to try it: %1").arg(m_item->test->text()) : QString(), Tone::Plain);
    while (QLayoutItem* old = m_rows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    QStringList spoken;
    const int chosenOption = sheet.chosen(item);
    for (int i = 0; i < int(m_item->options.size()); ++i) {
        auto* row = new OptionRow(m_theme, m_item->options[std::size_t(i)], i == chosenOption, this);
        row->setObjectName(u"option%1"_s.arg(i));
        row->setEnabled(!m_readOnly);
        // Queued: the rows are made anew when the next item shows.
        connect(
            row, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); }, Qt::QueuedConnection);
        m_rows->addWidget(row);
        spoken << row->accessibleName();
    }
    setAccessibleName(m_title->text());
    setAccessibleDescription(spoken.join(u"; "_s));
}

void SheetItemView::setHint(const QString& hint)
{
    setBanner(m_hint, hint, Tone::Good);
}

bool SheetItemView::walk(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        Q_EMIT stepped(-1);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Right:
        Q_EMIT stepped(1);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT jumped(key == Qt::Key_End);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT goOn();
        return true;
    default:
        return false;
    }
}

void SheetItemView::press(const QString& typed)
{
    for (int i = 0; m_item && i < int(m_item->options.size()); ++i)
        if (typed == QString(m_item->options[std::size_t(i)].press)) {
            Q_EMIT chosen(i);
            return;
        }
}

void SheetItemView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (walk(event->key()))
        return;
    const bool printable = !event->text().isEmpty() && event->text().front().isPrint();
    if (event->key() != Qt::Key_Backspace && !printable) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->isAutoRepeat() || m_readOnly)
        return;
    if (event->key() == Qt::Key_Backspace)
        Q_EMIT takenBack();
    else
        press(event->text());
}

/// A green line at the left says that the keys go here.
void SheetItemView::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, m_theme.px(8), m_theme.px(3), height() - m_theme.px(16)), m_theme.tokens().pine);
}

void SheetItemView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SheetItemView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace songhe::ui
