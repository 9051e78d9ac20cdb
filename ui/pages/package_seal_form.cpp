// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/package_seal_form.h"

#include "core/exchange/age_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

PackageSealForm::PackageSealForm(const Surroundings& around, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_keyTab(new ActionButton(around.theme, tr("The district's key"), {}, ActionButton::Kind::Tab, this))
    , m_passphraseTab(new ActionButton(around.theme, tr("A passphrase"), {}, ActionButton::Kind::Tab, this))
    , m_stack(new QStackedWidget(this))
{
    const Theme& t = around.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(8));
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(t.px(4));
    tabs->addWidget(makeLabel(tr("Sealed to"), TextRole::Strong, this));
    m_keyTab->setObjectName(u"byKey"_s);
    m_passphraseTab->setObjectName(u"byPassphrase"_s);
    for (ActionButton* tab : {m_keyTab, m_passphraseTab}) {
        tab->setAutoExclusive(true);
        tabs->addWidget(tab);
    }
    tabs->addStretch();
    column->addLayout(tabs);
    const auto sheet = [&] {
        auto* made = new QWidget(m_stack);
        auto* form = new QFormLayout(made);
        form->setContentsMargins(0, 0, 0, 0);
        form->setHorizontalSpacing(t.px(12));
        form->setVerticalSpacing(t.px(8));
        m_stack->addWidget(made);
        return made;
    };
    QWidget* key = sheet();
    m_name = addField(key, tr("District office"), u"districtName"_s, false);
    m_key = addField(key, tr("Its key (age1…)"), u"districtKey"_s, false);
    QWidget* passphrase = sheet();
    m_passphrase = addField(passphrase, tr("Passphrase"), u"passphrase"_s, true);
    m_again = addField(passphrase, tr("Once more"), u"passphraseAgain"_s, true);
    column->addWidget(m_stack);
    connect(m_keyTab, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_passphraseTab, &QPushButton::clicked, this, [this] { choose(true); });
    choose(false);
}

QLineEdit* PackageSealForm::addField(QWidget* sheet, const QString& label, const QString& name, bool secret)
{
    auto* edit = new QLineEdit(sheet);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setMaxLength(200);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    static_cast<QFormLayout*>(sheet->layout())->addRow(makeLabel(label, TextRole::Body, sheet), edit);
    connect(edit, &QLineEdit::textChanged, this, &PackageSealForm::edited);
    return edit;
}

void PackageSealForm::choose(bool byPassphrase)
{
    m_byPassphrase = byPassphrase;
    (byPassphrase ? m_passphraseTab : m_keyTab)->setChecked(true);
    m_stack->setCurrentIndex(byPassphrase ? 1 : 0);
    Q_EMIT edited();
}

Result<void> PackageSealForm::load(Settings& settings)
{
    ASSIGN_OR_RETURN(const QString name, settings.value(u"district.name"_s));
    ASSIGN_OR_RETURN(const QString key, settings.value(u"district.recipient"_s));
    if (m_name->text().isEmpty())
        m_name->setText(name);
    if (m_key->text().isEmpty())
        m_key->setText(key);
    return {};
}

Result<void> PackageSealForm::accept(Settings& settings)
{
    if (m_byPassphrase) {
        if (m_passphrase->text().size() < leastPassphrase)
            return fail(Error::Kind::Invalid,
                        tr("Choose a passphrase of at least %1 characters and tell it to the district by another way "
                           "than the stick.")
                            .arg(leastPassphrase));
        if (m_passphrase->text() != m_again->text())
            return fail(Error::Kind::Invalid, tr("The two passphrases differ. Write the same one twice."));
        return {};
    }
    const QString key = m_key->text().trimmed();
    if (key.isEmpty())
        return fail(Error::Kind::Invalid,
                    tr("Enter the key that the district gave you (age1…), or choose a passphrase."));
    RETURN_IF_ERROR(AgeRecipient::fromText(key));
    const std::pair<QString, QString> values[]
        = {{u"district.name"_s, m_name->text().trimmed()}, {u"district.recipient"_s, key}};
    for (const auto& [setting, value] : values) {
        ASSIGN_OR_RETURN(const QString before, settings.value(setting));
        if (before != value)
            RETURN_IF_ERROR(settings.set(setting, value));
    }
    return {};
}

SecureBytes PackageSealForm::passphrase() const
{
    if (!m_byPassphrase)
        return {};
    QByteArray typed = m_passphrase->text().toUtf8();
    SecureBytes secret {QByteArrayView(typed)};
    typed.fill('\0');
    return secret;
}

QString PackageSealForm::districtName() const
{
    return m_name->text().trimmed();
}

void PackageSealForm::clearPassphrase()
{
    m_passphrase->clear();
    m_again->clear();
}

} // namespace songhe::ui
