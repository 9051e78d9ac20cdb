// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt_desk.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/labels.h"

namespace songhe::ui {

class ActionButton;
class TableView;
class TaskBase;

/// What came back from the district: importing a receipt, and the work-list of what it did not take over as it is.
class ReceiptsCard : public Card {
    Q_OBJECT

public:
    /// `session` must outlive the card.
    ReceiptsCard(const Surroundings& around, Session& session, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] bool busy() const { return m_task != nullptr; }

Q_SIGNALS:
    /// Enter on a line: its record, on the page where it is mended.
    void recordAsked(const QString& page, qint64 record);
    /// What came of it, for the page's banner.
    void told(const QString& text, songhe::ui::Tone tone);
    void imported();

private:
    void importReceipt();
    void read(Result<ReceiptReport> report);
    void open(const ReceiptItem& item);
    void done();
    static QString tableWords(const QString& table);
    static QString outcomeWords(const ReceiptItem& item);

    Surroundings m_surroundings;
    Session& m_session;
    TaskBase* m_task = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_done = nullptr;
    RecordTableModel<ReceiptItem>* m_items = nullptr;
    TableView* m_table = nullptr;
};

} // namespace songhe::ui
