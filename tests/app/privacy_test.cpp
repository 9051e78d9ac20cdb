// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QSet>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// What must not be readable anywhere, as bytes, in each of the ways a program could write it.
class Secrets {
public:
    void add(const QString& text)
    {
        const QString plain = text.trimmed();
        // Six bytes and more: shorter ones turn up in sealed bytes by chance.
        if (plain.toUtf8().size() >= 6)
            m_bytes.insert(plain.toUtf8());
        if (plain.size() >= 3) {
            m_bytes.insert(QByteArray(reinterpret_cast<const char*>(plain.utf16()), plain.size() * 2));
            m_bytes.insert(plain.toUtf8().toBase64(QByteArray::OmitTrailingEquals));
            m_bytes.insert(plain.toUtf8().toHex());
        }
    }

    [[nodiscard]] qsizetype count() const { return m_bytes.size(); }

    [[nodiscard]] QStringList foundIn(const QString& folder) const
    {
        QStringList found;
        QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            const QByteArray content = contentOf(path);
            for (const QByteArray& secret : m_bytes)
                if (content.contains(secret))
                    found.append(path + u": "_s + QString::fromUtf8(secret));
        }
        return found;
    }

private:
    QSet<QByteArray> m_bytes;
};

Secrets secretsOf(const QJsonArray& elders)
{
    Secrets secrets;
    for (const QJsonValue& value : elders) {
        const QJsonObject elder = value.toObject();
        for (const auto* key : {"name", "resident_number", "address", "card_number", "remarks", "no_number_reason"})
            secrets.add(elder.value(QLatin1String(key)).toString());
        for (const QJsonValue& phone : elder.value("phones"_L1).toArray())
            secrets.add(phone.toString());
        for (const QJsonValue& contact : elder.value("contacts"_L1).toArray())
            for (const QJsonValue& part : contact.toObject())
                if (part.toString().size() > 2)
                    secrets.add(part.toString());
    }
    return secrets;
}

} // namespace

TEST_CASE("after a day's work nobody can be read out of the data folder", "[app][privacy]")
{
    CommandLine cli;
    const QString recoveryKey = cli.init().value("recovery_key"_L1).toString();
    cli.importRoster();
    cli.importGrid();
    const QJsonArray elders = cli.done({u"elder"_s, u"list"_s}).toArray();
    REQUIRE(elders.size() > 200);

    const QString elder = elders.first().toObject().value("id"_L1).toVariant().toString();
    // Words of somebody's own, given where a key is wanted: a place, a doctor, a disability.
    const QStringList free {u"火星基地三号舱"_s, u"张玉芬家庭医生团队"_s, u"左腿截肢后行走不便"_s};
    for (const auto& [kind, text] : {std::pair(u"registered_division"_s, free[0]),
                                     std::pair(u"family_doctor"_s, free[1]), std::pair(u"disability"_s, free[2])}) {
        const QJsonObject fact = cli.done({u"fact"_s, u"add"_s, u"--elder"_s, elder, u"--kind"_s, kind, u"--value"_s,
                                           text, u"--from"_s, u"2021-10-08"_s, u"--replace"_s})
                                     .toObject();
        CHECK(fact.value("written"_L1).toString() == text);
        CHECK(fact.value("value"_L1).toString() == (kind == u"family_doctor" ? u"contracted"_s : u"unknown"_s));
    }

    const QString meal = cli.done({u"meal"_s, u"add"_s, u"--elder"_s, elder, u"--on"_s, u"2021-10-08"_s})
                             .toObject()
                             .value("id"_L1)
                             .toVariant()
                             .toString();
    cli.done({u"meal"_s, u"void"_s, meal, u"--reason"_s, u"误登给了张玉芬老人"_s});
    cli.done({u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, u"2021-09"_s, u"--write"_s});
    REQUIRE(QDir().mkpath(cli.outside(u"backups"_s)));
    cli.done({u"backup"_s, cli.outside(u"backups/first.db"_s)});

    Secrets secrets = secretsOf(elders);
    secrets.add(u"误登给了张玉芬老人"_s);
    secrets.add(u"张玉芬"_s);
    for (const QString& text : free)
        secrets.add(text);
    secrets.add(u"a long enough password"_s);
    secrets.add(recoveryKey);
    CHECK(secrets.count() > 1000);
    CHECK(secrets.foundIn(cli.dataFolder()).join(u'\n') == u""_s);
    CHECK(secrets.foundIn(cli.outside(u"backups"_s)).join(u'\n') == u""_s);

    // And this search finds what is there to find.
    cli.write(u"data/planted.log"_s,
              "told: " + elders.last().toObject().value("resident_number"_L1).toString().toUtf8() + '\n');
    CHECK(secretsOf({elders.last()}).foundIn(cli.dataFolder()).size() == 1);
}
