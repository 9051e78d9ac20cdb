// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/settings.h"
#include "core/exchange/receipt_desk.h"
#include "core/exchange/receipt_writer.h"
#include "tests/support/package_fixture.h"

#include <QtCore/QFile>

namespace receipt_desk_test {

using namespace songhe;
using namespace Qt::StringLiterals;

/// A centre that handed a package over, and a district that answers.
struct Exchange : PackageFixture {
    Exchange()
    {
        auto made = write();
        REQUIRE(made);
        written = *made;
        REQUIRE(Settings(*store).set(u"district.public_key"_s, signing.publicKey().text()));
    }

    [[nodiscard]] ReceiptContent content() const
    {
        ReceiptContent content;
        content.head = {.package = written.package.fileName.section(u'.', 0, 0),
                        .packageSha256 = written.package.sha256,
                        .centreCode = identity.centre.code,
                        .centreUuid = identity.centre.uuid,
                        .lineage = identity.centre.lineage,
                        .quarter = written.package.quarter,
                        .sequence = written.package.sequence,
                        .status = u"merged"_s,
                        .writtenAt = Clock::momentOf({2026, 10, 8}, {9, 0}),
                        .district = u"东河区民政局"_s,
                        .districtKey = signing.publicKey().text(),
                        .problems = {}};
        content.tables = {{u"meal"_s, {2, 1, 1, 1}}};
        content.outcomes = [](const CsvSink& sink) {
            return sink("meal,1,1,accepted,,\r\nmeal,2,1,accepted,,\r\nmeal,3,1,superseded,older,\r\n"
                        "meal,4,1,conflict,conflict,same revision\r\nmeal,5,1,refused,bad_value,no price\r\n");
        };
        return content;
    }
    QString writeReceiptFile(const ReceiptContent& content, const MinisignSecretKey& key)
    {
        const QString path = folder.filePath(receiptFileName(content.head.package));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        Progress progress;
        REQUIRE(writeReceipt(content, {district.recipient().text(), identity.centre.ageRecipient}, *key.file(), file,
                             progress));
        return path;
    }
    Result<ReceiptReport> import(const ReceiptContent& content)
    {
        const QString path = writeReceiptFile(content, signing);
        Progress progress;
        return desk().import(path, ownIdentity, progress);
    }
    ReceiptDesk desk() { return ReceiptDesk(*store, identity.centre, shelf); }
    Claim claim(qint64 id, ClaimState state) { return claim(id, state, int(id)); }
    Claim claim(qint64 id, ClaimState state, int month)
    {
        Claim record;
        record.id = {id};
        record.policy = u"baotou-2020-meals"_s;
        record.policyVersion = 1;
        record.period = u"2021-0%1"_s.arg(month);
        record.from = QDate(2021, month, 1);
        record.to = record.from.addMonths(1).addDays(-1);
        record.state = state;
        record.policyDigest = record.linesDigest = record.digest = QString(64, u'a');
        auto added = RecordTable<Claim>(*store).add(record);
        INFO((added ? u""_s : added.error().message).toStdString());
        REQUIRE(added);
        return *added;
    }
    Claim signedClaim(qint64 id, const QDateTime& at)
    {
        Claim record = claim(id, ClaimState::Exported);
        record.signedAt = at;
        auto changed = RecordTable<Claim>(*store).change(record);
        REQUIRE(changed);
        return *changed;
    }
    /// The newest of the district's decisions about a claim, as it was kept.
    ReceiptItem newestAbout(qint64 claim)
    {
        const auto kept = ReceiptRepository(*store).decisionsAbout(claim);
        REQUIRE(kept);
        REQUIRE_FALSE(kept->empty());
        return kept->back();
    }
    ClaimState stateOf(qint64 id) { return (*RecordTable<Claim>(*store).find({id}))->state; }

    MinisignSecretKey signing = MinisignSecretKey::generate();
    PolicyShelf shelf;
    WrittenPackage written;
};

} // namespace receipt_desk_test
