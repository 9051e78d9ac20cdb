// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheets.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

#include <memory>

class QLabel;
class QScrollArea;

namespace songhe::ui {

class ChoiceBox;

/// One of the papers on which the same can come out.
struct PaperChoice {
    QString name; ///< 'A5 sheets'
    std::function<Result<std::unique_ptr<printing::Paper>>()> make;
};

/// Shows the sheets as they will come out, then prints them or saves the PDF. Opens over `parent` and deletes itself.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    PreviewDialog(const Surroundings& around, std::unique_ptr<printing::Paper> paper, const QString& fileName,
                  QWidget* parent);

    /// With a choice of papers; the one of that number is shown.
    void offer(std::vector<PaperChoice> choices, int shown);

Q_SIGNALS:
    /// It went to a printer or into a file, on the paper of this number.
    void printed(int choice);

private:
    void told();
    void showSheets();
    void choose(int choice);
    void print();
    void savePdf();

    Surroundings m_around;
    std::unique_ptr<printing::Paper> m_paper;
    QString m_fileName;
    std::vector<PaperChoice> m_choices;
    QScrollArea* m_scroll;
    ChoiceBox* m_choice;
    QLabel* m_message;
};

/// Opens the preview and gives it; or tells why the paper cannot be made, and gives nothing.
PreviewDialog* preview(const Surroundings& around, QWidget* parent, Result<std::unique_ptr<printing::Paper>> paper,
                       const QString& fileName);
/// The same with several papers to choose from. Each is made anew once it was printed: the next one is a reprint.
PreviewDialog* preview(const Surroundings& around, QWidget* parent, std::vector<PaperChoice> choices, int shown,
                       const QString& fileName);

} // namespace songhe::ui
