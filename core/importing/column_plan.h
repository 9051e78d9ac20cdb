// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/sheet.h"
#include "core/records/choice.h"

#include <QtCore/QStringList>

namespace songhe {

/// What a column of a roster holds.
enum class RosterColumn {
    Ignored,
    Name,
    Sex,
    ResidentNumber,
    Born,
    EthnicGroup,
    RegisteredPlace,
    Address,
    Phone,
    Category, ///< economic category and family situation, which rosters mix
    Living,
    Ability, ///< declared level or care class
    Disability,
    Dementia,
    MedicalInsurance,
    FamilyDoctor,
    ContactName,
    ContactRelation,
    ContactPhone,
    CardNumber,
    Died,
    Remarks,
};
template <> std::span<const ChoiceName> choiceNames<RosterColumn>();

/// Which table of a workbook is the roster, where its headings stand, and which column is what. Proposed by
/// `proposeColumns`; the clerk may change `columns`, and the choice is remembered for tables with the same headings.
struct ColumnPlan {
    int sheet = 0;
    int headingRow = 0;  ///< counted from 0
    int headingRows = 1; ///< 2 where headings stand in two storeys
    QStringList headings;
    std::vector<RosterColumn> columns;

    [[nodiscard]] int firstDataRow() const { return headingRow + headingRows; }
    [[nodiscard]] int columnOf(RosterColumn what) const; ///< the first such column, -1 where there is none
    /// By which a set of headings is known again; holds no heading in clear.
    [[nodiscard]] QByteArray headingDigest() const;
};

/// Finds the headings under the title rows, in the table where most of them are known, and proposes what each column
/// is.
Result<ColumnPlan> proposeColumns(const Workbook& workbook);

/// What a heading means by itself: 身份证号码（必填） → ResidentNumber; Ignored where it is not known.
[[nodiscard]] RosterColumn columnOfHeading(const QString& heading);

} // namespace songhe
