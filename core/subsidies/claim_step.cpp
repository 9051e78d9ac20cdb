// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_step.h"

#include <QtCore/QCoreApplication>

namespace songhe {

template <> const Schema<ClaimStep>& schemaOf<ClaimStep>()
{
    static constexpr Field<ClaimStep> fields[] = {
        field<&ClaimStep::id>({.key = "id", .required = true}),
        field<&ClaimStep::claim>(
            {.key = "claim_id", .label = QT_TRANSLATE_NOOP("Claim", "Claim"), .required = true, .refersTo = "claim"}),
        field<&ClaimStep::step>({.key = "step", .label = QT_TRANSLATE_NOOP("Claim", "Step"), .required = true}),
        field<&ClaimStep::on>({.key = "on_day", .label = QT_TRANSLATE_NOOP("Claim", "Day on the paper")}),
        field<&ClaimStep::paid>({.key = "paid_fen", .label = QT_TRANSLATE_NOOP("Claim", "Money received")}),
        field<&ClaimStep::lines>({.key = "line_ids", .label = QT_TRANSLATE_NOOP("Claim", "Lines returned")}),
        field<&ClaimStep::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Claim", "Note"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<ClaimStep> schema {{ClaimStep::family, "Claim", ""}, fields};
    return schema;
}

template <> const Schema<ClaimFact>& schemaOf<ClaimFact>()
{
    static constexpr Field<ClaimFact> fields[] = {
        field<&ClaimFact::id>({.key = "id", .required = true}),
        field<&ClaimFact::claim>(
            {.key = "claim_id", .label = QT_TRANSLATE_NOOP("Claim", "Claim"), .required = true, .refersTo = "claim"}),
        field<&ClaimFact::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Claim", "Elder"), .required = true, .refersTo = "elder"}),
        field<&ClaimFact::fact>({.key = "fact_id", .label = QT_TRANSLATE_NOOP("Claim", "Record")}),
        field<&ClaimFact::kind>(
            {.key = "kind", .label = QT_TRANSLATE_NOOP("Claim", "Kind"), .required = true, .maxLength = 60}),
        field<&ClaimFact::value>(
            {.key = "value", .label = QT_TRANSLATE_NOOP("Claim", "Value"), .required = true, .maxLength = 200}),
        field<&ClaimFact::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Claim", "First day")}),
        field<&ClaimFact::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Claim", "Last day")}),
    };
    static constexpr Schema<ClaimFact> schema {{ClaimFact::family, "Claim", ""}, fields};
    return schema;
}

template <> const Schema<ClaimRecord>& schemaOf<ClaimRecord>()
{
    static constexpr Field<ClaimRecord> fields[] = {
        field<&ClaimRecord::id>({.key = "id", .required = true}),
        field<&ClaimRecord::claim>(
            {.key = "claim_id", .label = QT_TRANSLATE_NOOP("Claim", "Claim"), .required = true, .refersTo = "claim"}),
        field<&ClaimRecord::about>(
            {.key = "about", .label = QT_TRANSLATE_NOOP("Claim", "Claimed for"), .required = true, .maxLength = 40}),
        field<&ClaimRecord::record>(
            {.key = "record_id", .label = QT_TRANSLATE_NOOP("Claim", "Record"), .required = true}),
        field<&ClaimRecord::content>(
            {.key = "content", .label = QT_TRANSLATE_NOOP("Claim", "What it said"), .required = true}),
    };
    static constexpr Schema<ClaimRecord> schema {{ClaimRecord::family, "Claim", ""}, fields};
    return schema;
}

template <> const Schema<ClaimOpening>& schemaOf<ClaimOpening>()
{
    static constexpr Field<ClaimOpening> fields[] = {
        field<&ClaimOpening::id>({.key = "id", .required = true}),
        field<&ClaimOpening::claim>(
            {.key = "claim_id", .label = QT_TRANSLATE_NOOP("Claim", "Claim"), .required = true, .refersTo = "claim"}),
        field<&ClaimOpening::until>(
            {.key = "until_on", .label = QT_TRANSLATE_NOOP("Claim", "Open until"), .required = true}),
        field<&ClaimOpening::reason>({.key = "reason",
                                      .label = QT_TRANSLATE_NOOP("Claim", "Reason"),
                                      .required = true,
                                      .maxLength = 500,
                                      .sealed = true}),
    };
    static constexpr Schema<ClaimOpening> schema {{ClaimOpening::family, "Claim", ""}, fields};
    return schema;
}

} // namespace songhe
