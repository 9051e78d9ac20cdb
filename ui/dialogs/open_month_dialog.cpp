// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/open_month_dialog.h"

#include "core/subsidies/claim_desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

OpenMonthDialog::OpenMonthDialog(const Surroundings& around, const QString& period, Open open, QWidget* parent)
    : QDialog(parent)
    , m_open(std::move(open))
    , m_reason(new QLineEdit(this))
    , m_days(new QSpinBox(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    constexpr int usualDays = 3;
    const Theme& t = around.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"openMonth"_s);
    setWindowTitle(tr("Open a closed period"));
    setMinimumWidth(t.px(480));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(t.px(6));
    column->addWidget(makeWrapped(tr("%1 is closed: its claim is signed and stays as it is. What is entered while it "
                                     "is open goes into the next claim as a late record, and the opening stands on "
                                     "this one.")
                                      .arg(period),
                                  TextRole::Muted, this));
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    m_reason->setMaxLength(500);
    m_reason->setPlaceholderText(tr("For example: the paper register of one day was found"));
    line(tr("Reason"), m_reason, "reason");
    m_days->setRange(1, ClaimDesk::mostOpenDays);
    m_days->setValue(usualDays);
    m_days->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or stepped by Up and Down
    line(tr("For how many days, today included"), m_days, "days");
    column->addWidget(m_message);
    m_message->hide();
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* save = new ActionButton(t, tr("Open the period"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                  ActionButton::Kind::Main, this);
    save->setObjectName(u"openNow"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(save);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &OpenMonthDialog::openNow);
    setMinimumHeight(layout()->totalHeightForWidth(minimumWidth()));
}

void OpenMonthDialog::openNow()
{
    if (const auto done = m_open(m_reason->text(), m_days->value()); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    accept();
}

} // namespace songhe::ui
