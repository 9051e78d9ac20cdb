// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/line_facts.h"
#include "ui/shell/page.h"
#include "ui/widgets/labels.h"

namespace songhe::ui {

class ActionButton;

/// Beside the lines of a claim: the sums, each of which opens its lines, and the steps the claim took; or everything
/// about one line, down to its records, who recorded them, and the clause.
class ClaimSide : public Card {
    Q_OBJECT

public:
    /// Which lines a sum is made of.
    enum class SumOf { Site, Ground, Refused };
    Q_ENUM(SumOf)

    explicit ClaimSide(const Surroundings& around, QWidget* parent = nullptr);

    void showSums(const SettledMonth& month);
    void showFacts(const LineFacts& facts);
    [[nodiscard]] bool factsOpen() const { return m_factsOpen; }

Q_SIGNALS:
    void sumChosen(songhe::ui::ClaimSide::SumOf sum, const QString& label);
    void backAsked();
    /// A record of another page: `elders` or `facilities`.
    void recordAsked(const QString& page, qint64 record);

private:
    void addSums(const QString& title, const std::vector<SettledSum>& sums, SumOf kind, bool money);
    /// Of a claim that came back.
    void addDifference(const SettledMonth& month);
    void addHistory(const SettledMonth& month);
    void addPerson(const LineFacts& facts);
    void addFact(const LineFacts::Told& told);
    void addRecord(const LineFacts& facts);
    void addClause(const LineFacts& facts);
    void addLink(const QString& text, const char* name, const QString& page, qint64 record);
    void addRule();
    void add(const QString& text, TextRole role);
    void clear();
    [[nodiscard]] QString recordedText(const Recorded& recorded, const QString& by) const;

    Surroundings m_around;
    bool m_factsOpen = false;
    QLabel* m_title = nullptr;
    ActionButton* m_back = nullptr;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
};

/// One sum: its label, how many lines and how much. Enter, Space or a click opens the lines.
class SumLine : public QFrame {
    Q_OBJECT

public:
    SumLine(const Theme& theme, const QString& label, const QString& count, const QString& amount, QWidget* parent);

Q_SIGNALS:
    void chosen();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

/// How an outcome is called where a claim is looked at, and the tone of its pill.
[[nodiscard]] QString outcomeText(const SettledLine& line);
[[nodiscard]] Tone outcomeTone(const SettledLine& line);
/// +3.00, −3.00 for adjustments; else as it is.
[[nodiscard]] QString amountText(const SettledLine& line);

} // namespace songhe::ui
