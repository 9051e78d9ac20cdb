// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/schema.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

class QGridLayout;

namespace songhe::ui {

struct References;

/// The type-free half of RecordForm: one editor a field, label above, two columns.
class FormBase : public QWidget {
    Q_OBJECT

public:
    /// Without `references` a field that refers to another record shows its number. They outlive the form.
    FormBase(const Theme& theme, QDate today, QWidget* parent, const References* references = nullptr);
    /// How many fields say something else than what was shown.
    [[nodiscard]] int changedFields() const;
    /// The editor of a field, named by its key.
    [[nodiscard]] QWidget* editor(const char* key) const;
    void focusFirst();

Q_SIGNALS:
    void edited();
    /// Enter in the last line of a field.
    void submitted();

protected:
    struct Line {
        FieldInfo field;
        QString label;
        QWidget* editor = nullptr;
        std::function<void(const Value&)> show;
        /// Fails where what was typed cannot be a value of this field.
        std::function<Result<Value>()> read;
        Value shown;
    };

    void addField(const FieldInfo& field, const char* context);
    void showValue(std::size_t line, const Value& value);
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }

private:
    void makeEditor(Line& line);
    void makeText(Line& line);
    void makeDay(Line& line);
    void makeMoment(Line& line);
    void makeWord(Line& line, const std::vector<std::pair<QString, QString>>& words);
    void makeMoney(Line& line);
    void makeArea(Line& line);
    void makeInteger(Line& line);
    void makeReference(Line& line);
    void makeSearched(Line& line, const QString& family);
    void makeChoice(Line& line);
    void makeFlag(Line& line);
    void makeContacts(Line& line);
    void makeItem(Line& line);
    void makeItems(Line& line);
    void makeCertificates(Line& line);
    [[nodiscard]] QString wordOf(const QString& family, const QString& key) const;
    [[nodiscard]] QString keyOf(const QString& family, const QString& word) const;

    const Theme& m_theme;
    const References* m_references;
    QDate m_today;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    int m_cells = 0;
};

/// A form for any record, from its field table: `keys` says which fields and in what order.
///
///     RecordForm<Elder> form(theme, today, {"name", "sex", "born"}, this);
///     form.setRecord(elder);  …  ASSIGN_OR_RETURN(Elder changed, form.record());
template <typename R> class RecordForm : public FormBase {
public:
    RecordForm(const Theme& theme, QDate today, const std::vector<const char*>& keys, QWidget* parent = nullptr,
               const References* references = nullptr)
        : FormBase(theme, today, parent, references)
    {
        const Schema<R>& schema = schemaOf<R>();
        for (const char* key : keys) {
            for (const Field<R>& field : schema.fields) {
                if (QLatin1String(field.options.key) != QLatin1String(key))
                    continue;
                m_fields.push_back(&field);
                addField(field, schema.info.context);
            }
        }
    }

    void setRecord(const R& record)
    {
        m_record = record;
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            showValue(i, m_fields[i]->read(record));
    }

    /// What was set, with what was typed since; fails with a message that names the field.
    [[nodiscard]] Result<R> record() const
    {
        R record = m_record;
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            ASSIGN_OR_RETURN(const Value value, lines()[i].read());
            RETURN_IF_ERROR(m_fields[i]->write(record, value));
        }
        return record;
    }

private:
    R m_record;
    std::vector<const Field<R>*> m_fields;
};

} // namespace songhe::ui
