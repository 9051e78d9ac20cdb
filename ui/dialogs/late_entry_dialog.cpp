// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/late_entry_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

LateEntryDialog::LateEntryDialog(const Surroundings& around, const QString& what, const QStringList& others,
                                 Record record, QWidget* parent)
    : QDialog(parent)
    , m_record(std::move(record))
    , m_reason(new QLineEdit(this))
    , m_second(new ChoiceBox(this))
    , m_password(new QLineEdit(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    const Theme& t = around.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"lateEntry"_s);
    setWindowTitle(tr("A late entry"));
    setMinimumWidth(t.px(480));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(t.px(6));
    column->addWidget(makeLabel(what, TextRole::StrongName, this));
    column->addWidget(makeWrapped(tr("So many days later a meal is recorded only with its reason, and with a second "
                                     "person who has seen the paper and confirms it by her own password. Both stand on "
                                     "the record, and the check before signing shows it."),
                                  TextRole::Muted, this));
    const auto line = [&](const QString& label, QWidget* editor, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, this));
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(label);
        column->addWidget(editor);
    };
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("For example: the network was down, written on paper"));
    line(tr("Reason"), m_reason, "lateReason");
    for (const QString& name : others)
        m_second->addItem(name, name);
    line(tr("Second person"), m_second, "second");
    m_password->setEchoMode(QLineEdit::Password);
    line(tr("Her password"), m_password, "secondPassword");
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    column->addWidget(m_message);
    auto* back = new ActionButton(t, tr("Back"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    auto* save = new ActionButton(t, tr("Record late"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                  ActionButton::Kind::Main, this);
    save->setObjectName(u"recordLate"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(save);
    column->addSpacing(t.px(8));
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &LateEntryDialog::recordNow);
    setMinimumHeight(layout()->totalHeightForWidth(minimumWidth()));
    m_reason->setFocus();
}

void LateEntryDialog::recordNow()
{
    const auto done = m_record(m_reason->text(), m_second->key(), SecureBytes(m_password->text().toUtf8()));
    m_password->clear();
    if (done)
        return accept();
    setBanner(m_message, done.error().message, Tone::Bad);
    m_password->setFocus();
    adjustSize();
}

} // namespace songhe::ui
