// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/record_form.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QStackedWidget>

#include <algorithm>

class QLabel;

namespace songhe::ui {

/// One family of records within a page: its list and its form. What the actions of the page do, they do to the section
/// that is in front.
class RecordSectionBase : public QStackedWidget {
    Q_OBJECT

public:
    RecordSectionBase(const Surroundings& around, const QString& title, QWidget* parent);

    [[nodiscard]] bool inForm() const { return currentIndex() == 1; }
    [[nodiscard]] bool adding() const { return m_adding; }
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] QString listName() const { return m_table->objectName(); }
    [[nodiscard]] virtual int unsaved() const = 0;
    [[nodiscard]] virtual int records() const = 0;
    [[nodiscard]] virtual bool hasChosen() const = 0;

    virtual void reload() = 0;
    [[nodiscard]] virtual bool has(qint64 id) const = 0;
    /// Chooses the record in the list, where it is there.
    virtual void choose(qint64 id) = 0;
    virtual void newRecord() = 0;
    virtual void editChosen() = 0;
    /// True where it was saved; else the form says why not.
    virtual bool save() = 0;
    virtual void voidChosen() = 0;
    /// There is no form of its own behind the list: New and Enter lead elsewhere.
    [[nodiscard]] virtual bool listOnly() const { return false; }
    void showList();

Q_SIGNALS:
    /// Another row, or the form instead of the list.
    void viewChanged();
    void changed();

protected:
    void showForm(bool adding);
    void layOut(FormBase* form);
    void tell(const QString& message, Tone tone);
    void sayWhereEmpty(const QString& what);
    std::optional<QString> askReason();

    Surroundings m_around;
    TableView* m_table;

private:
    QString m_title;
    QLabel* m_message = nullptr;
    FormBase* m_shownForm = nullptr;
    bool m_adding = false;
};

/// What a section of one family is made of.
template <typename R> struct SectionPlan {
    QString title;
    const char* name; ///< object name of the list
    std::vector<Column<R>> columns;
    std::vector<const char*> keys; ///< fields of the form
    QString emptyText;
    std::function<Result<std::vector<R>>()> list;
    std::function<Result<R>(const R&)> add;
    std::function<Result<R>(const R&)> edit;
    std::function<Result<R>(Id<R>, const QString& reason)> takeBack;
    std::function<R()> begin = {}; ///< what a new record says to begin with
};

/// What a list of things is made of that are no records: what is due, what is proposed.
template <typename T> struct ListPlan {
    QString title;
    const char* name; ///< object name of the list
    std::vector<Column<T>> columns;
    QString emptyText;
    QString emptyHow;
    std::function<Result<std::vector<T>>()> list;
    std::function<void(const T*)> act; ///< New or Enter, on what is chosen, if anything is
};

template <typename R> class RecordSection final : public RecordSectionBase {
public:
    RecordSection(const Surroundings& around, SectionPlan<R> plan, const References& references, QWidget* parent)
        : RecordSectionBase(around, plan.title, parent)
        , m_plan(std::move(plan))
        , m_references(references)
        , m_model(new RecordTableModel<R>(m_plan.columns, this))
    {
        m_table->setObjectName(QString::fromLatin1(m_plan.name));
        m_table->setModel(m_model);
        sayWhereEmpty(m_plan.emptyText);
        connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &RecordSectionBase::viewChanged);
        connect(m_table, &TableView::opened, this, &RecordSection::editChosen);
    }

    [[nodiscard]] int unsaved() const override { return inForm() ? m_form->changedFields() : 0; }
    [[nodiscard]] int records() const override { return m_model->rowCount(); }
    [[nodiscard]] bool hasChosen() const override { return chosen() != nullptr; }

    void reload() override
    {
        auto found = m_plan.list();
        if (!found) {
            m_around.asker.tell(found.error());
            return;
        }
        m_model->setRecords(*std::move(found));
        m_table->fitColumns();
        Q_EMIT viewChanged();
    }

    [[nodiscard]] bool has(qint64 id) const override
    {
        const auto& records = m_model->records();
        return std::any_of(records.begin(), records.end(), [id](const R& record) { return record.id.value == id; });
    }

    void choose(qint64 id) override
    {
        const auto& records = m_model->records();
        for (std::size_t row = 0; row < records.size(); ++row)
            if (records[row].id.value == id)
                m_table->setCurrentIndex(m_model->index(int(row), 0));
    }

    void newRecord() override { open(m_plan.begin ? m_plan.begin() : R(), true); }
    /// A new record with something filled in already.
    void begin(const R& record) { open(record, true); }
    [[nodiscard]] const R* chosenRecord() const { return chosen(); }

    void editChosen() override
    {
        if (const R* record = chosen())
            open(*record, false);
    }

    bool save() override
    {
        auto typed = m_form->record();
        if (!typed) {
            tell(typed.error().message, Tone::Soon);
            return false;
        }
        if (auto saved = adding() ? m_plan.add(*typed) : m_plan.edit(*typed); !saved) {
            tell(saved.error().message, Tone::Bad);
            return false;
        }
        reload();
        showList();
        Q_EMIT changed();
        return true;
    }

    void voidChosen() override
    {
        const R* record = chosen();
        if (!record)
            return;
        const Id<R> id = record->id;
        const auto reason = askReason();
        if (!reason)
            return;
        if (auto done = m_plan.takeBack(id, *reason); !done) {
            m_around.asker.tell(done.error());
            return;
        }
        reload();
        Q_EMIT changed();
    }

private:
    [[nodiscard]] const R* chosen() const
    {
        return m_table->currentIndex().isValid() ? m_model->record(m_table->currentIndex()) : nullptr;
    }

    /// The form is made anew each time: what may be chosen in it has changed meanwhile.
    void open(const R& record, bool asNew)
    {
        m_form = new RecordForm<R>(m_around.theme, m_around.clock.today(), m_plan.keys, this, &m_references);
        m_form->setRecord(record);
        layOut(m_form);
        showForm(asNew);
    }

    SectionPlan<R> m_plan;
    const References& m_references;
    RecordTableModel<R>* m_model;
    RecordForm<R>* m_form = nullptr;
};

/// A list within a page that leads elsewhere.
template <typename T> class ListSection final : public RecordSectionBase {
public:
    ListSection(const Surroundings& around, ListPlan<T> plan, QWidget* parent)
        : RecordSectionBase(around, plan.title, parent)
        , m_plan(std::move(plan))
        , m_model(new RecordTableModel<T>(m_plan.columns, this))
    {
        m_table->setObjectName(QString::fromLatin1(m_plan.name));
        m_table->setModel(m_model);
        m_table->setEmptyText(m_plan.emptyText, m_plan.emptyHow);
        connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &RecordSectionBase::viewChanged);
        connect(m_table, &TableView::opened, this, &ListSection::editChosen);
    }

    [[nodiscard]] bool listOnly() const override { return true; }
    [[nodiscard]] int unsaved() const override { return 0; }
    [[nodiscard]] int records() const override { return m_model->rowCount(); }
    [[nodiscard]] bool hasChosen() const override { return m_table->currentIndex().isValid(); }
    [[nodiscard]] const std::vector<T>& all() const { return m_model->records(); }
    void reload() override
    {
        auto found = m_plan.list();
        if (!found) {
            m_around.asker.tell(found.error());
            return;
        }
        m_model->setRecords(*std::move(found));
        m_table->fitColumns();
        Q_EMIT viewChanged();
    }
    [[nodiscard]] bool has(qint64) const override { return false; }
    void choose(qint64) override { }
    void newRecord() override { editChosen(); }
    void editChosen() override
    {
        m_plan.act(m_table->currentIndex().isValid() ? m_model->record(m_table->currentIndex()) : nullptr);
    }
    bool save() override { return false; }
    void voidChosen() override { }

private:
    ListPlan<T> m_plan;
    RecordTableModel<T>* m_model;
};

} // namespace songhe::ui
