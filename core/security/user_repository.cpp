// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/user_repository.h"

#include <QtCore/QJsonDocument>

namespace songhe {

namespace {

const QString userSelect
    = QStringLiteral("SELECT id, role, sealed, revision, recorded_at, recorded_by, voided_at FROM user");
const QString loginSelect = QStringLiteral("SELECT id, salt, ops, memory, wrap FROM user WHERE voided_at IS NULL");

UserRepository::Login loginFrom(const Rows& row)
{
    return {Id<User> {row.integer(0)},
            {row.blob(1), {quint64(row.integer(2)), std::size_t(row.integer(3))}, row.blob(4)}};
}

} // namespace

Result<std::optional<UserRepository::Login>> UserRepository::findLogin(Store& store, const QByteArray& loginDigest)
{
    ASSIGN_OR_RETURN(Rows rows, store.run(loginSelect + QStringLiteral(" AND login_digest = ?"), {loginDigest}));
    std::optional<Login> found;
    if (rows.next())
        found = loginFrom(rows);
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::optional<UserRepository::Login>> UserRepository::onlyLogin(Store& store)
{
    ASSIGN_OR_RETURN(Rows rows, store.run(loginSelect + QStringLiteral(" LIMIT 2")));
    std::optional<Login> found;
    if (rows.next())
        found = loginFrom(rows);
    if (rows.next())
        found.reset();
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<User> UserRepository::add(User user, const QByteArray& loginDigest, const WrappedKey& wrapped)
{
    RETURN_IF_ERROR(checkFields(user));
    user.recorded = {.revision = 1,
                     .at = m_ledger.clock.now(),
                     .by = m_ledger.user.isNull() ? user.id : m_ledger.user,
                     .voidedAt = {},
                     .voidReason = {}};
    const QByteArray name
        = QJsonDocument(QJsonObject {{QStringLiteral("name"), user.name}}).toJson(QJsonDocument::Compact);
    const QString family = QString::fromLatin1(User::family);
    return m_ledger.transact([&]() -> Result<User> {
        ASSIGN_OR_RETURN(const QByteArray sealed,
                         m_ledger.sealer.seal({{family, user.id.value}, family, user.id.value, 1}, name));
        auto added = m_ledger.store.execute(
            QStringLiteral(
                "INSERT INTO user (id, role, login_digest, salt, ops, memory, wrap, sealed, revision, recorded_at, "
                "recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {user.id, user.role, loginDigest, wrapped.salt, qint64(wrapped.cost.ops), qint64(wrapped.cost.memory),
             wrapped.wrap, sealed, 1, user.recorded.at, user.recorded.by});
        if (!added) {
            if (added.error().kind == Error::Kind::Conflict)
                added.error().message = tr("There is a user of this name already. Please choose another sign-in name.");
            return fail(std::move(added).error());
        }
        // The log says that a user came, never what her keys look like.
        const QByteArray content
            = QJsonDocument(QJsonObject {{QStringLiteral("id"), user.id.text()},
                                         {QStringLiteral("role"), user.role},
                                         {QStringLiteral("sealed"), QString::fromLatin1(sealed.toBase64())}})
                  .toJson(QJsonDocument::Compact);
        RETURN_IF_ERROR(m_ledger.audit.append(
            {family, user.id.value, 1, ChangeKind::Added, user.recorded.at, user.recorded.by, content}));
        return user;
    });
}

Result<void> UserRepository::setWrap(Id<User> id, const WrappedKey& wrapped)
{
    const QDateTime now = m_ledger.clock.now();
    return m_ledger.transact([&]() -> Result<void> {
        ASSIGN_OR_RETURN(const std::optional<User> user, find(id));
        if (!user)
            return fail(Error::Kind::NotFound, tr("This user is not here any more."));
        RETURN_IF_ERROR(m_ledger.store.execute(
            QStringLiteral("UPDATE user SET salt = ?, ops = ?, memory = ?, wrap = ? WHERE id = ?"),
            {wrapped.salt, qint64(wrapped.cost.ops), qint64(wrapped.cost.memory), wrapped.wrap, id}));
        return m_ledger.audit.append({QString::fromLatin1(User::family), id.value, user->recorded.revision,
                                      ChangeKind::Changed, now, m_ledger.user,
                                      QByteArrayLiteral("{\"password\":\"changed\"}")});
    });
}

Result<User> UserRepository::read(const Rows& row)
{
    User user;
    user.id = {row.integer(0)};
    user.role = row.text(1);
    user.recorded.revision = int(row.integer(3));
    user.recorded.at = row.moment(4);
    user.recorded.by = {row.integer(5)};
    if (!row.isNull(6))
        user.recorded.voidedAt = row.moment(6);
    const QString family = QString::fromLatin1(User::family);
    ASSIGN_OR_RETURN(
        const QByteArray plain,
        m_ledger.sealer.open({{family, user.id.value}, family, user.id.value, user.recorded.revision}, row.blob(2)));
    user.name = QJsonDocument::fromJson(plain).object().value(QStringLiteral("name")).toString();
    return user;
}

Result<std::vector<User>> UserRepository::list()
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(userSelect + QStringLiteral(" ORDER BY id")));
    std::vector<User> users;
    while (rows.next()) {
        ASSIGN_OR_RETURN(User user, read(rows));
        users.push_back(std::move(user));
    }
    RETURN_IF_ERROR(rows.failed());
    return users;
}

Result<std::optional<User>> UserRepository::find(Id<User> id)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(userSelect + QStringLiteral(" WHERE id = ?"), {id}));
    if (!rows.next()) {
        RETURN_IF_ERROR(rows.failed());
        return std::optional<User>();
    }
    ASSIGN_OR_RETURN(User user, read(rows));
    return std::optional<User>(std::move(user));
}

} // namespace songhe
