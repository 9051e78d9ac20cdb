// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;

namespace songhe::ui {

class ActionButton;
class DeliveryModel;
class TableView;

/// Those to whom meals are brought, ticked: Space or a click takes one out, Ctrl+Enter records all that are left.
/// Opens over `parent` and deletes itself.
class DeliveryDialog : public QDialog {
    Q_OBJECT

public:
    struct Line {
        Id<Elder> elder;
        QString name;
        QString address;
        QString often; ///< '9 times, last on 2 September'
        QString state; ///< what the policy says, or why she is not to be recorded
        Tone tone = Tone::Plain;
        bool possible = true; ///< false: she cannot be ticked
        bool ticked = true;
    };
    /// Records the meals of these and tells what stood in the way; the dialog stays open then.
    using Record = std::function<Result<void>(const std::vector<Id<Elder>>& elders)>;

    DeliveryDialog(const Surroundings& around, const QString& what, std::vector<Line> lines, Record record,
                   QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void toggle(const QModelIndex& index);
    void toggleAll();
    void count();
    void record();

    Record m_record;
    DeliveryModel* m_model;
    TableView* m_table;
    QLabel* m_counts;
    QLabel* m_message;
    ActionButton* m_all;
    ActionButton* m_save;
};

} // namespace songhe::ui
