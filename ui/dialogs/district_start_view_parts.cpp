// SPDX-License-Identifier: GPL-3.0-or-later
// What the beginning of a district office is made of; what it does stands in district_start_view.cpp.
#include "ui/dialogs/district_start_view.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDir>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

QLineEdit* DistrictStartView::line(QWidget* part, const QString& label, const QString& hint, const char* name)
{
    QLineEdit* edit = field(part, label, hint, name);
    edit->setMaxLength(1000);
    edit->setMaximumWidth(around().theme.px(640));
    return edit;
}

QLineEdit* DistrictStartView::placeLine(QWidget* part, const QString& label, const QString& hint, const char* name,
                                        std::function<std::optional<QString>()> choose)
{
    QLineEdit* edit = line(part, label, hint, name);
    QVBoxLayout* column = columnOf(part);
    column->removeWidget(edit);
    auto* row = new QHBoxLayout;
    row->setSpacing(around().theme.px(8));
    row->addWidget(edit, 1);
    auto* button = new ActionButton(around().theme, tr("Choose…"), {}, ActionButton::Kind::Plain, part);
    button->setObjectName(QString::fromLatin1(name) + u"Choose"_s);
    button->setAccessibleName(tr("Choose: %1").arg(label));
    connect(button, &QPushButton::clicked, this, [edit, choose = std::move(choose)] {
        if (const auto chosen = choose())
            edit->setText(QDir::toNativeSeparators(*chosen));
        edit->setFocus();
    });
    row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(around().theme.px(8));
    return edit;
}

DistrictStartView::StoreField DistrictStartView::storeField(QWidget* part, const QString& hint, const char* name,
                                                            std::function<std::optional<QString>()> choose)
{
    StoreField field;
    field.place = placeLine(part, tr("Store"), hint, name, std::move(choose));
    field.passwordLabel = makeLabel(tr("Password of the database"), TextRole::Strong, part);
    field.password = new QLineEdit(part);
    field.password->setObjectName(QString::fromLatin1(name) + u"Password"_s);
    field.password->setAccessibleName(tr("Password of the database"));
    field.password->setEchoMode(QLineEdit::Password);
    field.password->setMaxLength(500);
    field.password->setMaximumWidth(around().theme.px(320));
    QVBoxLayout* column = columnOf(part);
    column->addWidget(field.passwordLabel);
    column->addWidget(field.password);
    connect(field.password, &QLineEdit::returnPressed, this, &DistrictStartView::next);
    connect(field.place, &QLineEdit::textChanged, this, [this, field] { lookAtStore(field); });
    lookAtStore(field);
    return field;
}

void DistrictStartView::makeOpen()
{
    QWidget* part = addPart(6);
    QVBoxLayout* column = columnOf(part);
    const QString stores = tr("District stores (*.db);;All files (*)");
    m_store
        = storeField(part, tr("The file, or the address of the PostgreSQL database, that was set up for the district."),
                     "store", [this, stores] { return around().asker.fileToOpen(tr("The district's store"), stores); });
    m_store.place->setText(m_services.known.store);
    m_identity = placeLine(part, tr("Identity file"),
                           tr("It opens the packages. Put in the stick on which it is kept; take the stick out again "
                              "when the window is closed or locked."),
                           "identity", [this] {
                               return around().asker.fileToOpen(tr("The district's identity file"),
                                                                tr("Identity files (*.key *.txt);;All files (*)"));
                           });
    m_identity->setText(m_services.known.identity);
    column->addStretch();
}

void DistrictStartView::makeOffice()
{
    QWidget* part = addPart(6);
    QVBoxLayout* column = columnOf(part);
    column->addWidget(makeWrapped(tr("The district office takes in the centres' quarterly packages, finds what no "
                                     "centre can see alone, and gives a receipt back."),
                                  TextRole::Body, part));
    column->addSpacing(around().theme.px(8));
    m_name = line(part, tr("Name of the office"), tr("As it stands on receipts, such as 青山区民政局."), "officeName");
    m_name->setMaxLength(100);
    column->addSpacing(around().theme.px(8));
    m_newStore
        = storeField(part,
                     tr("One file on this computer is enough for most districts. A city with a PostgreSQL server "
                        "writes its address: postgresql://user@host:port/database."),
                     "newStore", [this] {
                         return around().asker.fileToSave(tr("Where the store is to lie"), u"district.db"_s,
                                                          tr("District stores (*.db)"));
                     });
    m_newStore.place->setText(QDir::toNativeSeparators(m_services.newStore));
    column->addStretch();
}

void DistrictStartView::makeIdentity()
{
    QWidget* part = addPart(6);
    QVBoxLayout* column = columnOf(part);
    column->addWidget(makeWrapped(tr("Packages and the store are sealed to one identity file. Whoever has it can read "
                                     "all persons' files; without it nobody can, not even the maker of this program. "
                                     "Keep it on a stick in a safe, and a copy in another safe."),
                                  TextRole::Body, part));
    column->addSpacing(around().theme.px(8));
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(around().theme.px(4));
    m_makeNew = new ActionButton(around().theme, tr("Make a new identity file"), {}, ActionButton::Kind::Tab, part);
    m_makeNew->setObjectName(u"makeNew"_s);
    m_useOne = new ActionButton(around().theme, tr("Use one that is there"), {}, ActionButton::Kind::Tab, part);
    m_useOne->setObjectName(u"useOne"_s);
    for (ActionButton* tab : {m_makeNew, m_useOne}) {
        tab->setAutoExclusive(true);
        tabs->addWidget(tab);
    }
    tabs->addStretch();
    column->addLayout(tabs);
    column->addSpacing(around().theme.px(8));
    m_newIdentityFile = placeLine(part, tr("Identity file"), {}, "newIdentity", [this] {
        return m_newIdentity ? around().asker.fileToSave(tr("Where the identity file is to lie"), u"district.key"_s,
                                                         tr("Identity files (*.key)"))
                             : around().asker.fileToOpen(tr("The district's identity file"),
                                                         tr("Identity files (*.key *.txt);;All files (*)"));
    });
    connect(m_makeNew, &QPushButton::clicked, this, [this] { chooseIdentityKind(true); });
    connect(m_useOne, &QPushButton::clicked, this, [this] { chooseIdentityKind(false); });
    m_makeNew->setChecked(true);
    column->addStretch();
}

void DistrictStartView::makeKeys()
{
    QWidget* part = addPart(8);
    QVBoxLayout* column = columnOf(part);
    column->addWidget(makeLabel(tr("The district is set up."), TextRole::StrongName, part));
    column->addWidget(
        makeWrapped(tr("First keep a copy of the identity file in another place."), TextRole::Body, part));
    auto* copy = new ActionButton(around().theme, tr("Save a copy of the identity file…"), {},
                                  ActionButton::Kind::Plain, part);
    copy->setObjectName(u"saveCopy"_s);
    connect(copy, &QPushButton::clicked, this, &DistrictStartView::saveCopy);
    column->addWidget(copy, 0, Qt::AlignLeft);
    column->addSpacing(around().theme.px(8));
    column->addWidget(makeWrapped(tr("Then give these two keys to every centre. They are no secret; a centre types or "
                                     "pastes them on its settings page."),
                                  TextRole::Body, part));
    const auto shown = [&](const QString& label, const char* name) {
        column->addWidget(makeLabel(label, TextRole::Muted, part));
        QLabel* key = makeWrapped({}, TextRole::Strong, part);
        key->setObjectName(QString::fromLatin1(name));
        key->setAccessibleName(label);
        key->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
        column->addWidget(key);
        return key;
    };
    m_recipient = shown(tr("Key for packages (age1…)"), "recipient");
    m_publicKey = shown(tr("Signature key (RW…)"), "publicKey");
    m_code = makeLabel({}, TextRole::Muted, part);
    column->addWidget(m_code);
    auto* save
        = new ActionButton(around().theme, tr("Save both keys as a text file…"), {}, ActionButton::Kind::Plain, part);
    save->setObjectName(u"saveKeys"_s);
    connect(save, &QPushButton::clicked, this, &DistrictStartView::saveKeys);
    column->addWidget(save, 0, Qt::AlignLeft);
    column->addStretch();
}

} // namespace songhe::ui
