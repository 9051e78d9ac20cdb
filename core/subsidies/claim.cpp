// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim.h"

#include <QtCore/QCoreApplication>

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<ClaimState>()
{
    static constexpr ChoiceName names[] = {
        {int(ClaimState::Draft), "draft", "Claim", QT_TRANSLATE_NOOP("Claim", "draft")},
        {int(ClaimState::Checked), "checked", "Claim", QT_TRANSLATE_NOOP("Claim", "checked")},
        {int(ClaimState::Signed), "signed", "Claim", QT_TRANSLATE_NOOP("Claim", "signed")},
        {int(ClaimState::Exported), "exported", "Claim", QT_TRANSLATE_NOOP("Claim", "sent")},
        {int(ClaimState::Accepted), "accepted", "Claim", QT_TRANSLATE_NOOP("Claim", "accepted")},
        {int(ClaimState::Returned), "returned", "Claim", QT_TRANSLATE_NOOP("Claim", "returned")},
        {int(ClaimState::PartlyReturned), "partly_returned", "Claim", QT_TRANSLATE_NOOP("Claim", "partly returned")},
        {int(ClaimState::Paid), "paid", "Claim", QT_TRANSLATE_NOOP("Claim", "money received")},
    };
    return names;
}

bool isBinding(ClaimState state)
{
    return !isOpen(state) && state != ClaimState::Returned;
}

bool isOpen(ClaimState state)
{
    return state == ClaimState::Draft || state == ClaimState::Checked;
}

template <> std::span<const ChoiceName> choiceNames<LineKind>()
{
    static constexpr ChoiceName names[] = {
        {int(LineKind::Regular), "regular", "Claim", QT_TRANSLATE_NOOP("Claim", "of this period")},
        {int(LineKind::Late), "late", "Claim", QT_TRANSLATE_NOOP("Claim", "recorded late")},
        {int(LineKind::Adjustment), "adjustment", "Claim", QT_TRANSLATE_NOOP("Claim", "adjustment")},
    };
    return names;
}

template <> const Schema<Claim>& schemaOf<Claim>()
{
    static constexpr Field<Claim> fields[] = {
        field<&Claim::id>({.key = "id", .required = true}),
        field<&Claim::policy>(
            {.key = "policy", .label = QT_TRANSLATE_NOOP("Claim", "Policy"), .required = true, .maxLength = 60}),
        field<&Claim::policyVersion>(
            {.key = "policy_version", .label = QT_TRANSLATE_NOOP("Claim", "Version of the policy"), .required = true}),
        field<&Claim::policyDigest>({.key = "policy_digest",
                                     .label = QT_TRANSLATE_NOOP("Claim", "Digest of the policy"),
                                     .required = true,
                                     .maxLength = 64}),
        field<&Claim::draftPolicy>(
            {.key = "draft_policy", .label = QT_TRANSLATE_NOOP("Claim", "Policy is a draft"), .required = true}),
        field<&Claim::period>(
            {.key = "period", .label = QT_TRANSLATE_NOOP("Claim", "Period"), .required = true, .maxLength = 10}),
        field<&Claim::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Claim", "First day"), .required = true}),
        field<&Claim::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Claim", "Last day"), .required = true}),
        field<&Claim::state>({.key = "state", .label = QT_TRANSLATE_NOOP("Claim", "State"), .required = true}),
        field<&Claim::paidCount>(
            {.key = "paid_count", .label = QT_TRANSLATE_NOOP("Claim", "Meals paid"), .required = true}),
        field<&Claim::paid>({.key = "paid_fen", .label = QT_TRANSLATE_NOOP("Claim", "Amount"), .required = true}),
        field<&Claim::refusedCount>(
            {.key = "refused_count", .label = QT_TRANSLATE_NOOP("Claim", "Meals not payable"), .required = true}),
        field<&Claim::heldCount>(
            {.key = "held_count", .label = QT_TRANSLATE_NOOP("Claim", "Meals held"), .required = true}),
        field<&Claim::adjustmentCount>({.key = "adjustment_count", .label = QT_TRANSLATE_NOOP("Claim", "Adjustments")}),
        field<&Claim::adjustments>(
            {.key = "adjustment_fen", .label = QT_TRANSLATE_NOOP("Claim", "Sum of the adjustments")}),
        field<&Claim::correctionsElsewhere>(
            {.key = "corrections_elsewhere",
             .label = QT_TRANSLATE_NOOP("Claim", "Corrections of earlier claims stand in another draft")}),
        field<&Claim::provisional>({.key = "provisional", .label = QT_TRANSLATE_NOOP("Claim", "Provisional")}),
        field<&Claim::factsDigest>(
            {.key = "facts_digest", .label = QT_TRANSLATE_NOOP("Claim", "Digest of the facts"), .maxLength = 64}),
        field<&Claim::signedAt>({.key = "signed_at", .label = QT_TRANSLATE_NOOP("Claim", "Signed at")}),
        field<&Claim::versions>({.key = "versions", .label = QT_TRANSLATE_NOOP("Claim", "Versions of the policy")}),
        field<&Claim::settings>({.key = "settings", .label = QT_TRANSLATE_NOOP("Claim", "Choices")}),
        field<&Claim::caps>({.key = "caps", .label = QT_TRANSLATE_NOOP("Claim", "Yearly caps used")}),
        field<&Claim::linesDigest>({.key = "lines_digest",
                                    .label = QT_TRANSLATE_NOOP("Claim", "Digest of the lines"),
                                    .required = true,
                                    .maxLength = 64}),
        field<&Claim::digest>(
            {.key = "digest", .label = QT_TRANSLATE_NOOP("Claim", "Digest"), .required = true, .maxLength = 64}),
    };
    static constexpr Schema<Claim> schema {{Claim::family, "Claim", ""}, fields};
    return schema;
}

template <> const Schema<ClaimLine>& schemaOf<ClaimLine>()
{
    static constexpr Field<ClaimLine> fields[] = {
        field<&ClaimLine::id>({.key = "id", .required = true}),
        field<&ClaimLine::claim>(
            {.key = "claim_id", .label = QT_TRANSLATE_NOOP("Claim", "Claim"), .required = true, .refersTo = "claim"}),
        field<&ClaimLine::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Claim", "Kind"), .required = true}),
        field<&ClaimLine::evidence>(
            {.key = "about", .label = QT_TRANSLATE_NOOP("Claim", "Claimed for"), .required = true, .maxLength = 40}),
        field<&ClaimLine::meal>({.key = "meal_id", .label = QT_TRANSLATE_NOOP("Claim", "Meal"), .refersTo = "meal"}),
        field<&ClaimLine::record>({.key = "record_id", .label = QT_TRANSLATE_NOOP("Claim", "Record")}),
        field<&ClaimLine::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Claim", "Elder"), .refersTo = "elder"}),
        field<&ClaimLine::site>(
            {.key = "site_id", .label = QT_TRANSLATE_NOOP("Claim", "Meal point"), .refersTo = "site"}),
        field<&ClaimLine::servedOn>(
            {.key = "served_on", .label = QT_TRANSLATE_NOOP("Claim", "Date"), .required = true}),
        field<&ClaimLine::outcome>(
            {.key = "outcome", .label = QT_TRANSLATE_NOOP("Claim", "Outcome"), .required = true}),
        field<&ClaimLine::amount>(
            {.key = "amount_fen", .label = QT_TRANSLATE_NOOP("Claim", "Amount"), .required = true}),
        field<&ClaimLine::code>(
            {.key = "code", .label = QT_TRANSLATE_NOOP("Claim", "Reason"), .required = true, .maxLength = 60}),
        field<&ClaimLine::values>(
            {.key = "verdict_values", .label = QT_TRANSLATE_NOOP("Claim", "Values of the reason")}),
        field<&ClaimLine::facts>({.key = "fact_ids", .label = QT_TRANSLATE_NOOP("Claim", "Facts used")}),
        field<&ClaimLine::corrects>(
            {.key = "corrects_id", .label = QT_TRANSLATE_NOOP("Claim", "Corrects the line"), .refersTo = "claim_line"}),
    };
    static constexpr Schema<ClaimLine> schema {{ClaimLine::family, "Claim", ""}, fields};
    return schema;
}

Reason ClaimLine::reason() const
{
    Reason made {code, {}};
    for (auto it = values.begin(); it != values.end(); ++it)
        made.values.insert(it.key(), it.value().toString());
    return made;
}

} // namespace songhe
