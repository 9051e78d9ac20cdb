// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment.h"
#include "core/elders/elder.h"
#include "ui/theme/theme.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace songhe::ui {

class ActionButton;
class Card;

/// What a field of annex A is filled from, by its `from`: 'elder.name' → 王秀英.
[[nodiscard]] QHash<QString, QString> knownForTables(const Elder& elder, const Assessment& assessment, QDate today);

/// The tables of annex A as forms made from the scale, then place, assessors, the drawn clock and a remark. What the
/// records know is shown filled and cannot be typed. Each field tells when it was left changed.
class AssessmentTablesForm : public QWidget {
    Q_OBJECT

public:
    explicit AssessmentTablesForm(const Theme& theme, QWidget* parent = nullptr);

    struct Shown {
        const Scale* scale = nullptr;
        QHash<QString, QString> known;
        bool religion = false; ///< this centre asks for it
        bool readOnly = false;
    };
    void open(const Shown& shown, const Assessment& assessment);
    void showDrawing(const QByteArray& image);
    /// What a save found out: a computed field, a diagnosis.
    void take(const Assessment& assessment);
    /// Puts what stands in the form into the record. A wrong number stays out; `problem` says which.
    void put(Assessment& assessment) const;
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited();
    void drawingWanted();

private:
    struct Line {
        QString key;
        std::function<QJsonValue()> read;
        std::function<void(const QJsonValue&)> write;
        std::function<QString()> problem;
    };
    void addTable(const ScaleTable& table, const Assessment& assessment);
    void addField(Card& card, const ScaleField& field);
    QWidget* makeText(const ScaleField& field);
    QWidget* makeNumber(const ScaleField& field);
    QWidget* makeChoice(const ScaleField& field);
    QWidget* makeMulti(const ScaleField& field);
    QWidget* makeRows(const ScaleField& field);
    void addSignatures();
    QLineEdit* addOwn(Card& card, const QString& label, const char* name, int most);
    void tell();
    void compute(QJsonObject& tables) const;

    const Theme& m_theme;
    Shown m_shown;
    QVBoxLayout* m_column;
    std::vector<Line> m_lines;
    std::vector<std::pair<QString, QLabel*>> m_known;
    QLineEdit* m_provider = nullptr;
    QLineEdit* m_place = nullptr;
    QLineEdit* m_assessor1 = nullptr;
    QLineEdit* m_assessor2 = nullptr;
    QLineEdit* m_remark = nullptr;
    QLabel* m_drawing = nullptr;
    QLabel* m_computed = nullptr;
    bool m_showing = false;
};

} // namespace songhe::ui
