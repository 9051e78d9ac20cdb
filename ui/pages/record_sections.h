// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "ui/forms/reference_edit.h"
#include "ui/pages/record_section.h"

#include <QtCore/QHash>

class QHBoxLayout;

namespace songhe::ui {

class ActionButton;

/// A page of several families of records, all alike: a tab for each, a list, a form from the field table, void with a
/// reason. A page of this kind adds its sections and says where references point at.
class RecordSections : public Page {
    Q_OBJECT

public:
    RecordSections(const Surroundings& around, const QString& title, const ElderIndex& index,
                   QWidget* parent = nullptr);

    void refresh() override;
    /// A record of one of the lists; the first list that has it is shown.
    void openRecord(qint64 id) override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

protected:
    template <typename R> RecordSection<R>* add(SectionPlan<R> plan)
    {
        auto* made = new RecordSection<R>(around(), std::move(plan), m_references, m_stack);
        addSection(made, made->title());
        return made;
    }
    template <typename T> ListSection<T>* addList(ListPlan<T> plan)
    {
        auto* made = new ListSection<T>(around(), std::move(plan), m_stack);
        addSection(made, made->title());
        return made;
    }
    /// Call it when every section is there.
    void begin();

    /// As the field table has it; a reference is shown by the name of what it points at.
    template <typename R> Column<R> column(const char* key) const
    {
        Column<R> made = schemaColumn<R>(key, today());
        for (const Field<R>& field : schemaOf<R>().fields)
            if (QLatin1String(field.options.key) == QLatin1String(key) && field.kind == FieldKind::Reference)
                made.text = [this, &field](const R& record) {
                    const Value id = field.read(record);
                    return id.isNull() ? QString() : nameOf(QString::fromLatin1(field.options.refersTo), id.integer());
                };
        return made;
    }
    template <typename R> std::vector<Column<R>> columns(std::initializer_list<const char*> keys) const
    {
        std::vector<Column<R>> made;
        for (const char* key : keys)
            made.push_back(column<R>(key));
        return made;
    }

    /// All of a family that has few, read anew each time it is asked for; elders are searched instead.
    [[nodiscard]] virtual std::vector<Found> allOf(const QString& family) const = 0;
    /// What a text field may say, where a catalogue has it.
    [[nodiscard]] virtual std::vector<std::pair<QString, QString>> wordsOf(const QString& context,
                                                                           const QString& key) const;
    /// The page's own actions follow the section in front.
    virtual void showOwnActions() { }

    [[nodiscard]] QString nameOf(const QString& family, qint64 id) const;
    [[nodiscard]] const ElderIndex& index() const { return m_index; }
    [[nodiscard]] Surroundings around() const { return {theme(), asker(), clock()}; }
    [[nodiscard]] RecordSectionBase* section() const;
    [[nodiscard]] int shown() const { return m_stack->currentIndex(); }
    void showSection(int index);
    /// After something was changed beside the forms.
    void recordsChanged();
    /// A button of the page's head; its name is its object name.
    ActionButton* action(const QString& text, const QKeySequence& keys, bool main, const char* name,
                         std::function<void()> act);

private:
    void addSection(RecordSectionBase* section, const QString& title);
    void makeActions();
    void step(int by);
    void showActions();
    [[nodiscard]] std::optional<std::vector<Found>> knownOf(const QString& family) const;

    const ElderIndex& m_index;
    References m_references;
    mutable QHash<QString, std::vector<Found>> m_few; ///< read once until something changes: lists ask for each cell
    QHBoxLayout* m_tabRow;
    QStackedWidget* m_stack;
    std::vector<RecordSectionBase*> m_sections;
    std::vector<ActionButton*> m_tabs;
    ActionButton* m_new = nullptr;
    ActionButton* m_edit = nullptr;
    ActionButton* m_void = nullptr;
    ActionButton* m_save = nullptr;
    ActionButton* m_back = nullptr;
};

} // namespace songhe::ui
