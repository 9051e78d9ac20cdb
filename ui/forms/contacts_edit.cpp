// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/contacts_edit.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int shownContacts = 2;

} // namespace

ContactsEdit::ContactsEdit(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    for (int row = 0; row < shownContacts; ++row) {
        const auto add = [&](int column, const QString& hint, const QString& name) {
            auto* edit = new QLineEdit(this);
            edit->setPlaceholderText(hint);
            edit->setAccessibleName(tr("Contact %1: %2").arg(row + 1).arg(hint));
            edit->setObjectName(u"%1%2"_s.arg(name).arg(row));
            edit->setMaxLength(50);
            connect(edit, &QLineEdit::textEdited, this, &ContactsEdit::edited);
            grid->addWidget(edit, row, column);
            return edit;
        };
        m_lines.push_back({add(0, tr("Name"), u"contactName"_s), add(1, tr("Relation"), u"contactRelation"_s),
                           add(2, tr("Phone"), u"contactPhone"_s)});
    }
}

void ContactsEdit::setContacts(const QJsonArray& contacts)
{
    m_shown = contacts;
    for (int row = 0; row < shownContacts; ++row) {
        const QJsonObject contact = contacts.at(row).toObject();
        m_lines[std::size_t(row)].name->setText(contact.value("name"_L1).toString());
        m_lines[std::size_t(row)].relation->setText(contact.value("relation"_L1).toString());
        m_lines[std::size_t(row)].phone->setText(contact.value("phone"_L1).toString());
    }
}

QJsonArray ContactsEdit::contacts() const
{
    QJsonArray contacts;
    for (int row = 0; row < shownContacts; ++row) {
        const Line& line = m_lines[std::size_t(row)];
        QJsonObject contact = m_shown.at(row).toObject();
        const auto put = [&](const QString& key, const QLineEdit* edit) {
            const QString text = edit->text().trimmed();
            if (text.isEmpty())
                contact.remove(key);
            else
                contact.insert(key, text);
        };
        put(u"name"_s, line.name);
        put(u"relation"_s, line.relation);
        put(u"phone"_s, line.phone);
        if (!contact.isEmpty())
            contacts.append(contact);
    }
    for (qsizetype row = shownContacts; row < m_shown.size(); ++row)
        contacts.append(m_shown.at(row));
    return contacts;
}

} // namespace songhe::ui
