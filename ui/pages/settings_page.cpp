// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings_page.h"

#include "ui/dialogs/sign_in_view.h"
#include "ui/pages/assessment_settings.h"
#include "ui/tasks/task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

SettingsPage::SettingsPage(const Surroundings& around, Desks desks, QWidget* parent)
    : Page(around, tr("Settings"), parent)
    , m_desks(std::move(desks))
    , m_message(makeWrapped({}, TextRole::Body, this))
{
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    body()->addWidget(m_message);
    auto* inner = new QWidget(this);
    inner->setObjectName(u"plain"_s);
    auto* grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme().px(14));
    grid->addWidget(makeLooks(), 0, 0);
    grid->addWidget(makeWork(), 0, 1);
    grid->addWidget(makeSites(), 1, 0);
    grid->addWidget(makePeople(), 1, 1);
    if (m_desks.assessments) {
        m_assessments = new AssessmentSettings(theme(), *m_desks.assessments, m_desks.settings, inner);
        connect(m_assessments, &AssessmentSettings::saved, this, [this] {
            setBanner(m_message, tr("Saved."), Tone::Good);
            Q_EMIT changed();
        });
        connect(m_assessments, &AssessmentSettings::refused, this,
                [this](const QString& why) { setBanner(m_message, why, Tone::Bad); });
        grid->addWidget(m_assessments, 2, 0, 1, 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(scroll, 1);
}

QWidget* SettingsPage::line(QVBoxLayout& column, const QString& label, QWidget* editor, const char* key)
{
    column.addWidget(makeLabel(label, TextRole::Muted, this));
    editor->setObjectName(QString::fromLatin1(key));
    editor->setAccessibleName(label);
    column.addWidget(editor);
    if (auto* box = qobject_cast<ChoiceBox*>(editor)) {
        const bool looks = QByteArrayView(key) == "text_scale" || QByteArrayView(key) == "contrast"
            || QByteArrayView(key) == "language";
        connect(box, &QComboBox::activated, this, [this, box, key, looks] { put(key, box->key(), looks); });
    } else if (auto* edit = qobject_cast<QLineEdit*>(editor); edit && !qobject_cast<FenEdit*>(editor)) {
        connect(edit, &QLineEdit::editingFinished, this,
                [this, edit, key] { put(key, edit->text().trimmed(), false); });
    }
    return editor;
}

QWidget* SettingsPage::makeLooks()
{
    auto* card = new Card(theme(), tr("Looks"), this);
    m_scale = new ChoiceBox(card);
    for (const int percent : Theme::textPercents)
        m_scale->addItem(tr("%1 %").arg(percent), QString::number(percent));
    m_contrast = new ChoiceBox(card);
    m_contrast->addItem(tr("Usual"), u"normal"_s);
    m_contrast->addItem(tr("High contrast"), u"high"_s);
    m_language = new ChoiceBox(card);
    for (const QString& language : m_desks.languages)
        m_language->addItem(QLocale(language).nativeLanguageName(), language);
    m_slip = new ChoiceBox(card);
    m_slip->addItem(tr("A5 sheet"), u"a5"_s);
    m_slip->addItem(tr("80 mm roll"), u"roll80"_s);
    m_lock = new ChoiceBox(card);
    for (const int minutes : {5, 10, 15, 30, 60})
        m_lock->addItem(tr("after %1 minutes").arg(minutes), QString::number(minutes));
    m_lock->addItem(tr("never by itself"), u"0"_s);
    line(*card->body(), tr("Text size"), m_scale, "text_scale");
    line(*card->body(), tr("Contrast"), m_contrast, "contrast");
    line(*card->body(), tr("Language"), m_language, "language");
    line(*card->body(), tr("Paper of slips"), m_slip, "slip.paper");
    line(*card->body(), tr("Lock when nobody is here"), m_lock, "lock.minutes");
    card->body()->addStretch();
    return card;
}

/// What the role is called; one that a centre made up stays as it is.
QString SettingsPage::roleText(const QString& role)
{
    if (role == u"clerk")
        return tr("clerk");
    if (role == u"assessor")
        return tr("assessor");
    if (role == u"manager")
        return tr("manager");
    return role == u"admin" ? tr("administrator") : role;
}

QList<std::pair<QString, QString>> SettingsPage::mealPolicies(const PolicyShelf& shelf)
{
    QList<std::pair<QString, QString>> found;
    for (const QString& id : shelf.ids())
        if (const auto versions = shelf.versions(id); versions.back()->pays.unit == Pays::Unit::Meal)
            found.append({id, versions.back()->title.text()});
    return found;
}

QWidget* SettingsPage::makeWork()
{
    auto* card = new Card(theme(), tr("Meals and the district"), this);
    m_price = new FenEdit(card);
    line(*card->body(), tr("Price of a meal in yuan"), m_price, "meal.price_fen");
    connect(m_price, &QLineEdit::editingFinished, this, [this] {
        if (const auto price = m_price->fen())
            put("meal.price_fen", QString::number(price->value), false);
        else
            setBanner(m_message, tr("'%1' is not an amount. Write it as 12.50.").arg(m_price->text()), Tone::Soon);
    });
    m_policy = new ChoiceBox(card);
    for (const auto& [id, title] : m_desks.policies)
        m_policy->addItem(title, id);
    line(*card->body(), tr("Policy for meals"), m_policy, "meal.policy");
    m_district = new QLineEdit(card);
    m_recipient = new QLineEdit(card);
    m_publicKey = new QLineEdit(card);
    for (QLineEdit* edit : {m_district, m_recipient, m_publicKey})
        edit->setMaxLength(200);
    line(*card->body(), tr("Name of the district office"), m_district, "district.name");
    line(*card->body(), tr("Its key for packages (age1…)"), m_recipient, "district.recipient");
    line(*card->body(), tr("Its signature key (RW…)"), m_publicKey, "district.public_key");
    card->body()->addStretch();
    return card;
}

QWidget* SettingsPage::makeSites()
{
    auto* card = new Card(theme(), tr("Meal points"), this);
    m_siteModel = new RecordTableModel<Site>({{tr("Code"), [](const Site& site) { return site.code; }},
                                              {tr("Name"), [](const Site& site) { return site.name; }}},
                                             this);
    m_siteTable = new TableView(theme(), tr("Meal points"), card);
    m_siteTable->setModel(m_siteModel);
    m_siteTable->setMinimumHeight(theme().px(140));
    card->body()->addWidget(m_siteTable, 1);
    auto* row = new QHBoxLayout;
    m_siteCode = new QLineEdit(card);
    m_siteCode->setObjectName(u"siteCode"_s);
    m_siteCode->setMaxLength(20);
    m_siteCode->setPlaceholderText(tr("Code"));
    m_siteCode->setAccessibleName(tr("Code of the new meal point"));
    m_siteCode->setMaximumWidth(theme().px(90));
    m_siteName = new QLineEdit(card);
    m_siteName->setObjectName(u"siteName"_s);
    m_siteName->setMaxLength(60);
    m_siteName->setPlaceholderText(tr("Name"));
    m_siteName->setAccessibleName(tr("Name of the new meal point"));
    auto* add = new ActionButton(theme(), tr("Add the meal point"), {}, ActionButton::Kind::Plain, card);
    add->setObjectName(u"addSite"_s);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addSite);
    row->addWidget(m_siteCode);
    row->addWidget(m_siteName, 1);
    row->addWidget(add);
    card->body()->addLayout(row);
    return card;
}

QWidget* SettingsPage::makePeople()
{
    auto* card = new Card(theme(), tr("Who may sign in"), this);
    m_userModel = new RecordTableModel<User>({{tr("Name"), [](const User& user) { return user.name; }},
                                              {tr("Role"), [](const User& user) { return roleText(user.role); }}},
                                             this);
    m_userTable = new TableView(theme(), tr("Who may sign in"), card);
    m_userTable->setModel(m_userModel);
    m_userTable->setMinimumHeight(theme().px(110));
    card->body()->addWidget(m_userTable, 1);
    const auto field = [&](const QString& label, const char* name, bool secret) {
        auto* edit = new QLineEdit(card);
        edit->setObjectName(QString::fromLatin1(name));
        edit->setPlaceholderText(label);
        edit->setAccessibleName(label);
        edit->setMaxLength(secret ? 500 : 50);
        if (secret)
            edit->setEchoMode(QLineEdit::Password);
        return edit;
    };
    auto* row = new QHBoxLayout;
    m_userName = field(tr("New person's name"), "newUser", false);
    m_userRole = new ChoiceBox(card);
    m_userRole->setObjectName(u"newUserRole"_s);
    m_userRole->setAccessibleName(tr("Role"));
    for (const QString& role : {u"clerk"_s, u"assessor"_s, u"manager"_s})
        m_userRole->addItem(roleText(role), role);
    m_userPassword = field(tr("First password"), "newUserPassword", true);
    auto* add = new ActionButton(theme(), tr("Add the person"), {}, ActionButton::Kind::Plain, card);
    add->setObjectName(u"addUser"_s);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addUser);
    row->addWidget(m_userName, 1);
    row->addWidget(m_userRole);
    row->addWidget(m_userPassword, 1);
    row->addWidget(add);
    card->body()->addLayout(row);
    auto* own = new QHBoxLayout;
    m_ownPassword = field(tr("My new password"), "ownPassword", true);
    auto* change = new ActionButton(theme(), tr("Change my password"), {}, ActionButton::Kind::Plain, card);
    connect(change, &QPushButton::clicked, this, &SettingsPage::changePassword);
    own->addWidget(m_ownPassword, 1);
    own->addWidget(change);
    card->body()->addLayout(own);
    return card;
}

QString SettingsPage::valueOf(const char* key)
{
    const auto value = m_desks.settings.value(QString::fromLatin1(key));
    return value ? *value : QString();
}

void SettingsPage::refresh()
{
    m_scale->setKey(valueOf("text_scale"));
    m_contrast->setKey(valueOf("contrast"));
    m_language->setKey(valueOf("language"));
    m_slip->setKey(valueOf("slip.paper"));
    const QString minutes = valueOf("lock.minutes");
    if (m_lock->findData(minutes) < 0) // set by the command line
        m_lock->addItem(tr("after %1 minutes").arg(minutes), minutes);
    m_lock->setKey(minutes);
    m_policy->setKey(valueOf("meal.policy"));
    m_price->setFen(Fen {valueOf("meal.price_fen").toLongLong()});
    m_district->setText(valueOf("district.name"));
    m_recipient->setText(valueOf("district.recipient"));
    m_publicKey->setText(valueOf("district.public_key"));
    if (auto sites = m_desks.sites.list())
        m_siteModel->setRecords(*std::move(sites));
    if (auto users = m_desks.session.users())
        m_userModel->setRecords(*std::move(users));
    m_siteTable->fitColumns();
    m_userTable->fitColumns();
    if (m_assessments)
        m_assessments->refresh();
}

void SettingsPage::put(const char* key, const QString& value, bool looks)
{
    if (valueOf(key) == value)
        return;
    if (const auto done = m_desks.settings.set(QString::fromLatin1(key), value); !done) {
        setBanner(m_message, done.error().message, Tone::Bad);
        return;
    }
    setBanner(m_message, tr("Saved."), Tone::Good);
    Q_EMIT changed();
    if (looks)
        Q_EMIT looksChanged();
}

void SettingsPage::addSite()
{
    Site site;
    site.code = m_siteCode->text().trimmed();
    site.name = m_siteName->text().trimmed();
    const auto added = m_desks.sites.add(site);
    if (!added) {
        setBanner(m_message, added.error().message, Tone::Bad);
        return;
    }
    m_siteCode->clear();
    m_siteName->clear();
    setBanner(m_message, tr("Added the meal point %1.").arg(added->name), Tone::Good);
    refresh();
    Q_EMIT changed();
}

void SettingsPage::addUser()
{
    if (m_userName->text().trimmed().isEmpty() || m_userPassword->text().isEmpty()) {
        setBanner(m_message, tr("Write the new person's name and a first password."), Tone::Soon);
        return;
    }
    const SecureBytes password = takeSecret(*m_userPassword);
    const auto added = m_desks.session.addUser(m_userName->text().trimmed(), m_userRole->key(), password, m_desks.cost);
    if (!added) {
        setBanner(m_message, added.error().message, Tone::Bad);
        return;
    }
    m_userName->clear();
    setBanner(m_message, tr("%1 can sign in now.").arg(added->name), Tone::Good);
    refresh();
}

void SettingsPage::changePassword()
{
    if (m_ownPassword->text().isEmpty()) {
        setBanner(m_message, tr("Write your new password."), Tone::Soon);
        return;
    }
    const SecureBytes password = takeSecret(*m_ownPassword);
    if (const auto done = m_desks.session.changePassword(m_desks.session.user().id, password, m_desks.cost); !done)
        setBanner(m_message, done.error().message, Tone::Bad);
    else
        setBanner(m_message, tr("Your password is changed."), Tone::Good);
}

} // namespace songhe::ui
