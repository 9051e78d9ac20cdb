// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_item.h"

#include <QtCore/QCoreApplication>

namespace songhe {

template <> const Schema<PackageReceipt>& schemaOf<PackageReceipt>()
{
    static constexpr Field<PackageReceipt> fields[] = {
        field<&PackageReceipt::id>({.key = "id", .required = true}),
        field<&PackageReceipt::packageId>({.key = "package_id", .required = true, .refersTo = "package"}),
        field<&PackageReceipt::package>(
            {.key = "package", .label = QT_TRANSLATE_NOOP("Receipt", "Package"), .required = true, .maxLength = 120}),
        field<&PackageReceipt::status>(
            {.key = "status", .label = QT_TRANSLATE_NOOP("Receipt", "Status"), .required = true, .maxLength = 20}),
        field<&PackageReceipt::district>(
            {.key = "district", .label = QT_TRANSLATE_NOOP("Receipt", "District"), .maxLength = 200}),
        field<&PackageReceipt::districtKey>({.key = "district_key",
                                             .label = QT_TRANSLATE_NOOP("Receipt", "Signed with"),
                                             .required = true,
                                             .maxLength = 60}),
        field<&PackageReceipt::writtenAt>(
            {.key = "written_at", .label = QT_TRANSLATE_NOOP("Receipt", "Written at"), .required = true}),
        field<&PackageReceipt::importedAt>(
            {.key = "imported_at", .label = QT_TRANSLATE_NOOP("Receipt", "Imported at"), .required = true}),
        field<&PackageReceipt::accepted>(
            {.key = "accepted", .label = QT_TRANSLATE_NOOP("Receipt", "Accepted"), .required = true}),
        field<&PackageReceipt::superseded>(
            {.key = "superseded", .label = QT_TRANSLATE_NOOP("Receipt", "Superseded"), .required = true}),
        field<&PackageReceipt::conflict>(
            {.key = "conflict", .label = QT_TRANSLATE_NOOP("Receipt", "In conflict"), .required = true}),
        field<&PackageReceipt::refused>(
            {.key = "refused", .label = QT_TRANSLATE_NOOP("Receipt", "Refused"), .required = true}),
        field<&PackageReceipt::decisionsSeen>(
            {.key = "decisions_seen", .label = QT_TRANSLATE_NOOP("Receipt", "Decisions"), .required = true}),
    };
    static constexpr Schema<PackageReceipt> schema {{PackageReceipt::family, "Receipt", ""}, fields};
    return schema;
}

template <> const Schema<ReceiptItem>& schemaOf<ReceiptItem>()
{
    static constexpr Field<ReceiptItem> fields[] = {
        field<&ReceiptItem::id>({.key = "id", .required = true}),
        field<&ReceiptItem::receipt>({.key = "receipt_id", .required = true, .refersTo = "receipt"}),
        field<&ReceiptItem::about>(
            {.key = "about", .label = QT_TRANSLATE_NOOP("Receipt", "Table"), .required = true, .maxLength = 60}),
        field<&ReceiptItem::record>(
            {.key = "record_id", .label = QT_TRANSLATE_NOOP("Receipt", "Record"), .required = true}),
        field<&ReceiptItem::recordRevision>(
            {.key = "record_revision", .label = QT_TRANSLATE_NOOP("Receipt", "Revision"), .required = true}),
        field<&ReceiptItem::outcome>(
            {.key = "outcome", .label = QT_TRANSLATE_NOOP("Receipt", "Outcome"), .required = true, .maxLength = 20}),
        field<&ReceiptItem::code>({.key = "code", .label = QT_TRANSLATE_NOOP("Receipt", "Code"), .maxLength = 60}),
        field<&ReceiptItem::decidedAt>({.key = "decided_at", .label = QT_TRANSLATE_NOOP("Receipt", "Decided at")}),
        field<&ReceiptItem::done>({.key = "done", .label = QT_TRANSLATE_NOOP("Receipt", "Done"), .required = true}),
        field<&ReceiptItem::text>({.key = "text",
                                   .label = QT_TRANSLATE_NOOP("Receipt", "What the district says"),
                                   .maxLength = 4000,
                                   .sealed = true}),
        field<&ReceiptItem::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Receipt", "What was done"), .maxLength = 1000, .sealed = true}),
    };
    static constexpr Schema<ReceiptItem> schema {{ReceiptItem::family, "Receipt", ""}, fields};
    return schema;
}

} // namespace songhe
