// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/steps_view.h"

#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

StepsView::StepsView(const Surroundings& around, const QString& title, const QStringList& steps, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_title(makeLabel(title, TextRole::Title, this))
    , m_steps(new StepBar(around.theme, steps, this))
    , m_parts(new QStackedWidget(this))
    , m_message(makeBanner(this))
    , m_back(new ActionButton(around.theme, tr("Back"), {}, ActionButton::Kind::Plain, this))
    , m_next(new ActionButton(around.theme, tr("Next"), {}, ActionButton::Kind::Main, this))
    , m_head(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"plain"_s);
    setAttribute(Qt::WA_StyledBackground);
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(40), t.px(28), t.px(40), t.px(28));
    column->setSpacing(t.px(14));
    m_head->setSpacing(t.px(12));
    auto* mark = new QLabel(this);
    mark->setPixmap(brandMark(t, t.px(36)));
    m_head->addWidget(mark);
    m_head->addWidget(m_title, 1);
    column->addLayout(m_head);
    column->addWidget(m_steps);
    auto* card = new Card(t, this);
    card->body()->addWidget(m_parts);
    card->body()->addStretch();
    // With large letters the step scrolls; what is wrong and the way on stay in sight.
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(title);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields and buttons are where the keyboard stops
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    column->addWidget(scroll, 1);
    column->addWidget(m_message);
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    m_buttons->addWidget(m_back);
    m_buttons->addStretch();
    m_buttons->addWidget(m_next);
    column->addLayout(m_buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { back(); });
    connect(m_next, &QPushButton::clicked, this, [this] { next(); });
}

void StepsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (QWidget* first = focusProxy())
        first->setFocus();
}

QWidget* StepsView::addPart(int spacing)
{
    auto* part = new QWidget(m_parts);
    auto* column = new QVBoxLayout(part);
    column->setSpacing(m_around.theme.px(spacing));
    m_parts->addWidget(part);
    return part;
}

QVBoxLayout* StepsView::columnOf(QWidget* part)
{
    return static_cast<QVBoxLayout*>(part->layout());
}

QLineEdit* StepsView::field(QWidget* part, const QString& label, const QString& hint, const char* name)
{
    auto* edit = new QLineEdit(part);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    QVBoxLayout* column = columnOf(part);
    column->addWidget(makeLabel(label, TextRole::Strong, part));
    if (!hint.isEmpty())
        column->addWidget(makeWrapped(hint, TextRole::Muted, part));
    column->addWidget(edit);
    connect(edit, &QLineEdit::returnPressed, this, [this] { next(); });
    return edit;
}

ActionButton* StepsView::headButton(const QString& text, const char* name)
{
    auto* button = new ActionButton(m_around.theme, text, {}, ActionButton::Kind::Plain, this);
    button->setObjectName(QString::fromLatin1(name));
    m_head->addWidget(button);
    return button;
}

ActionButton* StepsView::sideButton(const QString& text, const char* name)
{
    auto* button = new ActionButton(m_around.theme, text, {}, ActionButton::Kind::Plain, this);
    button->setObjectName(QString::fromLatin1(name));
    m_buttons->insertWidget(1, button);
    return button;
}

int StepsView::part() const
{
    return m_parts->currentIndex();
}

void StepsView::showPart(int part, QWidget* first)
{
    m_parts->setCurrentIndex(part);
    // A step is as high as its own fields, not as those of the highest one.
    for (int i = 0; i < m_parts->count(); ++i)
        m_parts->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == part ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    // From the fields on to the way back, what stands beside it, the way on, and then what stands above.
    QWidget* last = first;
    for (QWidget* widget : m_parts->currentWidget()->findChildren<QWidget*>())
        if ((widget->focusPolicy() & Qt::TabFocus) != 0)
            last = widget;
    QList<QWidget*> after;
    for (QHBoxLayout* row : {m_buttons, m_head})
        for (int i = 0; i < row->count(); ++i)
            if (auto* button = qobject_cast<ActionButton*>(row->itemAt(i)->widget()))
                after << button;
    for (QWidget* button : std::as_const(after)) {
        if (last != button)
            setTabOrder(last, button);
        last = button;
    }
    setFocusProxy(first);
    first->setFocus();
}

void StepsView::setTitle(const QString& title)
{
    m_title->setText(title);
}

void StepsView::setWords(ActionButton* button, const QString& text)
{
    button->setText(text);
    button->setAccessibleName(text);
    button->updateGeometry();
}

void StepsView::say(const QString& text, Tone tone)
{
    setBanner(m_message, text, tone);
}

} // namespace songhe::ui
