// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/package_facts_card.h"

#include "ui/widgets/buttons.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

PackageFactsCard::PackageFactsCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_file(makeWrapped({}, TextRole::Strong, this))
    , m_lines(new QVBoxLayout)
{
    m_file->setObjectName(u"file"_s);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->setSpacing(theme.px(8));
    body()->addWidget(m_file);
    body()->addLayout(m_lines);
    body()->addWidget(makeRule(this));
    body()->addWidget(makeWrapped(tr("Sealed, only the district and this centre can open it; whatever is changed or "
                                     "missing is found out."),
                                  TextRole::Muted, this));
    body()->addWidget(makeWrapped(tr("A lost stick gives nothing away and loses nothing: the next package takes along "
                                     "what has no receipt yet."),
                                  TextRole::Muted, this));
    body()->addStretch();
}

void PackageFactsCard::tell(const QString& fileName, const std::vector<Line>& lines)
{
    // A file name has no blanks where a line could break.
    QString breaking = fileName;
    m_file->setText(breaking.replace(u'-', u"-\u200B"_s));
    while (QLayoutItem* old = m_lines->takeAt(0)) {
        if (QWidget* widget = old->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete old;
    }
    for (const Line& line : lines) {
        auto* holder = new QWidget(this);
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(m_theme.px(8));
        row->addWidget(makeWrapped(line.text, TextRole::Body, holder), 1);
        if (!line.pill.isEmpty())
            row->addWidget(new Pill(m_theme, line.pill, line.tone, holder), 0, Qt::AlignTop);
        m_lines->addWidget(holder);
    }
}

} // namespace songhe::ui
