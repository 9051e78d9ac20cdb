// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/session.h"

#include "core/security/user_repository.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

namespace songhe {

namespace {

const QByteArray agePurpose = QByteArrayLiteral("age identity");
const QByteArray minisignPurpose = QByteArrayLiteral("minisign secret key");

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QByteArray boundTo(const QString& uuid, const QByteArray& purpose)
{
    return uuid.toUtf8() + '\n' + purpose;
}

Result<void> checkSetup(const CentreSetup& setup)
{
    if (setup.name.trimmed().isEmpty() || setup.code.trimmed().isEmpty() || setup.userName.trimmed().isEmpty())
        return fail(Error::Kind::Invalid,
                    Session::tr("Please fill in the centre's name, its code and the first user's name."));
    if (setup.password.size() < 6)
        return fail(Error::Kind::Invalid, Session::tr("The password is too short. Please use at least 6 characters."));
    return {};
}

Result<void> insertCentre(Store& store, const CentreSetup& setup, const QString& uuid, const SecureBytes& dataKey,
                          const WrappedKey& recovery, const QDateTime& now)
{
    const SecureBytes secrets = derivedKey(dataKey, KeyPurpose::CentreSecrets);
    const QString lineage = newUuid();
    RETURN_IF_ERROR(store.execute(QStringLiteral("INSERT INTO lineage (uuid, began) VALUES (?, 0)"), {lineage}));
    RETURN_IF_ERROR(store.execute(
        QStringLiteral("INSERT INTO centre (id, uuid, lineage, code, name, division, age_recipient, "
                       "minisign_public_key, age_identity, minisign_secret_key, recovery_salt, recovery_ops, "
                       "recovery_memory, recovery_wrap, demonstration, created_at) "
                       "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {uuid, lineage, setup.code.trimmed(), setup.name.trimmed(), setup.division, setup.keys.ageRecipient,
         setup.keys.minisignPublicKey, sealBytes(secrets, setup.keys.ageIdentity.view(), boundTo(uuid, agePurpose)),
         sealBytes(secrets, setup.keys.minisignSecret.view(), boundTo(uuid, minisignPurpose)), recovery.salt,
         qint64(recovery.cost.ops), qint64(recovery.cost.memory), recovery.wrap, setup.demonstration, now}));
    return {};
}

} // namespace

Session::Session(std::unique_ptr<Store> store, SecureBytes dataKey, const Clock& clock)
    : m_clock(clock)
    , m_dataKey(std::move(dataKey))
    , m_store(std::move(store))
{ }

Session::~Session() = default;

Result<void> Session::readCentre()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_store->run(QStringLiteral("SELECT uuid, lineage, code, name, division, age_recipient, "
                                                 "minisign_public_key, demonstration FROM centre WHERE id = 1")));
    if (!rows.next()) {
        RETURN_IF_ERROR(rows.failed());
        return fail(Error::Kind::NotFound, tr("There is no centre in this data folder yet. Please set one up first."));
    }
    m_centre = {rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                rows.text(4), rows.text(5), rows.text(6), rows.integer(7) != 0};
    return {};
}

Result<std::unique_ptr<Session>> Session::opened(std::unique_ptr<Store> store, SecureBytes dataKey, Id<User> user,
                                                 const Clock& clock)
{
    std::unique_ptr<Session> session(new Session(std::move(store), std::move(dataKey), clock));
    RETURN_IF_ERROR(session->readCentre());
    session->m_sealer = std::make_unique<EnvelopeSealer>(*session->m_store, session->m_dataKey, session->m_centre.uuid);
    session->m_audit = std::make_unique<AuditLog>(*session->m_store);
    session->m_ledger = std::make_unique<Ledger>(*session->m_store, *session->m_sealer, *session->m_audit, clock, user);
    if (!user.isNull()) {
        ASSIGN_OR_RETURN(const std::optional<User> known, UserRepository(*session->m_ledger).find(user));
        if (known)
            session->m_user = *known;
    }
    return session;
}

Result<QString> Session::create(DataFolder& folder, const CentreSetup& setup, const Clock& clock)
{
    RETURN_IF_ERROR(checkSetup(setup));
    if (folder.hasCentre())
        return fail(Error::Kind::Conflict,
                    tr("There is a centre in %1 already. Choose another folder, or sign in.").arg(folder.path()));
    // Made under another name, so that a set-up that breaks off leaves no half centre.
    const QString temporary = folder.storePath() + QStringLiteral(".new");
    QFile::remove(temporary);
    const QString recoveryKey = newRecoveryKey();
    const auto made = [&]() -> Result<void> {
        ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::open(temporary));
        const SecureBytes dataKey = SecureBytes::random(dataKeySize);
        ASSIGN_OR_RETURN(const WrappedKey recovery, wrapDataKey(dataKey, recoverySecret(recoveryKey), setup.cost));
        ASSIGN_OR_RETURN(const WrappedKey wrapped, wrapDataKey(dataKey, setup.password, setup.cost));
        Store& data = *store;
        const QString uuid = newUuid();
        return data.transact([&]() -> Result<void> {
            RETURN_IF_ERROR(insertCentre(data, setup, uuid, dataKey, recovery, clock.now()));
            ASSIGN_OR_RETURN(const QByteArray digest, loginDigest(setup.userName, uuid));
            EnvelopeSealer sealer(data, dataKey, uuid);
            AuditLog audit(data);
            Ledger ledger(data, sealer, audit, clock, {});
            User user;
            user.id = ledger.ids.next<User>();
            user.name = setup.userName.trimmed();
            user.role = QStringLiteral("admin");
            RETURN_IF_ERROR(UserRepository(ledger).add(user, digest, wrapped));
            ledger.user = user.id;
            return addFirstSite(ledger, setup);
        });
    }();
    if (!made) {
        for (const auto& tail : {"", "-wal", "-shm"})
            QFile::remove(temporary + QLatin1String(tail));
        return fail(made.error());
    }
    if (!QFile::rename(temporary, folder.storePath()))
        return fail(Error::Kind::Io,
                    tr("The new data file could not be put in its place. Please check the data folder."));
    return recoveryKey;
}

Result<void> Session::addFirstSite(Ledger& ledger, const CentreSetup& setup)
{
    // The site's record belongs to a layer above; its one row is written here because a centre never exists without it.
    const QDateTime now = ledger.clock.now();
    const qint64 id = ledger.ids.nextValue();
    const QString code = setup.code.trimmed();
    const QString name = setup.name.trimmed();
    RETURN_IF_ERROR(ledger.store.execute(
        QStringLiteral(
            "INSERT INTO site (id, code, name, revision, recorded_at, recorded_by) VALUES (?, ?, ?, 1, ?, ?)"),
        {id, code, name, now, ledger.user}));
    const QByteArray content = QJsonDocument(QJsonObject {{QStringLiteral("id"), QString::number(id)},
                                                          {QStringLiteral("code"), code},
                                                          {QStringLiteral("name"), name},
                                                          {QStringLiteral("revision"), 1},
                                                          {QStringLiteral("recorded_at"), momentText(now)},
                                                          {QStringLiteral("recorded_by"), ledger.user.text()}})
                                   .toJson(QJsonDocument::Compact);
    return ledger.audit.append({QStringLiteral("site"), id, 1, ChangeKind::Added, now, ledger.user, content});
}

Result<std::unique_ptr<Session>> Session::signIn(const DataFolder& folder, const QString& userName,
                                                 const SecureBytes& password, const Clock& clock)
{
    if (!folder.hasCentre())
        return fail(Error::Kind::NotFound, tr("There is no centre in this data folder yet. Please set one up first."));
    return signInFile(folder.storePath(), userName, password, clock);
}

Result<std::unique_ptr<Session>> Session::signInFile(const QString& storePath, const QString& userName,
                                                     const SecureBytes& password, const Clock& clock)
{
    ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::open(storePath));
    std::optional<UserRepository::Login> login;
    if (userName.trimmed().isEmpty()) {
        ASSIGN_OR_RETURN(login, UserRepository::onlyLogin(*store));
        if (!login)
            return fail(Error::Kind::WrongPassword, tr("Several people work here. Please say who is signing in."));
    } else {
        QString uuid;
        {
            ASSIGN_OR_RETURN(Rows rows, store->run(QStringLiteral("SELECT uuid FROM centre WHERE id = 1")));
            uuid = rows.next() ? rows.text(0) : QString();
            RETURN_IF_ERROR(rows.failed());
        }
        ASSIGN_OR_RETURN(const QByteArray digest, loginDigest(userName, uuid));
        ASSIGN_OR_RETURN(login, UserRepository::findLogin(*store, digest));
    }
    if (!login)
        return fail(Error::Kind::WrongPassword, tr("User name and password do not fit. Please type them again."));
    ASSIGN_OR_RETURN(SecureBytes dataKey, unwrapDataKey(login->wrapped, password));
    return opened(std::move(store), std::move(dataKey), login->id, clock);
}

Result<std::unique_ptr<Session>> Session::recover(const DataFolder& folder, const QString& recoveryKey,
                                                  const Clock& clock)
{
    if (!folder.hasCentre())
        return fail(Error::Kind::NotFound, tr("There is no centre in this data folder yet. Please set one up first."));
    ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::open(folder.storePath()));
    WrappedKey wrapped;
    Id<User> first;
    {
        ASSIGN_OR_RETURN(
            Rows rows,
            store->run(QStringLiteral("SELECT recovery_salt, recovery_ops, recovery_memory, recovery_wrap, "
                                      "(SELECT min(id) FROM user) FROM centre WHERE id = 1")));
        if (!rows.next())
            return fail(Error::Kind::Damaged,
                        tr("The key data in this file are damaged. Please restore the newest backup."));
        wrapped = {rows.blob(0), {quint64(rows.integer(1)), std::size_t(rows.integer(2))}, rows.blob(3)};
        first = {rows.integer(4)};
    }
    auto dataKey = unwrapDataKey(wrapped, recoverySecret(recoveryKey));
    if (!dataKey)
        return fail(dataKey.error().kind,
                    tr("The recovery key does not fit this centre. Please compare it letter by letter "
                       "with the printed sheet."));
    return opened(std::move(store), *std::move(dataKey), first, clock);
}

void Session::lock()
{
    m_sealer->lock();
    m_dataKey.clear();
}

Result<void> Session::resume(const Session& again)
{
    if (again.m_user.id != m_user.id || again.m_centre.uuid != m_centre.uuid)
        return fail(Error::Kind::Refused, tr("Somebody else's work waits here. Only who locked it can go on with it."));
    m_dataKey = again.m_dataKey.clone();
    m_sealer->unlock(m_dataKey);
    return {};
}

Result<std::unique_ptr<Session>> Session::cloneForThread() const
{
    if (isLocked())
        return fail(Error::Kind::Refused, tr("The books are locked. Please sign in again."));
    ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::open(m_store->path()));
    return opened(std::move(store), m_dataKey.clone(), m_user.id, m_clock);
}

QByteArray Session::sealSecret(QByteArrayView secret, const QByteArray& purpose) const
{
    return sealBytes(derivedKey(m_dataKey, KeyPurpose::CentreSecrets), secret, boundTo(m_centre.uuid, purpose));
}

Result<SecureBytes> Session::openSecret(const QByteArray& sealed, const QByteArray& purpose) const
{
    return openBytes(derivedKey(m_dataKey, KeyPurpose::CentreSecrets), sealed, boundTo(m_centre.uuid, purpose));
}

Result<SecureBytes> Session::ageIdentity()
{
    ASSIGN_OR_RETURN(Rows rows, m_store->run(QStringLiteral("SELECT age_identity FROM centre WHERE id = 1")));
    return rows.next()
        ? openSecret(rows.blob(0), agePurpose)
        : fail(Error::Kind::Damaged, tr("The centre's keys are missing. Please restore the newest backup."));
}

Result<SecureBytes> Session::minisignSecret()
{
    ASSIGN_OR_RETURN(Rows rows, m_store->run(QStringLiteral("SELECT minisign_secret_key FROM centre WHERE id = 1")));
    return rows.next()
        ? openSecret(rows.blob(0), minisignPurpose)
        : fail(Error::Kind::Damaged, tr("The centre's keys are missing. Please restore the newest backup."));
}

Result<User> Session::addUser(const QString& name, const QString& role, const SecureBytes& password, KdfCost cost)
{
    if (password.size() < 6)
        return fail(Error::Kind::Invalid, tr("The password is too short. Please use at least 6 characters."));
    User user;
    user.id = m_ledger->ids.next<User>();
    user.name = name.trimmed();
    user.role = role;
    ASSIGN_OR_RETURN(const QByteArray digest, loginDigest(name, m_centre.uuid));
    ASSIGN_OR_RETURN(const WrappedKey wrapped, wrapDataKey(m_dataKey, password, cost));
    return UserRepository(*m_ledger).add(user, digest, wrapped);
}

Result<std::vector<User>> Session::users()
{
    return UserRepository(*m_ledger).list();
}

Result<void> Session::changePassword(Id<User> user, const SecureBytes& password, KdfCost cost)
{
    if (password.size() < 6)
        return fail(Error::Kind::Invalid, tr("The password is too short. Please use at least 6 characters."));
    ASSIGN_OR_RETURN(const WrappedKey wrapped, wrapDataKey(m_dataKey, password, cost));
    return UserRepository(*m_ledger).setWrap(user, wrapped);
}

} // namespace songhe
