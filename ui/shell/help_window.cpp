// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_window.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

QString keysMarkdown(const QString& title, const std::vector<KeyLine>& keys)
{
    if (keys.empty())
        return {};
    QString text = u"\n### %1\n\n"_s.arg(title);
    for (const KeyLine& line : keys)
        text += u"- **%1**  %2\n"_s.arg(line.key, line.act);
    return text;
}

} // namespace

HelpWindow::HelpWindow(const Theme& theme, std::vector<ManualChapter> chapters, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_chapters(std::move(chapters))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"help"_s);
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(theme.px(860), theme.px(600));
    m_list->setObjectName(u"helpChapters"_s);
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setFixedWidth(theme.px(220));
    m_list->setSpacing(theme.px(3));
    for (const ManualChapter& chapter : m_chapters)
        m_list->addItem(chapter.title);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("Manual"));
    m_text->setOpenLinks(false); // there is nowhere to go: the program reaches no network
    m_text->setFrameStyle(int(QFrame::NoFrame));
    m_text->document()->setDocumentMargin(theme.px(20));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(14));
    row->addWidget(m_list);
    row->addWidget(m_text, 1);
    auto* close = new ActionButton(theme, tr("Close"), QKeySequence(Qt::Key_Escape), ActionButton::Kind::Plain, this);
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    column->setSpacing(theme.px(12));
    column->addLayout(row, 1);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showChapter);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void HelpWindow::showPage(const QString& page, std::vector<KeyLine> keys, std::vector<KeyLine> everywhere)
{
    m_page = page;
    m_keys = std::move(keys);
    m_everywhere = std::move(everywhere);
    int chapter = 0;
    for (int i = int(m_chapters.size()) - 1; i >= 0; --i)
        if (m_chapters[std::size_t(i)].page == page)
            chapter = i;
    m_list->setCurrentRow(chapter);
    showChapter(chapter);
    m_list->setFocus();
}

void HelpWindow::showChapter(int chapter)
{
    if (chapter < 0 || std::size_t(chapter) >= m_chapters.size())
        return;
    const ManualChapter& shown = m_chapters[std::size_t(chapter)];
    QString text = shown.text;
    if (!m_page.isEmpty() && shown.page == m_page)
        text += keysMarkdown(tr("Keys of this page"), m_keys);
    text += keysMarkdown(tr("Keys everywhere"), m_everywhere);
    m_text->document()->setDefaultFont(m_theme.font());
    m_text->setMarkdown(text);
}

} // namespace songhe::ui
