// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/asker.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

namespace {

struct AskerText {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::Asker)
};

} // namespace

bool DialogAsker::confirm(const Question& question)
{
    QMessageBox box(QMessageBox::NoIcon, QCoreApplication::applicationName(), question.text, QMessageBox::NoButton,
                    m_parent);
    box.setInformativeText(question.detail);
    QPushButton* act = box.addButton(question.act, QMessageBox::AcceptRole);
    QPushButton* keep = box.addButton(question.keep, QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == act;
}

std::optional<QString> DialogAsker::text(const QString& title, const QString& label, const QString& start,
                                         bool required)
{
    QDialog dialog(m_parent);
    dialog.setWindowTitle(title);
    auto* column = new QVBoxLayout(&dialog);
    auto* words = new QLabel(label, &dialog);
    words->setWordWrap(true);
    auto* edit = new QLineEdit(start, &dialog);
    edit->setMaxLength(500);
    edit->setAccessibleName(label);
    words->setBuddy(edit);
    auto* buttons = new QDialogButtonBox(&dialog);
    QPushButton* act = buttons->addButton(title, QDialogButtonBox::AcceptRole);
    buttons->addButton(AskerText::tr("Back"), QDialogButtonBox::RejectRole);
    act->setEnabled(!required || !start.trimmed().isEmpty());
    QObject::connect(edit, &QLineEdit::textChanged, act,
                     [act, required](const QString& now) { act->setEnabled(!required || !now.trimmed().isEmpty()); });
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column->addWidget(words);
    column->addWidget(edit);
    column->addWidget(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return edit->text().trimmed();
}

void DialogAsker::tell(const QString& message, const QString& detail)
{
    QMessageBox box(QMessageBox::NoIcon, QCoreApplication::applicationName(), message, QMessageBox::NoButton, m_parent);
    box.setDetailedText(detail);
    box.addButton(AskerText::tr("Understood"), QMessageBox::AcceptRole);
    box.exec();
}

std::optional<QString> DialogAsker::fileToOpen(const QString& title, const QString& filter)
{
    const QString file = QFileDialog::getOpenFileName(m_parent, title, {}, filter);
    return file.isEmpty() ? std::nullopt : std::optional(file);
}

std::optional<QString> DialogAsker::fileToSave(const QString& title, const QString& name, const QString& filter)
{
    const QString place = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getSaveFileName(m_parent, title, place + u'/' + name, filter);
    return file.isEmpty() ? std::nullopt : std::optional(file);
}

std::optional<QString> DialogAsker::folder(const QString& title)
{
    const QString folder = QFileDialog::getExistingDirectory(m_parent, title);
    return folder.isEmpty() ? std::nullopt : std::optional(folder);
}

} // namespace songhe::ui
