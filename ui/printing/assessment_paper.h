// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/security/session.h"
#include "ui/printing/sheets.h"
#include "ui/printing/table_painter.h"

#include <QtCore/QHash>

namespace songhe::printing {

/// What an assessment report says beside the scale itself. Without an assessment it is the empty sheet for a day
/// without power.
struct AssessmentSheetData {
    const Scale* scale = nullptr; ///< outlives the paper
    QString centre;
    QString centreCode;
    std::optional<Assessment> assessment;
    QHash<QString, QString> known; ///< by the `from` of a field: 'elder.name' → 王秀英
    SheetScore score;
    bool religion = false; ///< asked for in this centre
    QByteArray drawing;    ///< the drawn clock; may be empty
};

/// The report as the standard lays it out: the tables of annex A, every item with all its options, the result with its
/// clauses, and the signatures. In Chinese, like the standard.
class AssessmentPaper final : public Paper {
public:
    static Result<std::unique_ptr<AssessmentPaper>> make(AssessmentSheetData data);
    /// Everything gathered from the records.
    static Result<AssessmentSheetData> gather(Session& session, AssessmentDesk& desk, Id<Assessment> id);
    static Result<AssessmentSheetData> emptySheet(Session& session, const Scale& scale);

    void paint(Sheets& sheets) const override;
    [[nodiscard]] QString title() const override;

private:
    explicit AssessmentPaper(AssessmentSheetData data)
        : m_data(std::move(data))
    { }

    /// Where the next thing goes; starts a new sheet where there is no room.
    struct Place {
        Sheets& sheets;
        int total = 0;
        double y = 0;
    };
    int paintAll(Sheets& sheets, int totalSheets) const;
    void newSheet(Place& at) const;
    void needRoom(Place& at, double tall) const;
    void paintHeading(Place& at, const QString& text) const;
    void paintTitle(Place& at) const;
    void paintTables(Place& at) const;
    void paintItems(Place& at) const;
    void paintResult(Place& at) const;
    void paintDrawing(Place& at) const;
    void paintSignatures(Place& at) const;
    template <typename Fill> void paintRows(Place& at, const std::vector<PrintColumn>& columns, Fill&& fill) const;

    [[nodiscard]] QString fieldText(const ScaleField& field) const;
    [[nodiscard]] QString eventsText() const;
    [[nodiscard]] QString itemText(const AnswerSheet* sheet, int item) const;
    [[nodiscard]] std::vector<std::pair<QString, QString>> resultLines() const;
    [[nodiscard]] QString clausesText() const;

    AssessmentSheetData m_data;
    std::vector<PrintColumn> m_fieldColumns, m_itemColumns, m_resultColumns;
};

} // namespace songhe::printing
