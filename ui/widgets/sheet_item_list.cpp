// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_item_list.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

enum SheetItemRole { SheetCode = Qt::UserRole + 1, SheetScoreText, SheetPartOf, SheetItemIndex };
constexpr int groupHeading = -1;

/// Code, title and score on one line; a group's heading alone and strong.
class SheetLineDelegate : public QStyledItemDelegate {
public:
    SheetLineDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {m_theme.px(100), m_theme.px(index.data(SheetItemIndex).toInt() == groupHeading ? 26 : 23)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = m_theme.tokens();
        const bool heading = index.data(SheetItemIndex).toInt() == groupHeading;
        const bool current = option.state & QStyle::State_Selected;
        const QString score = index.data(SheetScoreText).toString();
        painter->save();
        if (current) {
            painter->fillRect(option.rect, t.palePine);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(m_theme.px(3), option.rect.height())), t.pine);
        }
        QRect box = option.rect.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
        painter->setFont(m_theme.font(Type::Small, heading || current));
        const int room = painter->fontMetrics().horizontalAdvance(u"00"_s) + m_theme.px(8);
        painter->setPen(score.isEmpty() || score == u"·"_s ? t.mutedInk : t.pine);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, score);
        box.setRight(box.right() - room);
        const QString code = index.data(SheetCode).toString();
        if (!code.isEmpty()) {
            painter->setPen(t.mutedInk);
            painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, code);
            box.setLeft(box.left() + painter->fontMetrics().horizontalAdvance(u"B.1.10 "_s) + m_theme.px(2));
        }
        painter->setPen(t.ink);
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, box.width()));
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

SheetItemList::SheetItemList(const Theme& theme, QWidget* parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"items"_s);
    setAccessibleName(tr("Items of the sheet"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new SheetLineDelegate(theme, this));
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem* line) {
        const int item = line->data(SheetItemIndex).toInt();
        const auto part = SheetPart(line->data(SheetPartOf).toInt());
        if (part != SheetPart::Items || item != groupHeading)
            Q_EMIT wanted(part, qMax(item, 0));
    });
}

void SheetItemList::add(const QString& code, const QString& title, SheetPart part, int item)
{
    auto* line = new QListWidgetItem(title, this);
    line->setData(SheetCode, code);
    line->setData(SheetPartOf, int(part));
    line->setData(SheetItemIndex, item);
    line->setToolTip(code.isEmpty() ? title : code + u' ' + title);
    if (part == SheetPart::Items && item == groupHeading)
        line->setFlags(Qt::ItemIsEnabled);
}

void SheetItemList::setScale(const Scale& scale, bool withTables)
{
    clear();
    for (const ScaleGroup& group : scale.groups) {
        add({}, group.code + u' ' + group.title.text(), SheetPart::Items, groupHeading);
        for (int i = group.first; i < group.first + group.count; ++i)
            add(scale.items[std::size_t(i)].code, scale.items[std::size_t(i)].title.text(), SheetPart::Items, i);
    }
    add({}, tr("Events and diagnoses"), SheetPart::Risks, groupHeading);
    if (withTables)
        add({}, tr("Tables and signatures"), SheetPart::Tables, groupHeading);
}

void SheetItemList::showScores(const AnswerSheet& sheet)
{
    for (int row = 0; row < count(); ++row) {
        const int item = this->item(row)->data(SheetItemIndex).toInt();
        if (item != groupHeading)
            this->item(row)->setData(SheetScoreText,
                                     sheet.isAnswered(item) ? QString::number(sheet.score(item)) : u"·"_s);
    }
}

void SheetItemList::mark(SheetPart part, int item)
{
    for (int row = 0; row < count(); ++row) {
        const QListWidgetItem* line = this->item(row);
        if (SheetPart(line->data(SheetPartOf).toInt()) != part)
            continue;
        if (part == SheetPart::Items && line->data(SheetItemIndex).toInt() != item)
            continue;
        setCurrentRow(row);
        scrollToItem(line);
        return;
    }
}

} // namespace songhe::ui
