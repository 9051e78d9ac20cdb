// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/reference_edit.h"

namespace songhe::ui {

ReferenceEdit::ReferenceEdit(const Theme& theme, const References& references, QString family, QWidget* parent)
    : SearchField(
        theme, [&references, family](const QString& text) { return references.find(family, text); }, {}, parent)
    , m_references(references)
    , m_family(std::move(family))
{
    setPlaceholderText(tr("Name, pinyin initials, tail of ID number"));
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_id = 0;
        Q_EMIT edited();
    });
    connect(this, &SearchField::chosen, this, [this](const Found& found) {
        setReference(found.record);
        Q_EMIT edited();
    });
}

void ReferenceEdit::setReference(qint64 id)
{
    m_id = id;
    setText(id == 0 ? QString() : m_references.name(m_family, id));
}

} // namespace songhe::ui
