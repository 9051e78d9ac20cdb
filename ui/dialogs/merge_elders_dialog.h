// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "core/subsidies/elder_merge.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class TableView;

/// Two files of one person become one: find the other file, say which stays, see what moves, write down why. Opens over
/// `parent` and deletes itself.
class MergeEldersDialog : public QDialog {
    Q_OBJECT

public:
    /// `ledger` and `index` must outlive the dialog.
    MergeEldersDialog(const Surroundings& around, Ledger& ledger, const ElderIndex& index, const Elder& shown,
                      QWidget* parent);

Q_SIGNALS:
    /// The file that stays and the one that is void now.
    void merged(songhe::Id<songhe::Elder> into, songhe::Id<songhe::Elder> gone);

private:
    void makeTable();
    void find();
    void look();
    void mergeNow();
    [[nodiscard]] Id<Elder> into() const;
    [[nodiscard]] Id<Elder> gone() const;
    [[nodiscard]] QString previewText(const MergedFiles& preview) const;
    void grow();

    Surroundings m_around;
    Ledger& m_ledger;
    const ElderIndex& m_index;
    Elder m_shown;
    Id<Elder> m_other;
    QLineEdit* m_search;
    RecordTableModel<ElderHit>* m_model = nullptr;
    TableView* m_table = nullptr;
    ChoiceBox* m_stays;
    QLabel* m_preview;
    QLineEdit* m_reason;
    QLabel* m_message;
    ActionButton* m_merge = nullptr;
};

} // namespace songhe::ui
