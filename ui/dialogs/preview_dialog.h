// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheets.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace songhe::ui {

/// Shows the sheets as they will come out, then prints them or saves the PDF. Opens over `parent` and deletes itself.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    PreviewDialog(const Surroundings& around, std::unique_ptr<printing::Paper> paper, const QString& fileName,
                  QWidget* parent);

private:
    void showSheets(QVBoxLayout& column);
    void print();
    void savePdf();

    Surroundings m_around;
    std::unique_ptr<printing::Paper> m_paper;
    QString m_fileName;
    QLabel* m_message;
};

/// Opens the preview, or tells why the paper cannot be made.
void preview(const Surroundings& around, QWidget* parent, Result<std::unique_ptr<printing::Paper>> paper,
             const QString& fileName);

} // namespace songhe::ui
