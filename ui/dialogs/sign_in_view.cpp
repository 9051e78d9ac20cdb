// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sign_in_view.h"

#include "ui/tasks/task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

SecureBytes takeSecret(QLineEdit& field)
{
    QByteArray typed = field.text().toUtf8();
    SecureBytes secret {QByteArrayView(typed)};
    typed.fill(0);
    field.clear();
    return secret;
}

SignInView::SignInView(const Surroundings& around, const DataFolder& folder, const QString& name, Done done,
                       QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_folder(folder)
    , m_done(std::move(done))
    , m_parts(new QStackedWidget(this))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    setObjectName(u"plain"_s);
    setAttribute(Qt::WA_StyledBackground);
    const Theme& t = around.theme;
    auto* card = new Card(t, this);
    card->setFixedWidth(t.px(400));
    auto* brand = new QHBoxLayout;
    auto* mark = new QLabel(card);
    mark->setPixmap(brandMark(t, t.px(40)));
    brand->addWidget(mark);
    brand->addWidget(makeLabel(tr("Songhe"), TextRole::Title, card), 1);
    brand->setSpacing(t.px(12));
    card->body()->setSpacing(t.px(12));
    card->body()->addLayout(brand);
    card->body()->addWidget(m_parts);
    card->body()->addWidget(m_message);
    m_message->setObjectName(u"message"_s);
    // Two lines, whatever a layout thinks of lines that break.
    m_message->setMinimumHeight(t.px(62));
    m_message->hide();
    m_parts->addWidget(makePasswordPart());
    m_parts->addWidget(makeRecoveryPart());
    m_name->setText(name);

    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
}

QWidget* SignInView::makePasswordPart()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_around.theme.px(8));
    m_name = new QLineEdit(part);
    m_name->setObjectName(u"name"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(50);
    m_password = new QLineEdit(part);
    m_password->setObjectName(u"password"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(500);
    column->addWidget(makeLabel(tr("Name"), TextRole::Muted, part));
    column->addWidget(m_name);
    column->addWidget(makeLabel(tr("Password"), TextRole::Muted, part));
    column->addWidget(m_password);
    m_go = new ActionButton(m_around.theme, tr("Sign in"), {}, ActionButton::Kind::Main, part);
    m_go->setObjectName(u"signIn"_s);
    auto* other = new ActionButton(m_around.theme, tr("Password forgotten…"), {}, ActionButton::Kind::Tab, part);
    other->setCheckable(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addStretch();
    buttons->addWidget(other);
    column->addSpacing(m_around.theme.px(8));
    column->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &SignInView::signIn);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInView::signIn);
    connect(m_name, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(other, &QPushButton::clicked, this, [this] {
        m_parts->setCurrentIndex(1);
        setBanner(m_message, {}, Tone::Plain);
        m_key->setFocus();
    });
    return part;
}

QWidget* SignInView::makeRecoveryPart()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_around.theme.px(8));
    m_key = new QLineEdit(part);
    m_key->setObjectName(u"recoveryKey"_s);
    m_key->setAccessibleName(tr("Recovery key"));
    m_key->setMaxLength(200);
    m_newPassword = new QLineEdit(part);
    m_newPassword->setObjectName(u"newPassword"_s);
    m_newPassword->setAccessibleName(tr("New password"));
    m_newPassword->setEchoMode(QLineEdit::Password);
    m_newPassword->setMaxLength(500);
    column->addWidget(makeWrapped(tr("The recovery key is on the sheet that was printed when the centre was set up. "
                                     "The first user gets the new password."),
                                  TextRole::Muted, part));
    column->addWidget(makeLabel(tr("Recovery key"), TextRole::Muted, part));
    column->addWidget(m_key);
    column->addWidget(makeLabel(tr("New password"), TextRole::Muted, part));
    column->addWidget(m_newPassword);
    m_recover = new ActionButton(m_around.theme, tr("Open with the recovery key"), {}, ActionButton::Kind::Main, part);
    auto* back = new ActionButton(m_around.theme, tr("Back"), {}, ActionButton::Kind::Plain, part);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_recover);
    buttons->addStretch();
    buttons->addWidget(back);
    column->addSpacing(m_around.theme.px(8));
    column->addLayout(buttons);
    connect(m_recover, &QPushButton::clicked, this, &SignInView::recover);
    connect(m_newPassword, &QLineEdit::returnPressed, this, &SignInView::recover);
    connect(back, &QPushButton::clicked, this, [this] {
        m_parts->setCurrentIndex(0);
        setBanner(m_message, {}, Tone::Plain);
        m_password->setFocus();
    });
    return part;
}

void SignInView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    (m_name->text().isEmpty() ? m_name : m_password)->setFocus();
}

void SignInView::busy(bool working)
{
    for (QWidget* widget : std::initializer_list<QWidget*> {m_go, m_recover, m_name, m_password, m_key, m_newPassword})
        widget->setEnabled(!working);
    if (working)
        setBanner(m_message, tr("Opening the books…"), Tone::Plain);
}

void SignInView::arrived(Result<std::unique_ptr<Session>> session)
{
    busy(false);
    if (!session) {
        setBanner(m_message, session.error().message, Tone::Bad);
        (m_parts->currentIndex() == 0 ? m_password : m_key)->setFocus();
        return;
    }
    setBanner(m_message, {}, Tone::Plain);
    m_done(*std::move(session));
}

void SignInView::signIn()
{
    if (!m_go->isEnabled())
        return;
    auto password = std::make_shared<SecureBytes>(takeSecret(*m_password));
    busy(true);
    startTask<std::unique_ptr<Session>>(
        this,
        [&folder = m_folder, &clock = m_around.clock, name = m_name->text().trimmed(), password](Progress&) {
            return Session::signIn(folder, name, *password, clock);
        },
        [this](Result<std::unique_ptr<Session>> session) { arrived(std::move(session)); });
}

void SignInView::recover()
{
    if (!m_recover->isEnabled())
        return;
    if (m_newPassword->text().isEmpty()) {
        setBanner(m_message, tr("Choose a new password; the old one is forgotten."), Tone::Soon);
        return;
    }
    auto password = std::make_shared<SecureBytes>(takeSecret(*m_newPassword));
    const QString key = m_key->text();
    m_key->clear();
    busy(true);
    startTask<std::unique_ptr<Session>>(
        this,
        [&folder = m_folder, &clock = m_around.clock, key, password](Progress&) -> Result<std::unique_ptr<Session>> {
            ASSIGN_OR_RETURN(std::unique_ptr<Session> session, Session::recover(folder, key, clock));
            RETURN_IF_ERROR(session->changePassword(session->user().id, *password));
            return session;
        },
        [this](Result<std::unique_ptr<Session>> session) { arrived(std::move(session)); });
}

} // namespace songhe::ui
