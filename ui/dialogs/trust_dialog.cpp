// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trust_dialog.h"

#include "core/exchange/minisign.h"
#include "core/exchange/sealing.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

TrustDialog::TrustDialog(const Surroundings& around, QWidget* parent)
    : QDialog(parent)
    , m_around(around)
    , m_code(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_short(makeLabel({}, TextRole::Figure, this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setObjectName(u"trust"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A centre whose packages are taken"));
    const Theme& t = around.theme;
    resize(t.px(620), t.px(400));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(20), t.px(20), t.px(20), t.px(20));
    column->setSpacing(t.px(8));
    column->addWidget(makeLabel(tr("Code of the centre"), TextRole::Strong, this));
    m_code->setObjectName(u"code"_s);
    m_code->setAccessibleName(tr("Code of the centre"));
    m_code->setMaxLength(40);
    m_code->setMaximumWidth(t.px(220));
    column->addWidget(m_code);
    column->addSpacing(t.px(8));
    column->addWidget(makeLabel(tr("Its signature key (RW…)"), TextRole::Strong, this));
    column->addWidget(
        makeWrapped(tr("As the centre reported it in writing; it stands on its hand-over sheets and on the "
                       "paper with its recovery key."),
                    TextRole::Muted, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(8));
    m_key->setObjectName(u"key"_s);
    m_key->setAccessibleName(tr("Its signature key (RW…)"));
    m_key->setMaxLength(500);
    row->addWidget(m_key, 1);
    auto* file
        = new ActionButton(t, tr("From a file…"), QKeySequence(Qt::CTRL | Qt::Key_O), ActionButton::Kind::Plain, this);
    file->setObjectName(u"keyFile"_s);
    connect(file, &QPushButton::clicked, this, &TrustDialog::readFile);
    row->addWidget(file);
    column->addLayout(row);
    column->addSpacing(t.px(8));
    column->addWidget(makeWrapped(tr("Call the centre and compare this code with the one on its package page:"),
                                  TextRole::Body, this));
    m_short->setObjectName(u"shortCode"_s);
    m_short->setAccessibleName(tr("Code of the key"));
    m_short->setText(u"– – –"_s);
    column->addWidget(m_short);
    column->addStretch();
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    column->addWidget(m_message);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(t.px(8));
    buttons->addStretch();
    auto* back = new ActionButton(t, tr("Back"), {}, ActionButton::Kind::Plain, this);
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(back);
    auto* save = new ActionButton(t, tr("Take this centre's packages"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                                  ActionButton::Kind::Main, this);
    save->setObjectName(u"save"_s);
    connect(save, &QPushButton::clicked, this, &TrustDialog::trust);
    buttons->addWidget(save);
    column->addLayout(buttons);
    for (auto* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    connect(m_key, &QLineEdit::textChanged, this, &TrustDialog::look);
    connect(m_code, &QLineEdit::returnPressed, m_key, qOverload<>(&QWidget::setFocus));
    connect(m_key, &QLineEdit::returnPressed, this, &TrustDialog::trust);
    m_code->setFocus();
}

void TrustDialog::readFile()
{
    const auto file
        = m_around.asker.fileToOpen(tr("The centre's signature key"), tr("Keys (*.pub *.txt);;All files (*)"));
    if (!file)
        return;
    const auto content = readKeyFile(*file);
    if (!content) {
        setBanner(m_message, content.error().message, Tone::Bad);
        return;
    }
    if (const auto key = MinisignPublicKey::fromText(*content))
        m_key->setText(key->text());
    else
        setBanner(m_message, key.error().message, Tone::Bad);
}

void TrustDialog::look()
{
    const auto key = MinisignPublicKey::fromText(m_key->text().trimmed().toLatin1());
    m_short->setText(key ? key->shortCode() : u"– – –"_s);
    setBanner(m_message, {}, Tone::Plain);
}

void TrustDialog::trust()
{
    const QString typed = m_key->text().trimmed();
    const auto key = MinisignPublicKey::fromText(typed.toLatin1());
    if (m_code->text().trimmed().isEmpty())
        setBanner(m_message, tr("Write the centre's code, as it stands in the names of its packages."), Tone::Soon);
    else if (typed.isEmpty())
        setBanner(m_message, tr("Paste the centre's signature key, or take it from a file (Ctrl+O)."), Tone::Soon);
    else if (!key)
        setBanner(m_message, key.error().message, Tone::Bad);
    else {
        Q_EMIT trusted(m_code->text().trimmed(), key->text());
        accept();
    }
}

} // namespace songhe::ui
