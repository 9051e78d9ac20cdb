// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/search_field.h"

namespace songhe::ui {

/// Where forms and lists find the records that references point at, by family: elder, facility, project, site.
struct References {
    /// All of a family that has few; nothing where they are searched instead.
    std::function<std::optional<std::vector<Found>>(const QString& family)> all;
    std::function<std::vector<Found>(const QString& family, const QString& text)> find;
    std::function<QString(const QString& family, qint64 id)> name;
    /// What a text field may say, as key and words, where a catalogue has it: of `device`, `kind`. Empty: anything.
    std::function<std::vector<std::pair<QString, QString>>(const QString& context, const QString& key)> words = {};
};

/// One record of many, found by typing: the field shows its name; what was typed and not chosen is no record.
class ReferenceEdit : public SearchField {
    Q_OBJECT

public:
    ReferenceEdit(const Theme& theme, const References& references, QString family, QWidget* parent = nullptr);

    void setReference(qint64 id);
    /// 0 where nothing is chosen.
    [[nodiscard]] qint64 reference() const { return m_id; }
    /// Empty, or one that was chosen.
    [[nodiscard]] bool isRight() const { return m_id != 0 || text().trimmed().isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    const References& m_references;
    QString m_family;
    qint64 m_id = 0;
};

} // namespace songhe::ui
